import CKernels
import Matrices

/// One descent of k-means from given centroids: Lloyd's iterations, then exchanges of single rows until none helps.
///
/// Rows are assigned to the nearest centroid, a tie going to the lowest index. Sums are kept up to date by the rows that
/// change cluster. Most rows need not be computed again: with *u* the distance to its own centroid and *l* that to the
/// second nearest, a row stays where it is as long as the way that its centroid and any other have gone since then adds up to
/// less than *l* − *u* (Hamerly's bounds, kept as one number a row). The comparison is on the safe side by a ten-thousand-millionth, so
/// that what is skipped could not have changed, and the result equals that of plain iterations to the last bit.
///
/// > Lloyd, S. (1982). Least squares quantization in PCM. doi:10.1109/TIT.1982.1056489
/// >
/// > Hamerly, G. (2010). Making k-means even faster. doi:10.1137/1.9781611972801.12
/// >
/// > Hartigan, J. and Wong, M. (1979). Algorithm AS 136: a k-means clustering algorithm. doi:10.2307/2346830
@safe final class Descent: @unchecked Sendable {
  /// The smallest relative gain that counts as one, so that rounding cannot move a row to and fro.
  private static let smallestGain = 1e-12

  let data: Observations
  let clusters: Int
  private let centroids: CentroidTable
  /// The cluster of each row; −1 before the first iteration.
  let labels: UnsafeMutablePointer<Int32>
  /// For each row how far centroids may move before it must be computed again; `nil` computes every row each time.
  private let keys: UnsafeMutablePointer<Double>?
  /// For each row its distance to its own centroid at most, less the way of that centroid; not kept for many rows.
  private let owns: UnsafeMutablePointer<Double>?
  /// Sums of rows (clusters × columns), then the weights of the clusters, then their numbers of rows.
  private let totals: UnsafeMutablePointer<Double>
  private let totalCount: Int
  /// How far each centroid has moved, how far any other has, and both together, rounded up and down.
  private let ways: UnsafeMutablePointer<Double>
  /// The changes of each chunk, laid out as ``totals``, and room for the indices of its rows.
  private let changes: UnsafeMutablePointer<Double>
  private let scratch: UnsafeMutablePointer<Int32>

  private var chunks: Int { (data.rows + Observations.chunk - 1) / Observations.chunk }
  private var scratchSize: Int { min(data.rows, Observations.chunk) }
  private var sumCount: Int { clusters * data.columns }

  /// Creates a descent from centroids that stand one after the other, in the centred columns of the data.
  ///
  /// - Parameters:
  ///   - data: The rows.
  ///   - centroids: The first centroids, *k* times *d* numbers.
  ///   - accelerated: Whether bounds are kept; without them every row is computed in every iteration.
  ///   - sideBySide: Whether the chunks get room of their own, so that all cores can work on one iteration.
  init(_ data: Observations, centroids: [Double], accelerated: Bool = true, sideBySide: Bool = false) {
    self.data = data
    self.centroids = CentroidTable(
      centroids, columns: data.columns, narrow: accelerated && !data.narrow.isEmpty)
    clusters = self.centroids.clusters
    totalCount = clusters * (data.columns + 2)
    unsafe totals = .allocate(capacity: totalCount + 1)
    unsafe totals.initialize(repeating: 0, count: totalCount)
    unsafe ways = .allocate(capacity: 4 * clusters + 1)
    unsafe ways.initialize(repeating: 0, count: 4 * clusters)
    unsafe labels = .allocate(capacity: data.rows + 1)
    unsafe labels.initialize(repeating: -1, count: data.rows)
    unsafe keys = accelerated ? .allocate(capacity: data.rows + 1) : nil
    unsafe keys?.initialize(repeating: 0, count: data.rows)
    unsafe owns = accelerated && !sideBySide ? .allocate(capacity: data.rows + 1) : nil
    unsafe owns?.initialize(repeating: 0, count: data.rows)
    let parts = sideBySide ? max(1, (data.rows + Observations.chunk - 1) / Observations.chunk) : 1
    unsafe changes = .allocate(capacity: parts * totalCount + 1)
    unsafe changes.initialize(repeating: 0, count: parts * totalCount)
    unsafe scratch = .allocate(capacity: parts * min(data.rows, Observations.chunk) + 1)
    unsafe scratch.initialize(repeating: 0, count: parts * min(data.rows, Observations.chunk))
  }

  /// Creates a descent whose first centroids are rows of the data.
  ///
  /// - Precondition: `seeds` are rows that differ from each other.
  convenience init(_ data: Observations, seeds: [Int], accelerated: Bool = true, sideBySide: Bool = false) {
    let d = data.columns
    var centroids: [Double] = []
    centroids.reserveCapacity(seeds.count * d)
    for seed in seeds { centroids.append(contentsOf: data.values[seed * d..<(seed + 1) * d]) }
    self.init(data, centroids: centroids, accelerated: accelerated, sideBySide: sideBySide)
  }

