import Diagnostics
import Foundation
import Matrices
import Normalisation
import Testing

@Suite struct BlockShareTests {
  /// Three blocks with every transform and scaling, gaps, outliers, texts, options and places.
  private let yaml = """
    blocks:
      structure:
        weight: 3
        features:
          size: {source: register.size, transform: log, reason: r}
          staff: {source: question.staff, transform: asinh, scaling: robust, weight: 2, reason: r}
          money: {source: question.money, winsorise: 2, reason: r}
          region: {source: register.region, transform: one-hot, reason: r}
          place: {source: register.centroid, transform: coordinates, scaling: none, reason: r}
      answers:
        weight: 1.5
        features:
          share: {source: question.share, transform: logit, scaling: range, reason: r}
          goal: {source: question.goal, transform: rank, scaling: robust, reason: r}
          twin: {source: question.twin, reason: r}
          tools: {source: group.tools, transform: options, weight: 0.5, reason: r}
      raw:
        weight: 0.5
        features:
          plain: {source: index.plain, scaling: none, reason: r}
          wide: {source: index.wide, scaling: none, weight: 4, reason: r}
    """

  private func values(_ units: Int, _ seed: UInt64) -> [UnitValues] {
    let goal = drawn(units, seed: seed + 5, missing: 0.1)
    let parts = ["a", "b", "c", nil]
    return [
      UnitValues("size", .numbers(drawn(units, seed: seed) { 1000 * (1.5 + $0 * $0) })),
      UnitValues("staff", .numbers(drawn(units, seed: seed + 1, missing: 0.2) { $0 * $0 * $0 })),
      UnitValues("money", .numbers(drawn(units, seed: seed + 2) { $0 * $0 * $0 * $0 })),
      UnitValues("region", .texts((0..<units).map { parts[($0 + Int(seed)) * 7 % 4] })),
      UnitValues(
        "place",
        .points(
          zip(drawn(units, seed: seed + 3), drawn(units, seed: seed + 4)).map {
            PlanePoint(x: 60 * ($0 ?? 0), y: 90 * ($1 ?? 0))
          })),
      UnitValues("share", .numbers(drawn(units, seed: seed + 6, missing: 0.1) { 1 / (1 + $0 * $0) })),
      UnitValues("goal", .numbers(goal)), UnitValues("twin", .numbers(goal.map { $0.map { 2 * $0 + 1 } })),
      UnitValues(
        "tools",
        .options([
          option("x", drawn(units, seed: seed + 7) { min(1, $0.magnitude / 3) }),
          option("y", drawn(units, seed: seed + 8) { $0 > 1.9 ? 0.1 : 0 }),
          option("z", drawn(units, seed: seed + 9, missing: 0.1) { min(1, $0.magnitude) }),
        ])),
      UnitValues("plain", .numbers(drawn(units, seed: seed + 10))),
      UnitValues("wide", .numbers(drawn(units, seed: seed + 11) { 100 * $0 })),
    ]
  }

  @Test(arguments: ["tell", "exclude"], [1, 20, 40] as [UInt64])
  func `every block has its share of the total variance`(_ action: String, _ seed: UInt64) throws {
    let settings = try settings("screening: {action: \(action), correlation: 0.9}\n" + yaml)
    let fit = try FeatureFit(settings, to: values(60, seed))
    let clustered = fit.transform.features.indices.filter { fit.transform.features[$0].use == .cluster }
    let variance = { (column: Int) in fit.features.column(column).variance ?? 0 }
    let total = clustered.reduce(0) { $0 + variance($1) }
    let count = Set(clustered.map { fit.transform.features[$0].feature }).count
    // Under exclude 'twin' goes, and the option 'y' that hardly anybody chose.
    #expect(count == (action == "tell" ? 11 : 10))
    #expect(fit.transform.features.contains { $0.name == "tools_y" && $0.use == .profile } == (action == "exclude"))
    // Each column is rounded by half a step of the grid, against values of up to ten.
    #expect((total - Double(count)).magnitude < 1e-7)
    for block in fit.transform.blocks {
      let own = clustered.filter { fit.transform.features[$0].block == block.name }.reduce(0) { $0 + variance($1) }
      #expect((own / total - block.share).magnitude < 1e-8, "\(block.name)")
      #expect((block.share - block.weight / 5).magnitude < 1e-15)
    }
  }

  @Test func `within a block parts hold in the measure of the scaling`() throws {
    let fit = try FeatureFit(settings(yaml), to: values(60, 1))
    // Twice the weight of a z-score is twice its variance; staff is robust, so by its own spread.
    let size = try #require(fit.transform.features.first { $0.name == "size" })
    let staff = try #require(fit.transform.features.first { $0.name == "staff" })
    #expect((staff.weight * staff.weight / (size.weight * size.weight) - 2).magnitude < 1e-12)
  }

  @Test func `a closed set counts for one feature less than it has`() throws {
    let settings = try settings(
      """
      blocks:
        b:
          features:
            farm: {source: register.farm, reason: r}
            city: {source: register.city, reason: r}
            water: {source: register.water, reason: r}
            size: {source: register.size, reason: r}
      """)
    let farm: [Double] = [10, 60, 40, 20, 70, 33]
    let city: [Double] = [80, 20, 10, 30, 20, 33]
    let fit = try FeatureFit(
      settings,
      to: [
        UnitValues("farm", .numbers(farm)), UnitValues("city", .numbers(city)),
        UnitValues("water", .numbers(zip(farm, city).map { 100 - $0 - $1 })),
        UnitValues("size", .numbers([500, 900, 200, 850, 700, 650])),
      ])
    // Parts 2/3, 2/3, 2/3 and 1 of a total of 3; four features.
    let variances = (0..<4).map { fit.features.column($0).variance ?? 0 }
    for column in 0..<3 { #expect((variances[column] - 4 * (2.0 / 3) / 3).magnitude < 1e-8) }
    #expect((variances[3] - 4.0 / 3).magnitude < 1e-8)
    #expect(
      fit.findings.map(\.rendered) == [
        """
        pipeline.yaml:6:23: warning: features 'farm', 'city' and 'water' sum to 100 in every unit, so one of them follows from the others; each counts for 2/3
          6 |       water: {source: register.water, reason: r}
            |                       ^~~~~~~~~~~~~~
          mend: remove one of them, or write 'use: profile' for it
        """
      ])
  }

  @Test func `options that sum to 1 in every unit are told, and count as one feature anyway`() throws {
    let settings = try settings("blocks: {b: {features: {t: {source: group.t, transform: options, reason: r}}}}")
    let fit = try FeatureFit(
      settings, to: [UnitValues("t", .options([option("a", [0.25, 0.5, 1]), option("b", [0.75, 0.5, 0])]))])
    #expect(
      fit.findings.map(\.rendered) == [
        """
        pipeline.yaml:1:37: note: the options of feature 't' sum to 1 in every unit, and count as one feature together
          1 | blocks: {b: {features: {t: {source: group.t, transform: options, reason: r}}}}
            |                                     ^~~~~~~
          mend: nothing to do
        """
      ])
  }

  @Test func `multiplying all weights of blocks changes nothing`() throws {
    let double = yaml.replacingOccurrences(of: "weight: 3", with: "weight: 6")
      .replacingOccurrences(of: "weight: 1.5", with: "weight: 3")
      .replacingOccurrences(
        of: "weight: 0.5\n    features:\n      plain", with: "weight: 1\n    features:\n      plain")
    let one = try FeatureFit(settings(yaml), to: values(40, 3))
    let two = try FeatureFit(settings(double), to: values(40, 3))
    #expect(one.features == two.features)
  }
}
