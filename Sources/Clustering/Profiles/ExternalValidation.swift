import Matrices
import RealModule

/// A variable that clusters were not made from, and that may or may not have to do with them.
public enum ExternalVariable: Hashable, Sendable {
  /// Numbers, one a row; `nil` where nothing is known.
  case numbers([Double?])
  /// Categories without order, one a row; `nil` where nothing is known.
  case categories([Int?])
}

/// How much a variable has to do with clusters that were made without it.
public struct ExternalAssociation: Hashable, Sendable {
  /// The strength, from 0 to 1: eta squared for numbers, Cramér's V with the correction of bias for categories.
  public let strength: Double
  /// The probability of an association at least as strong when rows are dealt out at random.
  public let probability: Double
  /// The number of rows with a value.
  public let rows: Int
  /// The number of permutations.
  public let permutations: Int
}

/// How associations with external variables are measured: against random permutations.
///
/// For numbers the strength is eta squared, the share of the sum of squares that lies between the clusters. For categories it
/// is Cramér's V with Bergsma's correction, which is 0 on average when there is nothing (the plain V is not). Both are tested
/// by dealing the labels of the rows that have a value out anew, *B* times: *p* = (1 + the number of permutations at least as
/// strong) / (*B* + 1), with chi squared as the strength for categories. Clusters and categories that no row with a value has
/// do not count.
///
/// > Bergsma, W. (2013). A bias-correction for Cramér's V and Tschuprow's T. doi:10.1016/j.jkss.2012.10.002
/// > Phipson, B. and Smyth, G. (2010). Permutation p-values should never be zero. doi:10.2202/1544-6115.1585
public struct ExternalValidation: Hashable, Sendable {
  /// The most permutations of a variable, *B*; with more than 20,000 rows there are fewer, so that a variable takes 20 million
  /// steps, but at least 99.
  public var permutations: Int
  /// The seed of all random draws.
  public var seed: UInt64

  /// Creates a way to measure.
  ///
  /// - Precondition: At least one permutation.
  public init(permutations: Int = 999, seed: UInt64 = 1) {
    precondition(permutations >= 1, "a test needs a permutation")
    self.permutations = permutations
    self.seed = seed
  }

  /// Measures each variable; the draws of one do not depend on the others.
  ///
  /// - Parameters:
  ///   - variables: Variables with a value or none for each row.
  ///   - partition: The clusters.
  /// - Returns: One association a variable, in order; `nil` where it cannot be told: a variable that does not vary, or
  ///   has a category for each row, or whose rows lie in a single cluster or each in a cluster of its own.
  /// - Precondition: Every variable has the rows of the partition.
  /// - Complexity: O(*B* · *n*) a variable.
  public func measure(_ variables: [ExternalVariable], _ partition: Partition) async -> [ExternalAssociation?] {
    await inParallel(count: variables.count) { index in
      let generator = SeededGenerator(seed: seed, streams: Stream.permutation, index)
      switch variables[index] {
      case .numbers(let values):
        precondition(values.count == partition.rows, "a variable of the rows of the partition")
        let known = values.indices.filter { values[$0] != nil }
        let labels = Partition(labels: known.map { partition.labels[$0] })
        return VarianceBetween(known.compactMap { values[$0] }, labels).flatMap { test($0, labels, generator) }
      case .categories(let values):
        precondition(values.count == partition.rows, "a variable of the rows of the partition")
        let known = values.indices.filter { values[$0] != nil }
        let labels = Partition(labels: known.map { partition.labels[$0] })
        let categories = Partition(labels: known.compactMap { values[$0] })
        return ChiSquared(categories, labels).flatMap { test($0, labels, generator) }
      }
    }
  }

