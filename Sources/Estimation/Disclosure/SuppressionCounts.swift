/// How many figures of a table were published, and how many withheld and why: what is withheld is counted, not hidden.
public struct SuppressionCounts: Hashable, Sendable {
  /// The number of figures that were published.
  public var shown: Int
  /// The number that were withheld because they are about too few people.
  public var primary: Int
  /// The number that were withheld because others could be computed from them.
  public var secondary: Int

  /// Creates counts.
  public init(shown: Int = 0, primary: Int = 0, secondary: Int = 0) {
    self.shown = shown
    self.primary = primary
    self.secondary = secondary
  }

  /// Counts the entries of a table; absent ones count nowhere.
  public init(_ table: MarginTable) {
    self.init(table.standings)
  }

  /// Counts figures by what became of them; absent ones count nowhere.
  public init(_ standings: [MarginTable.Standing]) {
    shown = standings.count { $0 == .shown }
    primary = standings.count { $0 == .primary }
    secondary = standings.count { $0 == .secondary }
  }

  /// The number of figures that were withheld.
  public var withheld: Int { primary + secondary }

  /// Adds the counts of two tables.
  public static func + (left: SuppressionCounts, right: SuppressionCounts) -> SuppressionCounts {
    SuppressionCounts(
      shown: left.shown + right.shown, primary: left.primary + right.primary,
      secondary: left.secondary + right.secondary)
  }
}
