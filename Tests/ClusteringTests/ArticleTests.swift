import Clustering
import Matrices
import Testing

/// The samples of the articles in `Clustering.docc`, word for word, with the numbers that the articles tell.
@Suite struct ClusteringArticleTests {
  /// Answers in steps of a half around six centres that overlap: what a survey with scales of five looks like.
  private func answers(_ rows: Int, _ columns: Int, apart spread: Double) -> Matrix {
    var generator = SeededGenerator(seed: 2020, streams: 340)
    let centres = (0..<6 * columns).map { _ in 3 + spread * generator.normal() }
    return Matrix(
      rows: rows, columns: columns,
      values: (0..<rows).flatMap { row in
        (0..<columns).map { column in
          let answer = centres[row % 6 * columns + column] + 0.9 * generator.normal()
          return min(5, max(1, (2 * answer).rounded() / 2))
        }
      })
  }

  @Test func `choosing the number of types`() async throws {
    let data = answers(240, 8, apart: 0.7)
    // sample: choose
    let search = EvidenceSearch(clusters: 2...8, starts: 50, references: 20, resamples: 20, halvings: 10)
    let evidence = await search.run(data)
    for row in evidence.rows {
      print(row.clusters, row.fit.inertia, row.meanSilhouette ?? 0, row.smallest)
    }
    // Declare the rule before you look at what it chooses.
    let rule = ChoiceCriteria(rule: .silhouette, smallest: 10)
    let choice = evidence.choose(by: rule)
    print(choice?.sentence ?? "no number of clusters is allowed by this rule")
    // end
    func near(_ found: Double?, _ wanted: Double, _ digits: Double) -> Bool {
      found.map { ($0 - wanted).magnitude <= digits } ?? false
    }
    let inertias = [1679, 1486, 1377, 1294, 1218, 1167, 1121.0]
    let silhouettes = [0.167, 0.156, 0.147, 0.130, 0.131, 0.131, 0.134]
    let stabilities = [0.97, 0.90, 0.64, 0.55, 0.64, 0.50, 0.38]
    for (index, row) in evidence.rows.enumerated() {
      #expect(near(row.fit.inertia, inertias[index], 0.5))
      #expect(near(row.meanSilhouette, silhouettes[index], 0.0005))
      #expect(near(row.stability?.jaccard.min(), stabilities[index], 0.005))
    }
    #expect(evidence.rows.map(\.smallest) == [95, 67, 45, 44, 29, 25, 22])
    #expect(choice?.sentence == "2 types have the highest mean silhouette, 0.167")
  }

  @Test func `why single-point exchanges`() async throws {
    let data = answers(340, 20, apart: 0.45)
    // sample: exchanges
    let lloyd = await KMeans(clusters: 6, starts: 600, exchanges: false).fit(data)
    let exchanged = await KMeans(clusters: 6, starts: 600).fit(data)
    print(lloyd.inertia, lloyd.census.hits, lloyd.census.optima.count)
    print(exchanged.inertia, exchanged.census.hits, exchanged.census.optima.count)
    print(exchanged.census.chanceOfNew, exchanged.census.gapToSecond ?? 0)
    // end
    #expect((lloyd.inertia - 4996.79).magnitude < 0.005 && (exchanged.inertia - 4995.40).magnitude < 0.005)
    #expect(lloyd.census.hits == 1 && lloyd.census.optima.count == 600)
    #expect(exchanged.census.hits == 12 && exchanged.census.optima.count == 272)
    #expect((exchanged.census.chanceOfNew - 0.337).magnitude < 0.0005)
    #expect((try #require(exchanged.census.gapToSecond) - 3.2e-6).magnitude < 1e-7)
  }
}
