public import Diagnostics
public import Settings
public import Survey

/// What the section `normalise` of a pipeline file says.
public struct NormalisationSettings: Hashable, Sendable {
  /// How often the respondents are redrawn; 200 unless said otherwise.
  public var replicates: Int
  /// The blocks of features, in the order of the file.
  public var blocks: [BlockSettings]
  /// How missing values are filled in.
  public var imputation: ImputationSettings
  /// Which features say little or the same as another.
  public var screening: ScreeningSettings
  /// The number of spreads beyond which a value is told as an outlier.
  public var outliersBeyond: Double
  /// On which units features are fitted.
  public var fit: FitSettings
  /// The number of principal components that are kept for looking at the data; 0 keeps none.
  public var components: Int

  /// All features, block after block.
  public var features: [FeatureSettings] { blocks.flatMap(\.features) }

  private static let reserved = ["unit", "name", "respondents", "weight", "simulated"]

  /// Reads the section.
  ///
  /// ```yaml
  /// normalise:
  ///   replicates: 200
  ///   scaling: z-score            # or robust, range, none; the default of all features
  ///   imputation: {method: median, strata: size}    # or nearest, with neighbours: 5
  ///   screening: {correlation: 0.95, near_constant: 0.95, rare: 0.05, action: tell}    # or exclude
  ///   outliers: {beyond: 5}
  ///   fit: {mode: refit}          # or frozen, pooled, with wave: NAME
  ///   components: 5
  ///   blocks:
  ///     structure:
  ///       weight: 2               # the block's share of the total variance is weight / sum of weights
  ///       features:
  ///         population: {source: register.population, transform: log, reason: {nl: ..., en: ...}}
  /// ```
  public init(reading reader: SettingsReader) {
    replicates = reader.integer("replicates", default: 200, in: 0...100_000)
    let scaling = reader.choice("scaling", default: Scaling.zScore)
    let classes = Self.classNames(reader)
    imputation = reader.section("imputation") { ImputationSettings(reading: $0, classes: classes) }
    screening = reader.section("screening") { ScreeningSettings(reading: $0) }
    outliersBeyond = reader.section("outliers") { $0.number("beyond", default: 5, in: 1...1_000) }
    fit = reader.section("fit") { FitSettings(reading: $0) }
    components = reader.integer("components", default: 5, in: 0...100)
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

  private static func classNames(_ reader: SettingsReader) -> [String] {
    guard let node = reader.node("classes"), case .mapping(let entries) = node.content else { return [] }
    return entries.map(\.key)
  }

  /// Returns an error for each source that does not exist or cannot give numbers.
  ///
  /// The centroid of a unit's boundary is no attribute of the register; a register is all that it needs here.
  public func unknownSources(among known: KnownSources) -> [Finding] {
    features.compactMap { feature in
      if feature.transform == .coordinates, known.register != nil { return nil }
      return feature.source.flatMap { source in
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
