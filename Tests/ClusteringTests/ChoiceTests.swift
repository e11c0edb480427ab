import Matrices
import Testing

@testable import Clustering

@Suite struct ChoiceTests {
  /// Evidence for 2, 3 and 4 clusters with given silhouettes, least coefficients and smallest clusters.
  func table(_ silhouettes: [Double], _ least: [Double?], smallest: [Int] = [20, 10, 5], gap: [Double] = [])
    -> EvidenceTable
  {
    let statistic = GapStatistic(
      values: gap.enumerated().map {
        GapStatistic.Value(clusters: $0 + 1, logW: 0, expected: $1, standardError: 0.01)
      })
    let rows = (0..<3).map { index in
      let clusters = index + 2
      let labels = (0..<clusters).flatMap { cluster in
        Array(repeating: cluster, count: cluster == clusters - 1 ? smallest[index] : 30)
      }
      let data = Matrix(labels.map { [Double($0)] })
      let census = Census([(Partition(labels: labels), 0)])
      return Evidence(
        fit: KMeansFit(data, census: census),
        silhouette: Silhouette(widths: [], clusterMeans: [], mean: silhouettes[index]),
        calinskiHarabasz: Double(index), daviesBouldin: Double(index), gap: statistic[clusters],
        stability: least[index].map { Stability(jaccard: [1, $0]) })
    }
    return EvidenceTable(rows: rows, gap: gap.isEmpty ? nil : statistic)
  }

  @Test func `stability takes the finest division whose every type comes back`() throws {
    let choice = try #require(table([0.4, 0.3, 0.2], [0.9, 0.8, 0.5]).choose(by: ChoiceCriteria(leastJaccard: 0.75)))
    #expect(choice.clusters == 3)
    #expect(choice.basis == .rule)
    #expect(
      choice.sentence
        == "3 is the largest number of types that all come back in resamples with a Jaccard coefficient of 0.75 or more; the least has 0.8"
    )
  }

  @Test func `criteria that disagree are kept`() throws {
    let evidence = table([0.4, 0.3, 0.2], [0.9, 0.8, 0.5], gap: [1, 2, 3, 4])
    let choice = try #require(evidence.choose(by: ChoiceCriteria(leastJaccard: 0.75)))
    #expect(
      choice.picks.map(\.criterion) == [
        "stability", "silhouette", "calinski-harabasz", "davies-bouldin", "gap-firstSEmax", "gap-Tibs2001SEmax",
      ])
    #expect(choice.picks.map(\.clusters) == [3, 2, 4, 2, 4, 4])
  }

  @Test func `without a stable division the least bad is taken, and said so`() throws {
    let choice = try #require(table([0.4, 0.3, 0.2], [0.5, 0.55, 0.4]).choose(by: ChoiceCriteria(leastJaccard: 0.75)))
    #expect(choice.clusters == 3)
    #expect(choice.basis == .leastBad)
    #expect(
      choice.sentence
        == "no number of types has only types with a Jaccard coefficient of 0.75 or more; 3 comes nearest, its least has 0.55"
    )
  }

  @Test func `a quick search lets the silhouette stand in`() throws {
    let choice = try #require(table([0.2, 0.3, 0.1], [nil, nil, nil]).choose(by: ChoiceCriteria()))
    #expect(choice.clusters == 3)
    #expect(choice.basis == .standIn)
    let gap = try #require(table([0.2, 0.3, 0.1], [nil, nil, nil]).choose(by: ChoiceCriteria(rule: .gapFirstSEMax)))
    #expect(gap.basis == .standIn)
    #expect(gap.sentence == "the gap was not measured in a quick search; 3 types have the highest mean silhouette, 0.3")
  }

  @Test func `small types rule a number out`() throws {
    let choice = try #require(
      table([0.2, 0.3, 0.4], [1, 1, 1]).choose(by: ChoiceCriteria(rule: .silhouette, smallest: 6)))
    #expect(choice.clusters == 3)
    #expect(choice.eligible == [2, 3])
    let none = try #require(table([0.2, 0.3, 0.4], [1, 1, 1]).choose(by: ChoiceCriteria(smallest: 25)))
    #expect(none.clusters == 2)
    #expect(none.basis == .leastBad)
    #expect(none.eligible == [])
  }

  @Test func `a gap outside the range is brought to the nearest number`() throws {
    let evidence = table([0.2, 0.3, 0.4], [1, 1, 1], gap: [5, 4, 3, 2])
    let choice = try #require(evidence.choose(by: ChoiceCriteria(rule: .gapTibshirani)))
    #expect(choice.clusters == 2)
    #expect(choice.basis == .leastBad)
  }

  @Test func `a decision goes before the rule and keeps its reason`() throws {
    let decision = ChoiceDecision(clusters: 4, reason: "the working group knows four")
    let choice = try #require(table([0.4, 0.3, 0.2], [1, 1, 0.1]).choose(by: ChoiceCriteria(decision: decision)))
    #expect(choice.clusters == 4)
    #expect(choice.basis == .decision)
    #expect(choice.sentence == "4 by decision: the working group knows four")
    let unknown = ChoiceCriteria(decision: ChoiceDecision(clusters: 7, reason: "more"))
    #expect(table([0.4, 0.3, 0.2], [1, 1, 1]).choose(by: unknown) == nil)
  }

  @Test func `a full search measures everything, twice the same`() async throws {
    let data = overlappingRows(40, columns: 3, centres: 3)
    let search = EvidenceSearch(clusters: 2...4, starts: 10, references: 5, resamples: 5)
    let found = await search.run(data)
    #expect(found == (await search.run(data)))
    #expect(found.rows.map(\.clusters) == [2, 3, 4])
    #expect(found.rows.allSatisfy { $0.gap != nil && $0.stability != nil })
    var quick = search
    quick.depth = .quick
    let less = await quick.run(data)
    #expect(less.rows.map(\.fit) == found.rows.map(\.fit))
    #expect(less.gap == nil && less.rows.allSatisfy { $0.stability == nil })
  }
}
