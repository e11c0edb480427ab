import Matrices
import Testing

@testable import Clustering

@Suite struct DissimilarityTests {
  func flaws(_ rows: [[Double]]) -> [DissimilarityMatrix.Flaw] {
    do {
      _ = try DissimilarityMatrix(Matrix(rows))
      return []
    } catch {
      return error.flaws
    }
  }

  @Test func `silhouettes of four things, by hand`() throws {
    // Thing 0: a = 2, b = (6 + 8) / 2; thing 2: a = 4, b = (6 + 10) / 2.
    let dissimilarities = try DissimilarityMatrix(
      Matrix([[0, 2, 6, 8], [2, 0, 10, 12], [6, 10, 0, 4], [8, 12, 4, 0]]))
    let silhouette = Silhouette(of: dissimilarities, Partition(labels: [0, 0, 1, 1]))
    let widths: [Double] = [5 / 7, 9 / 11, 4 / 8, 6 / 10]
    #expect(silhouette.widths == widths)
    #expect(silhouette.clusterMeans == [(widths[0] + widths[1]) / 2, (widths[2] + widths[3]) / 2])
    #expect(dissimilarities.neighbours(in: Partition(labels: [0, 0, 1, 1])) == [1, 1, 0, 0])
  }

  @Test func `a single cluster, and no things at all, have no widths to speak of`() throws {
    let two = try DissimilarityMatrix(Matrix([[0, 2], [2, 0]]))
    #expect(Silhouette(of: two, Partition(labels: [0, 0])).widths == [0, 0])
    #expect(two.neighbours(in: Partition(labels: [0, 0])) == [nil, nil])
    #expect(Silhouette(of: try DissimilarityMatrix(Matrix([])), Partition(labels: [])).mean == 0)
  }

  /// The twelve countries of the paper: names, two groupings, and the dissimilarities.
  @Test(arguments: [(1, 0.2797, 0.28), (2, 0.3301, 0.33)])
  func `the countries of Rousseeuw's paper have the widths that he printed`(
    column: Int, wanted: Double, printed: Double
  ) throws {
    let rows = try referenceRows("countries.csv")
    let values = try rows.map { row in try row.dropFirst(3).map { try #require(Double($0)) } }
    let labels = try rows.map { try #require(Int($0[column])) }
    let silhouette = Silhouette(of: try DissimilarityMatrix(Matrix(values)), Partition(labels: labels))
    let (fine, coarse) = ((silhouette.mean * 10_000).rounded(), (silhouette.mean * 100).rounded())
    #expect(fine / 10_000 == wanted)
    #expect(coarse / 100 == printed)
  }

  @Test func `widths and neighbours from city blocks equal R's, a single member and ties among them`() throws {
    let data = try referenceMatrix("likert")
    var values = Matrix(rows: data.rows, columns: data.rows)
    for row in 0..<data.rows {
      for other in 0..<data.rows {
        values[row, other] = zip(data.row(row), data.row(other)).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
      }
    }
    let dissimilarities = try DissimilarityMatrix(values)
    let reference = try referenceRows("likert-silhouettes.csv")
    let partition = Partition(labels: try reference.map { try #require(Int($0[0])) })
    let silhouette = Silhouette(of: dissimilarities, partition)
    let widths = try referenceNumbers(reference.map { $0[2] })
    for row in widths.indices { #expect(abs(silhouette.widths[row] - widths[row]) < 1e-12, "row \(row)") }
    let neighbours = dissimilarities.neighbours(in: partition)
    let member = { (cluster: Int) in partition.labels.firstIndex(of: cluster) ?? 0 }
    for (row, line) in reference.enumerated() where partition.sizes[partition.labels[row]] > 1 {
      #expect(neighbours[row].map { reference[member($0)][0] } == line[1], "row \(row)")
    }
  }

  @Test func `distances of rows give what the rows themselves give`() throws {
    let data = overlappingRows(30, columns: 3, centres: 3)
    var values = Matrix(rows: 30, columns: 30)
    for row in 0..<30 {
      for other in 0..<30 { values[row, other] = squaredDistance(data, row, data, other).squareRoot() }
    }
    let partition = Partition(labels: (0..<30).map { $0 % 4 })
    let first = Silhouette(of: try DissimilarityMatrix(values), partition)
    let second = Silhouette(of: data, partition)
    for (a, b) in zip(first.widths, second.widths) { #expect(abs(a - b) < 1e-12) }
  }

  @Test func `every flaw is told, each once`() {
    #expect(flaws([[0, 1, 2]]) == [.notSquare(rows: 1, columns: 3)])
    #expect(
      flaws([[0, 1, .nan], [2, 0.5, 3], [4, -3, 0]]) == [
        .asymmetric(row: 0, column: 1), .notFinite(row: 0, column: 2), .diagonal(row: 1),
        .negative(row: 2, column: 1),
      ])
    #expect(
      flaws([[0, .infinity], [.infinity, 0]]) == [.notFinite(row: 0, column: 1), .notFinite(row: 1, column: 0)])
    #expect(flaws([[0, 0], [0, 0]]) == [])
  }

  @Test func `the last digits of another program are no flaw`() {
    #expect(flaws([[1e-16, 0.1 + 0.2], [0.3, 0]]) == [])
    #expect(flaws([[0, 0.3001], [0.3, 0]]) == [.asymmetric(row: 0, column: 1)])
  }
}
