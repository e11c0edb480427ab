import Diagnostics
import Estimation
import Reporting
import Settings
import Texts

// Everything between the answers and the types; a table that normalise did not write leaves its part out.

extension ReportAssembly {
  func groundwork(_ results: Results, _ labels: ClassLabels, _ fields: [FieldFacts]) throws(Failure) -> GroundworkFacts
  {
    let features = try featureLabels()
    let response = try responseTables(labels)
    let aggregation = try aggregationFacts(features)
    var withheld = Withheld()
    withheld.add(results.overall, Wording(nl: "Uitkomsten van de vragenlijst", en: "Results of the survey"))
    for (grouping, counts) in zip(results.groupings, results.byGroup) {
      withheld.add(
        counts,
        Wording(nl: "Uitkomsten per groep: \(grouping.label.nl)", en: "Results by group: \(grouping.label.en)"))
    }
    withheld.add(response.counts, Wording(nl: "Respondenten per soort", en: "Respondents by kind"))
    withheld.add(aggregation.counts, Wording(nl: "Respondenten per functie", en: "Respondents by function"))
    withheld.add(counts(of: fields), Wording(nl: "Strategie per beleidsveld", en: "Strategy by policy field"))
    let fitness = try dataFitness()
    withheld.add(counts(of: fitness), Wording(nl: "Data en doel per beleidsveld", en: "Data and goal by policy field"))
    return GroundworkFacts(
      groupings: results.groupings, otherResults: results.others, responseTables: response.tables,
      weighting: try weightingFacts(labels), aggregation: aggregation.facts, reliability: try reliabilityFacts(),
      features: try featureAccount(features), dataFitness: fitness, waveFitness: try waveFitness(labels, features),
      disclosure: DisclosureFacts(minimum: publish.cellMinimum, tables: withheld.tables))
  }

  private func counts(of fields: [FieldFacts]) -> SuppressionCounts {
    let shown = fields.count { $0.strategy != nil }
    return SuppressionCounts(shown: shown, primary: fields.count - shown)
  }

  private func counts(of fitness: DataFitnessFacts?) -> SuppressionCounts {
    let cells = (fitness?.rows ?? []).flatMap { row in DataFitnessFacts.Goal.allCases.compactMap { row.cells[$0] } }
    let shown = cells.count { $0.share != nil }
    return SuppressionCounts(shown: shown, primary: cells.count - shown)
  }
}

/// What was withheld of each table.
private struct Withheld {
  var tables: [DisclosureFacts.Count] = []

  mutating func add(_ counts: SuppressionCounts, _ table: Wording) {
    let cells = counts.shown + counts.withheld
    guard cells > 0 else { return }
    tables.append(
      DisclosureFacts.Count(table: table, cells: cells, tooFew: counts.primary, wouldTell: counts.secondary))
  }
}
