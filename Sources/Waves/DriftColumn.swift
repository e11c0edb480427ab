/// What two waves hold in one column: the answers to a question, one a respondent, or the values of a feature, one a unit.
public struct DriftColumn: Hashable, Sendable {
  /// What the values are, which decides the test.
  public enum Kind: String, Hashable, Sendable {
    /// Numbers, whose order counts: the statistic of Kolmogorov and Smirnov.
    case numbers
    /// The positions of categories, from 0: chi-square.
    case categories
  }

  /// The values of one wave, and the unit that each belongs to.
  public struct Side: Hashable, Sendable {
    /// The values; none is missing.
    public var values: [Double]
    /// The unit of each, a position among all units of both waves.
    public var units: [Int]

    /// Creates a side.
    ///
    /// - Precondition: A unit for each value.
    public init(_ values: [Double], units: [Int]) {
      precondition(values.count == units.count, "a unit for each value")
      self.values = values
      self.units = units
    }

    /// Creates a side with what is there of values, some of which may be missing.
    ///
    /// - Precondition: A unit for each value.
    public init(present values: [Double?], units: [Int]) {
      precondition(values.count == units.count, "a unit for each value")
      let known = values.indices.filter { values[$0]?.isFinite ?? false }
      self.init(known.map { values[$0] ?? 0 }, units: known.map { units[$0] })
    }
  }

  /// The name of the column.
  public var name: String
  /// What the values are.
  public var kind: Kind
  /// The earlier wave.
  public var earlier: Side
  /// This wave.
  public var now: Side

  /// Creates a column.
  public init(_ name: String, _ kind: Kind, earlier: Side, now: Side) {
    self.name = name
    self.kind = kind
    self.earlier = earlier
    self.now = now
  }
}

/// In which of two waves each unit is, which decides how its wave is redrawn.
public enum WavesOfUnit: Hashable, Sendable {
  /// In both: what it said earlier and what it says now change places, or do not.
  case both
  /// In the earlier wave alone.
  case earlier
  /// In this wave alone.
  case now
}
