/// The sentences about the survey's results, the working group, and how the report was made.
extension Phrases {
  // MARK: Results

  /// The title of the results.
  public var results: String { say("Wat zeiden de mensen?", "What did people say?") }
  /// The same in the navigation.
  public var resultsShort: String { say("Uitkomsten", "Results") }
  /// How to read the results.
  public var resultsIntro: String {
    say(
      "De eerste kolom is het aandeel van de mensen die antwoordden: ieder telt even zwaar, net als in de gepubliceerde "
        + "cijfers. De tweede kolom is het cijfer voor de gemiddelde \(unit): daarin telt niet elke persoon even zwaar, "
        + "maar elke \(unit), ook als er meer mensen antwoordden. Tussen haakjes staat de marge (95 %). Die geldt alleen als wie "
        + "niet antwoordde, lijkt op wie dat wel deed.",
      "The first column is the share of the people who answered: each counts the same, as in the published figures. The "
        + "second is the figure for the average \(unit): there not each person but each \(unit) counts the same, however "
        + "many people answered. The interval (95%) stands in brackets. It holds only if those who did not answer are like "
        + "those who did.")
  }
  /// Who is counted in the results, and who in the published figures.
  ///
  /// - Parameters:
  ///   - counted: The answers that count here.
  ///   - others: The answers that belong to no unit.
  /// - Returns: Two sentences.
  public func resultsCounted(_ counted: Int, others: Int) -> String {
    let all = number.integer(counted + others)
    let here = number.integer(counted)
    return say(
      "\(all) mensen vulden de vragenlijst in. \(capitalised(small(others))) van hen "
        + "\(number.plural(others, one: "hoort", many: "horen")) niet bij een \(unit): de tabel gaat over de andere \(here), "
        + "de gepubliceerde cijfers gaan over alle \(all). Daardoor kan er een klein verschil zijn.",
      "\(all) people filled in the questionnaire. \(capitalised(small(others))) of them "
        + "\(number.plural(others, one: "belongs", many: "belong")) to no \(unit): the table is about the other \(here), the "
        + "published figures are about all \(all). So there may be a small difference.")
  }
  /// The caption of the results.
  public var resultsCaption: String {
    say("Uitkomsten naast de gepubliceerde cijfers", "Results beside the published figures")
  }
  /// The heading of a column: the statement.
  public var statement: String { say("Uitspraak", "Statement") }
  /// The heading of a column: share among respondents.
  public var amongRespondents: String { say("Van de mensen die antwoordden", "Of the people who answered") }
  /// The heading of a column: the average unit.
  public var averageUnit: String { say("Gemiddelde \(unit)", "Average \(unit)") }
  /// The heading of a column: number of respondents.
  public var answersCount: String { say("Antwoorden", "Answers") }
  /// The heading of a column: as published.
  public var asPublished: String { say("Zoals gepubliceerd", "As published") }
  /// The title of the figure.
  public var resultsFigure: String { say("Uitkomsten en gepubliceerde cijfers", "Results and published figures") }
  /// How to read the figure.
  public var resultsFigureCaption: String {
    say(
      "De staaf is het aandeel van de mensen die antwoordden, de streep is de marge, het ruitje is het gepubliceerde cijfer. "
        + "Welke antwoorden meetellen, staat in de tabel.",
      "The bar is the share of the people who answered, the line is its interval, the diamond is the published figure. The "
        + "table tells which answers count.")
  }

  // MARK: Working group

  /// The title of the working group.
  public var workingGroup: String { say("De leden van de werkgroep", "The members of the working group") }
  /// The same in the navigation.
  public var workingGroupShort: String { say("Werkgroep", "Working group") }
  /// What the table shows.
  public var workingGroupIntro: String {
    say(
      "Hier ziet u bij welk type elk lid van de werkgroep hoort.",
      "Here you see to which type each member of the working group belongs.")
  }
  /// The caption of the table.
  public var workingGroupCaption: String { say("Elk lid met type en strategie", "Each member with type and strategy") }
  /// The heading of a column: member.
  public var member: String { say("Lid", "Member") }
  /// What is said of a member that is no unit.
  public var notAUnit: String { say("geen \(unit), telt niet mee", "not a \(unit), not counted") }
  /// The heading of a column: remark.
  public var remark: String { say("Opmerking", "Remark") }

