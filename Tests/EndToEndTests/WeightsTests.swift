import Foundation
import Testing

/// `koers weights` through the real executables; the workbooks were filled in by `Fixtures/weights/make-weights.py`.
@Suite struct WeightsTests {
  private static let fixtures = CommandRunner.root.appending(path: "Tests/EndToEndTests/Fixtures/weights")

  /// The survey among schools with both workbooks.
  private func schools() throws -> SchoolsCopy {
    let copy = try SchoolsCopy()
    for name in ["filled.xlsx", "wrong.xlsx"] {
      try copy.write(Array(Data(contentsOf: Self.fixtures.appending(path: name))), to: name)
    }
    return copy
  }

  /// The same with what the stages left of the wave.
  private func runSchools() throws -> SchoolsCopy {
    let copy = try schools()
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    return copy
  }

  private func json(_ copy: SchoolsCopy, _ more: String = "") throws -> [String: Any] {
    let result = try copy.run("koers", "weights import filled.xlsx . --json \(more)".words)
    #expect(result.status == 0 && result.errors == "")
    return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  // MARK: - The workbook

  @Test func `the workbook is made from the catalogue alone, and the same each time`() throws {
    let copy = try schools()
    for name in ["a.xlsx", "b.xlsx"] {
      let result = try copy.run("koers", "weights workbook . --member Anna --member Bilal --output \(name)".words)
      #expect(result.status == 0 && result.errors == "" && result.output == name + "\n")
    }
    let files = try copy.contents(of: ".").filter { $0.key.hasSuffix("a.xlsx") || $0.key.hasSuffix("b.xlsx") }
    #expect(files.count == 2 && Set(files.values).count == 1)
    // Nobody filled it in yet.
    try copy.expectRefusal(
      "koers weights import a.xlsx .", status: 65,
      """
      a.xlsx: error: 'Anna' filled in nothing
        mend: let 'Anna' divide the points, or go on with --without "Anna"
      a.xlsx: error: 'Bilal' filled in nothing
        mend: let 'Bilal' divide the points, or go on with --without "Bilal"
      """)
    // It may hold somebody's work by now.
    try copy.expectRefusal(
      "koers weights workbook . --member Anna --output a.xlsx", status: 73,
      """
      a.xlsx: error: the file is there already, and is kept
        mend: choose another name, or replace it with '--force'
      """)
    #expect(try copy.run("koers", "weights workbook . --member Anna --output a.xlsx --force".words).status == 0)
  }

  @Test func `names that are missing, empty or there twice are told`() throws {
    let copy = try schools()
    try copy.expectRefusal(
      "koers weights workbook . --output w.xlsx", status: 64,
      """
      pipeline.yaml: error: nothing names the members of the group
        mend: give --member NAME for each, or --members FILE with a name a line
      """)
    try copy.expectRefusal(
      "koers weights workbook . --output w.xlsx --member Anna --member ANNA", status: 64,
      """
      error: the member 'ANNA' is named twice; capitals make no other member
        mend: give --member with another name
      """)
    try copy.write("# ours\nAnna\n\n\u{200B}\nanna\n\(String(repeating: "x", count: 101))\n", to: "members.txt")
    try copy.expectRefusal(
      "koers weights workbook . --output w.xlsx --members members.txt", status: 65,
      """
      members.txt:4: error: the name of a member is empty
        mend: write another name
      members.txt:5: error: the member 'anna' is named twice; capitals make no other member
        mend: write another name
      members.txt:6: error: the name '\(String(repeating: "x", count: 60))…' has 101 characters, and a name has at most 100
        mend: write another name
      """)
    try copy.write("# nobody\n", to: "members.txt")
    try copy.expectRefusal(
      "koers weights workbook . --output w.xlsx --members members.txt", status: 65,
      """
      members.txt: error: the file names no member
        mend: write the name of a member on each line
      """)
  }

  // MARK: - What is said

  @Test(arguments: ["nl", "en"]) func `the overview reads as it was approved`(language: String) throws {
    let copy = try runSchools()
    let before = copy.names
    let result = try copy.run("koers", "weights import filled.xlsx . --language \(language)".words)
    #expect(result.status == 0 && result.errors == "")
    #expect(copy.names == before)
    #expect((result.output.split(separator: "\n").map(\.count).max() ?? 0) <= 100)
    let golden = Self.fixtures.appending(path: "overview.\(language).txt")
    if ProcessInfo.processInfo.environment["KOERS_RECORD"] == "1" {
      try Data(result.output.utf8).write(to: golden)
      Issue.record("recorded overview.\(language).txt; run again without KOERS_RECORD")
    }
    #expect(try result.output == String(contentsOf: golden, encoding: .utf8))
  }

  @Test func `agreement is that worked by hand`() throws {
    let found = try json(try runSchools())
    // Anna and Bilal must move 66.5 points, Anna and Carla 45, Bilal and Carla 85.
    #expect(((found["meanDistance"] as? Double ?? 0) - 0.655).magnitude < 1e-12)
    #expect(found["farthest"] as? String == "Bilal")
    // Ranks 1 2 3 6 6 6 6 6, 6 6 2 1 3 6 6 6 and 2.5 2.5 6 6 6 6 1 6 add up to 9.5 10.5 11 13 15 18 13 18 around 13.5:
    // S = 74.5, and five equal weights come up three times, two once: T = 3 · 120 + 6.
    #expect(((found["concordance"] as? Double ?? 0) - 12 * 74.5 / (9.0 * 504 - 3 * 366)).magnitude < 1e-12)
    let points = (found["criteria"] as? [[String: Any]] ?? []).compactMap { $0["points"] as? Double }
    #expect(points == [10, 8.9, 12.8, 28.3, 8.3, 5, 21.7, 5])
    #expect(found["simulated"] as? Bool == true)
  }

  @Test func `what comes first is what match says when these weights are used`() throws {
    let copy = try runSchools()
    let found = try json(copy, "--output weights.csv")
    #expect(
      try copy.text(of: "weights.csv") == """
        person,vision,skills,tools,devices,together,unused,distraction,unequal
        Anna,20,16.5,13.5,10,10,10,10,10
        Bilal,0,0,20,70,10,0,0,0
        '=Carla,10,10,5,5,5,5,55,5

        """)
    try copy.replace("match:\n", by: "match:\n  weights: {file: weights.csv}\n", in: "pipeline.yaml")
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    let lines = try copy.text(of: ".koers/schools/2021/match/choices-by-weights.csv").split(separator: "\n")
    var first: [String: String] = [:]
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      first["\(cells[0]) \(cells[1]) \(cells[2])"] = cells[3]
    }
    let choices = try #require(found["choices"] as? [[String: Any]])
    #expect(choices.count == 3)
    func id(_ strategy: Any?) -> String? { (strategy as? [String: Any])?["id"] as? String }
    for choice in choices {
      let type = try #require((choice["type"] as? [String: Any])?["letter"] as? String)
      #expect(id(choice["present"]) == first["\(type) declared "])
      #expect(id(choice["mean"]) == first["\(type) used "])
      var members = 0
      for row in choice["first"] as? [[String: Any]] ?? [] {
        for name in row["members"] as? [String] ?? [] {
          members += 1
          #expect(
            id(row["strategy"]) == first["\(type) person \(name == "=Carla" ? "'=Carla" : name)"], "\(type) \(name)")
        }
      }
      #expect(members == 3)
    }
    // What is in use is now the mean: only single members can differ from it.
    let again = try json(copy)
    for choice in again["choices"] as? [[String: Any]] ?? [] { #expect(id(choice["present"]) == id(choice["mean"])) }
  }

  @Test func `weights that change nothing are said to change nothing, and members can be left out`() throws {
    let copy = try runSchools()
    let result = try copy.run(
      "koers", "weights import filled.xlsx . --language en --without bilal --without =Carla".words)
    #expect(result.status == 0 && result.errors == "")
    #expect(
      result.output.contains(
        "Nothing: for each type the same strategy comes first as now, for every member and for their mean.\n"))
    #expect(result.output.contains("cannot be told: that takes at least two"))
    #expect(!result.output.contains("Bilal") && !result.output.contains("Farthest from the mean of the group"))
    try copy.expectRefusal(
      "koers weights import filled.xlsx . --without Billal", status: 64,
      """
      filled.xlsx: error: the workbook has no member 'Billal' who could be left out
        mend: did you mean 'Bilal'?
      """)
    try copy.expectRefusal(
      "koers weights import filled.xlsx . --without Anna --without Bilal --without =Carla", status: 64,
      """
      filled.xlsx: error: all members are left out, so that nobody weighs
        mend: leave out fewer with --without
      """)
  }

