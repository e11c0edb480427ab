import Foundation
import Testing

/// `koers catalogue` and the file in which people weigh the criteria, through the real executables.
@Suite struct CatalogueCommandTests {
  private let catalogue = """
    points_total: 10
    consequences:
      - id: drift
        name: {nl: Stuurloosheid, en: Drift}
        about: {nl: Niemand weet waarheen., en: Nobody knows where to.}
        source: drift
      - {id: noise, name: {nl: Ruis, en: Noise}, about: {nl: Het kraakt., en: It crackles.}, source: noise, none: 0, full: 1}
    criteria:
      - id: goal
        name: {nl: Doel, en: Goal}
        question: {nl: Is er een doel?, en: Is there a goal?}
        why: {nl: Zonder doel is elke wind tegen., en: Without a goal every wind is foul.}
        source: goal
        unit: {nl: index 1-5, en: index 1-5}
        points: 5
        shapes: {low: {zero: 4, one: 2}, high: {zero: 2.5, one: 4}}
      - id: size
        name: {nl: Omvang, en: Size}
        question: {nl: Hoeveel leden?, en: How many members?}
        why: {nl: Wie klein is draagt minder alleen., en: Who is small carries less alone.}
        source: members
        unit: {nl: leden, en: members}
        points: 3
        shapes:
          middle: {prefer: [1500, 20000], outer: [500, 50000]}
          large: {points: {1000: 0, 10000: 0.25, 40000: 1}}
          odd: {points: {1000: 0.5, 2000: 1, 3000: 0}}
      - id: drift
        name: {nl: Koersverlies, en: Loss of course}
        question: {nl: Dwaalt men af?, en: Do people stray?}
        why: {nl: Het is het teken., en: It is the sign.}
        source: drift
        in_fields: own
        points: 1
        shapes: {low: {zero: 5, one: 1}}
      - id: chain
        name: {nl: Keten, en: Chain}
        question: {nl: Zijn er partners?, en: Are there partners?}
        why: {nl: Wie deelt moet afspreken., en: Who shares must agree.}
        source: judgement
        points: 1
        shapes: {high: {zero: 1, one: 5}}
    strategies:
      - id: steer
        name: {nl: Koers kiezen, en: Choosing a course}
        aim: {nl: Eerst kiezen waarheen de reis gaat en dan pas hijsen, en: Choose where the journey goes first and hoist sail only then}
        fits: {nl: Er is geen doel., en: There is no goal.}
        asks: {people: low, money: medium, time: high}
        answers: {drift: high, noise: low}
        preconditions:
          - {nl: De bemanning wil., en: The crew is willing., untested: true, after: [map, wind]}
          - {nl: Er is een kaart., en: There is a map., source: goal, at_least: 1.5, at_most: 4.5, id: map, after: wind}
          - {nl: Er is wind., en: There is wind., source: wind, at_most: 0.125, id: wind}
        risks: [{nl: De wind draait., en: The wind turns.}]
        first_steps: [{nl: Kijk omhoog., en: Look up.}, {nl: Vraag de stuurman., en: Ask the helmsman.}]
        example:
          nl: Een schip vond de weg.
          en: A ship found its way.
          source: {nl: Logboek, en: Log}
        wants: {goal: {shape: low, importance: 2}, size: middle, chain: high}
        never: [{source: members, at_least: 100000, because: {nl: Zo groot keert niet., en: So large does not turn.}}]
      - id: sail
        name: {nl: Varen, en: Sailing}
        aim: {nl: Doorvaren., en: Sail on.}
        fits: {nl: De koers is bekend., en: The course is known.}
        asks: {people: high, money: low, time: low}
        wants: {goal: high, size: {shape: large, importance: 0.5}}
      - id: swim
        name: {nl: Zwemmen, en: Swimming}
        aim: {nl: Van boord., en: Overboard.}
        fits: {nl: Zelden., en: Rarely.}
        asks: {people: high, money: low, time: low}
        wants: {size: odd}
      - id: anchor
        baseline: true
        name: {nl: Voor anker, en: At anchor}
        aim: {nl: Blijven liggen., en: Stay put.}
        fits: {nl: Het is goed hier., en: It is good here.}
        asks: {people: low, money: low, time: low}
        wants: {drift: low}
    fields:
      - id: deck
        name: {nl: Dek, en: Deck}
        why: {nl: Daar waait het., en: It is windy there.}
        shift: {goal: -0.5, drift: 0.25}
        judged: {chain: 4.5}
        margin: 1

    """

