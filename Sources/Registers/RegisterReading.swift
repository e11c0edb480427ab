import Diagnostics
public import Settings
public import Tables

/// A file of a register as it was read, with what it holds.
public struct RegisterTable: Sendable {
  /// What a file of a register holds.
  public enum Role: Hashable, Sendable {
    /// The complete list of units from a day on: `code`, `name`, and an attribute in every other column.
    case units(validFrom: CalendarDate)
    /// Other spellings: `variant`, `code`.
    case variants
    /// Reorganisations: `date`, `old_code`, `old_name`, `new_code`, `new_name`, `kind`, `primary` (yes or no).
    case changes
  }

  /// What the file holds.
  public var role: Role
  /// The file.
  public var table: RawTable
  /// The columns of a list of units that hold numbers; every other attribute is a text.
  public var numericColumns: Set<String>
  /// The attributes of columns that have another name than the attribute.
  public var attributes: [String: String]

  /// Creates a table.
  public init(
    _ role: Role, _ table: RawTable, numericColumns: Set<String> = [], attributes: [String: String] = [:]
  ) {
    self.role = role
    self.table = table
    self.numericColumns = numericColumns
    self.attributes = attributes
  }
}

extension Register {
  /// Reads a register from its files, and leaves a finding for everything that is wrong with them.
  ///
  /// The caller throws when ``Settings/Findings/hasErrors`` is true. A record with a mistake is left out.
  ///
  /// - Parameters:
  ///   - tables: The files, in any order.
  ///   - prefixes: Words that people put before a name.
  ///   - words: Other words that people add to a name, or shorten in it.
  ///   - knownUntil: The last day of which everything is known, if that is said.
  ///   - findings: Where mistakes are noted.
  public init(
    reading tables: [RegisterTable], prefixes: [String] = [], words: NameWords = NameWords(),
    knownUntil: CalendarDate? = nil, findings: Findings
  ) {
    var editions: [Edition] = []
    var changes: [Change] = []
    var variants: [Variant] = []
    var valueNames: [String] = []
    for table in tables {
      let reader = RecordReader(table.table, findings: findings)
      switch table.role {
      case .units(let day):
        let columns = table.table.header.filter { $0 != "code" && $0 != "name" }
        for name in columns.map({ table.attributes[$0] ?? $0 }) where !valueNames.contains(name) {
          valueNames.append(name)
        }
        let units = reader.units(columns, called: table.attributes, numeric: table.numericColumns)
        editions.append(Edition(validFrom: day, units: units))
      case .variants: variants += reader.variants()
      case .changes: changes += reader.changes()
      }
    }
    self.init(
      editions: editions, changes: changes, variants: variants, prefixes: prefixes, words: words,
      knownUntil: knownUntil, valueNames: valueNames)
  }
}

/// Reads the records of one file of a register.
private struct RecordReader {
  let table: RawTable
  let columns: [String: Int]
  let findings: Findings

  init(_ table: RawTable, findings: Findings) {
    self.table = table
    self.findings = findings
    columns = Dictionary(zip(table.header, table.header.indices), uniquingKeysWith: { first, _ in first })
  }

  func units(_ attributes: [String], called names: [String: String], numeric: Set<String>) -> [Unit] {
    guard has(["code", "name"]) else { return [] }
    var seen: Set<String> = []
    return table.records.compactMap { record in
      guard let code = filled("code", record), let name = filled("name", record) else { return nil }
      guard seen.insert(code).inserted else {
        report("duplicate-code", "code", record, code, "the code \(code) appears twice", "remove one of the two lines")
        return nil
      }
      var values: [String: Unit.Value] = [:]
      for attribute in attributes {
        guard let text = cell(attribute, record), !text.isEmpty else { continue }
        let name = names[attribute] ?? attribute
        if !numeric.contains(attribute) {
          values[name] = .text(text)
        } else if let number = Double(text), number.isFinite {
          values[name] = .number(number)
        } else {
          report(
            "not-a-number", attribute, record, text, "'\(attribute)' holds \"\(text)\", which is not a number",
            "correct the cell, or leave it empty when the value is not known")
        }
      }
      return Unit(code: code, name: name, values: values)
    }
  }

  func variants() -> [Register.Variant] {
    guard has(["variant", "code"]) else { return [] }
    return table.records.compactMap { record in
      guard let name = filled("variant", record), let code = filled("code", record) else { return nil }
      return Register.Variant(name: name, code: code)
    }
  }

  func changes() -> [Change] {
    guard has(["date", "old_code", "old_name", "new_code", "new_name", "kind", "primary"]) else { return [] }
    return table.records.compactMap { record in
      guard let day = filled("date", record), let oldCode = filled("old_code", record),
        let oldName = filled("old_name", record), let newCode = filled("new_code", record),
        let newName = filled("new_name", record), let kindText = filled("kind", record),
        let primary = filled("primary", record)
      else { return nil }
      guard let date = CalendarDate(iso: day) else {
        report(
          "not-a-date", "date", record, day, "'date' holds \"\(day)\", which is not a day", "write it as 2022-03-24")
        return nil
      }
      guard let kind = Change.Kind(rawValue: kindText) else {
        let known = Change.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        report("unknown-kind", "kind", record, kindText, "'kind' holds \"\(kindText)\"", "use one of: \(known)")
        return nil
      }
      guard primary == "yes" || primary == "no" else {
        report("wrong-value", "primary", record, primary, "'primary' holds \"\(primary)\"", "write yes or no")
        return nil
      }
      return Change(
        date: date, old: NamedCode(code: oldCode, name: oldName), new: NamedCode(code: newCode, name: newName),
        kind: kind, isPrimary: primary == "yes")
    }
  }

  private func has(_ names: [String]) -> Bool {
    let absent = names.filter { columns[$0] == nil }
    for name in absent {
      findings.error(
        "missing-column", at: Place(file: table.file, line: table.headerLine, field: name), value: name,
        message: "the file has no column '\(name)'", mend: "add it; the file needs \(names.joined(separator: ", "))")
    }
    return absent.isEmpty
  }

  private func cell(_ name: String, _ record: RawRecord) -> String? {
    guard let column = columns[name], column < record.fields.count else { return nil }
    return record.fields[column]
  }

  private func filled(_ name: String, _ record: RawRecord) -> String? {
    if let text = cell(name, record), !text.isEmpty { return text }
    report("empty-cell", name, record, "", "'\(name)' is empty", "fill it in, or remove the line")
    return nil
  }

  private func report(
    _ rule: String, _ field: String, _ record: RawRecord, _ value: String, _ message: String, _ mend: String
  ) {
    findings.error(
      rule, at: Place(file: table.file, line: record.line, field: field), value: value, message: message, mend: mend)
  }
}
