import Matrices

/// Eight numbers that are worked on at once: the same column of eight rows.
typealias Lanes = SIMD8<Double>

/// The rows of a matrix, laid out for the distance kernels.
///
/// Rows are centred on the column means, so that a large common offset costs no digits, and stored in blocks of eight: a
/// kernel works on eight rows at once and adds the columns in index order, so that every row gets the same bits wherever
/// it stands. Up to ``pairwiseLimit`` rows all mutual distances are kept, *n*² numbers.
struct Observations: Sendable {
  /// The number of rows up to which all mutual distances are kept.
  static let pairwiseLimit = 1500

  let rows: Int
  let columns: Int
  /// The centred values, row by row.
  let values: [Double]
  /// The centred values: block by block, within a block column by column; rows beyond the last are zero.
  let blocks: [Lanes]
  /// The squared distances from each row to all rows, row by row in blocks of eight; empty above the limit.
  let pairwise: [Lanes]

  var blockCount: Int { (rows + 7) / 8 }

  init(_ data: Matrix, keepingPairwise: Bool = true) {
    let n = data.rows
    let d = data.columns
    var means = [Double](repeating: 0, count: d)
    for row in 0..<n {
      for column in 0..<d { means[column] += data.values[row * d + column] }
    }
    for column in 0..<d { means[column] /= Double(max(n, 1)) }
    var centred = data.values
    for row in 0..<n {
      for column in 0..<d { centred[row * d + column] -= means[column] }
    }
    self.init(centred: centred, rows: n, columns: d, keepingPairwise: keepingPairwise)
  }

  init(centred values: [Double], rows: Int, columns: Int, keepingPairwise: Bool = true) {
    self.rows = rows
    self.columns = columns
    self.values = values
    let blockCount = (rows + 7) / 8
    var blocks = [Lanes](repeating: .zero, count: blockCount * columns)
    for row in 0..<rows {
      for column in 0..<columns { blocks[row / 8 * columns + column][row % 8] = values[row * columns + column] }
    }
    self.blocks = blocks
    var pairwise: [Lanes] = []
    if keepingPairwise && rows <= Self.pairwiseLimit {
      pairwise.reserveCapacity(rows * blockCount)
      for row in 0..<rows {
        Self.appendDistances(
          to: values.span.extracting(row * columns..<(row + 1) * columns), blocks: blocks.span, rows: rows, &pairwise)
      }
    }
    self.pairwise = pairwise
  }

  /// Returns the rows at the given indices as observations of their own.
  func selecting(_ indices: [Int]) -> Observations {
    var selected: [Double] = []
    selected.reserveCapacity(indices.count * columns)
    for row in indices { selected.append(contentsOf: values[row * columns..<(row + 1) * columns]) }
    return Observations(centred: selected, rows: indices.count, columns: columns)
  }

  /// Returns the squared distances from one row to all rows, in blocks; rows beyond the last are at distance zero.
  func squaredDistances(from row: Int) -> [Lanes] {
    let count = blockCount
    if !pairwise.isEmpty { return Array(pairwise[row * count..<(row + 1) * count]) }
    var result: [Lanes] = []
    result.reserveCapacity(count)
    Self.appendDistances(
      to: values.span.extracting(row * columns..<(row + 1) * columns), blocks: blocks.span, rows: rows, &result)
    return result
  }

  private static func appendDistances(
    to point: Span<Double>, blocks: Span<Lanes>, rows: Int, _ result: inout [Lanes]
  ) {
    let blockCount = (rows + 7) / 8
    for block in 0..<blockCount {
      var distances = blockDistance(of: blocks, block: block, to: point, at: 0, columns: point.count)
      if block == blockCount - 1 {
        for lane in (rows - block * 8)..<8 { distances[lane] = 0 }
      }
      result.append(distances)
    }
  }
}

/// Returns the squared distances from the eight rows of a block to one point.
///
/// The columns are added in index order, each step a subtraction, a multiplication and an addition of its own: no fused
/// steps, which the processors that the program is built for do not all have.
///
/// - Parameters:
///   - blocks: The rows in blocks, column by column.
///   - block: The index of the block.
///   - points: Points one after the other, `columns` numbers each.
///   - point: The index of the point.
///   - columns: The number of columns.
/// - Returns: One squared distance a lane.
@inline(__always)
func blockDistance(of blocks: Span<Lanes>, block: Int, to points: Span<Double>, at point: Int, columns: Int) -> Lanes {
  var sum = Lanes.zero
  let rowBase = block * columns
  let pointBase = point * columns
  for column in 0..<columns {
    let difference = blocks[rowBase + column] - Lanes(repeating: points[pointBase + column])
    sum += difference * difference
  }
  return sum
}
