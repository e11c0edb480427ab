import Clustering
import Matrices
import Testing

@Suite struct MembershipTests {
  let centroids = Matrix([[0, 0], [10, 0], [0, 4]])

  @Test func `a member has a distance to its own and to the next cluster`() {
    let data = Matrix([[3, 0], [10, 0]])
    let found = memberships(of: data, Partition(labels: [0, 1]), centroids: centroids)
    #expect(found[0].distance == 3)
    #expect(found[0].nextCluster == 2)
    #expect(found[0].nextDistance == 5)
    #expect(found[1].distance == 0)
    #expect(found[1].nextCluster == 0)
  }

  @Test func `the margin is the difference of the two distances over their sum`() {
    let data = Matrix([[3, 0], [10, 0], [5, 0], [8, 0]])
    let found = memberships(of: data, Partition(labels: [0, 1, 0, 0]), centroids: Matrix([[0, 0], [10, 0]]))
    #expect(found.map(\.margin) == [0.4, 1, 0, -0.6])
    let same = memberships(of: Matrix([[1]]), Partition(labels: [0]), centroids: Matrix([[1], [1]]))
    #expect(same[0].margin == 0)
    let single = memberships(of: Matrix([[1]]), Partition(labels: [0]), centroids: Matrix([[2]]))
    #expect(single[0].margin == nil)
  }

  @Test func `with one cluster there is no next`() {
    let found = memberships(of: Matrix([[1], [3]]), Partition(labels: [0, 0]), centroids: Matrix([[2]]))
    #expect(found.map(\.nextCluster) == [nil, nil])
    #expect(found.map(\.nextDistance) == [nil, nil])
  }

  @Test func `shares count the replicates that are nearest to each centroid`() async {
    let replicates = Replicates(
      count: 4, rows: 2, columns: 2,
      values: [
        1, 0, 9, 0,
        1, 1, 9, 9,
        8, 0, 9, 0,
        0, 3, 2, 0,
      ])
    let shares = await replicates.sharesNearest(to: centroids)
    #expect(shares == Matrix([[0.5, 0.25, 0.25], [0.25, 0.75, 0]]))
  }
}
