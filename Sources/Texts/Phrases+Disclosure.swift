/// The sentences about what is withheld so that nobody can be recognised.
extension Phrases {
  /// The title of what is withheld.
  public var disclosure: String { say("Wat laten we niet zien?", "What do we not show?") }
  /// Why some figures are withheld.
  public func disclosureIntro(minimum: Int) -> String {
    say(
      "Niemand mag in dit rapport te herkennen zijn. Daarom tonen we niets over een groep van minder dan "
        + "\(small(minimum)) mensen. Soms is zo'n groep nog uit te rekenen, omdat het totaal er ook staat. Dan laten "
        + "we nog een tweede groep weg. Wat is weggelaten, is hier geteld.",
      "Nobody may be recognised in this report. So nothing is shown about a group of fewer than \(small(minimum)) "
        + "people. Sometimes such a group could still be worked out, because the total is printed too. Then a second "
        + "group is left out as well. What was left out is counted here.")
  }
  /// What is said when nothing had to be withheld.
  public var nothingWithheld: String {
    say("In deze peiling was dat nergens nodig.", "In this wave it was needed nowhere.")
  }
  /// What the sizes of types count, when few units are not shown with their type.
  public var sizesOfShownUnits: String {
    say(
      "De grootte van elk type telt alleen de \(units) waarvan het type te zien is. Anders was uit te rekenen welk type de "
        + "andere hebben.",
      "The size of each type counts only the \(units) that are shown with their type. Otherwise the type of the others "
        + "could be worked out.")
  }
  /// The caption of the counts.
  public var disclosureCaption: String { say("Weggelaten cellen per tabel", "Cells left out, by table") }
  /// The heading of a column: table.
  public var tableLabel: String { say("Tabel", "Table") }
  /// The heading of a column: cells.
  public var cellsLabel: String { say("Cellen", "Cells") }
  /// The heading of a column: cells with too few people.
  public var tooFewCells: String { say("Te weinig mensen", "Too few people") }
  /// The heading of a column: cells that would give another away.
  public var tellingCells: String { say("Zou een andere verraden", "Would give another away") }

  /// The mark of a cell with too few people.
  public var markTooFew: String { "–\u{00B9}" }
  /// The mark of a cell that would give another away.
  public var markTelling: String { "–\u{00B2}" }
  /// What the marks in a table mean.
  public func marksExplained(tooFew: Bool, telling: Bool, minimum: Int) -> String {
    var parts: [String] = []
    if tooFew {
      parts.append(
        say(
          "\(markTooFew) gaat over minder dan \(small(minimum)) mensen, of zou verraden wat bijna iedereen antwoordde.",
          "\(markTooFew) is about fewer than \(small(minimum)) people, or would tell what nearly everybody answered."))
    }
    if telling {
      parts.append(
        say(
          "\(markTelling) met dit getal zou een andere cel uit te rekenen zijn.",
          "\(markTelling) with this number another cell could be worked out."))
    }
    return parts.joined(separator: " ")
  }
}
