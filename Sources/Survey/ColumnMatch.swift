import Diagnostics
import Tables

/// Where the columns of the codebook stand in a file.
struct ColumnMatch {
  /// The position of each question's column, in the order of the codebook; `nil` when the file lacks an optional one.
  var positions: [Int?]
  /// What was noticed.
  var findings: [Finding]

  /// Finds the columns by name; spaces around a name in the header do not count.
  init(_ raw: RawTable, codebook: Codebook) throws(Failure) {
    let header = raw.header.map(trimmed)
    var found = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    findings = []
    positions = []
    let known = Set(codebook.questions.map(\.name))
    let unknown = header.filter { !known.contains($0) }
    if unknown.count == header.count { throw Self.noColumn(in: raw, codebook: codebook) }
    for question in codebook.questions {
      if let position = found.removeValue(forKey: question.name) {
        positions.append(position)
      } else if question.isOptional {
        positions.append(nil)
      } else {
        findings.append(Self.missing(question.name, in: raw, among: unknown))
      }
    }
    let absent = codebook.questions.map(\.name).filter { !header.contains($0) }
    for name in unknown { findings.append(Self.unknown(name, in: raw, absent: absent, codebook: codebook)) }
    if findings.contains(where: { $0.level == .error }) { throw Failure(.badData, findings) }
  }

  /// Not a single column is known: this is another file than the codebook tells of, or its delimiter was mistaken.
  private static func noColumn(in raw: RawTable, codebook: Codebook) -> Failure {
    let first = raw.header.first ?? ""
    let shown = first.count > 40 ? first.prefix(40) + "…" : first[...]
    return Failure(
      .badData, rule: "other-file", at: Place(file: raw.file, line: raw.headerLine), value: first,
      message: "none of the \(codebook.questions.count) columns of the codebook is in the header, which begins with "
        + "\"\(shown)\"",
      mend: "check that this is the export of the survey, that the codebook is the survey's, and the delimiter")
  }

  private static func missing(_ name: String, in raw: RawTable, among unknown: [String]) -> Finding {
    var mend = "export the survey with this column, or remove the field '\(name)' from the codebook"
    if let meant = suggestion(for: name, among: unknown) {
      mend = "is it the column '\(meant)'? rename one of the two"
    }
    return Finding(
      .error, rule: "missing-column", at: Place(file: raw.file, line: raw.headerLine, field: name), value: name,
      message: "the column '\(name)' of the codebook is not in the file", mend: mend)
  }

  private static func unknown(_ name: String, in raw: RawTable, absent: [String], codebook: Codebook) -> Finding {
    let place = Place(file: raw.file, line: raw.headerLine, field: name)
    if codebook.others == .ignore {
      return Finding(
        .note, rule: "unknown-column", at: place, value: name,
        message: "the codebook does not know the column '\(name)', which is left out",
        mend: "add a field '\(name)' to the codebook to use it")
    }
    var mend = "add a field '\(name)' to the codebook, or set 'koers:others: ignore' to leave out unknown columns"
    if let meant = suggestion(for: name, among: absent) { mend = "did you mean '\(meant)'?" }
    return Finding(
      .error, rule: "unknown-column", at: place, value: name,
      message: "the codebook does not know the column '\(name)'", mend: mend)
  }
}
