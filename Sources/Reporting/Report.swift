public import Texts

/// Everything that a publication says, as one value: plain texts and numbers, no files and no markup.
///
/// Lists are in the order in which they are printed. Indices of types and strategies count from 0.
public struct Report: Hashable, Sendable {
  /// The title of the analysis.
  public var title: Wording
  /// What one unit and several units are called.
  public var unitWords: UnitWords
  /// The wave that the report is about.
  public var wave: WaveFacts
  /// Whether the answers were drawn by a program, and so say nothing about any unit.
  public var simulated: Bool
  /// How many records and units took part.
  public var response: ResponseFacts
  /// What a type's profile is drawn on.
  public var features: [FeatureFacts]
  /// The types, the largest first.
  public var types: [TypeFacts]
  /// Every unit that may be named, sorted by name.
  public var units: [UnitFacts]
  /// The strategies of the catalogue, in its order.
  public var strategies: [StrategyFacts]
  /// The criteria on which the choice rests, in the order of the catalogue.
  public var criteria: [CriterionFacts]
  /// The strategy that fits each policy field of each type.
  public var fields: [FieldFacts]
  /// Why there are this many types.
  public var evidence: EvidenceFacts
  /// The main results of the survey beside the figures that were published.
  public var results: [ResultFacts]
  /// The boundaries for the map, if there are any.
  public var map: MapFacts?
  /// The languages in which it is published; a page leads to the same one in another language only where there is one.
  public var languages: [Language]
  /// The members of the working group, in the order of the pipeline file.
  public var members: [MemberFacts]
  /// How the report was made.
  public var making: MakingFacts
  /// What lies between the answers and the types.
  public var groundwork: GroundworkFacts
  /// What other methods, other features and other variables say of the types.
  public var robustness: RobustnessFacts
  /// By which share strategies take a risk away at each level, if what they do to risks was computed.
  public var reliefRanges: ReliefFacts.Ranges?
  /// What the figures about the types show.
  public var clusterFigures: ClusterFigureFacts
  /// What the figures about the choice of strategies show.
  public var decisionFigures: DecisionFigureFacts
  /// How the answers to statements are spread, statements of one index together.
  public var answers: [AnswerFacts]
  /// What the accessibility statement rests on, if there is one.
  public var accessibility: AccessibilityFacts?
  /// What changed since the last wave, if there is one.
  public var changes: ChangeFacts?
  /// What was corrected after the wave was published, the oldest first.
  public var corrections: [CorrectionFacts]
  /// The self-scan, if there is one.
  public var selfScan: SelfScanFacts?

  /// Creates a report from its parts.
  public init(
    title: Wording, unitWords: UnitWords, wave: WaveFacts, simulated: Bool, response: ResponseFacts,
    features: [FeatureFacts], types: [TypeFacts], units: [UnitFacts], strategies: [StrategyFacts],
    criteria: [CriterionFacts], fields: [FieldFacts], evidence: EvidenceFacts, results: [ResultFacts],
    map: MapFacts? = nil, languages: [Language] = Language.allCases,
    members: [MemberFacts], making: MakingFacts,
    groundwork: GroundworkFacts = GroundworkFacts(), robustness: RobustnessFacts = RobustnessFacts(),
    reliefRanges: ReliefFacts.Ranges? = nil, clusterFigures: ClusterFigureFacts = ClusterFigureFacts(),
    decisionFigures: DecisionFigureFacts = DecisionFigureFacts(), answers: [AnswerFacts] = [],
    accessibility: AccessibilityFacts? = nil, changes: ChangeFacts? = nil,
    corrections: [CorrectionFacts] = [], selfScan: SelfScanFacts? = nil
  ) {
    self.title = title
    self.unitWords = unitWords
    self.wave = wave
    self.simulated = simulated
    self.response = response
    self.features = features
    self.types = types
    self.units = units
    self.strategies = strategies
    self.criteria = criteria
    self.fields = fields
    self.evidence = evidence
    self.results = results
    self.map = map
    self.languages = languages
    self.members = members
    self.making = making
    self.groundwork = groundwork
    self.robustness = robustness
    self.reliefRanges = reliefRanges
    self.clusterFigures = clusterFigures
    self.decisionFigures = decisionFigures
    self.answers = answers
    self.accessibility = accessibility
    self.changes = changes
    self.corrections = corrections
    self.selfScan = selfScan
  }
}

