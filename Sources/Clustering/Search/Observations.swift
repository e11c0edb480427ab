import CKernels
import Matrices

/// The rows of a matrix, laid out for the kernels: row by row, each column centred on its mean, so that a large common
/// offset costs no digits.
///
/// Up to ``pairwiseLimit`` rows all mutual squared distances are kept, *n*² numbers.
struct Observations: Sendable {
  /// The number of rows up to which all mutual distances are kept.
  static let pairwiseLimit = 1500
  /// The number of rows that are worked on as one part, whatever the number of cores.
  static let chunk = 4096

  let rows: Int
  let columns: Int
  /// The centred values, row by row.
  let values: [Double]
  /// What was subtracted from each column.
  let offsets: [Double]
  /// The weight of each row, all above zero; `nil` stands for weights of one.
  let weights: [Double]?
  /// The squared distances from each row to all rows, row by row, with places up to ``stride`` that are zero.
  ///
  /// Empty above the limit.
  let pairwise: [Double]
  /// The values in single precision, from which kernels see first what is certain anyway; empty above the limit.
  let narrow: [Float]
  /// The largest length of a row.
  let reach: Double
  let kernels: Kernels

  /// The number of rows up to which a copy in single precision is kept.
  static let narrowLimit = 65_536

  /// The number of rows, rounded up to whole lanes.
  var stride: Int { rows.paddedToLanes }

  /// Lays out the rows of a matrix; its values are not copied when nobody else holds them.
  init(
    _ data: consuming Matrix, weights: [Double]? = nil, keepingPairwise: Bool = true, kernels: Kernels = .fastest
  ) {
    let (n, d) = (data.rows, data.columns)
    var values = data.releaseValues()
    let offsets = centre(&values, rows: n, columns: d)
    self.init(
      centred: values, rows: n, columns: d, offsets: offsets, weights: weights, keepingPairwise: keepingPairwise,
      kernels: kernels)
  }

  init(
    centred values: [Double], rows: Int, columns: Int, offsets: [Double]? = nil, weights: [Double]? = nil,
    keepingPairwise: Bool = true, kernels: Kernels = .fastest
  ) {
    self.rows = rows
    self.columns = columns
    self.values = values
    self.offsets = offsets ?? Array(repeating: 0, count: columns)
    self.weights = weights
    self.kernels = kernels
    (narrow, reach) = narrowCopy(values, rows: rows, columns: columns)
    let keeping = keepingPairwise && rows <= Self.pairwiseLimit
    pairwise = keeping ? Self.allDistances(values, rows: rows, columns: columns, kernels) : []
  }

  private init(
    values: [Double], rows: Int, columns: Int, offsets: [Double], weights: [Double]?, pairwise: [Double],
    kernels: Kernels
  ) {
    self.rows = rows
    self.columns = columns
    self.values = values
    self.offsets = offsets
    self.weights = weights
    self.pairwise = pairwise
    self.kernels = kernels
    (narrow, reach) = narrowCopy(values, rows: rows, columns: columns)
  }

  /// Returns the rows at the given indices as observations of their own, with the distances that are known already.
  func selecting(_ indices: [Int]) -> Observations {
    var selected: [Double] = []
    selected.reserveCapacity(indices.count * columns)
    for row in indices { selected.append(contentsOf: values[row * columns..<(row + 1) * columns]) }
    var distances: [Double] = []
    if !pairwise.isEmpty {
      let width = indices.count.paddedToLanes
      distances = Array(repeating: 0, count: indices.count * width)
      for (place, row) in indices.enumerated() {
        for (other, column) in indices.enumerated() {
          distances[place * width + other] = pairwise[row * stride + column]
        }
      }
    }
    return Observations(
      values: selected, rows: indices.count, columns: columns, offsets: offsets,
      weights: weights.map { weights in indices.map { weights[$0] } }, pairwise: distances, kernels: kernels)
  }

  /// Calls `body` with the squared distances from one row to all rows, ``stride`` numbers.
  func withSquaredDistances<Result>(from row: Int, _ body: (Span<Double>) -> Result) -> Result {
    if !pairwise.isEmpty { return body(pairwise.span.extracting(row * stride..<(row + 1) * stride)) }
    return body(squaredDistances(to: Array(values[row * columns..<(row + 1) * columns])).span)
  }

  /// Returns the squared distances from all rows to a point, ``stride`` numbers; zero beyond the last row.
  private func squaredDistances(to point: [Double]) -> [Double] {
    let centroids = CentroidTable(point, columns: columns)
    return unsafe Array(unsafeUninitializedCapacity: stride) { result, count in
      for row in rows..<stride { unsafe result[row] = 0 }
      let target = result.baseAddress
      unsafe withData { data in
        if let target = unsafe target {
          unsafe kernels.table.pointee.to_own(data, centroids.pointer, nil, 0, rows, target)
        }
      }
      count = stride
    }
  }

