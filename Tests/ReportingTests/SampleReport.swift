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
      UnitFacts(code: "S1", name: "De Akker", placing: .placed(type: 0, certainty: 0.97, grade: .very)),
      UnitFacts(code: "S2", name: "De Beuk", placing: .placed(type: 0, certainty: 0.83, grade: .fairly)),
      UnitFacts(code: "S3", name: "De Ceder", placing: .placed(type: 1, certainty: 0.55, grade: .unsure)),
      UnitFacts(code: "S4", name: "De <Den>", placing: .placed(type: 1, certainty: 0.31, grade: .tossUp)),
      UnitFacts(code: "S5", name: "De Eik", placing: .tooFew),
      UnitFacts(code: "S6", name: "De Fijnspar", placing: .tooFew),
      UnitFacts(code: "S7", name: "De Ginkgo", placing: .noAnswer),
    ],
    strategies: [sampleStrategy(0), sampleStrategy(1)],
    criteria: [
      CriterionFacts(
        id: "size", name: Wording(nl: "Grootte", en: "Size"), about: Wording(nl: "Leerlingen", en: "Pupils"),
        weight: 6,
        reason: Wording(nl: "Klein kan weinig alleen.", en: "The small can do little alone."))
    ],
    fields: [
      FieldFacts(
        type: 0, field: Wording(nl: "Rekenen", en: "Arithmetic"), strategy: 1, acceptability: 0.7, isClear: true,
        respondents: 9),
      FieldFacts(type: 1, field: Wording(nl: "Rekenen", en: "Arithmetic"), isClear: false, respondents: 2),
    ],
    evidence: EvidenceFacts(
      rows: [
        EvidenceFacts.Row(
          types: 2, sumOfSquares: 12.25, silhouette: 0.412, calinskiHarabasz: 20.5, daviesBouldin: 0.81, gap: 0.305,
          gapError: 0.021, stability: 0.83, smallest: 3, starts: 200, hits: 150, optima: 2, chosen: true),
        EvidenceFacts.Row(
          types: 3, sumOfSquares: 9.5, silhouette: 0.3, smallest: 1, starts: 200, hits: 20, optima: 11, chosen: false),
      ],
      choice: ChoiceFacts(
        types: 2, rule: "stability", basis: .rule, smallest: 3, leastStability: 0.75,
        alone: [ChoiceFacts.Pick(criterion: "silhouette", types: 2), ChoiceFacts.Pick(criterion: "gap-firstSEmax")]),
      chanceOfNew: 0.005, nearTies: [NearTie(worse: 0.0123, hits: 50, moved: 1)],
      sureFrom: [0.9, 0.75, 0.5]),
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
      version: "0.1.0", recalculations: 200,
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
      ]), groundwork: sampleGroundwork())
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
      RankedStrategy(strategy: 1 - index, score: 0.4, acceptability: 0.17, acceptabilityAnyWeights: 0.4),
    ], verdict: index == 0 ? .clear(0) : .contenders([1, 0]),
    contributions: [
      ContributionFacts(criterion: Wording(nl: "Grootte", en: "Size"), value: 0.9, contribution: 0.54, weight: 0.6)
    ],
    preconditions: [
      PreconditionFacts(text: Wording(nl: "Een leescoördinator", en: "A reading lead"), state: .open, share: 0.33),
      PreconditionFacts(text: Wording(nl: "Een boekenkast", en: "A bookcase"), state: .met),
      PreconditionFacts(text: Wording(nl: "Geld", en: "Money"), state: .unknown),
    ])
}

private func sampleStrategy(_ index: Int) -> StrategyFacts {
  StrategyFacts(
    id: ["alone", "together"][index], isBaseline: false,
    name: [Wording(nl: "Zelf doen", en: "Do it yourself"), Wording(nl: "Samen sterk", en: "Join forces")][index],
    aim: Wording(nl: "Elk kind leest elke dag.", en: "Every child reads every day."),
    fits: Wording(nl: "De school is groot genoeg.", en: "The school is large enough."),
    asks: StrategyFacts.Asks(people: .low, money: .medium, time: .high),
    preconditions: [Wording(nl: "Een leescoördinator", en: "A reading lead")],
    answers: [Wording(nl: "Leeseilanden", en: "Reading islands")],
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
