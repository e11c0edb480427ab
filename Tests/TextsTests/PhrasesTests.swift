import Testing
import Texts

struct PhrasesTests {
  private let nl = Phrases(.nl, units: .sample)
  private let en = Phrases(.en, units: .sample)

  @Test func `only exactly always reads as all, and only exactly never as none`() {
    #expect(nl.often(1) == "in alle doorrekeningen")
    #expect(nl.often(0.9998) == "in meer dan 99 van de 100 doorrekeningen")
    #expect(nl.often(0.0002) == "in minder dan 1 van de 100 doorrekeningen")
    #expect(nl.often(0) == "in geen enkele doorrekening")
    #expect([1, 0.9998, 0.5, 0.0002, 0].map(nl.hundredths) == ["100", ">\u{A0}99", "50", "<\u{A0}1", "0"])
    #expect([1, 0.9998, 0.5, 0.0002, 0].map(en.number.frequency) == ["100%", ">\u{A0}99%", "50%", "<\u{A0}1%", "0%"])
  }

  @Test func `a capital takes the accent off the first letter of one`() {
    #expect(nl.capitalised("één school") == "Eén school")
    #expect(nl.capitalised("twee scholen") == "Twee scholen")
  }

  @Test func `people are not counted beside the units when each unit is one of them`() {
    #expect(
      nl.whoAnswered(respondents: 12, units: 12, of: nil, types: 2)
        == "12\u{A0}scholen vulden de vragenlijst in, en hun antwoorden laten twee typen scholen zien.")
    #expect(
      nl.whoAnswered(respondents: 30, units: 12, of: nil, types: 2)
        == "30\u{A0}mensen uit 12\u{A0}scholen vulden de vragenlijst in, en hun antwoorden laten twee typen scholen zien."
    )
    #expect(
      en.whoAnswered(respondents: 12, units: 12, of: 40, types: 2)
        == "12\u{A0}people from 12 of the 40\u{A0}schools filled in the questionnaire, and their answers show two types of "
        + "school.")
  }

  @Test func `answers that belong to no unit are told with the sum`() {
    #expect(
      nl.alsoAnswered(others: 1, total: 847)
        == "Eén ingevulde vragenlijst hoort niet bij een school en telt niet mee; met die erbij zijn het er 847.")
    #expect(
      en.alsoAnswered(others: 2, total: 23)
        == "Two completed questionnaires belong to no school and do not count; including them there are 23.")
  }

  @Test func `strategies that lie close together are told with how often, and with what decides`() {
    #expect(
      nl.contenders(["Doel", "Basis"], [0.56, 0.44])
        == "Er is geen duidelijke winnaar. ‘Doel’ (56\u{A0}van\u{A0}100) en ‘Basis’ (44\u{A0}van\u{A0}100) liggen dicht bij elkaar: "
        + "welke bovenaan komt, hangt af van wie er toevallig antwoordde en van hoe zwaar elk criterium weegt.")
    #expect(
      nl.decides(["Doel", "Basis"], [["nut"], ["kwaliteit", "techniek"]])
        == "Hierin verschillen ze: ‘Doel’ let op: nut; ‘Basis’ let op: kwaliteit, techniek. Wat in uw school het meest "
        + "speelt, geeft de doorslag.")
  }

  @Test func `the amounts of a limit read as they stop`() {
    #expect(nl.limit(from: "150", to: nil) == "150 of meer")
    #expect(en.limit(from: nil, to: "2.5") == "2.5 or less")
    #expect(nl.limit(from: "1", to: "2") == "van 1 tot en met 2")
  }

  @Test(arguments: [
    "unit-without-answer", "without-function", "function-apart", "functions-apart", "adjusted-beyond-scale",
    "not-pooled",
    "few-units-in-stratum", "no-within-variance", "no-reliability", "merged-cells", "trimmed-weights", "no-inhabitants",
    "imputed", "outlier", "winsorised", "closed-set", "near-constant", "correlated", "rare-option", "few-values",
    "more-features-than-units",
  ])
  func `what is noticed between answers and features is told in words`(rule: String) throws {
    #expect(try #require(nl.finding(rule)) != #require(en.finding(rule)))
  }
}

extension UnitWords {
  fileprivate static let sample = UnitWords(
    singular: Wording(nl: "school", en: "school"), plural: Wording(nl: "scholen", en: "schools"))
}

struct EvidencePhrasesTests {
  private let nl = Phrases(.nl, units: .sample)
  private let en = Phrases(.en, units: .sample)

  @Test func `one group is told as such`() {
    #expect(nl.evidence(1) == "Waarom geen typen?")
    #expect(en.evidence(5) == "Why five types?")
    #expect(
      en.chosenByRule(1, rule: "prediction-strength", smallest: 5, stability: 0.75, prediction: 0.8)
        == "Agreed beforehand: take the largest number of types for which one half of the schools predicts well which of the "
        + "other half belong together (prediction strength at least 0.80), and each type has at least 5\u{A0}schools. That "
        + "is one: the schools cannot be divided into types.")
  }

  @Test func `the reason of a decision ends as a sentence does`() {
    #expect(
      en.chosenByPeople(5, reason: "the working group knows five")
        == "People decided on five types. Their reason: the working group knows five.")
    #expect(
      nl.chosenByPeople(1, reason: "Wij zien geen verschil.")
        == "Mensen hebben besloten dat de scholen één groep zijn. Hun reden: Wij zien geen verschil.")
  }

  @Test func `a single solution is told in the singular`() {
    #expect(
      nl.census(hits: 50, starts: 50, optima: 1, chance: nil)
        == "Bij het gekozen aantal typen kwamen 50 van de 50 starts op de beste oplossing uit; er werd één oplossing gezien."
    )
  }

  @Test func `beside a decision stands what the rule takes, and took`() {
    #expect(nl.ruleBesideDecision(takes: 4, said: 4) == "De afgesproken regel komt zelf uit op vier.")
    #expect(
      nl.ruleBesideDecision(takes: 4, said: 3)
        == "De afgesproken regel komt zelf uit op vier. Toen zij kozen, kwam de regel uit op drie. Kijk dus of hun reden nog "
        + "klopt.")
  }

  @Test func `the definition of a gap names its rule, its power and its box`() {
    #expect(
      en.criterionDefinition("gap-globalmax", stability: 0.75, prediction: 0.8, box: "original")
        == "The highest gap of all. With plain distances (power 1), compared with points in a box along the features.")
    #expect(
      en.criterionDefinition("gap-Tibs2001SEmax", stability: 0.75, prediction: 0.8, box: "components")
        == "The smallest number after which the gap rises by no more than one standard error (Tibshirani et al. 2001). With "
        + "plain distances (power 1), compared with points in a box along the principal axes.")
    #expect(en.criterionDefinition("elbow", stability: 0.75, prediction: 0.8, box: "original") == "")
  }

  @Test func `types that stay are told with the letter that they have now`() {
    #expect(nl.stays([("A", "A"), ("C", "D")]) == "A en C (nu D) blijven.")
    #expect(en.stays([("B", "A")]) == "B (now A) stays.")
    #expect(nl.splits("A", into: ["B", "D"]) == "A splitst zich in B en D.")
    #expect(en.mixture("D", origin: "A", share: 0.55) == "D is a mixture: 55% comes from A.")
    #expect(en.dissolves("C") == "C dissolves into the others.")
  }
}
