/// What was examined for the accessibility statement, by people and by programs.
extension Phrases {
  /// The heading above what was examined.
  public var examined: String { say("Wat is onderzocht", "What was examined") }

  /// Who examined everything, and when.
  public func examinedBy(_ who: String, date: String) -> String {
    say(
      "Onderzoek door mensen: \(who), afgerond op \(self.date(date)).",
      "Examination by people: \(who), finished on \(self.date(date)).")
  }
  /// The link to the report of an examination.
  public var examinationReport: String { say("Het onderzoeksrapport", "The report of the examination") }

  /// That programs checked the pages.
  public func checkedByPrograms(pages: Int, program: String?) -> String {
    let nl = number.count(pages, one: "pagina", many: "pagina's")
    let en = number.count(pages, one: "page", many: "pages")
    let made = program.map { say(", gemaakt met \($0)", ", made with \($0)") } ?? ""
    return say(
      "Programma's hebben alle \(nl) gecontroleerd\(made), in elke taal.",
      "Programs checked all \(en)\(made), in every language.")
  }

  /// The caption of the table of checks.
  public var checksCaption: String { say("De controles en wat zij vonden", "The checks and what they found") }
  /// A column head: the check.
  public var checkLabel: String { say("Controle", "Check") }
  /// A column head: the tool.
  public var tool: String { say("Programma", "Program") }
  /// A column head: pages and files.
  public var checkedFiles: String { say("Pagina's en bestanden", "Pages and files") }
  /// A column head: what was found.
  public var found: String { say("Gevonden", "Found") }

  /// What a check looks at; a check of which nothing is known is called by its name.
  public func check(_ id: String, widths: [Int]) -> String {
    let name =
      switch id {
      case "markup": say("Geldige HTML en SVG", "Valid HTML and SVG")
      case "axe": say("Regels voor toegankelijkheid", "Rules for accessibility")
      case "axe-plain": say("Dezelfde regels, zonder JavaScript", "The same rules, without JavaScript")
      case "reflow": say("Een smal scherm", "A narrow screen")
      case "text-size": say("Letters van 200 %", "Text at 200%")
      case "spacing": say("Meer ruimte tussen letters, woorden en regels", "More room between letters, words and lines")
      case "keyboard": say("Alleen het toetsenbord", "The keyboard alone")
      case "motion": say("Niets beweegt voor wie dat niet wil", "Nothing moves for those who do not want it")
      case "print": say("Op papier wordt niets afgesneden", "Nothing is cut off on paper")
      case "offline": say("Niets komt van een netwerk", "Nothing comes from a network")
      case "links": say("Elke link komt ergens uit", "Every link leads somewhere")
      case "size": say("Klein genoeg om snel te openen", "Small enough to open fast")
      default: id
      }
    guard !widths.isEmpty else { return name }
    let list = number.list(widths.map { number.integer($0) })
    return say("\(name) (\(list) pixels breed)", "\(name) (\(list) pixels wide)")
  }

  /// How much a check found.
  public func foundCount(_ count: Int) -> String {
    count == 0 ? say("niets", "nothing") : number.integer(count)
  }

  /// What a tool could not decide.
  public func undecided(pages: Int) -> String {
    let nl = number.count(pages, one: "pagina", many: "pagina's")
    let en = number.count(pages, one: "page", many: "pages")
    return say("kon het programma op \(nl) niet overal beslissen.", "could not be decided everywhere on \(en).")
  }
  /// The heading above what people must look at.
  public var undecidedTitle: String {
    say("Waar een mens naar moet kijken", "What people must look at")
  }

  /// Which criteria no check looks at.
  public func notExamined(_ criteria: [String], of all: Int) -> String {
    let list = number.list(criteria)
    return say(
      "WCAG 2.2 heeft \(all) eisen op niveau A en AA. De controles raken er \(all - criteria.count), de meeste voor een "
        + "deel. Niet onderzocht zijn: \(list).",
      "WCAG 2.2 has \(all) requirements at levels A and AA. The checks touch \(all - criteria.count) of them, most in part. "
        + "Not examined: \(list).")
  }
}