  // MARK: Find your unit

  /// What the list of units shows.
  public func unitsIntro(minimum: Int) -> String {
    say(
      "Van A tot Z. We noemen het type van een \(unit) pas als er ten minste \(small(minimum)) mensen antwoordden.",
      "From A to Z. The type of a \(unit) is named only when at least \(small(minimum)) people answered.")
  }
  /// The caption of the list.
  public var unitsCaption: String {
    say("Alle \(units) met hun type en strategie", "All \(units) with their type and strategy")
  }

  // MARK: Those who did not answer

  /// What may be expected of the units without answers.
  public var expectedIntro: String {
    say(
      "Van de \(units) die niet antwoordden, weten we wel wat in het register staat. Elk daarvan is vergeleken met de \(units) "
        + "die er in het register het meest op lijken en wel antwoordden. Zo zouden ze zich naar verwachting verdelen; over "
        + "een enkele \(unit) zegt dit niets.",
      "Of the \(units) that did not answer we know what the register holds. Each was compared with the \(units) that are most "
        + "alike in the register and did answer. This is how they may be expected to divide; it says nothing about any single "
        + "\(unit).")
  }
  /// The caption of the table.
  public var expectedCaption: String {
    say("Verwachte typen van wie niet antwoordde", "Expected types of those who did not answer")
  }
  /// The heading of a column: those that answered.
  public var answeredLabel: String { say("Antwoordde", "Answered") }
  /// The heading of a column: expected.
  public var expectedLabel: String { say("Verwacht bij wie niet antwoordde", "Expected of those who did not") }

  // MARK: Evidence

