import Testing

@testable import Clustering

@Suite struct CensusTests {
  @Test func `starts are counted by where they ended, by hand`() {
    let good = Partition(labels: [0, 0, 1])
    let fair = Partition(labels: [0, 1, 1])
    let poor = Partition(labels: [0, 1, 0])
    let census = Census([(fair, 11), (good, 10), (poor, 20), (good, 10)])
    #expect(census.starts == 4)
    #expect(census.hits == 2)
    #expect(census.optima.map(\.partition) == [good, fair, poor])
    #expect(census.optima.map(\.hits) == [2, 1, 1])
    #expect(census.optima.map(\.firstStart) == [1, 0, 2])
    #expect(census.chanceOfNew == 0.5)
    #expect(census.gapToSecond.map { ($0 * 1000).rounded() } == 100)
  }

  @Test func `of two optima with the same cost the first found is best`() {
    let census = Census([(Partition(labels: [0, 1]), 3), (Partition(labels: [0, 0]), 3)])
    #expect(census.optima[0].partition.clusters == 2)
  }
}
