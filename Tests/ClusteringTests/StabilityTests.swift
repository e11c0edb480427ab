import Matrices
import Testing

@testable import Clustering

@Suite struct StabilityTests {
  @Test func `similarity is the highest share of common rows, by hand`() {
    // Clusters {0, 1, 2} and {3, 4}; drawn are 0, 1, 3, 4, found {0, 1, 3} and {4}.
    let found = similarities(
      of: Partition(labels: [0, 0, 0, 1, 1]), rows: [0, 1, 3, 4], to: Partition(labels: [0, 0, 0, 1]))
    #expect(found == [2.0 / 3, 1.0 / 2])
  }

  @Test func `a cluster of which nothing was drawn does not count`() {
    let found = similarities(of: Partition(labels: [0, 0, 1]), rows: [0, 1], to: Partition(labels: [0, 0]))
    #expect(found == [1, nil])
  }

  @Test func `clusters far apart always come back`() async {
    let data = Matrix((0..<20).map { [Double($0 % 2) * 100 + Double($0)] })
    let partition = Partition(labels: (0..<20).map { $0 % 2 })
    let stability = await StabilityMeasurement(resamples: 10).measure(data, [partition])
    #expect(stability == [Stability(jaccard: [1, 1])])
    #expect(stability[0].grades == [.high, .high])
  }

  @Test func `grades begin at their bounds`() {
    #expect(
      Stability(jaccard: [0, 0.5, 0.5.nextUp, 0.6.nextDown, 0.6, 0.75.nextDown, 0.75, 0.85.nextDown, 0.85, 1]).grades
        == [.dissolved, .dissolved, .doubtful, .doubtful, .pattern, .pattern, .stable, .stable, .high, .high])
    #expect(Stability(jaccard: []).minimum == 0)
  }

  @Test func `few distinct rows are divided into as many clusters as there are`() async {
    let data = Matrix([[0], [0], [0], [9], [9], [9]])
    let stability = await StabilityMeasurement(resamples: 40).measure(data, [Partition(labels: [0, 0, 0, 1, 1, 1])])
    #expect(stability[0].jaccard == [1, 1])
  }
}
