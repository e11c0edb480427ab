import Reporting
import Texts

/// The groundwork of the sample report, with every part filled in and every kind of cell.
func sampleGroundwork() -> GroundworkFacts {
  GroundworkFacts(
    groupings: [
      GroupingFacts(
        label: Wording(nl: "Aantal leerlingen", en: "Number of pupils"),
        groups: [
          Wording(nl: "tot 100", en: "up to 100"), Wording(nl: "100 tot 200", en: "100 to 200"),
          Wording(nl: "200 en meer", en: "200 and more"), Wording(nl: "onbekend", en: "unknown"),
        ])
    ], groupEstimand: .respondents,
    otherResults: [
      ResultFacts(
        question: Wording(nl: "Hoeveel boeken zijn er per kind?", en: "How many books are there to a child?"),
        isMean: true,
        respondents: EstimateFacts(count: 20, value: 7.25, low: 5.5, high: 9, designEffect: 1.4),
        averageUnit: EstimateFacts(count: 20, value: 6.9, low: 5, high: 8.8, designEffect: 1.75),
        groups: [
          [.shown(EstimateFacts(count: 8, value: 8, low: 6, high: 10)), .wouldTell, .tooFew, .empty]
        ])
    ], responseTables: sampleResponse(),
    unanswered: [
      UnansweredFacts(label: Wording(nl: "Gevoelige gegevens", en: "Sensitive data"), shown: 21, rate: 0.048)
    ], weighting: sampleWeighting(), aggregation: sampleAggregation(),
    reliability: sampleReliability(), features: sampleFeatureAccount(), dataFitness: sampleDataFitness(),
    waveFitness: sampleWaveFitness(),
    disclosure: DisclosureFacts(
      minimum: 5,
      tables: [
        DisclosureFacts.Count(
          table: Wording(nl: "Uitkomsten per aantal leerlingen", en: "Results by number of pupils"), cells: 8,
          tooFew: 1, wouldTell: 1)
      ]))
}

private let small = Wording(nl: "Klein", en: "Small")
private let large = Wording(nl: "Groot", en: "Large")

private func sampleResponse() -> [ResponseTableFacts] {
  [
    ResponseTableFacts(
      label: Wording(nl: "Aantal leerlingen", en: "Number of pupils"), isCrossing: false,
      rows: [
        ResponseTableFacts.Row(label: small, units: 4, answered: 3, respondents: 9),
        ResponseTableFacts.Row(label: large, units: 3, answered: 3, respondents: 12),
      ]),
    ResponseTableFacts(
      label: Wording(nl: "Aantal leerlingen en provincie", en: "Number of pupils and province"), isCrossing: true,
      rows: [
        ResponseTableFacts.Row(
          label: Wording(nl: "Klein, Drenthe", en: "Small, Drenthe"), units: 1, answered: 1),
        ResponseTableFacts.Row(
          label: Wording(nl: "Groot, Drenthe", en: "Large, Drenthe"), units: 0, answered: 0, respondents: 0),
      ]),
  ]
}

private func sampleWeighting() -> WeightingFacts {
  WeightingFacts(
    margins: [
      WeightingFacts.Margin(
        label: Wording(nl: "Aantal leerlingen", en: "Number of pupils"),
        cells: [
          WeightingFacts.Cell(label: small, population: 4, answered: 3, before: 3.5, after: 4),
          WeightingFacts.Cell(label: large, population: 3, answered: 3, before: 3.5, after: 3),
        ]),
      WeightingFacts.Margin(
        label: Wording(nl: "Provincie", en: "Province"),
        cells: [
          WeightingFacts.Cell(
            label: Wording(same: "Drenthe"), population: 5, answered: 5, before: 5.8, after: 5),
          WeightingFacts.Cell(
            label: Wording(same: "Zeeland"), population: 2, answered: 1, before: 1.2, after: 2,
            mergedInto: Wording(same: "Drenthe")),
        ]),
    ], iterations: 12, converged: true, largestDifference: 0.000_000_001, raised: 1, lowered: 2, least: 0.9,
    greatest: 2.05, designEffect: 1.09)
}

private func sampleAggregation() -> AggregationFacts {
  AggregationFacts(
    agreement: [
      AggregationFacts.Agreement(
        label: Wording(nl: "Wij lezen elke dag.", en: "We read every day."), isIndex: false, answers: 21, units: 6,
        single: 0.21, mean: 0.48, withinUnits: 0.66),
      AggregationFacts.Agreement(
        label: Wording(nl: "Doel", en: "Goal"), isIndex: true, answers: 21, units: 6, single: 0.35, mean: 0.72,
        withinUnits: 0.81),
      AggregationFacts.Agreement(
        label: Wording(nl: "Gevoelige gegevens", en: "Sensitive data"), isIndex: true, answers: 21, units: 6,
        single: 0.08, mean: 0.31),
    ],
    functions: [
      AggregationFacts.Function(
        label: Wording(nl: "Leraar", en: "Teacher"), respondents: 17, reference: 0.8, effects: [0.05]),
      AggregationFacts.Function(label: Wording(nl: "Directeur", en: "Head"), reference: 0.2, effects: [-0.2]),
    ], adjusted: [Wording(nl: "Doel", en: "Goal")],
    pooling: [
      AggregationFacts.Pooling(
        label: Wording(nl: "Doel", en: "Goal"), units: 6, pull: 0.31, moved: 0.12, most: 0.4)
    ],
    poolsByGroup: true,
    moved: [
      AggregationFacts.Moved(distance: 0.25, units: 3), AggregationFacts.Moved(distance: 0.5, units: 1),
      AggregationFacts.Moved(distance: 1, units: 0),
    ], replicates: 200)
}

