/// One number asked of each respondent: a question, an option of a multi-select, a share, an index over questions.
public struct Measure: Hashable, Sendable {
  /// The name, unique within a sample.
  public var name: String
  /// The answers, one a respondent; NaN where nothing was answered.
  public var numbers: [Double]
  /// The least and the greatest number that can be answered; when unknown, those that were answered are taken.
  public var range: ClosedRange<Double>?
  /// Whether answers spread the more the higher they are, as counts and amounts do.
  ///
  /// What a unit borrows from others is then a deviation on the scale of the inverse hyperbolic sine: a unit with one
  /// answer of 2 must not take over the tens by which the answers of a large unit differ.
  public var isSkewed: Bool
  /// The number of points on the scale, equally far apart: 5 for a scale of 1 to 5, 2 for a share; `nil` when any number
  /// within the range can be answered.
  public var points: Int?

  /// Creates a measure.
  public init(
    _ name: String, _ values: [Double?], range: ClosedRange<Double>? = nil, isSkewed: Bool = false, points: Int? = nil
  ) {
    self.init(name, numbers: values.map { $0 ?? .nan }, range: range, isSkewed: isSkewed, points: points)
  }

  /// Creates a measure from numbers in which NaN stands for no answer.
  public init(
    _ name: String, numbers: [Double], range: ClosedRange<Double>? = nil, isSkewed: Bool = false, points: Int? = nil
  ) {
    self.name = name
    self.numbers = numbers
    self.range = range
    self.isSkewed = isSkewed
    self.points = points
  }

  /// The answers, one a respondent; `nil` where nothing was answered.
  public var values: [Double?] { numbers.map { $0.isNaN ? nil : $0 } }

  /// Returns the mean of several measures for each respondent, the measures of `reversed` turned round on their scale.
  ///
  /// A reversed answer *x* counts as least + greatest − *x*. A respondent who left items open gets the mean of the
  /// others, from half of the items on (rounded up); with fewer the index stays open.
  ///
  /// - Parameters:
  ///   - name: The name of the index.
  ///   - items: At least one measure, all of the same length.
  ///   - reversed: For each item whether it is reversed.
  /// - Returns: The index, its range spanning the ranges of its items.
  /// - Precondition: `items` and `reversed` have the same length.
  public static func index(_ name: String, of items: [Measure], reversed: [Bool]) -> Measure {
    precondition(items.count == reversed.count, "each item of an index has a direction")
    let scales = items.map(\.scale)
    let count = items.first?.numbers.count ?? 0
    let numbers = (0..<count).map { respondent -> Double in
      var total = 0.0
      var answered = 0
      for (item, (scale, turned)) in zip(items, zip(scales, reversed)) {
        let value = item.numbers[respondent]
        if value.isNaN { continue }
        total += turned ? scale.lowerBound + scale.upperBound - value : value
        answered += 1
      }
      return answered > 0 && 2 * answered >= items.count ? total / Double(answered) : .nan
    }
    let low = scales.map(\.lowerBound).min() ?? 0
    let high = scales.map(\.upperBound).max() ?? 0
    return Measure(name, numbers: numbers, range: low...max(low, high))
  }

  /// The range, or the least and greatest answer when the range is unknown; 0 to 0 without answers.
  public var scale: ClosedRange<Double> {
    if let range { return range }
    let answered = numbers.filter { !$0.isNaN }
    guard let low = answered.min(), let high = answered.max() else { return 0...0 }
    return low...high
  }
}
