import Matrices
import Testing

@testable import Clustering

/// k-means as a textbook has it: every distance computed, fused steps in index order, one row after the other.
private struct PlainDescent {
  let data: Observations
  var labels: [Int]
  var centroids: [[Double]]
  var sums: [[Double]]
  var weights: [Double]
  var counts: [Int]

  init(_ data: Observations, seeds: [Int]) {
    self.data = data
    labels = Array(repeating: -1, count: data.rows)
    centroids = seeds.map { seed in (0..<data.columns).map { data.values[seed * data.columns + $0] } }
    sums = seeds.map { _ in Array(repeating: 0, count: data.columns) }
    weights = seeds.map { _ in 0 }
    counts = seeds.map { _ in 0 }
  }

  func square(_ row: Int, _ cluster: Int) -> Double {
    var sum = 0.0
    for column in 0..<data.columns {
      let difference = data.values[row * data.columns + column] - centroids[cluster][column]
      sum = sum.addingProduct(difference, difference)
    }
    return sum
  }

  mutating func shift(_ row: Int, _ cluster: Int, _ sign: Double, _ sums: inout [[Double]]) {
    let weight = sign * (data.weights?[row] ?? 1)
    for column in 0..<data.columns {
      sums[cluster][column] = sums[cluster][column].addingProduct(weight, data.values[row * data.columns + column])
    }
    weights[cluster] += weight
    counts[cluster] += Int(sign)
  }

  mutating func lloyd() {
    while true {
      var changed = false
      for start in stride(from: 0, to: data.rows, by: Observations.chunk) {
        var changes = sums.map { $0.map { _ in 0.0 } }
        for row in start..<min(data.rows, start + Observations.chunk) {
          let squares = centroids.indices.map { square(row, $0) }
          let nearest = squares.firstIndex(of: squares.min() ?? 0) ?? 0
          guard nearest != labels[row] else { continue }
          changed = true
          if labels[row] >= 0 { shift(row, labels[row], -1, &changes) }
          shift(row, nearest, 1, &changes)
          labels[row] = nearest
        }
        for cluster in sums.indices {
          for column in 0..<data.columns { sums[cluster][column] += changes[cluster][column] }
        }
      }
      if !changed { return }
      for cluster in centroids.indices { move(cluster) }
    }
  }

  mutating func move(_ cluster: Int) {
    let share = 1 / weights[cluster]
    centroids[cluster] = sums[cluster].map { $0 * share }
  }

  mutating func exchange() {
    var moved = true
    while moved {
      moved = false
      for row in 0..<data.rows where counts[labels[row]] > 1 {
        let own = labels[row]
        let weight = data.weights?[row] ?? 1
        let leaving = square(row, own) * (weights[own] / (weights[own] - weight))
        var best = (cluster: -1, cost: Double.infinity)
        for cluster in centroids.indices where cluster != own {
          let cost = square(row, cluster) * (weights[cluster] / (weights[cluster] + weight))
          if cost < best.cost { best = (cluster, cost) }
        }
        guard best.cost < leaving * (1 - 1e-12) else { continue }
        var changed = sums
        shift(row, own, -1, &changed)
        shift(row, best.cluster, 1, &changed)
        sums = changed
        labels[row] = best.cluster
        move(own)
        move(best.cluster)
        moved = true
      }
    }
  }
}

@Suite struct KernelTests {
  /// Rows, columns, clusters and whether rows have weights: fewer and more clusters than a register holds, ties, several
  /// chunks.
  static let cases: [(rows: Int, columns: Int, clusters: Int, weighted: Bool)] = [
    (23, 1, 2, false), (60, 5, 4, false), (60, 5, 4, true), (120, 19, 9, false), (200, 3, 18, false),
    (150, 2, 37, true),
    (9000, 2, 5, false), (5000, 3, 20, true),
  ]

  func observations(_ shape: (rows: Int, columns: Int, clusters: Int, weighted: Bool), _ kernels: Kernels)
    -> Observations
  {
    let data = overlappingRows(shape.rows, columns: shape.columns, centres: 4)
    let rounded = Matrix(
      rows: data.rows, columns: data.columns, values: data.values.map { ($0 * 8).rounded() / 8 })
    let weights = shape.weighted ? (0..<shape.rows).map { 0.5 + Double($0 % 7) } : nil
    return Observations(rounded, weights: weights, kernels: kernels)
  }

  @Test(arguments: cases) func `all kernels with and without bounds give the bits of the plain algorithm`(
    _ shape: (rows: Int, columns: Int, clusters: Int, weighted: Bool)
  ) async {
    let plainData = observations(shape, Kernels.all[0])
    var generator = SeededGenerator(seed: 5)
    let seeds = Seeding.greedy.draw(plainData, count: shape.clusters, using: &generator)
    var plain = PlainDescent(plainData, seeds: seeds)
    plain.lloyd()
    let lloyd = plain
    plain.exchange()
    for kernels in Kernels.all {
      let data = observations(shape, kernels)
      for accelerated in [false, true] {
        let first = Descent(data, seeds: seeds, accelerated: accelerated)
        first.run(exchanging: false)
        #expect(first.currentLabels == lloyd.labels, "\(kernels), bounds \(accelerated)")
        #expect(first.currentCentroids == lloyd.centroids.flatMap { $0 }, "\(kernels), bounds \(accelerated)")
        let second = Descent(data, seeds: seeds, accelerated: accelerated)
        second.run()
        #expect(second.currentLabels == plain.labels, "\(kernels), bounds \(accelerated)")
        #expect(second.currentCentroids == plain.centroids.flatMap { $0 }, "\(kernels), bounds \(accelerated)")
        let third = Descent(data, seeds: seeds, accelerated: accelerated, sideBySide: true)
        _ = await third.runSideBySide()
        #expect(third.currentLabels == plain.labels, "\(kernels), bounds \(accelerated), side by side")
      }
    }
  }

  @Test func `all kernels draw the same first centroids and measure the same sums`() {
    let plain = observations((150, 5, 6, false), Kernels.all[0])
    for kernels in Kernels.all {
      let data = observations((150, 5, 6, false), kernels)
      #expect(data.pairwise == plain.pairwise)
      for seeding in Seeding.allCases {
        var first = SeededGenerator(seed: 9)
        var second = SeededGenerator(seed: 9)
        #expect(
          seeding.draw(data, count: 6, using: &first) == seeding.draw(plain, count: 6, using: &second))
      }
      let partition = Partition(labels: (0..<150).map { $0 * $0 % 5 })
      #expect(data.inertia(partition.labels, clusters: 5) == plain.inertia(partition.labels, clusters: 5))
      #expect(DistanceSums(data, partition).sums() == DistanceSums(plain, partition).sums())
    }
  }

  @Test func `values that single precision cannot square are divided all the same`() {
    for factor in [1e-30, 1, 1e30] {
      let data = Observations(Matrix([[0], [2 * factor], [10 * factor], [14 * factor]]))
      #expect(data.narrow.isEmpty == (factor != 1))
      let descent = Descent(data, seeds: [0, 3])
      descent.run()
      #expect(descent.currentLabels == [0, 0, 1, 1])
    }
  }
}
