import CSVFiles
import Clustering
import Diagnostics
import Matrices
import Tables

/// Units with the dissimilarities between them and the clusters that they were put in, read and checked.
///
/// The table has a record for each unit and a column named after each unit; the first column, or the one that was asked
/// for, names the records. The columns that are named after no unit are groupings: each says for every unit which cluster
/// it belongs to, by any name. Groupings may stand in a file of their own instead.
struct DissimilarityTable {
  /// A way to put the units in clusters.
  struct Grouping {
    /// The name of the column.
    var name: String
    /// The name of the cluster of each unit, in the order of the units.
    var labels: [String]
  }

  /// The names of the units, sorted; *n*.
  let units: [String]
  /// The dissimilarities, *n* × *n*.
  let dissimilarities: DissimilarityMatrix
  /// The groupings, in the order of their columns; at least one.
  let groupings: [Grouping]
  /// What was noticed; no errors.
  let findings: [Finding]

  /// Reads a table of dissimilarities.
  ///
  /// - Parameters:
  ///   - raw: The table.
  ///   - labels: A file with the groupings, or `nil` when they stand in the table.
  ///   - id: The column that names the units, in both; the first when `nil`.
  ///   - column: The grouping to keep, or `nil` for all.
  /// - Throws: ``Diagnostics/Failure`` with status 65 and everything that is wrong, 64 for a column that is not there.
  init(_ raw: RawTable, labels: RawTable? = nil, id: String? = nil, column: String? = nil) throws(Failure) {
    let keyed = try KeyedRecords(raw, id: id)
    let units = keyed.order.map { keyed.names[$0] }
    let source = try labels.map { raw throws(Failure) in try KeyedRecords(raw, id: id) } ?? keyed
    let names = try Self.groupingNames(source, units, wanted: column)
    let (groupings, found) = Self.groupings(names, of: units, from: source)
    let mistakes = found.filter { $0.level == .error }
    do throws(Failure) {
      dissimilarities = try Self.dissimilarities(keyed, units)
    } catch {
      throw Failure(error.status, error.findings + mistakes)
    }
    if !mistakes.isEmpty { throw Failure(.badData, mistakes) }
    self.units = units
    self.groupings = groupings
    findings = found
  }

  // MARK: - Dissimilarities

  private static func dissimilarities(_ keyed: KeyedRecords, _ units: [String]) throws(Failure) -> DissimilarityMatrix {
    let raw = keyed.raw
    let columns = try keyed.columns(of: units)
    var findings: [Finding] = []
    var values = Matrix(rows: units.count, columns: units.count)
    for (row, record) in keyed.order.enumerated() {
      for (column, field) in columns.enumerated() {
        let text = raw.records[record].fields[field]
        if let number = Double(text), number.isFinite {
          values[row, column] = number
          continue
        }
        findings.append(
          Finding(
            .error, rule: text.isEmpty ? "missing-value" : "not-a-number",
            at: Place(file: raw.file, line: raw.records[record].line, field: units[column]),
            value: text.isEmpty ? nil : text,
            message: "the dissimilarity between '\(units[row])' and '\(units[column])' "
              + (text.isEmpty ? "is missing" : "holds \"\(text)\", which is not a number"),
            mend: "write a number of at least 0 with a decimal point"))
      }
    }
    if !findings.isEmpty { throw Failure(.badData, findings.inFileOrder) }
    do throws(DissimilarityMatrix.Refusal) {
      return try DissimilarityMatrix(values)
    } catch {
      let found = error.flaws.map { flaw in
        finding(flaw, units, values) { row in
          Place(file: raw.file, line: raw.records[keyed.order[row]].line)
        }
      }
      throw Failure(.badData, found.inFileOrder)
    }
  }

  private static func finding(
    _ flaw: DissimilarityMatrix.Flaw, _ units: [String], _ values: Matrix, at place: (Int) -> Place
  ) -> Finding {
    func finding(_ rule: String, _ row: Int, _ column: Int, _ message: String, _ mend: String) -> Finding {
      Finding(
        .error, rule: rule, at: place(row), value: plainText(values[row, column]), message: message, mend: mend)
    }
    switch flaw {
    case .negative(let row, let column):
      return finding(
        "negative-dissimilarity", row, column,
        "the dissimilarity between '\(units[row])' and '\(units[column])' is \(plainText(values[row, column])), "
          + "and none is below 0",
        "write a number of at least 0; of similarities, take the largest less each")
    case .diagonal(let row):
      return finding(
        "unlike-itself", row, row,
        "'\(units[row])' differs from itself by \(plainText(values[row, row])), and nothing does",
        "write 0; if the table holds similarities, take the largest less each")
    case .asymmetric(let row, let column):
      return finding(
        "two-dissimilarities", row, column,
        "between '\(units[row])' and '\(units[column])' stands \(plainText(values[row, column])), and the other way "
          + "round \(plainText(values[column, row]))",
        "write the same number in both places")
    case .notFinite(let row, let column):
      return finding(
        "not-a-number", row, column, "the dissimilarity between '\(units[row])' and '\(units[column])' is not a number",
        "write a number of at least 0 with a decimal point")
    case .notSquare(let rows, let columns):
      return Finding(
        .error, rule: "not-square", at: place(0), message: "the table has \(rows) records and \(columns) columns",
        mend: "give it a record and a column for each unit")
    }
  }

