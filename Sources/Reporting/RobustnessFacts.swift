public import Texts

/// What speaks for and against a typology from outside it; a part that was not measured is empty, and the report leaves it
/// out.
public struct RobustnessFacts: Hashable, Sendable {
  /// What another method makes of the same units.
  public struct Opinion: Hashable, Sendable {
    /// The method: `pam-gower` or `ward`.
    public var method: String
    /// The adjusted Rand index with the typology; 1 is the same division.
    public var agreement: Double
    /// The number of units in another type.
    public var moved: Int
    /// In a word: excellent, good, moderate or poor.
    public var verdict: String

    /// Creates an opinion.
    public init(method: String, agreement: Double, moved: Int, verdict: String) {
      self.method = method
      self.agreement = agreement
      self.moved = moved
      self.verdict = verdict
    }
  }

  /// How the typology changes when something is left out.
  public struct Change: Hashable, Sendable {
    /// What was left out.
    public var label: Wording
    /// Whether it is a whole block of features.
    public var isBlock: Bool
    /// Its share of the weight of all features, from 0 to 1.
    public var share: Double
    /// The adjusted Rand index of both typologies; `nil` when nothing remained.
    public var agreement: Double?
    /// The number of units in another type.
    public var moved: Int?
    /// The name of the feature or block.
    public var name: String

    /// Creates a change.
    public init(
      label: Wording, isBlock: Bool, share: Double, agreement: Double? = nil, moved: Int? = nil, name: String = ""
    ) {
      self.label = label
      self.isBlock = isBlock
      self.share = share
      self.agreement = agreement
      self.moved = moved
      self.name = name
    }
  }

  /// What a variable that the types were not made from has to do with them.
  public struct Association: Hashable, Sendable {
    /// What readers call the variable.
    public var label: Wording
    /// Whether it has categories (Cramér's V) and not numbers (eta squared).
    public var isCategories: Bool
    /// The strength, from 0 to 1.
    public var strength: Double
    /// The probability of as much by chance, adjusted for the number of variables.
    public var probability: Double
    /// The number of units with a value.
    public var units: Int
    /// The share of a feature's variance that the variable explains, of the feature where that is most.
    public var overlap: Double?
    /// That feature.
    public var overlapsWith: Wording?

    /// Creates an association.
    public init(
      label: Wording, isCategories: Bool, strength: Double, probability: Double, units: Int, overlap: Double? = nil,
      overlapsWith: Wording? = nil
    ) {
      self.label = label
      self.isCategories = isCategories
      self.strength = strength
      self.probability = probability
      self.units = units
      self.overlap = overlap
      self.overlapsWith = overlapsWith
    }
  }

  /// What other methods make of the units.
  public var opinions: [Opinion]
  /// What changes without each feature and each block.
  public var changes: [Change]
  /// What other variables have to do with the types.
  public var associations: [Association]
  /// The number of units that were divided.
  public var units: Int

  /// Creates the facts.
  public init(
    opinions: [Opinion] = [], changes: [Change] = [], associations: [Association] = [], units: Int = 0
  ) {
    self.opinions = opinions
    self.changes = changes
    self.associations = associations
    self.units = units
  }
}
