import Foundation
import Testing

/// Tables that no types, or hardly any, can be made from, through `koers-cluster`: a message or a result, never a trap.
@Suite struct ClusterInputTests {
  private let command = "koers-cluster towns.csv --types 2 --starts 5 --smallest 1 --evidence quick --output types"

  @Test func `cells that are no numbers are told with unit and feature`() throws {
    let copy = try SchoolsCopy()
    try copy.write("town,goal,skills\nA,NaN,1\nB,2,inf\nC,1e999,2\nD,3,-1e101\n", to: "towns.csv")
    try copy.expectRefusal(
      command, status: 65,
      """
      towns.csv:2: error: 'goal' of unit 'A' holds "NaN", which stands for no number at all
        mend: fill in what is known, or leave out the unit or the column
      towns.csv:4: error: 'goal' of unit 'C' holds "1e999", which is too large to compute with
        mend: give the column another unit, or correct the cell
      towns.csv:3: error: 'skills' of unit 'B' holds "inf", which is infinite
        mend: fill in what is known, or leave out the unit or the column
      towns.csv:5: error: 'skills' of unit 'D' holds "-1e101", which is too large to compute with
        mend: give the column another unit, or correct the cell
      """)
  }

  @Test func `weights tell what types with weights would be, and wrong ones are refused`() throws {
    let copy = try SchoolsCopy()
    let full = "koers-cluster towns.csv --types 2 --starts 5 --smallest 1 --weights pupils --output types"
    let towns = "town,goal,pupils\nA,1,9\nB,2,0\nC,8,1\nD,9,4\n"
    try copy.write(towns, to: "towns.csv")
    let made = try copy.run("koers-cluster", full.split(separator: " ").dropFirst().map(String.init))
    #expect(made.status == 0, "\(made.errors)")
    #expect(try copy.text(of: "types/sensitivity.csv").contains("\nweights,weight,,1,0,"))
    // With a weight for a single town two types cannot be made, and nothing is told of weights.
    try copy.write("town,goal,pupils\nA,1,9\nB,2,0\nC,8,0\nD,9,0\n", to: "towns.csv")
    #expect(try copy.run("koers-cluster", full.split(separator: " ").dropFirst().map(String.init)).status == 0)
    #expect(try !copy.text(of: "types/sensitivity.csv").contains("\nweights,"))
    try copy.write(towns.replacing("C,8,1", with: "C,8,-1").replacing("A,1,9", with: "A,1,many"), to: "towns.csv")
    try copy.expectRefusal(
      full, status: 65,
      """
      towns.csv:2: error: the weight of unit 'A' is "many", which is not a number
        mend: write a number with a decimal point, or remove the column
      towns.csv:4: error: the weight of unit 'C' is -1, which is below zero
        mend: give it a weight of 0 or more; a unit with 0 gets a type, and has no part in making the types
      """)
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    try copy.expectRefusal(
      "koers-cluster .koers/schools/2021/normalise --types 2 --weights pupils --output types", status: 64,
      """
      .koers/schools/2021/normalise: error: the folder that normalise left has weights of its own, and takes none from a column 'pupils'
        mend: leave out '--weights'
      """)
  }

  @Test func `one row, no rows, and rows that are all alike`() throws {
    let copy = try SchoolsCopy()
    let mend = "\n  mend: types need at least two units, one a record below the header"
    try copy.write("town,goal\nA,1\n", to: "towns.csv")
    try copy.expectRefusal(command, status: 65, "towns.csv: error: the file holds a single unit" + mend)
    try copy.write("town,goal\n", to: "towns.csv")
    try copy.expectRefusal(command, status: 65, "towns.csv: error: the file holds no units" + mend)
    try copy.write("town,goal,skills\nA,1,1\nB,1,1\nC,1,1\n", to: "towns.csv")
    try copy.expectRefusal(
      command, status: 65,
      """
      towns.csv: error: all 3 units are the same on every feature, so that there are no types to find
        mend: add features that tell the units apart
      """)
  }

  @Test func `more types than rows that differ`() throws {
    let copy = try SchoolsCopy()
    try copy.write("town,goal\nA,1\nB,1\nC,2\n", to: "towns.csv")
    try copy.expectRefusal(
      command.replacingOccurrences(of: "--types 2", with: "--types 3"), status: 65,
      """
      towns.csv: error: up to 3 types are asked for, and only 2 of the 3 units differ
        mend: ask for at most 2 types, or add features that tell the units apart
      """)
  }

  @Test func `as many types as units leaves each a type of its own`() throws {
    let copy = try SchoolsCopy()
    try copy.write("town,goal,skills\nA,1,1\nB,2,1\nC,8,9\n", to: "towns.csv")
    let words = "towns.csv --types 3 --starts 5 --smallest 1 --references 3 --resamples 3 --output types"
    let result = try copy.run("koers-cluster", words.split(separator: " ").map(String.init))
    #expect(result.status == 0, "\(result.errors)")
    let types = try copy.text(of: "types/types.csv").split(separator: "\n").dropFirst()
    #expect(types.map { $0.prefix(6) } == ["A,A,0,", "B,B,0,", "C,C,0,"])
    #expect(!(try copy.text(of: "types/evidence.csv").contains("nan")))
  }

  @Test func `a column that is the same everywhere is told, and types are found by the others`() throws {
    let copy = try SchoolsCopy()
    try copy.write("town,goal,skills\nA,1,4\nB,2,4\nC,8,4\nD,9,4\n", to: "towns.csv")
    let result = try copy.run("koers-cluster", command.split(separator: " ").dropFirst().map(String.init))
    #expect(result.status == 0)
    #expect(
      result.errors.hasPrefix(
        """
        towns.csv: warning: 'skills' is 4 for every unit, and tells no types apart
          mend: leave the column out

        """))
    let types = try copy.text(of: "types/types.csv").split(separator: "\n").dropFirst()
    #expect(types.map { $0.prefix(4) } == ["A,A,", "B,A,", "C,B,", "D,B,"])
  }
}
