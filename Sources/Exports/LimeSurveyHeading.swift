/// The headings of LimeSurvey: a code, a text, or both.
///
/// A question with rows or choices has one column for each: `Q1[SQ001]`, or `Q1_SQ001` in exports for statistics
/// programs; as text `Question [choice]`; as both `Q1[SQ001]. Question [choice]`.
enum LimeSurveyHeading {
  /// The columns that LimeSurvey keeps for itself, by code and by text, English and Dutch.
  static let own: [(purpose: ExportColumn.Purpose, keys: [String])] = [
    (.response, ["id", "responseid", "antwoordid", "reactieid", "responsid"]),
    (.submitted, ["submitdate", "datesubmitted", "datumingezonden", "datuminzending", "datumverzonden"]),
    (.started, ["startdate", "datestarted", "datumgestart", "startdatum"]),
    (.duration, ["interviewtime", "totaltime", "totaletijd"]),
    (.person, ["ipaddr", "ipaddress", "ipadres", "refurl", "referrerurl", "token", "accesscode", "toegangscode"]),
    (
      .administration,
      [
        "lastpage", "laatstepagina", "startlanguage", "starttaal", "begintaal", "seed", "datestamp", "datelastaction",
        "datumlaatsteactie", "completed",
      ]
    ),
  ]

  /// One heading, taken apart.
  struct Parts: Hashable {
    var code: String
    var sub: [String]
    var text: String
  }

