import DecisionAnalysis
import Matrices

/// Two other ways to rank the strategies of a type, to see whether the choice hangs on the way of reckoning.
///
/// Both look at one plain table: what every criterion is worth to every strategy, one half where a strategy does not ask for
/// the criterion or the amount is not known, weighted by the criterion's points alone. So they leave out what sets the
/// weighted sum apart: the importance that each strategy gives to its own criteria. Vetoed strategies take no part.
public struct CrossCheck: Hashable, Sendable {
  /// The closeness to a strategy for which everything speaks, by TOPSIS with fixed ideals (*a*); `nil` for vetoed ones.
  public var closeness: [Double?]
  /// The net flow of PROMETHEE II (*a*); `nil` for vetoed ones.
  public var netFlow: [Double?]

  /// Ranks strategies on what the criteria are worth to them.
  ///
  /// - Parameters:
  ///   - assessments: The assessment of each strategy (*a*).
  ///   - eligible: Which strategies take part (*a*).
  ///   - points: The points of each criterion (*c*).
  ///   - preference: How strongly PROMETHEE II prefers the higher of two values.
  /// - Complexity: O(*a*² · *c*).
  init(_ assessments: [WeightedSum.Assessment], eligible: [Bool], points: [Double], preference: PreferenceFunction) {
    let present = assessments.indices.filter { eligible[$0] }
    var values = Matrix(
      rows: present.count, columns: points.count,
      values: Array(repeating: 0.5, count: present.count * points.count))
    for (row, strategy) in present.enumerated() {
      for part in assessments[strategy].contributions where !part.value.isNaN {
        values[row, part.criterion] = part.value
      }
    }
    let ideals = TOPSIS.Ideals.fixed(worst: points.map { _ in 0 }, best: points.map { _ in 1 })
    let near = TOPSIS(weights: points, ideals: ideals).closeness(values)
    let flow = PROMETHEE(weights: points, preferences: points.map { _ in preference }).flows(values).net
    closeness = assessments.map { _ in nil }
    netFlow = closeness
    for (row, strategy) in present.enumerated() {
      closeness[strategy] = near[row].roundedToGrid
      netFlow[strategy] = flow[row].roundedToGrid
    }
  }

  /// Whether both ways put a strategy first, alone or with others.
  public func agrees(with strategy: Int) -> Bool {
    [closeness, netFlow].allSatisfy { $0[strategy] != nil && competitionRanks(of: $0)[strategy] == 1 }
  }
}
