import Foundation
import Testing

/// Weights, fields of work and vetoes through the real executables.
@Suite struct MatchTests {
  /// The columns of a file of a stage's folder, without its header.
  private func rows(_ file: String, in copy: SchoolsCopy) throws -> [[String]] {
    try copy.text(of: file).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `a field that nobody can have answered is warned of`() throws {
    let copy = try SchoolsCopy()
    try copy.replace("- id: lower", by: "- id: lowr", in: "strategies.yaml")
    let result = try copy.run("koers", ["check", "."])
    #expect(result.status == 0)
    #expect(
      result.errors.hasPrefix(
        """
        strategies.yaml: warning: the field 'lowr' is no answer to 'years', so that it rests on the catalogue's judgement
          mend: did you mean 'lower'?

        """))
  }

  @Test func `a pipeline with weights of people runs, and the option wins over it`() throws {
    let copy = try SchoolsCopy()
    try copy.write(
      "person,vision,skills,tools,devices,together,unused,distraction,unequal\nana,40,30,20,10,0,0,0,0\nbob,20,30,40,10,0,0,0,0\n",
      to: "weights.csv")
    try copy.write(
      "person,vision,skills,tools,devices,together,unused,distraction,unequal\ncas,25,25,25,25,0,0,0,0\n",
      to: "other.csv")
    try copy.replace("  draws: 2000", by: "  draws: 500\n  weights: {file: weights.csv}", in: "pipeline.yaml")
    let run = try copy.run("koers", ["run", "."])
    #expect(run.status == 0, "\(run.errors)")
    let stages = ".koers/\(try #require(copy.names.first { $0.hasSuffix("/2021/match") }).dropFirst(7))".dropLast(6)
    let weights = try rows("\(stages)/match/weights.csv", in: copy)
    #expect(
      weights.map { $0[0] } == ["vision", "skills", "tools", "devices", "together", "unused", "distraction", "unequal"])
    let shares = weights.map { Double($0[2]) ?? .nan }
    for (found, expected) in zip(shares, [0.3, 0.3, 0.3, 0.1, 0, 0, 0, 0]) {
      #expect((found - expected).magnitude < 1e-12)
    }
    let match = try copy.run(
      "koers-match",
      [
        "--units", "\(stages)/normalise", "--types", "\(stages)/cluster", "--pipeline", ".", "--weights", "other.csv",
        "--output", "out",
      ])
    #expect(match.status == 0, "\(match.errors)")
    #expect(
      try rows("out/weights.csv", in: copy).map { $0[2] } == ["0.25", "0.25", "0.25", "0.25", "0", "0", "0", "0"])
    #expect(Set(try rows("out/persons.csv", in: copy).map { $0[0] }) == ["cas"])
  }

  @Test func `weights that do not add up stop the run before it begins`() throws {
    let copy = try SchoolsCopy()
    try copy.write(
      "person,vision,skills,tools,devices,together,unused,distraction,unequal\nana,40,30,20,5,0,0,0,0\n",
      to: "weights.csv")
    try copy.replace("  draws: 2000", by: "  weights: {file: weights.csv}", in: "pipeline.yaml")
    for command in ["check", "run"] {
      let result = try copy.run("koers", [command, "."])
      #expect(result.status == 78)
      #expect(
        result.errors.hasPrefix(
          """
          weights.csv:2: error: the points of 'ana' add up to 95, which is 5 too few: they must add up to 100
            mend: divide 5 points more over the criteria

          """), "\(result.errors)")
    }
  }

  @Test func `a catalogue of which every strategy is excluded stops match and tells what to do`() throws {
    let copy = try SchoolsCopy()
    let rule = "      - {source: vision, at_least: 1, because: {nl: Nooit., en: Never.}}\n"
    // Those that have rules already get one more, the others a list of their own.
    let parts = try copy.text(of: "strategies.yaml").components(separatedBy: "    wants:\n")
    let ruled = parts.enumerated().map { index, part -> String in
      if index == 0 { return part }
      if part.contains("    never:\n") {
        return part.replacingOccurrences(of: "    never:\n", with: "    never:\n" + rule)
      }
      return part
    }
    let text = ruled.enumerated().map { index, part -> String in
      index == 0 ? part : (part.contains("    never:\n") ? "" : "    never:\n" + rule) + "    wants:\n" + part
    }.joined()
    try copy.write(text, to: "strategies.yaml")
    let result = try copy.run("koers", ["run", "."])
    #expect(result.status == 78)
    #expect(
      result.errors.contains(
        """
        error: every strategy of the catalogue is excluded for every type
          mend: loosen a bound under 'never', or add a strategy that fits; 'ranking.csv' tells which rule excludes each
        """), "\(result.errors)")
  }
}
