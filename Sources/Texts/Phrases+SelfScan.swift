/// What stands on the page of the self-scan.
extension Phrases {
  // MARK: The page

  /// The title of the page, and of the links to it.
  public var selfScan: String { say("Vind uw type", "Find your type") }
  /// The self-scan in a list of the forms of a publication.
  public func selfScan(_ file: String) -> String {
    say(
      "Zelfscan: vind uw type met een paar vragen (\(file))", "Self-scan: find your type with a few questions (\(file))"
    )
  }
  /// What leads to the self-scan from the list of units.
  public func selfScanInvitation(questions: Int) -> String {
    say(
      "Deed uw \(unit) niet mee, of wilt u zien waar uw eigen antwoorden op uitkomen? Beantwoord \(small(questions)) "
        + "\(questions == 1 ? "vraag" : "vragen"):",
      "Did your \(unit) not take part, or do you want to see where your own answers lead? Answer \(small(questions)) "
        + "\(questions == 1 ? "question" : "questions"):")
  }
  /// The first sentences.
  public func selfScanIntro(questions: Int) -> String {
    say(
      "Beantwoord \(small(questions)) \(questions == 1 ? "vraag" : "vragen") over uw \(unit). U ziet meteen welk type het best "
        + "past, welke strategie daarbij hoort en waar u het eerst naar kunt kijken. Sla gerust een vraag over.",
      "Answer \(small(questions)) \(questions == 1 ? "question" : "questions") about your \(unit). You see at once which type "
        + "fits best, which strategy goes with it and what to look at first. Feel free to skip a question.")
  }
  /// That nothing leaves the browser.
  public var selfScanStaysHere: String {
    say(
      "Uw antwoorden blijven in uw browser: deze pagina verstuurt en bewaart niets.",
      "Your answers stay in your browser: this page sends nothing and keeps nothing.")
  }
  /// What stands where no script runs.
  public func selfScanNeedsScript(file: String) -> String {
    say(
      "De uitkomst wordt in uw browser berekend, en daarvoor moet JavaScript aan staan. Zonder JavaScript rekent het programma "
        + "hetzelfde uit: koers assign --self-scan \(file) antwoorden.csv",
      "The result is computed in your browser, which takes JavaScript. Without it the program computes the same: "
        + "koers assign --self-scan \(file) answers.csv")
  }

  // MARK: The questions

  /// The heading of the questions.
  public var selfScanQuestions: String { say("Uw antwoorden", "Your answers") }
  /// The label of the list of units.
  public var selfScanUnit: String { say("Uw \(unit)", "Your \(unit)") }
  /// What the list of units is for.
  public func selfScanUnitHint(_ features: [String]) -> String {
    say(
      "Hiervan gebruiken we wat het register weet: \(number.list(features)).",
      "Of it we use what the register knows: \(number.list(features)).")
  }
  /// The first choice of the list of units.
  public var selfScanNoUnit: String { say("Kies een \(unit)", "Choose a \(unit)") }
  /// The answer of who does not know.
  public var selfScanUnknown: String { say("weet ik niet", "I do not know") }
  /// What can be filled in.
  public func selfScanNumber(least: Double?, greatest: Double?) -> String {
    let (low, high) = (least.map(scanNumber), greatest.map(scanNumber))
    return switch (low, high) {
    case (let low?, let high?): say("Een getal van \(low) tot en met \(high)", "A number from \(low) to \(high)")
    case (let low?, nil): say("Een getal vanaf \(low)", "A number from \(low)")
    case (nil, let high?): say("Een getal tot en met \(high)", "A number up to \(high)")
    case (nil, nil): say("Een getal", "A number")
    }
  }
  private func scanNumber(_ value: Double) -> String {
    Int(exactly: value).map(number.integer) ?? number.decimal(value, digits: 1)
  }
  /// What is said of a field that holds no such number.
  public var selfScanNoNumber: String {
    say(
      "Dit telt nog niet mee: vul zo'n getal in, of maak het veld leeg.",
      "This does not count yet: fill in such a number, or clear the field.")
  }
  /// The button that clears all answers.
  public var selfScanAgain: String { say("Begin opnieuw", "Start again") }
  /// The link from the questions to the result.
  public var selfScanToResult: String { say("Naar de uitkomst", "To the result") }

  // MARK: The result

