import Artefacts
import Diagnostics
import Estimation
import Normalisation
import Reporting
import Settings
import Texts

// Everything between the answers and the types; a table that normalise did not write leaves its part out.

extension ReportAssembly {
  func groundwork(_ results: Results, _ labels: ClassLabels, _ fields: SuppressionCounts, _ settings: NormaliseSettings)
    throws(Failure) -> GroundworkFacts
  {
    let fitted = try normalise.json("features.json", as: FittedTransform.self)
    let features = featureLabels(fitted)
    var withheld = Withheld()
    for (table, part, counts) in publishable.suppressed { withheld.add(counts, Self.name(of: table, part, labels)) }
    withheld.add(
      fields, Wording(nl: "Strategie en aantal mensen per beleidsveld", en: "Strategy and people by policy field"))
    withheld.add(typeDisclosure.counts, Wording(nl: "Portretten van de typen", en: "Portraits of the types"))
    return GroundworkFacts(
      groupings: results.groupings, otherResults: results.others, responseTables: try responseTables(labels),
      unanswered: try unanswered(),
      weighting: try weightingFacts(labels, isTrimmed: settings.estimation.weighting?.trim != nil),
      aggregation: try aggregationFacts(features), reliability: try reliabilityFacts(),
      features: try featureAccount(fitted, features), dataFitness: try dataFitness(settings.fitness.data),
      waveFitness: try waveFitness(labels, features, settings.fitness.uses),
      disclosure: DisclosureFacts(
        minimum: publish.cellMinimum, countsShownUnitsOnly: !typeDisclosure.countsHidden, tables: withheld.tables))
  }

  private static func name(of table: String, _ part: String, _ labels: ClassLabels) -> Wording {
    switch (table, part) {
    case ("estimates", ""): return Wording(nl: "Uitkomsten van de vragenlijst", en: "Results of the survey")
    case ("estimates", _):
      let label = labels.name(of: part)
      return Wording(
        nl: "Uitkomsten per groep: \(Phrases.lowered(label.nl))", en: "Results by group: \(Phrases.lowered(label.en))")
    case ("distributions", _):
      return Wording(nl: "Alle antwoorden op de stellingen", en: "All answers to the statements")
    case ("response", _): return Wording(nl: "Respondenten per soort", en: "Respondents by kind")
    case ("functions", _): return Wording(nl: "Respondenten per functie", en: "Respondents by function")
    case ("function-effects", _): return Wording(nl: "Verschillen tussen functies", en: "Differences between functions")
    case ("data-fitness", _): return Wording(nl: "Data en doel per beleidsveld", en: "Data and goal by policy field")
    case ("item-nonresponse", _): return Wording(nl: "Vragen zonder antwoord", en: "Questions without an answer")
    case ("wave-fitness", _): return Wording(nl: "Bruikbaarheid van de peiling", en: "Fitness of the wave")
    default: return Wording(same: table)
    }
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
