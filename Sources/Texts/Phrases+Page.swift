/// What stands around the text: navigation, headings, links.
extension Phrases {
  /// The link that jumps to the text.
  public var skip: String { say("Direct naar de tekst", "Skip to the text") }
  /// The name of the navigation.
  public var contents: String { say("Inhoud", "Contents") }
  /// The link to the other language, in that language.
  public var otherLanguage: String { say("In English", "In het Nederlands") }
  /// The title of the page that lists all units.
  public var findUnit: String { say("Zoek uw \(unit)", "Find your \(unit)") }
  /// The title of the page that accounts for the numbers.
  public var account: String { say("Verantwoording", "Account") }
  /// The title of the main page in the navigation.
  public var mainPage: String { say("Het rapport", "The report") }
  /// The line under the title.
  public func subtitle(wave: String, date: String) -> String {
    say("Peiling \(wave) · stand van \(self.date(date))", "Survey \(wave) · as of \(self.date(date))")
  }
  /// The label of a link to a table of data.
  public func data(_ file: String) -> String {
    let name =
      switch file.split(separator: ".").first.map(String.init) ?? file {
      case "types": say("De typen", "The types")
      case "units": say("Alle \(units) met hun type", "All \(units) with their type")
      case "expected":
        say("Wat te verwachten is van wie niet antwoordde", "What may be expected of those who did not answer")
      case "model": say("De typologie, voor programma's", "The typology, for programs")
      case "map": say("De kaart, voor eigen kaarten", "The map, to make maps with")
      case "profiles": say("De profielen van de typen", "The profiles of the types")
      case "ranking": say("De rangorde van de strategieën", "The ranking of the strategies")
      case "choices": say("De keuze per type, met controles", "The choice for each type, with checks")
      case "runner-up": say("Het verschil met de volgende strategie", "The difference with the runner-up")
      case "flips": say("Wat de keuze omkeert", "What flips the choice")
      case "relief": say("Wat strategieën aan de risico's doen", "What strategies do about the risks")
      case "contributions": say("Wat elk criterium bijdraagt", "What each criterion contributes")
      case "consequences": say("De risico's van niets doen", "The risks of doing nothing")
      case "policy-fields": say("De strategie per beleidsveld", "The strategy by policy field")
      case "results": say("De uitkomsten van de vragenlijst", "The results of the survey")
      case "changes": say("Wat mensen toen en nu antwoordden", "What people answered then and now")
      case "type-changes": say("De typen toen en nu", "The types then and now")
      case "flows": say("Van welk type naar welk type", "From which type to which type")
      case "movers": say("Wie meer dan toevallig van type wisselde", "Who changed type by more than chance")
      case "evidence": say("De vergelijking van aantallen typen", "The comparison of numbers of types")
      case "estimates": say("Alle schattingen, ook per groep", "All estimates, also by group")
      case "distributions": say("Alle antwoorden op de stellingen", "All answers to the statements")
      case "response": say("De respons per groep", "The response by group")
      case "functions": say("Wie antwoordden, naar functie", "Who answered, by function")
      case "data-fitness":
        say("Of de data goed genoeg is voor het doel", "Whether the data is good enough for the goal")
      case "wave-fitness": say("Waarvoor de peiling geschikt is", "What the wave is fit for")
      default: say("De cijfers als tabel", "The figures as a table")
      }
    return "\(name) (\(file))"
  }
  /// The title above the tables of data.
  public var dataTitle: String { say("De cijfers om zelf mee te rekenen", "The figures to calculate with") }
  /// The label of a link to a figure as a file.
  public var figureFile: String { say("Deze figuur als bestand", "This figure as a file") }
  /// The line at the foot of each page.
  public func footer(version: String, pipeline: String) -> String {
    say("Gemaakt met Koers \(version) · \(pipeline)", "Made with Koers \(version) · \(pipeline)")
  }
  /// The word before a letter: `Type A`.
  public func type(_ letter: String) -> String { say("Type \(letter)", "Type \(letter)") }
  /// The word types.
  public var types: String { say("typen", "types") }
  /// The label of a column or fact: type.
  public var typeLabel: String { say("Type", "Type") }
  /// The label of a column or fact: strategy.
  public var strategyLabel: String { say("Strategie", "Strategy") }
  /// The label of a column or fact: how sure.
  public var howSure: String { say("Hoe zeker", "How sure") }
  /// The label of a column or fact: share.
  public var shareLabel: String { say("Aandeel", "Share") }
  /// The label of a column: the unit.
  public var unitLabel: String { capitalised(unit) }
  /// The label of a column: the units.
  public var unitsLabel: String { capitalised(units) }
  /// The label of a column: number two.
  public var runnerUp: String { say("Daarna", "Runner-up") }
  /// What is said of every place where the names of single units stand.
  public var noJudgement: String {
    say(
      "Dit is geen oordeel over hoe goed een \(unit) het doet: een type laat zien op wie een \(unit) lijkt, en welke "
        + "strategie daar het best bij past.",
      "This is no judgement of how well a \(unit) performs: a type shows whom a \(unit) resembles, and which strategy "
        + "suits that best.")
  }
}
