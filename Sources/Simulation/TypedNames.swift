import Matrices
import Registers
import Tables

/// Writes the name of a unit as a respondent would type it.
struct TypedNames {
  private let plan: SimulationPlan
  private let register: Register?
  private let variants: [String: [String]]
  private let former: [String: [String]]
  private let random: WaveRandomness

  init(plan: SimulationPlan, register: Register?, random: WaveRandomness) {
    self.random = random
    self.plan = plan
    self.register = register
    variants = Dictionary(grouping: register?.variants ?? [], by: \.code).mapValues { $0.map(\.name) }
    let whole = (register?.changes ?? []).filter { $0.kind != .split && $0.date <= plan.date }
    former = Dictionary(grouping: whole, by: \.new.code).mapValues { $0.map(\.old.name) }
  }

  /// Returns the name that a respondent types; always one that the register leads back to the unit.
  func typed(_ simulated: SimulatedUnit, by person: Int) -> String {
    let unit = simulated.unit
    if simulated.isOutsider { return unit.name }
    var generator = random.stream(Stream.spelling, person)
    let spellings = plan.spellings
    if let names = former[unit.code], generator.uniform() < spellings.former {
      return checked(names[generator.index(below: names.count)], unit)
    }
    if let names = variants[unit.code], generator.uniform() < spellings.variant {
      return checked(names[generator.index(below: names.count)], unit)
    }
    let shares = [spellings.lower, spellings.upper, spellings.prefixed, spellings.spaced]
    switch pick(shares + [max(0, 1 - shares.reduce(0, +))], with: generator.uniform()) {
    case 0: return checked(unit.name.lowercased(), unit)
    case 1: return checked(unit.name.uppercased(), unit)
    case 2: return checked((register?.prefixes.first ?? "") + unit.name, unit)
    case 3: return unit.name + " "
    default: return unit.name
    }
  }

  private func checked(_ name: String, _ unit: Unit) -> String {
    guard let register else { return unit.name }
    if case .unit(unit.code, _, _) = register.resolve(name, on: plan.date) { return name }
    return unit.name
  }
}
