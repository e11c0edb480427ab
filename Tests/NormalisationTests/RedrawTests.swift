import Diagnostics
import Matrices
import Normalisation
import Tables
import Testing

@Suite struct RedrawTests {
  @Test func `replicates side by side are those one after another, value by value`() async throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            a: {source: index.a, transform: log, reason: r}
            fixed: {source: register.fixed, reason: r}
            b: {source: index.b, transform: rank, scaling: robust, reason: r}
            c: {source: index.c, transform: logit, scaling: range, reason: r}
            d: {source: index.d, transform: asinh, winsorise: 2, reason: r}
      """)
    let shapes: [@Sendable (Double) -> Double] = [
      { 1 + $0 * $0 }, { $0 }, { 3 * $0 }, { 1 / (1 + $0 * $0) }, { $0 * $0 * $0 },
    ]
    let values = zip(["a", "fixed", "b", "c", "d"], shapes).enumerated().map { index, pair in
      UnitValues(pair.0, .numbers(drawn(23, seed: UInt64(index), missing: 0.1, pair.1)))
    }
    let fit = try FeatureFit(settings, to: values)
    let columns = [4, 0, 2, 3]
    // 19 replicates: two whole chunks of eight and a part. Some values are missing, some impossible.
    let count = 19
    let raw = drawn(count * 23 * columns.count, seed: 99, missing: 0.1) { $0 * 2 }.map { $0 ?? .nan }
    let fast = await fit.transform.redrawn(fit.features, columns: columns, replicates: raw, count: count)
    var plain: [Double] = []
    var slices: [Double] = []
    for replicate in 0..<count {
      let start = replicate * 23 * columns.count
      slices += fit.transform.redrawn(
        fit.features, columns: columns, values: raw[start..<start + 23 * columns.count])
      for unit in 0..<23 {
        for column in 0..<5 {
          let feature = fit.transform.features[column]
          guard let position = columns.firstIndex(of: column) else {
            plain.append(fit.features[unit, column])
            continue
          }
          let value = raw[start + unit * columns.count + position]
          plain.append(feature.transform.accepts(value) ? feature.scaled(value) : fit.features[unit, column])
        }
      }
    }
    #expect(fast == plain)
    #expect(slices == plain)
    #expect(await fit.transform.redrawn(fit.features, columns: columns, replicates: [], count: 0).isEmpty)
  }

  @Test func `the components of the features are tables of their own`() throws {
    let settings = try settings(
      """
      blocks:
        b: {features: {x: {source: index.x, reason: r}, y: {source: index.y, reason: r}}}
        c: {use: profile, features: {z: {source: index.z, reason: r}}}
      """)
    let fit = try FeatureFit(
      settings,
      to: [
        UnitValues("x", .numbers([1, 2, 3, 4])), UnitValues("y", .numbers([2, 1, 4, 3])),
        UnitValues("z", .numbers([9, 1, 5, 5])),
      ])
    let found = try #require(fit.components(5))
    #expect(found.names == ["x", "y"])
    #expect(found.table.columns.map(\.name) == ["component", "variance", "share", "cumulative", "x", "y"])
    #expect(found.table["component"]?.texts == ["1", "2"])
    // Correlation 0.6: variances 1.6 and 0.4, of two z-scores; the grid leaves 2⁻³¹.
    let shares = try #require(found.table["share"]?.numbers)
    #expect(((shares[0] ?? 0) - 0.8).magnitude < 1e-9)
    let cumulative = try #require(found.table["cumulative"]?.numbers)
    #expect(((cumulative[1] ?? 0) - 1).magnitude < 1e-15)
    let scores = found.scoreTable(["a", "b", "c", "d"])
    #expect(scores.columns.map(\.name) == ["unit", "component_1", "component_2"])
    #expect(fit.components(1)?.scoreTable(["a", "b", "c", "d"]).columns.count == 2)
    #expect(fit.components(0) == nil)
  }
}
