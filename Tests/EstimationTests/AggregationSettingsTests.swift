import Diagnostics
import Estimation
import PipelineFiles
import Settings
import Survey
import Testing

@Suite struct AggregationSettingsTests {
  private let known = KnownSources(
    indices: [],
    questions: [
      KnownSources.Question("function", isNumber: false), KnownSources.Question("field", isNumber: false),
      KnownSources.Question("staff"),
    ],
    register: nil)

  private func read(_ yaml: String) throws -> (settings: EstimationSettings, findings: Findings) {
    let findings = Findings()
    let reader = SettingsReader(try parseYAML(yaml, file: "pipeline.yaml"), of: "normalise", findings: findings)
    let settings = EstimationSettings(reading: reader)
    reader.finish()
    return (settings, findings)
  }

  @Test func `everything can be asked for`() throws {
    let (settings, findings) = try read(
      """
      classes: {size: {source: register.population, breaks: [10]}}
      aggregation: {summary: median, adjust_for: function, pooling: {strata: size}}
      """)
    #expect(findings.all.isEmpty)
    #expect(settings.aggregation.summary == .median)
    #expect(settings.aggregation.adjustFor == "function")
    #expect(settings.aggregation.pooling?.strata == "size")
    #expect(settings.aggregation.unknownSource(among: known) == nil)
  }

  @Test func `nothing is adjusted or pooled unless it is asked for`() throws {
    let aggregation = try read("{}").settings.aggregation
    #expect(aggregation.summary == .mean)
    #expect(aggregation.adjustFor == nil && aggregation.pooling == nil)
    let all = try read("aggregation: {pooling: {}}").settings.aggregation
    #expect(all.pooling != nil && all.pooling?.strata == nil)
  }

  @Test func `a question that does not exist is refused`() throws {
    let finding = try read("aggregation: {adjust_for: functoin}").settings.aggregation.unknownSource(among: known)
    #expect(
      finding?.rendered == """
        pipeline.yaml:1:27: error: 'aggregation.adjust_for' names 'functoin', which is no question of the codebook
          1 | aggregation: {adjust_for: functoin}
            |                           ^~~~~~~~
          mend: did you mean 'function'?
        """)
  }

  @Test func `a question without categories is refused`() throws {
    let finding = try read("aggregation: {adjust_for: staff}").settings.aggregation.unknownSource(among: known)
    #expect(
      finding?.rendered == """
        pipeline.yaml:1:27: error: 'aggregation.adjust_for' names 'staff', whose answers are no categories
          1 | aggregation: {adjust_for: staff}
            |                           ^~~~~
          mend: use one of: function, field
        """)
    let none = KnownSources(indices: [], questions: [KnownSources.Question("staff")], register: nil)
    #expect(
      try read("aggregation: {adjust_for: staff}").settings.aggregation.unknownSource(among: none)?.mend
        == "remove the key: no question is a list of categories")
  }

  @Test func `a stratum that is no class, another summary and an unknown key are refused at once`() throws {
    let findings = try read(
      """
      classes: {size: {source: register.population}}
      aggregation:
        summary: mode
        pooling: {strata: sise}
        ajust_for: function
      """
    ).findings
    #expect(
      findings.all.map(\.rendered) == [
        """
        pipeline.yaml:3:12: error: 'normalise.aggregation.summary' must be one of mean, median, and is "mode"
          3 |   summary: mode
            |            ^~~~
          mend: write one of mean, median
        """,
        """
        pipeline.yaml:4:21: error: 'sise' is no classification of this pipeline
          4 |   pooling: {strata: sise}
            |                     ^~~~
          mend: did you mean 'size'?
        """,
        """
        pipeline.yaml:5:3: error: normalise.aggregation has no key 'ajust_for'
          5 |   ajust_for: function
            |   ^~~~~~~~~
          mend: did you mean 'adjust_for'?
        """,
      ])
  }
}
