import Matrices
import RealModule

/// The nearest change of one criterion's points at which the first alternative no longer comes first alone.
public struct WeightFlip: Hashable, Sendable {
  /// The index of the criterion.
  public var criterion: Int
  /// Its present points, above 0.
  public var from: Double
  /// The points at which another alternative scores as high, at least 0; the present ones when one does already.
  public var to: Double
  /// The alternative that comes first there, or beside the present one.
  public var alternative: Int

  /// How far the points must change, as a share of the present ones; 0 when another alternative scores as high already.
  public var change: Double { (to - from).magnitude / from }

  /// Creates a flip.
  public init(criterion: Int, from: Double, to: Double, alternative: Int) {
    self.criterion = criterion
    self.from = from
    self.to = to
    self.alternative = alternative
  }
}

extension WeightedSum {
  /// Returns for each criterion the nearest change of its points that flips the choice, the other points staying as they are.
  ///
  /// The choice is the eligible alternative with the highest score, the first of them where equal. It flips where another
  /// eligible alternative scores at least as high, or where it has no score left because no other criterion is known. As
  /// functions of the points of one criterion scores are ratios of straight lines, so that two of them cross at the roots of
  /// a quadratic: the answer is exact, and no grid is searched.
  ///
  /// Left out are criteria that cannot flip the choice, those without points, of which there are no shares, and changes to more
  /// than 2³⁰ times all points together, which only rounding can ask for. Of two changes of the same size the one to fewer
  /// points is told.
  ///
  /// - Parameters:
  ///   - amounts: What was measured on each criterion (*c*), NaN where it is not known.
  ///   - eligible: Which alternatives take part (*a*).
  /// - Returns: At most *c* flips in the order of the criteria; none when no alternative has a score.
  /// - Precondition: As many amounts as criteria, and as many eligibilities as alternatives.
  /// - Complexity: O(*c* · terms).
  public func weightFlips(amounts: [Double], eligible: [Bool]) -> [WeightFlip] {
    precondition(eligible.count == alternatives.count, "each alternative takes part or not")
    let scores = zip(assess(amounts), eligible).map { $1 ? $0.score : nil }
    guard let first = indexOfHighest(scores) else { return [] }
    let tied = scores.indices.first { $0 != first && scores[$0] == scores[first] }
    return points.indices.compactMap { criterion in
      let from = points[criterion]
      guard from > 0 else { return nil }
      if let tied { return WeightFlip(criterion: criterion, from: from, to: from, alternative: tied) }
      let ratios = alternatives.indices.map { eligible[$0] ? PointsRatio(self, $0, criterion, amounts) : nil }
      guard let flip = nearestFlip(of: first, ratios, from: from) else { return nil }
      return WeightFlip(criterion: criterion, from: from, to: flip.to, alternative: flip.alternative)
    }
  }

  private func nearestFlip(of first: Int, _ ratios: [PointsRatio?], from: Double) -> (to: Double, alternative: Int)? {
    guard let leader = ratios[first] else { return nil }
    var nearest: (to: Double, alternative: Int)?
    func offer(_ to: Double, _ alternative: Int) {
      let distance = (to - from).magnitude
      let least = nearest.map { ($0.to - from).magnitude } ?? .infinity
      if distance < least || (distance == least && to < nearest?.to ?? to) { nearest = (to, alternative) }
    }
    // Without the criterion scores are compared as they are everywhere: on the grid, where equal ones are equal.
    let without = ratios.map { $0?.scoreWithout }
    let others = without.indices.map { $0 == first ? nil : without[$0] ?? nil }
    if let best = indexOfHighest(others), let score = others[best], score >= leader.scoreWithout ?? -1 {
      offer(0, best)
    }
    let limit = points.reduce(0, +) * 0x1p30
    for (alternative, ratio) in ratios.enumerated() where alternative != first {
      for root in ratio.map(leader.crossings) ?? [] where 0 < root && root <= limit { offer(root, alternative) }
    }
    return nearest
  }
}

/// The score of one alternative as a function of the points *p* of one criterion: (*gain* + *p* · *gainSlope*) / (*mass* +
/// *p* · *massSlope*).
private struct PointsRatio {
  var gain = 0.0
  var mass = 0.0
  var gainSlope = 0.0
  var massSlope = 0.0

  init(_ model: WeightedSum, _ alternative: Int, _ criterion: Int, _ amounts: [Double]) {
    for term in model.alternatives[alternative] {
      let value = term.value(amounts[term.criterion])
      if value.isNaN { continue }
      if term.criterion == criterion {
        gainSlope += term.importance * value
        massSlope += term.importance
      } else {
        gain += model.points[term.criterion] * term.importance * value
        mass += model.points[term.criterion] * term.importance
      }
    }
  }

  /// The score when the criterion has no points; `nil` when nothing else is known.
  var scoreWithout: Double? { mass > 0 ? (gain / mass).roundedToGrid : nil }

  /// Returns the points at which two scores are equal: at most two, some of them negative; none when they are equal
  /// everywhere.
  func crossings(_ other: PointsRatio) -> [Double] {
    let square = gainSlope * other.massSlope - other.gainSlope * massSlope
    let linear = gain * other.massSlope + gainSlope * other.mass - other.gain * massSlope - other.gainSlope * mass
    let constant = gain * other.mass - other.gain * mass
    let discriminant = linear * linear - 4 * square * constant
    guard discriminant >= 0 else { return [] }
    // The root of the larger magnitude first: the other follows without cancellation.
    let root = Double.sqrt(discriminant)
    let half = -(linear < 0 ? linear - root : linear + root) / 2
    return [half / square, constant / half].filter(\.isFinite)
  }
}
