import Diagnostics
import Matrices
import RealModule
import Registers
import Tables

/// A unit that answers.
struct SimulatedUnit: Sendable {
  var unit: Unit
  /// The index of its type.
  var type: Int
  /// The number of its respondents.
  var respondents: Int
  /// How large it is next to the median unit; 1 when that is not known.
  var relativeSize: Double
  /// Whether it is no unit of the register.
  var isOutsider = false
  /// What names the streams of its deviations.
  var origin: Origin
  /// What it was in the wave before; `nil` in a first wave.
  var past: UnitPast?

  /// What it is known by in every wave: its code, or the name of an outsider.
  var key: String { isOutsider ? unit.name : unit.code }
}

/// The units of a wave.
struct DrawnUnits: Sendable {
  /// Those that answer, sorted by code, outsiders last.
  var answering: [SimulatedUnit]
  /// The names of the types of all units, whether they answer or not, by code.
  var types: [String: String]
  /// What names the streams of every unit that ever answered, by code.
  var origins: [String: Origin]
}

/// Draws which units answer, of which type they are, and how many respondents each has.
func drawUnits(_ wave: PlannedWave, _ random: WaveRandomness, after earlier: DrawnWave?) throws(Failure) -> DrawnUnits {
  let plan = wave.plan
  let candidates = Candidates(wave)
  let always = try alwaysAnswering(plan, register: wave.register)
  let pasts = try UnitSuccession.pasts(of: candidates.units, in: wave, random, after: earlier)
  func type(_ unit: Unit, _ past: UnitPast?, number: Int) -> Int {
    if let name = past?.typeNow, let type = plan.types.firstIndex(where: { $0.name == name }) { return type }
    var generator = random.stream(Stream.unitType, number)
    return pick(plan.types.map { $0.weight(for: unit) }, with: generator.uniform())
  }
  let types = candidates.units.enumerated().map { type($1, pasts?[$0], number: $0) }
  let surely = candidates.units.map { always.contains($0.code) }
  let order = candidates.order(random, surely: surely)
  let chosen = answering(plan, order, pasts, surely: surely)
    .sorted { candidates.units[$0].code < candidates.units[$1].code }
  var units = chosen.enumerated().map { place, index in
    SimulatedUnit(
      unit: candidates.units[index], type: types[index], respondents: 1, relativeSize: candidates.relative[index],
      origin: pasts?[index].origin ?? Origin(random, place), past: pasts?[index])
  }
  spread(plan, over: &units, weights: chosen.map { candidates.weights[$0] }, random)
  for (number, name) in plan.outsiders.enumerated() {
    let unit = Unit(code: "", name: name)
    let past = earlier.map { UnitPast(ofOutsider: name, in: $0) }
    units.append(
      SimulatedUnit(
        unit: unit, type: type(unit, past, number: candidates.units.count + number), respondents: 1, relativeSize: 1,
        isOutsider: true, origin: past?.origin ?? Origin(random, units.count), past: past))
  }
  let names = zip(candidates.units, types).map { ($0.code, plan.types[$1].name) }
  var origins = Dictionary(units.map { ($0.key, $0.origin) }, uniquingKeysWith: { first, _ in first })
  for (unit, past) in zip(candidates.units, pasts ?? []) where origins[unit.code] == nil {
    origins[unit.code] = past.origin
  }
  return DrawnUnits(
    answering: units, types: Dictionary(names, uniquingKeysWith: { first, _ in first }), origins: origins)
}

/// The units that may answer: those of the register on the day, and made-up ones beyond its end.
private struct Candidates {
  var units: [Unit]
  /// How large each is next to the median unit.
  var relative: [Double]
  /// How likely each is to answer, relative to the others.
  var weights: [Double]

  init(_ wave: PlannedWave) {
    let plan = wave.plan
    units = wave.register?.units(on: plan.date) ?? []
    let width = String(plan.units).count
    for number in stride(from: units.count + 1, through: plan.units, by: 1) {
      let digits = String(number)
      units.append(
        Unit(code: "U" + String(repeating: "0", count: width - digits.count) + digits, name: "Unit \(digits)"))
    }
    let sizes = units.map { plan.size.flatMap($0.number) }
    let known = sizes.compactMap { $0 }.filter { $0 > 0 }.sorted()
    let median = known.isEmpty ? 1 : known[known.count / 2]
    relative = sizes.map { size in size.map { max($0, 1) / median } ?? 1 }
    weights = relative.map { Double.pow($0, plan.sizeExponent) }
  }

