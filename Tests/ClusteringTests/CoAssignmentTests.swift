import Clustering
import Matrices
import Testing

@Suite struct CoAssignmentTests {
  // Four divisions of three rows: 0 and 1 fall together in three of them, 1 and 2 in two, 0 and 2 in one.
  private let three = CoAssignment(labels: [0, 0, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0], rows: 3)

  @Test func `shares count the divisions that hold a pair together, by hand`() {
    #expect(three.count == 4)
    #expect(three.matrix() == Matrix([[1, 0.75, 0.25], [0.75, 1, 0.5], [0.25, 0.5, 1]]))
  }

  @Test func `cohesion is the mean share of pairs, by hand`() {
    let found = three.cohesions(of: Partition(labels: [0, 0, 1]))
    // Inside the first: the pair 0 and 1. Between the two: 0 and 2, 1 and 2.
    #expect(found.map(\.inside) == [0.75, nil])
    #expect(found.map(\.nextCluster) == [1, 0])
    #expect(found.map(\.withNext) == [0.375, 0.375])
  }

  @Test func `one cluster has no next`() {
    let found = three.cohesions(of: Partition(labels: [0, 0, 0]))
    #expect(found.map(\.inside) == [0.5])
    #expect(found.map(\.nextCluster) == [nil])
  }

  @Test func `cohesion is what the matrix says, and the names of clusters do not matter`() throws {
    var generator = SeededGenerator(seed: 3, streams: 0)
    let labels = (0..<20 * 30).map { _ in generator.index(below: 4) }
    let found = CoAssignment(labels: labels, rows: 30)
    let shares = try #require(found.matrix())
    let partition = Partition(labels: (0..<30).map { $0 % 3 })
    for (cluster, cohesion) in found.cohesions(of: partition).enumerated() {
      let members = partition.members(of: cluster)
      let inside = members.flatMap { first in members.filter { $0 > first }.map { shares[first, $0] } }
      let between = (0..<3).filter { $0 != cluster }.map { other in
        members.flatMap { first in partition.members(of: other).map { shares[first, $0] } }.mean ?? 0
      }
      #expect(abs((cohesion.inside ?? 0) - (inside.mean ?? 0)) < 1e-12)
      #expect(abs((cohesion.withNext ?? 0) - (between.max() ?? 0)) < 1e-12)
    }
    let renamed = CoAssignment(labels: labels.map { 3 - $0 }, rows: 30)
    #expect(renamed.matrix() == shares)
    #expect(renamed.cohesions(of: partition) == found.cohesions(of: partition))
  }

  @Test func `pairs are kept up to a limit`() {
    let most = CoAssignment.pairLimit
    #expect(CoAssignment(labels: Array(repeating: 0, count: most), rows: most).matrix()?.rows == most)
    #expect(CoAssignment(labels: Array(repeating: 0, count: most + 1), rows: most + 1).matrix() == nil)
  }
}
