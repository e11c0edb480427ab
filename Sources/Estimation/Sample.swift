import Matrices
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
  private(set) var columns: [[Double]]
  /// The place in the given lists of each row; `nil` when they stood in this order already.
  private let order: [Int]?

  /// Creates a sample.
  ///
  /// Lists that stand in order already are kept as they are, without a copy.
  ///
  /// - Parameters:
  ///   - respondents: *n* ids, all different.
  ///   - units: The code of the unit of each respondent, *n*.
  ///   - measures: *m* measures of *n* answers.
  /// - Precondition: All lengths agree.
  /// - Complexity: O(*n*) for lists in order, else O(*n* · *m*), and O(*s* log *s*) for a unit whose *s* respondents do
  ///   not come in the order of their ids.
  public init(respondents: [String], units: [String], measures: [Measure]) {
    precondition(units.count == respondents.count, "each respondent has a unit")
    precondition(measures.allSatisfy { $0.numbers.count == units.count }, "each measure has one value a respondent")
    let rows = UnitRows(respondents: respondents, units: units)
    self.units = rows.units
    self.measures = measures.map(\.name)
    self.ranges = measures.map(\.scale)
    self.skewed = measures.map(\.isSkewed)
    self.starts = rows.starts
    self.order = rows.order
    self.columns = measures.map { measure in rows.order?.map { measure.numbers[$0] } ?? measure.numbers }
  }

  /// The number of respondents.
  public var count: Int { starts[units.count] }

  /// The number of respondents of each unit.
  public var sizes: [Int] { units.indices.map { starts[$0 + 1] - starts[$0] } }

  /// Returns the position of a measure by its name.
  public func position(of measure: String) -> Int? { measures.firstIndex(of: measure) }

  /// Returns something of each respondent in the order of the rows.
  ///
  /// - Parameter values: One value a respondent, in the order in which the sample was given its respondents.
  /// - Returns: The same values, unit by unit.
  /// - Precondition: There is one value a respondent.
  func arranged<Value>(_ values: [Value]) -> [Value] {
    precondition(values.count == count, "there is one value a respondent")
    return order?.map { values[$0] } ?? values
  }

  /// Returns the sample with other answers to a measure.
  func replacing(_ measure: Int, with answers: [Double]) -> Sample {
    var sample = self
    sample.columns[measure] = answers
    return sample
  }

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

/// The order in which respondents stand in a sample: unit by unit, by id within the unit.
struct UnitRows {
  /// The codes of the units, sorted.
  let units: [String]
  /// The first row of each unit, and at the end the number of rows.
  let starts: [Int]
  /// The place in the given lists of each row; `nil` when they stood in this order already.
  let order: [Int]?

  /// Finds the order by counting the respondents of each unit; texts are compared within units alone.
  init(respondents: [String], units codes: [String]) {
    let (units, unitOfRow) = Self.numbered(codes)
    var starts = [Int](repeating: 0, count: units.count + 1)
    for unit in unitOfRow { starts[unit + 1] += 1 }
    for unit in units.indices { starts[unit + 1] += starts[unit] }
    self.units = units
    self.starts = starts
    var isInOrder = true
    for row in unitOfRow.indices.dropFirst() where isInOrder {
      let (before, unit) = (unitOfRow[row - 1], unitOfRow[row])
      isInOrder = before < unit || before == unit && respondents[row - 1] <= respondents[row]
    }
    order = isInOrder ? nil : Self.order(respondents, unitOfRow, starts)
  }

  private static func order(_ respondents: [String], _ unitOfRow: [Int], _ starts: [Int]) -> [Int] {
    var next = starts
    var order = [Int](repeating: 0, count: unitOfRow.count)
    for (row, unit) in unitOfRow.enumerated() {
      order[next[unit]] = row
      next[unit] += 1
    }
    for unit in starts.indices.dropLast() {
      let rows = order[starts[unit]..<starts[unit + 1]]
      if zip(rows, rows.dropFirst()).allSatisfy({ respondents[$0] <= respondents[$1] }) { continue }
      order.replaceSubrange(
        starts[unit]..<starts[unit + 1], with: rows.sorted { (respondents[$0], $0) < (respondents[$1], $1) })
    }
    return order
  }

  /// Returns the codes sorted, and for each row the position of its code among them.
  private static func numbered(_ codes: [String]) -> (units: [String], unitOfRow: [Int]) {
    var numbers: [String: Int] = [:]
    var found: [String] = []
    var unitOfRow: [Int] = []
    unitOfRow.reserveCapacity(codes.count)
    for (row, code) in codes.enumerated() {
      if row > 0, code == codes[row - 1] {
        unitOfRow.append(unitOfRow[row - 1])
      } else if let number = numbers[code] {
        unitOfRow.append(number)
      } else {
        numbers[code] = found.count
        unitOfRow.append(found.count)
        found.append(code)
      }
    }
    let sorted = found.indices.sorted { found[$0] < found[$1] }
    if sorted.elementsEqual(found.indices) { return (found, unitOfRow) }
    var ranks = [Int](repeating: 0, count: found.count)
    for (rank, number) in sorted.enumerated() { ranks[number] = rank }
    return (sorted.map { found[$0] }, unitOfRow.map { ranks[$0] })
  }
}
