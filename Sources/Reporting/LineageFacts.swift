/// How the types of one number of types come from those of one fewer.
public struct LineageFacts: Hashable, Sendable {
  /// A type and where it comes from.
  public struct Descent: Hashable, Sendable {
    /// The letter of the type.
    public var type: String
    /// The letter of the earlier type that gave most of its units.
    public var origin: String
    /// The share of its units that came from there, from 0 to 1.
    public var share: Double

    /// Creates a descent.
    public init(type: String, origin: String, share: Double) {
      self.type = type
      self.origin = origin
      self.share = share
    }
  }

  /// The number of types.
  public var types: Int
  /// The letters of the types of one fewer, in order.
  public var earlier: [String]
  /// Where each type comes from, in the order of their letters.
  public var descents: [Descent]

  /// Creates the facts of one step.
  public init(types: Int, earlier: [String], descents: [Descent]) {
    self.types = types
    self.earlier = earlier
    self.descents = descents
  }
}
