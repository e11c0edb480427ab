import Artefacts
import Diagnostics
import Tables

/// A raw table turned into units and columns of numbers, with everything that is wrong with it.
struct FeatureCheck {
  private(set) var units: [String] = []
  private(set) var features: [String] = []
  /// One column a feature, in the order of the records.
  private(set) var columns: [[Double]] = []
  /// The weight of each unit, when a column of weights was asked for.
  private(set) var weights: [Double]?
  private(set) var simulated = false
  private(set) var findings: [Finding] = []
  private let raw: RawTable
  private let choice: FeatureChoice

  init(_ raw: RawTable, id: String?, weights: String? = nil, _ choice: FeatureChoice) {
    self.raw = raw
    self.choice = choice
    checkRecords()
    guard findings.isEmpty, let idColumn = idColumn(id) else { return }
    let weightColumn = weights.flatMap { namedColumn($0) }
    if weights != nil && weightColumn == nil { return }
    readUnits(idColumn)
    if let weightColumn { readWeights(weightColumn) }
    let others = raw.header.indices.filter { $0 != idColumn && $0 != weightColumn }
    for column in others {
      let name = raw.header[column]
      if name == Table.simulatedColumn, raw.records.allSatisfy({ $0.fields[column] == "true" }) {
        simulated = true
      } else if choice.names?.contains(name) != false {
        readFeature(column, name)
      }
    }
    compareColumns(others.map { raw.header[$0] })
    if features.isEmpty && findings.isEmpty {
      error(
        "no-features", line: raw.headerLine, message: "no column of numbers stands beside '\(raw.header[idColumn])'",
        mend: "add a column of numbers for each feature")
    }
  }

  /// Reads the names of the units alone, with everything that is wrong with them.
  init(_ raw: RawTable, namedBy column: Int) {
    self.raw = raw
    choice = .all
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
    if raw.records.count < choice.leastUnits {
      error(
        "too-few-units", message: raw.records.isEmpty ? "the file holds no units" : "the file holds a single unit",
        mend: choice.isForModel
          ? "add the units that are to be assigned, one a record below the header"
          : "types need at least two units, one a record below the header")
    }
  }

  private func fieldCount(_ record: RawRecord) -> String {
    record.fields.count == 1 ? "1 field" : "\(record.fields.count) fields"
  }

  /// Returns the column that names the units.
  private mutating func idColumn(_ wanted: String?) -> Int? {
    if let wanted { return namedColumn(wanted) }
    if let column = raw.header.firstIndex(of: "unit") { return column }
    let known = choice.isForModel ? choice.names ?? [] : []
    let texts = raw.header.indices.first { column in
      !known.contains(raw.header[column]) && raw.records.contains { !$0.fields[column].isEmpty }
        && raw.records.allSatisfy { Double($0.fields[column]) == nil }
    }
    if let texts { return texts }
    error(
      "no-id-column", line: raw.headerLine, message: "no column of texts names the units",
      mend: "name the column with '--id', or add one")
    return nil
  }

  /// Returns a column that was asked for by name.
  private mutating func namedColumn(_ wanted: String) -> Int? {
    if let column = raw.header.firstIndex(of: wanted) { return column }
    let meant = suggestion(for: wanted, among: raw.header)
    error(
      "unknown-column", line: raw.headerLine, value: wanted, message: "there is no column '\(wanted)'",
      mend: meant.map { "did you mean '\($0)'?" } ?? "use one of: " + raw.header.joined(separator: ", "))
    return nil
  }

  /// Tells the columns that are missing; of a model also those that it does not know.
  private mutating func compareColumns(_ columns: [String]) {
    let wanted = choice.names ?? []
    let missing = wanted.filter { !raw.header.contains($0) }
    guard choice.isForModel else {
      for name in missing {
        error(
          "missing-column", line: raw.headerLine, field: name, message: "the column '\(name)' is missing",
          mend: "make the file anew with the stage that wrote it")
      }
      return
    }
    let unknown = columns.filter { !wanted.contains($0) && $0 != Table.simulatedColumn }
    for name in missing {
      let meant = suggestion(for: name, among: unknown)
      error(
        "missing-feature", line: raw.headerLine, field: name,
        message: "the model was made from the feature '\(name)', and the file has no such column",
        mend: meant.map { "is it the column '\($0)'? rename it" }
          ?? "add the column, or name the model that was made from these features")
    }
    for name in unknown {
      findings.append(
        Finding(
          .warning, rule: "unknown-feature", at: Place(file: raw.file, line: raw.headerLine, field: name),
          message: "the model was not made from '\(name)', and the column is not used",
          mend: suggestion(for: name, among: missing).map { "did you mean '\($0)'?" } ?? "leave the column out"))
    }
  }

  /// Reads the weights of the units.
  private mutating func readWeights(_ column: Int) {
    let name = raw.header[column]
    let read = raw.records.enumerated().map { row, record -> Double in
      switch FeatureNumber(record.fields[column]) {
      case .number(let weight) where weight >= 0: return weight
      case .number:
        error(
          "negative-weight", line: record.line, field: name, value: record.fields[column],
          message: "the weight of unit '\(units[row])' is \(record.fields[column]), which is below zero",
          mend: "give it a weight of 0 or more; a unit with 0 gets a type, and has no part in making the types")
      case .missing:
        error(
          "missing-value", line: record.line, field: name, message: "the weight of unit '\(units[row])' is missing",
          mend: "fill it in; a unit with the weight 0 gets a type, and has no part in making the types")
      case .wrong(let what, let mend):
        error(
          "not-a-number", line: record.line, field: name, value: record.fields[column],
          message: "the weight of unit '\(units[row])' is \"\(record.fields[column])\", \(what)", mend: mend)
      }
      return 0
    }
    let isWrong = findings.contains { $0.level == .error && $0.place.field == name }
    if !isWrong && read.allSatisfy({ $0 == 0 }) {
      error(
        "no-weights", line: raw.headerLine, field: name, message: "every weight in '\(name)' is 0",
        mend: "give at least the units that types are to be made from a weight above 0, or leave out '--weights'")
    }
    weights = read
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
    let cells = raw.records.map { FeatureNumber($0.fields[column]) }
    if !choice.isForModel && cells.allSatisfy({ $0.value == nil }) {
      error(
        "not-a-feature", line: raw.headerLine, field: name, message: "'\(name)' holds no number at all",
        mend: "remove the column, or turn it into numbers")
      return
    }
    features.append(name)
    for (row, (record, cell)) in zip(raw.records, cells).enumerated() {
      switch cell {
      case .number: break
      case .missing:
        error(
          "missing-value", line: record.line, field: name,
          message: "'\(name)' of unit '\(units[row])' is missing",
          mend: "fill it in, or leave out the unit or the column; every feature of every unit must be known")
      case .wrong(let what, let mend):
        error(
          "not-a-number", line: record.line, field: name, value: record.fields[column],
          message: "'\(name)' of unit '\(units[row])' holds \"\(record.fields[column])\", \(what)", mend: mend)
      }
    }
    columns.append(cells.map { $0.value ?? 0 })
  }
}
