/// Which strategy comes first for a profile under the weights of each member of a group, of all together, and under those
/// that are in use.
///
/// The strategies, values and vetoes are those of the match; the weights alone differ. What comes first is decided on the best
/// estimates, without draws, so that a difference is one of weights and of nothing else.
public struct ChoiceByMembers: Hashable, Sendable {
  /// The index of the strategy that comes first under the weights in use; `nil` when none takes part.
  public let present: Int?
  /// The same under the mean of the weights of all members.
  public let mean: Int?
  /// The same under the weights of each member, in their order.
  public let members: [Int?]

  /// Whether the weights in use give the same as the mean and as every member.
  public var isUnmoved: Bool { mean == present && members.allSatisfy { $0 == present } }

  /// The strategies that come first for some member, with the number of members for whom they do: most first, and of equal
  /// numbers in the order of the catalogue.
  public var counts: [(strategy: Int, members: Int)] {
    let firsts = members.compactMap { $0 }
    return Set(firsts).map { strategy in (strategy: strategy, members: firsts.count { $0 == strategy }) }
      .sorted { ($1.members, $0.strategy) < ($0.members, $1.strategy) }
  }
}

extension Matcher {
  /// Returns which strategy comes first for a profile under the weights of a group.
  ///
  /// - Parameters:
  ///   - profile: What is known of a type.
  ///   - group: How the members weigh the criteria of the catalogue.
  /// - Returns: The choices; the weights in use are those of the catalogue of this matcher.
  /// - Precondition: The members weigh the criteria of the catalogue.
  /// - Complexity: O(*m* · terms) for *m* members.
  public func choices(for profile: Profile, by group: GroupWeights) -> ChoiceByMembers {
    func first(_ points: [Double]) -> Int? { self.first(for: profile, points: points)?.strategy }
    return ChoiceByMembers(
      present: first(catalogue.criteria.map(\.points)), mean: first(group.combined),
      members: group.persons.map { first($0.weights) })
  }
}
