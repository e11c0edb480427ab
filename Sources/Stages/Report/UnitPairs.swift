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
  /// What a wave says of its units, by their codes.
  struct Side {
    /// The type of each unit that has one.
    var types: [String: Int]
    /// The share of the joint replicates in which each is of each type.
    var shares: [String: [Double]]
    /// The number of types.
    var count: Int

    /// The place of a unit; `nil` for one without a type.
    func place(of unit: String) -> UnitPlace? {
      types[unit].map { UnitPlace(type: $0, shares: shares[unit] ?? Array(repeating: 0, count: count)) }
    }
  }

  /// The place of each counted unit in the earlier wave.
  private(set) var earlier: [UnitPlace] = []
  /// Its place in this wave, in the same order.
  private(set) var now: [UnitPlace] = []
  /// The number of units that answered in both waves.
  private(set) var inBoth = 0
  private var units: [UnitFacts] = []
  private var followed = 0
  private var mergedOfSeveral = 0

  /// Finds the units of a wave in an earlier one.
  ///
  /// - Parameters:
  ///   - before: The earlier wave, of all units that answered.
  ///   - after: This wave.
  ///   - all: Its units, in the order in which they are named.
  ///   - shown: The codes of the units whose type the earlier wave publishes.
  ///   - origins: The earlier codes of units that have another code now, or that others were merged into, by the code now.
  init(_ before: Side, _ after: Side, _ all: [UnitFacts], shown: Set<String>, origins: [String: [String]]) {
    for unit in all where unit.placing != .noAnswer {
      let sources = before.types[unit.code] != nil ? [unit.code] : origins[unit.code] ?? []
      if sources.isEmpty { continue }
      inBoth += 1
      guard case .placed = unit.placing, let place = after.place(of: unit.code) else { continue }
      let places = sources.filter(shown.contains).compactMap(before.place)
      guard let first = places.first else { continue }
      guard places.allSatisfy({ $0.type == first.type }) else {
        mergedOfSeveral += 1
        continue
      }
      if sources != [unit.code] { followed += 1 }
      let shares = (0..<before.count).map { type in
        places.reduce(0) { $0 + $1.shares[type] } / Double(places.count)
      }
      earlier.append(UnitPlace(type: first.type, shares: shares))
      now.append(place)
      units.append(unit)
    }
  }

  /// Finds the units of a report in an earlier wave.
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
    let letters = assembly.members.ids
    let least = assembly.publish.unitTypeMinimum
    self.init(
      Side(
        types: before.members.placing.mapValues(\.type), shares: before.shares, count: before.members.ids.count),
      Side(
        types: assembly.members.placing.mapValues(\.type),
        shares: try membershipShares(assembly.cluster, letters), count: letters.count), all,
      shown: Set(before.members.placing.keys.filter { (before.respondents[$0] ?? 0) >= least }),
      origins: register.map { register in
        Self.origins(of: before.members.placing.keys.sorted(), register.register, from: before.date, to: register.date)
      } ?? [:])
  }

  /// Returns which units of a day have become another unit whole by a later day, by the code of that.
  static func origins(
    of codes: [String], _ register: Register, from first: CalendarDate, to last: CalendarDate
  ) -> [String: [String]] {
    var origins: [String: [String]] = [:]
    for code in codes {
      if case .merged(let into) = register.fate(of: code, from: first, to: last) {
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
