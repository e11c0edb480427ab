public import Diagnostics
public import Settings
public import Survey

/// What the section `normalise` of a pipeline file says.
public struct NormalisationSettings: Hashable, Sendable {
  /// How often the respondents are redrawn; 200 unless said otherwise.
  public var replicates: Int
  /// The blocks of features, in the order of the file.
  public var blocks: [BlockSettings]

  /// All features, block after block.
  public var features: [FeatureSettings] { blocks.flatMap(\.features) }

  private static let reserved = ["unit", "name", "respondents", "weight", "simulated"]

  /// Reads the section.
  ///
  /// ```yaml
  /// normalise:
  ///   replicates: 200
  ///   scaling: z-score            # or robust; the default of all features
  ///   blocks:
  ///     structure:
  ///       weight: 2               # the block's share of the total variance is weight / sum of weights
  ///       features:
  ///         population: {source: register.population, transform: log, reason: {nl: ..., en: ...}}
  /// ```
  public init(reading reader: SettingsReader) {
    replicates = reader.integer("replicates", default: 200, in: 0...100_000)
    let scaling = reader.choice("scaling", default: Scaling.zScore)
    blocks = reader.named("blocks") { BlockSettings(name: $0, reading: $1, scaling: scaling) }.map(\.value)
    var seen: Set<String> = []
    for feature in blocks.flatMap(\.features) where !seen.insert(feature.name).inserted {
      reader.findings.error(
        "duplicate-feature", at: feature.place, value: feature.name,
        message: "feature '\(feature.name)' is declared in two blocks", mend: "give one of the two another name")
    }
    for feature in blocks.flatMap(\.features) where Self.reserved.contains(feature.name) {
      reader.findings.error(
        "reserved-name", at: feature.place, value: feature.name,
        message: "a feature cannot be called '\(feature.name)', which is a column of every table of units",
        mend: "give the feature another name")
    }
    if !blocks.contains(where: { $0.features.contains { $0.use == .cluster } }) {
      reader.findings.error(
        "no-features", at: reader.place(of: "blocks"), message: "\(reader.subject) declares no feature to cluster on",
        mend: "add 'blocks:' with at least one feature that is not 'use: profile'")
    }
  }

  /// Returns an error for each source that does not exist or cannot give numbers.
  public func unknownSources(among known: KnownSources) -> [Finding] {
    features.compactMap { feature in
      feature.source.flatMap { source in
        known.finding(on: source, share: feature.share, of: "feature '\(feature.name)'", at: feature.place)
      }
    }
  }
}

/// A block of features that share a weight.
public struct BlockSettings: Hashable, Sendable {
  /// The name of the block.
  public var name: String
  /// What the block is called in a report; its name unless said otherwise.
  public var label: LocalText
  /// The block's part of the total variance, over the sum of all blocks' weights.
  public var weight: Double
  /// Why the block weighs what it weighs.
  public var reason: LocalText?
  /// The features of the block, in the order of the file.
  public var features: [FeatureSettings]

  init(name: String, reading reader: SettingsReader, scaling: Scaling) {
    self.name = name
    label = reader.localText("label", default: LocalText(nl: name, en: name))
    weight = reader.number("weight", default: 1, in: 0...1_000_000)
    reason = reader.node("reason") == nil ? nil : reader.localText("reason")
    let use = reader.choice("use", default: FeatureUse.cluster)
    features = reader.named("features") { FeatureSettings(name: $0, reading: $1, use: use, scaling: scaling) }
      .map(\.value)
    if weight == 0, features.contains(where: { $0.use == .cluster }) {
      reader.reject(
        "weight", rule: "zero-weight", message: "\(reader.subject) has features to cluster on, but weight 0",
        mend: "give it a weight above 0, or 'use: profile' to carry it along")
    }
  }
}

/// One declared feature.
public struct FeatureSettings: Hashable, Sendable {
  /// The name of the feature, which is also its column in `features.csv` (its first part, for one-hot columns).
  public var name: String
  /// What the feature is called in a report; its name unless said otherwise.
  public var label: LocalText
  /// Where its values come from; `nil` only beside an error.
  public var source: ValueSource?
  /// The answers whose share is taken, as codes of the codebook; empty for the mean.
  public var share: [String]
  /// What is done to a value.
  public var transform: Transform
  /// How it is scaled.
  public var scaling: Scaling
  /// The feature's part within its block.
  public var weight: Double
  /// Whether types are made from it.
  public var use: FeatureUse
  /// Why it is a feature.
  public var reason: LocalText
  /// Where its source is written.
  public var place: Place

  init(name: String, reading reader: SettingsReader, use fallback: FeatureUse, scaling: Scaling) {
    self.name = name
    label = reader.localText("label", default: LocalText(nl: name, en: name))
    source = reader.valueSource("source")
    place = reader.place(of: "source")
    share = reader.texts("share")
    transform = reader.choice("transform", default: .identity)
    self.scaling = reader.choice("scaling", default: scaling)
    weight = reader.number("weight", default: 1, in: 0.001...1_000_000)
    use = reader.choice("use", default: fallback)
    reason = reader.localText("reason")
    if !share.isEmpty, let source {
      if case .question = source { return }
      reader.reject(
        "share", rule: "share-of-question", value: source.text,
        message: "\(reader.subject) takes a share of '\(source.text)', which is not a question",
        mend: "remove 'share:', or take the source 'question.NAME'")
    }
  }
}
