import Testing

@testable import Clustering

@Suite struct LineageTests {
  @Test func `a cluster comes from the one that gave most of its rows, by hand`() {
    // Earlier {0, 1, 2, 3, 4} and {5, 6, 7}; later {0, 1, 2}, {4, 5, 6} and {3, 7}.
    let earlier = Partition(labels: [0, 0, 0, 0, 0, 1, 1, 1])
    let later = Partition(labels: [0, 0, 0, 2, 1, 1, 1, 2])
    let lineage = Lineage(from: earlier, to: later)
    #expect(lineage.shared == [[3, 1, 1], [0, 2, 1]])
    // The last cluster has a row of each, and the tie goes to the lowest index.
    #expect(lineage.origins == [0, 1, 0])
    #expect(lineage.shares == [1, 2.0 / 3, 1.0 / 2])
    #expect(lineage.offspring(of: 0) == [0, 2])
    #expect(lineage.offspring(of: 1) == [1])
  }

  @Test func `a cluster that gives to several and most to none dissolves`() {
    let earlier = Partition(labels: [0, 0, 0, 0, 1, 1, 1, 2, 2])
    let later = Partition(labels: [0, 0, 0, 0, 1, 1, 1, 0, 1])
    let lineage = Lineage(from: earlier, to: later)
    #expect(lineage.origins == [0, 1])
    #expect(lineage.offspring(of: 2) == [])
  }

  @Test func `the same division keeps every cluster, and no rows have no lineage`() {
    let partition = Partition(labels: [0, 0, 1, 1, 2])
    let same = Lineage(from: partition, to: partition)
    #expect(same.origins == [0, 1, 2])
    #expect(same.shares == [1, 1, 1])
    let nothing = Partition(labels: [])
    #expect(Lineage(from: nothing, to: nothing).origins == [])
  }
}
