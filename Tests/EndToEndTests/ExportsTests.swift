import Foundation
import Testing

/// One and the same simulated survey of libraries, as every survey tool exports it, through the real executables.
@Suite struct ExportsTests {
  private static let folder = CommandRunner.root.appending(path: "Tests/EndToEndTests/Fixtures/exports")
  private static let exports = [
    "limesurvey.csv", "limesurvey-codes.csv", "qualtrics.csv", "surveymonkey.csv", "google-forms.csv",
    "microsoft-forms.csv", "excel.csv", "spss.sav",
  ]

  private static func path(_ name: String) -> String { folder.appending(path: name).path }

  private static func codebook(of export: String) -> String {
    path(export.prefix { $0 != "." } + ".codebook.yaml")
  }

  /// Runs ingest over an export, and returns the rows of a table that it left, by the names of the columns.
  private func ingest(
    _ export: String, codebook: String, table: String = "respondents", more: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [[String: String]] {
    let scratch = try Scratch()
    let result = try CommandRunner.run(
      "koers-ingest",
      [Self.path(export), "--codebook", codebook, "--date", "2022-06-01", "--output", scratch.path("out")]
        + more)
    #expect(result.status == 0, "\(export): \(result.errors)", sourceLocation: sourceLocation)
    guard result.status == 0 else { return [] }
    return try Self.rows(scratch.url.appending(path: "out/\(table).csv"))
  }

  /// The rows of a table of ours; no cell of the columns that are looked at holds a quote or a line break.
  private static func rows(_ file: URL) throws -> [[String: String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    for character in try String(contentsOf: file, encoding: .utf8) {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = ""
      case "\n" where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.append(character)
      }
    }
    let heading = rows.removeFirst()
    return rows.filter { !$0.isEmpty }.map { Dictionary(zip(heading, $0), uniquingKeysWith: { first, _ in first }) }
  }

  /// The columns that no export tells otherwise: not the identification, the moment, and the free text.
  private static let compared = [
    "unit", "function", "plan_shared", "staff_able", "tools_work", "sign_unused", "satisfied", "service_books",
    "service_books_state", "service_films", "service_films_state", "service_courses", "service_homework", "fte",
    "fte_state", "members", "sunday", "sunday_state", "visitors_sunday", "visitors_sunday_state",
  ]

  @Test(arguments: exports) func `every export is the same wave`(_ export: String) throws {
    func wave(_ export: String) throws -> [[String]] {
      try ingest(export, codebook: Self.codebook(of: export)).map { row in Self.compared.map { row[$0] ?? "-" } }
    }
    let first = try wave("limesurvey.csv")
    #expect(first.count == 40)
    #expect(Set(first.map { $0[0] }).count == 24)
    let other = try wave(export)
    #expect(other.count == 40)
    for (number, (one, two)) in zip(first, other).enumerated() {
      for (column, values) in zip(Self.compared, zip(one, two)) where values.0 != values.1 {
        Issue.record("\(export): \(column) of record \(number + 1) is \(values.1), and not \(values.0)")
      }
    }
  }

  @Test func `the five states are kept apart`() throws {
    let rows = try ingest("limesurvey.csv", codebook: Self.codebook(of: "limesurvey.csv"))
    let states = Set(rows.compactMap { $0["visitors_sunday_state"] })
    #expect(states == ["answered", "not_shown"])
    #expect(Set(rows.compactMap { $0["sunday_state"] }) == ["answered", "refused"])
    #expect(rows.contains { $0["fte"] == "" })
    #expect(rows.contains { $0["service_films"] == "false" })
    #expect(rows.contains { $0["service_films"] == "" })
  }

  @Test(arguments: exports) func `a draft of any export reads that export, and quarantines nothing`(_ export: String)
    throws
  {
    let scratch = try Scratch()
    let codebook = scratch.path("codebook.yaml")
    let result = try CommandRunner.run("koers", ["codebook", "draft", Self.path(export), "--output", codebook])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasSuffix("\n\(codebook)\n"))
    let ledger = try ingest(export, codebook: codebook, table: "ledger")
    let outcomes = ledger.compactMap { $0["outcome"] }
    #expect(outcomes.count { $0 == "used" } == 40)
    #expect(!outcomes.contains("quarantined"))
    let findings = try ingest(export, codebook: codebook, table: "findings")
    #expect(findings.filter { $0["level"] != "note" }.compactMap { $0["message"] } == [])
  }