/// The wave of the survey that a report is about.
public struct WaveFacts: Hashable, Sendable {
  /// The name of the wave, as in the pipeline: `2020`.
  public var name: String
  /// The date for which the wave holds, in the form `2020-04-15`.
  public var date: String
  /// The first day of the fieldwork, in the same form.
  public var from: String?
  /// The last day of the fieldwork, in the same form.
  public var to: String?
  /// What the wave's description says about it.
  public var about: Wording?

  /// Creates the facts of a wave.
  public init(
    name: String, date: String, from: String? = nil, to: String? = nil, about: Wording? = nil
  ) {
    self.name = name
    self.date = date
    self.from = from
    self.to = to
    self.about = about
  }
}

/// How many records and units took part, and what became of the others.
public struct ResponseFacts: Hashable, Sendable {
  /// The number of respondents whose answers were used.
  public var respondents: Int
  /// The number of units with at least one respondent.
  public var unitsAnswered: Int
  /// The number of units in the register, if there is a register.
  public var unitsInRegister: Int?
  /// The least number of respondents from which a unit's type is published.
  public var minimum: Int
  /// The ledger of records: each outcome with its count, in the order of the ledger's outcomes.
  public var records: [CountFacts]
  /// The ledger of units: each outcome with its count.
  public var units: [CountFacts]
  /// How well the register tells the types of units without answers, if that was computed.
  public var expectation: ExpectationFacts?

  /// Creates the facts of a response.
  public init(
    respondents: Int, unitsAnswered: Int, unitsInRegister: Int? = nil, minimum: Int, records: [CountFacts],
    units: [CountFacts], expectation: ExpectationFacts? = nil
  ) {
    self.respondents = respondents
    self.unitsAnswered = unitsAnswered
    self.unitsInRegister = unitsInRegister
    self.minimum = minimum
    self.records = records
    self.units = units
    self.expectation = expectation
  }
}

/// How well types are told from the register, found by leaving out units that answered.
public struct ExpectationFacts: Hashable, Sendable {
  /// The share of units whose type was the most likely one, from 0 to 1.
  public var accuracy: Double
  /// The same for always naming the largest type.
  public var baseline: Double
  /// Whether the register tells more than always naming the largest type.
  public var isBetter: Bool

  /// Creates the facts.
  public init(accuracy: Double, baseline: Double, isBetter: Bool) {
    self.accuracy = accuracy
    self.baseline = baseline
    self.isBetter = isBetter
  }
}

/// An outcome and how often it occurred.
public struct CountFacts: Hashable, Sendable {
  /// The name of the outcome, as in the ledger: `used`, `no_unit`.
  public var outcome: String
  /// How often it occurred.
  public var count: Int

  /// Creates a count.
  public init(
    outcome: String, count: Int
  ) {
    self.outcome = outcome
    self.count = count
  }
}

/// A feature on which the types were formed or are described.
public struct FeatureFacts: Hashable, Sendable {
  /// The name of the feature, as in the pipeline.
  public var name: String
  /// What readers call it.
  public var label: Wording
  /// The block that it belongs to, if any.
  public var block: Wording?
  /// Where its values come from, as the pipeline file names it.
  public var source: String
  /// How its values were transformed and scaled, by the names of the pipeline file: `log`, `z-score`.
  public var treatments: [String]
  /// Its weight in the distance between units, 1 by default.
  public var weight: Double
  /// Why it is there.
  public var reason: Wording
  /// Whether the types were formed on it; otherwise it only describes them.
  public var clustered: Bool
  /// Whether it says which of several groups a unit belongs to, so that high means often.
  public var isGroup: Bool

  /// Creates the facts of a feature.
  public init(
    name: String, label: Wording, block: Wording? = nil, source: String, treatments: [String], weight: Double,
    reason: Wording, clustered: Bool, isGroup: Bool = false
  ) {
    self.name = name
    self.label = label
    self.block = block
    self.source = source
    self.treatments = treatments
    self.weight = weight
    self.reason = reason
    self.clustered = clustered
    self.isGroup = isGroup
  }
}
