import Matrices
import Testing

@testable import Clustering

@Suite struct ChoiceTests {
  /// Evidence for 2, 3 and 4 clusters with given silhouettes, least coefficients and smallest clusters.
  func table(
    _ silhouettes: [Double], _ least: [Double?], smallest: [Int] = [20, 10, 5], gap: [Double] = [],
    prediction: [Double?] = [nil, nil, nil]
  ) -> EvidenceTable {
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
        stability: least[index].map { Stability(jaccard: [1, $0]) },
        prediction: prediction[index].map {
          PredictionStrength(clusters: clusters, mean: $0, standardError: 0.01, halvings: 50)
        })
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
        "gap-globalmax", "prediction-strength",
      ])
    #expect(choice.picks.map(\.clusters) == [3, 2, 4, 2, 4, 4, 4, nil])
    #expect(choice.speakingFor == ["stability"])
    #expect(Set(ChoiceRule.allCases.map(\.rawValue)).isSubset(of: Choice.criterionNames))
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

  @Test func `the highest gap of all is a rule too`() throws {
    let choice = try #require(
      table([0.2, 0.3, 0.4], [1, 1, 1], gap: [5, 4, 3, 6]).choose(by: ChoiceCriteria(rule: .gapGlobalMax)))
    #expect(choice.clusters == 4)
    #expect(choice.sentence == "the gap statistic takes 4 types by the rule gap-globalmax")
  }

  @Test func `prediction strength takes the finest division that predicts well enough`() throws {
    let criteria = ChoiceCriteria(rule: .predictionStrength, leastPrediction: 0.8)
    let found = try #require(
      table([0.4, 0.3, 0.2], [1, 1, 1], gap: [1, 2], prediction: [0.9, 0.8, 0.5]).choose(by: criteria))
    #expect(found.clusters == 3)
    #expect(found.sentence == "3 is the largest number of types with a prediction strength of 0.8 or more, 0.8")
    let poor = try #require(
      table([0.4, 0.3, 0.2], [1, 1, 1], gap: [1, 2], prediction: [0.5, 0.6, nil]).choose(by: criteria))
    #expect(poor.basis == .leastBad)
    #expect(poor.sentence == "no number of types has a prediction strength of 0.8 or more; 3 comes nearest with 0.6")
    let few = try #require(table([0.4, 0.3, 0.2], [1, 1, 1], gap: [1, 2]).choose(by: criteria))
    #expect(few.basis == .standIn)
    #expect(
      few.sentence
        == "there are too few different units to halve them for the prediction strength; 2 types have the highest mean silhouette, 0.4"
    )
    let quick = try #require(table([0.4, 0.3, 0.2], [nil, nil, nil]).choose(by: criteria))
    #expect(
      quick.sentence
        == "prediction strength was not measured in a quick search; 2 types have the highest mean silhouette, 0.4")
  }

  @Test func `a gap that is nowhere defined lets the silhouette stand in`() throws {
    let undefined = EvidenceTable(rows: table([0.4, 0.3, 0.2], [1, 1, 1]).rows, gap: GapStatistic(values: []))
    let choice = try #require(undefined.choose(by: ChoiceCriteria(rule: .gapTibshirani)))
    #expect(choice.basis == .standIn)
    #expect(
      choice.sentence
        == "the gap is not defined where every unit equals the others of its type; 2 types have the highest mean silhouette, 0.4"
    )
  }

  @Test func `a single group is taken when nothing else meets the rule`() async throws {
    let data = overlappingRows(40, columns: 3, centres: 1)
    let found = await EvidenceSearch(clusters: 1...3, starts: 10, references: 10, resamples: 10, halvings: 10).run(data)
    #expect(found[1]?.meanSilhouette == nil)
    #expect(found[1]?.stability?.minimum == 1)
    #expect(found[1]?.prediction?.mean == 1)
    #expect(found[1]?.calinskiHarabasz == nil && found[1]?.daviesBouldin == nil)
    let stable = try #require(found.choose(by: ChoiceCriteria(leastJaccard: 0.99)))
    #expect(stable.clusters == 1)
    #expect(
      stable.sentence
        == "no larger number of types has only types that come back in resamples with a Jaccard coefficient of 0.99 or more, so that 1 is left"
    )
    let predicted = try #require(found.choose(by: ChoiceCriteria(rule: .predictionStrength, leastPrediction: 0.99)))
    #expect(
      predicted.sentence == "no larger number of types has a prediction strength of 0.99 or more, so that 1 is left")
    let gap = try #require(found.choose(by: ChoiceCriteria(rule: .gapTibshirani)))
    #expect(gap.sentence == "the gap statistic takes 1 type by the rule gap-Tibs2001SEmax")
    let alone = try #require(found.choose(by: ChoiceCriteria(rule: .silhouette, smallest: 30)))
    #expect(alone.clusters == 1 && alone.basis == .leastBad)
    #expect(alone.sentence == "a single group has no silhouette, and no other number may be chosen")
  }

  @Test func `as many clusters as rows are measured as far as they can be`() async throws {
    let data = Matrix([[0], [1], [5], [6]])
    let found = await EvidenceSearch(clusters: 1...4, starts: 5, references: 4, resamples: 4, halvings: 4).run(data)
    let last = try #require(found[4])
    #expect(last.silhouette.mean == 0)
    #expect(last.calinskiHarabasz == nil && last.daviesBouldin == nil)
    #expect(last.gap == nil && last.prediction == nil)
    #expect(found.gap?.values.count == 3)
  }

  @Test func `beside a decision stands what the rule takes`() throws {
    let decision = ChoiceDecision(clusters: 4, reason: "the working group knows four")
    let choice = try #require(table([0.4, 0.3, 0.2], [1, 1, 0.1]).choose(by: ChoiceCriteria(decision: decision)))
    #expect(choice.verdict.clusters == 3)
    #expect(choice.verdict.basis == .rule)
    #expect(choice.speakingFor == ["calinski-harabasz"])
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
    #expect(found.rows.allSatisfy { $0.prediction != nil })
    var quick = search
    quick.depth = .quick
    let less = await quick.run(data)
    #expect(less.rows.map(\.fit) == found.rows.map(\.fit))
    #expect(less.gap == nil)
    #expect(less.rows.allSatisfy { $0.stability == nil })
    #expect(less.rows.allSatisfy { $0.prediction == nil })
  }
}
