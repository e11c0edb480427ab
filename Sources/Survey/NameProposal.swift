public import Tables

/// A text that was typed as the name of a unit and waits for somebody who confirms what was meant.
public struct NameProposal: Hashable, Sendable {
  /// The text as it was typed first.
  public var typed: String
  /// The number of records that hold it, in any spelling that differs only in case, accents, spaces and punctuation.
  public var count: Int
  /// The line of the first of them.
  public var line: Int
  /// The unit that is proposed, if one is nearer than all others.
  public var proposed: UnitCandidate?
  /// Why it is not known, or what makes the proposal likely.
  public var why: String
  /// Others that may be meant.
  public var others: [UnitCandidate]
}

extension NameProposal {
  /// The proposals for all texts that led to no unit, sorted by text.
  static func all(_ groups: [UnitNames.Group]) -> [NameProposal] {
    var proposals: [NameProposal] = []
    var places: [String: Int] = [:]
    for group in groups {
      let key = nameKey(group.text)
      if let place = places[key] {
        proposals[place].count += group.count
        proposals[place].line = min(proposals[place].line, group.line)
      } else if let proposal = NameProposal(group) {
        places[key] = proposals.count
        proposals.append(proposal)
      }
    }
    return proposals.sorted { ($0.typed, $0.line) < ($1.typed, $1.line) }
  }

  private init?(_ group: UnitNames.Group) {
    switch group.resolution {
    case .unit, .none: return nil
    case .ambiguous(let candidates, let why):
      self.init(typed: group.text, count: group.count, line: group.line, why: why, others: candidates)
    case .unknown(let suggestions):
      var others = suggestions
      let first = suggestions.first
      let isNearest =
        suggestions.count == 1 || suggestions.count > 1 && suggestions[0].distance < suggestions[1].distance
      let proposed = isNearest ? others.removeFirst() : nil
      self.init(
        typed: group.text, count: group.count, line: group.line, proposed: proposed,
        why: first?.why ?? "no name of the register is near", others: others)
    }
  }
}

extension [NameProposal] {
  /// The proposals as the table `names-proposed`, whose rows can be copied into the file of confirmed names as they are.
  public var table: Table {
    Table(
      "names-proposed",
      [
        Column("typed", .text(map(\.typed)), description: "The text as it was typed."),
        Column("unit", .text(map { $0.proposed?.code }), description: "Code of the unit that is proposed, if one is."),
        Column("note", .text(map(\.why)), description: "Why it is not known, or what makes the proposal likely."),
        Column("count", .integer(map(\.count)), description: "Number of records that hold it."),
        Column("line", .integer(map(\.line)), description: "Line of the first of them."),
        Column("name", .text(map { $0.proposed?.name }), description: "Name of the unit that is proposed."),
        Column(
          "distance", .integer(map { $0.proposed?.distance }),
          description: "Number of letters that differ from a name of that unit."),
        Column(
          "others", .text(map { $0.others.isEmpty ? nil : $0.others.map(\.described).joined(separator: "; ") }),
          description: "Others that may be meant."),
      ])
  }
}
