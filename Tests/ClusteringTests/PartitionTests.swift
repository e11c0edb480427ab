import Clustering
import Testing

@Suite struct PartitionTests {
  @Test func `clusters are ordered by size and then by their first row`() {
    let partition = Partition(labels: [7, 3, 3, 9, 9, 7, 3])
    #expect(partition.labels == [1, 0, 0, 2, 2, 1, 0])
    #expect(partition.sizes == [3, 2, 2])
    #expect(partition.members(of: 1) == [0, 5])
  }

  @Test func `other names make the same partition`() {
    #expect(Partition(labels: [0, 0, 1, 2]) == Partition(labels: [5, 5, -1, 3]))
  }

  @Test func `no rows are no clusters`() {
    #expect(Partition(labels: []).clusters == 0)
  }

  @Test func `rows that differ are counted after matching the clusters`() {
    let first = Partition(labels: [0, 0, 0, 1, 1, 2])
    let second = Partition(labels: [1, 1, 2, 2, 2, 3])
    #expect(first.rowsThatDiffer(from: second) == [2])
    #expect(first.rowsThatDiffer(from: first) == [])
  }

  @Test func `clusters are matched so that fewest rows differ, not pair by pair`() {
    // Pair by pair the first clusters share three rows, which leaves the others nothing: four rows would differ.
    let first = Partition(labels: [0, 0, 0, 0, 0, 1, 1])
    let second = Partition(labels: [0, 0, 0, 1, 1, 0, 0])
    #expect(first.sharedCounts(with: second) == [[3, 2], [2, 0]])
    #expect(first.rowsThatDiffer(from: second) == [0, 1, 2])
  }

  @Test func `clusters beyond those of the other partition differ whole`() {
    #expect(Partition(labels: [0, 0, 1]).rowsThatDiffer(from: Partition(labels: [0, 0, 0])) == [2])
    #expect(Partition(labels: [0, 0, 0]).rowsThatDiffer(from: Partition(labels: [0, 0, 1])) == [2])
  }
}
