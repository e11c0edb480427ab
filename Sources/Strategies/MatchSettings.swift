public import DecisionAnalysis
public import Settings

/// How strategies are matched to types: the `match:` section of a pipeline file.
public struct MatchSettings: Hashable, Sendable {
  /// The number of joint draws of weights and measurements for each type and each field of work.
  public var draws: Int
  /// How far a criterion's weight may lie from its declared points, as a share of them.
  public var bounds: Double
  /// When a first place is a clear winner.
  public var winner: WinnerRule
  /// The least share of the replicates in which a member's own strategy beats its type's, for the member to be a misfit.
  public var misfit: Double
  /// The least number of respondents of a type in a field of work whose answers speak for themselves; with fewer they are
  /// drawn towards the type.
  public var fieldLeast: Int
  /// The difference in value below which PROMETHEE II prefers neither.
  public var indifference: Double
  /// The difference in value from which PROMETHEE II prefers fully.
  public var preference: Double
  /// The file in which people weigh the criteria, as the pipeline names it; `nil` for the points of the catalogue.
  public var weightsFile: String?
  /// The consistency ratio above which judgements of pairs contradict each other too much.
  public var consistency: Double

  /// Creates settings.
  public init(
    draws: Int = 10_000, bounds: Double = 0.5, winner: WinnerRule = WinnerRule(), misfit: Double = 0.8,
    fieldLeast: Int = 10, indifference: Double = 0.05, preference: Double = 0.5, weightsFile: String? = nil,
    consistency: Double = 0.1
  ) {
    self.draws = draws
    self.bounds = bounds
    self.winner = winner
    self.misfit = misfit
    self.fieldLeast = fieldLeast
    self.indifference = indifference
    self.preference = preference
    self.weightsFile = weightsFile
    self.consistency = consistency
  }

  /// Reads `draws`, `bounds`, `clear: {acceptability, ahead}`, `misfit`, `field: {least}`, `promethee: {indifference,
  /// preference}` and `weights: {file, consistency}`; each has a default.
  public init(reading reader: SettingsReader) {
    let standard = MatchSettings()
    draws = reader.integer("draws", default: standard.draws, in: 1...10_000_000)
    bounds = reader.number("bounds", default: standard.bounds, in: 0...1)
    winner = reader.section("clear") {
      WinnerRule(
        acceptability: $0.number("acceptability", default: 0.6, in: 0...1),
        ahead: $0.number("ahead", default: 0.2, in: 0...1))
    }
    misfit = reader.number("misfit", default: standard.misfit, in: 0...1)
    fieldLeast = reader.section("field") { $0.integer("least", default: standard.fieldLeast, in: 1...1_000_000) }
    (indifference, preference) = reader.section("promethee") { section in
      let low = section.number("indifference", default: standard.indifference, in: 0...1)
      let high = section.number("preference", default: standard.preference, in: 0...1)
      if low > high {
        section.reject(
          "indifference", rule: "crossed-bounds", value: plain(low),
          message: "a difference of \(plain(low)) makes none preferred, and one of \(plain(high)) prefers fully",
          mend: "exchange 'indifference' and 'preference'")
        return (standard.indifference, standard.preference)
      }
      return (low, high)
    }
    (weightsFile, consistency) = reader.section("weights") {
      ($0.text("file", default: nil), $0.number("consistency", default: standard.consistency, in: 0...1))
    }
  }
}
