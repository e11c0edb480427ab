import Diagnostics
import Matrices
import Normalisation
import Settings
import Tables
import Testing

@Suite struct TransformTests {
  @Test func `a rank is the share of units below, with equal units sharing the mean of their ranks`() throws {
    let fit = try fit("transform: rank, scaling: none", [20, 10, 40, 20])
    let ranks = try #require(fit.transform.features[0].ranks)
    // Ranks 1, 2.5, 2.5 and 4, less a half, over 4.
    #expect(ranks.values == [10, 20, 40])
    #expect(ranks.places == [0.125, 0.5, 0.875])
  }

  @Test func `a rank is replayed by interpolation, and ends at the ends`() throws {
    let ranks = try #require(try fit("transform: rank", [20, 10, 40, 20]).transform.features[0].ranks)
    #expect([5, 10, 15, 20, 30, 40, 1000].map { ranks($0) } == [0.125, 0.125, 0.3125, 0.5, 0.6875, 0.875, 0.875])
    #expect([0, 0.125, 0.3125, 0.5, 0.6875, 0.875, 1].map { ranks.inverse($0) } == [10, 10, 15, 20, 30, 40, 40])
  }

  @Test func `the range runs from the least value to the greatest`() throws {
    let feature = try fit("scaling: range", [2, 4, 7, 12]).transform.features[0]
    #expect((feature.centre, feature.spread) == (2, 10))
  }

  @Test func `without scaling a value stays as it is`() throws {
    let feature = try fit("scaling: none", [2, 4, 7, 12]).transform.features[0]
    #expect((feature.centre, feature.spread) == (0, 1))
  }

