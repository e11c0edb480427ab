import Matrices

/// The columns that tell labels apart best beside some that are there anyway, found one by one.
///
/// Wilks' lambda is the determinant of the squares and products within labels over that of all squares and products: 1 when
/// labels differ in nothing, 0 when they tell everything. Each step takes the column that makes it smallest beside those
/// that were taken; by how much it does is its partial lambda, the part of the column's variance beside the others that
/// lies within labels. A tie, to 2⁻³², goes to the column that stands first. Where labels were made from these columns lambda
/// describes, and proves nothing.
///
/// > Rao, C. (1973). Linear Statistical Inference and its Applications, section 8c. doi:10.1002/9780470316436
/// > Mardia, K., Kent, J. and Bibby, J. (1979). Multivariate Analysis, section 12.3. ISBN 0-12-471252-5
public struct StepwiseDiscriminants: Hashable, Sendable {
  /// A column that was taken.
  public struct Step: Hashable, Sendable {
    /// The column.
    public let column: Int
    /// Its partial lambda, from 0 to 1.
    public let partialLambda: Double
    /// Wilks' lambda of all that was taken up to here.
    public let lambda: Double
  }

  /// Wilks' lambda of the columns that are there anyway; 1 without any.
  public let startingLambda: Double
  /// The columns in the order in which they were taken.
  public let steps: [Step]

  /// Takes columns.
  ///
  /// A column whose variance the others already tell (less than 10⁻⁴ of it is left) is never taken.
  ///
  /// - Parameters:
  ///   - sums: The rows with their labels.
  ///   - given: Columns that are there anyway.
  ///   - candidates: Columns that may be taken.
  ///   - most: The number that is taken, when there are as many.
  /// - Complexity: O(*most* · *d*²) time beside the sums.
  public init(_ sums: DiscriminantSums, given: [Int], candidates: [Int], most: Int) {
    guard let within = sums.withinSquares, let total = sums.totalSquares else {
      (startingLambda, steps) = (1, [])
      return
    }
    var left = Residuals(within: within, total: total)
    for column in given where left.isFree(column) { left.take(column) }
    startingLambda = left.lambda
    var open = candidates
    var steps: [Step] = []
    while steps.count < most {
      let free = open.filter { left.isFree($0) }
      guard
        let best = free.min(by: { left.partialLambda($0).roundedToGrid < left.partialLambda($1).roundedToGrid })
      else { break }
      let partial = left.partialLambda(best)
      left.take(best)
      open.removeAll { $0 == best }
      steps.append(Step(column: best, partialLambda: partial, lambda: left.lambda))
    }
    self.steps = steps
  }
}

/// What is left of squares and products beside the columns that were taken.
private struct Residuals {
  private var within: Matrix
  private var total: Matrix
  private let whole: [Double]
  private(set) var lambda = 1.0

  init(within: Matrix, total: Matrix) {
    self.within = within
    self.total = total
    whole = (0..<total.rows).map { total[$0, $0] }
  }

  func isFree(_ column: Int) -> Bool {
    let least = DiscriminantModel.leastVariance * whole[column]
    return whole[column] > 0 && within[column, column] > least && total[column, column] > least
  }

  func partialLambda(_ column: Int) -> Double { within[column, column] / total[column, column] }

  mutating func take(_ column: Int) {
    lambda *= partialLambda(column)
    Self.eliminate(column, in: &within)
    Self.eliminate(column, in: &total)
  }

  private static func eliminate(_ column: Int, in matrix: inout Matrix) {
    let pivot = matrix[column, column]
    let line = matrix.row(column)
    for row in 0..<matrix.rows {
      let part = line[row] / pivot
      for other in 0..<matrix.columns { matrix[row, other] -= part * line[other] }
    }
  }
}
