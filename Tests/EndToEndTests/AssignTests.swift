import Foundation
import Testing

/// `koers assign` through the real executables.
@Suite struct AssignTests {
  /// Six units in two groups.
  private static let six = "town,goal,skills\nF,9,8\nA,1,1\nB,2,1\nC,1,2\nD,8,9\nE,9,9\n"

  /// A folder with six units, and the two types that were made from them.
  private func towns() throws -> SchoolsCopy {
    let copy = try SchoolsCopy()
    try copy.write(Self.six, to: "towns.csv")
    let made = try copy.run(
      "koers-cluster", "towns.csv --types 2 --starts 10 --smallest 2 --evidence quick --output types".words)
    #expect(made.status == 0, "\(made.errors)")
    return copy
  }

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func `the units that a typology was made from get the types and certainties that they have`() throws {
    let copy = try SchoolsCopy()
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    let work = ".koers/schools/2021"
    let result = try copy.run("koers", ["assign", work + "/cluster", work + "/normalise", "--output", "assigned"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output == "")
    let types = rows(try copy.text(of: work + "/cluster/types.csv"))
    let assigned = rows(try copy.text(of: "assigned/assigned.csv"))
    #expect(
      assigned[0] == [
        "unit", "type", "distance", "next_type", "next_distance", "margin", "certainty", "grade", "far", "simulated",
      ])
    #expect(assigned.count == types.count && types.count > 30)
    for name in ["unit", "type", "distance", "next_type", "next_distance", "margin", "certainty"] {
      let (left, right) = (types[0].firstIndex(of: name), assigned[0].firstIndex(of: name))
      let (column, other) = (try #require(left), try #require(right))
      #expect(types.map { $0[column] } == assigned.map { $0[other] }, "\(name)")
    }
    #expect(assigned.dropFirst().allSatisfy { $0[8] == "false" && $0[9] == "true" })
    #expect(try copy.contents(of: "assigned").keys.sorted() == ["assigned.csv", "datapackage.json", "run.json"])
    // The table alone holds the profile features too, and no replicates; the types are the same.
    try copy.write(try copy.text(of: work + "/normalise/features.csv"), to: "alone.csv")
    let alone = try copy.run("koers", ["assign", work + "/cluster/model.json", "alone.csv"])
    #expect(alone.status == 0)
    #expect(rows(alone.output).map { $0[1] } == types.map { $0[1] })
  }

  @Test func `one new unit is assigned, by hand`() throws {
    let copy = try towns()
    // The centroids are at (4/3, 4/3) and (26/3, 26/3); columns stand in another order.
    try copy.write("skills,name,goal\n1,Z,1\n", to: "new.csv")
    let result = try copy.run("koers", "assign types new.csv".words)
    #expect(result.errors == "")
    let row = rows(result.output)[1]
    #expect(row[0] == "Z" && row[1] == "A" && row[3] == "B")
    let root = 2.0.squareRoot()
    let wanted: [(column: Int, value: Double)] = [(2, root / 3), (4, 23 * root / 3), (5, 22.0 / 24)]
    for (column, value) in wanted {
      let found = try #require(Double(row[column]))
      #expect((found - value).magnitude < 1e-9, "column \(column)")
    }
    #expect(row[8] == "false")
  }

  @Test func `a unit far from all that the model was made from is marked`() throws {
    let copy = try towns()
    try copy.write("town,goal,skills\nZ,9,9\nY,9,11\nX,2,1\n", to: "new.csv")
    let result = try copy.run("koers", "assign types new.csv".words)
    let marks = rows(result.output).map { [$0[0], $0[1], $0[8]].joined(separator: " ") }
    #expect(
      marks == [
        "unit type far", "X A false", "Y B true", "Z B false",
      ])
  }

