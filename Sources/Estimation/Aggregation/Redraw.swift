import Matrices
import RealModule

/// What redrawing needs to know beforehand: how each unit's value follows from its redrawn answers.
struct Redraw: Sendable {
  /// How the value of a unit on a measure is redrawn.
  private enum Way {
    /// Nobody answered.
    case open
    /// The mean of the redrawn answers is the value.
    case redrawn
    /// The value moves with the mean of the redrawn answers.
    case moved
    /// The value moves with deviations of respondents of all units.
    case borrowed
  }

  /// The way of one unit and measure; numbers on the scale on which units borrow.
  private struct Rule {
    var way: Way
    /// The value about which replicates lie.
    var centre: Double
    /// The mean answer.
    var mean: Double
    /// The number of answers.
    var answers: Int
    /// What a deviation is multiplied by.
    var factor: Double
  }

  private let sample: Sample
  private let measures: Int
  private let replicates: Int
  /// The streams of each replicate.
  private let paths: [SeededPath]
  /// The stream of each unit.
  private let keys: [Int]
  /// The rules, unit by unit.
  private let rules: [Rule]
  private let donors: Donors

  init(_ sample: Sample, _ features: [AggregatedUnits.Feature], replicates: Int, seed: UInt64) {
    self.sample = sample
    self.replicates = replicates
    measures = features.count
    paths = (0..<replicates).map { SeededPath(seed: seed).appending($0) }
    keys = sample.units.map(streamNumber)
    var rules: [Rule] = []
    rules.reserveCapacity(sample.units.count * features.count)
    for unit in sample.units.indices {
      for (measure, feature) in features.enumerated() { rules.append(Self.rule(unit, measure, feature, sample)) }
    }
    self.rules = rules
    donors = replicates > 0 ? Donors(sample, features) : Donors()
  }

  /// Returns how a unit's value on a measure is redrawn.
  private static func rule(
    _ unit: Int, _ measure: Int, _ feature: AggregatedUnits.Feature, _ sample: Sample
  ) -> Rule {
    let answers = feature.moments.counts[unit]
    guard let value = feature.values[unit], let own = feature.ownValues[unit] else {
      return Rule(way: .open, centre: .nan, mean: .nan, answers: 0, factor: 0)
    }
    let centre = sample.borrowing(value, measure)
    let variance = feature.moments.ownVariance(unit)
    let mean = feature.moments.means[unit]
    let asIs = feature.pooling == nil && feature.summary.varianceFactor(answers: answers) == 1
    if asIs {
      return Rule(
        way: variance == nil ? .borrowed : .redrawn, centre: centre, mean: sample.borrowing(mean, measure),
        answers: answers, factor: 1)
    }
    let error = feature.errors[unit].map { sample.borrowedError($0, at: value, measure) } ?? 0
    let drawn =
      variance.map { sample.borrowedError(Double.sqrt($0 / Double(answers)), at: mean, measure) }
      ?? Double.sqrt((feature.withinVariance ?? 0) / Double(answers))
    let centreOfOwn = variance == nil ? own : mean
    return Rule(
      way: variance == nil ? .borrowed : .moved, centre: centre, mean: sample.borrowing(centreOfOwn, measure),
      answers: answers, factor: drawn > 0 ? error / drawn : 0)
  }

  /// The units in parts of a fixed size.
  var chunks: [Range<Int>] {
    stride(from: 0, to: sample.units.count, by: 16).map { $0..<min(sample.units.count, $0 + 16) }
  }

  /// Returns the redrawn values of some units, replicate by replicate.
  func drawn(_ units: Range<Int>) -> [Double] {
    let width = units.count * measures
    var values = [Double](repeating: .nan, count: replicates * width)
    for unit in units {
      let first = (unit - units.lowerBound) * measures
      draw(unit, into: &values, from: first, stride: width)
    }
    return values
  }

  /// Writes the redrawn values of a unit.
  private func draw(_ unit: Int, into values: inout [Double], from start: Int, stride: Int) {
    let rows = sample.starts[unit]..<sample.starts[unit + 1]
    let rules = Array(rules[unit * measures..<(unit + 1) * measures])
    let redrawn = rules.indices.filter { rules[$0].way == .redrawn || rules[$0].way == .moved }
    let borrowed = rules.indices.filter { rules[$0].way == .borrowed }
    var block = RowBlock(sample, rows)
    let lent = donors.count > 0 ? donorsNeeded(unit) : 0
    var lenders = [Int](repeating: 0, count: lent)
    for replicate in 0..<replicates {
      var generator = paths[replicate].appending(keys[unit]).generator
      if rows.count > 2 { block.draw(&generator) }
      for lender in 0..<lent { lenders[lender] = generator.index(below: donors.count) * measures }
      let first = replicate * stride + start
      for measure in redrawn {
        values[first + measure] = redrawnValue(rules[measure], measure, block.means[measure])
      }
      for measure in borrowed {
        let rule = rules[measure]
        let deviation = donors.deviation(measure, answers: rule.answers, lenders, &generator)
        values[first + measure] = onScale(sample.answer(rule.centre + rule.factor * deviation, measure), measure)
      }
    }
  }

  /// Returns the value of a unit for the mean of its redrawn answers; NaN when nobody among them answered.
  private func redrawnValue(_ rule: Rule, _ measure: Int, _ mean: Double) -> Double {
    if rule.way == .redrawn { return onScale(mean.isNaN ? sample.answer(rule.centre, measure) : mean, measure) }
    let moved = mean.isNaN ? 0 : sample.borrowing(mean, measure) - rule.mean
    return onScale(sample.answer(rule.centre + rule.factor * moved, measure), measure)
  }