  /// Calls `body` with the rows as the kernels take them.
  func withData(_ body: (UnsafePointer<ck_data>) -> Void) {
    unsafe values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      unsafe narrow.withUnsafeBufferPointer { narrow in
        let copy = narrow.isEmpty ? nil : narrow.baseAddress
        var data = unsafe ck_data(rows: start, weights: nil, columns: columns, narrow: copy, reach: reach)
        guard let weights else { return unsafe body(&data) }
        unsafe weights.withUnsafeBufferPointer { weights in
          unsafe data.weights = weights.baseAddress
          unsafe body(&data)
        }
      }
    }
  }

  private static func allDistances(_ values: [Double], rows: Int, columns: Int, _ kernels: Kernels) -> [Double] {
    let stride = rows.paddedToLanes
    guard rows > 0 else { return [] }
    guard columns > 0 else { return Array(repeating: 0, count: rows * stride) }
    var byColumn = [Double](repeating: 0, count: stride * columns)
    for row in 0..<rows {
      for column in 0..<columns { byColumn[column * stride + row] = values[row * columns + column] }
    }
    return unsafe Array(unsafeUninitializedCapacity: rows * stride) { result, count in
      guard let target = result.baseAddress else { return }
      unsafe values.withUnsafeBufferPointer { values in
        unsafe byColumn.withUnsafeBufferPointer { byColumn in
          guard let points = values.baseAddress, let table = byColumn.baseAddress else { return }
          for row in 0..<rows {
            unsafe kernels.table.pointee.distances(
              table, stride, stride, columns, points + row * columns, target + row * stride)
          }
        }
      }
      for row in 0..<rows {
        for beyond in rows..<stride { unsafe target[row * stride + beyond] = 0 }
      }
      count = rows * stride
    }
  }
}

/// Returns the values in single precision and the largest length of a row; no copy of many rows, nor of values that single
/// precision cannot square.
private func narrowCopy(_ values: [Double], rows: Int, columns: Int) -> (values: [Float], reach: Double) {
  guard rows <= Observations.narrowLimit else { return ([], 0) }
  var largest = 0.0
  for row in 0..<rows {
    var square = 0.0
    for column in row * columns..<(row + 1) * columns { square += values[column] * values[column] }
    largest = max(largest, square)
  }
  let reach = largest.squareRoot() * (1 + 1e-10)
  guard (1e-12...1e12).contains(reach) else { return ([], reach) }
  return (values.map { Float($0) }, reach)
}

/// Subtracts from each column its mean, and returns what was subtracted.
///
/// Of many rows, columns whose mean is small beside their values stay as they are: there is no digit to be gained, and
/// writing all values again takes as long as some iterations.
private func centre(_ values: inout [Double], rows: Int, columns: Int) -> [Double] {
  var means = [Double](repeating: 0, count: columns)
  var squares = means
  for row in 0..<rows {
    for column in 0..<columns {
      let value = values[row * columns + column]
      means[column] += value
      squares[column] += value * value
    }
  }
  for column in 0..<columns { means[column] /= Double(max(rows, 1)) }
  if rows > Observations.narrowLimit {
    for column in 0..<columns where 4 * means[column] * means[column] <= squares[column] / Double(rows) {
      means[column] = 0
    }
    if means.allSatisfy({ $0 == 0 }) { return means }
  }
  var span = values.mutableSpan
  for row in 0..<rows {
    for column in 0..<columns { span[row * columns + column] -= means[column] }
  }
  return means
}

/// Points as the kernels take them: column by column, with places beyond the last point that are infinitely far.
@safe final class CentroidTable: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<ck_centroids>
  let values: UnsafeMutablePointer<Double>
  private let narrow: UnsafeMutablePointer<Float>?
  let clusters: Int
  let columns: Int
  let stride: Int
  let narrowStride: Int

  /// Lays out points that stand one after the other, `columns` numbers each; with a copy in single precision where that is
  /// asked for.
  init(_ points: [Double], columns: Int, narrow keepingNarrow: Bool = false) {
    self.columns = columns
    clusters = columns > 0 ? points.count / columns : 0
    stride = max(clusters, 1).paddedToLanes
    unsafe values = .allocate(capacity: max(1, columns * stride))
    unsafe values.initialize(repeating: .infinity, count: max(1, columns * stride))
    for cluster in 0..<clusters {
      for column in 0..<columns { unsafe values[column * stride + cluster] = points[cluster * columns + column] }
    }
    let lanes = Int(CK_NARROW_LANES)
    narrowStride = (max(clusters, 1) + lanes - 1) / lanes * lanes
    unsafe narrow = keepingNarrow ? .allocate(capacity: columns * narrowStride + 1) : nil
    unsafe narrow?.initialize(repeating: .infinity, count: columns * narrowStride)
    if let narrow = unsafe narrow {
      for cluster in 0..<clusters {
        for column in 0..<columns {
          unsafe narrow[column * narrowStride + cluster] = Float(points[cluster * columns + column])
        }
      }
    }
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(
      to: ck_centroids(
        values: values, clusters: clusters, stride: stride, narrow: narrow, narrow_stride: narrowStride))
  }

  deinit {
    unsafe values.deallocate()
    unsafe narrow?.deallocate()
    unsafe pointer.deallocate()
  }
}
