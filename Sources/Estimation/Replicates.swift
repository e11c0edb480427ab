import Matrices
import RealModule

/// The values of all units on all measures, once for each time that the respondents were redrawn.
public struct Replicates: Sendable {
  /// The number of replicates, *r*.
  public let count: Int
  /// The number of units, *n*.
  public let units: Int
  /// The number of measures, *m*.
  public let measures: Int
  /// The *r* · *n* · *m* values, replicate by replicate and unit by unit; NaN where no respondent of the unit answered.
  public let values: [Double]

  /// Returns the value of a unit on a measure in a replicate; NaN where no respondent of the unit answered.
  public subscript(replicate: Int, unit: Int, measure: Int) -> Double {
    values[(replicate * units + unit) * measures + measure]
  }
}

extension Sample {
  /// Redraws the respondents of every unit, with all their answers together, and takes the units' values again.
  ///
  /// A unit of *n* ≥ 3 respondents draws *n* − 1 of them with replacement, so that the variance of the redrawn mean is
  /// *s*² / *n*, as it must be; drawing *n* would leave a third of it out for a unit of three. Where one or two
  /// respondents answered, there is little to redraw: the unit keeps its value and adds, for each answer, the deviation
  /// of a respondent drawn from all units from that respondent's own unit (scaled to the pooled within-unit variance),
  /// averaged and clamped to the scale; of a skewed measure on the scale of the inverse hyperbolic sine. Such deviations come from one person for all measures, so they hang together
  /// as people's answers do. A redraw in which nobody answered a measure keeps the unit's value.
  ///
  /// Each pair of replicate and unit has a generator of its own, named by the unit's code: other units, and the number
  /// of replicates, change nothing.
  ///
  /// - Parameters:
  ///   - count: The number of replicates, at least 0.
  ///   - seed: The seed of the run.
  /// - Returns: The redrawn values, shape `count` x units x measures.
  /// - Complexity: O(`count` · *n* · *m*) for *n* respondents and *m* measures.
  ///
  /// > McCarthy, P. and Snowden, C. (1985). The bootstrap and finite population sampling. Vital and Health Statistics
  /// > 2 (95).
  /// > Rao, J. and Wu, C. (1988). Resampling inference with complex survey data. doi:10.1080/01621459.1988.10478591
  public func replicates(_ count: Int, seed: UInt64) -> Replicates {
    let redraw = Redraw(self)
    let keys = units.map(streamNumber)
    var values: [Double] = []
    values.reserveCapacity(count * units.count * measures.count)
    var scratch = Redraw.Scratch(measures: measures.count)
    for replicate in 0..<count {
      for unit in units.indices {
        var generator = SeededGenerator(seed: seed, path: [replicate, keys[unit]])
        redraw.append(unit, to: &values, &scratch, &generator)
      }
    }
    return Replicates(count: count, units: units.count, measures: measures.count, values: values)
  }
}

/// Returns a number that names a unit's stream: the FNV-1a hash of its code.
func streamNumber(_ code: String) -> Int {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in code.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return Int(bitPattern: UInt(truncatingIfNeeded: hash))
}

/// What redrawing needs to know beforehand: means and counts of the units, and the deviations that small units borrow.
private struct Redraw {
  /// Sums and counts of one draw, kept between units to save allocations.
  struct Scratch {
    var sums: [Double]
    var counts: [Int]

    init(measures: Int) {
      sums = Array(repeating: 0, count: measures)
      counts = Array(repeating: 0, count: measures)
    }
  }

  let sample: Sample
  let measures: Int
  var means: [Double] = []
  var counts: [Int] = []
  var pooled: [Double]
  var borrowers: [Bool]
  var deviations: [Double] = []
  var donors = 0

