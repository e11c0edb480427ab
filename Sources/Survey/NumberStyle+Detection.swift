extension NumberStyle {
  /// What the first cells of the columns of numbers tell.
  struct Evidence: Sendable {
    /// Cells that can only be read with a decimal comma.
    var commas = 0
    /// Cells that can only be read with a decimal point.
    var points = 0
    /// Cells that mean something else with a comma than with a point, such as `1.234`.
    var ambiguous: [String] = []

    /// Looks at a cell.
    ///
    /// Three digits behind the only mark of a whole number are thousands; of another number they may be either.
    mutating func add(_ text: String, isWhole: Bool, _ reader: CellReader) {
      if reader.question.missingValues.contains(text) { return }
      let text = reader.question.bareNumber ? text : text.filter { $0.isASCIIDigit || $0 == "," || $0 == "." }
      let marks = text.filter { $0 == "," || $0 == "." }
      guard let last = marks.last, text.allSatisfy({ $0 == "," || $0 == "." || $0 == "-" || $0.isASCIIDigit }) else {
        return
      }
      let behind = text.reversed().prefix { $0 != last }.count
      let isMixed = marks.contains { $0 != last }
      let times = marks.count { $0 == last }
      let before = text.prefix { $0 != last }.count { $0.isASCIIDigit }
      if isMixed {
        count(decimal: last)
      } else if times > 1 {
        count(decimal: last == "," ? "." : ",")
      } else if behind == 3, (1...3).contains(before), text.first != "0", text.prefix(2) != "-0" {
        if isWhole { count(decimal: last == "," ? "." : ",") } else { ambiguous.append(text) }
      } else {
        count(decimal: last)
      }
    }

    private mutating func count(decimal: Character) {
      if decimal == "," { commas += 1 } else { points += 1 }
    }
  }

  /// The style that evidence tells, and why.
  ///
  /// The decimal mark is the one that more cells ask for, a point when none does; the other mark may stand between
  /// thousands. Whether the choice decides what a cell means is told by `isAmbiguous`: cells such as `1.234` were seen, and
  /// no other cell says which mark is which.
  static func detected(_ evidence: Evidence) -> (style: NumberStyle, reason: String, isAmbiguous: Bool) {
    let isComma = evidence.commas > evidence.points
    let style = NumberStyle(decimal: isComma ? "," : ".", group: .mark(isComma ? "." : ","))
    let isClear = evidence.commas != evidence.points
    if !isClear, evidence.ambiguous.isEmpty, evidence.commas == 0 {
      return (NumberStyle(), "the first numbers hold no marks", false)
    }
    let counts =
      "\(evidence.commas) of the first numbers ask for a decimal comma and \(evidence.points) for a decimal point"
    return (style, counts, !isClear)
  }
}

extension Character {
  /// Whether this is one of 0 to 9.
  fileprivate var isASCIIDigit: Bool { asciiValue.map { (48...57).contains($0) } ?? false }
}
