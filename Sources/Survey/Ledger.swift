public import Diagnostics
public import Tables

/// What became of every record of a survey file: each has exactly one outcome.
public struct Ledger: Hashable, Sendable {
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

  /// The records in the order of the file.
  public private(set) var entries: [Entry]

  /// Creates a ledger, and checks that every record is in it once.
  ///
  /// - Parameters:
  ///   - entries: One entry a record, in order.
  ///   - records: The number of records of the file.
  /// - Throws: ``Diagnostics/Failure`` with status `ownFault` when a record is missing or counted twice.
  public init(_ entries: [Entry], records: Int) throws(Failure) {
    self.entries = entries
    guard entries.map(\.record) == Array(1..<(records + 1)) else {
      throw Failure(
        .ownFault, rule: "ledger-sum", message: "the ledger holds \(entries.count) entries for \(records) records",
        mend: "report this as a mistake of the program, with the version and the command")
    }
  }

  /// Returns the number of records with an outcome.
  public func count(_ outcome: Outcome) -> Int { entries.count { $0.outcome == outcome } }

  /// The ledger as a table, sorted by record.
  public var table: Table {
    Table(
      "ledger",
      [
        Column("record", .integer(entries.map(\.record)), description: "Number of the record, from 1."),
        Column("line", .integer(entries.map(\.line)), description: "Line of the file on which it begins."),
        Column("respondent", .text(entries.map(\.respondent)), description: "The respondent."),
        Column("unit", .text(entries.map(\.unit)), description: "Code of the unit."),
        Column("outcome", .text(entries.map(\.outcome.rawValue)), description: "What became of the record."),
        Column(
          "flags", .text(entries.map { $0.flags.isEmpty ? nil : $0.flags.joined(separator: " ") }),
          description: "What else is worth knowing, separated by spaces."),
        Column("reason", .text(entries.map(\.reason)), description: "Why it was not used."),
      ])
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

extension [QuarantinedRecord] {
  /// The records as a table, sorted by record; the fields are joined by a bar.
  public var table: Table {
    Table(
      "quarantine",
      [
        Column("record", .integer(map(\.record)), description: "Number of the record, from 1."),
        Column("line", .integer(map(\.line)), description: "Line of the file on which it begins."),
        Column("byte", .integer(map(\.byte)), description: "Offset of its first byte in the file."),
        Column("rule", .text(map(\.rule)), description: "The rule that it broke."),
        Column("column", .text(map(\.column)), description: "The column that the rule is about."),
        Column("reason", .text(map(\.reason)), description: "What is wrong."),
        Column("fields", .text(map { $0.fields.joined(separator: " | ") }), description: "The fields as read."),
      ])
  }
}

extension [Finding] {
  /// The findings as a table, in their order.
  public var findingsTable: Table {
    Table(
      "findings",
      [
        Column("level", .text(map(\.level.rawValue)), description: "note, warning or error."),
        Column("rule", .text(map(\.rule)), description: "The rule that found it."),
        Column("file", .text(map(\.place.file)), description: "The file."),
        Column("line", .integer(map(\.place.line)), description: "The line."),
        Column("column", .text(map(\.place.field)), description: "The column or key."),
        Column("value", .text(map(\.value)), description: "The value as written."),
        Column("message", .text(map(\.message)), description: "What is wrong."),
        Column("mend", .text(map(\.mend)), description: "How to mend it."),
      ])
  }
}
