/// What a wave says of a unit: its type, and how sure that is.
public struct UnitPlace: Hashable, Sendable {
  /// Its type, from 0.
  public var type: Int
  /// The share of the joint replicates in which it is of each type, from 0 to 1.
  public var shares: [Double]

  /// Creates a place.
  public init(type: Int, shares: [Double]) {
    self.type = type
    self.shares = shares
  }

  /// The share of the joint replicates in which it keeps its type; 0 when no share is given.
  public var certainty: Double { shares.indices.contains(type) ? shares[type] : 0 }
}
