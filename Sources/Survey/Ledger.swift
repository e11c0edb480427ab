public import Diagnostics
public import Tables

/// What became of every record of a survey file: each has exactly one outcome.
public struct Ledger: Sendable {
  /// What becomes of a record; the first that applies, in the order quarantined, excluded, duplicate, no unit, partial.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The answers are in the wave.
    case used
    /// Too few questions were answered.
    case partial
    /// Another record of the same respondent counts.
    case duplicate
    /// The respondent belongs to no unit.
    case noUnit = "no_unit"
    /// A rule of the codebook or the pipeline keeps the record out.
    case excluded
    /// The record is broken, and kept apart.
    case quarantined
  }

  /// One line of the ledger.
  public struct Entry: Hashable, Sendable {
    /// The number of the record, from 1.
    public var record: Int
    /// The line on which it begins.
    public var line: Int
    /// The respondent, when the record tells.
    public var respondent: String?
    /// The code of the unit, when it is known.
    public var unit: String?
    /// What became of it.
    public var outcome: Outcome
    /// What else is worth knowing, sorted: `bad_cell`, `incomplete`, `unit_variant`.
    public var flags: [String]
    /// Why, for every outcome but `used`.
    public var reason: String?
  }

  let columns: LedgerColumns

  /// Closes a ledger, and checks that every record is in it once.
  ///
  /// - Parameters:
  ///   - columns: What became of each record, in order.
  ///   - records: The number of records of the file.
  /// - Throws: ``Diagnostics/Failure`` with status `ownFault` when a record is missing or counted twice.
  init(_ columns: LedgerColumns, records: Int) throws(Failure) {
    self.columns = columns
    let counted = Outcome.allCases.reduce(0) { $0 + columns.count($1) }
    guard columns.lines.count == records, counted == records else {
      throw Failure(
        .ownFault, rule: "ledger-sum", message: "the ledger holds \(counted) entries for \(records) records",
        mend: "report this as a mistake of the program, with the version and the command")
    }
  }

  /// The records in the order of the file, each entry made when it is asked for.
  public var entries: Entries { Entries(columns: columns) }

  /// Returns the number of records with an outcome.
  public func count(_ outcome: Outcome) -> Int { columns.count(outcome) }

  /// The ledger as a table, sorted by record.
  public var table: Table {
    func column(_ name: String, _ part: LedgerColumn.Part, _ description: String) -> Column {
      Column(name, content: LedgerColumn(columns: columns, part: part), description: description)
    }
    return Table(
      "ledger",
      [
        column("record", .record, "Number of the record, from 1."),
        column("line", .line, "Line of the file on which it begins."),
        column("respondent", .respondent, "The respondent."),
        column("unit", .unit, "Code of the unit."),
        column("outcome", .outcome, "What became of the record."),
        column("flags", .flags, "What else is worth knowing, separated by spaces."),
        column("reason", .reason, "Why it was not used."),
      ])
  }
}

extension Ledger {
  /// The entries of a ledger.
  public struct Entries: RandomAccessCollection, Sendable {
    let columns: LedgerColumns

    /// The index of the first entry.
    public var startIndex: Int { 0 }
    /// The number of entries.
    public var endIndex: Int { columns.lines.count }

    /// Returns the entry of a record.
    public subscript(position: Int) -> Entry {
      Entry(
        record: position + 1, line: Int(columns.lines[position]), respondent: columns.respondents.text(position),
        unit: columns.unit(position), outcome: columns.outcomes[position], flags: columns.flagNames(position),
        reason: columns.reason(position))
    }
  }
}

/// A broken record, kept as it was.
public struct QuarantinedRecord: Hashable, Sendable {
  /// The number of the record, from 1.
  public var record: Int
  /// The line on which it begins.
  public var line: Int
  /// The offset of its first byte.
  public var byte: Int
  /// The rule that it broke.
  public var rule: String
  /// The column that the rule is about, if one.
  public var column: String?
  /// What is wrong.
  public var reason: String
  /// The fields as they were read.
  public var fields: [String]
}

extension Quarantine: RowContent {
  /// The records as a table, sorted by record, each made when it is asked for; the fields are joined by a bar.
  public var table: Table {
    Table(
      "quarantine", rows: self,
      columns: [
        ("record", "integer", "Number of the record, from 1."),
        ("line", "integer", "Line of the file on which it begins."),
        ("byte", "integer", "Offset of its first byte in the file."),
        ("rule", "string", "The rule that it broke."),
        ("column", "string", "The column that the rule is about."),
        ("reason", "string", "What is wrong."),
        ("fields", "string", "The fields as read."),
      ])
  }

  /// The cells of a record's row.
  public func texts(of row: Int) -> [String?] {
    let record = self[row]
    return [
      String(record.record), String(record.line), String(record.byte), record.rule, record.column, record.reason,
      record.fields.joined(separator: " | "),
    ]
  }
}

extension RandomAccessCollection<Finding> where Self: Sendable, Index == Int {
  /// The findings as a table, in their order; a row is made when it is asked for.
  public var findingsTable: Table {
    Table(
      "findings", rows: FindingRows(findings: self),
      columns: [
        ("level", "string", "note, warning or error."),
        ("rule", "string", "The rule that found it."),
        ("file", "string", "The file."),
        ("line", "integer", "The line."),
        ("column", "string", "The column or key."),
        ("value", "string", "The value as written."),
        ("message", "string", "What is wrong."),
        ("mend", "string", "How to mend it."),
      ])
  }
}

/// The rows of the table of findings.
private struct FindingRows<Findings: RandomAccessCollection<Finding> & Sendable>: RowContent
where Findings.Index == Int {
  let findings: Findings

  var count: Int { findings.count }

  func texts(of row: Int) -> [String?] {
    let finding = findings[findings.startIndex + row]
    return [
      finding.level.rawValue, finding.rule, finding.place.file, finding.place.line.map(String.init),
      finding.place.field, finding.value, finding.message, finding.mend,
    ]
  }
}
