/// The headings of Google Forms and Microsoft Forms: the questions themselves.
enum FormsHeading {
  /// The first heading of Google Forms, in the languages in which it was met.
  static let timestamps = ["timestamp", "tijdstempel", "zeitstempel", "horodateur", "marcatemporal"]
  /// The columns that Google Forms keeps for itself.
  static let google: [(purpose: ExportColumn.Purpose, keys: [String])] = [
    (.person, ["emailaddress", "emailadres", "username", "gebruikersnaam"]),
    (.administration, ["score"]),
  ]
  /// The columns that Microsoft Forms keeps for itself, English and Dutch.
  static let microsoft: [(purpose: ExportColumn.Purpose, keys: [String])] = [
    (.response, ["id"]),
    (.started, ["starttime", "begintijd"]),
    (.submitted, ["completiontime", "tijdvanvoltooien", "voltooiingstijd", "tijdstipvanvoltooien"]),
    (.person, ["email", "emailadres", "name", "naam"]),
    (
      .administration,
      [
        "lastmodifiedtime", "tijdvanlaatstewijziging", "language", "taal", "totalpoints", "totaalaantalpunten",
        "quizfeedback", "gradepostedtime",
      ]
    ),
  ]

  /// Why the file is of Google Forms, or `nil` when it does not look so.
  static func googleReason(_ headings: Headings) -> String? {
    guard let first = headings.keys.first, timestamps.contains(first), headings.width > 1 else { return nil }
    let cells = (1..<max(2, headings.rows.count)).map { headings.row($0)[0] }.filter { !$0.isEmpty }
    guard cells.allSatisfy({ $0.count { $0 == ":" } >= 1 && $0.contains { $0.isNumber } }) else { return nil }
    return "the first heading is \"\(headings.row(0)[0])\", and moments stand below it"
  }

  /// Why the file is of Microsoft Forms, or `nil` when it does not look so.
  static func microsoftReason(_ headings: Headings) -> String? {
    let keys = headings.keys.prefix(8)
    guard keys.first == "id", microsoft[1].keys.contains(where: keys.contains),
      microsoft[2].keys.contains(where: keys.contains)
    else { return nil }
    return "the first headings are \(headings.row(0).prefix(3).joined(separator: ", "))"
  }

  /// Names the columns.
  static func columns(_ headings: Headings, tool: ExportLayout.Tool) -> [ExportColumn] {
    let row = headings.row(0)
    let own = tool == .googleForms ? google : microsoft
    let ownEnd = tool == .googleForms ? row.count : min(8, row.count)
    return row.indices.map { position in
      let heading = row[position]
      var column = ExportColumn(
        position: position, names: heading.isEmpty ? [] : [heading], text: withoutTags(heading))
      if tool == .googleForms, position == 0 { column.purpose = .submitted }
      if position < ownEnd, let found = own.first(where: { $0.keys.contains(key(heading)) }) {
        column.purpose = found.purpose
      } else if tool == .googleForms, let (question, choice) = bracketed(heading), !question.isEmpty {
        column.text = withoutTags(question)
        column.group = withoutTags(question)
        column.option = withoutTags(choice)
      } else if tool == .microsoftForms, heading.hasPrefix("Points - ") || heading.hasPrefix("Feedback - ") {
        column.purpose = .administration
      }
      return column
    }
  }
}
