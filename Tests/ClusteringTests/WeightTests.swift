import Matrices
import Testing

@testable import Clustering

@Suite struct WeightTests {
  @Test func `a weighted mean and cost, by hand`() async {
    // Weights 3 and 1 put the first centroid of 0 and 4 at 1; the cost is 3 · 1 + 1 · 9.
    let data = Matrix([[0], [4], [20]])
    let fit = await KMeans(clusters: 2, starts: 4).fit(data, weights: [3, 1, 1])
    #expect(fit.partition.labels == [0, 0, 1])
    #expect(fit.centroids == Matrix([[1], [20]]))
    #expect(fit.inertia == 12)
  }

  @Test func `weights of one change nothing`() async {
    let data = overlappingRows(60, columns: 3, centres: 3)
    let search = KMeans(clusters: 3, starts: 10)
    let weighted = await search.fit(data, weights: Array(repeating: 1, count: 60))
    let plain = await search.fit(data)
    #expect(weighted.partition == plain.partition)
    #expect(weighted.inertia == plain.inertia)
  }

  /// Ten rows, the same with every row repeated as often as its weight says, and the row that each copy was made from.
  func repeated() -> (data: Matrix, weights: [Double], copies: Matrix, source: [Int]) {
    let data = overlappingRows(10, columns: 2, centres: 3)
    let weights = [1.0, 3, 2, 1, 4, 1, 2, 1, 3, 2]
    let source = weights.enumerated().flatMap { Array(repeating: $0, count: Int($1)) }
    return (data, weights, data.selectingRows(source), source)
  }

  @Test func `repeating a row is weighting it, in the objective`() {
    let (data, weights, copies, source) = repeated()
    for shift in 0..<20 {
      let labels = (0..<10).map { ($0 * 7 + shift) % 3 }
      let weighted = inertia(of: data, Partition(labels: labels), weights: weights)
      let plain = inertia(of: copies, Partition(labels: source.map { labels[$0] }))
      // Twenty sums of two squares each, of numbers below ten.
      #expect(abs(weighted - plain) < 1e-12)
    }
  }

  @Test func `repeating a row is weighting it, in a step of Lloyd from equal centroids`() {
    let (data, weights, copies, source) = repeated()
    let first: [Double] = [0, 0, 1, 4, 6, 2]
    func step(_ observations: Observations) -> (labels: [Int], centroids: [Double]) {
      let centred = first.enumerated().map { $1 - observations.offsets[$0 % 2] }
      let descent = Descent(observations, centroids: centred)
      descent.run(maximumIterations: 1, exchanging: false)
      return (
        descent.currentLabels, descent.currentCentroids.enumerated().map { $1 + observations.offsets[$0 % 2] }
      )
    }
    let weighted = step(Observations(data, weights: weights))
    let plain = step(Observations(copies))
    #expect(plain.labels == source.map { weighted.labels[$0] })
    for (a, b) in zip(weighted.centroids, plain.centroids) { #expect(abs(a - b) < 1e-12) }
  }

  @Test func `repeating a row is weighting it, in the best optimum that brute force confirms`() async {
    let (data, weights, copies, source) = repeated()
    var best = Double.infinity
    for code in 0..<59049 {  // 3¹⁰ ways to give ten rows to three clusters
      var rest = code
      let labels = (0..<10).map { _ in
        defer { rest /= 3 }
        return rest % 3
      }
      guard Set(labels).count == 3 else { continue }
      best = min(best, plainCost(data, labels, weights))
    }
    let search = KMeans(clusters: 3, starts: 60)
    let weighted = await search.fit(data, weights: weights)
    let plain = await search.fit(copies)
    #expect(abs(weighted.inertia - best) < 1e-10)
    #expect(abs(plain.inertia - best) < 1e-10)
    #expect(Partition(labels: source.map { weighted.partition.labels[$0] }) == plain.partition)
  }

  @Test func `rows of weight zero shape nothing and go to the nearest centroid, by hand`() async {
    // Without the third row the pairs lie at 1 and 11; the third, at 5, is nearer to the first pair.
    let data = Matrix([[0], [2], [5], [10], [12]])
    let fit = await KMeans(clusters: 2, starts: 4).fit(data, weights: [1, 1, 0, 1, 1])
    #expect(fit.partition.labels == [0, 0, 0, 1, 1])
    #expect(fit.centroids == Matrix([[1], [11]]))
    #expect(fit.inertia == 4)
    #expect(fit.census.hits == 4)
  }

  private func plainCost(_ data: Matrix, _ labels: [Int], _ weights: [Double]) -> Double {
    var cost = 0.0
    for cluster in 0..<3 {
      let rows = labels.indices.filter { labels[$0] == cluster }
      let total = rows.reduce(0) { $0 + weights[$1] }
      for column in 0..<data.columns {
        let mean = rows.reduce(0) { $0 + weights[$1] * data[$1, column] } / total
        cost += rows.reduce(0) { $0 + weights[$1] * (data[$1, column] - mean) * (data[$1, column] - mean) }
      }
    }
    return cost
  }
}
