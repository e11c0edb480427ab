/// The accessibility statement, in the parts that the Dutch model prescribes.
extension Phrases {
  /// The title of the page, and of the link at the foot of every page.
  public var accessibility: String { say("Toegankelijkheidsverklaring", "Accessibility statement") }

  // MARK: What it is about

  /// The heading of the statement itself.
  public var statementTitle: String { say("De verklaring", "The statement") }

  /// Who makes the statement, about what.
  public func statementOf(_ organisation: String, scope: String) -> String {
    say(
      "\(organisation) wil dat iedereen deze informatie kan gebruiken, ook mensen met een beperking, zoals het Besluit "
        + "digitale toegankelijkheid overheid vraagt. Deze verklaring gaat over \(scope).",
      "\(organisation) wants everybody to be able to use this information, people with a disability included, as the Dutch "
        + "decree on the digital accessibility of public bodies asks (Besluit digitale toegankelijkheid overheid). This "
        + "statement is about \(scope).")
  }

  /// What the statement is about when nothing else is told.
  public func thisPublication(_ title: String, wave: String) -> String {
    say("de publicatie “\(title)”, peiling \(wave)", "the publication “\(title)”, survey \(wave)")
  }

  /// What is said of a statement in a publication of simulated data.
  public var exampleStatement: String {
    say(
      "Dit is een voorbeeld: de gegevens zijn gesimuleerd, en de verklaring laat zien hoe zij eruitziet. Wat er staat over "
        + "de controles is wel echt.",
      "This is an example: the data is simulated, and the statement shows what it looks like. What it says about the checks "
        + "is real.")
  }

  // MARK: Status

  /// The heading above the status.
  public var complianceStatus: String { say("Nalevingsstatus", "Compliance status") }

  /// The status in a sentence.
  public func complianceIs(_ letter: String) -> String {
    say("Status \(letter): \(compliance(letter)).", "Status \(letter): \(compliance(letter)).")
  }

  /// The prescribed name of a status.
  public func compliance(_ letter: String) -> String {
    switch letter {
    case "A": say("voldoet volledig", "fully compliant")
    case "B": say("voldoet gedeeltelijk", "partially compliant")
    case "C": say("eerste maatregelen genomen", "first measures taken")
    case "D": say("voldoet niet", "not compliant")
    default: say("geen verklaring", "no statement")
    }
  }

  /// What a status means.
  public func complianceMeans(_ letter: String) -> String {
    switch letter {
    case "A":
      say(
        "Mensen hebben alle eisen onderzocht, hooguit drie jaar geleden, en aan alle eisen is voldaan.",
        "People examined every requirement, at most three years ago, and all are met.")
    case "B":
      say(
        "Mensen hebben alle eisen onderzocht, hooguit drie jaar geleden. Aan een deel is voldaan.",
        "People examined every requirement, at most three years ago. A part of them is met.")
    case "C":
      say(
        "Er is nog geen volledig onderzoek dat geldt, maar het staat gepland, binnen zes maanden.",
        "There is no full examination yet that counts, but one is planned within six months.")
    case "D":
      say(
        "Er is geen volledig onderzoek dat geldt, of er is iets gevonden waar nog niets tegenover staat.",
        "There is no full examination that counts, or something was found to which nothing answers yet.")
    default: say("Er is niets verklaard.", "Nothing was stated.")
    }
  }

  /// The heading above the table of statuses.
  public var complianceLegend: String { say("Wat de statussen betekenen", "What the statuses mean") }
  /// A column head: the status.
  public var statusLabel: String { say("Status", "Status") }
  /// A column head: what it means.
  public var meaning: String { say("Betekenis", "Meaning") }

  /// That people examined everything, and how much is met.
  public func evaluated(met: Int, of all: Int) -> String {
    say(
      "Mensen hebben alle \(all) eisen onderzocht. Aan \(number.integer(met)) daarvan is voldaan.",
      "People examined all \(all) requirements. Of these, \(number.integer(met)) are met.")
  }

  /// That people examined everything too long ago.
  public func evaluationOutdated(_ date: String) -> String {
    say(
      "Het onderzoek door mensen is van \(self.date(date)). Dat is meer dan drie jaar voor deze verklaring, en telt niet "
        + "meer mee.",
      "The examination by people is of \(self.date(date)). That is more than three years before this statement, and does not "
        + "count any more.")
  }

  /// That people did not examine everything.
  public var notEvaluated: String {
    say(
      "Er is nog geen volledig onderzoek door mensen. Een programma kan niet alles zien: of een tekst bij een figuur klopt, "
        + "kan alleen een mens beoordelen.",
      "There was no full examination by people yet. A program cannot see everything: only people can judge whether a text "
        + "beside a figure is right.")
  }

