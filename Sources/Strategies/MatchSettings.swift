public import DecisionAnalysis
public import Settings

/// How strategies are matched to types: the `match:` section of a pipeline file.
public struct MatchSettings: Hashable, Sendable {
  /// The number of joint draws of weights and measurements for each type.
  public var draws: Int
  /// The number of joint draws for each field of work of each type.
  public var fieldDraws: Int
  /// How far a criterion's weight may lie from its declared points, as a share of them.
  public var bounds: Double
  /// When a first place is a clear winner.
  public var winner: WinnerRule
  /// The least share of the replicates in which a member's own strategy beats its type's, for the member to be a misfit.
  public var misfit: Double

  /// Creates settings.
  public init(
    draws: Int = 10_000, fieldDraws: Int = 1000, bounds: Double = 0.5, winner: WinnerRule = WinnerRule(),
    misfit: Double = 0.8
  ) {
    self.draws = draws
    self.fieldDraws = fieldDraws
    self.bounds = bounds
    self.winner = winner
    self.misfit = misfit
  }

  /// Reads `draws`, `field_draws`, `bounds`, `clear: {acceptability, ahead}` and `misfit`; each has a default.
  public init(reading reader: SettingsReader) {
    draws = reader.integer("draws", default: 10_000, in: 1...10_000_000)
    fieldDraws = reader.integer("field_draws", default: 1000, in: 1...10_000_000)
    bounds = reader.number("bounds", default: 0.5, in: 0...1)
    winner = reader.section("clear") {
      WinnerRule(
        acceptability: $0.number("acceptability", default: 0.6, in: 0...1),
        ahead: $0.number("ahead", default: 0.2, in: 0...1))
    }
    misfit = reader.number("misfit", default: 0.8, in: 0...1)
  }
}
