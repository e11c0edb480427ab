public import Matrices

/// Weights from judgements of pairs: how many times as important is one criterion as another (analytic hierarchy process).
///
/// The priorities are the principal eigenvector of the matrix of judgements, scaled to add up to 1. Judgements that follow
/// from each other (*a* twice *b*, *b* three times *c*, *a* six times *c*) have the largest eigenvalue *n*; the more they
/// contradict each other, the higher it is.
///
/// > Saaty, T. (1977). A scaling method for priorities in hierarchical structures. doi:10.1016/0022-2496(77)90033-5
public struct PairwiseComparison: Hashable, Sendable {
  /// A judgement that the priorities do not bear out.
  public struct Misfit: Hashable, Sendable {
    /// The criterion that was judged more important or less.
    public var row: Int
    /// The criterion it was compared with; after `row`.
    public var column: Int
    /// How many times as important it was called.
    public var judged: Double
    /// How many times as important the priorities make it.
    public var implied: Double
  }

  /// How many times as important the criterion of the row is as that of the column (*n* × *n*).
  public let judgements: Matrix
  /// The weights of the criteria (*n*), adding up to 1.
  public let priorities: [Double]
  /// The largest eigenvalue of the judgements; *n* when no judgement contradicts another.
  public let largestEigenvalue: Double

  /// Creates weights from judgements.
  ///
  /// The eigenvector is found by power iteration, from equal weights on, until no priority moves by more than 10⁻¹⁵.
  ///
  /// - Parameter judgements: *n* × *n* positive numbers, 1 on the diagonal, each the reciprocal of its mirror image (to 10⁻⁹).
  /// - Throws: ``PairwiseComparisonError`` for the first judgement that is wrong.
  /// - Complexity: O(*n*²) a step; judgements that agree need a few steps.
  public init(_ judgements: Matrix) throws(PairwiseComparisonError) {
    let count = judgements.rows
    guard judgements.columns == count else { throw .notSquare(rows: count, columns: judgements.columns) }
    for row in 0..<count {
      for column in 0...row {
        let (one, other) = (judgements[row, column], judgements[column, row])
        guard one > 0, other > 0, one.isFinite, other.isFinite else { throw .notPositive(row: row, column: column) }
        guard (one * other - 1).magnitude <= 1e-9 else { throw .notReciprocal(row: row, column: column) }
      }
    }
    var priorities = [Double](repeating: 1 / Double(max(count, 1)), count: count)
    var eigenvalue = Double(count)
    for _ in 0..<10_000 {
      let image = (0..<count).map { row in (0..<count).map { judgements[row, $0] * priorities[$0] }.sum }
      // Priorities add up to 1, so that the sum of their image is the eigenvalue.
      eigenvalue = image.sum
      let next = image.map { $0 / eigenvalue }
      let change = zip(priorities, next).map { ($0 - $1).magnitude }.max() ?? 0
      priorities = next
      if change <= 1e-15 { break }
    }
    self.judgements = judgements
    self.priorities = priorities
    largestEigenvalue = eigenvalue
  }

  /// How far the largest eigenvalue lies above *n*, over *n* − 1; 0 for fewer than three criteria, which cannot contradict.
  public var consistencyIndex: Double {
    let count = Double(priorities.count)
    return count < 3 ? 0 : max(0, (largestEigenvalue - count) / (count - 1))
  }

  /// The consistency index over that of random judgements; from 0.1 on, the judgements had better be looked at again.
  public var consistencyRatio: Double {
    priorities.count < 3 ? 0 : consistencyIndex / Self.randomIndex(priorities.count)
  }

  /// The judgement that lies furthest from what the priorities say, as a ratio.
  ///
  /// Of equal ones it is the first; `nil` when none is off by more than one part in 10⁹.
  public var leastConsistent: Misfit? {
    var worst: (misfit: Misfit, ratio: Double)?
    for row in priorities.indices {
      for column in priorities.indices where column > row {
        let judged = judgements[row, column]
        let implied = priorities[row] / priorities[column]
        let ratio = max(judged / implied, implied / judged)
        if ratio > (worst?.ratio ?? 1) + 1e-9 {
          worst = (Misfit(row: row, column: column, judged: judged, implied: implied), ratio)
        }
      }
    }
    return worst?.misfit
  }

  /// Returns the mean consistency index of random judgements of *n* criteria: from the regression of the mean largest
  /// eigenvalue, 2.7699 *n* − 4.3513, of Alonso and Lamata; 0 for fewer than three.
  ///
  /// Saaty's own table (0.58 for three criteria) rests on fewer draws and ends at fifteen.
  ///
  /// > Alonso, J. and Lamata, M. (2006). Consistency in the analytic hierarchy process: a new approach.
  /// > doi:10.1142/S0218488506004114
  public static func randomIndex(_ count: Int) -> Double {
    let count = Double(count)
    return count < 3 ? 0 : (2.7699 * count - 4.3513 - count) / (count - 1)
  }
}

/// What can be wrong with judgements of pairs; rows and columns are counted from 0.
public enum PairwiseComparisonError: Error, Hashable, Sendable {
  /// There are not as many rows as columns.
  case notSquare(rows: Int, columns: Int)
  /// A judgement or its mirror image is not a positive, finite number.
  case notPositive(row: Int, column: Int)
  /// A judgement is not the reciprocal of its mirror image, or not 1 on the diagonal.
  case notReciprocal(row: Int, column: Int)
}
