import Diagnostics
import Tables

/// A raw table turned into units and columns of numbers, with everything that is wrong with it.
struct FeatureCheck {
  private(set) var units: [String] = []
  private(set) var features: [String] = []
  /// One column a feature, in the order of the records.
  private(set) var columns: [[Double]] = []
  private(set) var simulated = false
  private(set) var findings: [Finding] = []
  private let raw: RawTable

  init(_ raw: RawTable, id: String?, keeping: [String]?) {
    self.raw = raw
    checkRecords()
    guard findings.isEmpty, let idColumn = idColumn(id) else { return }
    readUnits(idColumn)
    for (column, name) in raw.header.enumerated() where column != idColumn && keeping?.contains(name) != false {
      if name == "simulated", raw.records.allSatisfy({ $0.fields[column] == "true" }) {
        simulated = true
      } else {
        readFeature(column, name)
      }
    }
    for name in keeping ?? [] where !raw.header.contains(name) {
      error(
        "missing-column", line: raw.headerLine, field: name, message: "the column '\(name)' is missing",
        mend: "make the file anew with the stage that wrote it")
    }
    if features.isEmpty && findings.isEmpty {
      error(
        "no-features", line: raw.headerLine, message: "no column of numbers stands beside '\(raw.header[idColumn])'",
        mend: "add a column of numbers for each feature")
    }
  }

  /// Reads the names of the units alone, with everything that is wrong with them.
  init(_ raw: RawTable, namedBy column: Int) {
    self.raw = raw
    checkRecords()
    if findings.isEmpty { readUnits(column) }
  }

  private mutating func error(
    _ rule: String, line: Int? = nil, field: String? = nil, value: String? = nil, message: String, mend: String
  ) {
    findings.append(
      Finding(
        .error, rule: rule, at: Place(file: raw.file, line: line, field: field), value: value, message: message,
        mend: mend))
  }

  private mutating func checkRecords() {
    for record in raw.records where record.fields.count != raw.header.count {
      error(
        "ragged-record", line: record.line,
        message: "the record has \(fieldCount(record)), and the header has \(raw.header.count)",
        mend: "give it a field for each column; quote fields that hold the delimiter")
    }
    if raw.records.count < 2 {
      error(
        "too-few-units", message: raw.records.isEmpty ? "the file holds no units" : "the file holds a single unit",
        mend: "types need at least two units, one a record below the header")
    }
  }

  private func fieldCount(_ record: RawRecord) -> String {
    record.fields.count == 1 ? "1 field" : "\(record.fields.count) fields"
  }

  /// Returns the column that names the units.
  private mutating func idColumn(_ wanted: String?) -> Int? {
    if let wanted {
      if let column = raw.header.firstIndex(of: wanted) { return column }
      let meant = suggestion(for: wanted, among: raw.header)
      error(
        "unknown-column", line: raw.headerLine, value: wanted, message: "there is no column '\(wanted)'",
        mend: meant.map { "did you mean '\($0)'?" } ?? "use one of: " + raw.header.joined(separator: ", "))
      return nil
    }
    if let column = raw.header.firstIndex(of: "unit") { return column }
    let texts = raw.header.indices.first { column in
      raw.records.contains { !$0.fields[column].isEmpty } && raw.records.allSatisfy { Double($0.fields[column]) == nil }
    }
    if let texts { return texts }
    error(
      "no-id-column", line: raw.headerLine, message: "no column of texts names the units",
      mend: "name the column with '--id', or add one")
    return nil
  }

  private mutating func readUnits(_ column: Int) {
    var first: [String: Int] = [:]
    for record in raw.records {
      let code = record.fields[column]
      units.append(code)
      if code.isEmpty {
        error(
          "unit-without-name", line: record.line, field: raw.header[column],
          message: "the record has nothing in '\(raw.header[column])', the column that names the units",
          mend: "fill it in, or remove the record")
      } else if let line = first[code] {
        error(
          "duplicate-unit", line: record.line, field: raw.header[column], value: code,
          message: "the unit '\(code)' stands on line \(line) already",
          mend:
            "keep one of the two; if '\(raw.header[column])' does not name the units, give another column with '--id'")
      } else {
        first[code] = record.line
      }
    }
  }

  private mutating func readFeature(_ column: Int, _ name: String) {
    if raw.records.allSatisfy({ Double($0.fields[column]) == nil }) {
      error(
        "not-a-feature", line: raw.headerLine, field: name, message: "'\(name)' holds no number at all",
        mend: "remove the column, or turn it into numbers")
      return
    }
    features.append(name)
    columns.append(
      raw.records.enumerated().map { row, record in
        let text = record.fields[column]
        if let number = Double(text), number.isFinite { return number }
        if text.isEmpty {
          error(
            "missing-value", line: record.line, field: name,
            message: "'\(name)' of unit '\(units[row])' is missing",
            mend: "fill it in, or leave out the unit or the column; every feature of every unit must be known")
        } else {
          error(
            "not-a-number", line: record.line, field: name, value: text,
            message: "'\(name)' of unit '\(units[row])' holds \"\(text)\", which is not a number",
            mend: "write a number with a decimal point, or remove the column")
        }
        return 0
      })
  }
}
