import Matrices
import Tables

/// One respondent.
struct Person: Sendable {
  /// The number of the draw, which names the person's streams.
  var number: Int
  /// The index of the unit.
  var unit: Int
  /// The index of the function in the plan, if it has any.
  var function: Int?
  /// The index of the field in the plan, if it has any.
  var field: Int?
  /// The moment of submission.
  var submitted: String
}

/// Draws the respondents of all units, sorted by moment of submission.
func drawPeople(_ plan: SimulationPlan, units: [SimulatedUnit]) -> [Person] {
  let days = allDays(from: plan.from, to: plan.to)
  var people: [Person] = []
  people.reserveCapacity(plan.respondents)
  for (unit, simulated) in units.enumerated() {
    for _ in 0..<simulated.respondents { people.append(drawPerson(people.count, of: unit, plan, days)) }
  }
  return people.sorted { ($0.submitted, $0.number) < ($1.submitted, $1.number) }
}

/// Draws colleagues of those who answer, so that each unit has at least `officials` people together; sorted by unit, and
/// numbered on.
func drawColleagues(of people: [Person], upTo officials: Int, _ plan: SimulationPlan, units: [SimulatedUnit])
  -> [Person]
{
  let days = allDays(from: plan.from, to: plan.to)
  var colleagues: [Person] = []
  for (unit, simulated) in units.enumerated() {
    for _ in 0..<max(0, officials - simulated.respondents) {
      colleagues.append(drawPerson(people.count + colleagues.count, of: unit, plan, days))
    }
  }
  return colleagues
}

private func drawPerson(_ number: Int, of unit: Int, _ plan: SimulationPlan, _ days: [CalendarDate]) -> Person {
  var generator = SeededGenerator(seed: plan.seed, streams: Stream.person, number)
  let day = days[generator.index(below: days.count)]
  // Office hours mostly: the mean of two uniform hours between seven and twenty-one.
  let hour = 7 + (generator.index(below: 15) + generator.index(below: 15)) / 2
  let moment = "\(day.iso)T\(twoDigits(hour)):\(twoDigits(generator.index(below: 60)))"
  let function = plan.functions.isEmpty ? nil : pick(plan.functions.map(\.share), with: generator.uniform())
  let field = plan.fields.isEmpty ? nil : pick(plan.fields.map(\.share), with: generator.uniform())
  return Person(number: number, unit: unit, function: function, field: field, submitted: moment)
}

private func allDays(from first: CalendarDate, to last: CalendarDate) -> [CalendarDate] {
  var days = [first]
  while let day = days.last, day < last {
    let next =
      CalendarDate(year: day.year, month: day.month, day: day.day + 1)
      ?? CalendarDate(year: day.year, month: day.month + 1, day: 1)
      ?? CalendarDate(year: day.year + 1, month: 1, day: 1)
    guard let next else { break }
    days.append(next)
  }
  return days
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