  // MARK: - Groupings

  private static func groupingNames(_ source: KeyedRecords, _ units: [String], wanted: String?) throws(Failure)
    -> [String]
  {
    let taken = Set(units).union([source.raw.header[source.id]])
    let names = source.raw.header.filter { !taken.contains($0) }
    let place = Place(file: source.raw.file, line: source.raw.headerLine)
    guard !names.isEmpty else {
      throw Failure(
        .badData, rule: "no-labels", at: place,
        message: "no column says in which cluster each of the \(units.count) units is",
        mend: "add a column of labels, or name a file that has one with '--labels'")
    }
    guard let wanted else { return names }
    guard names.contains(wanted) else {
      throw Failure(
        .usage, rule: "unknown-column", at: place, value: wanted,
        message: "there is no column '\(wanted)' of labels",
        mend: suggestion(for: wanted, among: names).map { "did you mean '\($0)'?" }
          ?? "use one of: " + names.joined(separator: ", "))
    }
    return [wanted]
  }

  private static func groupings(_ names: [String], of units: [String], from source: KeyedRecords)
    -> (groupings: [Grouping], findings: [Finding])
  {
    let raw = source.raw
    let positions = Dictionary(zip(source.names, source.names.indices)) { first, _ in first }
    var groupings: [Grouping] = []
    var findings = units.filter { positions[$0] == nil }.map { unit in
      Finding(
        .error, rule: "unit-without-label", at: Place(file: raw.file), value: unit,
        message: "no record says in which cluster '\(unit)' is", mend: "add a record for it")
    }
    for name in names {
      guard let field = raw.header.firstIndex(of: name) else { continue }
      let labels = units.map { unit in positions[unit].map { raw.records[$0].fields[field] } }
      for (unit, label) in zip(units, labels) where label?.isEmpty == true {
        findings.append(
          Finding(
            .error, rule: "unit-without-label",
            at: Place(file: raw.file, line: positions[unit].map { raw.records[$0].line }, field: name), value: unit,
            message: "'\(name)' does not say in which cluster '\(unit)' is",
            mend: "write the name of its cluster; one that is alone is a cluster too"))
      }
      groupings.append(Grouping(name: name, labels: labels.map { $0 ?? "" }))
    }
    let known = Set(units)
    let strangers = source.names.filter { !known.contains($0) }
    if let first = strangers.first {
      findings.append(
        Finding(
          .warning, rule: "label-of-nobody", at: Place(file: raw.file), value: first,
          message: "the table of labels has units without dissimilarities: \(strangers.count), '\(first)' the first",
          mend: "check the spelling; what is meant to be left out may stay"))
    }
    return (groupings, findings.inFileOrder)
  }
}

/// Records of a raw table, found by the names in one of its columns.
private struct KeyedRecords {
  var raw: RawTable
  /// The column that names the records.
  var id: Int
  /// The name of each record.
  var names: [String]
  /// The records, sorted by name.
  var order: [Int]

  init(_ raw: RawTable, id wanted: String?) throws(Failure) {
    let id = wanted.map { raw.header.firstIndex(of: $0) } ?? 0
    guard let id else {
      let meant = suggestion(for: wanted ?? "", among: raw.header)
      throw Failure(
        .usage, rule: "unknown-column", at: Place(file: raw.file, line: raw.headerLine), value: wanted,
        message: "there is no column '\(wanted ?? "")'",
        mend: meant.map { "did you mean '\($0)'?" } ?? "use one of: " + raw.header.joined(separator: ", "))
    }
    self.raw = raw
    self.id = id
    let check = FeatureCheck(raw, namedBy: id)
    if !check.findings.isEmpty { throw Failure(.badData, check.findings) }
    let names = check.units
    self.names = names
    order = names.indices.sorted { names[$0] < names[$1] }
  }

  /// The columns that are named after the units, in the order of the units.
  func columns(of units: [String]) throws(Failure) -> [Int] {
    let columns = units.map { unit in raw.header.indices.first { $0 != id && raw.header[$0] == unit } }
    if columns.allSatisfy({ $0 == nil }) {
      throw Failure(
        .badData, rule: "no-dissimilarities", at: Place(file: raw.file, line: raw.headerLine),
        message: "no column is named after a unit of '\(raw.header[id])'",
        mend: "give the table a column for each of its \(units.count) units, under the same name, with the "
          + "dissimilarities to it; if another column names the units, give it with '--id'")
    }
    let others = raw.header.indices.filter { $0 != id && !columns.contains($0) }.map { raw.header[$0] }
    let missing = zip(units, columns).filter { $1 == nil }.map { unit, _ in
      Finding(
        .error, rule: "missing-column", at: Place(file: raw.file, line: raw.headerLine), value: unit,
        message: "there is no column for the unit '\(unit)'",
        mend: suggestion(for: unit, among: others).map { "is it the one called '\($0)'?" }
          ?? "add a column with the dissimilarities to it")
    }
    if !missing.isEmpty { throw Failure(.badData, missing) }
    return columns.compactMap { $0 }
  }
}

extension [Finding] {
  /// The findings by the line on which they stand, else in the order in which they were made.
  fileprivate var inFileOrder: [Finding] {
    enumerated().sorted { ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset) }
      .map(\.element)
  }
}
