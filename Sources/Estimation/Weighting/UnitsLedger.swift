/// What became of each unit: every unit of the register has one line, so that nothing is lost.
public struct UnitsLedger: Hashable, Sendable {
  /// What can become of a unit.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// At least one respondent was used.
    case respondent
    /// Nobody answered.
    case nonRespondent = "non_respondent"
    /// The unit ceased to exist before the reference date; its respondents count for its successor.
    case mergedAway = "merged_away"
  }

  /// One unit.
  public struct Entry: Hashable, Sendable {
    /// The code of the unit.
    public var unit: String
    /// What became of it.
    public var outcome: Outcome
    /// The number of respondents used.
    public var respondents: Int
    /// The unit that took it in, for a unit that was merged away.
    public var into: String?
  }

  /// The units, sorted by code.
  public let entries: [Entry]
  /// The answering units that the register does not know, sorted.
  public let outside: [String]

  /// Creates a ledger.
  ///
  /// - Parameters:
  ///   - register: The codes of all units of the register on the reference date; `nil` without a register, when the
  ///     answering units are all that is known.
  ///   - respondents: The unit of each respondent.
  ///   - merged: Units that ceased to exist, with their successors.
  public init(register: [String]?, respondents: [String], merged: [(unit: String, into: String)] = []) {
    let counts = Dictionary(respondents.map { ($0, 1) }, uniquingKeysWith: +)
    let known = Set(register ?? Array(counts.keys))
    outside = counts.keys.filter { !known.contains($0) }.sorted()
    var entries = known.union(outside).map { unit in
      Entry(unit: unit, outcome: counts[unit] == nil ? .nonRespondent : .respondent, respondents: counts[unit] ?? 0)
    }
    let gone = merged.filter { !known.contains($0.unit) && counts[$0.unit] == nil }
    entries += gone.map { Entry(unit: $0.unit, outcome: .mergedAway, respondents: 0, into: $0.into) }
    self.entries = entries.sorted { $0.unit < $1.unit }
  }

  /// Returns the number of units with an outcome.
  public func count(of outcome: Outcome) -> Int { entries.count { $0.outcome == outcome } }
}
