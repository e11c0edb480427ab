import Diagnostics
import Foundation
import Matrices
import Normalisation
import Tables
import Testing

@Suite struct OutlierTests {
  /// Forty-nine units around zero, and one at 100.
  private let values: [Double?] = (0..<49).map { Double($0 % 7) - 3 } + [100]

  @Test func `a unit far from the others is listed, and left as it is`() throws {
    let fit = try fit("", values)
    #expect(fit.outliers.map(\.unit) == [49])
    #expect(fit.outliers[0].winsorisedTo == nil)
    let spread = try #require(values.compactMap { $0 }.standardDeviation)
    // Mean 2.
    #expect((fit.outliers[0].spreads - 98 / spread).magnitude < 1e-12)
    let table = fit.outlierTable((0..<50).map { "u\($0)" })
    #expect(table.columns.map(\.name) == ["unit", "feature", "value", "spreads", "winsorised_to"])
    #expect(table["unit"]?.texts == ["u49"])
    #expect(table["value"]?.texts == ["100"])
    #expect(table["winsorised_to"]?.texts == [nil])
  }

  @Test func `what is declared is set to the bound, and then centre and spread are fitted again`() throws {
    let fit = try fit(", winsorise: 2", values)
    let feature = fit.transform.features[0]
    let bound = try #require(feature.winsorised)
    let spread = try #require(values.compactMap { $0 }.standardDeviation)
    #expect((bound.high - (2 + 2 * spread)).magnitude < 1e-12)
    #expect((bound.low - (2 - 2 * spread)).magnitude < 1e-12)
    let bounded = values.compactMap { $0 }.map { min(max($0, bound.low), bound.high) }
    #expect(feature.centre == bounded.mean)
    #expect(feature.spread == bounded.standardDeviation)
    #expect(fit.features[49, 0] == ((bound.high - feature.centre) / feature.spread).roundedToGrid)
    #expect(fit.outliers.map(\.unit) == [49])
    #expect(fit.outliers[0].winsorisedTo == bound.high)
    #expect(fit.outliers[0].spreads > 6)
    #expect(
      fit.findings.map(\.rendered) == [
        """
        pipeline.yaml:1:37: note: feature 'x' has 1 unit beyond 2 spreads from the centre, set to that bound as declared
          1 | blocks: {b: {features: {x: {source: index.x, reason: r, winsorise: 2}}}}
            |                                     ^~~~~~~
          mend: nothing to do; the table 'outliers' names it
        """
      ])
  }

  @Test func `a winsorised logarithm is bounded where it is taken, and comes back as the bound`() throws {
    let fit = try fit(", transform: log, winsorise: 1", [1, 10, 100, 1000, 10000])
    let feature = fit.transform.features[0]
    let bound = try #require(feature.winsorised)
    let low = fit.transform.original(fit.features[0, 0], feature: 0)
    #expect((low - exp(bound.low)).magnitude < 1e-8 * low)
    #expect(fit.outliers.map(\.unit) == [0, 4])
    #expect((fit.outliers.map { $0.winsorisedTo ?? 0 }[0] - low).magnitude < 1e-8 * low)
  }

  @Test func `the bounds are frozen, in replicates too`() throws {
    let fit = try fit(", winsorise: 2", values)
    let redrawn = fit.transform.redrawn(fit.features, columns: [0], values: [Double](repeating: 1e9, count: 50)[...])
    #expect(redrawn == [Double](repeating: fit.features[49, 0], count: 50))
    let later = try replayed(fit.transform).apply(to: [UnitValues("x", .numbers([-1e9, 0, 1e9]))])
    #expect(later[2, 0] == fit.features[49, 0])
    #expect(fit.transform.features[0].scaled(1e9) == fit.features[49, 0])
  }

  @Test func `robust spreads find more than one unit that hide each other from the standard deviation`() throws {
    let masked: [Double?] = (0..<12).map { Double($0 % 5) } + [50, 50, 50, 50]
    #expect(try fit("", masked).outliers.isEmpty)
    #expect(try fit(", scaling: robust", masked).outliers.map(\.unit) == [12, 13, 14, 15])
  }

  @Test func `ranges and raw values are measured in standard deviations`() throws {
    for scaling in ["range", "none"] {
      #expect(try fit(", scaling: \(scaling)", values).outliers.map(\.unit) == [49])
    }
  }

  @Test func `how far is far is declared`() throws {
    let settings = try settings("outliers: {beyond: 8}\nblocks: {b: {features: {x: {source: index.x, reason: r}}}}")
    #expect(try FeatureFit(settings, to: [UnitValues("x", .numbers(values))]).outliers.isEmpty)
  }

  private func fit(_ keys: String, _ values: [Double?]) throws -> FeatureFit {
    try FeatureFit(
      settings("blocks: {b: {features: {x: {source: index.x, reason: r\(keys)}}}}"),
      to: [UnitValues("x", .numbers(values))])
  }
}
