import Charts
import Reporting
import Texts

/// A small report about six schools in two types, with every part filled in and every kind of placing.
func sampleReport(simulated: Bool = true) -> Report {
  Report(
    title: Wording(nl: "Welke leesaanpak past bij uw school?", en: "Which reading approach fits your school?"),
    unitWords: UnitWords(
      singular: Wording(nl: "school", en: "school"), plural: Wording(nl: "scholen", en: "schools")),
    wave: WaveFacts(
      name: "2024", date: "2024-03-01", from: "2024-02-01", to: "2024-02-29",
      about: Wording(nl: "Bedacht voor de proef.", en: "Made up for the test.")),
    simulated: simulated,
    response: ResponseFacts(
      respondents: 21, unitsAnswered: 6, unitsInRegister: 7, minimum: 3,
      records: [
        CountFacts(outcome: "used", count: 21), CountFacts(outcome: "duplicate", count: 1),
        CountFacts(outcome: "no_unit", count: 2),
      ],
      units: [CountFacts(outcome: "respondent", count: 6), CountFacts(outcome: "non_respondent", count: 1)],
      expectation: ExpectationFacts(accuracy: 0.667, baseline: 0.5, isBetter: true)),
    features: [
      FeatureFacts(
        name: "pupils", label: Wording(nl: "Leerlingen", en: "Pupils"), source: "register.pupils", treatments: ["log"],
        weight: 1, reason: Wording(nl: "Grootte bepaalt wat kan.", en: "Size decides what can be done."),
        clustered: true),
      FeatureFacts(
        name: "goal", label: Wording(nl: "Doel", en: "Goal"), source: "index.goal", treatments: ["z-score"], weight: 1,
        reason: Wording(nl: "Zonder doel geen koers.", en: "No goal, no course."), clustered: true),
      FeatureFacts(
        name: "sensitive", label: Wording(nl: "Gevoelige gegevens", en: "Sensitive data"), source: "index.sensitive",
        treatments: ["z-score"], weight: 0, reason: Wording(nl: "Kleurt het beeld.", en: "Colours the picture."),
        clustered: false),
    ],
    types: [sampleType(0), sampleType(1)],
    units: [
      UnitFacts(
        code: "S1", name: "De Akker", placing: .placed(type: 0, certainty: 0.97, grade: .very),
        also: ["Basisschool Akker"]),
      UnitFacts(code: "S2", name: "De Beuk", placing: .placed(type: 0, certainty: 0.83, grade: .fairly)),
      UnitFacts(code: "S3", name: "De Ceder", placing: .placed(type: 1, certainty: 0.55, grade: .unsure)),
      UnitFacts(code: "S4", name: "De <Den>", placing: .placed(type: 1, certainty: 0.31, grade: .tossUp)),
      UnitFacts(code: "S5", name: "De Eik", placing: .tooFew),
      UnitFacts(code: "S6", name: "De Fijnspar", placing: .tooFew),
      UnitFacts(
        code: "S7", name: "De Ginkgo", placing: .noAnswer,
        expected: [ExpectedShare(type: 1, share: 0.72), ExpectedShare(type: 0, share: 0.28)]),
    ],
    strategies: [sampleStrategy(0), sampleStrategy(1)],
    criteria: [
      CriterionFacts(
        id: "size", name: Wording(nl: "Grootte", en: "Size"), about: Wording(nl: "Leerlingen", en: "Pupils"),
        weight: 6,
        reason: Wording(nl: "Klein kan weinig alleen.", en: "The small can do little alone."), origin: .register,
        inFields: .type, mirror: CriterionFacts.Mirror(used: 0.57, entropy: 0.9, critic: 0.62)),
      CriterionFacts(
        id: "noise", name: Wording(nl: "Rumoer", en: "Noise"),
        about: Wording(nl: "Hoe druk het is", en: "How busy it is"), weight: 4.5,
        reason: Wording(nl: "Lezen vraagt rust.", en: "Reading asks for quiet."), origin: .judgement,
        inFields: .judgement, mirror: CriterionFacts.Mirror(used: 0.43, entropy: 0.1, critic: 0.38)),
    ],
    fields: [
      FieldFacts(
        type: 0, field: Wording(nl: "Rekenen", en: "Arithmetic"), strategy: 1, acceptability: 0.7, isClear: true,
        respondents: 9, runnerUp: 0, isPooled: true,
        grounds: FieldFacts.Grounds(answers: 0.385, whole: 0.57, judgement: 0.045)),
      FieldFacts(type: 1, field: Wording(nl: "Rekenen", en: "Arithmetic"), isClear: false),
      FieldFacts(
        type: 0, field: Wording(nl: "Taal", en: "Language"), strategy: 0, acceptability: 0.55, isClear: false,
        runnerUp: 1),
      FieldFacts(
        type: 1, field: Wording(nl: "Taal", en: "Language"), strategy: 0, acceptability: 1, isClear: true,
        respondents: 12, runnerUp: 1, isPooled: false,
        grounds: FieldFacts.Grounds(answers: 0, whole: 1, judgement: 0)),
    ],
    evidence: EvidenceFacts(
      rows: [
        EvidenceFacts.Row(
          types: 2, sumOfSquares: 12.25, silhouette: 0.412, calinskiHarabasz: 20.5, daviesBouldin: 0.81, gap: 0.305,
          gapError: 0.021, stability: 0.83, predictionStrength: 0.91, smallest: 3, starts: 200, hits: 150, optima: 2,
          chosen: true),
        EvidenceFacts.Row(
          types: 3, sumOfSquares: 9.5, silhouette: 0.3, smallest: 1, starts: 200, hits: 20, optima: 11, chosen: false),
      ],
      choice: ChoiceFacts(
        types: 2, rule: "stability", basis: .rule, smallest: 3, leastStability: 0.75,
        ruleTakes: 2,
        alone: [
          ChoiceFacts.Pick(criterion: "stability", types: 2), ChoiceFacts.Pick(criterion: "silhouette", types: 2),
          ChoiceFacts.Pick(criterion: "calinski-harabasz", types: 2),
          ChoiceFacts.Pick(criterion: "davies-bouldin", types: 2),
          ChoiceFacts.Pick(criterion: "gap-firstSEmax"), ChoiceFacts.Pick(criterion: "gap-Tibs2001SEmax"),
          ChoiceFacts.Pick(criterion: "gap-globalmax"), ChoiceFacts.Pick(criterion: "prediction-strength", types: 2),
        ]),
      chanceOfNew: 0.005, nearTies: [NearTie(worse: 0.0123, hits: 50, moved: 1)],
      sureFrom: [0.9, 0.75, 0.5],
      lineage: [
        LineageFacts(
          types: 3, earlier: ["A", "B"],
          descents: [
            LineageFacts.Descent(type: "A", origin: "A", share: 1),
            LineageFacts.Descent(type: "B", origin: "B", share: 1),
            LineageFacts.Descent(type: "C", origin: "A", share: 0.6),
          ]),
        LineageFacts(
          types: 4, earlier: ["A", "B", "C"],
          descents: [
            LineageFacts.Descent(type: "A", origin: "B", share: 1),
            LineageFacts.Descent(type: "B", origin: "A", share: 1),
            LineageFacts.Descent(type: "C", origin: "B", share: 1),
            LineageFacts.Descent(type: "D", origin: "B", share: 1),
          ]),
      ]),
    results: [
      ResultFacts(
        question: Wording(nl: "Wij lezen elke dag", en: "We read every day"),
        answer: Wording(nl: "(Zeer) mee eens", en: "(Strongly) agree"),
        published: Wording(nl: "vier op de vijf", en: "four in five"), publishedShare: 0.8,
        respondents: EstimateFacts(count: 21, value: 0.81, low: 0.6, high: 0.92, designEffect: 1.2),
        averageUnit: EstimateFacts(count: 21, value: 0.78, low: 0.55, high: 0.9, designEffect: 1.5),
        inhabitants: EstimateFacts(count: 21, value: 0.8, low: 0.58, high: 0.91, designEffect: 1.6),
        groups: [
          [
            .shown(EstimateFacts(count: 9, value: 0.7)), .shown(EstimateFacts(count: 7, value: 0.9)), .tooFew,
            .wouldTell,
          ]
        ])
    ],
    map: MapFacts(
      areas: [
        MapFacts.Area(code: "S1", name: "De Akker", polygons: [square(4, 52)]),
        MapFacts.Area(code: "S4", name: "De <Den>", polygons: [square(5, 52)]),
        MapFacts.Area(code: "S5", name: "De Eik", polygons: [square(6, 52)]),
      ], credit: Wording(nl: "Bron: De Kaartenmaker", en: "Source: De Kaartenmaker")),
    members: [
      MemberFacts(name: "De Akker", landing: .unit(.placed(type: 0, certainty: 0.97, grade: .very))),
      MemberFacts(name: "De Eik", landing: .unit(.tooFew)), MemberFacts(name: "De Ginkgo", landing: .unit(.noAnswer)),
      MemberFacts(
        name: "Stichting <script>alert(1)</script>", landing: .notAUnit,
        remark: Wording(nl: "een bestuur", en: "a board")),
    ],
    making: MakingFacts(
      version: "0.1.0", recalculations: 200, leastInField: 10,
      stages: [
        MakingFacts.Stage(
          name: "cluster", seed: "20200626", parameters: [MakingFacts.Entry(name: "starts", value: "200")],
          digests: [MakingFacts.Entry(name: "features.csv", value: "ab12")])
      ],
      findings: [
        MakingFacts.FindingCount(stage: "ingest", level: "warning", rule: "no-unit", count: 2),
        MakingFacts.FindingCount(
          stage: "ingest", level: "warning", rule: "pilots-asked", count: 1,
          label: Wording(nl: "Wie geen proeven kent, is niet gevraagd.", en: "Who knows of no pilots was not asked.")),
        MakingFacts.FindingCount(stage: "ingest", level: "note", rule: "a-rule-of-tomorrow", count: 3),
      ]), groundwork: sampleGroundwork(), robustness: sampleRobustness(),
    reliefRanges: ReliefFacts.Ranges(low: 0.05...0.2, medium: 0.2...0.4, high: 0.4...0.6),
    clusterFigures: sampleClusterFigures(), decisionFigures: sampleDecisionFigures(), answers: sampleAnswers())
}

