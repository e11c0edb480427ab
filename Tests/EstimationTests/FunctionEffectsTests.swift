import Diagnostics
import Estimation
import Tables
import Testing

@Suite struct FunctionEffectsTests {
  private func adjusted(_ sample: Sample, _ mix: FunctionMix) async -> AggregatedUnits {
    await AggregatedUnits(sample, sample.measures.map { FeatureAggregation($0) }, mix: mix)
  }

  private func numbers(_ table: Table, _ column: String) -> [Double?] { table[column]?.numbers ?? [] }

  /// The numbers without what rounding left in them.
  private func rounded(_ numbers: [Double?]) -> [Double] { numbers.map { (($0 ?? .nan) * 1e9).rounded() / 1e9 } }

  @Test func `effects and adjusted values are those of least squares in R`() async throws {
    let reference = try UnitsReference()
    let sample = UnitsReference.sample(range: -10...10)
    let aggregated = await adjusted(sample, UnitsReference.mix(of: sample))
    let table = aggregated.functionEffectsTable
    for (function, effect) in zip(["p", "q", "r"], numbers(table, "effect")) {
      #expect(UnitsReference.same(effect, reference["effect_" + function]))
    }
    for (unit, value) in zip(sample.units, aggregated.features[0].values) {
      #expect(UnitsReference.same(value, reference["adjusted_" + unit]))
    }
    #expect(UnitsReference.same(aggregated.features[0].withinVariance, reference["adjusted_within_variance"]))
    let (answered, shares) = (numbers(table, "respondents"), numbers(table, "reference"))
    #expect(answered == [6, 6, 6])
    #expect(shares.allSatisfy { $0 == 1.0 / 3 })
  }

  /// In unit a a chief says 5 and a clerk 3, in b two clerks say 2, in c a chief says 4 and one without a function 1.
  private let sample = Sample(
    respondents: ["1", "2", "3", "4", "5", "6"], units: ["a", "a", "b", "b", "c", "c"],
    measures: [Measure("q", [5, 3, 2, 2, 4, 1], range: 1...5)])

  private func mix(_ functions: [String?], codes: [String] = ["chief", "clerk"]) -> FunctionMix {
    FunctionMix("function", codes: codes, functions: functions, in: sample)
  }

