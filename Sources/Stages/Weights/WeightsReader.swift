import Diagnostics
import Settings
import Spreadsheets
import Strategies

/// Goes through the sheets, and notes all that is wrong.
struct WeightsReader {
  let file: String
  let catalogue: Catalogue
  let sheets: PointsSheets
  /// What was noticed.
  private(set) var findings: [Finding] = []

  init(file: String, catalogue: Catalogue, sheets: PointsSheets) {
    self.file = file
    self.catalogue = catalogue
    self.sheets = sheets
  }

  /// A member with the number of the sheet.
  struct Member {
    var name: String
    var sheet: String
    var number: Int
  }

  private var place: Place { Place(file: file) }

  private mutating func report(
    _ rule: String, at field: String? = nil, value: String? = nil, level: Finding.Level = .error, _ message: String,
    mend: String
  ) {
    findings.append(
      Finding(level, rule: rule, at: Place(file: file, field: field), value: value, message: message, mend: mend))
  }

  // MARK: Who

  /// The members, without those who are left out.
  func members(without names: [String]) throws(Failure) -> [Member] {
    let all = sheets.persons.enumerated().map { Member(name: $1.name, sheet: $1.sheet, number: $0 + 1) }
    func isSame(_ one: String, _ other: String) -> Bool { printable(one).lowercased() == other.lowercased() }
    let unknown = names.filter { name in !all.contains { isSame(name, $0.name) } }
    if !unknown.isEmpty {
      throw Failure(
        .usage,
        unknown.map { name in
          Finding(
            .error, rule: "unknown-member", at: place, value: shortened(name),
            message: "the workbook has no member '\(shortened(printable(name)))' who could be left out",
            mend: suggestion(for: name, among: all.map(\.name)).map { "did you mean '\($0)'?" }
              ?? "use one of the members: \(all.map(\.name).joined(separator: ", "))")
        })
    }
    let kept = all.filter { member in !names.contains { isSame($0, member.name) } }
    if kept.isEmpty {
      throw Failure(
        .usage, rule: "nobody-left", at: place, message: "all members are left out, so that nobody weighs",
        mend: "leave out fewer with --without")
    }
    return kept
  }

  // MARK: What

  /// Whether the workbook asks for the criteria of the catalogue, no more and no less.
  private var hasSameCriteria: Bool { Set(catalogue.criteria.map(\.id)) == Set(sheets.rows.map(\.key)) }

  /// Notes criteria that came or went since the workbook was made.
  ///
  /// - Returns: Whether the workbook and the catalogue have any criterion in common.
  mutating func compareCriteria() -> Bool {
    let (ids, keys) = (catalogue.criteria.map(\.id), sheets.rows.map(\.key))
    if !ids.contains(where: keys.contains) {
      report(
        "other-catalogue", "the workbook was made for another catalogue: it has none of its criteria",
        mend: "name the pipeline for which it was made, or make a new workbook with 'koers weights workbook'")
      return false
    }
    let anew = "make a new workbook with 'koers weights workbook' and let the members fill it in"
    for id in ids where !keys.contains(id) {
      report(
        "missing-criterion", value: id,
        "the workbook lacks the criterion '\(id)', which the catalogue has since it was made", mend: anew)
    }
    for row in sheets.rows where !ids.contains(row.key) {
      report(
        "unknown-criterion", value: row.key,
        "the workbook asks for the criterion '\(row.key)' (\(row.label)), which the catalogue has no more", mend: anew)
    }
    let isSame = sheets.subject.dropFirst().first == catalogue.criteriaDigest
    if !isSame, hasSameCriteria {
      report(
        "changed-criteria", level: .warning,
        "the name or the question of a criterion changed since the workbook was made",
        mend: "ask the members whether they would divide the points in the same way")
    }
    return true
  }

  /// Notes sheets that are of nobody.
  mutating func nameStrays() {
    for name in sheets.others {
      report(
        "unknown-sheet", at: name, value: name, level: .warning, "the sheet '\(name)' is of no member, and is not read",
        mend: "remove it, if it was made by mistake")
    }
    for sheet in sheets.sheets where !sheets.persons.indices.contains(sheet.person - 1) {
      report(
        "unknown-sheet", at: sheet.name, value: sheet.name, level: .warning,
        "the sheet '\(sheet.name)' is of no member, and is not read", mend: "remove it, if it was made by mistake")
    }
  }

