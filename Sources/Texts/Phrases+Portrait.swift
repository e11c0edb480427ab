/// The sentences of the portrait of a type, made from its profile and from where its units are found.
extension Phrases {
  /// What stands out in a type, as one paragraph.
  ///
  /// - Parameters:
  ///   - clearlyHigher: The features on which it lies at least a standard deviation above the average unit.
  ///   - higher: Those on which it lies above it by less.
  ///   - clearlyLower: Those on which it lies at least a standard deviation below it.
  ///   - lower: Those on which it lies below it by less.
  /// - Returns: One sentence or two; empty without features.
  public func portrait(clearlyHigher: [String], higher: [String], clearlyLower: [String], lower: [String]) -> String {
    let high = scores(
      clearlyHigher, say("duidelijk hoger", "clearly higher"), higher, say("wat hoger", "somewhat higher"))
    let low = scores(clearlyLower, say("duidelijk lager", "clearly lower"), lower, say("wat lager", "somewhat lower"))
    let compared = say(
      "Vergeleken met de gemiddelde \(unit) scoort dit type", "Compared with the average \(unit) this type scores")
    if high.isEmpty { return low.isEmpty ? "" : "\(compared) \(low)." }
    if low.isEmpty { return "\(compared) \(high)." }
    return "\(compared) \(high). " + say("Het scoort \(low).", "It scores \(low).")
  }

  private func scores(_ strong: [String], _ strongly: String, _ weak: [String], _ weakly: String) -> String {
    [(strong, strongly), (weak, weakly)].filter { !$0.0.isEmpty }.map { labels, words in
      say("\(words) op \(quotedList(labels))", "\(words) on \(quotedList(labels))")
    }.joined(separator: say(", en ", ", and "))
  }

  private func quotedList(_ labels: [String]) -> String { number.list(labels.map { "‘\($0)’" }) }

  /// To which groups units of a type belong more often, and to which less; empty without groups.
  public func portraitGroups(more: [String], fewer: [String]) -> String {
    let parts = [(more, say("vaker", "more often")), (fewer, say("minder vaak", "less often"))]
      .filter { !$0.0.isEmpty }.map { labels, words in
        say("\(words) bij \(quotedList(labels))", "\(words) to \(quotedList(labels))")
      }
    guard !parts.isEmpty else { return "" }
    let all = parts.joined(separator: say(" en ", " and "))
    return say("De \(units) van dit type horen \(all).", "Its \(units) belong \(all).")
  }

  // MARK: Where it is more common

  /// The heading of where a type is more common.
  public var spreadHeading: String { say("Waar komt dit type vaker voor?", "Where is this type more common?") }
  /// The same in the navigation.
  public var spreadShort: String { say("Waar vaker", "Where more") }
  /// The classes that hold more of a type, and those that hold fewer.
  public func spread(more: [String], fewer: [String]) -> String {
    if more.isEmpty, fewer.isEmpty {
      return say("geen duidelijk verschil met alle \(units).", "no clear difference from all \(units).")
    }
    let parts =
      [
        more.isEmpty ? nil : say("vaker \(number.list(more))", "more often \(number.list(more))"),
        fewer.isEmpty ? nil : say("minder vaak \(number.list(fewer))", "less often \(number.list(fewer))"),
      ]
    return parts.compactMap { $0 }.joined(separator: "; ") + "."
  }
  /// A class with its share of a type and of all units.
  public func spreadClass(_ label: String, own: Double, all: Double) -> String {
    let (here, everywhere) = (number.percentage(own), number.percentage(all))
    return say(
      "‘\(label)’ (\(here), tegen \(everywhere) van alle)", "‘\(label)’ (\(here), against \(everywhere) of all)")
  }
  /// How to read what is more common.
  public var spreadNote: String {
    say(
      "We noemen een groep alleen als het verschil met alle \(units) groter is dan bij toeval te verwachten is. Hier tellen "
        + "alleen \(units) mee waarvan het type te zien is. Sommige van deze kenmerken telden ook mee toen de typen werden "
        + "gemaakt; dan is een verschil geen verrassing.",
      "A group is named only where the difference from all \(units) is larger than chance would give. Only \(units) whose "
        + "type is shown count here. Some of these features also counted when the types were formed; then a difference is no "
        + "surprise.")
  }
  /// The line that opens the tables of where a type is found.
  public var spreadTables: String { say("Alle groepen in cijfers", "All groups in numbers") }
  /// The caption of one of these tables.
  public func spreadCaption(_ division: String, _ letter: String) -> String {
    say("\(division), type \(letter) en alle typen", "\(division), type \(letter) and all types")
  }
  /// The heading of a column: share of a type.
  public func shareOfType(_ letter: String) -> String { say("Van type \(letter)", "Of type \(letter)") }
  /// The heading of a column: share of all units.
  public var shareOfAll: String { say("Van alle", "Of all") }

  // MARK: Members

  /// The most typical units of a type, in the order of their names.
  public func typicalMembers(_ names: [String]) -> String {
    let list = number.list(names)
    return say(
      names.count == 1
        ? "Het meest kenmerkend voor dit type is \(list)."
        : "Het meest kenmerkend voor dit type zijn \(list), van A tot Z.",
      names.count == 1
        ? "The most typical of this type is \(list)." : "The most typical of this type are \(list), from A to Z.")
  }
}
