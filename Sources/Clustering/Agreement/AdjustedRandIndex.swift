extension ContingencyTable {
  /// The Rand index, adjusted for chance: 1 for the same division, 0 on average for two that have nothing to do with each
  /// other, below 0 for two that agree less than chance would have it.
  ///
  /// Pairs of rows are counted that lie together in both partitions, in one of them, or in none. Two equal partitions
  /// have 1: also two of a single cluster, two of single rows, and two of no row or one, where there is no pair to count.
  /// A single cluster against any other division has 0. (`adjusted_rand_score` of scikit-learn.)
  ///
  /// > Hubert, L. and Arabie, P. (1985). Comparing partitions. doi:10.1007/BF01908075
  public var adjustedRandIndex: Double {
    let together = pairs(cells.map(\.count))
    let apartInSecond = pairs(firstSizes) - together
    let apartInFirst = pairs(secondSizes) - together
    if apartInFirst == 0 && apartInSecond == 0 { return 1 }
    let apart = pairs([rows]) - together - apartInFirst - apartInSecond
    let above = 2 * (together * apart - apartInFirst * apartInSecond)
    let below =
      (together + apartInSecond) * (apartInSecond + apart) + (together + apartInFirst) * (apartInFirst + apart)
    return above / below
  }

  /// The number of pairs within groups of these sizes.
  private func pairs(_ sizes: [Int]) -> Double {
    Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
  }
}
