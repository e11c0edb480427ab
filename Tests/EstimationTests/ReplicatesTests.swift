import Estimation
import Matrices
import Testing

@Suite struct ReplicatesTests {
  /// A unit of six, one of three, one of two and one of one, on a wide scale so that nothing is clamped.
  private let sample = Sample(
    respondents: (0..<12).map { "r\(10 + $0)" },
    units: ["a", "a", "a", "a", "a", "a", "b", "b", "b", "c", "c", "d"],
    measures: [
      Measure("score", [1, 2, 3, 4, 5, 3, 2, 5, 2, 1, 4, 3], range: -100...100),
      Measure("twice", [2, 4, 6, 8, 10, 6, 4, 10, 4, 2, 8, 6], range: -100...100),
      Measure("open", [1, nil, 3, nil, nil, nil, nil, nil, nil, nil, nil, nil], range: -100...100),
    ])

  @Test func `the redrawn mean varies as the mean does`() throws {
    let replicates = sample.replicates(4000, seed: 7)
    // Own variances over n: a 2 / 6, b 3 / 3; borrowed, pooled (10 + 6 + 4.5) / 8: c pooled / 2, d pooled.
    let expected = [2.0 / 6, 1, 20.5 / 8 / 2, 20.5 / 8]
    for (unit, variance) in expected.enumerated() {
      let values = (0..<4000).map { replicates[$0, unit, 0] }
      let found = try #require(values.variance)
      // The standard error of a variance over 4000 draws is about its size · (2 / 4000)^½ = 2.2 %; four of these.
      #expect((found / variance - 1).magnitude < 0.09, "unit \(unit): \(found) for \(variance)")
      let mean = try #require(values.mean)
      #expect((mean - sampleMean(unit)).magnitude < 4 * (variance / 4000).squareRoot())
    }
  }

  private func sampleMean(_ unit: Int) -> Double { sample.aggregate(0).values[unit] ?? .nan }

  @Test func `a respondent is redrawn with all answers together`() {
    let replicates = sample.replicates(50, seed: 7)
    for replicate in 0..<50 {
      for unit in 0..<4 {
        let difference = 2 * replicates[replicate, unit, 0] - replicates[replicate, unit, 1]
        // Deviations are scaled to the pooled variance of each measure: a root and a product, of numbers below 16.
        #expect(difference.magnitude < 16 * 8 * Double.ulpOfOne)
      }
    }
  }

  @Test func `who left a question open stays open`() {
    let replicates = sample.replicates(20, seed: 3)
    #expect((0..<20).allSatisfy { replicates[$0, 1, 2].isNaN })
    #expect((0..<20).allSatisfy { !replicates[$0, 0, 2].isNaN })
  }

  @Test func `other units and the number of replicates change nothing`() {
    let wider = Sample(
      respondents: (0..<15).map { "r\(10 + $0)" },
      units: ["a", "a", "a", "a", "a", "a", "b", "b", "b", "c", "c", "d", "0", "0", "0"],
      measures: [Measure("score", [1, 2, 3, 4, 5, 3, 2, 5, 2, 1, 4, 3, 1, 1, 1], range: -100...100)])
    let few = sample.replicates(2, seed: 7)
    let many = wider.replicates(5, seed: 7)
    #expect(few[1, 0, 0] == many[1, 1, 0])
    #expect(few[1, 1, 0] == many[1, 2, 0])
  }

  @Test func `borrowed deviations stay on the scale`() {
    let narrow = Sample(
      respondents: ["1", "2", "3", "4"], units: ["a", "a", "b", "c"],
      measures: [Measure("q", [1, 5, 5, 1], range: 1...5)])
    let replicates = narrow.replicates(40, seed: 1)
    #expect(replicates.values.allSatisfy { (1...5).contains($0) })
    #expect(Set((0..<40).map { replicates[$0, 1, 0] }).count > 1)
  }

  @Test func `one respondent a unit leaves nothing to redraw`() {
    let alone = Sample(respondents: ["1", "2"], units: ["a", "b"], measures: [Measure("q", [1, 3], range: 1...5)])
    #expect(alone.replicates(3, seed: 1).values == [1, 3, 1, 3, 1, 3])
    #expect(alone.replicates(0, seed: 1).values.isEmpty)
  }

  @Test func `answers that all agree borrow as their standard error does`() throws {
    let agreed = Sample(
      respondents: (0..<7).map(String.init), units: ["a", "a", "a", "b", "b", "b", "b"],
      measures: [Measure("q", [3, 3, 3, 1, 2, 4, 5], range: -100...100)])
    let error = try #require(agreed.aggregate(0).errors[0])
    let draws = agreed.replicates(4000, seed: 5)
    let variance = try #require((0..<4000).map { draws[$0, 0, 0] }.variance)
    // Four standard errors of a variance over 4000 draws, 2.2 % each.
    #expect((variance / (error * error) - 1).magnitude < 0.09)
  }

  @Test func `computed beside each other they are the same, bit by bit`() async {
    let choices = sample.measures.map { FeatureAggregation($0) }
    let parallel = await AggregatedUnits(sample, choices).replicates(30, seed: 7)
    #expect(parallel.values.map(\.bitPattern) == sample.replicates(30, seed: 7).values.map(\.bitPattern))
  }

  @Test func `the order of the measures changes nothing`() async {
    let (first, second) = (
      Measure("a", [1, 2, 3, 4, 5, 3, 2, 5, 2, 1, 4, 3], range: 1...5),
      Measure("b", [5, 2, 1, 4, 1, 3, 3, 3, 3, 2, 4, 1], range: 1...5)
    )
    func draws(_ measures: [Measure]) async -> Replicates {
      let units = ["a", "a", "a", "a", "a", "a", "b", "b", "b", "c", "c", "d"]
      let sample = Sample(respondents: (10..<22).map(String.init), units: units, measures: measures)
      let choices = measures.map { FeatureAggregation($0.name, summary: $0.name == "a" ? .mean : .median) }
      return await AggregatedUnits(sample, choices, strata: UnitClasses(one: 4)).replicates(10, seed: 2)
    }
    let (one, other) = (await draws([first, second]), await draws([second, first]))
    for replicate in 0..<10 {
      for unit in 0..<4 {
        #expect(one[replicate, unit, 0] == other[replicate, unit, 1])
        #expect(one[replicate, unit, 1] == other[replicate, unit, 0])
      }
    }
  }

  @Test func `each redrawn respondent carries the effect of the function along`() async throws {
    // Clerks say 2 less than chiefs everywhere, and nothing else differs: without their effects all answers agree, and
    // every redraw, whatever its mix, has the value 3.
    let units = ["a", "a", "a", "a", "b", "b", "b", "c", "c", "c", "c", "c"]
    let functions = [
      "chief", "clerk", "clerk", "clerk", "chief", "chief", "clerk", "chief", "clerk", "clerk", "chief", "chief",
    ]
    let sample = Sample(
      respondents: (10..<22).map(String.init), units: units,
      measures: [Measure("q", functions.map { $0 == "chief" ? 4 : 2 }, range: -10...10)])
    let mix = FunctionMix("job", codes: ["chief", "clerk"], functions: functions, in: sample)
    let plain = await AggregatedUnits(sample, [FeatureAggregation("q")]).replicates(20, seed: 3)
    let adjusted = await AggregatedUnits(sample, [FeatureAggregation("q")], mix: mix).replicates(20, seed: 3)
    #expect(plain.values.contains { ($0 - 3).magnitude > 0.3 })
    #expect(adjusted.values.allSatisfy { ($0 - 3).magnitude < 1e-12 })
  }
}