  @Test(arguments: ["identity", "log", "asinh", "rank"])
  func `what was fitted comes back from its scaled value`(_ transform: String) throws {
    let values: [Double?] = [0.5, 1, 3, 20, 400, 401]
    let fit = try fit("transform: \(transform)", values)
    let feature = fit.transform.features[0]
    for (unit, value) in values.enumerated() {
      let value = try #require(value)
      let back = fit.transform.original(fit.features[unit, 0], feature: 0)
      // Half a step of the grid; ranks are 1/6 apart, and at most 380 lies between two of them.
      let slope = transform == "rank" ? 6 * 380 : max(1, value * 2)
      #expect(
        (back - value).magnitude <= 0x1p-32 * feature.spread * slope + 1e-12 * value, "\(value) came back as \(back)")
    }
  }

  @Test func `all options of a group weigh as one feature`() throws {
    let settings = try settings(
      "blocks: {b: {features: {tools: {source: group.tools, transform: options, reason: r}, x: {source: index.x, reason: r}}}}"
    )
    let fit = try FeatureFit(
      settings,
      to: [
        UnitValues(
          "tools", .options([option("GIS", [1, 0, 0.5, 0.5, 0]), option("Own work", [0, 0.25, 1, 0, 0.5])])),
        UnitValues("x", .numbers([1, 2, 3, 4, 6])),
      ])
    #expect(fit.transform.features.map(\.name) == ["tools_gis", "tools_own_work", "x"])
    #expect(fit.transform.features.map(\.label.en) == ["tools: GIS", "tools: Own work", "x"])
    let variances = (0..<3).map { fit.features.column($0).variance ?? 0 }
    // Rounding to 2⁻³² leaves at most 2⁻³¹ a column.
    #expect((variances[0] + variances[1] - 1).magnitude < 1e-9)
    #expect((variances[2] - 1).magnitude < 1e-9)
    // Both are stretched alike: 0.175 and 0.175 raw.
    #expect(fit.transform.features[0].spread == fit.transform.features[1].spread)
  }

  @Test func `coordinates keep distances as distances, and weigh as one feature`() throws {
    let settings = try settings(
      "blocks: {b: {features: {place: {source: register.centroid, transform: coordinates, scaling: range, reason: r}}}}"
    )
    let points: [PlanePoint?] = [(0, 0), (30, 40), (60, 0), (0, 200)].map { PlanePoint(x: $0.0, y: $0.1) }
    let fit = try FeatureFit(settings, to: [UnitValues("place", .points(points))])
    #expect(fit.transform.features.map(\.name) == ["place_east", "place_north"])
    func distance(_ a: Int, _ b: Int) -> Double {
      let (x, y) = (fit.features[a, 0] - fit.features[b, 0], fit.features[a, 1] - fit.features[b, 1])
      return (x * x + y * y).squareRoot()
    }
    // 50 km, 60 km and 200 km; each coordinate is rounded by half a step of the grid.
    #expect((distance(0, 2) / distance(0, 1) - 1.2).magnitude < 1e-8)
    #expect((distance(0, 3) / distance(0, 1) - 4).magnitude < 1e-8)
    let total = (0..<2).reduce(0) { $0 + (fit.features.column($1).variance ?? 0) }
    #expect((total - 1).magnitude < 1e-8)
  }

  @Test func `a thermometer has a step for every answer but the lowest`() {
    let coding = FittedCoding(.thermometer, answers: [1, 3, .nan, 2, 3], levels: [1, 2, 3, 4])
    #expect(coding.steps == [2, 3, 4])
    let reaches = coding.reaches(3, [1, 3, .nan, 2, 4])
    #expect(reaches.map { $0.isNaN ? -1 : $0 } == [0, 1, -1, 0, 1])
    #expect(FittedCoding(.thermometer, answers: [5, 2, 5]).steps == [5])
  }

  @Test func `a thermometer's steps are columns that weigh as one feature`() throws {
    let settings = try settings(
      "blocks: {b: {features: {goal: {source: question.goal, coding: thermometer, reason: r}}}}")
    let coding = try #require(settings.features[0].fittedCoding(answers: [1, 2, 3, 3, 1]))
    let fit = try FeatureFit(
      settings,
      to: [
        UnitValues("goal", .options([option("2", [0, 0.5, 1]), option("3", [0, 0.5, 0.5])]), coding: coding)
      ])
    #expect(fit.transform.features.map(\.name) == ["goal_2", "goal_3"])
    let total = (0..<2).reduce(0) { $0 + (fit.features.column($1).variance ?? 0) }
    #expect((total - 1).magnitude < 1e-8)
    #expect(fit.transform.features[0].coding == coding)
    #expect(settings.features[0].fittedCoding(answers: [1, 9], earlier: fit.transform) == coding)
  }

  @Test func `ridits have mean one half where they were fitted, and new answers stand between their neighbours`() {
    let answers: [Double] = [1, 1, 2, 4, 4, 4, 5]
    let coding = FittedCoding(.ridit, answers: answers)
    #expect((coding.scored(answers).reduce(0, +) / 7 - 0.5).magnitude < 1e-15)
    // 2: (2 + 0.5) / 7; 4: (3 + 1.5) / 7; 3 lies halfway.
    #expect((coding.scored([3])[0] - 3.5 / 7).magnitude < 1e-15)
    #expect(coding.scored([.nan])[0].isNaN)
    #expect(FittedCoding(.ridit, answers: [.nan]).scored([2]) == [2])
    #expect(FittedCoding(.scores, answers: [1, 2]).scored([2, 7]) == [2, 7])
  }

  @Test func `the columns of a table of units have the names of the features`() {
    let values = UnitValues("place", .points([PlanePoint(x: 1, y: 2), nil]))
    #expect(values.columns.map(\.name) == ["place_east", "place_north"])
    #expect(values.columns[0].values == .number([1, nil]))
    #expect(UnitValues("t", .options([option("A b", [1])])).columns[0].name == "t_a_b")
    #expect(UnitValues("n", .texts(["x"])).columns[0].values == .text(["x"]))
  }

  private func fit(_ keys: String, _ values: [Double?]) throws -> FeatureFit {
    try FeatureFit(
      settings("blocks: {b: {features: {x: {source: index.x, \(keys), reason: r}}}}"),
      to: [UnitValues("x", .numbers(values))])
  }
}
