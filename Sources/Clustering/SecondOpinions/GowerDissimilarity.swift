/// A column of mixed data, as Gower's coefficient compares it.
public struct GowerColumn: Hashable, Sendable {
  /// The values, one a row; `nil` where nothing is known.
  public enum Values: Hashable, Sendable {
    /// Numbers: two rows differ by |*a* − *b*| over the range of the column.
    case numbers([Double?])
    /// Ordered answers: numbers that are replaced by their ranks (1 for the least that occurs, equal ones alike), which
    /// are then compared as numbers.
    case ranks([Double?])
    /// Categories without order: two rows differ by 0 or 1.
    case categories([Int?])

    /// The number of rows.
    public var count: Int {
      switch self {
      case .numbers(let values), .ranks(let values): values.count
      case .categories(let values): values.count
      }
    }
  }

  /// The values, one a row.
  public let values: Values
  /// How much the column counts, at least 0.
  public let weight: Double

  /// Creates a column.
  ///
  /// - Precondition: The weight is finite and at least 0; numbers are finite.
  public init(_ values: Values, weight: Double = 1) {
    precondition(weight >= 0 && weight.isFinite, "a column of Gower's coefficient weighs at least 0")
    self.values = values
    self.weight = weight
  }
}

extension Dissimilarities {
  /// Gower's dissimilarities between rows of mixed data: the weighted mean of what the columns say, each from 0 to 1.
  ///
  /// A column in which one of the two rows has no value is skipped for that pair, with its weight. A pair for which no
  /// column of positive weight remains gets 1, the most unlike that two rows can be. A column that does not vary says 0,
  /// and counts. (`daisy(metric = "gower")` of the R package cluster, which gives NA for a pair without common values;
  /// ``GowerColumn/Values/ranks(_:)`` is its type `ordratio`, the same as for an ordered factor whose levels all occur.)
  ///
  /// - Parameter columns: At least one; all as long as the others.
  /// - Complexity: O(*n*² · *d*) time, O(*n*²) memory.
  ///
  /// > Gower, J. (1971). A general coefficient of similarity and some of its properties. doi:10.2307/2528823
  public init(gower columns: [GowerColumn]) {
    let rows = columns.first?.values.count ?? 0
    precondition(columns.allSatisfy { $0.values.count == rows }, "all columns have the same rows")
    // Row by row, so that a pair reads two stretches of memory; NaN stands for no value.
    let kinds = columns.map(\.isNominal)
    let weights = columns.map(\.weight)
    let scaled = columns.map(\.scaled)
    let width = columns.count
    let cells = (0..<rows).flatMap { row in scaled.map { $0[row] } }
    self.init(rows: rows) { row, other in
      var sum = 0.0
      var total = 0.0
      for column in 0..<width {
        let difference = (cells[row * width + column] - cells[other * width + column]).magnitude
        if difference.isNaN { continue }
        sum += weights[column] * (kinds[column] ? (difference > 0 ? 1 : 0) : difference)
        total += weights[column]
      }
      return total > 0 ? sum / total : 1
    }
  }
}

extension GowerColumn {
  /// The mean of what the column says over all pairs of rows with values, from 0 to 1; 0 without such a pair.
  ///
  /// Categories differ wholly or not at all, numbers by a small part of their range as a rule; so that a category says
  /// several times as much as a number of the same weight. Weights divided by these means give each column the part of the
  /// mean dissimilarity that it is meant to have.
  ///
  /// - Complexity: O(*n* log *n*).
  public var meanDifference: Double {
    let known = scaled.filter { !$0.isNaN }.sorted()
    let count = Double(known.count)
    guard known.count > 1 else { return 0 }
    if isNominal {
      let same = Partition(labels: known.map { Int($0) }).sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
      return 1 - same / (count * (count - 1))
    }
    // In ascending order the number at a place is the larger of as many pairs as stand before it.
    var sum = 0.0
    for (place, number) in known.enumerated() { sum += (2 * Double(place) - count + 1) * number }
    return sum / (count * (count - 1) / 2)
  }

  fileprivate var isNominal: Bool {
    if case .categories = values { true } else { false }
  }

  /// Numbers from 0 to 1, categories as their codes, NaN where nothing is known.
  fileprivate var scaled: [Double] {
    switch values {
    case .categories(let codes): codes.map { $0.map(Double.init) ?? .nan }
    case .numbers(let numbers): Self.ranged(numbers.map { $0 ?? .nan })
    case .ranks(let numbers): Self.ranged(Self.ranked(numbers))
    }
  }

  private static func ranged(_ numbers: [Double]) -> [Double] {
    var (low, high) = (Double.infinity, -Double.infinity)
    for number in numbers where !number.isNaN { (low, high) = (min(low, number), max(high, number)) }
    let range = high > low ? high - low : 1
    return numbers.map { ($0 - low) / range }
  }

  private static func ranked(_ numbers: [Double?]) -> [Double] {
    var levels: [Double] = []
    for number in numbers.compactMap({ $0 }).sorted() where levels.last != number { levels.append(number) }
    return numbers.map { number in
      guard let number else { return .nan }
      return Double(levels.partitioningIndex(atLeast: number) + 1)
    }
  }
}

extension [Double] {
  /// Returns the first index of an ascending array whose element is at least the number.
  fileprivate func partitioningIndex(atLeast number: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
