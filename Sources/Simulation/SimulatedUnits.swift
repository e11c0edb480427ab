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
}

/// The streams of random numbers, so that no draw depends on the number of others.
enum Stream {
  static let unitKey = 1
  static let unitType = 2
  static let crowd = 3
  static let person = 4
  static let unitIndex = 5
  static let unitQuestion = 6
  static let personIndex = 7
  static let personQuestion = 8
  static let spelling = 9
  static let dirt = 10
  static let duration = 11
}

/// Draws which units answer, of which type they are, and how many respondents each has; sorted by code, outsiders last.
func drawUnits(_ plan: SimulationPlan, register: Register?) throws(Failure) -> [SimulatedUnit] {
  var candidates = register?.units(on: plan.date) ?? []
  let always = try alwaysAnswering(plan, register: register)
  let width = String(plan.units).count
  for number in stride(from: candidates.count + 1, through: plan.units, by: 1) {
    let digits = String(number)
    candidates.append(
      Unit(code: "U" + String(repeating: "0", count: width - digits.count) + digits, name: "Unit \(digits)"))
  }
  let sizes = candidates.map { plan.size.flatMap($0.number) }
  let known = sizes.compactMap { $0 }.filter { $0 > 0 }.sorted()
  let median = known.isEmpty ? 1 : known[known.count / 2]
  let relative = sizes.map { size in size.map { max($0, 1) / median } ?? 1 }
  let weights = relative.map { Double.pow($0, plan.sizeExponent) }

  // Weighted sampling without replacement: the largest of log(u) / weight (Efraimidis and Spirakis, 2006,
  // doi:10.1016/j.ipl.2005.11.003).
  let keys = candidates.indices.map { index -> Double in
    if always.contains(candidates[index].code) { return .infinity }
    var generator = SeededGenerator(seed: plan.seed, streams: Stream.unitKey, index)
    return Double.log(generator.uniform() + 0x1p-54) / weights[index]
  }
  let chosen = candidates.indices.sorted { (-keys[$0], $0) < (-keys[$1], $1) }.prefix(plan.units)
    .sorted { candidates[$0].code < candidates[$1].code }
  var units = chosen.map { index in
    SimulatedUnit(
      unit: candidates[index], type: drawType(plan, for: candidates[index], number: index), respondents: 1,
      relativeSize: relative[index])
  }
  spread(plan, over: &units, weights: chosen.map { weights[$0] })
  for (number, name) in plan.outsiders.enumerated() {
    let unit = Unit(code: "", name: name)
    units.append(
      SimulatedUnit(
        unit: unit, type: drawType(plan, for: unit, number: candidates.count + number), respondents: 1,
        relativeSize: 1, isOutsider: true))
  }
  return units
}

private func alwaysAnswering(_ plan: SimulationPlan, register: Register?) throws(Failure) -> Set<String> {
  guard let register else { return [] }
  var codes: Set<String> = []
  var findings: [Finding] = []
  for name in plan.always {
    if case .unit(let code, _, _) = register.resolve(name, on: plan.date) {
      codes.insert(code)
    } else {
      findings.append(
        Finding(
          .error, rule: "unknown-unit", at: Place(field: "always"), value: name,
          message: "'always' names '\(name)', which is no unit of the register on \(plan.date.iso)",
          mend: "correct the name, or move it to 'outsiders'"))
    }
  }
  if codes.count > plan.units {
    findings.append(
      Finding(
        .error, rule: "too-few", at: Place(field: "units"), value: String(plan.units),
        message: "\(codes.count) units always answer, and only \(plan.units) may", mend: "raise 'units'"))
  }
  if !findings.isEmpty { throw Failure(.badPipeline, findings) }
  return codes
}

private func drawType(_ plan: SimulationPlan, for unit: Unit, number: Int) -> Int {
  var generator = SeededGenerator(seed: plan.seed, streams: Stream.unitType, number)
  return pick(plan.types.map { $0.weight(for: unit) }, with: generator.uniform())
}

/// Gives the respondents beyond the first of each unit away by weight.
private func spread(_ plan: SimulationPlan, over units: inout [SimulatedUnit], weights: [Double]) {
  var bounds: [Double] = []
  var total = 0.0
  for weight in weights {
    total += weight
    bounds.append(total)
  }
  var generator = SeededGenerator(seed: plan.seed, streams: Stream.crowd)
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
