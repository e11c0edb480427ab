/// The words of the workbook: names of sheets, and what stands on the first of them.
extension Phrases {
  /// The label of the link to the workbook.
  public func workbook(_ file: String) -> String {
    say("Alle tabellen in één werkmap voor Excel (\(file))", "All tables in one workbook for Excel (\(file))")
  }
  /// The name of the sheet that says what the others hold.
  public var aboutSheet: String { say("Uitleg", "About") }
  /// What stands on that sheet, a line each.
  ///
  /// - Parameters:
  ///   - wave: The name of the wave.
  ///   - date: Its date, as `2020-04-15`.
  ///   - version: The version of the program.
  /// - Returns: The lines.
  public func aboutLines(wave: String, date: String, version: String) -> [String] {
    [
      subtitle(wave: wave, date: date),
      say(
        "Elk blad is een tabel. De eerste regel is de titel, de tweede regel noemt de kolommen, daaronder staan de "
          + "cijfers. Een lege cel betekent dat er geen cijfer is.",
        "Each sheet is a table. The first row is the title, the second names the columns, and the figures stand below. "
          + "An empty cell means that there is no figure."),
      noJudgement,
      say("Gemaakt met Koers \(version)", "Made with Koers \(version)"),
    ]
  }
  /// The head of the column with the names of sheets.
  public var sheetLabel: String { say("Blad", "Sheet") }
  /// The head of the column with the names of tables, which are those of the CSV files.
  public var tableName: String { say("Tabel", "Table") }
  /// The head of the column with the names of columns.
  public var columnLabel: String { say("Kolom", "Column") }
  /// The head of the column that says what a column means.
  public var meaningLabel: String { say("Wat er staat", "What it holds") }
  /// The title of a table, short enough for the tab of a sheet; the name of the table when it has none.
  public func sheet(_ table: String) -> String {
    switch table {
    case "types": say("Typen", "Types")
    case "units": unitsLabel
    case "profiles": say("Profielen", "Profiles")
    case "ranking": say("Rangorde", "Ranking")
    case "choices": say("Keuze per type", "Choice by type")
    case "runner-up": say("Verschil met de volgende", "Difference with runner-up")
    case "flips": say("Wat de keuze omkeert", "What flips the choice")
    case "relief": say("Strategie en risico", "Strategy and risk")
    case "contributions": say("Bijdrage van criteria", "Contribution of criteria")
    case "consequences": say("Risico's van niets doen", "Risks of doing nothing")
    case "policy-fields": say("Beleidsvelden", "Policy fields")
    case "results": say("Uitkomsten", "Results")
    case "changes": say("Antwoorden toen en nu", "Answers then and now")
    case "type-changes": say("Typen toen en nu", "Types then and now")
    case "flows": say("Van type naar type", "From type to type")
    case "movers": say("Wisselden van type", "Changed type")
    case "mover-causes": say("Oorzaken", "Causes")
    case "drift": say("Verschoven", "Shifted")
    case "transitions": say("Door alle peilingen", "Through all surveys")
    case "backcast": say("Toen met de typen van nu", "Then by the types of now")
    case "expected": say("Verwachting zonder antwoord", "Expected without answers")
    case "distributions": say("Alle antwoorden", "All answers")
    case "evidence": say("Aantallen typen", "Numbers of types")
    case "estimates": say("Schattingen", "Estimates")
    case "response": say("Respons", "Response")
    case "functions": say("Functies", "Functions")
    case "data-fitness": say("Data goed genoeg", "Data good enough")
    case "wave-fitness": say("Geschiktheid peiling", "Fitness of the wave")
    default: table
    }
  }
}
