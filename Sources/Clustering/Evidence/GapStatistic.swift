public import Matrices
import RealModule

/// The gap statistic: how much tighter the clusters are than those found in data without any.
///
/// References are drawn uniformly from a box around the data: along its principal axes, or along its columns
/// (``GapBox``). The tightness is *W* = Σ over clusters of the sum of distances between its rows (each pair once)
/// divided by its size, with plain Euclidean distances: the definition of `clusGap` in R with `d.power = 1` and
/// `spaceH0 = "scaledPCA"` or `"original"`.
///
/// > Tibshirani, R., Walther, G. and Hastie, T. (2001). Estimating the number of clusters in a data set via the gap
/// > statistic. doi:10.1111/1467-9868.00293
public struct GapStatistic: Hashable, Sendable {
  /// What was found for one number of clusters.
  public struct Value: Hashable, Sendable {
    /// The number of clusters.
    public let clusters: Int
    /// The logarithm of *W* for the data, halved as in `clusGap`.
    public let logW: Double
    /// The mean of the same logarithm over the references.
    public let expected: Double
    /// The expected logarithm minus that of the data; higher is better.
    public let gap: Double
    /// The standard error of the gap: the standard deviation over the *B* references times √(1 + 1 / *B*).
    public let standardError: Double

    /// Creates a value from what was measured.
    public init(clusters: Int, logW: Double, expected: Double, standardError: Double) {
      self.clusters = clusters
      self.logW = logW
      self.expected = expected
      self.gap = expected - logW
      self.standardError = standardError
    }
  }

  /// The values for one cluster, two clusters and so on.
  public let values: [Value]

  /// Creates a statistic from its values for one cluster, two clusters and so on.
  public init(values: [Value]) {
    self.values = values
  }

  /// The value for a number of clusters, if it was measured.
  public subscript(clusters: Int) -> Value? {
    values.first { $0.clusters == clusters }
  }

  /// The smallest number of clusters whose gap is within one standard error of the first local maximum (`firstSEmax`,
  /// the default of R); `nil` without values.
  public var firstSEMax: Int? {
    guard !values.isEmpty else { return nil }
    let descent = values.indices.dropLast().first { values[$0 + 1].gap <= values[$0].gap }
    let peak = values[descent ?? values.count - 1]
    return values.first { $0.gap >= peak.gap - peak.standardError }?.clusters
  }

  /// The smallest number of clusters whose gap is at least the next one's less its standard error (`Tibs2001SEmax`, the
  /// rule of the paper), or the largest that was measured; `nil` without values.
  public var tibshirani: Int? {
    let found = values.indices.dropLast().first {
      values[$0].gap >= values[$0 + 1].gap - values[$0 + 1].standardError
    }
    return found.map { values[$0].clusters } ?? values.last?.clusters
  }
}

/// The box from which the references of the gap statistic are drawn.
public enum GapBox: String, Hashable, Sendable, CaseIterable {
  /// Along the principal axes of the data, so that columns that go together do not look like clusters: variant b of the
  /// paper, `scaledPCA` of R's `clusGap`.
  case components
  /// Along the columns: variant a, `original`.
  case original
}

/// How the gap statistic is measured.
public struct GapMeasurement: Hashable, Sendable {
  /// The number of references, *B*, at least 2.
  public var references: Int
  /// The number of starts of each search in a reference.
  public var starts: Int
  /// The seed of all random draws.
  public var seed: UInt64
  /// The box from which references are drawn.
  public var box: GapBox
  /// Whether each search ends with single-point exchanges.
  public var exchanges: Bool

  /// Creates a way to measure.
  ///
  /// - Precondition: At least two references and one start.
  public init(
    references: Int = 50, starts: Int = 4, seed: UInt64 = 1, box: GapBox = .components, exchanges: Bool = true
  ) {
    precondition(references >= 2 && starts >= 1, "a gap needs two references and a start")
    self.references = references
    self.starts = starts
    self.seed = seed
    self.box = box
    self.exchanges = exchanges
  }

