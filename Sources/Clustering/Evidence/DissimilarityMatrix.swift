public import Matrices

/// How unlike each two of *n* things are: *n* × *n* numbers of at least 0, the same both ways, and 0 between a thing and
/// itself.
///
/// Any measure will do, and it need not be a distance. Numbers that another program computed may differ both ways, or from
/// 0 on the diagonal, by their last digits: up to 10⁻⁹ of the largest number.
public struct DissimilarityMatrix: Hashable, Sendable {
  /// The largest difference that counts as none, as a share of the largest number.
  public static let tolerance = 1e-9

  /// One thing that keeps a table from holding dissimilarities; rows and columns count from 0.
  public enum Flaw: Hashable, Sendable {
    /// There are not as many columns as rows.
    case notSquare(rows: Int, columns: Int)
    /// A number is infinite or none at all.
    case notFinite(row: Int, column: Int)
    /// A number is below 0.
    case negative(row: Int, column: Int)
    /// The number between a thing and itself is not 0.
    case diagonal(row: Int)
    /// The number is not the one that stands the other way round; told once, for the pair above the diagonal.
    case asymmetric(row: Int, column: Int)
  }

  /// All that keeps a table from holding dissimilarities.
  public struct Refusal: Error, Hashable, Sendable {
    /// The flaws, row by row; at least one.
    public let flaws: [Flaw]
  }

  /// The numbers, shape *n* × *n*.
  public let values: Matrix

  /// The number of things, *n*.
  public var count: Int { values.rows }

  /// Creates dissimilarities from a square table.
  ///
  /// - Parameter values: Shape *n* × *n*.
  /// - Throws: ``Refusal`` with every flaw of the table.
  /// - Complexity: O(*n*²).
  public init(_ values: Matrix) throws(Refusal) {
    let flaws = Self.flaws(of: values)
    guard flaws.isEmpty else { throw Refusal(flaws: flaws) }
    self.values = values
  }

  private static func flaws(of values: Matrix) -> [Flaw] {
    let n = values.rows
    guard values.columns == n else { return [.notSquare(rows: n, columns: values.columns)] }
    let largest = values.values.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    let slack = tolerance * largest
    var flaws: [Flaw] = []
    for row in 0..<n {
      for column in 0..<n {
        let (value, other) = (values[row, column], values[column, row])
        if !value.isFinite {
          flaws.append(.notFinite(row: row, column: column))
        } else if row == column {
          if value.magnitude > slack { flaws.append(.diagonal(row: row)) }
        } else if value < 0 {
          flaws.append(.negative(row: row, column: column))
        } else if row < column, other.isFinite, other >= 0, (value - other).magnitude > slack {
          flaws.append(.asymmetric(row: row, column: column))
        }
      }
    }
    return flaws
  }

  /// Returns the sum of dissimilarities from one thing to the others of each cluster, *k* numbers.
  func sums(from row: Int, to partition: Partition) -> [Double] {
    var sums = [Double](repeating: 0, count: partition.clusters)
    for (other, label) in partition.labels.enumerated() where other != row { sums[label] += values[row, other] }
    return sums
  }
}
