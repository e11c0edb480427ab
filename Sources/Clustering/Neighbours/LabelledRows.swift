public import Matrices

/// Rows whose label is known, by which the labels of other rows may be guessed.
public struct LabelledRows: Hashable, Sendable {
  /// The rows, *n* × *d*.
  public let data: Matrix
  /// The label of each row, each in `0 ..< labelCount`; *n* numbers.
  public let labels: [Int]
  /// The number of labels, *k*.
  public let labelCount: Int

  /// Creates labelled rows.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; finite, nothing missing.
  ///   - labels: *n* labels.
  ///   - labelCount: The number of labels, of which some may have no row.
  /// - Precondition: One label a row, each in `0 ..< labelCount`.
  public init(_ data: Matrix, labels: [Int], labelCount: Int) {
    precondition(
      labels.count == data.rows && labels.allSatisfy { (0..<labelCount).contains($0) }, "one known label for each row")
    self.data = data
    self.labels = labels
    self.labelCount = labelCount
  }

  /// The number of rows, *n*.
  public var count: Int { labels.count }

  /// The share of each label among all rows, *k* numbers; zeros without rows.
  public var overallShares: [Double] { shares(among: labels.indices) }

  /// Returns the shares of the labels among the rows that are nearest to each of other rows.
  ///
  /// Distances are Euclidean; of rows at the same distance the one with the lowest index is taken first, so that exactly
  /// as many neighbours are taken as asked for, or all rows when there are fewer.
  ///
  /// - Parameters:
  ///   - queries: Shape *m* × *d*.
  ///   - neighbours: The number of neighbours, at least 1.
  /// - Returns: Shape *m* × *k*; each row adds up to 1.
  /// - Precondition: There is a row, and the queries have *d* columns.
  /// - Complexity: O(*m* · *n* · (*d* + neighbours)) time at worst.
  public func shares(nearestTo queries: Matrix, neighbours: Int) async -> Matrix {
    precondition(
      count > 0 && neighbours > 0 && queries.columns == data.columns, "rows to be near to, in the same columns")
    let parts = await inParallel(count: queries.rows, chunk: 16) { query in
      shares(among: nearest(to: queries, query, count: neighbours) { _ in true })
    }
    return Matrix(rows: queries.rows, columns: labelCount, values: parts.flatMap { $0 })
  }

  /// Returns the shares of the labels among some rows.
  func shares(among rows: some Collection<Int>) -> [Double] {
    var counts = [Int](repeating: 0, count: labelCount)
    for row in rows { counts[labels[row]] += 1 }
    return counts.map { Double($0) / Double(max(1, rows.count)) }
  }

  /// Returns the rows that are nearest to a row of other data, from near to far, of those that are wanted.
  func nearest(to other: Matrix, _ query: Int, count most: Int, where isWanted: (Int) -> Bool) -> [Int] {
    var near: [(row: Int, square: Double)] = []
    for row in 0..<count where isWanted(row) {
      let square = squaredDistance(other, query, data, row)
      if near.count == most {
        guard let last = near.last, square < last.square else { continue }
        near.removeLast()
      }
      // Rows come in order of their indices, so that of equal distances the lower index stands first.
      let place = near.lastIndex { $0.square <= square }.map { $0 + 1 } ?? 0
      near.insert((row, square), at: place)
    }
    return near.map(\.row)
  }
}
