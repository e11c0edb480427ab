import Diagnostics
import Estimation
import Matrices
import Tables
import Testing

@Suite struct PoolingTests {
  /// Seven units of 1, 2, 3, 1, 4, 5 and 2 respondents with the means of `units.R`; squares of 1.8, 1.8, 2.7, 1.8 and 1.8
  /// over 18 - 7 degrees of freedom, so that the pooled variance is 0.9.
  private static let units = ["1", "2", "2", "3", "3", "3", "4", "5", "5", "5", "5", "6", "6", "6", "6", "6", "7", "7"]
  private static let answers: [Double] = {
    let (two, four, five) = (0.9.squareRoot(), 0.675.squareRoot(), 0.45.squareRoot())
    return [
      3.2, 2.1 - two, 2.1 + two, 4 - two, 4, 4 + two, 3.6, 2.9 - four, 2.9 - four, 2.9 + four, 2.9 + four,
      1.5 - five, 1.5 - five, 1.5, 1.5 + five, 1.5 + five, 3.3 - two, 3.3 + two,
    ]
  }()

  private static func sample(isSkewed: Bool = false) -> Sample {
    Sample(
      respondents: (10..<28).map { "r\($0)" }, units: units,
      measures: [Measure("y", numbers: answers, range: -100...100, isSkewed: isSkewed)])
  }

  private func pooled(_ sample: Sample, _ strata: UnitClasses, summary: Summary = .mean) async -> AggregatedUnits {
    await AggregatedUnits(
      sample, sample.measures.map { FeatureAggregation($0, summary: summary) }, strata: strata)
  }

  @Test func `pulls, values and errors are those of Morris' formulas in R`() async throws {
    let reference = try UnitsReference()
    let feature = await pooled(Self.sample(), UnitClasses(one: 7)).features[0]
    let pulls = try #require(feature.pulls)
    for unit in 0..<7 {
      #expect(UnitsReference.same(pulls[unit], reference["pull_\(unit + 1)"], within: 1e-11))
      #expect(UnitsReference.same(feature.values[unit], reference["pooled_\(unit + 1)"], within: 1e-11))
      #expect(UnitsReference.same(feature.errors[unit], reference["error_\(unit + 1)"], within: 1e-11))
    }
    for (value, own) in zip(feature.own ?? [], [3.2, 2.1, 4, 3.6, 2.9, 1.5, 3.3]) {
      #expect(UnitsReference.same(value, own))
    }
  }

