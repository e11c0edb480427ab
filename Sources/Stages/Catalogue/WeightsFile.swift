import CSVFiles
public import Diagnostics
import Settings
public import Strategies
import Tables
import Texts

/// Reads how people weigh the criteria of a catalogue.
///
/// A person either divides points over all criteria, or says of each pair of criteria how many times as important one is as
/// the other. The header tells which; everybody in a file weighs in the same way.
///
/// ```csv
/// person,goal,quality,skills
/// lid 01,50,30,20
/// ```
///
/// ```csv
/// person,criterion,than,times
/// lid 01,goal,quality,2
/// lid 01,goal,skills,3
/// lid 01,quality,skills,3/2
/// ```
///
/// Points add up to the total of the catalogue, or to 100 when it has none. Judgements of pairs lie between 1/9 and 9, each
/// pair once, in either direction. Capitals make no other person. Numbers may have a decimal comma where a comma does not
/// divide the fields.
///
/// - Parameters:
///   - path: The file.
///   - catalogue: The catalogue whose criteria are weighed.
///   - consistency: The consistency ratio above which judgements of pairs contradict each other too much.
/// - Returns: The weights of each person, in the order of the file, and of all together.
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 78 with everything that is wrong in it.
public func readWeights(_ path: String, catalogue: Catalogue, consistency: Double) throws(Failure) -> GroupWeights {
  let findings = Findings()
  let file = WeightsFile(try weightsTable(path), findings)
  let persons: [PersonWeights]
  switch WeightsFile.form(of: file.table.header, catalogue) {
  case .points: persons = file.points(of: catalogue)
  case .pairs: persons = file.pairs(of: catalogue, consistency: consistency)
  case nil:
    persons = []
    file.reportHeader(catalogue)
  }
  if persons.isEmpty, !findings.hasErrors {
    findings.error(
      "no-persons", at: Place(file: path), message: "nobody weighs the criteria in this file",
      mend: "add a row for each person, or remove 'weights' from the section 'match' of the pipeline")
  }
  try findings.throwErrors()
  return GroupWeights(persons)
}

/// Reads the table; a pipeline that names a file which is no table is wrong itself.
private func weightsTable(_ path: String) throws(Failure) -> RawTable {
  do throws(Failure) {
    return try CSVReader.read(path: path)
  } catch {
    throw error.status == .badData ? Failure(.badPipeline, error.findings) : error
  }
}

/// A file of weights as it was read, and where its mistakes are noted.
struct WeightsFile {
  /// The two ways to weigh.
  enum Form { case points, pairs }

  /// The columns of judgements of pairs.
  static let pairColumns = ["person", "criterion", "than", "times"]

  let table: RawTable
  let findings: Findings

  init(_ table: RawTable, _ findings: Findings) {
    self.table = table
    self.findings = findings
  }

  /// Tells how people weigh, from the header; `nil` when it is neither.
  static func form(of header: [String], _ catalogue: Catalogue) -> Form? {
    if pairColumns.dropFirst().count(where: header.contains) >= 2 { return .pairs }
    return header.contains("person") || catalogue.criteria.contains { header.contains($0.id) } ? .points : nil
  }

  /// Returns the records with as many fields as the header; others that hold something leave a finding.
  func readRows() -> [RawRecord] {
    table.records.filter { record in
      if record.fields.allSatisfy({ trimmed($0).isEmpty }) { return false }
      if record.fields.count == table.header.count { return true }
      findings.error(
        "ragged-record", at: Place(file: table.file, line: record.line),
        message: "the row has \(record.fields.count) fields, and the header has \(table.header.count)",
        mend: "put a name that holds a comma between quotes, and leave no cell out")
      return false
    }
  }

  /// Leaves a finding for a header that tells neither way to weigh.
  func reportHeader(_ catalogue: Catalogue) {
    let points = (["person"] + catalogue.criteria.map(\.id)).joined(separator: ",")
    findings.error(
      "unknown-header", at: Place(file: table.file, line: table.headerLine),
      message: "the header tells neither of points for the criteria nor of judgements of pairs",
      mend: "write the header as \(points) for points, or as \(Self.pairColumns.joined(separator: ",")) for pairs")
  }

  /// Leaves a finding for each column that must be there and is not.
  ///
  /// - Returns: Whether all are there.
  func require(_ columns: [String], rule: String, _ message: (String) -> String, mend: String) -> Bool {
    let absent = columns.filter { !table.header.contains($0) }
    for name in absent {
      findings.error(
        rule, at: Place(file: table.file, line: table.headerLine, field: name), value: name, message: message(name),
        mend: mend)
    }
    return absent.isEmpty
  }

  /// Leaves a finding about a cell.
  func report(
    _ rule: String, _ column: String, line: Int, value: String? = nil, _ message: String, mend: String
  ) {
    findings.error(
      rule, at: Place(file: table.file, line: line, field: column), value: value, message: message, mend: mend)
  }

  /// Returns the text of a cell without spaces around it, and leaves a finding when there is none.
  func filled(_ column: Int, of record: RawRecord, mend: String) -> String? {
    let text = trimmed(record.fields[column])
    if !text.isEmpty { return text }
    let name = table.header[column]
    report("empty-cell", name, line: record.line, "'\(name)' is empty", mend: mend)
    return nil
  }
}

/// Returns a number that is written plainly, with a decimal point or comma; `nil` for anything else.
func plainNumber(_ text: String) -> Double? {
  let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
  guard digits.allSatisfy({ "0123456789.,".contains($0) }), digits.count(where: { $0 == "." || $0 == "," }) <= 1,
    let first = digits.first, first.isNumber
  else { return nil }
  return Double(String(text.map { $0 == "," ? "." : $0 }))
}

/// Returns a number with at most so many decimals, as messages hold it.
func roundedText(_ number: Double, digits: Int = 6) -> String {
  var text = NumberText(.en).decimal(number, digits: digits)
  while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") { text.removeLast() }
  return text
}
