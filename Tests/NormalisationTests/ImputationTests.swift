import Diagnostics
import Matrices
import Tables
import Testing

@testable import Normalisation

@Suite struct ImputationTests {
  private let yaml = """
    classes: {size: {}}
    imputation: {method: median, strata: size}
    blocks:
      b:
        features:
          goal: {source: index.goal, reason: r}
          part: {source: register.part, transform: one-hot, reason: r}
    """
  private let strata = Strata("size", cells: ["small", "large", "none"], cellOfUnit: [0, 0, 0, 1, 1, 1, 2])
  private let values = [
    UnitValues("goal", .numbers([1, 3, nil, 10, 30, nil, nil])),
    UnitValues("part", .texts(["x", nil, "y", "y", "y", nil, nil])),
  ]

  @Test func `a missing value takes the median of its stratum, and of all units where the stratum has none`() throws {
    let fit = try FeatureFit(settings(yaml), to: values, strata: strata)
    // Small: 2; large: 20; no unit of the third has one: the median of 1, 3, 10, 30.
    #expect(
      fit.imputed.filter { $0.column == 0 } == [
        ImputedCell(unit: 2, column: 0, method: .stratum, value: 2, neighbours: 0),
        ImputedCell(unit: 5, column: 0, method: .stratum, value: 20, neighbours: 0),
        ImputedCell(unit: 6, column: 0, method: .median, value: 6.5, neighbours: 0),
      ])
    #expect(
      fit.transform.features[0].strata == [
        StratumValue(stratum: "small", value: 2), StratumValue(stratum: "large", value: 20),
      ])
  }

  @Test func `of texts a unit takes the most frequent of its stratum, the first of equals`() throws {
    let fit = try FeatureFit(settings(yaml), to: values, strata: strata)
    let taken = fit.imputed.filter { fit.transform.features[$0.column].level == "x" }.map { ($0.unit, $0.value) }
    #expect(taken.map(\.0) == [1, 5, 6])
    // Small has x and y once; large has y; all units have y three times.
    #expect(taken.map(\.1) == [1, 0, 0])
  }

  @Test func `what was filled in is a table, by unit`() throws {
    let fit = try FeatureFit(settings(yaml), to: values, strata: strata)
    let table = fit.imputedTable(["a", "b", "c", "d", "e", "f", "g"])
    #expect(table.columns.map(\.name) == ["unit", "feature", "method", "value", "neighbours"])
    #expect(table["unit"]?.texts == ["b", "c", "f", "f", "g", "g"])
    #expect(table["feature"]?.texts == ["part_x", "goal", "goal", "part_y", "goal", "part_y"])
    #expect(table["method"]?.texts == ["stratum", "stratum", "stratum", "stratum", "median", "median"])
    #expect(table["value"]?.texts == ["1", "2", "20", "1", "6.5", "1"])
    #expect(table["neighbours"]?.texts == [nil, nil, nil, nil, nil, nil])
  }

  @Test func `what is taken is told with the count`() throws {
    let fit = try FeatureFit(settings(yaml), to: values, strata: strata)
    #expect(
      fit.findings.filter { $0.rule == "imputed" }.map(\.rendered) == [
        """
        pipeline.yaml:6:22: warning: feature 'goal' lacks a value for 3 of 7 units, which take the median of their stratum (size), or where that gives none the median 6.5
          6 |       goal: {source: index.goal, reason: r}
            |                      ^~~~~~~~~~
          mend: nothing to do if these units may count as ordinary; otherwise remove the feature
        """,
        """
        pipeline.yaml:7:22: warning: feature 'part' lacks a value for 3 of 7 units, which take the most frequent text of their stratum (size), or where that gives none 'y', the most frequent
          7 |       part: {source: register.part, transform: one-hot, reason: r}
            |                      ^~~~~~~~~~~~~
          mend: nothing to do if these units may count as ordinary; otherwise remove the feature
        """,
      ])
  }

  @Test func `a later wave finds its strata by their names`() throws {
    let fit = try FeatureFit(settings(yaml), to: values, strata: strata)
    let later = [UnitValues("goal", .numbers([nil, nil, nil, 5])), UnitValues("part", .texts(["x", "x", "y", "y"]))]
    let cells = Strata("size", cells: ["huge", "large", "small"], cellOfUnit: [0, 1, 2, 2])
    let features = fit.transform.apply(to: later, strata: cells)
    #expect(features.column(0) == [6.5, 20, 2, 5].map { fit.transform.features[0].scaled($0) })
  }

  @Test func `neighbours are taken on what both have, by standard deviations`() throws {
    let yaml = """
      imputation: {method: nearest, neighbours: 2}
      blocks:
        a: {features: {x: {source: index.x, reason: r}}}
        b: {features: {y: {source: index.y, reason: r}}}
        c: {features: {t: {source: register.t, transform: one-hot, reason: r}}}
      """
    let settings = try settings(yaml)
    let values = [
      UnitValues("x", .numbers([1, 2, 8, 9, 1.4, nil])),
      UnitValues("y", .numbers([10, 20, 80, nil, nil, 70])),
      UnitValues("t", .texts(["p", "p", "q", "q", nil, "q"])),
    ]
    let fit = try FeatureFit(settings, to: values)
    let found = fit.imputed.filter { fit.transform.features[$0.column].level == nil }
    // x of unit 6 (y 70, t q): of units 3 (80, q) and 4 (no y, q); 4 is alike on all that both have, then 3.
    // y of unit 4 (x 9, q): unit 3 (x 8) and unit 6 (no x). y of unit 5 (x 1.4): units 1 and 2.
    #expect(found.map(\.unit) == [5, 3, 4])
    #expect(found.map(\.value) == [8.5, 75, 15])
    #expect(fit.imputed.filter { $0.unit == 4 && $0.column > 1 }.map(\.value) == [1, 0])
    #expect(
      fit.findings.filter { $0.rule == "imputed" }.map(\.message) == [
        "feature 'x' lacks a value for 1 of 6 units, which take the mean of their 2 nearest neighbours",
        "feature 'y' lacks a value for 2 of 6 units, which take the mean of their 2 nearest neighbours",
        "feature 't' lacks a value for 1 of 6 units, which take the most frequent text of their 2 nearest neighbours",
      ])
  }

  @Test func `a unit that shares nothing with any donor takes the median`() throws {
    let settings = try settings(
      """
      imputation: {method: nearest}
      blocks: {a: {features: {x: {source: index.x, reason: r}, y: {source: index.y, reason: r}}}}
      """)
    let fit = try FeatureFit(
      settings,
      to: [UnitValues("x", .numbers([1, 2, 4, nil])), UnitValues("y", .numbers([nil, 5, 5.5, nil]))])
    let lost = fit.imputed.filter { $0.unit == 3 }
    #expect(lost.map(\.method) == [.median, .median])
    #expect(lost.map(\.value) == [2, 5.25])
  }

  @Test func `units, not persons, are kept as donors, and give the same again`() throws {
    let settings = try settings(
      """
      imputation: {method: nearest, neighbours: 3}
      blocks: {a: {features: {x: {source: index.x, transform: asinh, reason: r}, y: {source: index.y, transform: rank, reason: r}}}}
      """)
    let values = [
      UnitValues("x", .numbers(drawn(40, seed: 1, missing: 0.2) { 20 * $0 })),
      UnitValues("y", .numbers(drawn(40, seed: 2, missing: 0.3))),
    ]
    let fit = try FeatureFit(settings, to: values)
    let donors = try #require(fit.transform.imputation?.donors)
    #expect(donors.columns.map(\.count) == [40, 40])
    #expect(try replayed(fit.transform).apply(to: values) == fit.features)
    // A later wave of one unit is filled in by the units of the first.
    let later = fit.transform.apply(to: [UnitValues("x", .numbers([nil])), UnitValues("y", .numbers([0.5]))])
    #expect(later.rows == 1 && later.values.allSatisfy(\.isFinite))
  }
}
