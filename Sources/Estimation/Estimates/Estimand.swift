/// What an estimate is about.
public enum Estimand: String, Hashable, Sendable, Codable, CaseIterable {
  /// The share or mean among respondents, each counting once, as published figures of a survey usually are.
  case respondents
  /// The average unit: each unit counts by its weight, however many respondents it has.
  case units
  /// The average inhabitant: each unit counts by its weight times the number of people who live there. A share is that
  /// of the people who live in a unit of which this was answered.
  case inhabitants
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
  /// The 95 % interval; `nil` below two units.
  public var interval: ClosedRange<Double>?
  /// The variance divided by that of as many answers drawn at random with replacement, each weighing the same; `nil`
  /// without a variance, and when all answers are the same.
  public var designEffect: Double?
}
