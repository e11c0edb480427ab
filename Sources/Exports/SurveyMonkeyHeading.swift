/// The headings of SurveyMonkey: a row of questions and a row of choices.
///
/// A question stands above its first column alone; the blanks behind it are its other columns. A column of a choice
/// holds the words of that choice when it was chosen.
enum SurveyMonkeyHeading {
  /// The columns that SurveyMonkey keeps for itself, English and Dutch.
  static let own: [(purpose: ExportColumn.Purpose, keys: [String])] = [
    (.response, ["respondentid", "respondentnummer"]),
    (.submitted, ["enddate", "einddatum", "datemodified"]),
    (.started, ["startdate", "begindatum", "startdatum", "datecreated"]),
    (
      .person,
      [
        "ipaddress", "ipadres", "emailaddress", "emailadres", "firstname", "voornaam", "lastname", "achternaam",
        "customdata", "customdata1", "aangepastegegevens", "aangepastegegevens1",
      ]
    ),
    (.administration, ["collectorid", "verzamelaarid", "collectornummer"]),
  ]

  /// What stands in the second row over an answer that is no choice.
  static let generic = ["response", "openendedresponse", "antwoord", "reactie", "openantwoord", "openreactie", "score"]

  /// Why the file is SurveyMonkey's, or `nil` when it does not look so.
  static func reason(_ headings: Headings) -> String? {
    let keys = headings.keys
    let found = headings.row(0).filter { name in own.contains { $0.keys.contains(key(name)) } }
    let hasIDs =
      keys.contains { own[0].keys.contains($0) }
      && keys.contains { ["collectorid", "verzamelaarid", "collectornummer"].contains($0) }
    guard hasIDs else { return nil }
    return "the columns of SurveyMonkey itself are there: \(found.prefix(3).joined(separator: ", "))"
  }

  /// The number of heading rows: 2 when the second row is blank under the tool's own columns.
  static func rows(_ headings: Headings) -> Int {
    guard headings.rows.count > 1 else { return 1 }
    let ownColumns = headings.keys.indices.filter { position in
      own.contains { $0.keys.contains(headings.keys[position]) }
    }
    let below = ownColumns.map { headings.row(1)[$0] }
    return below.allSatisfy(\.isEmpty) && headings.row(1).contains { !$0.isEmpty } ? 2 : 1
  }

  /// Names the columns.
  static func columns(_ headings: Headings, rows: Int) -> [ExportColumn] {
    let questions = headings.row(0)
    let choices = rows > 1 ? headings.row(1) : Array(repeating: "", count: headings.width)
    var width: [String: Int] = [:]
    var filled: [String] = []
    for position in questions.indices {
      let question = questions[position]
      let isOwn = filled.last.map { last in own.contains { $0.keys.contains(key(last)) } } ?? true
      let isBlank = question.isEmpty && !choices[position].isEmpty && !isOwn
      filled.append(isBlank ? filled[position - 1] : question)
      width[filled[position], default: 0] += 1
    }
    return questions.indices.map { position in
      let question = withoutTags(filled[position])
      let choice = withoutTags(choices[position])
      let isGeneric = choice.isEmpty || generic.contains(key(choice))
      let purpose = own.first { $0.keys.contains(key(question)) }?.purpose ?? .answer
      var column = ExportColumn(
        position: position, names: question.isEmpty ? [] : [question], text: question, purpose: purpose)
      guard purpose == .answer, !question.isEmpty else { return column }
      if !isGeneric || width[filled[position], default: 0] > 1 {
        column.group = question
        column.option = choice
        column.names = ["\(question) [\(choice)]"]
        if isOther(choice) { column.purpose = .ownWords }
      }
      return column
    }
  }

  private static func isOther(_ choice: String) -> Bool {
    let words = key(choice)
    return words.hasPrefix("otherplease") || words.hasPrefix("andersgeef") || words.hasPrefix("overiggeef")
      || words.hasPrefix("anderslicht") || words.hasPrefix("overigespecificeer")
  }
}