  /// A folder with the catalogue in it.
  private func folder() throws -> SchoolsCopy {
    let copy = try SchoolsCopy()
    try copy.write(catalogue, to: "small.yaml")
    return copy
  }

  @Test func `a catalogue is printed whole in Dutch`() throws {
    let copy = try folder()
    let result = try copy.run("koers", ["catalogue", "small.yaml"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(plainSpaces(result.output) == dutch)
  }

  private let dutch = """
    De strategieën
    ==============
    De catalogus small.yaml telt drie strategieën, vier criteria, twee gevolgen van niets doen en één
    beleidsveld.

    1. Koers kiezen (steer)
    -----------------------

    Doel          Eerst kiezen waarheen de reis gaat en dan pas hijsen
    Past als      Er is geen doel.
    Vraagt        mensen: weinig; geld: gemiddeld; tijd: veel
    Helpt tegen   Stuurloosheid: veel (40–60 % minder risico als de strategie helemaal past)
                  Ruis: weinig (5–20 % minder risico als de strategie helemaal past)

    Wat er eerst op orde moet zijn, in deze volgorde
      1. Er is wind. Getoetst: wind moet 0,125 of minder zijn.
      2. Er is een kaart. Kan pas na stap 1. Getoetst: Doel (goal) moet van 1,5 tot en met 4,5 zijn.
      3. De bemanning wil. Kan pas na stap 1 en 2. Niet getoetst: ga dit zelf na.

    De eerste honderd dagen
      1. Kijk omhoog.
      2. Vraag de stuurman.

    Waar het mis kan gaan
      - De wind draait.

    Voorbeeld uit de praktijk
      Een schip vond de weg. Bron: Logboek.

    Waar deze strategie bij past
      Criterium  Gewicht  Wat past
      Doel       5 × 2    lager is beter: 2 of minder past helemaal, 4 of meer past niet
      Omvang     3        het liefst van 1 500 tot en met 20 000: 500 of minder past niet, 50 000 of
                          meer past niet
      Keten      1        hoger is beter: 1 of minder past niet, 5 of meer past helemaal

    Wanneer deze strategie afvalt
      - Omvang (members) is 100 000 of meer. Zo groot keert niet.

    2. Varen (sail)
    ---------------

    Doel          Doorvaren.
    Past als      De koers is bekend.
    Vraagt        mensen: veel; geld: weinig; tijd: weinig

    Waar deze strategie bij past
      Criterium  Gewicht  Wat past
      Doel       5        hoger is beter: 2,5 of minder past niet, 4 of meer past helemaal
      Omvang     3 × 0,5  hoger is beter: 1 000 of minder past niet, 10 000 past voor 25 %, 40 000 of
                          meer past helemaal

    3. Zwemmen (swim)
    -----------------

    Doel          Van boord.
    Past als      Zelden.
    Vraagt        mensen: veel; geld: weinig; tijd: weinig

    Waar deze strategie bij past
      Criterium  Gewicht  Wat past
      Omvang     3        1 000 of minder past voor 50 %, 2 000 past helemaal, 3 000 of meer past niet

    De criteria, en waarom
    ======================
    Elke strategie kijkt alleen naar de criteria die zij noemt. Het gewicht van een criterium is zijn
    aantal punten, soms maal het belang dat het voor die strategie heeft. Tussen twee genoemde waarden
    loopt een rechte lijn.

    Criterium     Punten  Aandeel  Bron                      Per beleidsveld
    Doel               5     50 %  goal                      als het hele type
    Omvang             3     30 %  members                   als het hele type
    Koersverlies       1     10 %  drift, een gevolg         antwoorden uit het veld
    Keten              1     10 %  oordeel van de catalogus  oordeel per veld

    Doel (index 1-5):
      Is er een doel? Zonder doel is elke wind tegen.
    Omvang (leden):
      Hoeveel leden? Wie klein is draagt minder alleen.
    Koersverlies:
      Dwaalt men af? Het is het teken.
    Keten:
      Zijn er partners? Wie deelt moet afspreken.

    De beleidsvelden
    ================

    Dek (deck)
      Daar waait het.
      Oordeel van de catalogus: keten 4,5 (elk kan 1 hoger of lager zijn).
      Verschil met de hele organisatie, waar antwoorden uit het veld ontbreken: doel −0,5; koersverlies
      +0,25.

    De gevolgen van niets doen
    ==========================

    Stuurloosheid (drift)
      Niemand weet waarheen.
      Gemeten met drift: bij 1 is het risico 0, bij 5 is het 100.
      Helpt ertegen: Koers kiezen (veel).

    Ruis (noise)
      Het kraakt.
      Gemeten met noise: bij 0 is het risico 0, bij 1 is het 100.
      Helpt ertegen: Koers kiezen (weinig).

    De maatstaf: Voor anker (anchor)
    ================================
    Niets doen is zelf geen strategie. Het is de maatstaf: elke strategie moet het beter doen dan dit.

    Doel          Blijven liggen.
    Past als      Het is goed hier.
    Vraagt        mensen: weinig; geld: weinig; tijd: weinig

    Waar deze strategie bij past
      Criterium     Gewicht  Wat past
      Koersverlies  1        lager is beter: 1 of minder past helemaal, 5 of meer past niet

    """

  @Test func `a strategy is printed alone in English`() throws {
    let copy = try folder()
    let result = try copy.run("koers", ["catalogue", "small.yaml", "--strategy", "steer", "--language", "en"])
    #expect(result.status == 0)
    #expect(plainSpaces(result.output) == english)
  }

  private let english = """
    Choosing a course (steer)
    -------------------------

    Aim           Choose where the journey goes first and hoist sail only then
    Fits when     There is no goal.
    Asks          people: little; money: some; time: much
    Answers       Drift: much (40–60% less risk where the strategy fits fully)
                  Noise: little (5–20% less risk where the strategy fits fully)

    What must be in place first, in this order
      1. There is wind. Tested: wind must be 0.125 or less.
      2. There is a map. Only after step 1. Tested: Goal (goal) must be from 1.5 to 4.5.
      3. The crew is willing. Only after steps 1 and 2. Not tested: check this yourself.

    The first hundred days
      1. Look up.
      2. Ask the helmsman.

    What can go wrong
      - The wind turns.

    An example from practice
      A ship found its way. Source: Log.

    What this strategy fits
      Criterion  Weight  What fits
      Goal       5 × 2   lower is better: 2 or less fits fully, 4 or more does not fit
      Size       3       preferably from 1,500 to 20,000: 500 or less does not fit, 50,000 or more does
                         not fit
      Chain      1       higher is better: 1 or less does not fit, 5 or more fits fully

    When this strategy is ruled out
      - Size (members) is 100,000 or more. So large does not turn.

    """

  @Test func `a pipeline tells where amounts come from, and in which language`() throws {
    let copy = try folder()
    let dutch = try copy.run("koers", ["catalogue", "."])
    #expect(dutch.status == 0)
    #expect(
      plainSpaces(dutch.output).contains(
        """
        Criterium                Punten  Aandeel  Bron                           Per beleidsveld
        Visie                        12     20 %  index vision                   als het hele type
        Vaardigheden                 10     17 %  index skills                   als het hele type
        Apparaten en netwerk          8     13 %  index tools                    als het hele type
        Leerlingen per apparaat       6     10 %  vraag pupils_per_device        als het hele type
        """))
    #expect(try copy.run("koers", ["catalogue", "pipeline.yaml"]).output == dutch.output)
    try copy.write(try copy.text(of: "pipeline.yaml") + "\nreport: {languages: [en]}\n", to: "pipeline.yaml")
    #expect(try copy.run("koers", ["catalogue", "."]).output.contains("question pupils_per_device"))
  }

  @Test func `no line of the catalogue of the member survey is longer than a hundred characters`() throws {
    for language in ["nl", "en"] {
      let result = try CommandRunner.run(
        "koers", ["catalogue", "Pipelines/member-survey", "--language", language])
      #expect(result.status == 0)
      let lines = result.output.split(separator: "\n")
      #expect(lines.count > 200)
      #expect(lines.filter { $0.count > 100 } == [])
    }
  }

  @Test func `a strategy is printed as JSON`() throws {
    let copy = try folder()
    let result = try copy.run("koers", ["catalogue", "small.yaml", "--strategy", "sail", "--json"])
    #expect(result.status == 0)
    #expect(
      result.output == """
        {
          "file" : "small.yaml",
          "strategies" : [
            {
              "aim" : {
                "en" : "Sail on.",
                "nl" : "Doorvaren."
              },
              "answers" : [

              ],
              "asks" : {
                "money" : "low",
                "people" : "high",
                "time" : "low"
              },
              "baseline" : false,
              "first_steps" : [

              ],
              "fits" : {
                "en" : "The course is known.",
                "nl" : "De koers is bekend."
              },
              "id" : "sail",
              "name" : {
                "en" : "Sailing",
                "nl" : "Varen"
              },
              "never" : [

              ],
              "preconditions" : [

              ],
              "risks" : [

              ],
              "wants" : [
                {
                  "anchors" : [
                    [
                      2.5,
                      0
                    ],
                    [
                      4,
                      1
                    ]
                  ],
                  "criterion" : "goal",
                  "importance" : 1,
                  "shape" : "high"
                },
                {
                  "anchors" : [
                    [
                      1000,
                      0
                    ],
                    [
                      10000,
                      0.25
                    ],
                    [
                      40000,
                      1
                    ]
                  ],
                  "criterion" : "size",
                  "importance" : 0.5,
                  "shape" : "large"
                }
              ]
            }
          ]
        }

        """)
    let whole = try #require(
      try JSONSerialization.jsonObject(
        with: Data(try copy.run("koers", ["catalogue", "small.yaml", "--json"]).output.utf8)) as? [String: Any])
    #expect(
      whole.keys.sorted() == [
        "baseline", "consequences", "criteria", "fields", "file", "points_total", "strategies",
      ])
    let criteria = try #require(whole["criteria"] as? [[String: Any]])
    #expect(criteria.map { $0["kind"] as? String } == [nil, nil, "consequence", "judgement"])
    #expect(criteria.map { $0["in_fields"] as? String } == ["type", "type", "own", "judgement"])
    #expect(criteria.map { $0["share"] as? Double } == [0.5, 0.3, 0.1, 0.1])
    let steer = try #require((whole["strategies"] as? [[String: Any]])?.first)
    let preconditions = try #require(steer["preconditions"] as? [[String: Any]])
    #expect(preconditions.map { $0["id"] as? String } == ["wind", "map", nil])
    #expect(preconditions.map { $0["after"] as? [Int] } == [[], [1], [1, 2]])
  }

  @Test func `strategies that are not there, and languages`() throws {
    let copy = try folder()
    try copy.expectRefusal(
      "koers catalogue small.yaml --strategy stear --strategy lighthouse", status: 64,
      """
      error: the catalogue has no strategy 'stear'
        mend: did you mean 'steer'?
      error: the catalogue has no strategy 'lighthouse'
        mend: use one of the strategies: steer, sail, swim, anchor
      """)
    try copy.expectRefusal(
      "koers catalogue small.yaml --language fr", status: 64,
      """
      Error: 'fr' is no language; use one of: nl, en
      Usage: koers catalogue <file> [--language <language>] [--strategy <strategy> ...] [--json]
        See 'koers catalogue --help' for more information.
      """)
  }

  @Test func `a catalogue that is wrong or missing`() throws {
    let copy = try folder()
    try copy.replace("points: 5", by: "points: 6", in: "small.yaml")
    try copy.expectRefusal(
      "koers catalogue small.yaml", status: 78,
      """
      small.yaml:1:15: error: the points of the criteria add up to 11, and 'points_total' asks for 10
        1 | points_total: 10
          |               ^~
        mend: take 1 points away from the criteria
      """)
    try copy.expectRefusal(
      "koers catalogue none.yaml", status: 66,
      """
      none.yaml: error: there is no such file
        mend: check the spelling, or the folder from which the command is run
      """)
    // Line 91 names the source of the last criterion.
    try copy.changeLine(91, of: "strategies.yaml") { _ in "    source: unequaal" }
    #expect(try copy.run("koers", ["catalogue", "strategies.yaml"]).status == 0)
    try copy.expectRefusal(
      "koers catalogue .", status: 78,
      """
      strategies.yaml:91:13: error: criteria[8] names the source 'unequaal', which does not exist
        91 |     source: unequaal
           |             ^~~~~~~~
        mend: did you mean 'unequal'?
      """)
  }

  // MARK: - How people weigh

  @Test func `the file in which people weigh the criteria is checked with the pipeline`() throws {
    let copy = try SchoolsCopy()
    let warnings = try copy.run("koers", ["check", "."]).errors
    try copy.replace("  draws: 2000", by: "  draws: 2000\n  weights: {file: weights.csv}", in: "pipeline.yaml")
    let line = try copy.text(of: "pipeline.yaml").components(separatedBy: "\n").firstIndex {
      $0.contains("weights.csv")
    }
    let number = try #require(line) + 1
    let gutter = String(repeating: " ", count: String(number).count)
    let missing = """
      pipeline.yaml:\(number):19: error: 'match.weights.file' names 'weights.csv', and there is no such file or folder
        \(number) |   weights: {file: weights.csv}
        \(gutter) |                   ^~~~~~~~~~~
        mend: check the spelling; a path starts from the folder of the file that names it

      """
    try copy.expectRefusal("koers check .", status: 66, missing + warnings.dropLast())
    let header = "person,vision,skills,tools,devices,together,unused,distraction,unequal\n"
    try copy.write(header + "lid 01,20,20,10,10,10,10,10,5\n", to: "weights.csv")
    let few = """
      weights.csv:2: error: the points of 'lid 01' add up to 95, which is 5 too few: they must add up to 100
        mend: divide 5 points more over the criteria

      """
    try copy.expectRefusal("koers check .", status: 78, few + warnings.dropLast())
    try copy.write(header + "lid 01,20,20,10,10,10,10,10,10\n", to: "weights.csv")
    let result = try copy.run("koers", ["check", "."])
    #expect(result.status == 0)
    #expect(result.errors == warnings)
  }

  @Test func `the catalogue of a pipeline tells how its people weigh`() throws {
    let copy = try SchoolsCopy()
    try copy.replace("  draws: 2000", by: "  draws: 2000\n  weights: {file: weights.csv}", in: "pipeline.yaml")
    let header = "person,vision,skills,tools,devices,together,unused,distraction,unequal\n"
    try copy.write(header + "lid 01,20,20,10,10,10,10,10,10\nlid 02,90,0,0,0,0,0,0,10\n", to: "weights.csv")
    let output = plainSpaces(try copy.run("koers", ["catalogue", ".", "--language", "en"]).output)
    #expect(
      output.contains(
        """
        Two people weighed the criteria (weights.csv). The mean of their weights stands under ‘Group’. That
        counts, not the points.

        Criterion            Points  Share  Group  Source                            By policy field
        Vision                   12    20%    55%  index vision                      as the whole type
        Skills                   10    17%    10%  index skills                      as the whole type
        """))
    #expect(output.contains("  Vision               55% × 2   lower is better: 2.4 or less fits fully"))
    let json = try copy.run("koers", ["catalogue", ".", "--json"]).output
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let persons = try #require(whole["persons"] as? [[String: Any]])
    #expect(persons.map { $0["person"] as? String } == ["lid 01", "lid 02"])
    #expect(persons.map { $0["method"] as? String } == ["points", "points"])
    let criteria = try #require(whole["criteria"] as? [[String: Any]])
    #expect(criteria.map { $0["measured_by"] as? String }.prefix(2) == ["index.vision", "index.skills"])
    #expect(criteria.compactMap { $0["group_share"] as? Double }.reduce(0, +) > 0.999999)
    try copy.write(header, to: "weights.csv")
    try copy.expectRefusal(
      "koers catalogue .", status: 78,
      """
      weights.csv: error: nobody weighs the criteria in this file
        mend: add a row for each person, or remove 'weights' from the section 'match' of the pipeline
      """)
  }

  /// The text with plain spaces in place of those that do not break, so that it can be read here.
  private func plainSpaces(_ text: String) -> String {
    text.replacingOccurrences(of: "\u{A0}", with: " ").replacingOccurrences(of: "\u{202F}", with: " ")
  }
}
