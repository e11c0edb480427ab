import RealModule

extension Matrix {
  /// Returns the solution *x* of *A* *x* = `right` for a symmetric positive definite matrix *A*.
  ///
  /// - Parameter right: The *n* right-hand sides.
  /// - Returns: The solution of length *n*, or `nil` when the matrix is not positive definite: when what is left of a
  ///   diagonal element falls below 10⁻¹² of it.
  /// - Precondition: The matrix is *n* x *n*.
  /// - Complexity: O(*n*³).
  ///
  /// > Golub, G. and Van Loan, C. (2013). Matrix Computations, section 4.2.
  public func solvedByCholesky(_ right: [Double]) -> [Double]? {
    precondition(rows == columns && right.count == rows, "a system of equations has as many rows as columns")
    var factor = self
    for column in 0..<rows {
      var pivot = self[column, column]
      for inner in 0..<column { pivot -= factor[column, inner] * factor[column, inner] }
      guard pivot > 1e-12 * self[column, column] else { return nil }
      let root = Double.sqrt(pivot)
      factor[column, column] = root
      for row in column + 1..<Swift.max(column + 1, rows) {
        var rest = self[row, column]
        for inner in 0..<column { rest -= factor[row, inner] * factor[column, inner] }
        factor[row, column] = rest / root
      }
    }
    var solution = right
    for row in 0..<rows {
      for inner in 0..<row { solution[row] -= factor[row, inner] * solution[inner] }
      solution[row] /= factor[row, row]
    }
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for inner in row + 1..<Swift.max(row + 1, rows) { solution[row] -= factor[inner, row] * solution[inner] }
      solution[row] /= factor[row, row]
    }
    return solution
  }
}
