import Artefacts
import Diagnostics
import Estimation
import Reporting
import Tables
import Texts

// The response by class of the register, and the weights.

extension ReportAssembly {
  /// The response by class, with what was withheld of the numbers of respondents.
  func responseTables(_ labels: ClassLabels) throws(Failure) -> (
    tables: [ResponseTableFacts], counts: SuppressionCounts
  ) {
    guard let table = try normalise.tableIfPresent("response") else { return ([], SuppressionCounts()) }
    let classes = try table.texts("classes")
    let cells = try table.texts("cell")
    let units = try table.integers("units")
    let answered = try table.integers("answered")
    let respondents = try table.integers("respondents")
    let control = DisclosureControl(minimum: publish.cellMinimum)
    var counts = SuppressionCounts()
    var tables: [ResponseTableFacts] = []
    var start = 0
    while start < classes.count {
      let end = classes[start...].firstIndex { $0 != classes[start] } ?? classes.count
      let people = control.suppress(MarginTable(line: (start..<end).map { Double(respondents[$0] ?? 0) }))
      counts = counts + SuppressionCounts((0..<end - start).map { people[.cell(row: 0, column: $0)] })
      let rows = (start..<end).map { row in
        ResponseTableFacts.Row(
          label: labels.cell(cells[row], of: classes[row]), units: units[row] ?? 0, answered: answered[row] ?? 0,
          respondents: people.published(.cell(row: 0, column: row - start)).map { Int($0) })
      }
      tables.append(
        ResponseTableFacts(
          label: labels.name(of: classes[start]), isCrossing: labels.isCrossing(classes[start]), rows: rows))
      start = end
    }
    return (tables, counts)
  }

  /// The weights, when units were weighted to margins.
  func weightingFacts(_ labels: ClassLabels) throws(Failure) -> WeightingFacts? {
    guard let table = try normalise.tableIfPresent("margins"), table.rowCount > 0,
      normalise.run.outputs.contains(where: { $0.name == "weighting.json" })
    else { return nil }
    let found = try normalise.json("weighting.json", as: WeightingDiagnostics.self)
    return WeightingFacts(
      margins: try margins(table, labels), iterations: found.iterations, converged: found.converged,
      largestDifference: found.largestDifference, raised: found.trimmedLow, lowered: found.trimmedHigh,
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
