import RealModule

/// Weights brought to known margins, and with it what the margins explain of a variance.
///
/// An element is a row of a ``SurveyDesign`` or a unit of a ``UnitDesign``. Post-stratification is calibration to one
/// margin.
public struct Calibration: Hashable, Sendable {
  /// One margin: the cell of each element.
  public struct Margin: Hashable, Sendable {
    /// The cell of each element.
    public var cellOfElement: [Int]
    /// The number of cells.
    public var cells: Int

    /// Creates a margin.
    ///
    /// - Precondition: Every cell is below `cells`.
    public init(cellOfElement: [Int], cells: Int) {
      precondition(cellOfElement.allSatisfy { (0..<cells).contains($0) }, "each element lies in a cell of the margin")
      (self.cellOfElement, self.cells) = (cellOfElement, cells)
    }
  }

  /// The margins to which weights were brought.
  public let margins: [Margin]
  /// What each element counts when residuals are taken: its weight before calibration.
  public let base: [Double]
  /// The weights after it.
  public let weights: [Double]

  /// The first column of each margin in the matrix of cells, and at the end the number of columns.
  let columns: [Int]
  /// The columns of each element, margin by margin: elements x margins.
  let columnsOfElement: [Int]
  /// The Cholesky factor of the cross products of the cells, row by row; 0 on the diagonal for a column that follows
  /// from those before it.
  private let factor: [Double]
  /// The inverse of the cross products of the cells, row by row; 0 for a column that follows from those before it.
  let inverse: [Double]

  /// Creates a calibration that was carried out.
  ///
  /// - Parameters:
  ///   - margins: The margins.
  ///   - base: The weight of each element before, or 1 for each (see ``takeResiduals(_:coefficients:)``).
  ///   - weights: The weight of each element after.
  /// - Precondition: All have the same number of elements; weights are positive.
  /// - Complexity: O(elements · margins² + cells³).
  public init(margins: [Margin], base: [Double], weights: [Double]) {
    precondition(base.count == weights.count, "each element has a weight before and after")
    precondition(margins.allSatisfy { $0.cellOfElement.count == base.count }, "each margin has a cell for each element")
    (self.margins, self.base, self.weights) = (margins, base, weights)
    columns = margins.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.cells) }
    let columns = columns
    columnsOfElement = base.indices.flatMap { element in
      zip(margins, columns).map { $1 + $0.cellOfElement[element] }
    }
    factor = Self.factor(margins, columns, base)
    inverse = Self.inverse(factor, columns[columns.count - 1])
  }

  private static func inverse(_ factor: [Double], _ size: Int) -> [Double] {
    var inverse: [Double] = []
    for column in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      if factor[column * size + column] != 0 { unit[column] = 1 }
      solve(factor, &unit, size)
      inverse += unit
    }
    return inverse
  }

  private static func factor(_ margins: [Margin], _ columns: [Int], _ base: [Double]) -> [Double] {
    let size = columns[columns.count - 1]
    var matrix = [Double](repeating: 0, count: size * size)
    for (first, a) in margins.enumerated() {
      for (second, b) in margins[...first].enumerated() {
        for element in base.indices {
          let row = columns[first] + a.cellOfElement[element]
          matrix[row * size + columns[second] + b.cellOfElement[element]] += base[element]
        }
      }
    }
    for column in 0..<size {
      let whole = matrix[column * size + column]
      var pivot = whole
      for k in 0..<column { pivot -= matrix[column * size + k] * matrix[column * size + k] }
      guard pivot > 1e-9 * whole else {
        for row in column..<size { matrix[row * size + column] = 0 }
        continue
      }
      let root = Double.sqrt(pivot)
      matrix[column * size + column] = root
      for row in column + 1..<max(size, column + 1) {
        var sum = matrix[row * size + column]
        for k in 0..<column { sum -= matrix[row * size + k] * matrix[column * size + k] }
        matrix[row * size + column] = sum / root
      }
    }
    return matrix
  }

  /// Takes from weighted values what the margins explain of them.
  ///
  /// The values divided by the weights are regressed on the cells of all margins, each element counting by its weight
  /// before calibration; what is left is weighted again. This is the linearised variable of a calibrated estimator, and
  /// what R's `postStratify` and `calibrate` do. R's `rake` lets each element count once instead, which is the same when
  /// the weights before were equal.
  ///
  /// - Parameters:
  ///   - values: The weighted values, one an element; replaced by the residuals.
  ///   - coefficients: Scratch space, so that a loop over many measures needs none of its own.
  /// - Complexity: O(elements · margins + cells²).
  ///
  /// > Deville, J. and Särndal, C. (1992). Calibration estimators in survey sampling.
  /// > doi:10.1080/01621459.1992.10475217
  /// > Deville, J., Särndal, C. and Sautory, O. (1993). Generalized raking procedures in survey sampling.
  /// > doi:10.1080/01621459.1993.10476369
  public func takeResiduals(_ values: inout [Double], coefficients: inout [Double]) {
    precondition(values.count == base.count, "each element has a value")
    let size = columns[columns.count - 1]
    coefficients.removeAll(keepingCapacity: true)
    coefficients.append(contentsOf: repeatElement(0, count: size))
    for (margin, start) in zip(margins, columns) {
      for element in values.indices {
        coefficients[start + margin.cellOfElement[element]] += values[element] * base[element] / weights[element]
      }
    }
    Self.solve(factor, &coefficients, size)
    for (margin, start) in zip(margins, columns) {
      for element in values.indices {
        values[element] -= weights[element] * coefficients[start + margin.cellOfElement[element]]
      }
    }
  }

  private static func solve(_ factor: [Double], _ b: inout [Double], _ size: Int) {
    for row in 0..<size {
      let root = factor[row * size + row]
      if root == 0 {
        b[row] = 0
        continue
      }
      for k in 0..<row { b[row] -= factor[row * size + k] * b[k] }
      b[row] /= root
    }
    for row in (0..<size).reversed() {
      let root = factor[row * size + row]
      if root == 0 { continue }
      for k in row + 1..<max(size, row + 1) { b[row] -= factor[k * size + row] * b[k] }
      b[row] /= root
    }
  }
}