  /// Returns the units in the order in which they are taken: those that surely answer, then the others at random by weight.
  ///
  /// Weighted sampling without replacement: the largest of log(u) / weight (Efraimidis and Spirakis, 2006,
  /// doi:10.1016/j.ipl.2005.11.003).
  func order(_ random: WaveRandomness, surely: [Bool]) -> [Int] {
    let keys = units.indices.map { index -> Double in
      if surely[index] { return .infinity }
      var generator = random.stream(Stream.unitKey, index)
      return Double.log(generator.uniform() + 0x1p-54) / weights[index]
    }
    return units.indices.sorted { (-keys[$0], $0) < (-keys[$1], $1) }
  }
}

/// Returns which units answer: the first in order.
///
/// In a wave that follows another, a share of those that answered then answers again, and others for the rest. Where too
/// few are left on one side, the other fills the wave.
private func answering(_ plan: SimulationPlan, _ order: [Int], _ pasts: [UnitPast]?, surely: [Bool]) -> [Int] {
  guard let pasts, let since = plan.since else { return Array(order.prefix(plan.units)) }
  let earlier = order.filter { pasts[$0].hasAnswered }
  let others = order.filter { !pasts[$0].hasAnswered }
  let wanted = Int((since.again * Double(earlier.count)).rounded())
  let least = max(earlier.count { surely[$0] }, plan.units - others.count)
  let again = min(max(wanted, least), earlier.count, plan.units - others.count { surely[$0] })
  return Array(earlier.prefix(again) + others.prefix(plan.units - again))
}

private func alwaysAnswering(_ plan: SimulationPlan, register: Register?) throws(Failure) -> Set<String> {
  guard let register else { return [] }
  let (found, unknown) = register.codes(of: plan.always, on: plan.date)
  var findings = unknown.map { name in
    Finding(
      .error, rule: "unknown-unit", at: Place(field: "always"), value: name,
      message: "'always' names '\(name)', which is no unit of the register on \(plan.date.iso)",
      mend: "correct the name, or move it to 'outsiders'")
  }
  if found.count > plan.units {
    findings.append(
      Finding(
        .error, rule: "too-few", at: Place(field: "units"), value: String(plan.units),
        message: "\(found.count) units always answer, and only \(plan.units) may", mend: "raise 'units'"))
  }
  if !findings.isEmpty { throw Failure(.badPipeline, findings) }
  return found
}

extension Register {
  /// The codes of units that a plan names, and the names that lead to none.
  func codes(of names: [String], on date: CalendarDate) -> (found: Set<String>, unknown: [String]) {
    var found: Set<String> = []
    var unknown: [String] = []
    for name in names {
      if case .unit(let code, _, _) = resolve(name, on: date) { found.insert(code) } else { unknown.append(name) }
    }
    return (found, unknown)
  }
}

/// Gives the respondents beyond the first of each unit away by weight.
private func spread(
  _ plan: SimulationPlan, over units: inout [SimulatedUnit], weights: [Double], _ random: WaveRandomness
) {
  var bounds: [Double] = []
  var total = 0.0
  for weight in weights {
    total += weight
    bounds.append(total)
  }
  var generator = random.stream(Stream.crowd)
  for _ in 0..<max(0, plan.respondents - plan.outsiders.count - units.count) {
    let drawn = generator.uniform() * total
    var (low, high) = (0, bounds.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] > drawn { high = middle } else { low = middle + 1 }
    }
    units[low].respondents += 1
  }
}

/// Returns the index that a uniform number picks among weights; the last when all weights are 0.
func pick(_ weights: [Double], with uniform: Double) -> Int {
  var rest = uniform * weights.sum
  for (index, weight) in weights.enumerated() {
    rest -= weight
    if rest < 0 { return index }
  }
  return max(0, weights.count - 1)
}
