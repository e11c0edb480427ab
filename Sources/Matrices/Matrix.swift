/// A table of numbers with *n* rows and *d* columns, stored row by row.
public struct Matrix: Hashable, Sendable {
  /// The number of rows, *n*.
  public let rows: Int
  /// The number of columns, *d*.
  public let columns: Int
  /// The *n* · *d* values, row by row.
  public private(set) var values: [Double]

  /// Creates a matrix from its values, row by row.
  ///
  /// - Precondition: `values.count == rows * columns`.
  public init(rows: Int, columns: Int, values: [Double]) {
    precondition(values.count == rows * columns, "a matrix of \(rows) x \(columns) needs \(rows * columns) values")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// Creates a matrix that holds one number everywhere.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.init(rows: rows, columns: columns, values: Array(repeating: value, count: rows * columns))
  }

  /// Creates a matrix from rows of equal length; no rows make a matrix of 0 x 0.
  ///
  /// - Precondition: All rows have the same length.
  public init(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "all rows of a matrix have the same length")
    self.init(rows: rows.count, columns: columns, values: rows.flatMap { $0 })
  }

  /// The number in a row and column.
  ///
  /// - Precondition: Both indices are within the matrix.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "index outside the matrix")
      return values[row * columns + column]
    }
    set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "index outside the matrix")
      values[row * columns + column] = newValue
    }
  }

  /// Returns the values of a row, of length *d*.
  public func row(_ index: Int) -> [Double] {
    Array(values[index * columns..<(index + 1) * columns])
  }

  /// Returns the values of a column, of length *n*.
  public func column(_ index: Int) -> [Double] {
    (0..<rows).map { self[$0, index] }
  }

  /// Returns the matrix that holds only the given columns, in the given order.
  public func selectingColumns(_ indices: [Int]) -> Matrix {
    var selected: [Double] = []
    selected.reserveCapacity(rows * indices.count)
    for row in 0..<rows {
      for column in indices { selected.append(self[row, column]) }
    }
    return Matrix(rows: rows, columns: indices.count, values: selected)
  }

  /// Returns the matrix that holds only the given rows, in the given order; a row may be given twice.
  public func selectingRows(_ indices: [Int]) -> Matrix {
    var selected: [Double] = []
    selected.reserveCapacity(columns * indices.count)
    for row in indices { selected.append(contentsOf: values[row * columns..<(row + 1) * columns]) }
    return Matrix(rows: indices.count, columns: columns, values: selected)
  }

  /// Whether at least so many rows differ from each other; −0 equals 0.
  ///
  /// - Complexity: O(*n* · *count* · *d*) at most; as a rule few rows are looked at.
  public func hasDistinctRows(_ count: Int) -> Bool { distinctRowCount(upTo: count) >= count }

  /// The number of rows that differ from all rows before them, counted no further than a limit; −0 equals 0.
  ///
  /// - Complexity: O(*n* · *limit* · *d*) at most; as a rule few rows are looked at.
  public func distinctRowCount(upTo limit: Int) -> Int {
    var found: [Int] = []
    for row in 0..<rows where found.count < limit {
      if !found.contains(where: { rowsAreEqual($0, row) }) { found.append(row) }
    }
    return found.count
  }

  private func rowsAreEqual(_ first: Int, _ second: Int) -> Bool {
    for column in 0..<columns where values[first * columns + column] != values[second * columns + column] {
      return false
    }
    return true
  }

  /// The number of rows that differ from all rows before them; −0 equals 0.
  public var distinctRowCount: Int {
    Set((0..<rows).map { row($0).map { $0 == 0 ? 0 : $0 } }).count
  }

  /// Gives up the matrix for its values, row by row, which are not copied when nobody else holds them.
  public consuming func releaseValues() -> [Double] { values }

  /// Calls `body` with the values, row by row, without copying them.
  public func withValues<Result, Failure: Error>(_ body: (Span<Double>) throws(Failure) -> Result) throws(Failure)
    -> Result
  {
    try body(values.span)
  }
}

extension Double {
  /// The number rounded to a multiple of 2⁻³², a tie to even, so that the last bits of a logarithm on another machine do
  /// not reach a decision.
  ///
  /// Numbers of magnitude 2²⁰ and more are returned as they are.
  @inlinable public var roundedToGrid: Double {
    guard magnitude < 1_048_576 else { return self }
    return (self * 4_294_967_296).rounded(.toNearestOrEven) / 4_294_967_296
  }
}