  /// Takes apart a heading that begins with a code: `Q1`, `Q1[SQ001]`, `Q1[SQ001][1]. Question [choice]`.
  static func parts(_ heading: String) -> Parts? {
    var rest = heading[...]
    let code = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard let first = code.first, first.isLetter else { return nil }
    rest = rest.dropFirst(code.count)
    var sub: [String] = []
    while rest.first == "[", let end = rest.firstIndex(of: "]") {
      let inside = rest[rest.index(after: rest.startIndex)..<end]
      guard !inside.isEmpty, inside.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "#") })
      else { return nil }
      sub.append(String(inside))
      rest = rest[rest.index(after: end)...]
    }
    if rest.isEmpty { return Parts(code: String(code), sub: sub, text: "") }
    guard rest.hasPrefix(". ") || rest.hasPrefix(": ") || rest == "." else { return nil }
    return Parts(code: String(code), sub: sub, text: tidy(rest.dropFirst(1)))
  }

  /// Says why a file is LimeSurvey's, or `nil` when it does not look so.
  static func reason(_ headings: Headings) -> String? {
    let row = headings.row(0)
    let named = row.filter { !$0.isEmpty }
    let taken = named.map(parts)
    let bracketedCodes = taken.count { $0.map { !$0.sub.isEmpty } ?? false }
    let both = taken.count { $0.map { !$0.text.isEmpty } ?? false }
    if both * 2 > named.count, both >= 2 {
      return
        "\(both) of \(named.count) headings hold a code and a text, such as \"\(short(named, where: { parts($0)?.text.isEmpty == false }))\""
    }
    let keys = Set(row.map(key))
    let ownCount = own.flatMap(\.keys).count { keys.contains($0) }
    if bracketedCodes >= 2 {
      return
        "\(bracketedCodes) headings are codes of choices, such as \"\(short(named, where: { parts($0)?.sub.isEmpty == false }))\""
    }
    if ownCount >= 3, keys.contains(where: { ["submitdate", "lastpage", "startlanguage"].contains($0) }) {
      return "the columns of LimeSurvey itself are there: \(ownNames(row))"
    }
    if ownCount >= 3,
      keys.contains(where: {
        ["lastpage", "laatstepagina"].contains($0) || $0.hasPrefix("startlang") || $0.hasPrefix("starttaal")
      })
    {
      return "the columns of LimeSurvey itself are there: \(ownNames(row))"
    }
    return nil
  }

  private static func ownNames(_ row: [String]) -> String {
    row.filter { purpose($0) != nil }.prefix(4).joined(separator: ", ")
  }

  private static func short(_ headings: [String], where isWanted: (String) -> Bool) -> String {
    let found = headings.first(where: isWanted) ?? ""
    return found.count > 40 ? found.prefix(40) + "…" : found
  }

  private static func purpose(_ heading: String) -> ExportColumn.Purpose? {
    let wanted = key(parts(heading).map { $0.sub.isEmpty ? $0.code : heading } ?? heading)
    return own.first { $0.keys.contains(wanted) }?.purpose
  }

  /// Names the columns.
  static func columns(_ headings: Headings) -> [ExportColumn] {
    let row = headings.row(0)
    let taken = row.map(parts)
    let texts = taken.contains { $0.map { !$0.text.isEmpty } ?? false }
    let coded = texts || taken.contains { $0.map { !$0.sub.isEmpty } ?? false }
    let stems = coded ? [] : repeatedStems(row)
    return row.indices.map { position in
      let heading = row[position]
      var column = ExportColumn(position: position, names: heading.isEmpty ? [] : [heading])
      if let parts = taken[position], texts || coded {
        column = withCode(parts, heading: heading, position: position)
      } else if let stem = stem(heading), stems.contains(stem) {
        column.group = stem
        column.option = String(heading.dropFirst(stem.count + 1))
        column.names.append("\(stem)[\(column.option ?? "")]")
      } else if let (question, choice) = bracketed(heading), !question.isEmpty {
        column.text = withoutTags(question)
        column.group = withoutTags(question)
        column.option = withoutTags(choice)
      } else if !texts, taken[position] == nil {
        column.text = withoutTags(heading)
      }
      column.purpose = purpose(heading) ?? (isOwnWords(taken[position], heading) ? .ownWords : .answer)
      if column.purpose == .answer, isTime(heading) { column.purpose = .administration }
      return column
    }
  }

  private static func withCode(_ parts: Parts, heading: String, position: Int) -> ExportColumn {
    let code = parts.code + parts.sub.map { "[\($0)]" }.joined()
    var names = [code]
    if !parts.sub.isEmpty { names.append(([parts.code] + parts.sub).joined(separator: "_")) }
    if !parts.text.isEmpty { names.append(heading) }
    var column = ExportColumn(position: position, names: names, text: withoutTags(parts.text))
    guard !parts.sub.isEmpty else { return column }
    column.group = parts.code
    column.option = parts.sub.joined(separator: " ")
    guard var (question, choice) = bracketed(parts.text) else { return column }
    if parts.sub.count > 1, let (outer, row) = bracketed(question) { (question, choice) = (outer, row + ", " + choice) }
    column.text = withoutTags(question)
    if !choice.isEmpty { column.option = withoutTags(choice) }
    return column
  }

  /// The stem of `Q1_SQ001`: what stands before the last underscore.
  private static func stem(_ heading: String) -> String? {
    guard let mark = heading.lastIndex(of: "_"), mark != heading.startIndex else { return nil }
    let tail = heading[heading.index(after: mark)...]
    guard tail == "other" || (tail.contains { $0.isNumber } && tail.allSatisfy { $0.isLetter || $0.isNumber })
    else { return nil }
    return String(heading[..<mark])
  }

  private static func repeatedStems(_ row: [String]) -> Set<String> {
    var counts: [String: Int] = [:]
    for heading in row { if let stem = stem(heading) { counts[stem, default: 0] += 1 } }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  private static func isOwnWords(_ parts: Parts?, _ heading: String) -> Bool {
    if let last = parts?.sub.last { return last == "other" || last.hasSuffix("comment") }
    if heading.hasSuffix("_other") || heading.hasSuffix("comment]") { return true }
    guard let (_, choice) = bracketed(heading) else { return false }
    return ["other", "anders", "anderszelfinvullen", "overig", "comment", "opmerking"].contains(key(choice))
  }

  /// Whether a heading is one of LimeSurvey's timings: `groupTime12`, `Q1Time`, `Question time: Q1`.
  private static func isTime(_ heading: String) -> Bool {
    heading.hasPrefix("groupTime") || heading.hasPrefix("Group time: ") || heading.hasPrefix("Question time: ")
      || (heading.hasSuffix("Time") && parts(heading)?.text == "")
  }
}
