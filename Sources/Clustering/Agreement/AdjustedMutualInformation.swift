import RealModule

extension ContingencyTable {
  /// The mutual information of the two partitions in nats: how much the one tells about the other; 0 without rows.
  public var mutualInformation: Double {
    var sum = 0.0
    for cell in cells {
      let count = Double(cell.count)
      let product = Double(firstSizes[cell.first]) * Double(secondSizes[cell.second])
      sum += count / Double(rows) * Double.log(Double(rows) * count / product)
    }
    return max(0, sum)
  }

  /// The mutual information that two partitions with clusters of these sizes have on average by chance, exactly: over all
  /// ways to deal the rows out (the hypergeometric model).
  ///
  /// - Complexity: O(*d* · *n*) with *d* the number of different sizes of clusters in the one partition times that in the
  ///   other, and far less when clusters are small.
  public var expectedMutualInformation: Double {
    let logFactorials = (0...max(rows, 1)).map { Double.logGamma(Double($0) + 1) }
    let second = sizeCounts(secondSizes)
    var sum = 0.0
    for (a, firstCount) in sizeCounts(firstSizes) {
      for (b, secondCount) in second {
        sum += Double(firstCount * secondCount) * expectation(a, b, logFactorials)
      }
    }
    return sum
  }

  /// The mutual information, adjusted for chance: 1 for the same division, 0 on average for two that have nothing to do
  /// with each other.
  ///
  /// What is found beyond the expected mutual information is divided by the mean of the two entropies beyond it (the
  /// arithmetic mean, as is the default of scikit-learn). Two equal partitions have 1: also two of a single cluster, two
  /// of single rows, and two of no row or one. Where chance leaves nothing to be found, the others have 0.
  ///
  /// > Vinh, N., Epps, J. and Bailey, J. (2010). Information theoretic measures for clusterings comparison.
  /// > doi:10.5555/1756006.1953024
  public var adjustedMutualInformation: Double {
    if isIdentity { return 1 }
    if firstSizes.count == 1 || secondSizes.count == 1 { return 0 }
    let expected = expectedMutualInformation
    let room = (firstEntropy + secondEntropy) / 2 - expected
    // What is left of a difference of logarithms after rounding is no room.
    guard room > 1e-12 * max(1, expected) else { return 0 }
    return (mutualInformation - expected) / room
  }

  /// The part of the expectation that one cluster of `a` rows and one of `b` rows bring.
  private func expectation(_ a: Int, _ b: Int, _ logFactorials: [Double]) -> Double {
    let n = rows
    let fixed =
      logFactorials[a] + logFactorials[b] + logFactorials[n - a] + logFactorials[n - b] - logFactorials[n]
    let product = Double(a) * Double(b)
    let least = max(1, a + b - n)
    var sum = 0.0
    for shared in least...min(a, b) {
      let logChance =
        fixed - logFactorials[shared] - logFactorials[a - shared] - logFactorials[b - shared]
        - logFactorials[n - a - b + shared]
      let count = Double(shared)
      sum += count / Double(n) * Double.log(Double(n) * count / product) * Double.exp(logChance)
    }
    return sum
  }
}

/// Returns each size that occurs, with how many clusters have it; sizes run from large to small.
private func sizeCounts(_ sizes: [Int]) -> [(size: Int, count: Int)] {
  var counts: [(size: Int, count: Int)] = []
  for size in sizes {
    if let last = counts.last, last.size == size {
      counts[counts.count - 1].count += 1
    } else {
      counts.append((size, 1))
    }
  }
  return counts
}