private func sampleReliability() -> [ReliabilityFacts] {
  [
    ReliabilityFacts(
      label: Wording(nl: "Doel", en: "Goal"), respondents: 19, alpha: 0.81, low: 0.7, high: 0.89,
      items: [
        ReliabilityFacts.Item(label: Wording(nl: "Er is een plan.", en: "There is a plan."), rest: 0.6, dropped: 0.74),
        ReliabilityFacts.Item(
          label: Wording(nl: "Iedereen kent het plan.", en: "Everybody knows the plan."), rest: 0.28, dropped: 0.85),
      ]),
    ReliabilityFacts(
      label: Wording(nl: "Gevoelige gegevens", en: "Sensitive data"), respondents: 20, alpha: 0.52, low: 0.3,
      high: 0.68, items: []),
  ]
}

private func sampleFeatureAccount() -> FeatureAccountFacts {
  let goal = Wording(nl: "Doel", en: "Goal")
  let pupils = Wording(nl: "Leerlingen", en: "Pupils")
  return FeatureAccountFacts(
    fit: .frozen(wave: "2022"),
    screening: [
      FeatureAccountFacts.Screening(
        label: Wording(nl: "Klassen", en: "Classes"), rule: "correlated", value: 0.97, threshold: 0.95, other: pupils,
        isExcluded: true),
      FeatureAccountFacts.Screening(
        label: goal, rule: "near-constant", value: 0.96, threshold: 0.95, isExcluded: false),
      FeatureAccountFacts.Screening(
        label: Wording(nl: "Provincie: Zeeland", en: "Province: Zeeland"), rule: "rare-option", value: 0.03,
        threshold: 0.05, isExcluded: false),
      FeatureAccountFacts.Screening(label: goal, rule: "few-values", value: 2, isExcluded: false),
    ],
    imputed: [FeatureAccountFacts.Count(label: goal, count: 2)], imputesNearest: false,
    outliers: [FeatureAccountFacts.Count(label: pupils, count: 1, pulledIn: 1, farthest: 6.2)],
    components: ComponentFacts(
      features: [pupils, goal, Wording(nl: "Gevoelige gegevens", en: "Sensitive data")],
      components: [
        ComponentFacts.Component(share: 0.612, loadings: [0.7, 0.65, -0.2]),
        ComponentFacts.Component(share: 0.25, loadings: [0.1, -0.3, 0.9]),
      ]))
}

private func sampleDataFitness() -> DataFitnessFacts {
  func cell(
    _ count: Int?, _ share: Double?, _ verdict: DataFitnessFacts.Verdict
  ) -> DataFitnessFacts.Cell {
    DataFitnessFacts.Cell(
      respondents: count, share: share, low: share.map { $0 - 0.1 }, high: share.map { $0 + 0.1 }, verdict: verdict)
  }
  return DataFitnessFacts(
    question: Wording(nl: "Onze gegevens kloppen.", en: "Our data are right."),
    goal: Wording(nl: "Wij weten waarom wij meten.", en: "We know why we measure."),
    rows: [
      DataFitnessFacts.Row(
        cells: [.all: cell(21, 0.55, .doubtful), .yes: cell(12, 0.75, .fit), .no: cell(9, 0.22, .unfit)]),
      DataFitnessFacts.Row(
        field: Wording(nl: "Rekenen", en: "Arithmetic"),
        cells: [.all: cell(8, 0.62, .fit), .yes: cell(nil, nil, .tooFew), .no: cell(nil, nil, .withheld)]),
    ])
}

private func sampleWaveFitness() -> [WaveFitnessFacts] {
  [
    WaveFitnessFacts(
      use: Wording(nl: "Typen maken", en: "Making types"), verdict: .fit,
      criteria: [
        WaveFitnessFacts.Criterion(name: "units", value: 6, needed: 5, isMet: true),
        WaveFitnessFacts.Criterion(name: "coverage", value: 0.857, needed: 0.4, isMet: true),
        WaveFitnessFacts.Criterion(name: "convergence", value: 1, isMet: true),
      ]),
    WaveFitnessFacts(
      use: Wording(nl: "Cijfers per grootte", en: "Figures by size"), verdict: .withCare,
      criteria: [
        WaveFitnessFacts.Criterion(
          name: "n", about: Wording(nl: "Klein", en: "Small"), value: 9, needed: 30, isMet: false),
        WaveFitnessFacts.Criterion(
          name: "reliability", about: Wording(nl: "Gevoelige gegevens", en: "Sensitive data"), value: 0.52, needed: 0.6,
          isMet: false),
        WaveFitnessFacts.Criterion(name: "design_effect", value: 1.4, needed: 2, isMet: true, isNeed: false),
        WaveFitnessFacts.Criterion(name: "icc2", needed: 0.5, isMet: nil, isNeed: false),
      ]),
    WaveFitnessFacts(
      use: Wording(nl: "Vergelijken met de vorige peiling", en: "Comparing with the last wave"), verdict: .unfit,
      criteria: [
        WaveFitnessFacts.Criterion(name: "earlier_wave", value: 0, isMet: false),
        WaveFitnessFacts.Criterion(name: "missing", value: 0.31, needed: 0.2, isMet: false),
        WaveFitnessFacts.Criterion(name: "units", value: 6, needed: 100, isMet: false),
        WaveFitnessFacts.Criterion(name: "convergence", value: 0, isMet: false),
      ]),
  ]
}
