import RealModule

/// The answers of respondents within units: what every estimate, standard error and replicate is computed from.
///
/// Units stand in the order of their codes and respondents in the order of their ids within the unit, so that the order
/// of the rows that came in changes nothing.
public struct Sample: Sendable {
  /// The codes of the units with at least one respondent, sorted.
  public let units: [String]
  /// The names of the measures, in the order in which they were given.
  public let measures: [String]
  /// The scale of each measure: declared, or as answered.
  public let ranges: [ClosedRange<Double>]

  /// Whether each measure is skewed, so that units borrow on the scale of the inverse hyperbolic sine.
  let skewed: [Bool]
  /// The first row of each unit, and at the end the number of rows.
  let starts: [Int]
  /// The answers, one column a measure, the rows unit by unit; NaN where nothing was answered.
  let columns: [[Double]]

  /// Creates a sample.
  ///
  /// - Parameters:
  ///   - respondents: *n* ids, all different.
  ///   - units: The code of the unit of each respondent, *n*.
  ///   - measures: *m* measures of *n* answers, with names of their own.
  /// - Precondition: All lengths agree.
  /// - Complexity: O(*n* log *n* + *n* · *m*).
  public init(respondents: [String], units: [String], measures: [Measure]) {
    precondition(units.count == respondents.count, "each respondent has a unit")
    precondition(measures.allSatisfy { $0.numbers.count == units.count }, "each measure has one value a respondent")
    let order = units.indices.sorted { (units[$0], respondents[$0]) < (units[$1], respondents[$1]) }
    var codes: [String] = []
    var starts: [Int] = []
    for (row, index) in order.enumerated() {
      if units[index] != codes.last {
        codes.append(units[index])
        starts.append(row)
      }
    }
    self.units = codes
    self.measures = measures.map(\.name)
    self.ranges = measures.map(\.scale)
    self.skewed = measures.map(\.isSkewed)
    self.starts = starts + [order.count]
    self.columns = measures.map { measure in order.map { measure.numbers[$0] } }
  }

  /// The number of respondents of each unit.
  public var sizes: [Int] { units.indices.map { starts[$0 + 1] - starts[$0] } }

  /// Returns the position of a measure by its name.
  public func position(of measure: String) -> Int? { measures.firstIndex(of: measure) }

  /// Returns the answers of a unit to a measure, without the open ones.
  func answers(of unit: Int, to measure: Int) -> [Double] {
    columns[measure][starts[unit]..<starts[unit + 1]].filter { !$0.isNaN }
  }

  /// Returns an answer on the scale on which units borrow from each other.
  func borrowing(_ value: Double, _ measure: Int) -> Double {
    skewed[measure] ? Double.asinh(value) : value
  }

  /// Returns the answer of a number on the scale on which units borrow: the inverse of ``borrowing(_:_:)``.
  func answer(_ borrowed: Double, _ measure: Int) -> Double {
    skewed[measure] ? Double.sinh(borrowed) : borrowed
  }
}
