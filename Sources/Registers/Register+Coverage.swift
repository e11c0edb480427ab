public import Diagnostics
public import Tables

extension Register {
  /// The years after the last list or change after which a register that does not say how far it goes is taken for old.
  private static let yearsUntilOld = 3

  /// The first day of which anything is known: that of the first list or change; `nil` for a register without lists.
  public var knownFrom: CalendarDate? {
    guard let first = editions.first else { return nil }
    return min(first.validFrom, changes.first?.date ?? first.validFrom)
  }

  /// Returns what is wrong with asking the register for the units of a day.
  ///
  /// A day before everything that the register knows is an error: which units there were, and what became of them since,
  /// is then anybody's guess. A day after the last one that the register claims to know (`koers:known-until`) is a
  /// warning; without such a claim, a day more than three years after the last list or change is a note.
  ///
  /// - Parameters:
  ///   - date: The day: that of the wave.
  ///   - file: The description of the register.
  /// - Returns: The finding, or `nil` when the day is covered.
  public func coverage(of date: CalendarDate, file: String) -> Finding? {
    let place = Place(file: file, field: "koers:valid-from")
    guard let first = knownFrom else {
      return Finding(
        .error, rule: "no-units", at: place, message: "the register has no list of units",
        mend: "add a resource with \"koers:role\": \"units\" and \"koers:valid-from\"")
    }
    if date < first {
      return Finding(
        .error, rule: "date-before-register", at: place, value: date.iso,
        message: "the register knows nothing before \(first.iso), and units are wanted of \(date.iso)",
        mend: "add the list of units or the changes of that time; "
          + "if the first list held by then already, give it an earlier 'koers:valid-from'")
    }
    if let last = knownUntil {
      if date <= last { return nil }
      return Finding(
        .warning, rule: "date-after-register", at: Place(file: file, field: "koers:known-until"), value: date.iso,
        message: "the register knows what happened until \(last.iso), and units are wanted of \(date.iso)",
        mend: "add what happened since to the changes, and move 'koers:known-until'")
    }
    let last = max(editions.last?.validFrom ?? first, changes.last?.date ?? first)
    if date.year - last.year <= Self.yearsUntilOld { return nil }
    return Finding(
      .note, rule: "date-after-register", at: place, value: date.iso,
      message: "the last list or change of the register is of \(last.iso), and units are wanted of \(date.iso)",
      mend: "add what happened since, or say with 'koers:known-until' that nothing did")
  }
}
