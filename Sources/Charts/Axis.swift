/// A straight scale from values to places on the sheet.
struct Axis {
  var low: Double
  var high: Double
  var from: Double
  var to: Double

  /// The place of a value; outside the scale it is held at the nearest end.
  func callAsFunction(_ value: Double) -> Double {
    guard high > low, value.isFinite else { return from }
    let share = min(1, max(0, (value - low) / (high - low)))
    return from + share * (to - from)
  }

  /// Round values between the ends: steps of 1, 2 or 5 times a power of ten, at most `most` of them beside the first.
  func ticks(atMost most: Int) -> (values: [Double], digits: Int) {
    Self.ticks(low, high, atMost: most)
  }

  /// Returns round values from `low` to `high` and the number of decimals that they need.
  static func ticks(_ low: Double, _ high: Double, atMost most: Int) -> (values: [Double], digits: Int) {
    guard high > low, high.isFinite, low.isFinite, most > 0 else { return ([low.isFinite ? low : 0], 0) }
    var exponent = -12
    while exponent <= 15 {
      for step in [1, 2, 5] {
        let size = Double(step) * power(exponent)
        if (high - low) / size <= Double(most) + 1e-9 {
          let first = (low / size - 1e-9).rounded(.up)
          let last = (high / size + 1e-9).rounded(.down)
          let values = first <= last ? (Int(first)...Int(last)).map { Double($0) * size } : [low]
          return (values, max(0, -exponent))
        }
      }
      exponent += 1
    }
    return ([low], 0)
  }

  /// Returns the smallest round value that is at least `value`: 1, 1.5, 2, 3, 5 or 8 times a power of ten.
  static func roundedUp(_ value: Double) -> Double {
    guard value.isFinite, value > 0 else { return 1 }
    for exponent in -12...15 {
      for step in [1, 1.5, 2, 3, 5, 8] where step * power(exponent) >= value * (1 - 1e-9) {
        return step * power(exponent)
      }
    }
    return value
  }

  private static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent.magnitude { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}
