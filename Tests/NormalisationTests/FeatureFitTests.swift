import Diagnostics
import Matrices
import Normalisation
import Testing

@Suite struct FeatureFitTests {
  private let yaml = """
    blocks:
      structure:
        weight: 3
        features:
          size: {source: register.size, transform: log, reason: r}
          region: {source: register.region, transform: one-hot, reason: r}
      maturity:
        weight: 1
        features:
          goal: {source: index.goal, reason: r}
          skills: {source: index.skills, weight: 2, reason: r}
      carried:
        use: profile
        features:
          hope: {source: question.hope, reason: r}
    """
  private let values = [
    UnitValues("size", .numbers([10, 100, 1000, 10])),
    UnitValues("region", .texts(["Noord", "Zuid", "Noord", "Oost"])),
    UnitValues("goal", .numbers([1, 2, 3, 4])),
    UnitValues("skills", .numbers([2, nil, 5, 3])),
    UnitValues("hope", .numbers([0.5, 0.25, 0, 0.25])),
  ]

  @Test func `a z-score has mean 0 and standard deviation 1 with divisor n - 1`() throws {
    let plain = try settings("blocks: {b: {features: {goal: {source: index.goal, reason: r}}}}")
    let fit = try FeatureFit(plain, to: [UnitValues("goal", .numbers([1, 2, 3, 6]))])
    // Mean 3, squares 4 + 1 + 0 + 9 over 3.
    let spread = (14.0 / 3).squareRoot()
    #expect(fit.transform.features[0].centre == 3)
    #expect(fit.transform.features[0].spread == spread)
    #expect(fit.features.values == [-2, -1, 0, 3].map { ($0 / spread).roundedToGrid })
  }

  @Test func `a robust scaling takes the median and the median absolute deviation`() throws {
    let robust = try settings("scaling: robust\nblocks: {b: {features: {goal: {source: index.goal, reason: r}}}}")
    let fit = try FeatureFit(robust, to: [UnitValues("goal", .numbers([1, 2, 3, 4, 100]))])
    #expect(fit.transform.features[0].centre == 3)
    #expect(fit.transform.features[0].spread == 1.4826)
  }

  @Test func `a block's share of the total variance is its weight over the sum of weights`() throws {
    let fit = try FeatureFit(settings(yaml), to: values)
    let names = ["size", "region_noord", "region_oost", "region_zuid", "goal", "skills", "hope"]
    #expect(fit.transform.features.map(\.name) == names)
    let variances = (0..<7).map { fit.features.column($0).variance ?? 0 }
    // Four clustered features: 3/4 of 4 for structure, 1/4 of 4 for maturity; rounding to 2⁻³² leaves 2⁻³¹ a column.
    #expect((variances[0] - 1.5).magnitude < 1e-9)
    #expect((variances[1...3].reduce(0, +) - 1.5).magnitude < 1e-9)
    #expect((variances[4] - 1.0 / 3).magnitude < 1e-9)
    #expect((variances[5] - 2.0 / 3).magnitude < 1e-9)
    #expect((variances[6] - 1).magnitude < 1e-9)
    #expect(fit.transform.blocks.map(\.share) == [0.75, 0.25, 0])
  }

  @Test func `a unit without a value takes the median, and it is told`() throws {
    let fit = try FeatureFit(settings(yaml), to: values)
    let skills = fit.transform.features[5]
    #expect(skills.imputation == 3)
    #expect(skills.imputed == 1)
    #expect(fit.features[1, 5] == fit.features[3, 5])
    #expect(
      fit.findings.map(\.rendered) == [
        """
        pipeline.yaml:11:24: warning: feature 'skills' lacks a value for 1 of 4 units, which take the median 3
          11 |       skills: {source: index.skills, weight: 2, reason: r}
             |                        ^~~~~~~~~~~~
          mend: nothing to do if these units may count as ordinary; otherwise remove the feature
        """
      ])
  }

  @Test func `the inverse gives back what went in`() throws {
    let yaml = """
      blocks:
        all:
          weight: 3
          features:
            identity: {source: index.a, reason: r}
            size: {source: register.b, transform: log, reason: r}
            staff: {source: question.c, transform: asinh, reason: r}
            share: {source: question.d, transform: logit, reason: r}
      """
    let raw: [[Double?]] = [[1, 2.5, 4, 5], [900, 20_000, 55_000, 870_000], [0, 0.5, 3, 40], [0, 0.25, 0.8, 1]]
    let fit = try FeatureFit(
      settings(yaml), to: zip(["identity", "size", "staff", "share"], raw).map { UnitValues($0, .numbers($1)) })
    for (index, column) in raw.enumerated() {
      let feature = fit.transform.features[index]
      for (unit, value) in column.enumerated() {
        let value = try #require(value)
        let back = fit.transform.original(fit.features[unit, index], feature: index)
        // Half a step of the grid, in transformed units, times the slope of the inverse there (that of the asinh is the
        // steepest: the root of 1 + x²), and a few roundings of the value.
        let step = 0x1p-33 * feature.spread / feature.weight
        let bound = step * (1 + value * value).squareRoot() + 8 * max(1, value).ulp
        #expect((back - value).magnitude <= bound, "\(feature.name) \(value) came back as \(back)")
      }
    }
  }

  @Test func `a one-hot column comes back as one or zero`() throws {
    let fit = try FeatureFit(settings(yaml), to: values)
    for (unit, expected) in [0.0, 0, 0, 1].enumerated() {
      let back = fit.transform.original(fit.features[unit, 2], feature: 2)
      #expect((back - expected).magnitude <= 0x1p-32 + 4 * Double.ulpOfOne)
    }
  }

  @Test func `the frozen transform on the same wave is the fit`() throws {
    let fit = try FeatureFit(settings(yaml), to: values)
    #expect(fit.transform.apply(to: values.reversed()) == fit.features)
    let measured = [0, 4, 5]
    let raw: [Double] = [10, 1, 2, 100, 2, .nan, 1000, 3, 5, 10, 4, 3]
    #expect(fit.transform.redrawn(fit.features, columns: measured, values: raw[...]) == fit.features.values)
  }

  @Test func `a redrawn value that cannot be transformed leaves the unit as it is`() throws {
    let fit = try FeatureFit(settings(yaml), to: values)
    let redrawn = fit.transform.redrawn(fit.features, columns: [0], values: [0, 10, 10, 10][...])
    #expect(redrawn[0] == fit.features[0, 0])
    #expect(redrawn[7] == fit.features[0, 0])
  }

  @Test func `permuting the units permutes the features`() throws {
    let order = [2, 0, 3, 1]
    let permuted = values.map { column in
      column.selecting(order)
    }
    let fit = try FeatureFit(settings(yaml), to: values)
    let other = try FeatureFit(settings(yaml), to: permuted)
    let difference = zip(other.features.values, fit.features.selectingRows(order).values).map { ($0 - $1).magnitude }
    // Sums in another order may round apart, by one step of the grid.
    #expect(difference.allSatisfy { $0 <= 0x1p-32 })
  }
}
