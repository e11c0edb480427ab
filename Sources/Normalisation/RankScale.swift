/// The place of a value among those of the units that it was fitted on, from 0 to 1.
///
/// Of *n* units the one of rank *r* (counted from 1; units with the same value share the mean of their ranks) stands at
/// (*r* − 0.5) / *n*. A value between two that were fitted takes the place between theirs, by linear interpolation; one
/// beyond the ends takes the place of the end. So a rank can be replayed on units that were not there.
public struct RankScale: Hashable, Sendable, Codable {
  /// The distinct values, ascending.
  public var values: [Double]
  /// The place of each value, ascending.
  public var places: [Double]

  /// Ranks values.
  ///
  /// - Parameter sorted: At least one finite number, ascending.
  /// - Complexity: O(*n*).
  init(sorted: [Double]) {
    precondition(!sorted.isEmpty, "ranks need a value")
    values = []
    places = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      // Ranks start + 1 to end; their mean less a half is half the sum of the two bounds.
      values.append(sorted[start])
      places.append(Double(start + end) / 2 / Double(sorted.count))
      start = end
    }
  }

  /// Returns the place of a value.
  ///
  /// - Complexity: O(log *n*).
  public func callAsFunction(_ value: Double) -> Double { Self.interpolate(value, from: values, to: places) }

  /// Returns the value at a place: the inverse between the ends, and the end beyond them.
  public func inverse(_ place: Double) -> Double { Self.interpolate(place, from: places, to: values) }

  private static func interpolate(_ value: Double, from: [Double], to: [Double]) -> Double {
    var low = 0
    var high = from.count
    while low < high {
      let middle = (low + high) / 2
      if from[middle] < value { low = middle + 1 } else { high = middle }
    }
    if low == from.count { return to[low - 1] }
    if low == 0 || from[low] == value { return to[low] }
    let share = (value - from[low - 1]) / (from[low] - from[low - 1])
    return to[low - 1] + share * (to[low] - to[low - 1])
  }
}
