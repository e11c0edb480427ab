import Artefacts
import Diagnostics
import Normalisation
import Reporting
import Settings
import Survey
import Tables
import Texts

// How answers became values of units, and how reliable the indices are.

extension ReportAssembly {
  /// What readers call a question or an index.
  func label(of question: String, isIndex: Bool) -> Wording {
    let text = isIndex ? codebook.index(question)?.label : codebook[question]?.label
    return (text ?? codebook[question]?.label ?? codebook.index(question)?.label).map { Wording($0) }
      ?? Wording(same: question)
  }

  /// How answers became values.
  func aggregationFacts(_ features: [String: Wording]) throws(Failure) -> AggregationFacts {
    let effects = try functionEffects(features)
    return AggregationFacts(
      usesMedian: normalise.run.parameter("aggregation.summary") == "median", agreement: try agreement(),
      functions: try functions(effects), adjusted: effects.features, pooling: try pooling(features),
      poolsByGroup: normalise.run.parameter("aggregation.pooling.strata").map { $0 != "all" } ?? false,
      moved: try moved(), replicates: normalise.run.count("replicates"))
  }

  private func agreement() throws(Failure) -> [AggregationFacts.Agreement] {
    guard let table = try normalise.tableIfPresent("agreement") else { return [] }
    let names = try table.texts("question")
    let kinds = try table.texts("kind")
    let counts = try table.integers("n")
    let units = try table.integers("units")
    let single = try table.numbers("icc")
    let mean = table["icc2"]?.numbers
    let within = table["rwg_mean"]?.numbers
    return names.indices.map { row in
      AggregationFacts.Agreement(
        label: label(of: names[row], isIndex: kinds[row] == "index"), isIndex: kinds[row] == "index",
        answers: counts[row] ?? 0, units: units[row] ?? 0, single: single[row], mean: mean?[row] ?? nil,
        withinUnits: isScale(names[row]) ? within?[row] ?? nil : nil, name: names[row])
    }
  }

  /// Whether answers lie on a scale with two ends, so that agreement can be held against answers given at random; of an
  /// open number they cannot.
  private func isScale(_ question: String) -> Bool {
    switch codebook[question]?.kind {
    case .integer, .number: codebook[question]?.categories.isEmpty == false
    default: true
    }
  }

  // MARK: Functions

  /// The effects of functions on the features that were adjusted.
  private struct FunctionEffects {
    var features: [Wording] = []
    /// For each function its effect on each feature.
    var effects: [String: [Double?]] = [:]
    var reference: [String: Double] = [:]
  }

  private func functionEffects(_ labels: [String: Wording]) throws(Failure) -> FunctionEffects {
    guard publishable.has("function-effects") else { return FunctionEffects() }
    let table = try publishable.table("function-effects")
    let features = try table.texts("feature")
    let functions = try table.texts("function")
    let effects = try table.numbers("effect")
    let references = try table.numbers("reference")
    var names: [String] = []
    for feature in features where !names.contains(feature) { names.append(feature) }
    var result = FunctionEffects(features: names.map { labels[$0] ?? Wording(same: $0) })
    for row in features.indices {
      guard let position = names.firstIndex(of: features[row]) else { continue }
      result.effects[functions[row], default: names.map { _ in nil }][position] = effects[row]
      result.reference[functions[row]] = references[row]
    }
    return result
  }

  private func functions(_ effects: FunctionEffects) throws(Failure) -> [AggregationFacts.Function] {
    guard publishable.has("functions") else { return [] }
    let table = try publishable.table("functions")
    let codes = try table.texts("function")
    let respondents = try table.integers("respondents")
    // The commonest first; those that are withheld at the end, so that their place does not tell.
    let order = codes.indices.sorted {
      (-(respondents[$0] ?? -1), codes[$0]) < (-(respondents[$1] ?? -1), codes[$1])
    }
    let question = codebook.question(for: .function)
    return order.map { row in
      let label = question?.category(codes[row]).map { Wording($0.label) }
      let none = Wording(nl: "Geen functie opgegeven", en: "No function given")
      return AggregationFacts.Function(
        label: label ?? (codes[row].isEmpty ? none : Wording(same: codes[row])), respondents: respondents[row],
        reference: effects.reference[codes[row]], effects: effects.effects[codes[row]] ?? [])
    }
  }

