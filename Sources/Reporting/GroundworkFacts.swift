public import Texts

/// What lies between the answers and the types; a part that was not computed is empty, and the report leaves it out.
public struct GroundworkFacts: Hashable, Sendable {
  /// The divisions of the units for which there are estimates.
  public var groupings: [GroupingFacts]
  /// What the estimates by group are about.
  public var groupEstimand: EstimandFacts
  /// The results that have no published figure beside them.
  public var otherResults: [ResultFacts]
  /// The response by class of the register.
  public var responseTables: [ResponseTableFacts]
  /// The questions that some left without an answer, the most often first; `nil` when it is not known.
  public var unanswered: [UnansweredFacts]?
  /// How the units were weighted.
  public var weighting: WeightingFacts?
  /// How the answers were brought to units.
  public var aggregation: AggregationFacts?
  /// The reliability of each index.
  public var reliability: [ReliabilityFacts]
  /// What was done while the features were made.
  public var features: FeatureAccountFacts
  /// Whether the units' data suffice, as respondents see it.
  public var dataFitness: DataFitnessFacts?
  /// Whether this wave is fit for each declared use.
  public var waveFitness: [WaveFitnessFacts]
  /// What was withheld.
  public var disclosure: DisclosureFacts?

  /// Creates the facts.
  public init(
    groupings: [GroupingFacts] = [], groupEstimand: EstimandFacts = .respondents, otherResults: [ResultFacts] = [],
    responseTables: [ResponseTableFacts] = [], unanswered: [UnansweredFacts]? = nil, weighting: WeightingFacts? = nil,
    aggregation: AggregationFacts? = nil,
    reliability: [ReliabilityFacts] = [], features: FeatureAccountFacts = FeatureAccountFacts(),
    dataFitness: DataFitnessFacts? = nil, waveFitness: [WaveFitnessFacts] = [], disclosure: DisclosureFacts? = nil
  ) {
    self.groupings = groupings
    self.groupEstimand = groupEstimand
    self.otherResults = otherResults
    self.responseTables = responseTables
    self.unanswered = unanswered
    self.weighting = weighting
    self.aggregation = aggregation
    self.reliability = reliability
    self.features = features
    self.dataFitness = dataFitness
    self.waveFitness = waveFitness
    self.disclosure = disclosure
  }
}

/// What was withheld so that nobody can be recognised.
public struct DisclosureFacts: Hashable, Sendable {
  /// How much of one table was withheld.
  public struct Count: Hashable, Sendable {
    /// What the table is about.
    public var table: Wording
    /// The number of cells.
    public var cells: Int
    /// The cells with too few people.
    public var tooFew: Int
    /// The cells that would have given another away.
    public var wouldTell: Int

    /// Creates a count.
    public init(table: Wording, cells: Int, tooFew: Int, wouldTell: Int) {
      self.table = table
      self.cells = cells
      self.tooFew = tooFew
      self.wouldTell = wouldTell
    }
  }

  /// The least number of respondents of a group about which something is published.
  public var minimum: Int
  /// Whether the sizes of types count only the units that are shown with their type.
  public var countsShownUnitsOnly: Bool
  /// One entry a table.
  public var tables: [Count]

  /// Creates the facts.
  public init(minimum: Int, countsShownUnitsOnly: Bool = false, tables: [Count]) {
    self.minimum = minimum
    self.countsShownUnitsOnly = countsShownUnitsOnly
    self.tables = tables
  }
}
