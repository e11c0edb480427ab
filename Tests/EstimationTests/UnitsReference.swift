import Estimation
import Testing

/// The numbers that `Reference/units.R` made, by their names.
struct UnitsReference {
  private let numbers: [String: Double]

  init() throws {
    let table = try ReferenceTable("units.csv")
    numbers = Dictionary(zip(try table.texts("name"), try table.numbers("value"))) { first, _ in first }
  }

  subscript(name: String) -> Double { numbers[name] ?? .nan }

  /// Whether two numbers are the same but for rounding: R prints fifteen digits, and adds up in another order.
  static func same(_ first: Double?, _ second: Double, within tolerance: Double = 1e-12) -> Bool {
    guard let first else { return false }
    return (first - second).magnitude <= tolerance * max(1, second.magnitude)
  }

  /// The survey of the script: 18 respondents in six units, three functions, one question on a scale of 1 to 5.
  static let units = ["a", "a", "a", "a", "b", "b", "b", "c", "c", "d", "d", "d", "d", "d", "e", "f", "f", "f"]
  static let functions = ["p", "p", "q", "r", "q", "r", "r", "p", "q", "p", "q", "q", "r", "r", "q", "p", "p", "r"]
  static let answers: [Double?] = [2, 3, 4, 5, 4, 5, 4, 1, 3, 2, 4, 3, 5, 4, 3, 1, 2, 5]

  /// The survey as a sample; on a wide scale nothing is clamped.
  static func sample(range: ClosedRange<Double> = 1...5, order: [Int] = Array(0..<18)) -> Sample {
    Sample(
      respondents: order.map { "r\(10 + $0)" }, units: order.map { units[$0] },
      measures: [Measure("y", order.map { answers[$0] }, range: range, points: 5)])
  }

  static func mix(of sample: Sample, order: [Int] = Array(0..<18), codes: [String] = ["p", "q", "r"]) -> FunctionMix {
    FunctionMix("function", codes: codes, functions: order.map { functions[$0] }, in: sample)
  }
}
