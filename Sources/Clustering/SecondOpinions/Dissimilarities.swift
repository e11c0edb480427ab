public import Matrices
import RealModule

/// How unlike each two of *n* rows are: a symmetric table with zeros on its diagonal.
///
/// All *n*² numbers are kept, 8 bytes each: 128 MB for the ``limit`` of 4000 rows.
public struct Dissimilarities: Hashable, Sendable {
  /// The number of rows up to which methods that need all dissimilarities are meant to be used.
  public static let limit = 4000

  /// The number of rows, *n*.
  public let rows: Int
  /// The *n* · *n* dissimilarities, row by row.
  public let values: [Double]

  /// Creates the table from the dissimilarity of each pair of rows, asked once a pair.
  ///
  /// - Parameters:
  ///   - rows: The number of rows.
  ///   - between: Gives the dissimilarity of two rows, the first the lower one; finite and not below zero.
  /// - Complexity: O(*n*²).
  public init(rows: Int, between: (Int, Int) -> Double) {
    var values = [Double](repeating: 0, count: rows * rows)
    for row in 0..<rows {
      for other in row + 1..<max(row + 1, rows) {
        let value = between(row, other)
        values[row * rows + other] = value
        values[other * rows + row] = value
      }
    }
    self.rows = rows
    self.values = values
  }

  /// The Euclidean distances between the rows of `data` (shape *n* × *d*), columns added in index order.
  ///
  /// - Complexity: O(*n*² · *d*).
  public init(euclidean data: Matrix) {
    self.init(rows: data.rows) { Double.sqrt(squaredDistance(data, $0, data, $1)) }
  }

  /// The dissimilarity of two rows.
  ///
  /// - Precondition: Both indices are in `0 ..< rows`.
  public subscript(row: Int, other: Int) -> Double {
    precondition(row >= 0 && row < rows && other >= 0 && other < rows, "index outside the table")
    return values[row * rows + other]
  }
}
