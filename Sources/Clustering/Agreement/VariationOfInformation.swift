import RealModule

extension ContingencyTable {
  /// The variation of information in nats: how much must be told about the one partition when the other is known, and the
  /// other way round; 0 for the same division, at most log *n*.
  ///
  /// It is a distance: symmetric, and no detour is shorter.
  /// Without rows and with a single one it is 0.
  ///
  /// > Meilă, M. (2007). Comparing clusterings: an information based distance. doi:10.1016/j.jmva.2006.11.013
  public var variationOfInformation: Double {
    var sum = 0.0
    for cell in cells {
      let count = Double(cell.count)
      let unlike =
        Double.log(Double(firstSizes[cell.first]) / count) + Double.log(Double(secondSizes[cell.second]) / count)
      sum += count / Double(rows) * unlike
    }
    return sum
  }

  /// The variation of information as a share of log *n*, the most that *n* rows allow: from 0 to 1.
  ///
  /// Of no row and of one it is 0.
  public var normalisedVariation: Double {
    rows > 1 ? variationOfInformation / Double.log(Double(rows)) : 0
  }
}

/// Returns the entropy in nats of a division of rows into clusters of these sizes.
func entropy(ofSizes sizes: [Int], _ rows: Int) -> Double {
  sizes.reduce(0) { sum, size in
    let share = Double(size) / Double(rows)
    return share < 1 ? sum - share * Double.log(share) : sum
  }
}
