import Matrices
import Testing

@testable import Clustering

@Suite struct KMeansTests {
  @Test func `two pairs far apart are two clusters, by hand`() async {
    let fit = await KMeans(clusters: 2, starts: 5).fit(Matrix([[0], [2], [10], [14]]))
    #expect(fit.partition.labels == [0, 0, 1, 1])
    #expect(fit.centroids == Matrix([[1], [12]]))
    #expect(fit.inertia == 1 + 1 + 4 + 4)
    #expect(fit.census.hits == 5)
    #expect(fit.census.optima.count == 1)
    #expect(fit.census.chanceOfNew == 0)
    #expect(fit.census.gapToSecond == nil)
  }

  @Test func `a single cluster lies at the mean`() async {
    let fit = await KMeans(clusters: 1, starts: 1).fit(Matrix([[0, 1], [2, 3], [4, 8]]))
    #expect(fit.centroids == Matrix([[2, 4]]))
    #expect(fit.inertia == 4 + 9 + 0 + 1 + 4 + 16)
  }

  @Test func `as many clusters as distinct rows cost nothing`() async {
    let data = Matrix([[1], [5], [5], [9], [-3]])
    #expect(data.distinctRowCount == 4)
    let fit = await KMeans(clusters: 4, starts: 3).fit(data)
    #expect(fit.inertia == 0)
    #expect(fit.partition.sizes == [2, 1, 1, 1])
    #expect(fit.partition.labels == [1, 0, 0, 2, 3])
  }

  @Test func `minus zero and zero are the same row`() {
    #expect(Matrix([[0.0], [-0.0]]).distinctRowCount == 1)
  }

  @Test func `an exchange moves a row that Lloyd leaves where it is, by hand`() {
    // From the centroids 0 and 4 Lloyd keeps {0, 2} and {3, 4}: the 2 is 1 away from 1 and 1.5 from 3.5. The cost is 2.5.
    // The 2 costs 2/1 · 1² = 2 where it is and 2/3 · 1.5² = 1.5 in the other cluster, so it moves; the cost becomes 2.
    let data = Observations(Matrix([[0], [2], [3], [4]]))
    let lloyd = Descent(data, seeds: [0, 3])
    let both = Descent(data, seeds: [0, 3])
    lloyd.run(exchanging: false)
    both.run()
    #expect(lloyd.currentLabels == [0, 0, 1, 1])
    #expect(both.currentLabels == [0, 1, 1, 1])
  }

  @Test func `ties go to the lowest index`() {
    // Row 1 is at 2 from both first centroids.
    let data = Observations(Matrix([[0], [2], [4]]))
    let descent = Descent(data, seeds: [2, 0])
    descent.run(maximumIterations: 1, exchanging: false)
    #expect(descent.currentLabels == [1, 0, 0])
    #expect(nearestCentroids(of: Matrix([[1]]), to: Matrix([[2], [0], [2]])) == [0])
  }

  @Test func `an empty cluster takes the row farthest from its centroid`() {
    // Two first centroids at the same place leave the second cluster empty.
    let data = Observations(Matrix([[0], [0], [1], [5]]))
    let descent = Descent(data, seeds: [0, 1])
    descent.run(exchanging: false)
    #expect(descent.currentLabels == [0, 0, 0, 1])
  }

  @Test(arguments: ["iris", "usarrests-z"]) func `sums of squares and sizes equal R's`(name: String) async throws {
    let data = try referenceMatrix(name)
    for row in try referenceRows("clusters.csv") where row[0] == name {
      let k = try #require(Int(row[1]))
      let fit = await KMeans(clusters: k, starts: 100).fit(data)
      #expect(abs(fit.inertia - (try #require(Double(row[2])))) < 1e-9, "\(name), \(k) clusters")
      #expect(fit.partition.sizes.map(String.init).joined(separator: " ") == row[5])
    }
  }

  @Test func `the cost never rises from Lloyd to exchanges`() {
    let matrix = overlappingRows(60, columns: 5, centres: 4)
    let data = Observations(matrix)
    for start in 0..<20 {
      var generator = SeededGenerator(seed: 3, streams: start)
      let seeds = Seeding.greedy.draw(data, count: 5, using: &generator)
      var costs: [Double] = []
      for iterations in [1, 2, 3, 300] {
        let descent = Descent(data, seeds: seeds)
        descent.run(maximumIterations: iterations, exchanging: false)
        costs.append(inertia(of: matrix, Partition(labels: descent.currentLabels)))
      }
      let whole = Descent(data, seeds: seeds)
      whole.run()
      costs.append(inertia(of: matrix, Partition(labels: whole.currentLabels)))
      for (before, after) in zip(costs, costs.dropFirst()) { #expect(after <= before + 1e-9) }
    }
  }

  @Test func `no single move improves the result`() async {
    let data = overlappingRows(40, columns: 3, centres: 3)
    let fit = await KMeans(clusters: 4, starts: 2).fit(data)
    for row in 0..<data.rows {
      for cluster in 0..<4 {
        var labels = fit.partition.labels
        labels[row] = cluster
        #expect(inertia(of: data, Partition(labels: labels)) >= fit.inertia - 1e-9)
      }
    }
  }

  @Test func `more starts never cost more`() async {
    let data = overlappingRows(70, columns: 4, centres: 5)
    var last = Double.infinity
    for starts in [1, 2, 5, 20, 60] {
      let fit = await KMeans(clusters: 6, starts: starts).fit(data)
      #expect(fit.inertia <= last)
      last = fit.inertia
    }
  }

  @Test func `many tasks find what one task finds`() async {
    let data = overlappingRows(50, columns: 4, centres: 4)
    let search = KMeans(clusters: 4, starts: 30)
    let fit = await search.fit(data)
    let observations = Observations(data)
    let alone = Partition(labels: search.quickFit(observations))
    #expect(inertia(of: data, alone) == fit.inertia)
    #expect(alone == fit.partition)
    #expect(await search.fit(data) == fit)
  }

  @Test func `a large common offset changes nothing`() async {
    let data = overlappingRows(50, columns: 4, centres: 4)
    let shifted = Matrix(rows: 50, columns: 4, values: data.values.map { $0 + 1_048_576 })
    let search = KMeans(clusters: 4, starts: 20)
    #expect(await search.fit(data).partition == (await search.fit(shifted)).partition)
  }

  @Test func `distances are the same with and without the table of all distances`() {
    let data = overlappingRows(43, columns: 5, centres: 2)
    let table = Observations(data)
    let bare = Observations(data, keepingPairwise: false)
    #expect(bare.pairwise.isEmpty && !table.pairwise.isEmpty)
    for row in 0..<43 {
      let distances = table.withSquaredDistances(from: row) { span in span.indices.map { span[$0] } }
      #expect(distances == bare.withSquaredDistances(from: row) { span in span.indices.map { span[$0] } })
    }
    let partition = Partition(labels: (0..<43).map { $0 % 3 })
    #expect(Silhouette(of: table, partition) == Silhouette(of: bare, partition))
  }
}
