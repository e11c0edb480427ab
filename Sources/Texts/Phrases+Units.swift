/// The sentences about single units: the working group, and the list from A to Z.
extension Phrases {
  // MARK: Working group

  /// The title of the working group.
  public var workingGroup: String { say("De leden van de werkgroep", "The members of the working group") }
  /// The same in the navigation.
  public var workingGroupShort: String { say("Werkgroep", "Working group") }
  /// What the table shows.
  public var workingGroupIntro: String {
    say(
      "Hier ziet u bij welk type elk lid van de werkgroep hoort.",
      "Here you see to which type each member of the working group belongs.")
  }
  /// The caption of the table.
  public var workingGroupCaption: String { say("Elk lid met type en strategie", "Each member with type and strategy") }
  /// The heading of a column: member.
  public var member: String { say("Lid", "Member") }
  /// What is said of a member that is no unit.
  public var notAUnit: String { say("geen \(unit), telt niet mee", "not a \(unit), not counted") }
  /// The heading of a column: remark.
  public var remark: String { say("Opmerking", "Remark") }

  // MARK: Find your unit

  /// What the list of units shows.
  public func unitsIntro(minimum: Int) -> String {
    say(
      "Van A tot Z. We noemen het type van een \(unit) pas als er ten minste \(small(minimum)) mensen antwoordden.",
      "From A to Z. The type of a \(unit) is named only when at least \(small(minimum)) people answered.")
  }
  /// The caption of the list.
  public var unitsCaption: String {
    say("Alle \(units) met hun type en strategie", "All \(units) with their type and strategy")
  }
}