  /// The title of the evidence.
  public func evidence(_ chosen: Int) -> String {
    say("Waarom \(small(chosen)) typen?", "Why \(small(chosen)) types?")
  }
  /// How the types were found.
  public func evidenceIntro(starts: Int?) -> String {
    let times = starts.map { number.integer($0) } ?? say("vele", "many")
    return say(
      "De typen zijn gevonden met k-means: elke \(unit) hoort bij het type waarvan het gemiddelde het dichtst bij ligt. Het "
        + "zoeken is per aantal typen \(times) keer opnieuw begonnen; de beste oplossing telt.",
      "The types were found with k-means: each \(unit) belongs to the type whose average lies nearest. For each number of "
        + "types the search was started \(times) times; the best solution counts.")
  }
  /// What the declared rule asks for.
  private func rule(_ rule: String, smallest: Int, stability: Double) -> String {
    let least = number.decimal(stability, digits: 2)
    switch rule {
    case "stability":
      return say(
        "het grootste aantal typen waarbij elk type ten minste \(count(smallest)) telt en goed terugkomt als we de \(units) "
          + "opnieuw trekken (Jaccard ten minste \(least))",
        "the largest number of types of which each has at least \(count(smallest)) and comes back well when the \(units) are "
          + "redrawn (Jaccard at least \(least))")
    case "silhouette":
      return say(
        "het aantal typen met het hoogste silhouet, waarbij elk type ten minste \(count(smallest)) telt",
        "the number of types with the highest silhouette, of which each has at least \(count(smallest))")
    default:
      return say(
        "het aantal typen dat de gap-statistiek aanwijst (\(rule)), waarbij elk type ten minste \(count(smallest)) telt",
        "the number of types that the gap statistic takes (\(rule)), of which each has at least \(count(smallest))")
    }
  }
  /// The choice when the rule was met.
  public func chosenByRule(_ types: Int, rule name: String, smallest: Int, stability: Double) -> String {
    let rule = rule(name, smallest: smallest, stability: stability)
    return say(
      "Vooraf is afgesproken: neem \(rule). Dat zijn er \(small(types)).",
      "Agreed beforehand: take \(rule). That is \(small(types)).")
  }
  /// The choice when no number met the rule.
  public func chosenLeastBad(_ types: Int, rule name: String, smallest: Int, stability: Double) -> String {
    let rule = rule(name, smallest: smallest, stability: stability)
    return say(
      "Vooraf is afgesproken: neem \(rule). Geen enkel aantal voldoet daaraan; \(small(types)) komt er het dichtst bij. De "
        + "grenzen tussen de typen zijn dus niet scherp.",
      "Agreed beforehand: take \(rule). No number meets this; \(small(types)) comes nearest. So the borders between the "
        + "types are not sharp.")
  }
  /// The choice when the evidence was left out.
  public func chosenQuick(_ types: Int) -> String {
    say(
      "Dit is een snelle berekening zonder al het bewijs. \(capitalised(small(types))) typen hebben het hoogste silhouet.",
      "This is a quick calculation without all evidence. \(capitalised(small(types))) types have the highest silhouette."
    )
  }
  /// The choice when people decided.
  public func chosenByPeople(_ types: Int, reason: String) -> String {
    say(
      "Mensen hebben voor \(small(types)) typen gekozen. Hun reden: \(reason)",
      "People decided on \(small(types)) types. Their reason: \(reason)")
  }
  /// That the criteria do not agree, with the numbers that they would choose.
  public func criteriaDisagree(_ numbers: [Int]) -> String {
    let nl = numbers.map(String.init).joined(separator: ", ")
    return say(
      "De maten zijn het niet eens: los van elkaar zouden zij uitkomen op deze aantallen: \(nl). De typen lopen dus in "
        + "elkaar over. Zie ze als een handvat, niet als hokjes.",
      "The criteria do not agree: each alone would choose one of these numbers: \(nl). So the types shade into each other. "
        + "Take them as a handhold, not as boxes.")
  }
  /// The caption of what each criterion alone would choose.
  public var aloneCaption: String {
    say("Wat elk criterium op zichzelf zou kiezen", "What each criterion alone would choose")
  }
  /// The name of a criterion for the number of types.
  public func criterionName(_ name: String) -> String {
    switch name {
    case "stability": stability
    case "silhouette": silhouette
    case "calinski-harabasz": "Calinski-Harabasz"
    case "davies-bouldin": "Davies-Bouldin"
    default: name.hasPrefix("gap-") ? "Gap (\(name.dropFirst(4)))" : name
    }
  }
  /// The caption of the evidence.
  public var evidenceCaption: String { say("Vergelijking van aantallen typen", "Comparison of numbers of types") }
  /// The note about the criteria.
  public var evidenceNote: String {
    say(
      "Silhouet: hoe goed de \(units) bij hun eigen type passen, van −1 tot 1. Calinski-Harabasz: hoger is beter. "
        + "Davies-Bouldin: lager is beter. Gap: afstand tot gegevens zonder typen, met de standaardfout. Stabiliteit: hoe "
        + "goed het zwakste type terugkomt als de \(units) opnieuw worden getrokken (Jaccard, 0 tot 1).",
      "Silhouette: how well the \(units) fit their own type, from −1 to 1. Calinski-Harabasz: higher is better. Davies-Bouldin: "
        + "lower is better. Gap: distance from data without types, with its standard error. Stability: how well the weakest "
        + "type returns when the \(units) are redrawn (Jaccard, 0 to 1).")
  }
  /// How to read the figure of the evidence.
  public var evidenceFigureCaption: String {
    say(
      "Elke lijn is een maat voor het aantal typen. Het gekozen aantal staat in het kader.",
      "Each line is a measure for the number of types. The chosen number stands in the frame.")
  }
  /// The heading of a column: number of types.
  public var numberOfTypes: String { say("Typen", "Types") }
  /// The heading of a column: sum of squares.
  public var sumOfSquares: String { say("Kwadratensom", "Sum of squares") }
  /// The heading of a column: silhouette.
  public var silhouette: String { say("Silhouet", "Silhouette") }
  /// The heading of a column: stability.
  public var stability: String { say("Stabiliteit", "Stability") }
  /// The heading of a column: smallest type.
  public var smallestType: String { say("Kleinste type", "Smallest type") }
  /// The heading of a column: how often the best was found.
  public var foundOften: String { say("Beste gevonden", "Best found") }
  /// The heading of a column: number of optima.
  public var optima: String { say("Oplossingen", "Solutions") }
  /// The mark of the chosen row.
  public var chosen: String { say("gekozen", "chosen") }
  /// How surely the best was found.
  public func census(hits: Int, starts: Int, optima: Int, chance: Double?) -> String {
    var text = say(
      "Bij het gekozen aantal typen kwamen \(number.integer(hits)) van de \(number.integer(starts)) starts op de beste "
        + "oplossing uit; er werden \(number.integer(optima)) verschillende oplossingen gezien.",
      "For the chosen number of types \(number.integer(hits)) of \(number.integer(starts)) starts reached the best "
        + "solution; \(number.integer(optima)) different solutions were seen.")
    if let chance {
      text += say(
        " De kans dat een volgende start iets nieuws vindt, is \(number.percentage(chance, digits: 1)) (Good-Turing).",
        " The chance that one more start finds something new is \(number.percentage(chance, digits: 1)) (Good-Turing).")
    }
    return text
  }
  /// The caption of the near-ties.
  public var nearTies: String { say("Oplossingen die bijna even goed zijn", "Solutions that are almost as good") }
  /// The caption of the stability of the types.
  public var stabilityCaption: String {
    say("Hoe stevig is elk type?", "How firm is each type?")
  }
  /// The heading of a column: how often members keep their type.
  public var membersKept: String {
    say("Leden die hetzelfde type houden (gemiddeld)", "Members that keep the type (mean)")
  }
  /// The heading of a column: how much worse.
  public var worse: String { say("Slechter", "Worse by") }
  /// The heading of a column: starts that ended there.
  public var startsThere: String { say("Starts", "Starts") }
  /// The heading of a column: units that would move.
  public var wouldMove: String {
    say("\(capitalised(units)) met een ander type", "\(capitalised(units)) with another type")
  }

