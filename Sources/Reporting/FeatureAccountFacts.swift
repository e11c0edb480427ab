public import Texts

/// What was noticed and done while the features were made.
public struct FeatureAccountFacts: Hashable, Sendable {
  /// Where the parameters of transforms and scales come from.
  public enum Fit: Hashable, Sendable {
    /// From this wave.
    case refitted
    /// From an earlier wave, unchanged.
    case frozen(wave: String)
    /// From this and an earlier wave together.
    case pooled(wave: String)
  }

  /// Something that the screen noticed about a feature.
  public struct Screening: Hashable, Sendable {
    /// The feature.
    public var label: Wording
    /// The rule: `near-constant`, `correlated`, `rare-option`, `few-values`.
    public var rule: String
    /// What was measured.
    public var value: Double?
    /// From where on the rule speaks.
    public var threshold: Double?
    /// The feature that says the same, if the rule is about two.
    public var other: Wording?
    /// Whether the feature was left out; otherwise it is only told.
    public var isExcluded: Bool

    /// Creates an entry of the log.
    public init(
      label: Wording, rule: String, value: Double? = nil, threshold: Double? = nil, other: Wording? = nil,
      isExcluded: Bool
    ) {
      self.label = label
      self.rule = rule
      self.value = value
      self.threshold = threshold
      self.other = other
      self.isExcluded = isExcluded
    }
  }

  /// A count of values of a feature.
  public struct Count: Hashable, Sendable {
    /// The feature.
    public var label: Wording
    /// How many values.
    public var count: Int
    /// How many of them were pulled in.
    public var pulledIn: Int
    /// The farthest of them, in spreads from the middle.
    public var farthest: Double?

    /// Creates a count.
    public init(label: Wording, count: Int, pulledIn: Int = 0, farthest: Double? = nil) {
      self.label = label
      self.count = count
      self.pulledIn = pulledIn
      self.farthest = farthest
    }
  }

  /// Where the parameters come from, if it is known.
  public var fit: Fit?
  /// What the screen noticed; `nil` when there was no screen.
  public var screening: [Screening]?
  /// The values that were filled in, for each feature with any; `nil` when it is not known.
  public var imputed: [Count]?
  /// Whether missing values were taken from the nearest units; otherwise the median was taken.
  public var imputesNearest: Bool
  /// The values far from the others, for each feature with any; `nil` when they were not looked for.
  public var outliers: [Count]?
  /// The principal components; `nil` without any.
  public var components: ComponentFacts?

  /// Creates the facts.
  public init(
    fit: Fit? = nil, screening: [Screening]? = nil, imputed: [Count]? = nil, imputesNearest: Bool = false,
    outliers: [Count]? = nil, components: ComponentFacts? = nil
  ) {
    self.fit = fit
    self.screening = screening
    self.imputed = imputed
    self.imputesNearest = imputesNearest
    self.outliers = outliers
    self.components = components
  }
}

/// The principal components of the features, for looking at the data.
public struct ComponentFacts: Hashable, Sendable {
  /// One component.
  public struct Component: Hashable, Sendable {
    /// Its share of the total variance, from 0 to 1.
    public var share: Double
    /// The loading of each feature.
    public var loadings: [Double]

    /// Creates a component.
    public init(share: Double, loadings: [Double]) {
      self.share = share
      self.loadings = loadings
    }
  }

  /// The features, in the order of the loadings.
  public var features: [Wording]
  /// The components, the one with the largest share first.
  public var components: [Component]

  /// Creates the components.
  public init(features: [Wording], components: [Component]) {
    self.features = features
    self.components = components
  }
}