  // MARK: - What is wrong

  @Test func `everything that is wrong in a workbook is told at once, with sheet and cell`() throws {
    try schools().expectRefusal(
      "koers weights import wrong.xlsx .", status: 65,
      """
      wrong.xlsx: error: 'vision' in cell B5 of the sheet 'Anna' holds "much", which is not a number
        mend: write the points as digits, such as 12 or 7.5
      wrong.xlsx: error: 'skills' in cell B6 of the sheet 'Anna' holds -1, and points are not negative
        mend: write 0 when the criterion does not count
      wrong.xlsx: error: 'tools' in cell B7 of the sheet 'Anna' holds 120, and there are 100 points for all criteria together
        mend: write the points of this criterion alone
      wrong.xlsx: error: 'devices' in cell B8 of the sheet 'Anna' is empty
        mend: write how many points it gets, 0 when it does not count
      wrong.xlsx: error: 'together' in cell B9 of the sheet 'Anna' holds a formula that no program has worked out
        mend: open the workbook in a spreadsheet program and save it, or write the number itself
      wrong.xlsx: error: 'unused' in cell B10 of the sheet 'Anna' holds "12" as a text
        mend: type the number again, in a cell that is not set to text and without an apostrophe or a space
      wrong.xlsx: error: 'distraction' in cell B11 of the sheet 'Anna' holds true, which is not a number
        mend: write the points as digits, such as 12 or 7.5
      wrong.xlsx: error: the points of 'Bilal' add up to 99, which is 1 too few: they must add up to 100
        mend: let 'Bilal' divide 1 points more over the criteria
      wrong.xlsx: error: the sheet of '=Carla' is missing
        mend: put it back, or leave the member out with --without "=Carla"
      wrong.xlsx: warning: the sheet 'Of Bilal' was called 'Bilal', and is read as that of 'Bilal'
        mend: check that it is; a member needs no other name for that
      wrong.xlsx: warning: the sheet 'Notes' is of no member, and is not read
        mend: remove it, if it was made by mistake
      """)
  }

