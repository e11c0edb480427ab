import Matrices
import RealModule

/// Which units have their waves exchanged in one redraw.
struct UnitSwap: Sendable {
  /// 1 where what a unit said in one wave counts for the other, else 0.
  let swapped: [UInt8]

  init(_ units: [WavesOfUnit], seed: UInt64, draw: Int) {
    var generator = SeededGenerator(seed: seed, streams: Self.stream, draw)
    var swapped = units.map { $0 == .both ? UInt8(generator.next() >> 63) : 0 }
    let single = units.indices.filter { units[$0] != .both }
    let order = generator.permutation(of: single.count)
    for (unit, other) in zip(single, order) { swapped[unit] = units[unit] == units[single[other]] ? 0 : 1 }
    self.swapped = swapped
  }

  /// The swap that exchanges nothing.
  init(none count: Int) { swapped = Array(repeating: 0, count: count) }

  private static let stream = -20
}

/// What was measured of a column.
struct DriftMeasure: Sendable {
  /// Chi-square, or Kolmogorov and Smirnov's statistic.
  var statistic: Double
  var probability: Double
  var stability: Double
  var stabilityOfNoise: Double
}

/// A column of both waves in the order of its values, ready to be counted again and again.
struct PooledColumn {
  private let kind: DriftColumn.Kind
  /// The unit of each value.
  private let units: [Int]
  /// 1 for each value of this wave, 0 for one of the earlier.
  private let waves: [UInt8]
  /// Which of the distinct values each is, in their order.
  private let levels: [Int]
  /// The bin of each distinct value.
  private let binOfLevel: [Int]
  private let binCount: Int

  /// How many bins numbers are put in at most.
  static let mostBins = 10

  init(_ column: DriftColumn) {
    kind = column.kind
    let values = column.earlier.values + column.now.values
    let allUnits = column.earlier.units + column.now.units
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    units = order.map { allUnits[$0] }
    waves = order.map { $0 < column.earlier.values.count ? 0 : 1 }
    var levels: [Int] = []
    var firsts: [Int] = []
    for (place, index) in order.enumerated() {
      if place == 0 || values[order[place - 1]] != values[index] { firsts.append(place) }
      levels.append(firsts.count - 1)
    }
    self.levels = levels
    binOfLevel = column.kind == .categories ? Array(firsts.indices) : Self.tenths(firsts, of: values.count)
    binCount = (binOfLevel.last ?? -1) + 1
  }

  /// The bin of each distinct number: the tenth of all values of both waves that the first of its equals is in.
  ///
  /// Tenths that no number begins in make no bin.
  private static func tenths(_ firsts: [Int], of count: Int) -> [Int] {
    var (bin, last) = (-1, -1)
    return firsts.map { first in
      let tenth = mostBins * first / count
      if tenth != last { bin += 1 }
      last = tenth
      return bin
    }
  }

  /// Measures the column.
  ///
  /// - Parameters:
  ///   - redraws: Which units are swapped in each redraw.
  ///   - own: The swap that exchanges nothing.
  /// - Returns: What was measured; `nil` when a wave has no value.
  func measure(_ redraws: [UnitSwap], own: UnitSwap) -> DriftMeasure? {
    guard waves.contains(0), waves.contains(1) else { return nil }
    let here = counted(own)
    let drawn = redraws.map(counted)
    return DriftMeasure(
      statistic: here.statistic,
      probability: tailProbability(of: tested(here.statistic), among: drawn.map { tested($0.statistic) }),
      stability: here.stability, stabilityOfNoise: drawn.map(\.stability).quantile(0.95) ?? 0)
  }

  /// The statistic as it is tested: that of Kolmogorov and Smirnov squared, so that its tail falls exponentially.
  private func tested(_ statistic: Double) -> Double { kind == .numbers ? statistic * statistic : statistic }

  /// Counts the values of both waves, those of swapped units for the other wave than theirs.
  private func counted(_ swap: UnitSwap) -> (statistic: Double, stability: Double) {
    let counts = countsOfLevels(swap)
    var earlier = [Int](repeating: 0, count: binCount)
    var now = earlier
    for (level, bin) in binOfLevel.enumerated() {
      earlier[bin] += counts[2 * level]
      now[bin] += counts[2 * level + 1]
    }
    let statistic = kind == .numbers ? farthest(counts) : chiSquare(earlier, now)
    return (statistic, populationStabilityIndex(earlier, now))
  }

  /// Returns the number of values of both waves at each distinct value, the earlier wave first.
  private func countsOfLevels(_ swap: UnitSwap) -> [Int] {
    var counts = [Int](repeating: 0, count: 2 * binOfLevel.count)
    let (units, waves, levels, swapped) = (units.span, waves.span, levels.span, swap.swapped.span)
    for index in units.indices {
      let wave = Int(waves[index] ^ swapped[units[index]])
      counts[2 &* levels[index] &+ wave] &+= 1
    }
    return counts
  }

  /// Returns how far the shares up to a value lie apart, where they lie farthest apart.
  private func farthest(_ counts: [Int]) -> Double {
    var wholes = (earlier: 0, now: 0)
    for level in binOfLevel.indices {
      wholes.earlier += counts[2 * level]
      wholes.now += counts[2 * level + 1]
    }
    var below = (earlier: 0, now: 0)
    var most = 0.0
    for level in binOfLevel.indices {
      below.earlier += counts[2 * level]
      below.now += counts[2 * level + 1]
      most = max(most, distance(below, of: wholes))
    }
    return most
  }
}

/// Returns how probable a statistic is by redraws of it, also where it is rarer than they can show.
///
/// Up to the upper quarter of the redraws it is their share that reaches the statistic, the statistic itself counted among
/// them. Above that the tail is taken to fall exponentially. Its mean excess is known from that quarter alone, *m* redraws
/// with the sum *S* of excesses; that this is an estimate is reckoned with: a further redraw exceeds the quarter by more than
/// *x* with probability (1 + *x* / *S*)^−*m*. Chi-squares and squares of Kolmogorov and Smirnov's statistic fall that way or
/// faster.
///
/// - Parameters:
///   - statistic: The statistic.
///   - redraws: The same of each redraw, at least two.
/// - Returns: The probability, rounded to 2⁻³².
///
/// > Knijnenburg, T. et al. (2009). Fewer permutations, more accurate P-values. doi:10.1093/bioinformatics/btp211
func tailProbability(of statistic: Double, among redraws: [Double]) -> Double {
  let sorted = redraws.sorted(by: >)
  let upper = max(1, sorted.count / 4)
  let border = sorted[upper]
  // A last bit of a sum must not decide which redraws are as large.
  let reached = redraws.count { $0.roundedToGrid >= statistic.roundedToGrid }
  let excess = sorted[..<upper].reduce(0) { $0 + ($1 - border) }
  let share = Double(1 + reached) / Double(1 + sorted.count)
  if statistic <= border || excess <= 0 || reached >= upper { return share.roundedToGrid }
  let tail = Double.exp(-Double(upper) * Double.log(onePlus: (statistic - border) / excess))
  return (Double(1 + upper) / Double(1 + sorted.count) * tail).roundedToGrid
}
