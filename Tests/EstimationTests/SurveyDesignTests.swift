import Diagnostics
import Estimation
import Testing

/// Parity with R's survey package on thirty rows made by arithmetic: `Reference/survey-designs.R`.
@Suite struct SurveyDesignTests {
  private let numbers = Array(1...30)
  private var y: [Double] { numbers.map { Double((7 * $0) % 11) + Double($0) / 10 } }
  private var x: [Double] { numbers.map { Double((5 * $0) % 13) + 3 } }
  private var even: [Bool] { numbers.map { $0.isMultiple(of: 2) } }
  private var strata: [Int] { numbers.map { ($0 - 1) / 10 } }
  private var clusters: [Int] { numbers.map { ($0 - 1) / 3 } }
  private var rowsInCluster: [Int] { (0..<10).map { 4 + 3 * ($0 % 4) } }
  private var margins: [Raking.Margin] {
    [
      Raking.Margin("a", cells: ["0", "1", "2"], cellOfElement: numbers.map { $0 % 3 }, totals: [50, 40, 35]),
      Raking.Margin(
        "b", cells: ["0", "1"], cellOfElement: numbers.map { ($0 * $0) % 5 < 2 ? 1 : 0 }, totals: [65, 60]),
    ]
  }

  private func stratified() throws -> SurveyDesign {
    let sizes = [40, 60, 25]
    return try SurveyDesign(
      weights: strata.map { Double(sizes[$0]) / 10 },
      stages: SamplingStages(stratumOfCluster: strata, population: sizes.map { $0 }))
  }

  private func clustered(population: Int?, second: Bool) throws -> SurveyDesign {
    try SurveyDesign(
      weights: clusters.map { 5 * Double(rowsInCluster[$0]) / 3 }, clusterOfRow: clusters,
      stages: SamplingStages(
        stratumOfCluster: Array(repeating: 0, count: 10), population: [population],
        rowsInCluster: second ? rowsInCluster.map { $0 } : nil))
  }

  private func check(_ design: SurveyDesign, _ name: String) throws {
    let expected = try ExpectedEstimates(ReferenceTable("survey-designs.csv"))
    // R prints twelve decimals, and raking stops at a difference of 1e-9 of a margin.
    let tolerance = 2e-9
    try expected.check(design.mean(y), name, "mean", tolerance: tolerance)
    try expected.check(design.mean(y), name, "mean with replacement", tolerance: tolerance, withReplacement: true)
    try expected.check(design.total(y), name, "total", tolerance: tolerance)
    try expected.check(design.ratio(y, to: x), name, "ratio", tolerance: tolerance)
    try expected.check(design.mean(y, in: even), name, "domain mean", tolerance: tolerance)
  }

  @Test func `a simple random sample equals svydesign`() throws {
    try check(SurveyDesign(rows: 30, population: 120), "srs")
  }

  @Test func `a stratified sample equals svydesign`() throws { try check(stratified(), "strat") }

  @Test func `clusters of which every row was taken equal svydesign`() throws {
    try check(clustered(population: 50, second: false), "one")
  }

  @Test func `rows drawn within clusters equal svydesign over both stages`() throws {
    try check(clustered(population: 50, second: true), "two")
  }

  @Test func `without a known population there is no correction and no second stage`() throws {
    try check(clustered(population: nil, second: true), "free")
  }

  @Test func `one margin equals postStratify`() throws {
    try check(stratified().raked(to: [margins[0]]), "post-stratified")
  }

  @Test func `two margins equal rake, and calibrate when rows count by their weight`() throws {
    let raked = try stratified().raked(to: margins, tolerance: 1e-12, countingOnce: true)
    try check(raked, "raked")
    try check(stratified().raked(to: margins, tolerance: 1e-12), "calibrated")
    let expected = try ExpectedEstimates(ReferenceTable("survey-designs.csv"))
    for row in 0..<6 {
      let weight = try #require(expected["raked", "weight \(row + 1)"]).estimate
      #expect((raked.weights[row] - weight).magnitude < 1e-9)
    }
  }