  /// Measures the gap for 1 to `maximum` clusters.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; finite, at least `maximum` distinct rows.
  ///   - partitions: The best division for each number of clusters that was searched already; the others are searched.
  ///   - maximum: The largest number of clusters.
  /// - Returns: The statistic with `maximum` values.
  public func measure(_ data: Matrix, partitions: [Partition], upTo maximum: Int) async -> GapStatistic {
    let observations = Observations(data)
    let box = ReferenceBox(observations, box)
    let (seed, starts, exchanges) = (seed, starts, exchanges)
    let references = await inParallel(count: references) { reference in
      var generator = SeededGenerator(seed: seed, streams: Stream.gap, reference)
      let drawn = box.draw(using: &generator)
      return (1...maximum).map { clusters in
        let distinct = min(clusters, drawn.rows)
        let search = KMeans(
          clusters: distinct, starts: clusters == 1 ? 1 : starts, seed: seed, stream: [Stream.gap, reference],
          exchanges: exchanges)
        return drawn.logW(Partition(labels: search.quickFit(drawn)))
      }
    }
    var values: [GapStatistic.Value] = []
    for clusters in 1...maximum {
      let logs = references.map { $0[clusters - 1] }
      let known = partitions.first { $0.clusters == clusters }
      let search = KMeans(
        clusters: clusters, starts: clusters == 1 ? 1 : 50, seed: seed, exchanges: exchanges)
      let partition = known ?? Partition(labels: search.quickFit(observations))
      values.append(
        GapStatistic.Value(
          clusters: clusters, logW: observations.logW(partition), expected: logs.mean ?? 0,
          standardError: (logs.standardDeviation ?? 0) * Double.sqrt(1 + 1 / Double(references.count))))
    }
    return GapStatistic(values: values)
  }
}

/// Numbers that keep the random draws of different purposes apart.
enum Stream {
  static let gap = -1
  static let bootstrap = -2
}

/// The box around the data along its principal axes, or along its columns.
///
/// Draws stay in the axes' own coordinates: k-means and distances do not change when all rows are turned together.
struct ReferenceBox: Sendable {
  let rows: Int
  let low: [Double]
  let high: [Double]

  init(_ data: Observations, _ kind: GapBox) {
    let axes = kind == .components ? Self.axes(of: data) : nil
    rows = data.rows
    var low = [Double](repeating: .infinity, count: data.columns)
    var high = [Double](repeating: -.infinity, count: data.columns)
    for row in 0..<data.rows {
      for index in 0..<data.columns {
        var score = 0.0
        if let axis = axes?[index] {
          for column in 0..<data.columns { score += data.values[row * data.columns + column] * axis[column] }
        } else {
          score = data.values[row * data.columns + index]
        }
        low[index] = min(low[index], score)
        high[index] = max(high[index], score)
      }
    }
    self.low = low
    self.high = high
  }

  private static func axes(of data: Observations) -> [[Double]] {
    let d = data.columns
    var products = [Double](repeating: 0, count: d * d)
    for row in 0..<data.rows {
      for p in 0..<d {
        let value = data.values[row * d + p]
        for q in 0..<d { products[p * d + q] += value * data.values[row * d + q] }
      }
    }
    return principalAxes(products, size: d)
  }

  func draw(using generator: inout SeededGenerator) -> Observations {
    var values: [Double] = []
    values.reserveCapacity(rows * low.count)
    for _ in 0..<rows {
      for column in low.indices {
        values.append(low[column] + generator.uniform() * (high[column] - low[column]))
      }
    }
    return Observations(centred: values, rows: rows, columns: low.count)
  }
}

extension Observations {
  /// The logarithm of half the within-cluster sums of distances over cluster sizes, each pair once.
  fileprivate func logW(_ partition: Partition) -> Double {
    let within = DistanceSums(self, partition).within()
    var total = 0.0
    for (cluster, sum) in within.enumerated() { total += sum / Double(partition.sizes[cluster]) }
    return Double.log(0.5 * total)
  }
}
