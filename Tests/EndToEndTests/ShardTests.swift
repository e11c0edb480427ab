import Foundation
import Testing

/// A search that is made in parts by `koers-cluster --shard`, and put together by `koers-cluster merge`.
@Suite struct ShardTests {
  private static let towns =
    "town,goal,skills\n"
    + (0..<24).map { "T\($0),\(($0 * 7) % 11 + $0 / 12 * 20),\(($0 * 5) % 13 + $0 % 2 * 9)\n" }.joined()
  private static let options =
    "--types 2...4 --starts 7 --smallest 1 --refit-starts 2 --references 3 --resamples 4 --halvings 3"

  private func towns() throws -> SchoolsCopy {
    let copy = try SchoolsCopy()
    try copy.write(Self.towns, to: "towns.csv")
    return copy
  }

  private func cluster(_ copy: SchoolsCopy, _ words: String) throws -> CommandResult {
    try copy.run("koers-cluster", words.split(separator: " ").map(String.init))
  }

  @Test func `parts put together are what one machine makes, to the byte`() throws {
    let copy = try towns()
    #expect(try cluster(copy, "towns.csv \(Self.options) --output whole").status == 0)
    for part in ["3/3", "1/3", "2/3"] {
      let made = try cluster(copy, "towns.csv \(Self.options) --shard \(part) --output part-\(part.prefix(1))")
      #expect(made.status == 0, "\(made.errors)")
    }
    let merged = try cluster(copy, "merge towns.csv \(Self.options) --parts part-2 part-3 part-1 --output merged")
    #expect(merged.status == 0, "\(merged.errors)")
    let names = copy.names.filter { $0.hasPrefix("whole/") }.map { $0.dropFirst("whole/".count) }
    #expect(names.count > 8)
    #expect(copy.names.filter { $0.hasPrefix("merged/") }.map { $0.dropFirst("merged/".count) } == names)
    for name in names where !name.hasSuffix(".npy") {
      #expect(try copy.text(of: "merged/\(name)") == copy.text(of: "whole/\(name)"), "\(name)")
    }
    // Each start of the part stands in it once for each number of types.
    #expect(try copy.text(of: "part-3/starts.csv").split(separator: "\n").count == 1 + 3 * 2)
    #expect(try copy.text(of: "part-1/starts.csv").hasPrefix("types,start,same_as\n2,0,0\n2,3,"))
  }

  @Test func `more parts than starts leave parts without any`() throws {
    let copy = try towns()
    for part in 1...4 {
      let made = try cluster(
        copy, "towns.csv --types 2 --starts 3 --evidence quick --smallest 1 --shard \(part)/4 --output p\(part)")
      #expect(made.status == 0, "\(made.errors)")
    }
    let line = "merge towns.csv --types 2 --starts 3 --evidence quick --smallest 1 --output types --parts p1 p2 p3 p4"
    #expect(try cluster(copy, line).status == 0)
  }

  @Test func `parts of another search, missing and double ones are told all at once`() throws {
    let copy = try towns()
    for (part, options) in [("1/4", ""), ("2/4", " --seed 9"), ("3/4", "")] {
      let words = "towns.csv --types 2...3 --starts 8\(options) --shard \(part) --output part-\(part.prefix(1))"
      #expect(try cluster(copy, words).status == 0)
    }
    #expect(try cluster(copy, "towns.csv --types 2...3 --starts 9 --shard 4/4 --output part-4").status == 0)
    try copy.expectRefusal(
      "koers-cluster merge towns.csv --types 2...3 --starts 8 --output types --parts part-1 part-2 part-4 nowhere",
      status: 65,
      """
      part-2: error: this is a part of another search: its seed is 9, and that of this search 1
        mend: make all parts, and put them together, with the same program, features and options
      part-4: error: this is a part of another search: 'starts' is 9 there, and 8 here
        mend: make all parts, and put them together, with the same program, features and options
      nowhere: error: this is not a folder that 'koers-cluster --shard' left
        mend: name the folders of the parts, or make this one anew
      """)
    try copy.expectRefusal(
      "koers-cluster merge towns.csv --types 2...3 --starts 8 --output types --parts part-1 part-3 part-1", status: 65,
      """
      part-1: error: part 1/4 is there twice: also in part-1
        mend: name one of the two
      error: 2 parts are missing: 2/4, 4/4
        mend: make them with '--shard', and name the folders
      """)
    try copy.write(Self.towns.replacing("T3,", with: "T33,"), to: "towns.csv")
    try copy.expectRefusal(
      "koers-cluster merge towns.csv --types 2...3 --starts 8 --output types --parts part-1", status: 65,
      """
      part-1: error: this is a part of another search: it was made from other features
        mend: make all parts, and put them together, with the same program, features and options
      """)
  }

  @Test func `a part needs a fixed number of starts`() throws {
    let copy = try towns()
    try copy.expectRefusal(
      "koers-cluster towns.csv --types 2 --until-hits 20 --shard 1/2 --output part", status: 64,
      """
      error: a part of the starts cannot be made: how many there are is not fixed, since 'until_hits' is 20
        mend: leave out 'until_hits' and '--until-hits'; 'starts' says how many are made
      """)
    for word in ["0/2", "3/2", "1", "1/0", "a/b"] {
      #expect(try cluster(copy, "towns.csv --types 2 --shard \(word) --output part").status == 64)
    }
    #expect(try cluster(copy, "merge towns.csv --types 2 --shard 1/2 --parts a --output types").status == 64)
  }
}