  /// The heading of the result.
  public var selfScanResult: String { say("Uitkomst", "Result") }
  /// What is said before anything was filled in.
  public var selfScanEmpty: String {
    say(
      "Kies uw \(unit) of beantwoord een vraag. Dan verschijnt hier de uitkomst.",
      "Choose your \(unit) or answer a question. Then the result appears here.")
  }
  /// How many questions were answered; `#` stands for the number.
  public func selfScanAnswered(of count: Int) -> String {
    say(
      "U beantwoordde # van de \(number.integer(count)) vragen.",
      "You answered # of the \(number.integer(count)) questions.")
  }
  /// What leads to the list of questions that are open.
  public var selfScanOpen: String {
    say(
      "Wat staat nog open? Meer antwoorden maken de uitkomst zekerder.",
      "What is still open? More answers make the result surer.")
  }
  /// What is said without a unit.
  public var selfScanUnitOpen: String { say("Kies ook uw \(unit)", "Choose your \(unit) as well") }
  /// What is told to who cannot see the page; `#` stands for the type and `%` for its share.
  public var selfScanTold: String { say("Uitkomst: #, %.", "Result: #, %.") }
  /// The head of the table of shares.
  public var selfScanShares: String {
    say("Hoe goed elk type bij uw antwoorden past", "How well each type fits your answers")
  }
  /// The head of the column with shares.
  public var selfScanShare: String { say("Kans", "Chance") }
  /// What is said when no type has half of the chance.
  public var selfScanUnclear: String {
    say(
      "Uw antwoorden wijzen niet duidelijk naar één type. Lees de uitkomst als een eerste aanwijzing.",
      "Your answers do not clearly point to one type. Read the result as a first hint.")
  }
  /// What comes before other types that are likely enough.
  public var selfScanAlso: String { say("Ook goed mogelijk:", "Also quite possible:") }
  /// The heading above the type that fits best.
  public var selfScanBest: String { say("Dit past het best", "This fits best") }
  /// The strategy of a type whose strategy wins.
  public var selfScanStrategy: String { say("Strategie die bij dit type past:", "Strategy that fits this type:") }
  /// The strategies of a type without a winner.
  public var selfScanStrategies: String {
    say(
      "Bij dit type past geen strategie duidelijk het best. Het gaat tussen:",
      "For this type no strategy is clearly the best. It is between:")
  }
  /// The heading of what to look at first.
  public var selfScanFirst: String { say("Kijk hier het eerst naar", "Look at this first") }
  /// The heading of what is there.
  public var selfScanThere: String { say("Dit is er waarschijnlijk al", "This is probably there already") }
  /// What is said when nothing is open.
  public var selfScanNothingOpen: String {
    say(
      "Voor zover de vragen het zeggen, is alles wat deze strategie nodig heeft er al.",
      "As far as the questions tell, everything that this strategy needs is there.")
  }
  /// Why a precondition stands where it stands.
  public var selfScanReasons: [(id: String, text: String)] {
    [
      ("own-open", say("volgens uw antwoorden nog niet", "not yet, by your answers")),
      ("own-met", say("volgens uw antwoorden wel", "there, by your answers")),
      ("type-open", say("bij dit type meestal nog niet", "mostly not yet, in this type")),
      ("type-met", say("bij dit type meestal wel", "mostly there, in this type")),
      ("unknown", say("hier vroeg de enquête niet naar", "the survey did not ask about this")),
    ]
  }

  // MARK: How often it is right

  /// The heading of how often the scan is right.
  public var selfScanCheck: String { say("Hoe vaak klopt dit?", "How often is this right?") }
  /// How often it is right for somebody whose unit did not take part.
  public func selfScanHits(respondents: String, unitLeftOut: String, leftOut: String) -> String {
    say(
      "We lieten de \(respondents) mensen die de enquête invulden deze zelfscan doen. De scan noemde bij \(unitLeftOut) het type "
        + "van hun \(unit), met een model waarin niemand van die \(unit) zat: zo gaat het ook bij een \(unit) die niet meedeed. "
        + "Lieten we alleen de persoon zelf weg, dan was het \(leftOut).",
      "We let the \(respondents) people who answered the survey do this self-scan. The scan named the type of their \(unit) for "
        + "\(unitLeftOut), with a model without anybody of that \(unit): as it goes for a \(unit) that did not take part. With "
        + "only the person left out it was \(leftOut).")
  }
  /// What the questions add.
  public func selfScanBaseline(registerAlone: String?, largest: String) -> String {
    let nl = registerAlone.map { "Met het register alleen, zonder antwoorden, is dat \($0). " } ?? ""
    let en = registerAlone.map { "With the register alone, without answers, that is \($0). " } ?? ""
    return say(
      "\(nl)Wie altijd het grootste type noemt, heeft \(largest) goed.",
      "\(en)Always naming the largest type is right for \(largest).")
  }
  /// That the type rests on the same answers.
  public var selfScanCircular: String {
    say(
      "Het type van een \(unit) berust zelf op de antwoorden van deze mensen, en de vragen zijn uit hun antwoorden gekozen. Daarom "
        + "vallen deze cijfers wat te gunstig uit.",
      "The type of a \(unit) itself rests on the answers of these people, and the questions were chosen from their answers. So these "
        + "figures are somewhat too favourable.")
  }
  /// The caption of how often it was right by how sure it was.
  public var selfScanBands: String {
    say("Wat ervan klopte, naar hoe zeker de scan was", "What was right, by how sure the scan was")
  }
  /// The heads of that table.
  public var selfScanBandHeads: (band: String, people: String, held: String) {
    (say("Kans van het beste type", "Chance of the best type"), say("Mensen", "People"), say("Klopte", "Right"))
  }
  /// The chances of a band.
  public func selfScanBand(from: Double, to: Double?) -> String {
    guard let to else { return say("\(number.percentage(from)) of meer", "\(number.percentage(from)) or more") }
    return from == 0
      ? say("minder dan \(number.percentage(to))", "less than \(number.percentage(to))")
      : say(
        "\(number.percentage(from)) tot \(number.percentage(to))",
        "\(number.percentage(from)) to \(number.percentage(to))")
  }
  /// That one person is not the whole unit.
  public func selfScanSpread(_ times: String) -> String {
    say(
      "U bent één persoon. Binnen een type lopen de antwoorden van één persoon \(times) keer zo ver uiteen als het gemiddelde van een "
        + "\(unit). Laat daarom ook collega's de scan doen, en leg de uitkomsten naast elkaar.",
      "You are one person. Within a type the answers of one person spread \(times) times as far as the mean of a \(unit). So let "
        + "colleagues do the scan as well, and lay the results side by side.")
  }
}
