/// How the people of a group weigh the criteria of a catalogue, each alone and all together.
///
/// The weights of the group are the arithmetic mean of those of its members, so that each member counts the same however
/// the member weighed. A group whose members weigh separately, and do not have to agree on every judgement, keeps the
/// differences between them in sight; the mean of the members' priorities is then the way to bring them together.
///
/// > Forman, E. and Peniwati, K. (1998). Aggregating individual judgments and priorities with the analytic hierarchy
/// > process. doi:10.1016/S0377-2217(97)00244-0
public struct GroupWeights: Hashable, Sendable {
  /// The members, in the order in which they were given.
  public let persons: [PersonWeights]
  /// The weight of each criterion (*c*) for the group, adding up to 1; empty when there are no members.
  public let combined: [Double]

  /// Creates the weights of a group.
  ///
  /// - Parameter persons: The members, each with a weight for the same criteria (*c*).
  /// - Precondition: All members weigh as many criteria.
  /// - Complexity: O(*c* · *p*) for *p* members.
  public init(_ persons: [PersonWeights]) {
    self.persons = persons
    let count = persons.first?.weights.count ?? 0
    precondition(persons.allSatisfy { $0.weights.count == count }, "all members weigh the same criteria")
    combined = (0..<count).map { criterion in
      persons.reduce(0) { $0 + $1.weights[criterion] } / Double(persons.count)
    }
  }
}
