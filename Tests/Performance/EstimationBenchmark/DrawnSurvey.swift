import Estimation
import Matrices

/// A survey drawn from a seed: scale questions, shares and counts of respondents within units of different sizes.
struct DrawnSurvey {
  static let functions = ["director", "policy", "data", "finance", "service", "other"]
  static let sizes = ["small", "middle", "large", "largest"]

  let respondents: [String]
  let units: [String]
  let measures: [Measure]
  /// The function of each respondent; a twentieth has none.
  let functionOfRespondent: [String?]
  /// The size class of each unit with a respondent.
  let sizeOfUnit: [Int]
  /// Three margins of the units, with totals of which these are about a third.
  let margins: [Raking.Margin]

  /// Draws a survey, its respondents in the order of their units.
  ///
  /// Units differ, and a tenth of the answers are open. Every fourth measure is a share, every tenth a skewed count.
  init(respondents count: Int, units: Int, measures: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed, streams: 0)
    let unitOf = (0..<count).map { _ in generator.index(below: units) }.sorted()
    respondents = (0..<count).map { padded("r", $0) }
    self.units = unitOf.map { padded("u", $0) }
    functionOfRespondent = (0..<count).map { _ in
      generator.uniform() < 0.05 ? nil : Self.functions[generator.index(below: Self.functions.count)]
    }
    let answering = Set(unitOf).count
    let cells = (0..<3).map { margin in (0..<answering).map { _ in generator.index(below: margin == 0 ? 4 : 5) } }
    sizeOfUnit = cells[0]
    margins = cells.enumerated().map { margin, cells in
      let names = margin == 0 ? Self.sizes : (0..<5).map { "cell \($0)" }
      let counts = names.indices.map { cell in Double(cells.count { $0 == cell }) }
      // The first cell answers less than the others, by margins whose totals agree.
      let short = counts[0] * 0.5
      let totals = counts.enumerated().map { $0 == 0 ? 3 * ($1 + short) : 3 * ($1 - short / Double(names.count - 1)) }
      return Raking.Margin("margin \(margin)", cells: names, cellOfElement: cells, totals: totals)
    }
    self.measures = (0..<measures).map { Self.measure($0, unitOf, units: units, seed: seed) }
  }

  private static func measure(_ position: Int, _ unitOf: [Int], units: Int, seed: UInt64) -> Measure {
    var generator = SeededGenerator(seed: seed, streams: 1, position)
    let centres = (0..<units).map { _ in generator.normal() }
    let isSkewed = position % 10 == 9
    let isShare = position % 4 == 3 && !isSkewed
    let numbers = unitOf.map { unit -> Double in
      let drawn = centres[unit] + generator.normal()
      if generator.uniform() < 0.1 { return .nan }
      if isSkewed { return max(0, (4 + 3 * drawn).rounded()) }
      return isShare ? (drawn > 0 ? 1 : 0) : min(5, max(1, (3 + drawn).rounded()))
    }
    let range: ClosedRange<Double> = isSkewed ? 0...100 : isShare ? 0...1 : 1...5
    return Measure(
      "m\(position)", numbers: numbers, range: range, isSkewed: isSkewed, points: isSkewed ? nil : isShare ? 2 : 5)
  }
}

private func padded(_ letter: String, _ number: Int) -> String {
  let digits = String(number)
  return letter + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
}