  // MARK: Pooling

  /// The pooling of each feature over all strata, each stratum weighing its units.
  private func pooling(_ labels: [String: Wording]) throws(Failure) -> [AggregationFacts.Pooling] {
    guard let table = try normalise.tableIfPresent("pooling") else { return [] }
    let features = try table.texts("feature")
    let units = try table.integers("units")
    let pulls = try table.numbers("pull_mean")
    let moved = try table.numbers("moved_mean")
    let most = try table.numbers("moved_most")
    var names: [String] = []
    for feature in features where !names.contains(feature) { names.append(feature) }
    return names.map { name in
      let rows = features.indices.filter { features[$0] == name }
      func mean(_ values: [Double?]) -> Double? {
        let known = rows.compactMap { row in values[row].map { (Double(units[row] ?? 0), $0) } }
        let total = known.reduce(0) { $0 + $1.0 }
        return total > 0 ? known.reduce(0) { $0 + $1.0 * $1.1 } / total : nil
      }
      return AggregationFacts.Pooling(
        label: labels[name] ?? Wording(same: name), units: rows.reduce(0) { $0 + (units[$1] ?? 0) }, pull: mean(pulls),
        moved: mean(moved), most: rows.compactMap { most[$0] }.max())
    }
  }

  /// How many units pooling moved by a quarter, a half and a whole standard deviation of the units' own values.
  private func moved() throws(Failure) -> [AggregationFacts.Moved] {
    let table = try normalise.table("units")
    var farthest = [Double](repeating: 0, count: table.rowCount)
    var isPooled = false
    for column in table.columns where column.name.hasSuffix("_own") {
      guard let pooled = table[String(column.name.dropLast(4))]?.numbers else { continue }
      isPooled = true
      let own = column.numbers
      let known = own.compactMap { $0 }
      let mean = known.reduce(0, +) / Double(max(1, known.count))
      let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, known.count - 1))
      guard variance > 0 else { continue }
      for (row, (before, after)) in zip(own, pooled).enumerated() {
        guard let before, let after else { continue }
        farthest[row] = max(farthest[row], (after - before).magnitude / variance.squareRoot())
      }
    }
    guard isPooled else { return [] }
    return [0.25, 0.5, 1].map { distance in
      AggregationFacts.Moved(distance: distance, units: farthest.count { $0 >= distance })
    }
  }

  // MARK: Indices

  func reliabilityFacts() throws(Failure) -> [ReliabilityFacts] {
    guard let table = try normalise.tableIfPresent("reliability") else { return [] }
    let indices = try table.texts("index")
    let items = try table.texts("item")
    let counts = try table.integers("n")
    let alphas = try table.numbers("alpha")
    let lows = try table.numbers("alpha_low")
    let highs = try table.numbers("alpha_high")
    let rests = try table.numbers("item_rest")
    let dropped = try table.numbers("alpha_if_dropped")
    var facts: [ReliabilityFacts] = []
    for row in indices.indices where items[row].isEmpty {
      let own = indices.indices.filter { indices[$0] == indices[row] && !items[$0].isEmpty }
      facts.append(
        ReliabilityFacts(
          label: label(of: indices[row], isIndex: true), respondents: counts[row] ?? 0, alpha: alphas[row],
          low: lows[row], high: highs[row],
          items: own.map { item in
            ReliabilityFacts.Item(
              label: label(of: items[item], isIndex: false), rest: rests[item], dropped: dropped[item])
          }, name: indices[row]))
    }
    return facts
  }
}