  @Test func `a catalogue that changed since is told, criterion by criterion`() throws {
    let copy = try runSchools()
    // Another question is a reason to ask, and no more.
    try copy.replace("Can every pupil take part at home?", by: "Does every pupil take part?", in: "strategies.yaml")
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    let asked = try copy.run("koers", "weights import filled.xlsx .".words)
    #expect(asked.status == 0)
    #expect(
      asked.errors == """
        filled.xlsx: warning: the name or the question of a criterion changed since the workbook was made
          mend: ask the members whether they would divide the points in the same way

        """)
    for line in [87, 126, 170] {
      try copy.changeLine(line, of: "strategies.yaml") { $0.replacingOccurrences(of: "unequal", with: "chances") }
    }
    try copy.expectRefusal(
      "koers weights import filled.xlsx .", status: 65,
      """
      filled.xlsx: error: the workbook lacks the criterion 'chances', which the catalogue has since it was made
        mend: make a new workbook with 'koers weights workbook' and let the members fill it in
      filled.xlsx: error: the workbook asks for the criterion 'unequal' (Ongelijke kansen), which the catalogue has no more
        mend: make a new workbook with 'koers weights workbook' and let the members fill it in
      """)
  }

  @Test func `a workbook for another catalogue is told, and nothing else of it`() throws {
    let copy = try schools()
    try copy.write(
      """
      criteria:
        - {id: joy, name: Joy, question: q, why: w, source: vision, points: 1, shapes: {high: {zero: 1, one: 5}}}
      strategies:
        - {id: go, name: Go, aim: Go., fits: Always., asks: {people: low, money: low, time: low}, wants: {joy: high}}
      """, to: "other.yaml")
    try copy.replace("catalogue: strategies.yaml", by: "catalogue: other.yaml", in: "pipeline.yaml")
    try copy.expectRefusal(
      "koers weights import filled.xlsx .", status: 65,
      """
      filled.xlsx: error: the workbook was made for another catalogue: it has none of its criteria
        mend: name the pipeline for which it was made, or make a new workbook with 'koers weights workbook'
      """)
  }

  @Test func `a file that is no workbook of ours, and a wave that was not run`() throws {
    let copy = try schools()
    try copy.expectRefusal(
      "koers weights import codebook.yaml .", status: 65,
      """
      codebook.yaml: error: this is no Excel workbook (.xlsx)
        mend: save it as an Excel workbook (.xlsx), or name another file
      """)
    let other = CommandRunner.root.appending(path: "Tests/SpreadsheetsTests/Fixtures/openpyxl.xlsx")
    try copy.write(Array(Data(contentsOf: other)), to: "other.xlsx")
    try copy.expectRefusal(
      "koers weights import other.xlsx .", status: 65,
      """
      other.xlsx: error: this is a workbook, and none that 'koers weights workbook' made
        mend: name the workbook that the members filled in; copying its cells to another workbook leaves out what is needed
      """)
    try copy.expectRefusal(
      "koers weights import none.xlsx .", status: 66,
      """
      none.xlsx: error: there is no such file
        mend: check the spelling, or the folder from which the command is run
      """)
    let result = try copy.run("koers", "weights import filled.xlsx .".words)
    #expect(result.status == 66)
    #expect(
      result.errors.hasPrefix(
        """
        .koers/schools/2021/ingest: error: the stage 'ingest' left nothing of the wave '2021'
          mend: run 'koers run pipeline.yaml --wave 2021' first
        """), "\(result.errors)")
  }
}

extension String {
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