  /// The points of a member, one a criterion of the catalogue; `nil` when something is wrong with them.
  mutating func points(of member: Member) -> [Double]? {
    let own = sheets.sheets.filter { $0.person == member.number }
    guard let sheet = own.first else {
      report(
        "missing-sheet", value: member.name, "the sheet of '\(member.name)' is missing",
        mend: "put it back, or leave the member out with --without \"\(member.name)\"")
      return nil
    }
    if own.count > 1 {
      report(
        "copied-sheet", value: member.name,
        "\(own.count) sheets are of '\(member.name)': "
          + own.map { "'\($0.name)'" }.joined(separator: ", "), mend: "keep the right one, and remove the others")
      return nil
    }
    if sheet.name != member.sheet {
      report(
        "renamed-sheet", at: sheet.name, value: sheet.name, level: .warning,
        "the sheet '\(sheet.name)' was called '\(member.sheet)', and is read as that of '\(member.name)'",
        mend: "check that it is; a member needs no other name for that")
    }
    let wanted = catalogue.criteria.map(\.id).filter { id in sheets.rows.contains { $0.key == id } }
    let cells = wanted.map { id in sheet.cells.filter { $0.key == id } }
    if cells.allSatisfy({ $0.allSatisfy { $0.value == nil } }), cells.contains(where: { !$0.isEmpty }) {
      report(
        "not-filled-in", at: sheet.name, value: member.name, "'\(member.name)' filled in nothing",
        mend: "let '\(member.name)' divide the points, or go on with --without \"\(member.name)\"")
      return nil
    }
    let points = zip(wanted, cells).map { id, cells in self.points(cells, of: id, sheet) }
    let known = points.compactMap { $0 }
    // Points of other criteria would have to add up to something else.
    guard hasSameCriteria, known.count == wanted.count, addUp(known, member, sheet) else { return nil }
    return known
  }

  // MARK: The cells

  private mutating func points(_ cells: [PointsSheets.Cell], of id: String, _ sheet: PointsSheets.Sheet) -> Double? {
    guard let cell = cells.first, cells.count == 1 else {
      let isTwice = cells.count > 1
      report(
        isTwice ? "row-twice" : "missing-row", at: sheet.name, value: id,
        "the sheet '\(sheet.name)' has \(isTwice ? "\(cells.count) rows" : "no row") for the criterion '\(id)'",
        mend: isTwice ? "remove the rows that were added" : "put the row back; the sheets of other members have it")
      return nil
    }
    switch judged(cell.value) {
    case .success(let points): return points
    case .failure(let mistake):
      let cellName = cell.address.text
      report(
        mistake.rule, at: "\(sheet.name)!\(cellName)", value: mistake.value,
        "'\(id)' in cell \(cellName) of the sheet '\(sheet.name)' \(mistake.what)", mend: mistake.mend)
      return nil
    }
  }

  /// What is wrong with a cell.
  private struct Mistake: Error {
    var rule: String
    var value: String?
    var what: String
    var mend: String
  }

  /// The points in a cell, or what is wrong with it.
  private func judged(_ value: WorkbookContents.Value?) -> Result<Double, Mistake> {
    let digits = "write the points as digits, such as 12 or 7.5"
    switch value {
    case .number(let number) where number < 0:
      let text = "-" + roundedText(-number)
      return .failure(
        Mistake(
          rule: "negative-points", value: text, what: "holds \(text), and points are not negative",
          mend: "write 0 when the criterion does not count"))
    case .number(let number) where number > catalogue.points:
      let text = roundedText(number)
      return .failure(
        Mistake(
          rule: "too-many-points", value: text,
          what: "holds \(text), and there are \(roundedText(catalogue.points)) points for all criteria together",
          mend: "write the points of this criterion alone"))
    case .number(let number): return .success(number)
    case .unknown:
      return .failure(
        Mistake(
          rule: "formula-without-value", what: "holds a formula that no program has worked out",
          mend: "open the workbook in a spreadsheet program and save it, or write the number itself"))
    case .truth(let isTrue):
      return .failure(
        Mistake(rule: "not-a-number", what: "holds \(isTrue ? "true" : "false"), which is not a number", mend: digits))
    case .mistake(let text):
      let shown = shortened(printable(text))
      return .failure(Mistake(rule: "not-a-number", value: shown, what: "holds the mistake \(shown)", mend: digits))
    case .text(let text) where !printable(text).isEmpty:
      let shown = shortened(printable(text))
      if plainNumber(printable(text)) != nil {
        return .failure(
          Mistake(
            rule: "number-as-text", value: shown, what: "holds \"\(shown)\" as a text",
            mend: "type the number again, in a cell that is not set to text and without an apostrophe or a space"))
      }
      return .failure(
        Mistake(
          rule: "not-a-number", value: shown, what: "holds \"\(shown)\", which is not a number", mend: digits))
    case .text, nil:
      return .failure(
        Mistake(
          rule: "empty-cell", what: "is empty", mend: "write how many points it gets, 0 when it does not count"))
    }
  }

  /// Whether the points of a member add up to the total of the catalogue.
  private mutating func addUp(_ points: [Double], _ member: Member, _ sheet: PointsSheets.Sheet) -> Bool {
    let (sum, total) = (points.reduce(0, +), catalogue.points)
    let difference = (sum - total).magnitude
    if difference <= 1e-6 * total { return true }
    if sum == 0 {
      report(
        "all-zero", at: sheet.name, value: member.name, "all points of '\(member.name)' are 0",
        mend: "let '\(member.name)' divide \(roundedText(total)) points")
      return false
    }
    let isLess = sum < total
    report(
      "points-sum", at: sheet.name, value: member.name,
      "the points of '\(member.name)' add up to \(roundedText(sum)), which is \(roundedText(difference)) "
        + "too \(isLess ? "few" : "many"): they must add up to \(roundedText(total))",
      mend: isLess
        ? "let '\(member.name)' divide \(roundedText(difference)) points more over the criteria"
        : "let '\(member.name)' take \(roundedText(difference)) points away")
    return false
  }
}
