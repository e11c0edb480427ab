import Estimation
import Foundation
import Testing

/// The samples of Californian schools of R's survey package, exported by `Reference/export-api.R`.
private let apiFolder = ProcessInfo.processInfo.environment["KOERS_SURVEY_API"]

/// Parity with R's survey package on its own samples: `make check-survey`.
@Suite(.enabled(if: apiFolder != nil, "run 'make check-survey': the rows belong to R's survey package"))
struct SurveyParityTests {
  private func table(_ name: String) throws -> ReferenceTable {
    try ReferenceTable(URL(fileURLWithPath: try #require(apiFolder)).appendingPathComponent(name + ".csv"))
  }

  private func expected() throws -> ExpectedEstimates { try ExpectedEstimates(table("expected")) }

  /// Numbers the distinct texts of a column in the order of their texts.
  private func codes(_ texts: [String]) -> [Int] {
    let distinct = Set(texts).sorted()
    return texts.map { text in distinct.firstIndex(of: text) ?? 0 }
  }

  private func margins(_ rows: ReferenceTable) throws -> [Raking.Margin] {
    [
      Raking.Margin(
        "stype", cells: ["E", "H", "M"], cellOfElement: codes(try rows.texts("stype")), totals: [4421, 755, 1018]),
      Raking.Margin(
        "sch.wide", cells: ["No", "Yes"], cellOfElement: codes(try rows.texts("sch.wide")), totals: [1072, 5122]),
    ]
  }

  /// One, two or no stages over the districts of a sample.
  private func clustered(_ rows: ReferenceTable, population: String?, second: String?) throws -> SurveyDesign {
    let clusters = codes(try rows.texts("dnum"))
    let count = (clusters.max() ?? 0) + 1
    var schools = [Int?](repeating: nil, count: count)
    if let second {
      for (cluster, number) in zip(clusters, try rows.numbers(second)) { schools[cluster] = Int(number) }
    }
    var weights = try rows.numbers("pw")
    if second != nil {
      // With both stages R weights by what was drawn at each.
      let drawn = Dictionary(clusters.map { ($0, 1.0) }, uniquingKeysWith: +)
      weights = clusters.map { 757 / Double(count) * Double(schools[$0] ?? 0) / (drawn[$0] ?? 1) }
    }
    let size = try population.map { try rows.numbers($0)[0] }
    return try SurveyDesign(
      weights: weights, clusterOfRow: clusters,
      stages: SamplingStages(
        stratumOfCluster: Array(repeating: 0, count: count), population: [size.map { Int($0) }],
        rowsInCluster: second == nil ? nil : schools, lonely: .none))
  }

  private func check(_ design: SurveyDesign, _ rows: ReferenceTable, _ name: String, tolerance: Double) throws {
    let expected = try expected()
    let students = try rows.numbers("enroll")
    let known = students.map { !$0.isNaN }
    let tested = try rows.numbers("api.stu")
    let means = try rows.numbers("api00")
    try expected.check(design.mean(means), name, "mean api00", tolerance: tolerance)
    try expected.check(design.total(students, in: known), name, "total enroll", tolerance: tolerance)
    try expected.check(
      design.ratio(tested, to: students, in: known), name, "ratio api.stu enroll", tolerance: tolerance)
    try expected.check(
      design.mean(means, in: try rows.texts("stype").map { $0 == "E" }), name, "mean api00 of E", tolerance: tolerance)
  }

  /// Without raking, after post-stratification, after raking; R's own raking lets each row count once.
  private func checkAll(_ design: SurveyDesign, _ rows: ReferenceTable, _ name: String) throws {
    // R writes fifteen digits.
    try check(design, rows, name, tolerance: 1e-12)
    let margins = try margins(rows)
    if name != "strat" {
      try check(design.raked(to: [margins[0]]), rows, name + " post-stratified", tolerance: 1e-12)
    }
    // R stops when no cell moves by 1e-10 of all, and projects with the weights of the step before.
    let raked = try design.raked(to: margins, iterations: 500, tolerance: 1e-12, countingOnce: true)
    try check(raked, rows, name + " raked", tolerance: 1e-7)
  }

  @Test func `apisrs`() throws {
    let rows = try table("apisrs")
    try checkAll(SurveyDesign(rows: 200, population: 6194), rows, "srs")
  }

  @Test func `apistrat`() throws {
    let rows = try table("apistrat")
    let strata = codes(try rows.texts("stype"))
    let design = try SurveyDesign(
      weights: try rows.numbers("pw"),
      stages: SamplingStages(stratumOfCluster: strata, population: [4421, 755, 1018]))
    try checkAll(design, rows, "strat")
  }

  @Test func `apiclus1`() throws {
    let rows = try table("apiclus1")
    try checkAll(clustered(rows, population: "fpc", second: nil), rows, "clus1")
  }

  @Test func `apiclus2, with both stages, the first alone and neither`() throws {
    let rows = try table("apiclus2")
    let both = try clustered(rows, population: "fpc1", second: "fpc2")
    try check(both, rows, "clus2 both", tolerance: 1e-12)
    let first = try clustered(rows, population: "fpc1", second: nil)
    try check(first, rows, "clus2 first", tolerance: 1e-12)
    let neither = try clustered(rows, population: nil, second: nil)
    try check(neither, rows, "clus2 neither", tolerance: 1e-12)

    func printed(_ design: SurveyDesign) throws -> [String] {
      let mean = try #require(design.mean(try rows.numbers("api00")))
      return [String(format: "%.2f", mean.value), String(format: "%.3f", try #require(mean.error))]
    }
    #expect(try printed(both) == ["670.81", "30.099"])
    #expect(try printed(first) == ["670.81", "29.889"])
    #expect(try printed(neither) == ["670.81", "30.712"])
  }
}
