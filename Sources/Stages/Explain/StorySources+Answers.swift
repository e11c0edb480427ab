import Artefacts
import Diagnostics
import Estimation
import Normalisation
import Survey
import Tables

// Who answered, and what is made of the answers.

extension StorySources {
  /// What was answered by the unit of a row of `units`, beside the means of its type and of all.
  func answers(_ code: String, row: Int, type: Int?) throws(Failure) -> UnitStory.Answers {
    let named = features.fitted.filter { $0.source.hasPrefix("index.") || $0.source.hasPrefix("question.") }
    let clustered = Set(features.fitted.map(\.name))
    let others = codebook.indices.filter { !clustered.contains($0.name) && units[$0.name] != nil }
    let sources = named.map { ($0.name, text($0.label)) } + others.map { ($0.name, text($0.label)) }
    let peers = type.map { Set(members.codes[$0]) } ?? []
    let codes = try units.texts("unit")
    let rowsOfType = codes.indices.filter { peers.contains(codes[$0]) }
    var answered: [UnitStory.Feature] = []
    var missing: [UnitStory.Missing] = []
    let imputed = try imputations(of: code)
    for (name, label) in sources {
      guard let values = units[name]?.numbers else { continue }
      guard let used = values[row] else {
        let stand = imputed[name]
        missing.append(
          UnitStory.Missing(
            feature: name, label: label, isForType: named.contains { $0.name == name && $0.use == .cluster },
            method: stand?.method, value: stand?.value))
        continue
      }
      answered.append(
        UnitStory.Feature(
          feature: name, label: label, n: units[name + "_n"]?.numbers[row].flatMap { Int(exactly: $0) },
          own: units[name + "_own"]?.numbers[row] ?? used, used: used, standardError: units[name + "_se"]?.numbers[row],
          typeMean: mean(rowsOfType.map { values[$0] }), allMean: mean(values)))
    }
    return UnitStory.Answers(
      respondents: try units.integers("respondents")[row] ?? 0, functions: try functions(of: code), features: answered,
      areAdjusted: settings.estimation.aggregation.adjustFor != nil,
      arePooled: sources.contains { units[$0.0 + "_own"] != nil }, missing: missing)
  }

  /// The respondents of a unit by function, in the order of the codebook.
  private func functions(of code: String) throws(Failure) -> [UnitStory.Count] {
    guard let table = try StoryFolders.optional("functions", of: folders.normalise) else { return [] }
    let name = settings.estimation.aggregation.adjustFor
    let question = name.flatMap { codebook[$0] } ?? codebook.question(for: .function)
    let codes = try table.texts("unit")
    let functions = try table.texts("function")
    let counts = try table.integers("respondents")
    return codes.indices.filter { codes[$0] == code && (counts[$0] ?? 0) > 0 }.map { row in
      let category = question?.categories.first { $0.value == functions[row] }
      return UnitStory.Count(label: category.map { text($0.label) } ?? functions[row], count: counts[row] ?? 0)
    }
  }

  /// What stands in for the values that a unit lacks, by feature.
  private func imputations(of code: String) throws(Failure) -> [String: (method: String, value: Double?)] {
    let table = try folders.normalise.table("imputed")
    let codes = try table.texts("unit")
    let names = try table.texts("feature")
    let methods = try table.texts("method")
    let values = try table.numbers("value")
    let rows = codes.indices.filter { codes[$0] == code }
    return Dictionary(rows.map { (names[$0], (method: methods[$0], value: values[$0])) }) { first, _ in first }
  }
}

/// The mean of the numbers that are known, or `nil`.
private func mean(_ values: [Double?]) -> Double? {
  let known = values.compactMap { $0 }
  return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
}
