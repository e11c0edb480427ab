/// A member whose own values point to another strategy than its type's.
public struct Misfit: Hashable, Sendable {
  /// The index of the strategy that comes first for the member itself.
  public var ownStrategy: Int
  /// The score of that strategy for the member, 0 to 1.
  public var ownScore: Double
  /// The score of the type's strategy for the member; `nil` when it is vetoed for the member or nothing is known.
  public var typeScore: Double?
  /// The share of the replicates in which its own strategy beats the type's for the member; a tie counts half.
  public var share: Double
  /// The criterion that decides: the one whose contribution to its own strategy is most above that to its type's.
  public var criterion: Int
  /// By how much that contribution is higher.
  public var difference: Double
}

/// What a member's own values say beside the strategy of its type.
public struct OwnChoice: Hashable, Sendable {
  /// The index of the strategy that comes first for the member itself; `nil` when none takes part.
  public var strategy: Int?
  /// The score of that strategy for the member, 0 to 1.
  public var score: Double?
  /// The score of the type's strategy for the member; `nil` when it is vetoed for the member or nothing is known.
  public var typeScore: Double?
  /// The share of the replicates in which its own strategy beats the type's; a tie counts half.
  ///
  /// It is `nil` when both are the same.
  public var share: Double?
  /// The misfit, when the difference is sure enough.
  public var misfit: Misfit?
}