  @Test func `an existing codebook is kept unless it may be replaced`() throws {
    let scratch = try Scratch()
    let codebook = try scratch.file("codebook.yaml", "mine")
    let arguments = ["codebook", "draft", Self.path("excel.csv"), "--output", codebook]
    let refused = try CommandRunner.run("koers", arguments)
    #expect(refused.status == 73)
    #expect(
      refused.errors == """
        \(codebook): error: the file is there already, and is kept
          mend: choose another name, or replace it with '--force'

        """)
    #expect(try String(contentsOfFile: codebook, encoding: .utf8) == "mine")
    #expect(try CommandRunner.run("koers", arguments + ["--force"]).status == 0)
    #expect(try String(contentsOfFile: codebook, encoding: .utf8).hasPrefix("# A codebook drafted from excel.csv"))
  }

  @Test func `the draft goes to the terminal, with units as asked for`() throws {
    let named = try CommandRunner.run(
      "koers", ["codebook", "draft", Self.path("qualtrics.csv"), "--unit", "Q1", "--name", "bieb"])
    #expect(named.status == 0)
    #expect(named.output.contains("\nname: \"bieb\"\n"))
    #expect(named.output.contains("# the unit of analysis, as asked for: 24 different names\n  - name: Q1\n"))
    let none = try CommandRunner.run("koers", ["codebook", "draft", Self.path("qualtrics.csv"), "--no-units"])
    #expect(none.output.contains("\nkoers:units: respondents\n"))
    let wrong = try CommandRunner.run("koers", ["codebook", "draft", Self.path("qualtrics.csv"), "--tool", "pen"])
    #expect(wrong.status == 64)
    #expect(
      wrong.errors.contains("'pen' is no tool; use one of: plain, limesurvey, qualtrics, surveymonkey, google-forms"))
  }

  @Test func `a survey file cut in half is refused by draft and ingest alike`() throws {
    let scratch = try Scratch()
    let half = try Data(contentsOf: Self.folder.appending(path: "spss.sav")).prefix(7000)
    try half.write(to: scratch.url.appending(path: "half.sav"))
    let draft = try CommandRunner.run("koers", ["codebook", "draft", "half.sav"], in: scratch.url)
    #expect(draft.status == 65)
    #expect(draft.output == "")
    #expect(draft.errors.hasPrefix("half.sav: error: the SPSS file is cut off or damaged, after "))
    let ingest = try CommandRunner.run(
      "koers-ingest",
      [
        "half.sav", "--codebook", Self.path("spss.codebook.yaml"), "--date", "2022-06-01", "--output",
        "out",
      ], in: scratch.url)
    #expect(ingest.status == 65)
    #expect(ingest.errors == draft.errors)
  }

  @Test func `the pipeline of libraries goes from an export to a report that says it is simulated`() throws {
    let scratch = try Scratch()
    let result = try CommandRunner.run(
      "koers",
      [
        "run", "Pipelines/libraries", "--quiet", "--reports", scratch.path("Reports"), "--workspace",
        scratch.path("workspace"),
      ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == scratch.path("Reports/libraries/2022/nl/index.html") + "\n")
    #expect(!result.errors.contains("error:"))
    let page = try String(contentsOfFile: scratch.path("Reports/libraries/2022/nl/index.html"), encoding: .utf8)
    #expect(page.contains("esimuleerde gegevens"))
    #expect(!page.lowercased().contains("gemeente"))
  }

  @Test func `the sample of the pipeline is the export of LimeSurvey`() throws {
    let sample = CommandRunner.root.appending(path: "SampleData/libraries-2022.csv")
    #expect(try Data(contentsOf: sample) == Data(contentsOf: Self.folder.appending(path: "limesurvey.csv")))
    let codebook = CommandRunner.root.appending(path: "Pipelines/libraries/codebook.yaml")
    #expect(try Data(contentsOf: codebook) == Data(contentsOf: Self.folder.appending(path: "limesurvey.codebook.yaml")))
  }
}
