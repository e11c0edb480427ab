/// A correction of the answers of a wave after it was published.
public struct CorrectionFacts: Hashable, Sendable {
  /// The day on which it was processed, in the form `2020-06-26`.
  public var date: String
  /// The number of respondents that came, went, and answer otherwise.
  public var respondents: (new: Int, gone: Int, changed: Int) {
    get { (new, gone, changed) }
    set { (new, gone, changed) = newValue }
  }
  /// The number of estimates that are others.
  public var estimates: Int
  /// The number of units that are of another type.
  public var units: Int
  /// The number of types that have other strategies.
  public var strategies: Int

  private var new: Int
  private var gone: Int
  private var changed: Int

  /// Creates a correction.
  public init(
    date: String, respondents: (new: Int, gone: Int, changed: Int), estimates: Int, units: Int, strategies: Int
  ) {
    self.date = date
    (new, gone, changed) = respondents
    self.estimates = estimates
    self.units = units
    self.strategies = strategies
  }
}
