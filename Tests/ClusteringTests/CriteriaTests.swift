import Matrices
import Testing

@testable import Clustering

@Suite struct CriteriaTests {
  @Test func `silhouette of three rows, by hand`() {
    // Rows 0 and 2 together, 6 alone: a = 2, b = 6 and 4.
    let silhouette = Silhouette(of: Matrix([[0], [2], [6]]), Partition(labels: [0, 0, 1]))
    #expect(silhouette.widths == [4.0 / 6, 2.0 / 4, 0])
    #expect(silhouette.clusterMeans == [(4.0 / 6 + 0.5) / 2, 0])
  }

  @Test func `silhouette of one cluster is zero`() {
    #expect(Silhouette(of: Matrix([[0], [2]]), Partition(labels: [0, 0])).widths == [0, 0])
    #expect(Silhouette(of: Matrix([]), Partition(labels: [])).mean == 0)
  }

  @Test func `both variance criteria, by hand`() throws {
    // Centroids 1 and 12, within 2 + 8 = 10, total 131: (121 / 1) / (10 / 2). Spreads 1 and 2 over 11.
    let data = Matrix([[0], [2], [10], [14]])
    let partition = Partition(labels: [0, 0, 1, 1])
    #expect(calinskiHarabasz(of: data, partition) == 121.0 / 5)
    #expect(daviesBouldin(of: data, partition) == 3.0 / 11)
    #expect(calinskiHarabasz(of: data, Partition(labels: [0, 0, 0, 0])) == nil)
    #expect(daviesBouldin(of: data, Partition(labels: [0, 0, 0, 0])) == nil)
    #expect(calinskiHarabasz(of: data, Partition(labels: [0, 1, 2, 3])) == nil)
    #expect(daviesBouldin(of: data, Partition(labels: [0, 1, 2, 3])) == nil)
    #expect(daviesBouldin(of: Matrix([[0], [2], [0], [2]]), Partition(labels: [0, 0, 1, 1])) == nil)
  }

  @Test(arguments: ["iris", "usarrests-z"]) func `criteria equal those of R and scikit-learn`(name: String) async throws
  {
    let data = try referenceMatrix(name)
    let python = try referenceRows("davies-bouldin.csv")
    for row in try referenceRows("clusters.csv") where row[0] == name {
      let k = try #require(Int(row[1]))
      let fit = await KMeans(clusters: k, starts: 100).fit(data)
      let silhouette = try #require(Double(row[3]))
      #expect(abs(Silhouette(of: data, fit.partition).mean - silhouette) < 1e-9)
      let calinski = try #require(calinskiHarabasz(of: data, fit.partition))
      #expect(abs(calinski - (try #require(Double(row[4])))) < 1e-6)
      let other = try #require(python.first { $0[0] == name && $0[1] == row[1] })
      let sse = try #require(Double(other[2]))
      #expect(fit.inertia <= sse + 1e-9, "Lloyd alone is never better")
      if abs(fit.inertia - sse) < 1e-6 {
        let davies = try #require(daviesBouldin(of: data, fit.partition))
        #expect(abs(davies - (try #require(Double(other[3])))) < 1e-9)
      }
    }
  }

  @Test func `criteria of answers on a scale, many of them the same, equal those of R and scikit-learn`() async throws {
    let data = try referenceMatrix("likert")
    #expect(data.distinctRowCount < data.rows)
    let python = try referenceRows("likert-davies-bouldin.csv")
    for (row, other) in zip(try referenceRows("likert-clusters.csv"), python) {
      let wanted = try referenceNumbers(row[1...5] + [other[1]])
      let partition = Partition(labels: try row[7].split(separator: " ").map { try #require(Int($0)) })
      let silhouette = Silhouette(of: data, partition)
      let found = [
        inertia(of: data, partition), silhouette.mean, try #require(calinskiHarabasz(of: data, partition)),
        silhouette.widths[0], try #require(silhouette.widths.min()), try #require(daviesBouldin(of: data, partition)),
      ]
      for (ours, theirs) in zip(found, wanted) { #expect(abs(ours - theirs) < 1e-12 * max(1, theirs), "\(row[0])") }
      let fit = await KMeans(clusters: partition.clusters, starts: 200).fit(data)
      #expect(fit.inertia < wanted[0] + 1e-9, "\(row[0]) clusters: no worse than 500 starts of R")
    }
  }

  @Test func `other names of the clusters change no score`() {
    let data = overlappingRows(30, columns: 3, centres: 3)
    let first = Partition(labels: (0..<30).map { $0 % 3 })
    let second = Partition(labels: (0..<30).map { [8, 1, 5][$0 % 3] })
    #expect(Silhouette(of: data, first) == Silhouette(of: data, second))
    #expect(daviesBouldin(of: data, first) == daviesBouldin(of: data, second))
    #expect(calinskiHarabasz(of: data, first) == calinskiHarabasz(of: data, second))
  }
}
