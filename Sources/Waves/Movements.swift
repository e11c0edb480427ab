import Matrices

/// Which units moved to another type from one wave to the next, and which of these moves are more than noise.
///
/// Of each unit a wave tells in which share of the joint replicates it is of each type. Waves are drawn apart, so that the
/// probability that a unit is still of its type is the sum, over all pairs of types that correspond, of the product of
/// the two shares. A unit moved *beyond noise* when its types do not correspond and that probability is below ``level``: so
/// only when both waves were sure of it. Where a type is retired or new there is nothing to go by, and the unit is counted apart.
///
/// Noise alone moves units as well. Were a unit drawn twice from the shares *p* of one wave, it would be of two types with
/// probability 1 − Σ *p*²; the mean of that over both waves, added up over the units, is the number of moves that noise alone
/// leads to expect.
public struct Movements: Hashable, Sendable {
  /// What a unit did.
  public enum Movement: String, Hashable, Sendable, CaseIterable {
    /// Its types correspond.
    case stayed
    /// They do not, and noise can explain it.
    case withinNoise
    /// They do not, and noise can hardly explain it.
    case beyondNoise
    /// Its type is retired, or its type of now is new.
    case withoutCounterpart
  }

  /// The probability below which two types are taken to differ.
  public let level: Double
  /// What each unit did.
  public let movements: [Movement]
  /// The probability of each unit that it is still of its type.
  public let chancesOfSame: [Double]
  /// The number of moves that noise alone leads to expect.
  public let expectedByNoise: Double

  /// Judges the moves of units that are in both waves.
  ///
  /// - Parameters:
  ///   - earlier: What the earlier wave says of each unit.
  ///   - now: What this wave says of it, in the same order.
  ///   - types: Which types correspond.
  ///   - level: The probability below which two types are taken to differ.
  /// - Precondition: As many units in both, and a share for each type.
  /// - Complexity: O(*n* · *k* · *m*) for *n* units, *k* earlier types and *m* types now.
  public init(_ earlier: [UnitPlace], _ now: [UnitPlace], _ types: TypeCorrespondence, level: Double = 0.05) {
    precondition(earlier.count == now.count, "a place of each unit in both waves")
    let chances = zip(earlier, now).map { Self.chanceOfSame($0.shares, $1.shares, types) }
    self.level = level
    chancesOfSame = chances
    movements = chances.indices.map { unit in
      let (before, after) = (earlier[unit].type, now[unit].type)
      if types.corresponds(before, after) { return .stayed }
      guard types.hasHeir(before), types.hasAncestor(after) else { return .withoutCounterpart }
      return chances[unit] < level ? .beyondNoise : .withinNoise
    }
    expectedByNoise = zip(earlier, now).reduce(0) { sum, places in
      sum + (Self.chanceOfNoise(places.0.shares) + Self.chanceOfNoise(places.1.shares)) / 2
    }
  }

  /// The number of units that did this.
  public func count(of movement: Movement) -> Int { movements.count { $0 == movement } }

  /// Returns the probability that a unit is of types that correspond, rounded to 2⁻³².
  static func chanceOfSame(_ earlier: [Double], _ now: [Double], _ types: TypeCorrespondence) -> Double {
    var chance = 0.0
    for (row, share) in earlier.enumerated() where share > 0 {
      for (column, other) in now.enumerated() where types.corresponds(row, column) { chance += share * other }
    }
    return chance.roundedToGrid
  }

  private static func chanceOfNoise(_ shares: [Double]) -> Double { 1 - shares.reduce(0) { $0 + $1 * $1 } }
}
