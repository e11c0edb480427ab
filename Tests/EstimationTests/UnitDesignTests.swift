import Diagnostics
import Estimation
import PipelineFiles
import Registers
import Settings
import Tables
import Testing

@Suite struct UnitDesignTests {
  /// Twelve units: eight small and four large, seven in the north and five in the south; h has no inhabitants.
  private let register = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"].enumerated().map { index, code in
    var values: [String: Unit.Value] = [
      "people": .number(index < 8 ? 10 + Double(index) : 100 * Double(index)),
      "part": .text(index % 2 == 0 || index == 11 ? "north" : "south"),
    ]
    if code == "h" { values["people"] = nil }
    return Unit(code: code, name: code, values: values)
  }
  private let answering = ["a", "b", "c", "d", "i", "j", "k"]
  private let respondents = [1, 2, 3, 1, 4, 2, 2]

  private let classes = """
    classes:
      size: {source: register.people, breaks: [50], labels: [{nl: klein, en: small}, {nl: groot, en: large}]}
      part: {source: register.part}

    """

  private func settings(_ yaml: String) throws -> EstimationSettings {
    let findings = Findings()
    let reader = SettingsReader(
      try parseYAML(classes + yaml, file: "pipeline.yaml"), of: "normalise", findings: findings)
    let settings = EstimationSettings(reading: reader)
    reader.finish()
    try findings.throwErrors()
    return settings
  }

  private func design(_ yaml: String) throws -> UnitDesign {
    try UnitDesign(register: register, answering: answering, respondents: respondents, settings(yaml))
  }

  private func messages(_ yaml: String) -> [String] {
    do {
      _ = try design(yaml)
      return []
    } catch {
      guard let failure = error as? Failure else { return ["another error: \(error)"] }
      return ["status \(failure.status.rawValue)"] + failure.findings.map(\.rendered)
    }
  }

  @Test func `units stand for all of their cell`() throws {
    // Of seven small ones a, b, c and d answered, of four large i, j and k, of one unknown none.
    let design = try design("weighting: {margins: [size], least: 1}")
    let weights: [Double] = Array(repeating: 1.75, count: 4) + Array(repeating: 5.0 / 3, count: 3)
    #expect(design.weights == weights)
    #expect(design.population == 12)
    #expect(design.diagnostics.method == .postStratification)
    #expect(design.diagnostics.converged)
    #expect(design.diagnostics.leastWeight == 5.0 / 3)
    #expect(design.diagnostics.greatestWeight == 1.75)
    #expect(
      design.findings.map(\.rendered) == [
        """
        pipeline.yaml:4:22: note: fewer than 1 units of the weighting cell 'size: unknown' answered, so '50 and more' \
        takes it in
          4 | weighting: {margins: [size], least: 1}
            |                      ^
          mend: choose wider classes when the two differ
        """
      ])
    let table = design.marginTable
    #expect(
      table.columns.map(\.name) == [
        "margin", "cell", "label_nl", "label_en", "population", "answered", "before", "after", "merged_into",
      ])
    #expect(table["cell"]?.texts == ["below 50", "50 and more", "unknown"])
    #expect(table["label_en"]?.texts == ["small", "large", "unknown"])
    #expect(table["population"]?.texts == ["7", "4", "1"])
    #expect(table["answered"]?.texts == ["4", "3", "0"])
    #expect(table["after"]?.texts == ["7", "5", "0"])
    #expect(table["merged_into"]?.texts == [nil, "50 and more + unknown", "50 and more + unknown"])
  }

  @Test func `weights reproduce the counts of every margin`() throws {
    let design = try design("weighting: {margins: [size, part], least: 1, tolerance: 1.0e-12}")
    #expect(design.diagnostics.method == .raking)
    #expect(design.diagnostics.margins == ["size", "part"])
    for (margin, totals) in zip(design.margins, [[7.0, 5, 0], [7, 5]]) {
      for (cell, total) in zip(margin.cells, totals) { #expect((cell.after - total).magnitude < 1e-11) }
    }
    // Cells that are the other way round are the same cells.
    let turned = try self.design("weighting: {margins: [part, size], least: 1, tolerance: 1.0e-12}")
    for (one, other) in zip(design.weights, turned.weights) { #expect((one - other).magnitude < 1e-11) }
  }

  @Test func `who answered is told by class and by all classes crossed`() throws {
    let table = try design("response: [size, part]").responseTable
    let classes = Array(repeating: "size", count: 3) + ["part", "part"] + Array(repeating: "size x part", count: 5)
    #expect(table["classes"]?.texts == classes)
    let crossed = [
      "below 50 x north", "below 50 x south", "50 and more x north", "50 and more x south", "unknown x south",
    ]
    #expect(table["cell"]?.texts.suffix(5).map { $0 } == crossed)
    #expect(table["label_nl"]?.texts.first == "klein")
    #expect(table["units"]?.texts == ["7", "4", "1", "7", "5", "4", "3", "3", "1", "1"])
    #expect(table["answered"]?.texts == ["4", "3", "0", "4", "3", "2", "2", "2", "1", "0"])
    #expect(table["respondents"]?.texts == ["7", "8", "0", "10", "5", "4", "3", "6", "2", "0"])
    #expect(table["rate"]?.texts[2] == "0")
  }

  @Test func `units without inhabitants are told and left out`() throws {
    let design = try UnitDesign(
      register: register, answering: ["a", "h"], respondents: [1, 1], settings("inhabitants: register.people"))
    #expect(design.inhabitants?.first == 10)
    #expect(design.inhabitants?.last?.isNaN == true)
    #expect(
      design.findings.map(\.rendered) == [
        """
        warning: the unit 'h' answered and has no number above 0 for 'register.people', so estimates of inhabitants \
        leave it out
          mend: complete the register
        """
      ])
    let sample = Sample(
      respondents: ["1", "2"], units: ["a", "h"], measures: [Measure("q", [1, 0], range: 0...1)])
    let estimate = try #require(sample.estimate(0, of: .inhabitants, design: design))
    #expect(estimate.value == 1)
    #expect(estimate.units == 1)
  }

  @Test func `declared totals must be those of the register`() throws {
    #expect(throws: Never.self) {
      try design("weighting: {margins: [part], totals: {part: [7, 5]}, least: 1}")
    }
    #expect(
      messages("weighting: {margins: [part], totals: {part: [8, 5]}}") == [
        "status 78",
        """
        pipeline.yaml:4:45: error: the totals of 'part' are declared as 8, 5 (13 in all), and the register has 7 \
        'north', 5 'south' (12 in all)
          4 | weighting: {margins: [part], totals: {part: [8, 5]}}
            |                                             ^
          mend: correct the totals or the breaks, or leave 'totals' out and take those of the register
        """,
      ])
  }

  @Test func `a cell that is too poor stops the stage when it may not be merged`() {
    #expect(
      messages("weighting: {margins: [size], least: 4, empty: stop}") == [
        "status 65",
        """
        pipeline.yaml:4:22: error: 3 of the 4 units in 'size: 50 and more' answered, and each cell of a margin needs 4
          4 | weighting: {margins: [size], least: 4, empty: stop}
            |                      ^
          mend: use wider classes, lower 'least', or write 'empty: merge'
        """,
        """
        pipeline.yaml:4:22: error: 0 of the 1 units in 'size: unknown' answered, and each cell of a margin needs 4
          4 | weighting: {margins: [size], least: 4, empty: stop}
            |                      ^
          mend: use wider classes, lower 'least', or write 'empty: merge'
        """,
      ])
  }

  @Test func `answering units outside the register are told`() throws {
    let failure = try #require(throws: Failure.self) {
      try UnitDesign(register: register, answering: ["a", "x"], respondents: [1, 1], settings(""))
    }
    #expect(
      failure.findings.map(\.rendered) == [
        """
        error: 1 answering unit, such as 'x', is not in the register, so nothing is known to weight by
          mend: leave them out, or take the register of the date of the wave
        """
      ])
  }

  @Test func `without a register all units weigh the same`() throws {
    let design = try UnitDesign(register: nil, answering: answering, respondents: respondents, settings(""))
    #expect(design.weights == Array(repeating: 1, count: 7))
    #expect(design.population == nil)
    #expect(design.diagnostics.method == .even)
    #expect(design.marginTable.rowCount == 0)
  }

  @Test func `trimmed weights are told`() throws {
    // Small ones in the south, b and d, come out at 1.70, which is more than 1.26 times the mean of 12 / 9. Held at 1.68
    // they leave 5 - 3.36 to j in the south, and 7 - 3.36 to the three small ones in the north.
    let design = try UnitDesign(
      register: register, answering: ["a", "b", "c", "d", "e", "i", "j", "k", "l"],
      respondents: Array(repeating: 1, count: 9),
      settings("weighting: {margins: [part, size], least: 1, trim: {low: 0.5, high: 1.26}, tolerance: 1.0e-12}"))
    let small = 3.64 / 3
    let large = (5 - 1.64) / 3
    let expected: [Double] = [small, 1.68, small, 1.68, small, large, 1.64, large, large]
    for (weight, expected) in zip(design.weights, expected) { #expect((weight - expected).magnitude < 1e-11) }
    #expect(design.diagnostics.trimmedHigh == 2)
    #expect(design.diagnostics.trimmedLow == 0)
    #expect(
      design.findings.dropFirst().map(\.rendered) == [
        """
        pipeline.yaml:4:22: note: 2 units have the greatest weight, 1.26 times the mean; the others of their cells make \
        up for it
          4 | weighting: {margins: [part, size], least: 1, trim: {low: 0.5, high: 1.26}, tolerance: 1.0e-12}
            |                      ^
          mend: widen 'trim' when these units must count in full
        """
      ])
  }

  @Test func `what the settings cannot mean is told`() {
    #expect(
      messages("weighting: {margins: [sise, part, part], trim: {low: 2}, totals: {size: [1]}, empty: drop}") == [
        "status 78",
        """
        pipeline.yaml:4:22: error: 'sise' is no classification of this pipeline
          4 | weighting: {margins: [sise, part, part], trim: {low: 2}, totals: {size: [1]}, empty: drop}
            |                      ^
          mend: did you mean 'size'?
        """,
        """
        pipeline.yaml:4:67: error: normalise.weighting.totals has no key 'size'
          4 | weighting: {margins: [sise, part, part], trim: {low: 2}, totals: {size: [1]}, empty: drop}
            |                                                                   ^~~~
          mend: remove it, or use one of: part
        """,
        """
        pipeline.yaml:4:86: error: 'normalise.weighting.empty' must be one of merge, stop, and is "drop"
          4 | weighting: {margins: [sise, part, part], trim: {low: 2}, totals: {size: [1]}, empty: drop}
            |                                                                                      ^~~~
          mend: write one of merge, stop
        """,
        """
        pipeline.yaml:4:54: error: 'normalise.weighting.trim.low' must be a number, 0.0 to 1.0, and is "2"
          4 | weighting: {margins: [sise, part, part], trim: {low: 2}, totals: {size: [1]}, empty: drop}
            |                                                      ^
          mend: write a number, 0.0 to 1.0
        """,
        """
        pipeline.yaml:4:22: error: 'part' is a margin twice
          4 | weighting: {margins: [sise, part, part], trim: {low: 2}, totals: {size: [1]}, empty: drop}
            |                      ^
          mend: name each classification once
        """,
      ])
    #expect(
      messages("weighting: {least: 3}\ninhabitants: question.x") == [
        "status 78",
        """
        pipeline.yaml:4:12: error: normalise.weighting lacks 'margins', which must be a list of classifications
          4 | weighting: {least: 3}
            |            ^
          mend: add 'margins:' to normalise.weighting
        """,
        """
        pipeline.yaml:5:14: error: the inhabitants of units must be an attribute of the register, which all units have
          5 | inhabitants: question.x
            |              ^~~~~~~~~~
          mend: write 'register.NAME'
        """,
      ])
  }
}
