/// What the figures about the types show: how well units sit in them, and where they lie.
///
/// Nothing in it is about a single unit: units come in slices and squares of several.
public struct ClusterFigureFacts: Hashable, Sendable {
  /// Some units of a type that come after each other when it is sorted by silhouette.
  public struct Slice: Hashable, Sendable {
    /// Their mean silhouette, from -1 to 1.
    public var mean: Double
    /// How many they are.
    public var count: Int

    /// Creates a slice.
    public init(mean: Double, count: Int) {
      self.mean = mean
      self.count = count
    }
  }

  /// The slices of each type, the highest first, in the order of the types; empty when silhouettes may not be shown.
  public var silhouettes: [[Slice]]
  /// The least number of units in a slice.
  public var leastInSlice: Int
  /// The units on their first two principal components, if there are two.
  public var members: MemberViewFacts?

  /// Creates the facts; none by default.
  public init(silhouettes: [[Slice]] = [], leastInSlice: Int = 5, members: MemberViewFacts? = nil) {
    self.silhouettes = silhouettes
    self.leastInSlice = leastInSlice
    self.members = members
  }
}

/// The units on the two directions in which they differ most, counted in squares.
public struct MemberViewFacts: Hashable, Sendable {
  /// A square with enough units to be shown.
  public struct Square: Hashable, Sendable {
    /// Its place on the first component, at its middle.
    public var x: Double
    /// Its place on the second component, at its middle.
    public var y: Double
    /// The number of units in it.
    public var count: Int
    /// The type that most of them belong to; of several the first.
    public var type: Int
    /// The part of them that belongs to it, from 0 to 1.
    public var share: Double

    /// Creates a square.
    public init(x: Double, y: Double, count: Int, type: Int, share: Double) {
      self.x = x
      self.y = y
      self.count = count
      self.type = type
      self.share = share
    }
  }

  /// Where the members of a type lie.
  public struct Cloud: Hashable, Sendable {
    /// Their mean on both components.
    public var x: Double
    /// Their mean on the second component.
    public var y: Double
    /// The variance on the first component.
    public var xx: Double
    /// The covariance of both.
    public var xy: Double
    /// The variance on the second component.
    public var yy: Double

    /// Creates a cloud.
    public init(x: Double, y: Double, xx: Double, xy: Double, yy: Double) {
      self.x = x
      self.y = y
      self.xx = xx
      self.xy = xy
      self.yy = yy
    }
  }

  /// The side of a square.
  public var side: Double
  /// The squares with at least ``least`` units, from the left, and from the bottom.
  public var squares: [Square]
  /// Where each type lies, in the order of the types; `nil` for one that may not be told of.
  public var clouds: [Cloud?]
  /// The least number of units in a square.
  public var least: Int
  /// The number of units in squares of fewer.
  public var hidden: Int

  /// Creates the facts.
  public init(side: Double, squares: [Square], clouds: [Cloud?], least: Int, hidden: Int) {
    self.side = side
    self.squares = squares
    self.clouds = clouds
    self.least = least
    self.hidden = hidden
  }
}
