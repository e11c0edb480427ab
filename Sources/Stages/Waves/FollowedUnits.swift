import Registers
import Tables
import Waves

/// What the units of one wave became by a later one, as the register tells it.
///
/// A unit goes by its code. One that has another code since, or was merged, is what the register makes of it; one that was
/// divided is followed nowhere. Without a register units go by their codes alone.
struct FollowedUnits {
  /// The later code of each unit that lives on whole.
  private var successors: [String: String] = [:]
  /// The units that each became, sorted.
  private var origins: [String: [String]] = [:]

  /// Follows units.
  ///
  /// - Parameters:
  ///   - codes: The units of the earlier wave.
  ///   - later: Those of the later one.
  ///   - register: The register, if there is one.
  ///   - dates: The dates of both waves, if they are known.
  init(
    _ codes: some Collection<String>, to later: some Collection<String>, _ register: Register?,
    _ dates: (earlier: CalendarDate?, later: CalendarDate?)
  ) {
    let known = Set(later)
    for code in codes.sorted() {
      guard let successor = Self.successor(of: code, known, register, dates) else { continue }
      successors[code] = successor
      origins[successor, default: []].append(code)
    }
  }

  private static func successor(
    of code: String, _ later: Set<String>, _ register: Register?,
    _ dates: (earlier: CalendarDate?, later: CalendarDate?)
  ) -> String? {
    if let register, let first = dates.earlier, let last = dates.later {
      switch register.fate(of: code, from: first, to: last) {
      case .merged(let into): return into.code
      case .split: return nil
      case .unchanged, .unknown: break
      }
    }
    return later.contains(code) ? code : nil
  }

  /// The later code of a unit; `nil` when it was divided, or is not there any more.
  subscript(code: String) -> String? { successors[code] }

  /// The units that became a later one, itself among them when it was there.
  func origins(of later: String) -> [String] { origins[later] ?? [] }
}

/// A unit of two waves.
struct UnitInBoth: Hashable {
  /// Its code now.
  var unit: String
  /// The earlier unit that it is compared with: the same code, else of those that it took in the one with most respondents,
  /// the first of equals.
  var earlier: String
  /// All earlier units that went into it and had a type, sorted.
  var parts: [String]
  /// What the earlier wave says of it.
  var before: UnitPlace
  /// What this wave says of it.
  var now: UnitPlace

  /// Whether units were merged into it that it is not itself.
  var isMerged: Bool { parts != [unit] }

  /// Finds the units that are in both waves with a type.
  ///
  /// Where units of one type were merged into one that was none of them, it was of that type as often as they were on
  /// average; where they were of several, the largest counts.
  ///
  /// - Parameters:
  ///   - units: The units of this wave with what it says of them, in order.
  ///   - places: What the earlier wave says of its units.
  ///   - respondents: The number of respondents that each of these had.
  ///   - followed: What became of them.
  /// - Returns: The units, in the order of `units`.
  static func all(
    _ units: [(unit: String, place: UnitPlace)], _ places: [String: UnitPlace], respondents: [String: Int],
    _ followed: FollowedUnits
  ) -> [UnitInBoth] {
    units.compactMap { unit, now in
      let parts = followed.origins(of: unit).filter { places[$0] != nil }
      let largest = parts.min { first, second in
        (-(respondents[first] ?? 0), first) < (-(respondents[second] ?? 0), second)
      }
      guard let earlier = parts.contains(unit) ? unit : largest, let place = places[earlier] else { return nil }
      var before = place
      let alike = parts.compactMap { places[$0] }
      if earlier != unit, alike.allSatisfy({ $0.type == place.type }) {
        before.shares = place.shares.indices.map { type in
          alike.reduce(0) { $0 + $1.shares[type] } / Double(alike.count)
        }
      }
      return UnitInBoth(unit: unit, earlier: earlier, parts: parts, before: before, now: now)
    }
  }
}