  @Test func `values in another scale are a warning`() throws {
    let copy = try towns()
    try copy.write("town,goal,skills\nZ,5,40000\nY,5,30000\nX,2,1\n", to: "new.csv")
    let result = try copy.run("koers", "assign types new.csv".words)
    #expect(result.status == 0)
    #expect(
      result.errors == """
        new.csv: warning: the file does not seem to be in the scale of features.csv: most units lie more than 3 times as far \
        from every type as any unit of the model, most of all on 'skills'
          mend: scale the features as the model's were: run 'koers-normalise' with 'fit: {mode: frozen}', and assign its folder

        """)
  }

  @Test func `a model without its centroid sets tells no certainty, and says why`() throws {
    let copy = try towns()
    try copy.makeFolder("alone")
    try copy.write(try copy.text(of: "types/model.json"), to: "alone/model.json")
    let result = try copy.run("koers", "assign alone/model.json towns.csv".words)
    #expect(result.status == 0)
    #expect(
      result.errors == """
        alone/model.json: warning: no centroids.npy with replicates stands beside the model, so that no certainty is told
          mend: keep model.json and centroids.npy together as 'koers-cluster' left them

        """)
    #expect(rows(result.output).dropFirst().allSatisfy { $0[6].isEmpty && $0[7].isEmpty && !$0[5].isEmpty })
  }

  // MARK: - Wrong input

  @Test func `features that are missing, misspelt, or of another model`() throws {
    let copy = try towns()
    try copy.write("town,gaol,budget\nZ,1,1\n", to: "new.csv")
    try copy.expectRefusal(
      "koers assign types new.csv", status: 65,
      """
      new.csv:1: error: the model was made from the feature 'goal', and the file has no such column
        mend: is it the column 'gaol'? rename it
      new.csv:1: error: the model was made from the feature 'skills', and the file has no such column
        mend: add the column, or name the model that was made from these features
      new.csv:1: warning: the model was not made from 'gaol', and the column is not used
        mend: did you mean 'goal'?
      new.csv:1: warning: the model was not made from 'budget', and the column is not used
        mend: leave the column out
      """)
  }

  @Test func `cells that are no numbers, units without a name and twice`() throws {
    let copy = try towns()
    try copy.write(
      "town,goal,skills\nZ,NaN,1\nY,inf,\nX,1e999,0x1A\nX,\"1,5\",n/a\n,1,1e101\n", to: "new.csv")
    try copy.expectRefusal(
      "koers assign types new.csv", status: 65,
      """
      new.csv:5: error: the unit 'X' stands on line 4 already
        mend: keep one of the two; if 'town' does not name the units, give another column with '--id'
      new.csv:6: error: the record has nothing in 'town', the column that names the units
        mend: fill it in, or remove the record
      new.csv:2: error: 'goal' of unit 'Z' holds "NaN", which stands for no number at all
        mend: fill in what is known, or leave out the unit or the column
      new.csv:3: error: 'goal' of unit 'Y' holds "inf", which is infinite
        mend: fill in what is known, or leave out the unit or the column
      new.csv:4: error: 'goal' of unit 'X' holds "1e999", which is too large to compute with
        mend: give the column another unit, or correct the cell
      new.csv:5: error: 'goal' of unit 'X' holds "1,5", which has a decimal comma
        mend: write a number with a decimal point
      new.csv:3: error: 'skills' of unit 'Y' is missing
        mend: fill it in, or leave out the unit or the column; every feature of every unit must be known
      new.csv:4: error: 'skills' of unit 'X' holds "0x1A", which is not a decimal number
        mend: write it with decimal digits
      new.csv:5: error: 'skills' of unit 'X' holds "n/a", which is not a number
        mend: write a number with a decimal point, or remove the column
      new.csv:6: error: 'skills' of unit '' holds "1e101", which is too large to compute with
        mend: give the column another unit, or correct the cell
      """)
  }

  @Test func `a file without units, and an id that is not there`() throws {
    let copy = try towns()
    try copy.write("town,goal,skills\n", to: "new.csv")
    let command = "koers assign types new.csv"
    try copy.expectRefusal(
      command, status: 65,
      """
      new.csv: error: the file holds no units
        mend: add the units that are to be assigned, one a record below the header
      """)
    try copy.expectRefusal(
      "koers assign types towns.csv --id twon", status: 65,
      """
      towns.csv:1: error: there is no column 'twon'
        mend: did you mean 'town'?
      """)
  }

  @Test func `models that are not there, or are none`() throws {
    let copy = try towns()
    try copy.expectRefusal(
      "koers assign nowhere/model.json nothing.csv", status: 66,
      """
      nowhere/model.json: error: there is no such file
        mend: check the spelling, or the folder from which the command is run
      nothing.csv: error: there is no such file
        mend: check the spelling, or the folder from which the command is run
      """)
    try copy.expectRefusal(
      "koers assign types nothing.csv", status: 66,
      """
      nothing.csv: error: there is no such file
        mend: check the spelling, or the folder from which the command is run
      """)
    try copy.makeFolder("empty")
    try copy.expectRefusal(
      "koers assign empty towns.csv", status: 66,
      """
      empty: error: this is not a folder that the stage 'cluster' left: there is no run.json
        mend: run 'koers-cluster' with '--output empty' first
      """)
    try copy.expectRefusal(
      "koers assign towns.csv towns.csv", status: 65,
      """
      towns.csv: error: this is not a model that koers-cluster wrote: the file is not JSON
        mend: name the folder that 'koers-cluster' left, or the model.json in it
      """)
    try copy.write("{\"seed\": 1}", to: "other.json")
    try copy.expectRefusal(
      "koers assign other.json towns.csv", status: 65,
      """
      other.json: error: this is not a model that koers-cluster wrote: the file lacks 'features'
        mend: name the folder that 'koers-cluster' left, or the model.json in it
      """)
    try copy.replace("\"version\" : \"", by: "\"version\" : \"9", in: "types/run.json")
    let version = try #require(
      try copy.text(of: "types/run.json").firstMatch(of: /"version" : "(9[0-9.]+)"/)?.output.1)
    try copy.expectRefusal(
      "koers assign types/model.json towns.csv", status: 65,
      """
      types: error: version \(version) of the program wrote this folder, and this is \(version.dropFirst())
        mend: run 'koers-cluster' anew with this version
      """)
  }

  @Test func `a centroid that was cut short`() throws {
    let copy = try towns()
    let text = try copy.text(of: "types/model.json")
    let cut = text.replacing(/"centroid" : \[\s*([0-9.]+),\s*[0-9.]+\s*\]/) { "\"centroid\" : [\($0.output.1)]" }
    try copy.write(cut, to: "cut.json")
    try copy.expectRefusal(
      "koers assign cut.json towns.csv", status: 65,
      """
      cut.json: error: this is not a model that koers-cluster wrote: the centroid of type A has 1 numbers, and there are 2 \
      features
        mend: name the folder that 'koers-cluster' left, or the model.json in it
      """)
  }

  // MARK: - The self-scan

  @Test func `sheets of one person each get the shares of the types, and the published model says the same`() throws {
    let copy = try SchoolsCopy()
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    let work = ".koers/schools/2021"
    let mine = try copy.run("koers", ["assign", "--self-scan", work + "/cluster", work + "/ingest/respondents.csv"])
    #expect(mine.status == 0, "\(mine.errors)")
    let found = rows(mine.output)
    #expect(found[0].prefix(6) == ["sheet", "unit", "answered", "open", "type", "share_A"])
    let letter = try #require(found[0].firstIndex(of: "type"))
    let first = try #require(found[0].firstIndex(of: "share_A"))
    let shares = found[0].indices.filter { found[0][$0].hasPrefix("share_") }
    for row in found.dropFirst() {
      let sum = shares.compactMap { Double(row[$0]) }.reduce(0, +)
      #expect(abs(sum - 1) < 1e-5, "\(row)")
      let highest = shares.max { (Double(row[$0]) ?? 0) < (Double(row[$1]) ?? 0) }
      #expect(highest.map { found[0][$0] } == "share_" + row[letter])
    }
    #expect(first == letter + 1)
    let published = "Reports/schools/2021/nl/data/self-scan.json"
    let theirs = try copy.run("koers", ["assign", "--self-scan", published, work + "/ingest/respondents.csv"])
    #expect(theirs.status == 0, "\(theirs.errors)")
    let columns = letter...(letter + shares.count)
    let others = rows(theirs.output).map { Array($0[columns]) }
    #expect(others == found.map { Array($0[columns]) })
    #expect(rows(theirs.output)[0].contains("strategies") && rows(theirs.output)[0].contains("first"))
  }

  @Test func `a model without a reduced part, and one that is none, get a clear answer`() throws {
    let copy = try towns()
    try copy.write("unit,plan\n,3\n", to: "sheets.csv")
    let without = try copy.run("koers", "assign --self-scan types sheets.csv".words)
    #expect(without.status == 65 && without.output == "")
    #expect(
      without.errors == """
        types/model.json: error: this model has no reduced part for the answers of one person
          mend: name the 'self-scan.json' that stands beside it; where there is none, the wave was run without 'self_scan', \
        nobody's answers were there, or no question tells the types apart

        """)
    let same = try copy.run("koers", "assign --self-scan types/model.json sheets.csv".words)
    #expect(same.status == 65 && same.errors == without.errors)
    try copy.write("{\"types\": 3}", to: "other.json")
    let other = try copy.run("koers", "assign --self-scan other.json sheets.csv".words)
    #expect(other.status == 65)
    #expect(other.errors.hasPrefix("other.json: error: this is not a self-scan that koers wrote: "), "\(other.errors)")
    #expect(
      other.errors.hasSuffix(
        "  mend: name the folder that 'koers-cluster' left, or the 'self-scan.json' of a publication\n"))
    let missing = try copy.run("koers", "assign --self-scan nowhere.json sheets.csv".words)
    #expect(missing.status == 66)
  }
}

extension String {
  /// The words between spaces.
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