  deinit {
    unsafe totals.deallocate()
    unsafe ways.deallocate()
    unsafe labels.deallocate()
    unsafe keys?.deallocate()
    unsafe owns?.deallocate()
    unsafe changes.deallocate()
    unsafe scratch.deallocate()
  }

  /// Runs both phases on one core.
  ///
  /// - Parameters:
  ///   - maximumIterations: A bound on the iterations of Lloyd, and on the passes of exchanges.
  ///   - exchanging: Whether the second phase runs.
  func run(maximumIterations: Int = 300, exchanging: Bool = true) {
    var left = maximumIterations
    var changed = 0
    while left > 0 {
      let made = iterate(atMost: left, &changed)
      left -= made.magnitude == 0 ? left : Int(made.magnitude)
      if made >= 0 { break }
      repairEmptyClusters()
    }
    if exchanging { exchange(maximumPasses: maximumIterations) }
  }

  /// Runs both phases, the iterations of Lloyd on all cores, and returns the number of iterations.
  ///
  /// - Precondition: The descent was created to be run side by side.
  func runSideBySide(maximumIterations: Int = 300, exchanging: Bool = true) async -> Int {
    var iterations = 0
    while iterations < maximumIterations {
      iterations += 1
      let changed = await inParallel(count: chunks, chunk: 4) { [self] in assign($0) }
      addUp(changed)
      if (0..<clusters).contains(where: { unsafe totals[sumCount + clusters + $0] == 0 }) {
        repairEmptyClusters()
      } else if changed.allSatisfy({ $0 == 0 }) {
        break
      } else {
        moveCentroids()
      }
    }
    if exchanging { exchange(maximumPasses: maximumIterations) }
    return iterations
  }

  /// What the division costs less than no division at all: the larger, the better it is.
  ///
  /// The sums that were kept up to date decide its last bits, so that it serves to compare starts, not divisions.
  var gain: Double {
    let d = data.columns
    var total = 0.0
    for cluster in 0..<clusters {
      let weight = unsafe totals[sumCount + cluster]
      var square = 0.0
      for column in 0..<d {
        let sum = unsafe totals[cluster * d + column]
        square += sum * sum
      }
      if weight > 0 { total += square / weight }
    }
    return total
  }

  /// The cluster of each row.
  var currentLabels: [Int] { (0..<data.rows).map { Int(unsafe labels[$0]) } }

  /// The centroids one after the other, in the centred columns of the data.
  var currentCentroids: [Double] {
    (0..<clusters).flatMap { cluster in
      (0..<data.columns).map { unsafe centroids.values[$0 * centroids.stride + cluster] }
    }
  }

  /// Assigns every row to the nearest of the centroids, which stay where they are, and returns the sum of the squared
  /// distances.
  func assignOnce() async -> Double {
    _ = await inParallel(count: chunks, chunk: 4) { [self] in assign($0) }
    return await inParallel(count: chunks, chunk: 4) { [self] in sumOfSquares($0) }.reduce(0, +)
  }

  private func sumOfSquares(_ chunk: Int) -> Double {
    let first = chunk * Observations.chunk
    let last = min(data.rows, first + Observations.chunk)
    let squares = unsafe [Double](unsafeUninitializedCapacity: last - first) { result, count in
      guard let target = result.baseAddress else { return }
      unsafe data.withData { rows in
        unsafe self.data.kernels.table.pointee.to_own(rows, centroids.pointer, labels, first, last, target)
      }
      count = last - first
    }
    return squares.indices.reduce(0) { $0 + squares[$1] * (data.weights?[first + $1] ?? 1) }
  }

  // MARK: - Lloyd

  private var state: ck_state {
    unsafe ck_state(
      labels: labels, keys: keys, owns: owns, moved: ways, others_moved: ways + clusters, moved_up: ways + 2 * clusters,
      moved_down: ways + 3 * clusters, totals: totals)
  }

  /// Makes iterations one after the other; see `ck_iterate_function`.
  private func iterate(atMost most: Int, _ changed: inout Int) -> Int {
    var made = 0
    var state = unsafe state
    unsafe data.withData { rows in
      unsafe made = data.kernels.table.pointee.iterate(
        rows, centroids.pointer, &state, data.rows, Observations.chunk, most, changes, scratch, &changed)
    }
    return made
  }

