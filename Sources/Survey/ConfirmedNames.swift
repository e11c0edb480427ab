public import Diagnostics
public import Registers
public import Settings
public import Tables

/// What people confirmed about texts that the register does not understand: a small file beside the pipeline.
///
/// ```csv
/// typed,unit,note
/// Emen,GM0114,typing error
/// RPA Noord-Holland Noord,-,a regional platform
/// ```
///
/// A text leads to the unit of its row, whatever the register would say; case, accents, spaces and punctuation do not
/// count. A row without unit still waits. The columns of `names-proposed.csv` may stand in the file too.
public struct ConfirmedNames: Hashable, Sendable {
  /// What a text was confirmed to mean.
  public enum Meaning: Hashable, Sendable {
    /// A unit.
    case unit(code: String, name: String)
    /// No unit at all.
    case noUnit
  }

  private struct Row: Hashable, Sendable {
    var typed: String
    var line: Int
    var meaning: Meaning
  }

  private var rows: [String: Row] = [:]
  private var file = ""

  /// The columns that the file must have.
  private static let needed = ["typed", "unit"]
  /// The columns that it may have; those of the proposals mean nothing here.
  private static let allowed = ["typed", "unit", "note", "count", "line", "name", "distance", "others", "simulated"]

  /// Creates an empty list.
  public init() {}

  /// Returns what a text was confirmed to mean, or `nil` when nobody did.
  public subscript(typed: String) -> Meaning? { rows.isEmpty ? nil : rows[nameKey(typed)]?.meaning }

  /// Reads the file, and leaves a finding for everything that is wrong with it.
  ///
  /// A unit is named by its code or official name, on the date of the wave or before: a former unit leads to its heir by
  /// the rule.
  ///
  /// - Parameters:
  ///   - table: The file.
  ///   - register: The register; without one a unit is whatever is written.
  ///   - date: The date of the wave.
  ///   - rule: What becomes of units that the date does not know.
  ///   - findings: Where mistakes are noted; the caller throws them as wrong data.
  public init(
    reading table: RawTable, register: Register?, date: CalendarDate, rule: ReorganisationRule, findings: Findings
  ) {
    file = table.file
    guard Self.checkHeader(table, findings), let typedColumn = table.header.firstIndex(of: "typed"),
      let unitColumn = table.header.firstIndex(of: "unit")
    else { return }
    for record in table.records {
      guard record.fields.count == table.header.count else {
        findings.error(
          "ragged-record", at: Place(file: file, line: record.line),
          message: "the row has \(record.fields.count) fields, and the header has \(table.header.count)",
          mend: "put a name that holds a comma between quotes")
        continue
      }
      add(
        trimmed(record.fields[typedColumn]), trimmed(record.fields[unitColumn]), line: record.line,
        meaning: { Self.meaning($0, register, date, rule) }, findings)
    }
  }

  /// Returns a note for each row whose text occurs nowhere, by line.
  ///
  /// - Parameter keys: The keys of all texts of the wave, as ``UnitNames/keys`` holds them.
  /// - Returns: The notes.
  public func unused(among keys: @autoclosure () -> Set<String>) -> [Finding] {
    if rows.isEmpty { return [] }
    let keys = keys()
    return rows.filter { !keys.contains($0.key) }.map(\.value).sorted { $0.line < $1.line }.map { row in
      Finding(
        .note, rule: "unused-name", at: Place(file: file, line: row.line, field: "typed"), value: row.typed,
        message: "\"\(row.typed)\" is confirmed, and no record of this wave holds it",
        mend: "remove the row when no wave needs it any more")
    }
  }

  // MARK: - Reading

  private enum Reading {
    case meaning(Meaning)
    case wrong(String, mend: String)
  }

  private mutating func add(
    _ typed: String, _ unit: String, line: Int, meaning: (String) -> Reading, _ findings: Findings
  ) {
    let place = Place(file: file, line: line, field: "typed")
    if typed.isEmpty {
      if unit.isEmpty { return }
      findings.error(
        "empty-cell", at: place, message: "'typed' is empty, and the row names the unit '\(unit)'",
        mend: "write the name as it was typed, or remove the row")
      return
    }
    if unit.isEmpty { return }
    switch meaning(unit) {
    case .wrong(let message, let mend):
      findings.error(
        "unknown-unit", at: Place(file: file, line: line, field: "unit"), value: unit, message: message, mend: mend)
    case .meaning(let meaning):
      guard let known = rows[nameKey(typed)] else {
        rows[nameKey(typed)] = Row(typed: typed, line: line, meaning: meaning)
        return
      }
      if known.meaning == meaning { return }
      findings.error(
        "crossed-names", at: place, value: typed,
        message: "\"\(typed)\" stands on line \(known.line) too, with another unit", mend: "keep one of the two rows")
    }
  }

  private static func meaning(
    _ unit: String, _ register: Register?, _ date: CalendarDate, _ rule: ReorganisationRule
  ) -> Reading {
    if unit == "-" { return .meaning(.noUnit) }
    guard let register else { return .meaning(.unit(code: unit, name: unit)) }
    func list(_ units: [NamedCode]) -> String { units.map { "\($0.code) (\($0.name))" }.joined(separator: ", ") }
    switch register.resolve(unit, on: date, rule: rule) {
    case .unit(let code, let name, .code), .unit(let code, let name, .exact), .unit(let code, let name, .spelling),
      .unit(let code, let name, .successor), .unit(let code, let name, .largestPart):
      return .meaning(.unit(code: code, name: name))
    case .unit(let code, let name, _):
      return .wrong(
        "'\(unit)' is neither a code nor an official name of the register",
        mend: "did you mean \(list([NamedCode(code: code, name: name)]))?")
    case .ambiguous(let units, let doubt):
      return .wrong(
        "'\(unit)' is \(UnitResolver.words(doubt, units.count))", mend: "write one of the codes: \(list(units))")
    case .unknown(let near):
      return .wrong(
        "'\(unit)' is neither a code nor an official name of the register",
        mend: near.isEmpty
          ? "write a code or an official name, or - for no unit" : "did you mean \(list(near.map(\.unit)))?")
    }
  }

  private static func checkHeader(_ table: RawTable, _ findings: Findings) -> Bool {
    var isFit = true
    for name in needed where !table.header.contains(name) {
      isFit = false
      findings.error(
        "missing-column", at: Place(file: table.file, line: table.headerLine, field: name), value: name,
        message: "the file has no column '\(name)'", mend: "write the header as typed,unit,note")
    }
    for name in table.header where !allowed.contains(name) {
      isFit = false
      let meant = suggestion(for: name, among: ["typed", "unit", "note"])
      findings.error(
        "unknown-column", at: Place(file: table.file, line: table.headerLine, field: name), value: name,
        message: "the file of confirmed names has no column '\(name)'",
        mend: meant.map { "did you mean '\($0)'?" } ?? "write the header as typed,unit,note")
    }
    return isFit
  }
}
