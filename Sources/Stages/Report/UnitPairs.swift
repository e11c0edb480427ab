import Diagnostics
import Registers
import Reporting
import Tables
import Waves

/// The units that are in two waves, followed through the register.
///
/// A unit goes by its code. One that has another code now, or was merged, is what the register makes of it; one that was
/// divided is followed nowhere. Where several units were merged into one that was none of them, these count as that unit
/// when they were of one type, and not at all when they were of several.
///
/// Units are counted only when both waves publish their type: from the least number of respondents on in both.
struct UnitPairs {
  /// The place of each counted unit in the earlier wave.
  private(set) var earlier: [UnitPlace] = []
  /// Its place in this wave, in the same order.
  private(set) var now: [UnitPlace] = []
  /// The number of units that answered in both waves.
  private(set) var inBoth = 0
  private var units: [UnitFacts] = []
  private var followed = 0
  private var mergedOfSeveral = 0

  /// Finds the units of this wave in an earlier one.
  ///
  /// - Parameters:
  ///   - before: The earlier wave.
  ///   - assembly: This wave.
  ///   - all: Its units, in the order in which they are named.
  ///   - register: The register, if there is one.
  /// - Throws: ``Diagnostics/Failure`` when cluster did not leave how sure the types are.
  init(
    _ before: LastWave, _ assembly: ReportAssembly, _ all: [UnitFacts], _ register: ReportAssembly.RegisterOnDate?
  ) throws(Failure) {
    let shares = try membershipShares(assembly.cluster, assembly.members.ids)
    let least = assembly.publish.unitTypeMinimum
    let origins = Self.origins(of: before, register)
    for unit in all where unit.placing != .noAnswer {
      let sources = before.members.placing[unit.code] != nil ? [unit.code] : origins[unit.code] ?? []
      if sources.isEmpty { continue }
      inBoth += 1
      guard case .placed(let type, _, _) = unit.placing else { continue }
      let shown = sources.filter { (before.respondents[$0] ?? 0) >= least }
      guard let first = shown.first, let place = before.members.placing[first] else { continue }
      guard shown.allSatisfy({ before.members.placing[$0]?.type == place.type }) else {
        mergedOfSeveral += 1
        continue
      }
      if sources != [unit.code] { followed += 1 }
      let counts = before.members.ids.indices.map { index in
        shown.reduce(0) { $0 + (before.shares[$1]?[index] ?? 0) } / Double(shown.count)
      }
      earlier.append(UnitPlace(type: place.type, shares: counts))
      now.append(UnitPlace(type: type, shares: shares[unit.code] ?? assembly.members.ids.map { _ in 0 }))
      units.append(unit)
    }
  }

  /// The units of an earlier wave that have become another unit whole, by the code of that; sorted.
  private static func origins(
    of before: LastWave, _ register: ReportAssembly.RegisterOnDate?
  ) -> [String: [String]] {
    guard let register else { return [:] }
    var origins: [String: [String]] = [:]
    for code in before.members.placing.keys.sorted() {
      if case .merged(let into) = register.register.fate(of: code, from: before.date, to: register.date) {
        origins[into.code, default: []].append(code)
      }
    }
    return origins
  }

  /// Which units moved to another type.
  func movements(_ types: TypeCorrespondence) -> MovementFacts {
    let movements = Movements(earlier, now, types)
    let movers = units.indices.filter { movements.movements[$0] == .beyondNoise }.map { index in
      MovementFacts.Mover(
        code: units[index].code, name: units[index].name, from: earlier[index].type, to: now[index].type)
    }
    return MovementFacts(
      stayed: movements.count(of: .stayed), withinNoise: movements.count(of: .withinNoise),
      withoutCounterpart: movements.count(of: .withoutCounterpart), expectedByNoise: movements.expectedByNoise,
      movers: movers, followed: followed, mergedOfSeveral: mergedOfSeveral)
  }
}