  @Test func `the mix of a unit is evened out`() async {
    // A chief says 2 more. Of five functions two are chiefs: +1.2 and -0.8.
    let mix = mix(["chief", "clerk", "clerk", "clerk", "chief", nil])
    let aggregated = await adjusted(sample, mix)
    #expect(rounded(numbers(aggregated.functionEffectsTable, "effect")) == [1.2, -0.8])
    // a: 4 - 0.2; b: 2 + 0.8; c: 2.5 less half of 1.2, as the one without a function keeps the answer.
    #expect(rounded(aggregated.features[0].values) == [3.8, 2.8, 1.9])
    #expect(
      aggregated.findings(clustered: []).map(\.rendered) == [
        """
        note: 1 of 6 respondents gave no answer to 'function', so their answers are not adjusted for it
          mend: nothing, when they are few
        """
      ])
  }

  @Test func `the mix is a table, who gave no function with an empty one`() {
    let table = mix(["chief", "clerk", "clerk", "clerk", "chief", "other"]).table
    #expect(table["unit"]?.texts == ["a", "a", "b", "c", "c"])
    #expect(table["function"]?.texts == ["chief", "clerk", "clerk", "chief", nil])
    #expect(table["respondents"]?.texts == ["1", "1", "2", "1", "1"])
  }

  @Test func `a function that meets no other is left as it is, and told`() async {
    let aggregated = await adjusted(
      sample,
      mix(["chief", "clerk", "mayor", "mayor", "chief", "clerk"], codes: ["chief", "clerk", "mayor", "nobody"]))
    let table = aggregated.functionEffectsTable
    // Differences of 2 and 3: 2.5, half to each side, as there are as many chiefs as clerks.
    #expect(numbers(table, "effect") == [1.25, -1.25, 0, 0])
    #expect(numbers(table, "respondents") == [2, 2, 2, 0])
    #expect(aggregated.features[0].values == [4, 2, 2.5])
    #expect(
      aggregated.findings(clustered: []).map(\.rendered) == [
        """
        note: respondents with 'mayor' for 'function' meet no others in a unit for 1 feature, such as 'q', so nothing \
        tells them from their units and their answers are not adjusted
          mend: combine it with a function like it
        """
      ])
  }

  @Test func `groups of functions that never meet are adjusted apart, and told`() async {
    let four = Sample(
      respondents: ["1", "2", "3", "4"], units: ["a", "a", "b", "b"],
      measures: [Measure("q", [5, 3, 2, 1], range: 0...9)])
    let mix = FunctionMix("job", codes: ["a", "b", "c", "d"], functions: ["a", "b", "c", "d"], in: four)
    let aggregated = await adjusted(four, mix)
    #expect(rounded(numbers(aggregated.functionEffectsTable, "effect")) == [1, -1, 0.5, -0.5])
    #expect(
      aggregated.findings(clustered: []).map(\.rendered) == [
        """
        note: the functions fall into groups that meet in no unit for 1 feature, such as 'q': 'a', 'b'; 'c', 'd'; \
        answers are adjusted within each group only
          mend: combine functions that are alike
        """
      ])
  }

  @Test func `an adjusted value beyond the scale is put on its end, and told`() async {
    // A clerk says 4 less than a chief; of eight functions six are clerks: +3 and -1. Unit b: 5 + 1.
    let sample = Sample(
      respondents: (1...8).map(String.init), units: ["a", "a", "b", "b", "b", "b", "b", "c"],
      measures: [Measure("q", [5, 1, 5, 5, 5, 5, 5, 5], range: 1...5)])
    let functions = ["chief", "clerk", "clerk", "clerk", "clerk", "clerk", "clerk", "chief"]
    let aggregated = await adjusted(
      sample, FunctionMix("job", codes: ["chief", "clerk"], functions: functions, in: sample))
    #expect(rounded(aggregated.features[0].values) == [2, 5, 2])
    #expect(
      aggregated.findings(clustered: []).map(\.rendered) == [
        """
        note: the adjusted value of 1 unit for feature 'q' lies beyond the scale, and is put on its end
          mend: nothing, when they are few; else write 'adjusted: false' for the feature
        """
      ])
  }

  @Test func `a skewed measure is adjusted in proportion`() async throws {
    // Chiefs name ten times as much: the effects are half of about ln 10 to each side, so 10 and 100 meet about √1000.
    let staff = Sample(
      respondents: ["1", "2", "3", "4"], units: ["a", "a", "b", "c"],
      measures: [Measure("staff", [100, 10, 1000, 100], range: 0...10000, isSkewed: true)])
    let mix = FunctionMix(
      "job", codes: ["chief", "clerk"], functions: ["chief", "clerk", "chief", "clerk"], in: staff)
    let values = await adjusted(staff, mix).features[0].values.map { $0 ?? 0 }
    #expect((values[0] - 31.7).magnitude < 0.2)
    #expect((values[1] - 317).magnitude < 2)
    #expect((values[2] - 317).magnitude < 2)
    #expect(values[1...].allSatisfy { $0 > 0 })
  }

  @Test func `the order of respondents and of functions changes nothing but rounding`() async {
    let sample = UnitsReference.sample()
    let aggregated = await adjusted(sample, UnitsReference.mix(of: sample))
    let order = Array((0..<18).reversed())
    let turned = UnitsReference.sample(order: order)
    let mix = UnitsReference.mix(of: turned, order: order, codes: ["r", "p", "q"])
    let other = await adjusted(turned, mix)
    for (first, second) in zip(aggregated.features[0].values, other.features[0].values) {
      #expect(UnitsReference.same(first, second ?? .nan))
    }
  }

  @Test func `where one feature asks not to be adjusted, its values are its own`() async {
    let mix = mix(["chief", "clerk", "clerk", "clerk", "chief", nil])
    let aggregated = await AggregatedUnits(sample, [FeatureAggregation("q", isAdjusted: false)], mix: mix)
    #expect(aggregated.features[0].values == [4, 2, 2.5])
    #expect(aggregated.functionEffectsTable.rowCount == 0)
  }
}
