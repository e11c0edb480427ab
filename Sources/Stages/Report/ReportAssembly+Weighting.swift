import Artefacts
import Diagnostics
import Estimation
import Reporting
import Tables
import Texts

// The response by class of the register, questions without an answer, and the weights.

extension ReportAssembly {
  /// The response by class, without the numbers of respondents that are withheld.
  func responseTables(_ labels: ClassLabels) throws(Failure) -> [ResponseTableFacts] {
    guard publishable.has("response") else { return [] }
    let table = try publishable.table("response")
    let classes = try table.texts("classes")
    let cells = try table.texts("cell")
    let units = try table.integers("units")
    let answered = try table.integers("answered")
    let respondents = try table.integers("respondents")
    let withheld = try table.texts("withheld")
    var tables: [ResponseTableFacts] = []
    for row in classes.indices {
      if row == 0 || classes[row] != classes[row - 1] {
        tables.append(
          ResponseTableFacts(
            label: labels.name(of: classes[row]), isCrossing: labels.isCrossing(classes[row]), rows: [],
            classes: classes[row]))
      }
      tables[tables.count - 1].rows.append(
        ResponseTableFacts.Row(
          label: labels.cell(cells[row], of: classes[row]), units: units[row] ?? 0, answered: answered[row] ?? 0,
          respondents: respondents[row], wouldTell: withheld[row] == "secondary", cell: cells[row]))
    }
    return tables
  }

  /// The questions that some left without an answer, the most often first; ties in the order of the codebook.
  func unanswered() throws(Failure) -> [UnansweredFacts]? {
    guard publishable.has("item-nonresponse") else { return nil }
    let table = try publishable.table("item-nonresponse")
    let questions = try table.texts("question")
    let shown = try table.integers("shown")
    let rates = try table.numbers("rate")
    let open = questions.indices.filter { (rates[$0] ?? 0) > 0 }
      .sorted { (-(rates[$0] ?? 0), $0) < (-(rates[$1] ?? 0), $1) }
    return open.map { row in
      UnansweredFacts(
        label: label(of: questions[row], isIndex: false), shown: shown[row] ?? 0, rate: rates[row] ?? 0)
    }
  }

  /// The weights, when units were weighted to margins.
  ///
  /// - Parameters:
  ///   - labels: What classes are called.
  ///   - isTrimmed: Whether weights were held within bounds.
  /// - Returns: The weights; `nil` without margins.
  /// - Throws: ``Diagnostics/Failure`` when the folder does not hold what its record says.
  func weightingFacts(_ labels: ClassLabels, isTrimmed: Bool) throws(Failure) -> WeightingFacts? {
    guard let table = try normalise.tableIfPresent("margins"), table.rowCount > 0,
      normalise.run.outputs.contains(where: { $0.name == "weighting.json" })
    else { return nil }
    let found = try normalise.json("weighting.json", as: WeightingDiagnostics.self)
    return WeightingFacts(
      margins: try margins(table, labels), iterations: found.iterations, converged: found.converged,
      largestDifference: found.largestDifference, raised: isTrimmed ? found.trimmedLow : nil,
      lowered: isTrimmed ? found.trimmedHigh : nil,
      least: found.leastWeight, greatest: found.greatestWeight, designEffect: found.kishDesignEffect)
  }

  private func margins(_ table: Table, _ labels: ClassLabels) throws(Failure) -> [WeightingFacts.Margin] {
    let names = try table.texts("margin")
    let cells = try table.texts("cell")
    let population = try table.numbers("population")
    let answered = try table.integers("answered")
    let before = try table.numbers("before")
    let after = try table.numbers("after")
    let merged = try table.texts("merged_into")
    var margins: [WeightingFacts.Margin] = []
    for (row, name) in names.enumerated() {
      if row == 0 || names[row - 1] != name {
        margins.append(WeightingFacts.Margin(label: labels.name(of: name), cells: []))
      }
      margins[margins.count - 1].cells.append(
        WeightingFacts.Cell(
          label: labels.cell(cells[row], of: name), population: population[row] ?? 0, answered: answered[row] ?? 0,
          before: before[row], after: after[row],
          mergedInto: merged[row].isEmpty ? nil : labels.cell(merged[row], of: name)))
    }
    return margins
  }
}