  @Test func `the table tells each stratum`() async throws {
    let reference = try UnitsReference()
    let table = await pooled(Self.sample(), UnitClasses(one: 7)).poolingTable
    #expect(
      table.columns.map(\.name).joined(separator: " ")
        == "feature stratum units mean between_variance within_variance pull_mean moved_mean moved_most borrowed")
    #expect(table["feature"]?.texts == ["y"])
    #expect(table["stratum"]?.texts == ["all"])
    #expect(table["units"]?.texts == ["7"])
    #expect(UnitsReference.same(table["mean"]?.numbers[0], reference["stratum_mean"], within: 1e-11))
    #expect(UnitsReference.same(table["between_variance"]?.numbers[0], reference["between"], within: 1e-11))
    #expect(UnitsReference.same(table["within_variance"]?.numbers[0], 0.9))
    let own = [3.2, 2.1, 4, 3.6, 2.9, 1.5, 3.3]
    let moved = own.enumerated().map { (reference["pooled_\($0 + 1)"] - $1).magnitude }
    #expect(UnitsReference.same(table["moved_mean"]?.numbers[0], try #require(moved.mean), within: 1e-11))
    #expect(UnitsReference.same(table["moved_most"]?.numbers[0], try #require(moved.max()), within: 1e-11))
  }

  @Test func `as many answers are pulled as far, and fewer further`() async throws {
    let pulls = try #require(await pooled(Self.sample(), UnitClasses(one: 7)).features[0].pulls).map { $0 ?? .nan }
    #expect(pulls[0] == pulls[3] && pulls[1] == pulls[6])
    #expect(pulls[0] > pulls[1] && pulls[1] > pulls[2] && pulls[2] > pulls[4] && pulls[4] > pulls[5])
    #expect(pulls.allSatisfy { (0...(4.0 / 6)).contains($0) })
  }

  @Test func `units no further apart than chance are pulled by all but what is not known`() async throws {
    // Every unit has the mean 3, so there is no variance between them, and the pull is (5 - 3) / (5 - 1).
    let sample = Sample(
      respondents: (0..<10).map(String.init), units: ["a", "a", "b", "b", "c", "c", "d", "d", "e", "e"],
      measures: [Measure("y", [1, 5, 2, 4, 1, 5, 2, 4, 3, 3], range: 1...5)])
    let feature = await pooled(sample, UnitClasses(one: 5)).features[0]
    #expect(feature.pulls == [0.5, 0.5, 0.5, 0.5, 0.5])
    #expect(feature.values == [3, 3, 3, 3, 3])
    // V = (8 + 2 + 8 + 2) / 5 / 2 = 2, a fifth of it in the mean: 2 (1 - 4/5 · 1/2).
    for error in feature.errors { #expect(UnitsReference.same(error, 1.2.squareRoot())) }
  }

  @Test func `a stratum of few units takes the variance between units from all, and that is told`() async throws {
    let strata = UnitClasses("size", cells: ["small", "large", "none"], cellOfUnit: [0, 0, 0, 0, 0, 1, 1])
    let aggregated = await pooled(Self.sample(), strata)
    let table = aggregated.poolingTable
    #expect(table["stratum"]?.texts == ["small", "large"])
    #expect(table["units"]?.texts == ["5", "2"])
    #expect(table["borrowed"]?.texts == ["false", "true"])
    #expect(
      aggregated.findings(clustered: []).map(\.rendered) == [
        """
        note: the stratum 'large' has fewer than 5 units with an answer to 1 feature, such as 2 to 'y', so it takes the \
        variance between units from all strata
          mend: choose wider classes for 'aggregation.pooling.strata'
        """
      ])
    // Each towards the mean of its own stratum, which lies between the two.
    let feature = aggregated.features[0]
    let (six, seven) = (try #require(feature.values[5]), try #require(feature.values[6]))
    #expect(1.5 < six && six < seven && seven < 3.3)
  }

  @Test func `a stratum of one is left where it is`() async throws {
    let strata = UnitClasses("size", cells: ["small", "large"], cellOfUnit: [0, 0, 0, 0, 0, 0, 1])
    let feature = await pooled(Self.sample(), strata).features[0]
    #expect(UnitsReference.same(feature.values[6], 3.3))
    // Its mean is its own value, so nothing is known that it did not say itself.
    #expect(UnitsReference.same(feature.errors[6], 0.45.squareRoot()))
  }

  @Test func `without two answers in a unit nothing is pooled, and that is told`() async {
    let alone = Sample(
      respondents: ["1", "2", "3"], units: ["a", "b", "c"], measures: [Measure("y", [1, 3, nil], range: 1...5)])
    let aggregated = await pooled(alone, UnitClasses(one: 3))
    #expect(aggregated.features[0].values == [1, 3, nil])
    #expect(aggregated.features[0].pulls == [0, 0, nil])
    #expect(aggregated.poolingTable.rowCount == 0)
    #expect(
      aggregated.findings(clustered: ["y"]).map(\.rendered) == [
        """
        note: 1 of 3 units has no answer to some feature that types are made of, such as 'c' to 'y'
          mend: nothing, when an imputed value will do; else ask them, or write 'use: profile' for the feature
        """,
        """
        warning: 1 feature, such as 'y', cannot be pooled: that takes units with two answers that differ, and four units \
        with an answer
          mend: write 'pooled: false' for the feature
        """,
      ])
  }

  @Test func `a feature that asks not to be pooled is its own`() async {
    let sample = Self.sample()
    let feature = await AggregatedUnits(
      sample, [FeatureAggregation("y", isPooled: false)], strata: UnitClasses(one: 7)
    ).features[0]
    #expect(feature.values == sample.aggregate(0).values)
    #expect(feature.errors == sample.aggregate(0).errors)
    #expect(feature.own == nil && feature.pulls == nil)
  }

  @Test func `skewed measures pool in proportion and stay above zero`() async throws {
    let units = (0..<8).flatMap { ["u\($0)", "u\($0)"] }
    let answers = [0.0, 2, 5, 9, 40, 90, 300, 500, 1, 1, 3, 5, 10, 30, 7, 9]
    let staff = Sample(
      respondents: (10..<26).map(String.init), units: units,
      measures: [Measure("staff", numbers: answers, range: 0...1000, isSkewed: true)])
    let feature = await pooled(staff, UnitClasses(one: 8)).features[0]
    let own = try #require(feature.own).map { $0 ?? .nan }
    let values = feature.values.map { $0 ?? .nan }
    #expect(values.allSatisfy { $0 > 0 })
    // The largest comes down by a factor, the smallest goes up by one.
    #expect(own[3] == 400 && values[3] < 400 && values[3] > 100)
    #expect(own[0] == 1 && values[0] > 1 && values[0] < 4)
  }

  @Test func `replicates lie about the pooled value as its standard error says`() async throws {
    for summary in Summary.allCases {
      let aggregated = await pooled(Self.sample(), UnitClasses(one: 7), summary: summary)
      let draws = await aggregated.replicates(8000, seed: 11)
      let feature = aggregated.features[0]
      for unit in 0..<7 {
        let values = (0..<8000).map { draws[$0, unit, 0] }
        let (mean, variance) = (try #require(values.mean), try #require(values.variance))
        let (centre, error) = (try #require(feature.values[unit]), try #require(feature.errors[unit]))
        // Four standard errors: of the mean error / √8000, of the variance √(2 / 8000) = 1.6 %.
        #expect((mean - centre).magnitude < 4 * error / 8000.squareRoot(), "unit \(unit): \(mean) for \(centre)")
        #expect((variance / (error * error) - 1).magnitude < 0.065, "unit \(unit): \(variance) for \(error * error)")
      }
    }
  }
}

extension Int {
  fileprivate func squareRoot() -> Double { Double(self).squareRoot() }
}
