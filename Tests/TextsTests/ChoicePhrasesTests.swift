import Testing
import Texts

struct ChoicePhrasesTests {
  private let nl = Phrases(
    .nl, units: UnitWords(singular: Wording(nl: "school", en: "school"), plural: Wording(nl: "scholen", en: "schools")))
  private let en = Phrases(
    .en, units: UnitWords(singular: Wording(nl: "school", en: "school"), plural: Wording(nl: "scholen", en: "schools")))

  // MARK: The runner-up

  @Test func `why not the runner-up names the distance and what speaks for either`() {
    #expect(
      nl.whyNot(
        first: ("Samen", 0.7815), runnerUp: ("Basis", 0.5797), decides: ["Inwoners", "Samenwerking", "Datamensen"],
        against: ["Kwaliteit", "Eigenaarschap"])
        == "‘Samen’ scoort 0,20 hoger dan ‘Basis’: 0,78 tegen 0,58. Dat komt vooral door ‘Inwoners’, ‘Samenwerking’ en "
        + "‘Datamensen’. Voor ‘Basis’ pleiten juist ‘Kwaliteit’ en ‘Eigenaarschap’.")
    #expect(
      en.whyNot(first: ("Join", 0.7815), runnerUp: ("Basics", 0.5797), decides: ["Inhabitants"], against: ["Quality"])
        == "‘Join’ scores 0.20 higher than ‘Basics’: 0.78 against 0.58. That is mostly because of ‘Inhabitants’. ‘Quality’ "
        + "speaks for ‘Basics’.")
    #expect(
      nl.whyNot(first: ("Samen", 0.5001), runnerUp: ("Basis", 0.5), decides: [], against: [])
        == "‘Samen’ en ‘Basis’ scoren bijna even hoog (0,50).")
  }

  @Test func `what would come first without a limit is told with the reason of the limit`() {
    #expect(
      nl.unvetoed("Platform", because: "Daar is de school te klein voor.")
        == "Zonder de harde grens zou ‘Platform’ bovenaan staan. Waarom zij afvalt: Daar is de school te klein voor.")
    #expect(en.unvetoed("Platform", because: nil) == "Without the hard limit ‘Platform’ would come first.")
    #expect(nl.wouldBeRuledOut("Platform", 0.3) == "In 30 van de 100 doorrekeningen zou ‘Platform’ afvallen.")
    #expect(en.wouldBeRuledOut("Platform", 0.3) == "In 30 of 100 recalculations ‘Platform’ would be ruled out.")
  }

  // MARK: What would flip it

  @Test func `a change of a weight reads as how many times as heavy, or as points`() {
    #expect(
      nl.weightFlip("Verspilling", from: 4, to: 11.477, strategy: "Sturen")
        == "Telt ‘Verspilling’ 2,9 keer zo zwaar (11,5 in plaats van 4 punten), dan komt ‘Sturen’ bovenaan.")
    #expect(
      en.weightFlip("Waste", from: 4, to: 203.08, strategy: "Steer")
        == "If ‘Waste’ weighs 51 times as much (203 instead of 4 points), ‘Steer’ comes first.")
    #expect(
      nl.weightFlip("Dubbel", from: 3.45, to: 207.1, strategy: "Basis")
        == "Telt ‘Dubbel’ 60 keer zo zwaar (207 in plaats van 3,5 punten), dan komt ‘Basis’ bovenaan.")
    #expect(
      nl.weightFlip("Inwoners", from: 8, to: 55.96, strategy: "Lab")
        == "Telt ‘Inwoners’ 7 keer zo zwaar (56 in plaats van 8 punten), dan komt ‘Lab’ bovenaan.")
    #expect(
      nl.weightFlip("Eigenaarschap", from: 9, to: 0.119, strategy: "Basis")
        == "Telt ‘Eigenaarschap’ 0,1 in plaats van 9 punten, dan komt ‘Basis’ bovenaan.")
    #expect(
      en.weightFlip("Ownership", from: 9, to: 0, strategy: "Basics")
        == "If ‘Ownership’ no longer counts (0 instead of 9 points), ‘Basics’ comes first.")
    #expect(nl.weightFlip("Doel", from: 9, to: 9, strategy: "Basis") == "‘Basis’ scoort nu al even hoog.")
  }

  @Test func `a change of an amount reads in its unit, with no more digits than tell it apart`() {
    #expect(
      nl.amountFlip("Inwoners", unit: "inwoners", from: 22_232.78, to: 39_073.69, change: 0.0717, strategy: "Basis")
        == "Bij gemiddeld 39\u{202F}000 inwoners in plaats van 22\u{202F}000 komt ‘Basis’ bovenaan. Dat is een verandering "
        + "van 7\u{A0}% van de schaal waarop dit telt.")
    #expect(
      en.amountFlip("Inhabitants", unit: "inhabitants", from: 22_232, to: 22_378, change: 0.004, strategy: "Basics")
        == "With 22,400 inhabitants on average instead of 22,200, ‘Basics’ comes first. That is a change of <\u{A0}1% of the "
        + "scale on which this counts.")
    #expect(
      nl.amountFlip("Kwaliteit", unit: "index 1-5", from: 2.5847, to: 2.4794, change: 0.053, strategy: "Basis")
        == "Is ‘Kwaliteit’ gemiddeld 2,5 in plaats van 2,6 (index 1-5), dan komt ‘Basis’ bovenaan. Dat is een verandering "
        + "van 5\u{A0}% van de schaal waarop dit telt.")
    #expect(
      en.amountFlip("vision", unit: nil, from: 2.51, to: 2.49, change: 0.01, strategy: "Basics")
        == "If ‘vision’ is 2.49 on average instead of 2.51, ‘Basics’ comes first. That is a change of 1% of the scale on "
        + "which this counts.")
    #expect(
      en.amountFlip("vision", unit: nil, from: 2, to: 2, change: 0, strategy: "B") == "‘B’ already scores as high.")
  }

  // MARK: Cross-checks

  @Test func `two other ways of reckoning agree, or say what each puts first`() {
    #expect(
      nl.crossCheck(agrees: true, topsis: nil, promethee: nil)
        == "Twee andere rekenwijzen (TOPSIS en PROMETHEE II) zetten dezelfde strategie bovenaan.")
    #expect(
      nl.crossCheck(agrees: false, topsis: "Basis", promethee: "Basis")
        == "Twee andere rekenwijzen (TOPSIS en PROMETHEE II) zetten ‘Basis’ bovenaan. Dat is een reden om naar beide "
        + "strategieën te kijken.")
    #expect(
      en.crossCheck(agrees: false, topsis: "Basics", promethee: "Lab")
        == "Two other ways of reckoning choose otherwise: TOPSIS puts ‘Basics’ first, and PROMETHEE II ‘Lab’. That is a reason "
        + "to look at all three strategies.")
    #expect(
      en.crossCheck(agrees: false, topsis: "Basics", promethee: nil)
        == "Another way of reckoning, PROMETHEE II, puts the same strategy first. A second one, TOPSIS, takes ‘Basics’. That "
        + "is a reason to look at both strategies.")
    #expect(
      nl.crossCheck(agrees: false, topsis: nil, promethee: "Lab")
        == "Een andere rekenwijze, TOPSIS, zet dezelfde strategie bovenaan. Een tweede, PROMETHEE II, kiest ‘Lab’. Dat is een "
        + "reden om naar beide strategieën te kijken.")
  }

  @Test func `other weights put the same strategy first, or another one`() {
    #expect(nl.equalWeights("Basis") == "Tellen alle criteria even zwaar, dan komt ‘Basis’ bovenaan.")
    #expect(en.equalWeights("Basics") == "When all criteria count the same, ‘Basics’ comes first.")
    #expect(
      nl.personsAgreeing(4, of: 16, on: "Basis")
        == "Bij vier van de 16 mensen die de criteria wogen, komt ‘Basis’ bovenaan.")
    #expect(
      en.personsAgreeing(0, of: 3, on: "Basics")
        == "For none of the three people who weighed the criteria, ‘Basics’ comes first.")
    #expect(
      nl.personsAgreeing(16, of: 16, on: "Basis")
        == "Bij alle 16 mensen die de criteria wogen, komt ‘Basis’ bovenaan.")
  }

  // MARK: Risks and preconditions

  @Test func `what a strategy takes away is called a judgement, with its ranges`() {
    #expect(
      nl.reliefIsJudged([0.05...0.2, 0.2...0.4, 0.4...0.6])
        == "Het risico van niets doen is gemeten. Hoeveel een strategie daarvan wegneemt, is niet gemeten: dat is een "
        + "inschatting uit de catalogus. Past een strategie helemaal, dan neemt zij een deel van het risico weg: licht is "
        + "5–20\u{A0}%, gedeeltelijk 20–40\u{A0}% en sterk 40–60\u{A0}%. Past zij minder goed, dan ook minder.")
    #expect(
      en.reliefIsJudged(nil)
        == "The risk of doing nothing was measured. How much of it a strategy takes away was not: that is a judgement of the "
        + "catalogue.")
    #expect(
      ["low", "medium", "high", nil].map(nl.reliefLevel) == ["licht", "gedeeltelijk", "sterk", "niet rechtstreeks"])
  }

  @Test func `an open precondition tells how often it is met and how far it is from its bound`() {
    #expect(nl.metBy(0.595) == "In 60 van de 100 doorrekeningen is dit op orde.")
    #expect(en.metBy(0) == "In no recalculation this is in place.")
    #expect(
      nl.amountBesideBound(2.7953, from: 2.8, to: nil, unit: "index 1-5")
        == "Nu 2,795; nodig is ten minste 2,8 (index 1-5).")
    #expect(en.amountBesideBound(0.4, from: 0.5, to: nil, unit: nil) == "Now 0.4; at least 0.5 is needed.")
    #expect(
      nl.amountBesideBound(48_407, from: nil, to: 45_000, unit: "inwoners")
        == "Nu 48\u{202F}000; nodig is ten hoogste 45\u{202F}000 (inwoners).")
    #expect(nl.amountBesideBound(1, from: 2, to: 3.25, unit: nil) == "Nu 1; nodig is 2 tot 3,25.")
  }

  // MARK: Policy fields

  @Test func `what a choice rests on adds up to a hundred`() {
    #expect(
      nl.grounds(answers: 0.389, whole: 0.567, judgement: 0.044)
        == "39\u{A0}% antwoorden uit het veld, 57\u{A0}% het type, 4\u{A0}% inschatting")
    #expect(
      en.grounds(answers: 1.0 / 3, whole: 1.0 / 3, judgement: 1.0 / 3)
        == "34% answers from the field, 33% the type, 33% judgement")
    #expect(nl.grounds(answers: 0, whole: 1, judgement: 0) == "100\u{A0}% het type")
  }

  @Test func `the fields say where answers count, and where the catalogue judges`() {
    #expect(
      nl.fieldGrounds(judged: ["Rumoer"], least: 10)
        == "Gaat een vraag over het eigen werk, dan tellen de antwoorden van wie in het beleidsveld werkt. Gaat een vraag over "
        + "de hele school, of komt een cijfer uit het register, dan telt het hele type. Ook waar niemand in het beleidsveld "
        + "antwoordde, telt het hele type. Soms komt daar een inschatting uit de catalogus bij: hoe dit beleidsveld van het "
        + "geheel verschilt. Naar ‘Rumoer’ is niet gevraagd: dat schat de catalogus per beleidsveld in. Kreeg een vraag minder "
        + "dan 10 antwoorden, dan zijn die bijgetrokken naar het type. Daar staat ‘weinig antwoorden’ bij.")
    #expect(
      en.fieldGrounds(judged: [], least: nil)
        == "Where a question is about people's own work, the answers of those who work in the policy field count. Where a "
        + "question is about the whole school, or a figure comes from the register, the whole type counts. The whole type also "
        + "counts where nobody in the policy field answered. Sometimes a judgement of the catalogue is added: how this policy "
        + "field differs from the whole.")
  }
}
