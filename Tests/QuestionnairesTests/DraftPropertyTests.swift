import Diagnostics
import Exports
import PipelineFiles
import Questionnaires
import Settings
import Survey
import Tables
import Testing

/// What holds of a draft whatever the file.
@Suite struct DraftPropertyTests {
  /// Texts that mean something to YAML, to spreadsheets or to nobody.
  private static let hostile = [
    "", " ", "a", "a: b", "- x", "# no", "'", "\"", "\\", "\\n", "{x}", "[y]", "&z", "*z", "!t", "%", "@", "`", "null",
    "~", "yes",
    "=1+1", "a\nb", "a\tb", "\u{0}", "\u{7}", "\u{FEFF}x", "\u{2028}", "\u{85}", "\u{A0}", "é", "日本", "👩‍👩‍👧", "1", "1,5",
    "1.5e9",
    "99", "-1", "8.0", "€ 1.200", "2021-03-01", "1 (x)", "Ja", "Nee", "weet niet", "N/A", "mee eens", "oneens", "a;b",
    "a, b, c",
    "Q1[a]. b [c]", "x_state", "respondent", "unit", "name: [", String(repeating: "x", count: 300),
  ]

  /// A generator of numbers that is the same everywhere.
  private struct Draw {
    var state: UInt64
    mutating func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
  }

  private static func read(_ text: String) throws -> [String] {
    let findings = Findings()
    let reader = SettingsReader(try parseYAML(text, file: "draft.yaml"), of: "the codebook", findings: findings)
    _ = Codebook(reading: reader)
    reader.finish()
    return findings.all.map(\.rendered)
  }

  @Test func `every draft can be read as a codebook, whatever the headings and cells hold`() throws {
    for seed in 1...60 {
      var draw = Draw(state: UInt64(seed))
      let width = 1 + draw.next(8)
      let heading = (0..<width).map { _ in Self.hostile[draw.next(Self.hostile.count)] }
      let few = (0..<(2 + draw.next(6))).map { _ in Self.hostile[draw.next(Self.hostile.count)] }
      let rows = (0..<draw.next(40)).map { _ in
        (0..<width).map { _ in
          draw.next(3) == 0 ? Self.hostile[draw.next(Self.hostile.count)] : few[draw.next(few.count)]
        }
      }
      let tools = ExportLayout.Tool.allCases.filter { $0 != .qualtrics }
      let tool = tools[draw.next(tools.count)]
      let layout = try ExportLayout(
        detecting: records([heading], from: 1), tool: tool, headingRows: 1, file: "answers.csv")
      let text = try CodebookDraft(
        layout: layout, records: records(rows), wishes: CodebookDraft.Wishes(name: heading[0]), file: "answers.csv"
      ).text
      let found = try Self.read(text)
      #expect(found == [], "seed \(seed)\n\(text)")
      if !found.isEmpty { return }
    }
  }

  @Test func `a draft does not depend on how the file was cut into pieces`() throws {
    var draw = Draw(state: 7)
    let rows = (0..<900).map { row in
      [
        "\(row)", Self.hostile[draw.next(Self.hostile.count)], "\(draw.next(700))",
        ["a;b;", "b;", "c;a;"][draw.next(3)],
      ]
    }
    let layout = try layout([["Id", "Start time", "Completion time", "Which?"]])
    let whole = SurveySummary(records(rows), layout: layout)
    for size in [1, 7, 100, 899] {
      let pieces = stride(from: 0, to: rows.count, by: size).map {
        SurveySummary(records(Array(rows[$0..<min(rows.count, $0 + size)])), layout: layout)
      }
      func text(_ summary: SurveySummary) throws -> String {
        try CodebookDraft(
          layout: layout, summary: summary, wishes: CodebookDraft.Wishes(name: "x"), file: "answers.csv"
        ).text
      }
      #expect(try text(SurveySummary(pieces, layout: layout)) == text(whole), "pieces of \(size)")
    }
  }

  @Test func `an undeclared user-missing value is read as refused, with a note`() throws {
    let labels = [ColumnLabels(name: "a", userMissing: [.value("9"), .range(97.5, 99)])]
    let layout = try layout([["a", "b"]])
    func refused(_ field: String) throws -> ([String], [String]) {
      let reader = SettingsReader(
        try parseYAML("name: x\nfields: [\(field)]", file: "codebook.yaml"), of: "the codebook", findings: Findings())
      let (codebook, notes) = Codebook(reading: reader).refusing(userMissing: labels, in: layout)
      return (codebook.questions[0].refused, notes.map(\.rendered))
    }
    #expect(
      try refused("{name: a, type: integer, missingValues: ['98']}") == (
        ["9", "99"],
        [
          """
          note: the file declares 2 values, such as "9" of 'a' to be no answer; read as refused or don't know
            mend: list them under 'koers:refused' or 'missingValues' of a in the codebook
          """
        ]
      ))
    #expect(try refused("{name: a, type: integer, koers:refused: ['9', '98', '99']}").1 == [])
    #expect(try refused("{name: b, type: integer}").0 == [])
  }
}
