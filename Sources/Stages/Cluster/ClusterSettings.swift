import Clustering
public import Diagnostics
public import Settings

/// How types are made and their number is chosen: the section `cluster` of a pipeline file.
///
/// ```yaml
/// cluster:
///   types: {from: 2, to: 8}     # or with a decision: {from: 2, to: 8, choose: 5, reason: "..."}
///   starts: 200                 # searches for each number of types, each from other first centroids
///   smallest: 5                 # a type has at least so many units
///   rule: stability             # or silhouette, gap-firstSEmax, gap-Tibs2001SEmax
///   least_jaccard: 0.75         # for the rule stability
///   evidence: full              # quick leaves out the gap statistic and the resamples
///   references: 50              # of the gap statistic
///   reference_box: components   # of the gap statistic: along the principal components, or original, along the features
///   resamples: 100              # for the stability
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
  /// The number of starts for each number of types.
  public var starts = 200
  /// The least number of units in a type.
  public var smallest = 5
  /// The rule that chooses: one of ``ruleNames``.
  public var rule = ClusterSettings.ruleNames[0]
  /// The least Jaccard coefficient of a type, for the rule `stability`.
  public var leastJaccard = 0.75
  /// Whether the gap statistic and the stability are left out.
  public var quick = false
  /// The number of references of the gap statistic.
  public var references = 50
  /// The box from which the references are drawn: `components` or `original`.
  public var referenceBox = GapBox.components.rawValue
  /// The number of resamples for the stability.
  public var resamples = 100

  /// Where the pipeline file sets the largest number of types, if it does.
  public var mostPlace: Place?

  /// The names of the rules, the default first.
  public static let ruleNames = ChoiceRule.allCases.map(\.rawValue)

  /// The most types that can be asked for.
  public static let mostTypes = 100

  /// Creates settings with their defaults.
  public init() {}

  /// Reads the section of a pipeline file.
  public init(reading reader: SettingsReader) {
    reader.section("types") { types in
      from = types.integer("from", default: from, in: 2...Self.mostTypes)
      to = types.integer("to", default: max(to, from), in: 2...Self.mostTypes)
      if types.node("to") != nil { mostPlace = types.place(of: "to") }
      if types.node("choose") != nil { choose = types.integer("choose", default: from, in: 2...Self.mostTypes) }
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
    }
    starts = reader.integer("starts", default: starts, in: 1...1_000_000)
    smallest = reader.integer("smallest", default: smallest, in: 1...1_000_000)
    let rule: ChoiceRule = reader.choice("rule", default: .stability)
    self.rule = rule.rawValue
    leastJaccard = reader.number("least_jaccard", default: leastJaccard, in: 0...1)
    let depth: EvidenceSearch.Depth = reader.choice("evidence", default: .full)
    quick = depth == .quick
    references = reader.integer("references", default: references, in: 2...100_000)
    let box: GapBox = reader.choice("reference_box", default: .components)
    referenceBox = box.rawValue
    resamples = reader.integer("resamples", default: resamples, in: 1...100_000)
  }

  /// All settings as one text, for the key by which the driver knows that nothing changed.
  var text: String {
    parameters.map { "\($0.name): \($0.value)\n" }.joined()
  }

  /// All settings by name, for the record of the run.
  var parameters: [(name: String, value: String)] {
    var all = [
      ("types.from", String(from)), ("types.to", String(to)), ("starts", String(starts)),
      ("smallest", String(smallest)), ("rule", rule), ("least_jaccard", leastJaccard.description),
      ("evidence", (quick ? EvidenceSearch.Depth.quick : .full).rawValue),
    ]
    if !quick {
      all += [
        ("references", String(references)), ("reference_box", referenceBox), ("resamples", String(resamples)),
      ]
    }
    if let choose { all += [("types.choose", String(choose)), ("types.reason", reason)] }
    return all
  }

  /// The search that these settings ask for.
  func search(seed: UInt64) -> EvidenceSearch {
    EvidenceSearch(
      clusters: from...to, starts: starts, seed: seed, depth: quick ? .quick : .full, references: references,
      resamples: resamples, box: GapBox(rawValue: referenceBox) ?? .components)
  }

  /// The criteria by which the number of types is chosen.
  var criteria: ChoiceCriteria {
    ChoiceCriteria(
      rule: ChoiceRule(rawValue: rule) ?? .stability, smallest: smallest, leastJaccard: leastJaccard,
      decision: choose.map { ChoiceDecision(clusters: $0, reason: reason) })
  }
}