  /// That an examination is planned.
  public func evaluationPlanned(_ date: String) -> String {
    say("Dat onderzoek staat gepland voor \(self.date(date)).", "That examination is planned for \(self.date(date)).")
  }

  /// That no examination is planned.
  public var evaluationNotPlanned: String {
    say(
      "Er staat ook geen onderzoek gepland binnen zes maanden na deze verklaring.",
      "Nor is one planned within six months of this statement.")
  }

  /// That no program checked the pages.
  public var pagesNotChecked: String {
    say("Ook heeft geen programma de pagina's gecontroleerd.", "Nor did a program check the pages.")
  }

  /// That the checks were made of other pages than these.
  public func checkedOther(_ program: String?, now: String) -> String {
    let version = program ?? say("een onbekende versie", "an unknown version")
    guard version != now else {
      return say(
        "Er zijn pagina's bij gekomen of verdwenen sinds de controles.",
        "Pages were added or removed since the checks.")
    }
    return say(
      "De pagina's zijn gecontroleerd voor \(version). Deze publicatie is gemaakt met \(now).",
      "The pages were checked for \(version). This publication was made with \(now).")
  }

  /// That checks found what the statement says nothing else about.
  public func unansweredFindings(_ count: Int) -> String {
    let nl = number.count(count, one: "probleem", many: "problemen")
    let en = number.count(count, one: "problem", many: "problems")
    return say(
      "De controles vonden \(nl) waarvoor nog geen maatregel is genoemd.",
      "The checks found \(en) for which no measure is named yet.")
  }

  // MARK: What is not accessible

  /// The heading above what is not accessible.
  public var notAccessible: String { say("Wat nog niet toegankelijk is", "What is not accessible yet") }
  /// That nothing is known.
  public var noDeviations: String {
    say(
      "Er zijn geen afwijkingen bekend. Dat is iets anders dan dat er geen zijn.",
      "No deviations are known. That is not to say that there are none.")
  }
  /// The heading of a deviation.
  public func deviation(_ criterion: String, _ what: String) -> String {
    say("Eis \(criterion): \(what)", "Requirement \(criterion): \(what)")
  }
  /// The label of the cause of a deviation.
  public var cause: String { say("Oorzaak", "Cause") }
  /// The label of its effect.
  public var effect: String { say("Gevolg", "Effect") }
  /// The label of what readers can do instead.
  public var alternative: String { say("Alternatief", "Alternative") }
  /// The label of what is done about it.
  public var measure: String { say("Maatregel", "Measure") }
  /// The label of the day by which it is done.
  public var until: String { say("Uiterlijk", "By") }
  /// The heading above what checks found.
  public var foundByChecks: String { say("Gevonden door de controles", "Found by the checks") }

  // MARK: Around it

  /// The heading above measures.
  public var accessibilityMeasures: String {
    say("Wat wij doen om toegankelijk te blijven", "What we do to stay accessible")
  }
  /// The heading above contact.
  public var feedback: String { say("Loopt u ergens tegenaan?", "Did you run into something?") }
  /// How to tell of a problem, around the address.
  public var feedbackBefore: String {
    say(
      "Kunt u iets niet lezen of gebruiken, laat het ons dan weten: ", "If you cannot read or use something, tell us: ")
  }
  /// When there will be an answer.
  public func answerWithin(_ days: Int) -> String {
    let nl = number.count(days, one: "werkdag", many: "werkdagen")
    let en = number.count(days, one: "working day", many: "working days")
    return say(". U krijgt antwoord binnen \(nl).", ". You will have an answer within \(en).")
  }
  /// The heading above enforcement.
  public var enforcement: String { say("Bent u niet tevreden?", "Are you not satisfied?") }
  /// How to complain, before the link.
  public var enforcementBefore: String {
    say(
      "Krijgt u geen antwoord, of bent u er niet tevreden mee? Dan kunt u een klacht indienen bij ons, en daarna bij de ",
      "Is there no answer, or does it not satisfy you? Then you can complain to us, and after that to the ")
  }
  /// The authority that the model names.
  public var ombudsman: String { say("Nationale ombudsman", "National Ombudsman of the Netherlands") }
  /// The heading above who drew up the statement.
  public var aboutStatement: String { say("Over deze verklaring", "About this statement") }
  /// The label of the day on which it was drawn up.
  public var drawnUp: String { say("Opgesteld op", "Drawn up on") }
  /// The label of who answers for it.
  public var answersFor: String { say("Verantwoordelijk", "Responsible") }
  /// The label of the standard.
  public var standard: String { say("Norm", "Standard") }
  /// The standard.
  public var standardText: String {
    say(
      "EN 301 549, met WCAG 2.1, niveau A en AA. De controles gaan verder, tot WCAG 2.2.",
      "EN 301 549, with WCAG 2.1, levels A and AA. The checks go further, up to WCAG 2.2.")
  }
}