  @Test func `a cluster with one row adds nothing at the second stage, or what is pooled`() throws {
    // Cluster 4 has the rows 13 to 15, of which only 13 is left: it was drawn from four.
    let kept = numbers.indices.filter { clusters[$0] != 4 || $0 == 12 }
    func design(_ rule: SamplingStages.LonelyRule) throws -> SurveyDesign {
      try SurveyDesign(
        weights: kept.map { 5 * Double(rowsInCluster[clusters[$0]]) / (clusters[$0] == 4 ? 1 : 3) },
        clusterOfRow: kept.map { clusters[$0] },
        stages: SamplingStages(
          stratumOfCluster: Array(repeating: 0, count: 10), population: [50], rowsInCluster: rowsInCluster.map { $0 },
          lonely: rule))
    }
    let values = kept.map { y[$0] }
    let expected = try ExpectedEstimates(ReferenceTable("survey-designs.csv"))
    try expected.check(design(.none).mean(values), "lone", "mean", tolerance: 1e-11)
    let plain = try #require(design(.none).mean(values)?.variance)
    let pooled = try #require(design(.pooled).mean(values)?.variance)
    #expect(pooled > plain)
  }

  @Test func `permuting the rows changes nothing but rounding`() throws {
    let order = numbers.indices.sorted { ($0 * 17) % 30 < ($1 * 17) % 30 }
    #expect(order != Array(numbers.indices))
    let design = try SurveyDesign(
      weights: order.map { 5 * Double(rowsInCluster[clusters[$0]]) / 3 }, clusterOfRow: order.map { clusters[$0] },
      stages: SamplingStages(
        stratumOfCluster: Array(repeating: 0, count: 10), population: [50], rowsInCluster: rowsInCluster.map { $0 }))
    let found = try #require(design.mean(order.map { y[$0] }))
    let expected = try #require(clustered(population: 50, second: true).mean(y))
    #expect((found.value - expected.value).magnitude < 1e-13)
    #expect((try #require(found.error) - (try #require(expected.error))).magnitude < 1e-13)
  }

  @Test func `weighting by w equals repeating w times`() throws {
    // Each row stands for one to three; repeated rows stay in the cluster of their row.
    let times = numbers.map { 1 + $0 % 3 }
    let all = SamplingStages(stratumOfCluster: Array(repeating: 0, count: 30), population: [nil])
    let repeated = numbers.indices.flatMap { row in Array(repeating: row, count: times[row]) }
    let weighted = try SurveyDesign(weights: times.map(Double.init), stages: all)
    let plain = try SurveyDesign(weights: repeated.map { _ in 1 }, clusterOfRow: repeated, stages: all)
    let found = try #require(weighted.ratio(y, to: x, in: even))
    let expected = try #require(
      plain.ratio(repeated.map { y[$0] }, to: repeated.map { x[$0] }, in: repeated.map { even[$0] }))
    #expect((found.value - expected.value).magnitude < 1e-14)
    #expect((try #require(found.error) - (try #require(expected.error))).magnitude < 1e-14)
  }

  @Test func `a domain that is a stratum equals that stratum alone`() throws {
    let third = strata.map { $0 == 2 }
    let alone = SurveyDesign(rows: 10, population: 25)
    let found = try #require(stratified().mean(y, in: third))
    let expected = try #require(alone.mean(Array(y[20...])))
    #expect((found.value - expected.value).magnitude < 1e-13)
    #expect((try #require(found.error) - (try #require(expected.error))).magnitude < 1e-13)
    #expect((try #require(found.designEffect) - (try #require(expected.designEffect))).magnitude < 1e-12)
  }

  @Test func `a complete sample is certain`() throws {
    let mean = try #require(SurveyDesign(rows: 30, population: 30).mean(y))
    #expect(mean.error == 0)
    #expect(mean.designEffect == nil)
  }

  @Test func `a stratum with one of several clusters has no variance`() throws {
    let design = try SurveyDesign(
      weights: [1, 1, 1], stages: SamplingStages(stratumOfCluster: [0, 0, 1], population: [nil, 4]))
    #expect(design.mean([1, 2, 3])?.value == 2)
    #expect(design.mean([1, 2, 3])?.variance == nil)
    #expect(design.mean([1, 2, 3], in: [false, false, false]) == nil)
  }

  @Test func `weights that are negative or no number are told`() throws {
    let failure = #expect(throws: Failure.self) {
      try SurveyDesign(
        weights: [1, .nan, -2], stages: SamplingStages(stratumOfCluster: [0, 0, 0], population: [nil]))
    }
    #expect(failure?.status == .badData)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        error: the weight of row 2 is nan, and is no number above 0, and 1 more of 3
          mend: leave out what stands for nothing, and mend the column or margin from which the weights come
        """
      ])
  }
}
