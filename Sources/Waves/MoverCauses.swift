/// Why a unit is of another type than before.
public enum MoverCause: String, Hashable, Sendable, CaseIterable {
  /// Its own uncertainty: the respondents and units that happened to be drawn explain it.
  case noise
  /// Other officials answered.
  case officials
  /// The officials who answered in both waves, or those of whom that is not known, answered otherwise.
  case answers
  /// What the register says of it changed.
  case register
  /// It stayed what it was, and features are scaled otherwise.
  case scaling
  /// It stayed what it was, and the types lie elsewhere.
  case centroids
  /// It took in other units, or was taken in.
  case merger
  /// No single one of these.
  case several

  /// What can be replaced, in the order in which it is.
  public static let ingredients: [MoverCause] = [.officials, .answers, .register, .scaling, .centroids, .merger]
}

/// The cause of each unit's change of type, found by asking what its type would have been.
///
/// First comes noise: a move that the joint replicates of both waves can explain (``Movements``) has no other cause. Then
/// the ingredients of a type are taken from the earlier wave to this one, one after the other and each on top of those
/// before it (``Counterfactuals``). The cause is the first at whose replacement the unit becomes of its type of now. When a
/// later replacement takes it away from that type again, or none brings it there, no single ingredient did it:
/// *several*. A unit whose types correspond has no cause.
///
/// The order is part of the answer: where two ingredients would each do, the one that is asked first counts.
public struct MoverCauses: Hashable, Sendable {
  /// The cause of each unit's move; `nil` for one that stayed.
  public let causes: [MoverCause?]
  /// The replacement that counts, a position among the steps; `nil` for other causes.
  public let steps: [Int?]

  /// Finds the causes.
  ///
  /// - Parameters:
  ///   - movements: What each unit did.
  ///   - counterfactuals: The types of the same units after each replacement.
  /// - Precondition: As many units in both.
  /// - Complexity: O(*n* · *s*) for *n* units and *s* steps.
  public init(_ movements: Movements, _ counterfactuals: Counterfactuals) {
    self.init(movements, steps: counterfactuals.steps.map(\.cause), isOfTypeNow: counterfactuals.isOfTypeNow)
  }

  /// Finds the causes where it is known already whether each unit is of its type of now.
  ///
  /// - Parameters:
  ///   - movements: What each unit did.
  ///   - steps: What is replaced in each step.
  ///   - isOfTypeNow: For each step whether each unit is of its type of now after it.
  /// - Precondition: A truth for each step and unit.
  public init(_ movements: Movements, steps: [MoverCause], isOfTypeNow: [[Bool]]) {
    precondition(
      isOfTypeNow.count == steps.count && isOfTypeNow.allSatisfy { $0.count == movements.movements.count },
      "a truth for each step and unit")
    let reached = movements.movements.enumerated().map { unit, movement -> Int? in
      guard movement == .beyondNoise || movement == .withoutCounterpart,
        let first = isOfTypeNow.firstIndex(where: { $0[unit] })
      else { return nil }
      return isOfTypeNow[first...].allSatisfy { $0[unit] } ? first : nil
    }
    self.steps = reached
    causes = zip(movements.movements, reached).map { movement, step in
      switch movement {
      case .stayed: nil
      case .withinNoise: .noise
      case .beyondNoise, .withoutCounterpart: step.map { steps[$0] } ?? .several
      }
    }
  }

  /// The number of units that moved by this cause.
  public func count(of cause: MoverCause) -> Int { causes.count { $0 == cause } }
}
