/// The headings of Qualtrics: a row of names, a row of texts, and a row of import identifications as JSON.
///
/// The identification (`QID5_3`) stays when a question is renamed; so it is the first name of a column. A question of
/// which more than one choice may be chosen is one column (`1,3,5`) or one for each choice, as the export was set.
enum QualtricsHeading {
  /// The columns that Qualtrics keeps for itself.
  static let own: [(purpose: ExportColumn.Purpose, keys: [String])] = [
    (.response, ["responseid"]),
    (.submitted, ["recordeddate"]),
    (.started, ["startdate"]),
    (.duration, ["durationinseconds"]),
    (
      .person,
      [
        "ipaddress", "recipientlastname", "recipientfirstname", "recipientemail", "externalreference",
        "externaldatareference", "locationlatitude", "locationlongitude",
      ]
    ),
    (
      .administration,
      ["enddate", "status", "progress", "finished", "distributionchannel", "userlanguage", "qrecaptchascore"]
    ),
  ]

  /// Returns the import identification in a cell, or `nil` when it holds none.
  static func importID(_ cell: String) -> String? {
    let plain = cell.replacing("'", with: "\"")
    guard plain.hasPrefix("{"), let start = plain.firstRange(of: "\"ImportId\"") else { return nil }
    let rest = plain[start.upperBound...].drop { $0 == ":" || $0 == " " }
    guard rest.first == "\"" else { return nil }
    let name = rest.dropFirst().prefix { $0 != "\"" }
    return name.isEmpty ? nil : String(name)
  }

  /// The number of heading rows and why the file is Qualtrics', or `nil` when it does not look so.
  static func reason(_ headings: Headings) -> (rows: Int, reason: String)? {
    for row in 1..<3 {
      let identified = headings.row(row).count { importID($0) != nil }
      if identified > 0, identified * 2 >= headings.width {
        return (row + 1, "row \(row + 1) holds import identifications, such as \"\(example(headings.row(row)))\"")
      }
    }
    let found = headings.row(0).filter { name in own.contains { $0.keys.contains(key(name)) } }
    guard found.count >= 5, headings.keys.contains("recordeddate") || headings.keys.contains("responseid") else {
      return nil
    }
    let same = zip(headings.row(0), headings.row(1)).count { key($0) == key($1) && !$0.isEmpty }
    return (same >= 3 ? 2 : 1, "the columns of Qualtrics itself are there: \(found.prefix(4).joined(separator: ", "))")
  }

  private static func example(_ row: [String]) -> String { row.lazy.compactMap(importID).last ?? "" }

  /// Names the columns.
  static func columns(_ headings: Headings, rows: Int) -> [ExportColumn] {
    let names = headings.row(0)
    let identified = (1..<max(2, rows)).last { row in headings.row(row).contains { importID($0) != nil } }
    let texts = rows > 1 && identified != 1 ? headings.row(1) : Array(repeating: "", count: headings.width)
    var columns = names.indices.map { position -> ExportColumn in
      let name = names[position]
      let id = identified.flatMap { importID(headings.row($0)[position]) }
      let purpose = own.first { $0.keys.contains(key(name)) }?.purpose
      var column = ExportColumn(
        position: position, names: [id, name].compactMap { $0 }.filter { !$0.isEmpty },
        text: withoutTags(texts[position]), purpose: purpose ?? (name.hasSuffix("_TEXT") ? .ownWords : .answer))
      if purpose != nil { column.names.reverse() }
      return column
    }
    markChoices(&columns, names: names)
    return columns
  }

  /// Gives the columns of one question their group, and the words of the choice: what their texts do not share.
  private static func markChoices(_ columns: inout [ExportColumn], names: [String]) {
    var members: [String: [Int]] = [:]
    for (position, name) in names.enumerated() where columns[position].purpose == .answer {
      if let question = question(name) { members[question, default: []].append(position) }
    }
    for (question, positions) in members where positions.count > 1 {
      let texts = positions.map { columns[$0].text.split(separator: " - ", omittingEmptySubsequences: false) }
      var shared = 0
      while texts.allSatisfy({ $0.count > shared + 1 && $0[shared] == texts[0][shared] }) { shared += 1 }
      for (text, position) in zip(texts, positions) {
        columns[position].group = question
        columns[position].option = text.dropFirst(shared).joined(separator: " - ")
        let words = text.prefix(shared).filter { $0 != "Selected Choice" }
        if shared > 0 { columns[position].text = words.joined(separator: " - ") }
        if columns[position].option?.isEmpty ?? true {
          columns[position].option = String(names[position].dropFirst(question.count + 1))
        }
      }
    }
  }

  /// The question of a column `Q5_3`: `Q5`; of `Q5` alone none.
  private static func question(_ name: String) -> String? {
    guard let mark = name.lastIndex(of: "_"), mark != name.startIndex else { return nil }
    let tail = name[name.index(after: mark)...]
    guard !tail.isEmpty, tail.allSatisfy({ $0.isNumber }) else { return nil }
    return String(name[..<mark])
  }
}