  init(_ sample: Sample) {
    self.sample = sample
    self.measures = sample.measures.count
    let units = sample.units.count
    let aggregates = sample.measures.indices.map(sample.aggregate)
    pooled = sample.measures.indices.map { measure in
      let groups = sample.units.indices.map { sample.answers(of: $0, to: measure) }
      return sample.pooledVariance(measure, groups, aggregates[measure].agreement) ?? 0
    }
    borrowers = Array(repeating: false, count: units)
    for unit in 0..<units {
      for aggregate in aggregates {
        means.append(aggregate.values[unit] ?? .nan)
        counts.append(aggregate.counts[unit])
        if (1...2).contains(aggregate.counts[unit]) { borrowers[unit] = true }
      }
    }
    collectDeviations()
  }

  /// Collects the deviation of every respondent in a unit of two or more, scaled to the pooled variance of each measure.
  private mutating func collectDeviations() {
    var squares = [Double](repeating: 0, count: measures)
    var answered = [Double](repeating: 0, count: measures)
    for unit in sample.units.indices where sample.starts[unit + 1] - sample.starts[unit] > 1 {
      for row in sample.starts[unit]..<sample.starts[unit + 1] {
        donors += 1
        for measure in 0..<measures {
          let deviation =
            counts[unit * measures + measure] > 1
            ? sample.borrowing(sample.columns[measure][row], measure) - centre(unit, measure) : .nan
          deviations.append(deviation)
          if !deviation.isNaN {
            squares[measure] += deviation * deviation
            answered[measure] += 1
          }
        }
      }
    }
    let factors = (0..<measures).map { measure in
      squares[measure] > 0 ? Double.sqrt(pooled[measure] * answered[measure] / squares[measure]) : 0
    }
    for index in deviations.indices { deviations[index] *= factors[index % max(1, measures)] }
  }

  /// Returns the mean of a unit on the scale on which units borrow.
  private func centre(_ unit: Int, _ measure: Int) -> Double {
    if !sample.skewed[measure] { return means[unit * measures + measure] }
    return sample.answers(of: unit, to: measure).map { sample.borrowing($0, measure) }.mean ?? .nan
  }

  /// Appends the redrawn values of a unit.
  func append(
    _ unit: Int, to values: inout [Double], _ scratch: inout Scratch, _ generator: inout SeededGenerator
  ) {
    let rows = sample.starts[unit]..<sample.starts[unit + 1]
    if rows.count > 2 { drawRows(rows, &scratch, &generator) }
    var first = 0
    var second = 0
    if borrowers[unit], donors > 0 {
      first = generator.index(below: donors) * measures
      second = generator.index(below: donors) * measures
    }
    for measure in 0..<measures {
      let mean = means[unit * measures + measure]
      switch counts[unit * measures + measure] {
      case 0: values.append(.nan)
      case let count where count > 2:
        let drawn = scratch.counts[measure]
        values.append(drawn > 0 ? scratch.sums[measure] / Double(drawn) : mean)
      case let count:
        let deviation = borrowed(measure, count, first, second, &generator)
        let range = sample.ranges[measure]
        let moved = sample.answer(sample.borrowing(mean, measure) + deviation, measure)
        values.append(min(max(moved, range.lowerBound), range.upperBound))
      }
    }
  }

  private func drawRows(_ rows: Range<Int>, _ scratch: inout Scratch, _ generator: inout SeededGenerator) {
    for measure in 0..<measures {
      scratch.sums[measure] = 0
      scratch.counts[measure] = 0
    }
    for _ in 1..<rows.count {
      let row = rows.lowerBound + generator.index(below: rows.count)
      for measure in 0..<measures {
        let answer = sample.columns[measure][row]
        if answer.isNaN { continue }
        scratch.sums[measure] += answer
        scratch.counts[measure] += 1
      }
    }
  }

  /// Returns what a unit with one or two answers adds to its value; variance: pooled / `count`.
  private func borrowed(
    _ measure: Int, _ count: Int, _ first: Int, _ second: Int, _ generator: inout SeededGenerator
  ) -> Double {
    guard donors > 0, pooled[measure] > 0 else { return 0 }
    var total = 0.0
    for donor in count == 1 ? [first] : [first, second] {
      let deviation = deviations[donor + measure]
      total += deviation.isNaN ? generator.normal() * Double.sqrt(pooled[measure]) : deviation
    }
    return total / Double(count)
  }
}
