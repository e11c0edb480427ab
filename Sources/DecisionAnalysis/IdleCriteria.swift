/// A criterion that tells no alternatives apart, and why.
public struct IdleCriterion: Hashable, Sendable {
  /// Why a criterion tells none apart.
  public enum Reason: Hashable, Sendable {
    /// It has no points.
    case withoutPoints
    /// No alternative names it.
    case notNamed
    /// Its amount is not known.
    case unknown
    /// All alternatives name it, and to all the amount is worth the same.
    case sameValue(Double)
  }

  /// The index of the criterion.
  public var criterion: Int
  /// The first reason that holds, in the order of ``Reason``.
  public var reason: Reason

  /// Creates a criterion that tells none apart.
  public init(criterion: Int, reason: Reason) {
    self.criterion = criterion
    self.reason = reason
  }
}

extension WeightedSum {
  /// Returns the criteria that tell no alternatives apart, each with the reason.
  ///
  /// But for ``IdleCriterion/Reason/sameValue(_:)`` the scores are the same without the criterion. One that is worth the same to
  /// all favours none by itself, yet draws scores towards that worth, those the most that give it the largest share of
  /// their weight; leaving it out can reorder alternatives of which these shares differ.
  ///
  /// - Parameter amounts: What was measured on each criterion (*c*), NaN where it is not known.
  /// - Returns: At most *c* criteria, in their order.
  /// - Precondition: As many amounts as criteria.
  /// - Complexity: O(*c* · terms).
  public func idleCriteria(for amounts: [Double]) -> [IdleCriterion] {
    precondition(amounts.count == points.count, "one amount a criterion")
    return points.indices.compactMap { criterion in
      reason(criterion, amounts[criterion]).map { IdleCriterion(criterion: criterion, reason: $0) }
    }
  }

  private func reason(_ criterion: Int, _ amount: Double) -> IdleCriterion.Reason? {
    if points[criterion] == 0 { return .withoutPoints }
    let values = alternatives.map { terms in
      terms.filter { $0.criterion == criterion }.map { $0.value(amount) }
    }
    guard let value = values.first(where: { !$0.isEmpty })?.first else { return .notNamed }
    if amount.isNaN { return .unknown }
    let isSame = values.allSatisfy { own in !own.isEmpty && own.allSatisfy { $0 == value } }
    return isSame ? .sameValue(value) : nil
  }

  /// Returns the groups of alternatives that name the same criteria with the same importances and value functions: they
  /// tie whatever is measured.
  ///
  /// Criteria without points do not count.
  ///
  /// - Returns: Groups of two or more alternatives, each in rising order, in the order of their first.
  /// - Complexity: O(*a* · terms).
  public func identicalAlternatives() -> [[Int]] {
    groups { Need(criterion: $0.criterion, importance: $0.importance, worth: .function($0.value)) }
  }

  /// Returns the groups of alternatives to which the amounts at hand are worth the same on the same criteria, with the same
  /// importances: they tie.
  ///
  /// Criteria without points or of which the amount is not known do not count. Alternatives of which nothing is known are
  /// no group.
  ///
  /// - Parameter amounts: What was measured on each criterion (*c*), NaN where it is not known.
  /// - Returns: Groups of two or more alternatives, each in rising order, in the order of their first.
  /// - Precondition: As many amounts as criteria.
  /// - Complexity: O(*a* · terms).
  public func identicalAlternatives(for amounts: [Double]) -> [[Int]] {
    precondition(amounts.count == points.count, "one amount a criterion")
    return groups { term in
      let value = term.value(amounts[term.criterion])
      return value.isNaN ? nil : Need(criterion: term.criterion, importance: term.importance, worth: .value(value))
    }
  }

  /// What an alternative asks of a criterion.
  private struct Need: Equatable {
    enum Worth: Equatable {
      case function(ValueFunction)
      case value(Double)
    }

    var criterion: Int
    var importance: Double
    var worth: Worth
  }

  private func groups(_ need: (Term) -> Need?) -> [[Int]] {
    let needs = alternatives.map { terms in
      terms.filter { points[$0.criterion] > 0 }.compactMap(need).sorted { $0.criterion < $1.criterion }
    }
    var groups: [[Int]] = []
    for (alternative, own) in needs.enumerated() where !own.isEmpty {
      if let group = groups.firstIndex(where: { needs[$0[0]] == own }) {
        groups[group].append(alternative)
      } else {
        groups.append([alternative])
      }
    }
    return groups.filter { $0.count > 1 }
  }
}
