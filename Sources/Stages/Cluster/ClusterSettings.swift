import Clustering
public import Diagnostics
public import Settings

/// How types are made and their number is chosen: the section `cluster` of a pipeline file.
///
/// ```yaml
/// cluster:
///   types: {from: 2, to: 8}     # from 1 on, when the answer may be that there are no types
///                               # with a decision: {from: 2, to: 8, choose: 5, reason: "..."}, and what the evidence
///                               # said then: {..., rule_said: 4, spoke_for: [silhouette]}, which each rerun checks
///   starts: 200                 # searches for each number of types, each from other first centroids
///   until_hits: 20              # stop sooner, when the best division was found so often (looked at every 50 starts)
///   seeding: greedy-k-means++   # or k-means++, random-rows: how first centroids are drawn
///   descent: exchanges          # lloyd leaves out the exchanges of single units after Lloyd's iterations
///   smallest: 5                 # a type has at least so many units
///   rule: stability             # or silhouette, gap-firstSEmax, gap-Tibs2001SEmax, gap-globalmax, prediction-strength
///   least_jaccard: 0.75         # for the rule stability
///   least_prediction: 0.8       # for the rule prediction-strength
///   evidence: full              # quick leaves out the gap statistic, the resamples, the halvings, second opinions,
///                               # sensitivity and external validation
///   references: 50              # of the gap statistic, which is always measured from one type on
///   reference_box: components   # of the gap statistic: along the principal components, or original, along the features
///   resamples: 100              # for the stability
///   halvings: 20                # for the prediction strength
///   refit_starts: 10            # searches for each number of types in each reference, resample and half
///   self_scan: {questions: 12}  # how many questions the scan asks that one person fills in; 0 makes none
///   waves: {refit: gate}        # what becomes of the types when a wave follows another: see ``WaveSettings``
/// ```
public struct ClusterSettings: Hashable, Sendable {
  /// The smallest number of types that is searched.
  public var from = 2
  /// The largest number of types that is searched.
  public var to = 8
  /// The number of types that a person decided on.
  public var choose: Int?
  /// Why the person decided so.
  public var reason = ""
  /// The number that the rule took when the person decided, if that was written down.
  public var ruleSaid: Int?
  /// The criteria that took the number that the person decided on, if they were written down.
  public var spokeFor: [String] = []
  /// The number of starts for each number of types.
  public var starts = 200
  /// How often the best division has to be found for a search to stop before all starts are made; `nil` makes them all.
  public var untilHits: Int?
  /// How first centroids are drawn: one of ``seedingNames``.
  public var seeding = ClusterSettings.seedingNames[0]
  /// Whether each search ends with exchanges of single units.
  public var exchanges = true
  /// The least number of units in a type.
  public var smallest = 5
  /// The rule that chooses: one of ``ruleNames``.
  public var rule = ClusterSettings.ruleNames[0]
  /// The least Jaccard coefficient of a type, for the rule `stability`.
  public var leastJaccard = 0.75
  /// The least prediction strength, for the rule `prediction-strength`.
  public var leastPrediction = 0.8
  /// Whether the gap statistic, the stability and the prediction strength are left out.
  public var quick = false
  /// The number of references of the gap statistic.
  public var references = 50
  /// The box from which the references are drawn: `components` or `original`.
  public var referenceBox = GapBox.components.rawValue
  /// The number of resamples for the stability.
  public var resamples = 100
  /// The number of halvings for the prediction strength.
  public var halvings = 20
  /// The number of starts of each search in a reference, a resample or a half.
  public var refitStarts = 10
  /// The most questions of the self-scan; 0 makes none.
  public var scanQuestions = 12

  /// What becomes of the types when a wave follows another.
  public var waves = WaveSettings()

  /// Where the pipeline file sets the largest number of types, if it does.
  public var mostPlace: Place?

  /// The names of the rules, the default first.
  public static let ruleNames = ChoiceRule.allCases.map(\.rawValue)

  /// The names of the ways to draw first centroids, the default first.
  public static let seedingNames = Seeding.allCases.map(\.rawValue)

  /// The names of the ways to descend, the default first.
  public static let descentNames = Descending.allCases.map(\.rawValue)

  /// The names of the boxes from which references may be drawn, the default first.
  public static let boxNames = GapBox.allCases.map(\.rawValue)

  /// The most types that can be asked for.
  public static let mostTypes = 100

  /// Creates settings with their defaults.
  public init() {}

  /// Reads the section of a pipeline file.
  public init(reading reader: SettingsReader) {
    reader.section("types") { readTypes($0) }
    starts = reader.integer("starts", default: starts, in: 1...1_000_000)
    if reader.node("until_hits") != nil { untilHits = reader.integer("until_hits", default: 20, in: 1...1_000_000) }
    let seeding: Seeding = reader.choice("seeding", default: .greedy)
    self.seeding = seeding.rawValue
    let descent: Descending = reader.choice("descent", default: .exchanges)
    exchanges = descent == .exchanges
    smallest = reader.integer("smallest", default: smallest, in: 1...1_000_000)
    let rule: ChoiceRule = reader.choice("rule", default: .stability)
    self.rule = rule.rawValue
    leastJaccard = reader.number("least_jaccard", default: leastJaccard, in: 0...1)
    leastPrediction = reader.number("least_prediction", default: leastPrediction, in: 0...1)
    let depth: EvidenceSearch.Depth = reader.choice("evidence", default: .full)
    quick = depth == .quick
    references = reader.integer("references", default: references, in: 2...100_000)
    let box: GapBox = reader.choice("reference_box", default: .components)
    referenceBox = box.rawValue
    resamples = reader.integer("resamples", default: resamples, in: 1...100_000)
    halvings = reader.integer("halvings", default: halvings, in: 1...100_000)
    refitStarts = reader.integer("refit_starts", default: refitStarts, in: 1...1_000_000)
    reader.section("self_scan") { scanQuestions = $0.integer("questions", default: scanQuestions, in: 0...40) }
    waves = reader.section("waves") { WaveSettings(reading: $0) }
  }

