import Matrices
import Testing

@testable import Clustering

@Suite struct JointReplicatesTests {
  private let rows = overlappingRows(40, columns: 3, centres: 3)

  @Test func `new clusters get the names of the old ones that share most rows, by hand`() {
    // New cluster 0 holds rows 2 to 4, new cluster 1 rows 0 and 1.
    let found = matched([1, 1, 0, 0, 0], Matrix([[5], [1]]), with: Partition(labels: [0, 0, 0, 1, 1]))
    #expect(found.labels == [0, 0, 1, 1, 1])
    #expect(found.centroids == [1, 5])
  }

  @Test func `an old cluster that is matched with none has no centroid, by hand`() {
    // The single new cluster shares two rows with the first and one with the second.
    let found = matched([0, 0, 0], Matrix([[7, 8]]), with: Partition(labels: [0, 0, 1]))
    #expect(found.labels == [0, 0, 0])
    #expect(Array(found.centroids.prefix(2)) == [7, 8])
    #expect(found.centroids.suffix(2).count { $0.isNaN } == 2)
  }

  @Test func `clusters far apart are sure, also for rows that were not drawn`() async {
    let data = Matrix((0..<20).map { [Double($0 % 2) * 100 + Double($0)] })
    let partition = Partition(labels: (0..<20).map { $0 % 2 })
    let joint = await JointReplication(count: 30, starts: 3).draw(data, partition)
    #expect(joint.shares == Matrix((0..<20).map { $0 % 2 == 0 ? [1, 0] : [0, 1] }))
    #expect(joint.labels.count == 30 * 20)
    #expect(joint.centroids.count == 30 * 2)
  }

  @Test func `values come from the replicate of the same number`() async {
    // In the second replicate row 0 has changed sides.
    let first = (0..<20).map { Double($0 % 2) * 100 + Double($0) }
    var second = first
    second[0] = 110
    let values = Replicates(count: 2, rows: 20, columns: 1, values: first + second)
    let partition = Partition(labels: (0..<20).map { $0 % 2 })
    let joint = await JointReplication().draw(Matrix(rows: 20, columns: 1, values: first), partition, values: values)
    #expect(joint.count == 2)
    #expect(joint.shares.row(0) == [0.5, 0.5])
    #expect(joint.shares.row(1) == [0, 1])
    #expect(joint.labels[0] == 0)
    #expect(joint.labels[20] == 1)
  }

  @Test func `too few distinct rows leave clusters without rows`() async {
    // Two distinct rows at most; a replicate that draws only one of them has one cluster.
    let data = Matrix([[0], [0], [9]])
    let joint = await JointReplication(count: 40, starts: 1).draw(data, Partition(labels: [0, 0, 1]))
    let single = (0..<40).filter { joint.centroids[$0 * 2].isNaN || joint.centroids[$0 * 2 + 1].isNaN }
    #expect(!single.isEmpty)
    for replicate in single { #expect(Set(joint.labels[replicate * 3..<replicate * 3 + 3]).count == 1) }
    for row in 0..<3 { #expect(abs(joint.shares.row(row).sum - 1) < 1e-12) }
  }

  @Test func `shares of a row add up to one, and follow the row when rows change places`() async {
    let fit = await KMeans(clusters: 3, starts: 20).fit(rows)
    let joint = await JointReplication(count: 25, starts: 3).draw(rows, fit.partition)
    for row in 0..<40 { #expect(abs(joint.shares.row(row).sum - 1) < 1e-12) }
    #expect(Set(joint.labels) == [0, 1, 2])
    // Each row is nearest to the centroid of the cluster that it got.
    for replicate in 0..<25 {
      let centroids = Matrix(rows: 3, columns: 3, values: Array(joint.centroids[replicate * 9..<replicate * 9 + 9]))
      let labels = Array(joint.labels[replicate * 40..<replicate * 40 + 40])
      #expect(nearestCentroids(of: rows, to: centroids) == labels)
    }
  }

  @Test func `the same seed gives the same bits, another seed other ones`() async {
    let fit = await KMeans(clusters: 3, starts: 20).fit(rows)
    let first = await JointReplication(count: 12, starts: 2, seed: 4).draw(rows, fit.partition)
    let again = await JointReplication(count: 12, starts: 2, seed: 4).draw(rows, fit.partition)
    let other = await JointReplication(count: 12, starts: 2, seed: 5).draw(rows, fit.partition)
    let more = await JointReplication(count: 13, starts: 2, seed: 4).draw(rows, fit.partition)
    #expect(first == again)
    #expect(first.centroids != other.centroids)
    #expect(first.centroids == Array(more.centroids.prefix(first.centroids.count)))
  }
}