  private func onScale(_ value: Double, _ measure: Int) -> Double {
    min(max(value, sample.ranges[measure].lowerBound), sample.ranges[measure].upperBound)
  }

  /// The number of respondents whose deviations a unit borrows: as many as answered, and two for one.
  private func donorsNeeded(_ unit: Int) -> Int {
    var needed = 0
    for rule in rules[unit * measures..<(unit + 1) * measures] where rule.way == .borrowed {
      needed = max(needed, rule.answers, 2)
    }
    return needed
  }
}

extension Sample {
  /// Returns a standard error on the scale on which units borrow, by the delta method.
  func borrowedError(_ error: Double, at value: Double, _ measure: Int) -> Double {
    skewed[measure] ? error / Double.sqrt(1 + value * value) : error
  }
}

/// The answers of one unit, respondent by respondent, from which redraws are added up.
private struct RowBlock {
  private let rows: Int
  /// The number of groups of four measures.
  private let width: Int
  /// The answers, open ones as 0.
  private var answers: [SIMD4<Double>] = []
  /// 1 where there is an answer.
  private var given: [SIMD4<Double>] = []
  private var sums: [SIMD4<Double>]
  private var counts: [SIMD4<Double>]
  /// The means of the drawn answers, for four times as many measures as there are groups; NaN without any.
  private(set) var means: [Double]
  private var hasOpen = false

  init(_ sample: Sample, _ rows: Range<Int>) {
    self.rows = rows.count
    let measures = sample.columns.count
    width = (measures + 3) / 4
    sums = Array(repeating: .zero, count: width)
    counts = sums
    means = Array(repeating: .nan, count: 4 * width)
    if rows.count < 3 { return }
    answers = Array(repeating: .zero, count: rows.count * width)
    given = answers
    for (position, row) in rows.enumerated() {
      for measure in 0..<measures {
        let answer = sample.columns[measure][row]
        if answer.isNaN {
          hasOpen = true
        } else {
          answers[position * width + measure / 4][measure % 4] = answer
          given[position * width + measure / 4][measure % 4] = 1
        }
      }
    }
  }

  /// Draws one respondent fewer than there are, with replacement, and takes the means of their answers.
  mutating func draw(_ generator: inout SeededGenerator) {
    for group in 0..<width { sums[group] = .zero }
    for group in 0..<width { counts[group] = hasOpen ? .zero : SIMD4(repeating: Double(rows - 1)) }
    for _ in 1..<rows {
      let first = generator.index(below: rows) * width
      for group in 0..<width { sums[group] += answers[first + group] }
      if hasOpen { for group in 0..<width { counts[group] += given[first + group] } }
    }
    for group in 0..<width {
      let mean = sums[group] / counts[group]
      means[4 * group] = mean.x
      means[4 * group + 1] = mean.y
      means[4 * group + 2] = mean.z
      means[4 * group + 3] = mean.w
    }
  }
}

/// The deviations of respondents from their own units, which units with few answers borrow.
private struct Donors {
  /// The number of respondents in units of two or more.
  private(set) var count = 0
  private var measures = 0
  /// The deviations, donor by donor, scaled to the pooled variance of each measure; NaN where there is none.
  private var deviations: [Double] = []
  /// The root of the pooled variance of each measure.
  private var spreads: [Double] = []

  init() {}

  init(_ sample: Sample, _ features: [AggregatedUnits.Feature]) {
    measures = features.count
    spreads = features.map { Double.sqrt($0.withinVariance ?? 0) }
    let moments = features.indices.map { sample.skewed[$0] ? sample.borrowedMoments($0) : features[$0].moments }
    let factors = features.indices.map { measure in
      var squares = 0.0
      var answered = 0.0
      for unit in sample.units.indices where moments[measure].counts[unit] > 1 {
        squares += moments[measure].squares[unit]
        answered += Double(moments[measure].counts[unit])
      }
      return squares > 0 ? Double.sqrt((features[measure].withinVariance ?? 0) * answered / squares) : 0
    }
    for unit in sample.units.indices where sample.starts[unit + 1] - sample.starts[unit] > 1 {
      for row in sample.starts[unit]..<sample.starts[unit + 1] {
        count += 1
        for measure in 0..<measures {
          let has = moments[measure].counts[unit] > 1
          let answer = sample.borrowing(sample.columns[measure][row], measure)
          deviations.append(has ? (answer - moments[measure].means[unit]) * factors[measure] : .nan)
        }
      }
    }
  }

  /// Returns what a unit adds to its value; its variance is pooled / `answers`.
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - answers: The number of answers of the unit.
  ///   - lenders: The places of the donors' deviations, at least as many as answers unless there are no donors.
  ///   - generator: Draws the deviation of a donor who has none.
  /// - Returns: The mean deviation; 0 without donors.
  func deviation(
    _ measure: Int, answers: Int, _ lenders: [Int], _ generator: inout SeededGenerator
  ) -> Double {
    guard !lenders.isEmpty, spreads[measure] > 0 else { return 0 }
    var total = 0.0
    for lender in 0..<answers {
      let deviation = deviations[lenders[lender] + measure]
      total += deviation.isNaN ? generator.normal() * spreads[measure] : deviation
    }
    return total / Double(answers)
  }
}