  // MARK: Ledgers

  /// The title of the response.
  public var response: String { say("Wie deden er mee?", "Who took part?") }
  /// What the ledgers are.
  public var ledgersIntro: String {
    say(
      "Niets raakt zoek: elke ingevulde vragenlijst en elke \(unit) staat precies één keer in deze telling.",
      "Nothing is lost: each completed questionnaire and each \(unit) appears exactly once in this count.")
  }
  /// When the questionnaire could be filled in.
  public func fieldwork(from: String, to: String) -> String {
    say(
      "De vragenlijst kon worden ingevuld van \(date(from)) tot en met \(date(to)).",
      "The questionnaire could be filled in from \(date(from)) to \(date(to)).")
  }
  /// The share of the units that answered.
  public func responseRate(_ answered: Int, of register: Int) -> String {
    let share = number.percentage(Double(answered) / Double(max(register, 1)))
    return say(
      "Van \(number.integer(answered)) van de \(count(register)) kwam ten minste één antwoord: \(share).",
      "At least one answer came from \(number.integer(answered)) of the \(count(register)): \(share).")
  }
  /// The caption of the ledger of records.
  public var recordLedger: String { say("Ingevulde vragenlijsten", "Completed questionnaires") }
  /// The caption of the ledger of units.
  public var unitLedger: String { capitalised(units) }
  /// The heading of a column: outcome.
  public var outcome: String { say("Uitkomst", "Outcome") }
  /// The heading of a column: count.
  public var countLabel: String { say("Aantal", "Count") }
  /// The last row of a ledger.
  public var sum: String { say("Samen", "Together") }
  /// The name of an outcome in the ledgers; an outcome that is not known stays as it is.
  public func outcome(_ name: String) -> String {
    switch name {
    case "used": say("gebruikt", "used")
    case "partial": say("te weinig ingevuld, niet gebruikt", "too little filled in, not used")
    case "duplicate": say("dubbel", "duplicate")
    case "no_unit": say("hoort niet bij een \(unit)", "belongs to no \(unit)")
    case "excluded": say("buiten de afbakening", "outside the scope")
    case "quarantined": say("apart gezet: niet te lezen", "set aside: not readable")
    case "respondent": say("antwoordde", "answered")
    case "non_respondent": say("antwoordde niet", "did not answer")
    case "merged_away": say("opgegaan in een andere \(unit)", "merged into another \(unit)")
    default: name
    }
  }