private func square(_ x: Double, _ y: Double) -> [[MapPoint]] {
  [[(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { MapPoint(longitude: x + $0.0, latitude: y + $0.1) }]
}

private func sampleType(_ index: Int) -> TypeFacts {
  TypeFacts(
    letter: ["A", "B"][index],
    name: [Wording(nl: "Groot en doelgericht", en: "Large and purposeful"), Wording(nl: "Klein", en: "Small")][index],
    nameIsGiven: index == 0, size: 3, share: 0.5, certainty: [0.9, 0.43][index], stability: 0.83,
    expectedElsewhere: 0.5, profile: [[1.2, 0.4, -0.1], [-1.2, -0.4, 0.1]][index],
    consequences: [
      ConsequenceFacts(
        name: Wording(nl: "Leeseilanden", en: "Reading islands"),
        about: Wording(nl: "Ieder voor zich", en: "Each alone"),
        risk: 0.62, low: 0.5, high: 0.74)
    ],
    ranking: [
      RankedStrategy(strategy: index, score: 0.71, acceptability: 0.83, acceptabilityAnyWeights: 0.6),
      RankedStrategy(
        strategy: 1 - index, score: 0.4, acceptability: 0.17, acceptabilityAnyWeights: 0.4,
        vetoShare: index == 0 ? 0.3 : 0.01),
    ], verdict: index == 0 ? .clear(0) : .contenders([1, 0]),
    contributions: [
      ContributionFacts(criterion: Wording(nl: "Grootte", en: "Size"), value: 0.9, contribution: 0.54, weight: 0.6)
    ],
    preconditions: [
      PreconditionFacts(text: Wording(nl: "Een leescoördinator", en: "A reading lead"), state: .open, share: 0.33),
      PreconditionFacts(text: Wording(nl: "Een boekenkast", en: "A bookcase"), state: .met),
      PreconditionFacts(
        text: Wording(nl: "Er zijn boeken.", en: "There are books."), state: .open, share: 0.41, amount: 2.7953,
        atLeast: 2.8, unit: Wording(nl: "index 1-5", en: "index 1-5")),
      PreconditionFacts(text: Wording(nl: "Geld", en: "Money"), state: .unknown),
    ], decision: sampleDecision(index), relief: index == 0 ? sampleRelief() : [],
    spread: [sampleSpread(index)], typical: index == 0 ? ["De Akker", "De Beuk"] : ["De <Den>"])
}

/// All small schools are of type B, all large ones of type A; of one class too few to tell.
private func sampleSpread(_ index: Int) -> SpreadFacts {
  SpreadFacts(
    label: Wording(nl: "Grootte", en: "Size"),
    rows: [
      SpreadFacts.Row(label: Wording(nl: "Klein", en: "Small"), own: index == 0 ? 0 : 12, all: 12),
      SpreadFacts.Row(label: Wording(nl: "Groot", en: "Large"), own: index == 0 ? 12 : 0, all: 12),
      SpreadFacts.Row(label: Wording(nl: "Reusachtig", en: "Huge"), own: 1, all: 2, isTold: false),
    ])
}

/// Type A has both kinds of flips and other ways of reckoning that differ; type B has neither.
private func sampleDecision(_ index: Int) -> DecisionFacts {
  let size = Wording(nl: "Grootte", en: "Size")
  guard index == 0 else {
    return DecisionFacts(strategy: 1, topsisFirst: 1, prometheeFirst: 1, agrees: true, flips: [])
  }
  return DecisionFacts(
    strategy: 0, runnerUp: 1, score: 0.71, acceptability: 0.83, ahead: 0.66,
    differences: [
      DecisionFacts.Difference(criterion: size, first: 0.54, difference: 0.54),
      DecisionFacts.Difference(
        criterion: Wording(nl: "Rumoer", en: "Noise"), first: 0.17, runnerUp: 0.4, difference: -0.23),
    ], topsisFirst: 1, prometheeFirst: 1, agrees: false,
    flips: [
      FlipFacts(
        kind: .weight, id: "noise", name: Wording(nl: "Rumoer", en: "Noise"), from: 4, to: 11.477, change: 1.869,
        strategy: 1, isSmallest: true),
      FlipFacts(
        kind: .amount, id: "pupils", name: Wording(nl: "Leerlingen", en: "Pupils"),
        unit: Wording(nl: "leerlingen", en: "pupils"), from: 22232.78, to: 39073.69, change: 0.0717, strategy: 1,
        isSmallest: true),
    ], equalFirst: 0, persons: DecisionFacts.Persons(agreeing: 2, count: 3))
}

private func sampleRelief() -> [ReliefFacts] {
  [
    ReliefFacts(
      strategy: 0, consequence: Wording(nl: "Leeseilanden", en: "Reading islands"), level: .high, doingNothing: 0.62,
      risk: 0.37, low: 0.28, high: 0.46, change: -0.25, changeLow: -0.31, changeHigh: -0.19)
  ]
}

private func sampleStrategy(_ index: Int) -> StrategyFacts {
  StrategyFacts(
    id: ["alone", "together"][index], isBaseline: false,
    name: [Wording(nl: "Zelf doen", en: "Do it yourself"), Wording(nl: "Samen sterk", en: "Join forces")][index],
    aim: Wording(nl: "Elk kind leest elke dag.", en: "Every child reads every day."),
    fits: Wording(nl: "De school is groot genoeg.", en: "The school is large enough."),
    asks: StrategyFacts.Asks(people: .low, money: .medium, time: .high),
    preconditions: [Wording(nl: "Een leescoördinator", en: "A reading lead")],
    answers: [
      StrategyFacts.Answer(consequence: Wording(nl: "Leeseilanden", en: "Reading islands"), level: .high)
    ],
    risks: [Wording(nl: "Niemand heeft tijd.", en: "Nobody has time.")],
    firstSteps: [
      Wording(nl: "Kies een boek.", en: "Choose a book."), Wording(nl: "Lees het voor.", en: "Read it aloud."),
    ],
    example: Wording(nl: "De Akker leest sinds 2020.", en: "De Akker has read since 2020."),
    source: Wording(same: "Leeskrant, 2021"),
    criteria: [
      StrategyCriterion(
        name: Wording(nl: "Grootte", en: "Size"), weight: 1,
        judged: Wording(nl: "meer is beter", en: "more is better"))
    ])
}
