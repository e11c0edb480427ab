import Matrices
import Tables

/// One respondent.
struct Person: Sendable {
  /// The number of the draw, which names the person's streams in the wave.
  var number: Int
  /// The index of the unit.
  var unit: Int
  /// The index of the function in the plan, if it has any.
  var function: Int?
  /// The index of the field in the plan, if it has any.
  var field: Int?
  /// The moment of submission.
  var submitted: String
  /// What the person is known by in every wave: the number of the respondent.
  var id = 0
  /// The first answers of somebody who answered in an earlier wave too.
  var origin: Origin?
}

/// Draws the respondents of all units, sorted by moment of submission.
struct PeopleDraw {
  private let plan: SimulationPlan
  private let random: WaveRandomness
  private let earlier: DrawnWave?
  private let days: [CalendarDate]

  init(_ plan: SimulationPlan, _ random: WaveRandomness, after earlier: DrawnWave?) {
    self.plan = plan
    self.random = random
    self.earlier = earlier
    days = allDays(from: plan.from, to: plan.to)
  }

  /// Draws the respondents of all units, sorted by moment of submission.
  ///
  /// Of a unit that answered before some are the same as then; the others get the next numbers of respondents.
  func respondents(of units: [SimulatedUnit]) -> [Person] {
    var people: [Person] = []
    people.reserveCapacity(plan.respondents)
    for (unit, simulated) in units.enumerated() {
      var known = acquaintances(of: simulated, number: unit)
      for _ in 0..<simulated.respondents {
        var person = person(people.count, of: unit)
        if let before = known.popLast() { person.continues(before, earlier, plan) }
        people.append(person)
      }
    }
    people.sort { ($0.submitted, $0.number) < ($1.submitted, $1.number) }
    var last = earlier?.lastRespondent ?? 0
    for index in people.indices where people[index].id == 0 {
      last += 1
      people[index].id = last
    }
    return people
  }

  /// Draws colleagues of those who answer, so that each unit has at least `officials` people together; sorted by unit, and
  /// numbered on.
  func colleagues(of people: [Person], upTo officials: Int, units: [SimulatedUnit], numberedAfter last: Int) -> [Person]
  {
    var colleagues: [Person] = []
    for (unit, simulated) in units.enumerated() {
      for _ in 0..<max(0, officials - simulated.respondents) {
        var person = person(people.count + colleagues.count, of: unit)
        person.id = last + colleagues.count + 1
        colleagues.append(person)
      }
    }
    return colleagues
  }

  /// The people of a unit who answered before and still hold their office, in random order, at most as many as answer now.
  private func acquaintances(of unit: SimulatedUnit, number: Int) -> [Person] {
    guard let past = unit.past, let since = plan.since else { return [] }
    let keyed = past.people.map { person -> (key: Double, person: Person) in
      var generator = random.stream(Stream.stay, person.id)
      return (generator.uniform(), person)
    }
    let order = keyed.sorted { ($0.key, $0.person.id) < ($1.key, $1.person.id) }.map(\.person)
    // Each official of now was there before with the same chance, as long as there are any of before.
    var generator = random.stream(Stream.stay, number, 0)
    let staying = (0..<unit.respondents).count { _ in generator.uniform() >= since.turnover }
    return Array(order.prefix(staying))
  }

  private func person(_ number: Int, of unit: Int) -> Person {
    var generator = random.stream(Stream.person, number)
    let day = days[generator.index(below: days.count)]
    // Office hours mostly: the mean of two uniform hours between seven and twenty-one.
    let hour = 7 + (generator.index(below: 15) + generator.index(below: 15)) / 2
    let moment = "\(day.iso)T\(twoDigits(hour)):\(twoDigits(generator.index(below: 60)))"
    let function = plan.functions.isEmpty ? nil : pick(plan.functions.map(\.share), with: generator.uniform())
    let field = plan.fields.isEmpty ? nil : pick(plan.fields.map(\.share), with: generator.uniform())
    return Person(number: number, unit: unit, function: function, field: field, submitted: moment)
  }
}

extension Person {
  /// Makes the person the same as one of the wave before, with the function and field of then where the plan still has them.
  fileprivate mutating func continues(_ before: Person, _ earlier: DrawnWave?, _ plan: SimulationPlan) {
    id = before.id
    guard let earlier else { return }
    origin = before.origin ?? Origin(earlier.random, before.number)
    func place(_ index: Int?, _ groups: KeyPath<SimulationPlan, [SimulationPlan.Group]>) -> Int? {
      let code = index.map { earlier.wave.plan[keyPath: groups][$0].code }
      return code.flatMap { code in plan[keyPath: groups].firstIndex { $0.code == code } }
    }
    function = place(before.function, \.functions) ?? function
    field = place(before.field, \.fields) ?? field
  }
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
