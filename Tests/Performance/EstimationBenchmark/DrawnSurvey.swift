import Estimation
import Matrices

/// A survey drawn from a seed: scale questions, shares and counts of respondents within units of different sizes.
struct DrawnSurvey {
  let respondents: [String]
  let units: [String]
  let measures: [Measure]

  /// Draws a survey, its respondents in the order of their units.
  ///
  /// Units differ, and a tenth of the answers are open. Every fourth measure is a share, every tenth a skewed count.
  init(respondents count: Int, units: Int, measures: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed, streams: 0)
    let unitOf = (0..<count).map { _ in generator.index(below: units) }.sorted()
    respondents = (0..<count).map { padded("r", $0) }
    self.units = unitOf.map { padded("u", $0) }
    self.measures = (0..<measures).map { measure in
      var generator = SeededGenerator(seed: seed, streams: 1, measure)
      let centres = (0..<units).map { _ in generator.normal() }
      let name = "m\(measure)"
      let numbers = unitOf.map { unit -> Double in
        let drawn = centres[unit] + generator.normal()
        if generator.uniform() < 0.1 { return .nan }
        if measure % 10 == 9 { return max(0, (4 + 3 * drawn).rounded()) }
        if measure % 4 == 3 { return drawn > 0 ? 1 : 0 }
        return min(5, max(1, (3 + drawn).rounded()))
      }
      if measure % 10 == 9 { return Measure(name, numbers: numbers, range: 0...100, isSkewed: true) }
      return Measure(name, numbers: numbers, range: measure % 4 == 3 ? 0...1 : 1...5)
    }
  }
}

private func padded(_ letter: String, _ number: Int) -> String {
  let digits = String(number)
  return letter + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
}
