import Diagnostics
import Estimation
import PipelineFiles
import Registers
import Settings
import Survey
import Testing

@Suite struct ClassificationTests {
  private let units = [
    unit("a", ["size": .number(900), "class": .number(10), "part": .text("north")]),
    unit("b", ["size": .number(1000), "class": .number(2), "part": .text("east")]),
    unit("c", ["size": .number(5000), "part": .text("north")]),
    unit("d", ["class": .number(2), "part": .text("west")]),
  ]

  private static func unit(_ code: String, _ values: [String: Unit.Value]) -> Unit {
    Unit(code: code, name: code, values: values)
  }

  private func settings(_ yaml: String) throws -> EstimationSettings {
    let findings = Findings()
    let reader = SettingsReader(try parseYAML(yaml, file: "pipeline.yaml"), of: "normalise", findings: findings)
    let settings = EstimationSettings(reading: reader)
    reader.finish()
    try findings.throwErrors()
    return settings
  }

  private func classes(_ yaml: String) throws -> UnitClasses {
    let settings = try settings("classes:\n  it: \(yaml)")
    return UnitClasses(try #require(settings.classification("it")), units: units)
  }

  @Test func `a unit on a break belongs to the higher cell, and one without the attribute to a cell apart`() throws {
    let classes = try classes("{source: register.size, breaks: [1000, 5000]}")
    #expect(classes.cells == ["below 1000", "1000 to 5000", "5000 and more", "unknown"])
    #expect(classes.cellOfUnit == [0, 1, 2, 3])
    #expect(classes.counts == [1, 1, 1, 1])
  }

  @Test func `without breaks each value is a cell, numbers by size`() throws {
    let classes = try classes("{source: register.class}")
    #expect(classes.cells == ["2", "10", "unknown"])
    #expect(classes.cellOfUnit == [1, 0, 2, 0])
  }

  @Test func `texts are cells in their order, and labels go with them`() throws {
    let classes = try classes("{source: register.part, labels: [{nl: Oost, en: East}, {nl: Noord, en: North}]}")
    #expect(classes.cells == ["east", "north", "west"])
    #expect(classes.labels.map(\.nl) == ["Oost", "Noord", "west"])
  }

  @Test func `a selection of units keeps the cells`() throws {
    let classes = try classes("{source: register.part}").selecting([3, 0])
    #expect(classes.cells == ["east", "north", "west"])
    #expect(classes.cellOfUnit == [2, 1])
    #expect(classes.counts == [0, 1, 1])
  }

  @Test func `mistakes in classes and in what refers to them are told at once`() {
    do {
      _ = try settings(
        """
        classes:
          size: {source: index.goal, breaks: [5, 3], labels: [{nl: a, en: a}]}
        weighting: {margins: [sise]}
        """)
      Issue.record("three mistakes were not noticed")
    } catch {
      let found = (error as? Failure)?.findings.map(\.rendered) ?? []
      #expect(
        found == [
          """
          pipeline.yaml:2:18: error: normalise.classes.size must take an attribute of the register, which all units have
            2 |   size: {source: index.goal, breaks: [5, 3], labels: [{nl: a, en: a}]}
              |                  ^~~~~~~~~~
            mend: write 'register.NAME'
          """,
          """
          pipeline.yaml:2:38: error: the breaks of normalise.classes.size must ascend
            2 |   size: {source: index.goal, breaks: [5, 3], labels: [{nl: a, en: a}]}
              |                                      ^
            mend: sort them, each number once
          """,
          """
          pipeline.yaml:2:54: error: normalise.classes.size has 3 classes by its breaks, and labels for 1 of them
            2 |   size: {source: index.goal, breaks: [5, 3], labels: [{nl: a, en: a}]}
              |                                                      ^
            mend: give one label a class, from the lowest to the highest
          """,
          """
          pipeline.yaml:3:22: error: 'sise' is no classification of this pipeline
            3 | weighting: {margins: [sise]}
              |                      ^
            mend: did you mean 'size'?
          """,
        ])
    }
  }
}
