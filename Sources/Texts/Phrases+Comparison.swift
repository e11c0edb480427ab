/// The sentences about why units moved, what drifted, and old surveys by the types of now.
extension Phrases {
  // MARK: Causes

  /// The title of the causes.
  public var causes: String { say("Waardoor kwamen zij in een ander type?", "What brought them to another type?") }
  /// How causes are found, and why they are told as counts alone.
  public var causesIntro: String {
    say(
      "Van elke \(unit) in deze lijst is nagegaan wat de oorzaak was. Daarvoor is steeds één ding meer van toen vervangen door "
        + "dat van nu: wie er antwoordden, wat dezelfde mensen zeggen, wat het register zegt, de schaal van de kenmerken, de "
        + "typen zelf, en ten slotte een fusie. De oorzaak is het eerste waarmee het type van nu ontstaat. Welke oorzaak bij "
        + "welke \(unit) hoort, staat hier niet: dat zou iets verraden over wat mensen antwoordden.",
      "For each \(unit) in this list it was found out what the cause was. To do so, one thing of then after another was replaced "
        + "by that of now: who answered, what the same people say, what the register says, the scale of the features, the types "
        + "themselves, and last of all a merger. The cause is the first that brings about the type of now. Which cause belongs "
        + "to which \(unit) is not told here: that would give away what people answered.")
  }
  /// Too little can be told of the causes.
  public var causesWithheld: String {
    say(
      "Het zijn er te weinig, of zij lijken te veel op elkaar, om oorzaken te tellen zonder iets over één \(unit) te zeggen.",
      "They are too few, or too much alike, to count causes without telling something about a single \(unit).")
  }
  /// The heading of a column: cause.
  public var causeLabel: String { say("Oorzaak", "Cause") }
  /// A cause, by its identifier; the identifier itself for one that has no name.
  public func cause(_ cause: String) -> String {
    switch cause {
    case "noise": say("Toeval kan het verklaren", "Chance can explain it")
    case "officials": say("Andere mensen antwoordden", "Other people answered")
    case "answers": say("De antwoorden zelf veranderden", "The answers themselves changed")
    case "register": say("Het register zegt iets anders", "The register says something else")
    case "scaling": say("De kenmerken tellen anders mee", "The features count otherwise")
    case "centroids": say("De typen zelf verschoven", "The types themselves shifted")
    case "merger": say("Een fusie", "A merger")
    case "several": say("Meer dan één ding tegelijk", "More than one thing at once")
    case "others": say("Andere oorzaken, samen", "Other causes, together")
    default: cause
    }
  }

  // MARK: The story of one unit

  /// The heading: another type than in the wave before.
  public func storyMove(_ wave: String) -> String {
    say("Een ander type dan in \(wave)", "Another type than in \(wave)")
  }
  /// From which type to which.
  ///
  /// - Parameters:
  ///   - earlier: The letter then.
  ///   - now: The letter now.
  ///   - wave: The wave before.
  ///   - code: The code that it is compared by, when it had another then.
  /// - Returns: A sentence.
  public func storyMoved(from earlier: String, to now: String, in wave: String, as code: String?) -> String {
    let name = code.map { say(" (toen \($0))", " (then \($0))") } ?? ""
    return say(
      "Type \(earlier) in \(wave)\(name), type \(now) nu.", "Type \(earlier) in \(wave)\(name), type \(now) now.")
  }
  /// How probable it is that the type is the same after all.
  public func storyChanceOfSame(_ chance: Double) -> String {
    say(
      "Kans dat het type toch hetzelfde is, volgens de doorrekeningen van beide peilingen: \(number.percentage(chance)).",
      "Probability that it is the same type after all, by the recalculations of both surveys: \(number.percentage(chance))."
    )
  }
  /// The cause, with the feature that did most or the units that it was merged with.
  public func storyCause(_ cause: String, detail: String?) -> String {
    let known = "\(say("Oorzaak", "Cause")): \(lowered(self.cause(cause)))"
    guard let detail else { return known + "." }
    return known
      + (cause == "merger"
        ? say(" met \(detail).", " with \(detail).") : say("; vooral \(detail).", "; above all \(detail)."))
  }
  /// How many respondents answered in both waves.
  public func storyOfficials(before: Int, now: Int, same: Int) -> String {
    say(
      "Toen antwoordden \(small(before)) mensen en nu \(small(now)); \(small(same)) van hen deden beide keren mee.",
      "Then \(small(before)) people answered and now \(small(now)); \(small(same)) of them took part both times.")
  }
  /// Nobody is known again.
  public var storyOfficialsUnknown: String {
    say(
      "Of dezelfde mensen antwoordden, is niet bekend: hun nummers in beide peilingen horen niet bij elkaar.",
      "Whether the same people answered is not known: their numbers in the two surveys do not belong together.")
  }

  // MARK: Drift

