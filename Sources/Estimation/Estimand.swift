/// What an estimate is about.
public enum Estimand: String, Hashable, Sendable, Codable, CaseIterable {
  /// The share or mean among respondents, each counting once, as published figures of a survey usually are.
  case respondents
  /// The average unit: each unit counts by its weight, however many respondents it has.
  case units
}

/// An estimate with its uncertainty.
public struct Estimate: Hashable, Sendable {
  /// The number of answers.
  public var answers: Int
  /// The number of units with an answer.
  public var units: Int
  /// The share or mean.
  public var value: Double
  /// The standard error over both stages; `nil` below two units.
  public var error: Double?
  /// The 95 % interval; `nil` below two units, and for a share of exactly 0 or 1.
  public var interval: ClosedRange<Double>?
}