  /// Assigns the rows of a chunk and returns how many changed cluster.
  private func assign(_ chunk: Int) -> Int {
    let first = chunk * Observations.chunk
    let last = min(data.rows, first + Observations.chunk)
    let own = unsafe changes + chunk * totalCount
    unsafe own.update(repeating: 0, count: totalCount)
    var changed = 0
    var state = unsafe state
    unsafe data.withData { rows in
      unsafe changed = data.kernels.table.pointee.assign(
        rows, centroids.pointer, &state, first, last, own, scratch + chunk * scratchSize)
    }
    return changed
  }

  /// Adds up what the chunks changed, in their order.
  private func addUp(_ changed: [Int]) {
    var state = unsafe state
    for (chunk, count) in changed.enumerated() where count > 0 {
      unsafe data.kernels.table.pointee.add(centroids.pointer, data.columns, &state, changes + chunk * totalCount)
    }
  }

  private func moveCentroids() {
    var state = unsafe state
    unsafe data.kernels.table.pointee.move(centroids.pointer, data.columns, &state)
  }

  // MARK: - Empty clusters

  /// Gives every empty cluster the row that lies farthest from the mean of its own cluster, among clusters of two rows and
  /// more (a tie goes to the lowest row), and moves the centroids.
  private func repairEmptyClusters() {
    for empty in 0..<clusters where unsafe totals[sumCount + clusters + empty] == 0 {
      guard let row = farthestRow() else { break }
      let from = Int(unsafe labels[row])
      unsafe labels[row] = Int32(empty)
      unsafe keys?[row] = -.infinity
      shift(row, from, by: -1)
      shift(row, empty, by: 1)
    }
    moveCentroids()
  }

  private func farthestRow() -> Int? {
    let d = data.columns
    var means: [Double] = []
    for cluster in 0..<clusters {
      let weight = unsafe totals[sumCount + cluster]
      for column in 0..<d { means.append(weight > 0 ? unsafe totals[cluster * d + column] / weight : 0) }
    }
    var farthest: (row: Int, distance: Double)?
    for row in 0..<data.rows {
      let own = Int(unsafe labels[row])
      guard unsafe totals[sumCount + clusters + own] > 1 else { continue }
      var distance = 0.0
      for column in 0..<d {
        let difference = data.values[row * d + column] - means[own * d + column]
        distance += difference * difference
      }
      if farthest.map({ distance > $0.distance }) ?? true { farthest = (row, distance) }
    }
    return farthest?.row
  }

  private func shift(_ row: Int, _ cluster: Int, by sign: Double) {
    let d = data.columns
    let weight = sign * (data.weights?[row] ?? 1)
    for column in 0..<d { unsafe totals[cluster * d + column] += weight * data.values[row * d + column] }
    unsafe totals[sumCount + cluster] += weight
    unsafe totals[sumCount + clusters + cluster] += sign
  }

  // MARK: - Exchange

  /// Visits every row in turn and moves it at once to the cluster where it costs least, until a whole pass moves none.
  ///
  /// Moving a row of weight *w* from cluster *a* to *b* lowers the sum of squares when
  /// *W*_b / (*W*_b + *w*) · *d*_b² < *W*_a / (*W*_a − *w*) · *d*_a², with *W* the total weights and *d* the distances to the
  /// centroids. The only row of a cluster stays.
  private func exchange(maximumPasses: Int) {
    let stride = centroids.stride
    // The joining and leaving factors of the clusters, and then their weights up to whole lanes.
    let factors = UnsafeMutablePointer<Double>.allocate(capacity: 3 * stride)
    defer { unsafe factors.deallocate() }
    unsafe factors.initialize(repeating: 1, count: 3 * stride)
    for cluster in 0..<clusters {
      let weight = unsafe totals[sumCount + cluster]
      unsafe factors[cluster] = weight / (weight + 1)
      unsafe factors[stride + cluster] = weight / (weight - 1)
      unsafe factors[2 * stride + cluster] = weight
    }
    let narrow = UnsafeMutablePointer<Float>.allocate(capacity: 2 * centroids.narrowStride)
    defer { unsafe narrow.deallocate() }
    for cluster in 0..<centroids.narrowStride {
      unsafe narrow[cluster] = cluster < clusters ? Float(factors[cluster]) : 1
      unsafe narrow[centroids.narrowStride + cluster] = Float(cluster)
    }
    var state = unsafe ck_exchange(
      state: state, labels: labels, sums: totals, weights: factors + 2 * stride, counts: totals + (sumCount + clusters),
      joining: factors, leaving: factors + stride, narrow_joining: narrow,
      narrow_index: narrow + centroids.narrowStride, least_gain: Self.smallestGain)
    unsafe data.withData { rows in
      for _ in 0..<maximumPasses {
        let moves = unsafe data.kernels.table.pointee.exchange(rows, centroids.pointer, &state, 0, data.rows)
        if moves == 0 { break }
      }
    }
    for cluster in 0..<clusters { unsafe totals[sumCount + cluster] = factors[2 * stride + cluster] }
  }
}