  /// The title of the drift.
  public var drift: String { say("Wat is er verschoven?", "What has shifted?") }
  /// How drift is found.
  ///
  /// - Parameters:
  ///   - questions: The number of questions that were compared.
  ///   - features: The number of features.
  /// - Returns: Three sentences.
  public func driftIntro(questions: Int, features: Int) -> String {
    let asked = say(
      "\(small(questions)) \(number.plural(questions, one: "vraag", many: "vragen"))",
      "\(small(questions)) \(number.plural(questions, one: "question", many: "questions"))")
    let made = say(
      "\(small(features)) \(number.plural(features, one: "kenmerk", many: "kenmerken"))",
      "\(small(features)) \(number.plural(features, one: "feature", many: "features"))")
    let all = questions == 0 ? made : "\(asked) \(say("en", "and")) \(made)"
    return say(
      "Van \(all) is vergeleken hoe de antwoorden of waarden toen en nu verdeeld zijn. Om toeval te herkennen is 200 keer geloot "
        + "welke antwoorden van een \(unit) voor toen tellen en welke voor nu. Verschoven heet alleen wat verder uiteen ligt dan "
        + "zo'n loting oplevert; de kans op vals alarm is voor alles samen 1 op de 100.",
      "Of \(all) it was compared how answers or values were spread then and now. To recognise chance, it was drawn 200 times by "
        + "lot which answers of a \(unit) count for then and which for now. Only what lies further apart than such draws is said "
        + "to have shifted; the probability of a false alarm is 1 in 100 for all of it together.")
  }
  /// Nothing drifted.
  public var nothingDrifted: String {
    say("Niets is meer verschoven dan toeval verklaart.", "Nothing shifted more than chance explains.")
  }
  /// The caption of what drifted.
  public var driftedCaption: String {
    say("Verschoven, meer dan toeval verklaart", "Shifted, more than chance explains")
  }
  /// The caption of everything that was compared.
  public var allDriftCaption: String { say("Alles wat is vergeleken", "Everything that was compared") }
  /// The heading of a column: question or feature.
  public var driftColumn: String { say("Vraag of kenmerk", "Question or feature") }
  /// The heading of a column: which of the two.
  public var driftKindLabel: String { say("Soort", "Kind") }
  /// Whether a column is a question or a feature.
  public func driftKind(isFeature: Bool) -> String {
    isFeature ? say("kenmerk", "feature") : say("vraag", "question")
  }
  /// The heading of a column: the stability index.
  public var driftSize: String { say("Verschil (PSI)", "Difference (PSI)") }
  /// The heading of a column: the index of noise.
  public var driftNoise: String { say("Door toeval tot", "By chance up to") }
  /// The heading of a column: verdict.
  public var driftVerdictLabel: String { say("Verschoven?", "Shifted?") }
  /// How much a column drifted, by the usual steps of the index.
  public func driftVerdict(_ stability: Double, hasDrifted: Bool) -> String {
    if !hasDrifted { return say("niet aantoonbaar", "not demonstrably") }
    if stability < 0.1 { return say("een beetje", "a little") }
    return stability < 0.25 ? say("duidelijk", "clearly") : say("sterk", "strongly")
  }
  /// The title of what changed about the questions.
  public var questionnaireDrift: String { say("Wat veranderde er aan de vragen?", "What changed about the questions?") }
  /// Questions that are put otherwise, are new or are gone.
  ///
  /// - Parameters:
  ///   - reason: `reworded`, `added` or `removed`.
  ///   - questions: The questions.
  /// - Returns: A sentence.
  public func changedQuestions(_ reason: String, _ questions: [String]) -> String {
    let list = number.list(questions.map { "‘\($0)’" })
    switch reason {
    case "added": return say("Nieuw: \(list).", "New: \(list).")
    case "removed": return say("Niet meer gevraagd: \(list).", "Not asked any more: \(list).")
    default: return say("Anders gesteld: \(list).", "Put otherwise: \(list).")
    }
  }
  /// What is made from changed questions may differ for that reason alone.
  public func questionnaireNote(_ features: [String]) -> String {
    let note = say(
      "Bij een vraag die anders is gesteld, kan een verschil ook door de vraag komen.",
      "Where a question is put otherwise, a difference may come from the question as well.")
    if features.isEmpty { return note }
    return note + " "
      + say(
        "Dat geldt ook voor wat ervan is gemaakt: \(number.list(features)).",
        "That holds for what is made from it as well: \(number.list(features)).")
  }

  // MARK: All waves

  /// The title of the flows of earlier waves.
  public var allWaves: String { say("Hoe ging het in eerdere peilingen?", "How did it go in earlier surveys?") }
  /// What the flows of earlier waves show.
  public var allWavesIntro: String {
    say(
      "Elke figuur volgt de \(units) van de ene peiling naar de volgende. Wie is samengevoegd, is via het register gevolgd. Een "
        + "letter is in alle peilingen hetzelfde type.",
      "Each figure follows the \(units) from one survey to the next. Those that merged were followed through the register. A "
        + "letter is the same type in all surveys.")
  }

  // MARK: Old waves

  /// The title of old waves by the types of now.
  public var backcast: String { say("Wat zeggen de typen van nu over toen?", "What do the types of now say of then?") }
  /// The caption of the table of that.
  public var backcastCaption: String {
    say("Eerdere peilingen, ingedeeld met de typen van nu", "Earlier waves, divided by the types of now")
  }
  /// How many units of an earlier wave the types of now put where they were.
  ///
  /// - Parameters:
  ///   - wave: The wave.
  ///   - same: The number of units that get the type that was published.
  ///   - units: The number of units whose type was published.
  /// - Returns: Two sentences.
  public func backcastIntro(_ wave: String, same: Int, of units: Int) -> String {
    say(
      "De antwoorden van eerdere peilingen zijn nog eens ingedeeld, nu met de typen van deze peiling. Van de \(count(units)) "
        + "waarvan het type in \(wave) is getoond, \(number.plural(same, one: "krijgt", many: "krijgen")) er "
        + "\(number.integer(same)) dan hetzelfde type als toen.",
      "The answers of earlier surveys were assigned once more, now to the types of this survey. Of the \(count(units)) whose type "
        + "was shown in \(wave), \(number.integer(same)) then \(number.plural(same, one: "gets", many: "get")) the same type as "
        + "at the time.")
  }
  /// The heading of a column: survey.
  public var waveLabel: String { say("Peiling", "Survey") }
  /// The heading of a column: the same type.
  public var sameTypeLabel: String { say("Zelfde type", "Same type") }
}
