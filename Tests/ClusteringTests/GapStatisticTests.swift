import Matrices
import Testing

@testable import Clustering

@Suite struct GapStatisticTests {
  @Test(arguments: [(GapBox.components, "gap-iris.csv"), (.original, "gap-iris-original.csv")])
  func `the tightness of the data equals that of R`(_ box: GapBox, _ reference: String) async throws {
    let data = try referenceMatrix("iris")
    var partitions: [Partition] = []
    for k in 2...8 { partitions.append(await KMeans(clusters: k, starts: 60).fit(data).partition) }
    let gap = await GapMeasurement(references: 10, box: box).measure(data, partitions: partitions, upTo: 8)
    for row in try referenceRows(reference) {
      let numbers = try row.map { try #require(Double($0)) }
      let value = try #require(gap[Int(numbers[0])])
      #expect(abs(value.logW - numbers[1]) < 1e-5, "\(value.clusters) clusters")
      // The expectation rests on draws: within four standard errors of R's 500 draws.
      #expect(abs(value.expected - numbers[2]) < 4 * numbers[4], "\(value.clusters) clusters")
      #expect(value.gap == value.expected - value.logW)
    }
  }

  @Test func `a hundred references come near to R's five hundred, and the rule of the paper takes four for iris`()
    async throws
  {
    let gap = await GapMeasurement(references: 100).measure(try referenceMatrix("iris"), partitions: [], upTo: 8)
    for row in try referenceRows("gap-iris.csv") {
      let numbers = try referenceNumbers(row)
      let value = try #require(gap[Int(numbers[0])])
      #expect(abs(value.logW - numbers[1]) < 1e-5)
      #expect(abs(value.gap - numbers[3]) < 0.02)
    }
    #expect(gap.tibshirani == 4)
  }

  @Test func `the boxes are those that clusGap draws from`() throws {
    for row in try referenceRows("gap-boxes.csv") {
      let box = ReferenceBox(Observations(try referenceMatrix(row[0])), try #require(GapBox(rawValue: row[1])))
      let widths = zip(box.high, box.low).map { $0 - $1 }.sorted()
      let wanted = try row[2].split(separator: " ").map { try #require(Double($0)) }
      #expect(widths.count == wanted.count)
      // R writes 15 digits.
      for (a, b) in zip(widths, wanted) { #expect((a - b).magnitude < 1e-13 * b * 10, "\(row)") }
    }
  }

  @Test(arguments: ["max-se.csv", "max-se-random.csv"]) func `the rules take what maxSE of R takes`(name: String) throws
  {
    for row in try referenceRows(name) {
      let gaps = try row[0].split(separator: " ").map { try #require(Double($0)) }
      let errors = try row[1].split(separator: " ").map { try #require(Double($0)) }
      let values = gaps.enumerated().map { index, gap in
        GapStatistic.Value(
          clusters: index + 1, logW: 0, expected: gap, standardError: errors.count == 1 ? errors[0] : errors[index])
      }
      let gap = GapStatistic(values: values)
      #expect(gap.firstSEMax == Int(row[2]), "\(row)")
      #expect(gap.tibshirani == Int(row[3]), "\(row)")
      #expect(gap.globalMax == Int(row[4]), "\(row)")
    }
  }

  @Test func `without values no rule takes a number`() {
    let nothing = GapStatistic(values: [])
    #expect([nothing.firstSEMax, nothing.tibshirani, nothing.globalMax] == [nil, nil, nil])
  }

  @Test func `of equal gaps the smallest number is the highest`() {
    let values = [1.0, 2, 2].enumerated().map {
      GapStatistic.Value(clusters: $0 + 1, logW: 0, expected: $1, standardError: 0)
    }
    #expect(GapStatistic(values: values).globalMax == 2)
  }

  @Test func `where every row equals its cluster the gap ends`() async {
    let data = Matrix([[0], [0], [4], [4], [9], [9]])
    let partitions = [Partition(labels: [0, 0, 1, 1, 2, 2])]
    let gap = await GapMeasurement(references: 4, starts: 2).measure(data, partitions: partitions, upTo: 3)
    #expect(gap.values.map(\.clusters) == [1, 2])
    let alike = await GapMeasurement(references: 4, starts: 2).measure(Matrix([[5], [5]]), partitions: [], upTo: 1)
    #expect(alike.values == [])
  }

  @Test func `principal axes of two columns that are the same lie along the diagonal`() {
    let axes = principalAxes([2, 2, 2, 2], size: 2)
    let half = 0.5.squareRoot()
    #expect(axes.map { $0.map { abs(($0.magnitude - half)) < 1e-12 } } == [[true, true], [true, true]])
    #expect(abs(axes[0][0] * axes[1][0] + axes[0][1] * axes[1][1]) < 1e-12)
    #expect(principalAxes([3], size: 1) == [[1]])
  }

  @Test func `principal axes diagonalise a covariance`() {
    let data = overlappingRows(40, columns: 6, centres: 3)
    var products = [Double](repeating: 0, count: 36)
    for row in 0..<40 {
      for p in 0..<6 { for q in 0..<6 { products[p * 6 + q] += data[row, p] * data[row, q] } }
    }
    let axes = principalAxes(products, size: 6)
    for a in 0..<6 {
      for b in 0..<6 where a != b {
        var form = 0.0
        for p in 0..<6 { for q in 0..<6 { form += axes[a][p] * products[p * 6 + q] * axes[b][q] } }
        #expect(form.magnitude < 1e-9)
      }
    }
  }
}
