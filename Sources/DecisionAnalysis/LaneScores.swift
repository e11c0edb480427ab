import Matrices

/// Scores of the alternatives that take part, in eight draws at once.
///
/// Each lane adds the terms of an alternative in their order, without fused steps, so that it has the bits that a plain loop
/// over the terms has.
struct LaneScores {
  /// The alternatives that take part.
  let contenders: [Int]
  /// Where the terms of each contender begin, and the total at the end.
  private let starts: [Int]
  private let criteria: [Int]
  /// Importance times value, and importance, of each term in each replicate; both 0 where the amount is not known.
  private let gains: [Double]
  private let masses: [Double]

  init(_ model: WeightedSum, _ replicates: Matrix, eligible: [Bool]) {
    contenders = model.alternatives.indices.filter { eligible[$0] }
    let terms = contenders.flatMap { model.alternatives[$0] }
    var starts = [0]
    for contender in contenders { starts.append((starts.last ?? 0) + model.alternatives[contender].count) }
    var gains: [Double] = []
    var masses: [Double] = []
    gains.reserveCapacity(replicates.rows * terms.count)
    masses.reserveCapacity(replicates.rows * terms.count)
    for row in 0..<replicates.rows {
      for term in terms {
        let value = term.value(replicates[row, term.criterion])
        gains.append(value.isNaN ? 0 : term.importance * value)
        masses.append(value.isNaN ? 0 : term.importance)
      }
    }
    self.starts = starts
    self.criteria = terms.map(\.criterion)
    self.gains = gains
    self.masses = masses
  }

  /// Calls `body` for every group of eight draws with the scores of the contenders, −1 where nothing is known, and with how
  /// many of the lanes hold a draw.
  func forEachGroup(of weights: PreparedWeights, _ body: (_ scores: Span<SIMD8<Double>>, _ draws: Int) -> Void) {
    var scores = [SIMD8<Double>](repeating: .zero, count: contenders.count)
    let lanes = weights.lanes.span
    for replicate in 0..<weights.replicates {
      for group in weights.starts[replicate]..<weights.starts[replicate + 1] {
        let first = group * weights.criteria
        score(lanes.extracting(first..<first + weights.criteria), replicate, into: &scores)
        body(scores.span, weights.drawsInGroup(group, of: replicate))
      }
    }
  }

  private func score(_ weights: Span<SIMD8<Double>>, _ replicate: Int, into scores: inout [SIMD8<Double>]) {
    let offset = replicate * criteria.count
    let (criteria, gains, masses) = (criteria.span, gains.span, masses.span)
    for position in contenders.indices {
      var gain = SIMD8<Double>.zero
      var mass = SIMD8<Double>.zero
      for term in starts[position]..<starts[position + 1] {
        let weight = weights[criteria[term]]
        gain += weight * gains[offset + term]
        mass += weight * masses[offset + term]
      }
      scores[position] = (gain / mass).roundedToGridFromUnit.replacing(with: -1, where: mass .<= 0)
    }
  }
}

extension SIMD8<Double> {
  /// Numbers from 0 to 1 rounded to multiples of 2⁻³², ties to even, as `roundedToGrid` rounds them.
  ///
  /// Added to 1.5 · 2²⁰, whose last bit is worth 2⁻³², a number keeps the bits of the grid alone.
  var roundedToGridFromUnit: SIMD8<Double> {
    (self + 0x1.8p20) - 0x1.8p20
  }
}