  private mutating func readTypes(_ types: SettingsReader) {
    from = types.integer("from", default: from, in: 1...Self.mostTypes)
    to = types.integer("to", default: max(to, from), in: 1...Self.mostTypes)
    if types.node("to") != nil { mostPlace = types.place(of: "to") }
    if types.node("choose") != nil { choose = types.integer("choose", default: from, in: 1...Self.mostTypes) }
    reason = types.text("reason", default: "")
    if to < from {
      types.reject(
        "to", rule: "crossed-range", value: String(to),
        message: "the types run from \(from) to \(to), which is backwards", mend: "exchange 'from' and 'to'")
      to = from
    }
    if let choose, choose < from || choose > to {
      types.reject(
        "choose", rule: "choice-outside-range", value: String(choose),
        message: "the decision for \(choose) types lies outside the range from \(from) to \(to)",
        mend: "widen 'from' and 'to', or choose a number between them")
    }
    if choose != nil && reason.isEmpty {
      types.reject(
        "choose", rule: "choice-without-reason", message: "a decision for a number of types needs its reason",
        mend: "add 'reason:' with one sentence; the report prints it")
    }
    readEvidenceOfDecision(types)
  }

  private mutating func readEvidenceOfDecision(_ types: SettingsReader) {
    if types.node("rule_said") != nil { ruleSaid = types.integer("rule_said", default: from, in: 1...Self.mostTypes) }
    spokeFor = types.texts("spoke_for")
    for name in spokeFor where !Choice.criterionNames.contains(name) {
      types.reject(
        "spoke_for", rule: "unknown-criterion", value: name, message: "there is no criterion '\(name)'",
        mend: suggestion(for: name, among: Choice.criterionNames).map { "did you mean '\($0)'?" }
          ?? "use some of: " + Choice.criterionNames.joined(separator: ", "))
    }
    for key in ["rule_said", "spoke_for"] where choose == nil && types.node(key) != nil {
      types.reject(
        key, rule: "evidence-without-decision",
        message: "'\(key)' tells what the evidence said when somebody decided, and there is no decision",
        mend: "add 'choose:' and 'reason:', or remove it")
    }
  }

  /// All settings by name, for the record of the run.
  var parameters: [(name: String, value: String)] {
    var all = [
      ("types.from", String(from)), ("types.to", String(to)), ("starts", String(starts)),
      ("smallest", String(smallest)), ("rule", rule), ("least_jaccard", leastJaccard.description),
      ("least_prediction", leastPrediction.description),
      ("evidence", (quick ? EvidenceSearch.Depth.quick : .full).rawValue),
    ]
    if let untilHits { all.append(("until_hits", String(untilHits))) }
    all += [("seeding", seeding), ("descent", (exchanges ? Descending.exchanges : .lloyd).rawValue)]
    if !quick {
      all += [
        ("references", String(references)), ("reference_box", referenceBox), ("resamples", String(resamples)),
        ("halvings", String(halvings)), ("refit_starts", String(refitStarts)),
      ]
    }
    all.append(("self_scan.questions", String(scanQuestions)))
    if let choose { all += [("types.choose", String(choose)), ("types.reason", reason)] }
    if let ruleSaid { all.append(("types.rule_said", String(ruleSaid))) }
    if !spokeFor.isEmpty { all.append(("types.spoke_for", spokeFor.joined(separator: " "))) }
    return all
  }

  /// The search that these settings ask for.
  func search(seed: UInt64) -> EvidenceSearch {
    var search = EvidenceSearch(
      clusters: from...to, starts: starts, seed: seed, depth: quick ? .quick : .full, references: references,
      resamples: resamples, halvings: halvings, refitStarts: refitStarts,
      box: GapBox(rawValue: referenceBox) ?? .components)
    search.exchanges = exchanges
    search.seeding = Seeding(rawValue: seeding) ?? .greedy
    search.until = untilHits.map { StopRule(hits: $0) }
    return search
  }

  /// The criteria by which the number of types is chosen.
  var criteria: ChoiceCriteria {
    ChoiceCriteria(
      rule: ChoiceRule(rawValue: rule) ?? .stability, smallest: smallest, leastJaccard: leastJaccard,
      leastPrediction: leastPrediction,
      decision: choose.map { ChoiceDecision(clusters: $0, reason: reason, ruleSaid: ruleSaid, spokeFor: spokeFor) })
  }
}

/// How each search descends.
private enum Descending: String, CaseIterable {
  case exchanges
  case lloyd
}
