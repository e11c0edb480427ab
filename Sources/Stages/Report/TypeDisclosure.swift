import Estimation

/// What may be said of the types, which are groups of people too.
///
/// *Sizes.* A type's size less its members that are named tells how many of the units with too few respondents to show
/// belong to it. As long as for each type at least the minimum of these belong to others, that says of none of them where
/// it is. Otherwise sizes, shares and certainties count only the members that are named, in all types alike.
///
/// *Answers.* The profile, consequences and ranking of a type are means of what its members answered. They are withheld
/// when these are too few respondents or units; and because the means of all units are known, of one more type (the
/// smallest) when only one is withheld.
struct TypeDisclosure {
  /// Whether sizes count the members that are not named.
  let countsHidden: Bool
  /// Of each type whether what its members answered is published.
  let answers: [MarginTable.Standing]
  /// The members of each type that count in its size.
  let counted: [[String]]

  /// Decides what may be said.
  ///
  /// - Parameters:
  ///   - members: The codes of the units of each type.
  ///   - respondents: The number of respondents of each unit.
  ///   - leastShown: The least number of respondents from which a unit's type is published.
  ///   - control: The least number of people and units.
  init(_ members: [[String]], respondents: [String: Int], leastShown: Int, _ control: DisclosureControl) {
    let named = members.map { codes in codes.filter { (respondents[$0] ?? 0) >= leastShown } }
    let hidden = zip(members, named).map { $0.count - $1.count }
    let all = hidden.reduce(0, +)
    countsHidden = hidden.allSatisfy { all == 0 || all - $0 >= control.minimum }
    counted = countsHidden ? members : named
    var answers = members.map { codes in
      let people = codes.reduce(0) { $0 + (respondents[$1] ?? 0) }
      return control.isTooSmall(respondents: people, units: codes.count) ? MarginTable.Standing.primary : .shown
    }
    if answers.count(where: { $0 == .primary }) == 1 {
      let others = members.indices.filter { answers[$0] == .shown }
      if let smallest = others.min(by: { members[$0].count < members[$1].count }) { answers[smallest] = .secondary }
    }
    self.answers = answers
  }

  /// Whether what the members of a type answered is published.
  func tells(_ type: Int) -> Bool { answers[type] == .shown }

  /// How many types are described, and how many are not and why.
  var counts: SuppressionCounts { SuppressionCounts(answers) }
}
