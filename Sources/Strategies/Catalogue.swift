public import DecisionAnalysis
import Diagnostics
public import Settings

/// The strategies, the criteria on which they are compared, what doing nothing leads to, and the fields of work.
public struct Catalogue: Hashable, Sendable {
  /// What doing nothing leads to.
  public var consequences: [Consequence]
  /// The grounds of comparison.
  public var criteria: [Criterion]
  /// The strategies, in the order of the file.
  public var strategies: [Strategy]
  /// The fields of work; may be empty.
  public var fields: [Field]
  /// By which share strategies take a consequence away.
  public var relief: Relief
  /// What the points of the criteria must add up to; `nil` when they are only compared with each other.
  public var pointsTotal: Double?
  /// The criteria and what each strategy wants of them, as a model that scores.
  public var model: WeightedSum

  /// The index of the strategy that is the baseline, if there is one.
  public var baseline: Int? { strategies.firstIndex(where: \.isBaseline) }

  /// Every measured source that the catalogue names, sorted, each once.
  public var sources: [String] {
    let tests = strategies.flatMap { $0.preconditions.compactMap(\.test) + $0.never.map(\.when) }
    let measured = criteria.filter { !$0.isJudged }.map(\.source)
    return Set(measured + consequences.map(\.source) + tests.map(\.source)).sorted()
  }

  /// Returns the catalogue with other weights of the criteria, in the order of ``criteria``, as points with the same total.
  public func weighted(by weights: [Double]) -> Catalogue {
    let (sum, total) = (weights.reduce(0, +), criteria.reduce(0) { $0 + $1.points })
    var catalogue = self
    for (index, weight) in weights.enumerated() where sum > 0 {
      catalogue.criteria[index].points = weight / sum * (total > 0 ? total : 100)
    }
    catalogue.model = WeightedSum(points: catalogue.criteria.map(\.points), alternatives: model.alternatives)
    return catalogue
  }

  /// Reads a catalogue.
  ///
  /// - Parameters:
  ///   - reader: The whole file; mistakes are left in its findings.
  ///   - sources: The names of the amounts that are measured; `nil` when they are not known yet.
  public init(reading reader: SettingsReader, sources: [String]? = nil) {
    let known = KnownNames(kind: "source", names: sources, mend: "use one of the measured amounts")
    pointsTotal = reader.node("points_total") == nil ? nil : reader.number("points_total", in: 0.001...1_000_000)
    relief = reader.section("relief") { Relief(reading: $0) }
    consequences = reader.sections("consequences") { Consequence(reading: $0, sources: known) }
    let criteria = reader.sections("criteria") { Criterion(reading: $0, sources: known) }
    let answers = KnownNames(
      kind: "consequence", names: consequences.map(\.id), mend: "use one of the consequences")
    let strategies = reader.sections("strategies") {
      Strategy(reading: $0, sources: known, criteria: criteria, consequences: answers)
    }
    fields = reader.sections("fields") { Field(reading: $0, criteria: criteria) }
    reader.finish()
    self.criteria = criteria
    self.strategies = strategies
    model = WeightedSum(
      points: criteria.map(\.points),
      alternatives: strategies.map { strategy in
        strategy.wants.compactMap { wish in
          guard let index = criteria.firstIndex(where: { $0.id == wish.criterion }),
            let value = criteria[index][wish.shape]
          else { return nil }
          return WeightedSum.Term(criterion: index, importance: wish.importance, value: value)
        }
      })
    checkWhole(reader)
  }

  /// Leaves findings about the catalogue as a whole: empty lists, names used twice, more than one baseline.
  private func checkWhole(_ reader: SettingsReader) {
    let lists = [
      ("consequences", consequences.map(\.id)), ("criteria", criteria.map(\.id)), ("strategies", strategies.map(\.id)),
      ("fields", fields.map(\.id)),
    ]
    for (list, ids) in lists {
      if ids.isEmpty, list == "criteria" || list == "strategies" {
        reader.reject(
          list, rule: "empty-list", message: "the catalogue has no \(list)", mend: "add at least one under '\(list):'")
      }
      var seen: Set<String> = []
      for id in ids where !id.isEmpty && !seen.insert(id).inserted {
        reader.reject(
          list, rule: "duplicate-name", value: id, message: "'\(id)' stands twice under '\(list)'",
          mend: "give one of the two another 'id'")
      }
    }
    if strategies.count(where: \.isBaseline) > 1 {
      reader.reject(
        "strategies", rule: "two-baselines", message: "more than one strategy is the baseline",
        mend: "keep 'baseline: true' at one strategy")
    }
    checkPoints(reader)
    // What is noted about a catalogue that is wrong may follow from what is wrong.
    if !reader.findings.hasErrors { noteIdle(reader) }
  }

  private func checkPoints(_ reader: SettingsReader) {
    let sum = criteria.reduce(0) { $0 + $1.points }
    guard let pointsTotal, !criteria.isEmpty, (sum - pointsTotal).magnitude > 1e-9 else { return }
    let difference = plain((sum - pointsTotal).magnitude)
    reader.reject(
      "points_total", rule: "points-sum", value: plain(pointsTotal),
      message: "the points of the criteria add up to \(plain(sum)), and 'points_total' asks for \(plain(pointsTotal))",
      mend: sum < pointsTotal
        ? "divide \(difference) points more over the criteria" : "take \(difference) points away from the criteria")
  }
}