  // MARK: How it was made

  /// The title of the features.
  public var features: String { say("Op welke kenmerken?", "On which features?") }
  /// How to read the features.
  public var featuresIntro: String {
    say(
      "Op deze kenmerken zijn de typen gevormd. Het gewicht zegt hoe zwaar een kenmerk meetelt. Kenmerken met ‘alleen beschrijving’ tellen bij het vormen niet mee.",
      "The types were formed on these features. The weight says how much a feature counts. Features with ‘description only’ did not count in forming them."
    )
  }
  /// The caption of the features.
  public var featuresCaption: String { say("Kenmerken, met bewerking en reden", "Features, with treatment and reason") }
  /// The heading of a column: source.
  public var source: String { say("Bron", "Source") }
  /// The heading of a column: treatment.
  public var transform: String { say("Bewerking", "Treatment") }
  /// The name of a transform or a scaling.
  public func treatment(_ name: String) -> String {
    switch name {
    case "identity": say("zoals gemeten", "as measured")
    case "log": say("logaritme", "logarithm")
    case "asinh": say("asinh (als een logaritme, ook bij nul)", "asinh (as a logarithm, also at zero)")
    case "one-hot": say("ja of nee per groep", "yes or no for each group")
    case "z-score": say("z-score", "z-score")
    case "robust": say("robuust geschaald", "robustly scaled")
    default: name
    }
  }
  /// The mark of a feature that was not clustered.
  public var descriptionOnly: String { say("alleen beschrijving", "description only") }
  /// The caption of the profiles in numbers.
  public var profilesCaption: String {
    say(
      "Alle profielen in cijfers: afstand tot de gemiddelde \(unit), in standaardafwijkingen",
      "All profiles in numbers: distance from the average \(unit), in standard deviations")
  }
  /// The title of the record.
  public var howMade: String { say("Hoe is dit gemaakt?", "How was this made?") }
  /// What the record is good for.
  public func howMadeIntro(version: String) -> String {
    say(
      "Dit rapport is gemaakt met Koers \(version). Met dezelfde gegevens, instellingen en versie komt er precies hetzelfde "
        + "uit. De controlegetallen (SHA-256) laten zien welke bestanden gebruikt zijn.",
      "This report was made with Koers \(version). The same data, settings and version give exactly the same result. The "
        + "digests (SHA-256) show which files were used.")
  }
  /// The caption of a stage's parameters.
  public func parametersCaption(_ stage: String) -> String {
    say("Instellingen van de stap \(stage)", "Settings of the stage \(stage)")
  }
  /// The caption of a stage's digests.
  public func digestsCaption(_ stage: String) -> String {
    say("Bestanden van de stap \(stage)", "Files of the stage \(stage)")
  }
  /// The heading of a column: setting.
  public var setting: String { say("Instelling", "Setting") }
  /// The heading of a column: value.
  public var value: String { say("Waarde", "Value") }
  /// The heading of a column: file.
  public var file: String { say("Bestand", "File") }
  /// The heading of a column: digest.
  public var digest: String { say("Controlegetal", "Digest") }
  /// The caption of the findings.
  public var findings: String { say("Bevindingen bij de controle, per regel", "Findings of the checks, by rule") }
  /// The heading of a column: stage.
  public var stage: String { say("Stap", "Stage") }
  /// The heading of a column: rule.
  public var rule: String { say("Regel", "Rule") }
  /// The heading of a column: level.
  public var level: String { say("Ernst", "Level") }
  /// The name of a level.
  public func level(_ name: String) -> String {
    switch name {
    case "note": say("opmerking", "note")
    case "warning": say("waarschuwing", "warning")
    case "error": say("fout", "error")
    default: name
    }
  }
}
