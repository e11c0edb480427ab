import Matrices
import Testing

@testable import Clustering

@Suite struct PredictionStrengthTests {
  @Test func `the least share of pairs that stay together, by hand`() {
    // Of the six pairs of the first cluster, the prediction keeps {0, 1, 2} and so three; of the second all three.
    let partition = Partition(labels: [0, 0, 0, 0, 1, 1, 1])
    #expect(leastShareTogether(partition, predicted: [0, 0, 0, 1, 1, 1, 1]) == 3.0 / 6)
    #expect(leastShareTogether(partition, predicted: [1, 1, 1, 1, 0, 0, 0]) == 1)
    #expect(leastShareTogether(partition, predicted: [0, 0, 0, 0, 0, 1, 2]) == 0)
    #expect(leastShareTogether(Partition(labels: [0, 1]), predicted: [0, 0]) == 1, "single rows are no pairs")
  }

  @Test func `groups far apart predict each other, and one group always does`() async {
    let data = Matrix((0..<40).map { [Double($0 % 2) * 100 + Double($0) / 10] })
    let found = await PredictionMeasurement(halvings: 10).measure(data, clusters: [1, 2])
    #expect(found.map { $0?.mean } == [1, 1])
    #expect(found.map { $0?.standardError } == [0, 0])
    #expect(found.map { $0?.halvings } == [10, 10])
  }

  @Test func `a half with too few different rows does not count`() async {
    let data = Matrix([[0], [0], [0], [0], [9], [9]])
    let found = await PredictionMeasurement(halvings: 60).measure(data, clusters: [2, 3])
    #expect(found[1] == nil)
    let counted = found[0]?.halvings ?? 0
    #expect(counted > 0 && counted < 60)
    #expect(found[0]?.mean == 1)
    // Halves of two rows in two clusters hold no pair to predict.
    #expect(await PredictionMeasurement(halvings: 5).measure(Matrix([[0], [1], [2], [3]]), clusters: [2]) == [nil])
    #expect(await PredictionMeasurement(halvings: 5).measure(Matrix([[0]]), clusters: [2]) == [nil])
  }

  @Test func `a single halving has no standard error`() async {
    let data = overlappingRows(30, columns: 2, centres: 3)
    let found = await PredictionMeasurement(halvings: 1).measure(data, clusters: [2])
    #expect(found[0] != nil && found[0]?.standardError == nil)
  }

  @Test func `the same seed gives the same strength, and each number is measured on its own`() async {
    let data = overlappingRows(41, columns: 3, centres: 3)
    let measurement = PredictionMeasurement(halvings: 8, starts: 5)
    let together = await measurement.measure(data, clusters: [2, 3, 4])
    #expect(await measurement.measure(data, clusters: [2, 3, 4]) == together)
    #expect(await measurement.measure(data, clusters: [3]) == [together[1]])
  }

  @Test(arguments: ["iris", "likert"]) func `strengths equal those of fpc`(name: String) async throws {
    let rows = try referenceRows("prediction-strength.csv").filter { $0[0] == name }
    let clusters = try rows.map { try #require(Int($0[1])) }
    let found = await PredictionMeasurement(halvings: 200).measure(try referenceMatrix(name), clusters: clusters)
    for (row, strength) in zip(rows, found) {
      let strength = try #require(strength)
      let wanted = try referenceNumbers(row[2...3])
      let ours = try #require(strength.standardError)
      // Both rest on 200 halvings of their own: four standard errors of the difference.
      let slack = 4 * (wanted[1] * wanted[1] + ours * ours).squareRoot()
      #expect(abs(strength.mean - wanted[0]) < slack, "\(name), \(row[1]) clusters")
    }
  }
}