  private func test(
    _ association: some Association, _ labels: Partition, _ start: SeededGenerator
  ) -> ExternalAssociation? {
    var generator = start
    let count = min(permutations, max(99, 20_000_000 / max(1, labels.rows)))
    let found = association.statistic(labels.labels)
    var dealt = labels.labels
    var atLeast = 0
    for _ in 0..<count {
      for last in stride(from: dealt.count - 1, to: 0, by: -1) { dealt.swapAt(last, generator.index(below: last + 1)) }
      // The same table in another order of adding may differ in the last bits.
      if association.statistic(dealt) >= found * (1 - 1e-12) { atLeast += 1 }
    }
    return ExternalAssociation(
      strength: association.strength(found), probability: Double(1 + atLeast) / Double(count + 1), rows: labels.rows,
      permutations: count)
  }
}

extension Stream {
  static let permutation = -5
}

/// Returns the probabilities adjusted for having looked at several: Holm's method, in the order given.
///
/// > Holm, S. (1979). A simple sequentially rejective multiple test procedure. doi:10.2307/4615733
///
/// - Complexity: O(*m* log *m*).
public func holmAdjusted(_ probabilities: [Double]) -> [Double] {
  var adjusted = probabilities
  var largest = 0.0
  let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
  for (rank, index) in order.enumerated() {
    largest = max(largest, min(1, Double(probabilities.count - rank) * probabilities[index]))
    adjusted[index] = largest
  }
  return adjusted
}

// MARK: - What is permuted

/// A statistic of labels that grows with the association.
private protocol Association {
  func statistic(_ labels: [Int]) -> Double
  func strength(_ statistic: Double) -> Double
}

/// The sum of squares between clusters of centred numbers.
private struct VarianceBetween: Association {
  private let centred: [Double]
  private let sizes: [Int]
  private let total: Double

  init?(_ values: [Double], _ labels: Partition) {
    guard let mean = values.mean, labels.clusters > 1, labels.clusters < labels.rows else { return nil }
    centred = values.map { $0 - mean }
    sizes = labels.sizes
    total = centred.reduce(0) { $0 + $1 * $1 }
    guard total > 0, values.contains(where: { $0 != values[0] }) else { return nil }
  }

  func statistic(_ labels: [Int]) -> Double {
    var sums = [Double](repeating: 0, count: sizes.count)
    for (value, label) in zip(centred, labels) { sums[label] += value }
    return zip(sums, sizes).reduce(0) { $0 + $1.0 * $1.0 / Double($1.1) }
  }

  func strength(_ statistic: Double) -> Double { min(1, statistic / total) }
}

/// Pearson's chi squared of categories and clusters.
private struct ChiSquared: Association {
  private let categories: Partition
  private let sizes: [Int]

  init?(_ categories: Partition, _ labels: Partition) {
    guard categories.clusters > 1, categories.clusters < categories.rows else { return nil }
    guard labels.clusters > 1, labels.clusters < labels.rows else { return nil }
    self.categories = categories
    sizes = labels.sizes
  }

  func statistic(_ labels: [Int]) -> Double {
    let width = sizes.count
    var counts = [Int](repeating: 0, count: categories.clusters * width)
    for (category, label) in zip(categories.labels, labels) { counts[category * width + label] += 1 }
    // Chi squared is n (Σ count² / (size of row · size of column) − 1).
    var sum = 0.0
    for (category, size) in categories.sizes.enumerated() {
      for label in 0..<width {
        let count = Double(counts[category * width + label])
        sum += count * count / (Double(size) * Double(sizes[label]))
      }
    }
    return max(0, Double(categories.rows) * (sum - 1))
  }

  /// Cramér's V with the correction of bias.
  func strength(_ statistic: Double) -> Double {
    let (r, c) = (Double(categories.clusters), Double(sizes.count))
    let n = Double(categories.rows)
    let beyondChance = max(0, statistic / n - (r - 1) * (c - 1) / (n - 1))
    let least = min(r - (r - 1) * (r - 1) / (n - 1), c - (c - 1) * (c - 1) / (n - 1)) - 1
    return least > 0 ? min(1, Double.sqrt(beyondChance / least)) : 0
  }
}
