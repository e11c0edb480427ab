import Diagnostics
import Exports

/// Where the columns of the codebook stand in a file.
struct ColumnMatch {
  /// The position of each question's column, in the order of the codebook; -1 when the file lacks an optional one.
  var positions: [Int]
  /// What was noticed.
  var findings: [Finding]

  private let layout: ExportLayout
  private let place: Place

  /// Finds the columns by any of their names.
  init(_ layout: ExportLayout, codebook: Codebook, file: String, line: Int) throws(Failure) {
    self.layout = layout
    place = Place(file: file, line: line)
    findings = []
    positions = []
    var byName: [String: Int] = [:]
    for (index, column) in layout.columns.enumerated() {
      for name in column.names where byName[name] == nil { byName[name] = index }
    }
    var isKnown = Array(repeating: false, count: layout.columns.count)
    for question in codebook.questions {
      if let index = byName[question.name] { isKnown[index] = true }
    }
    let unknown = layout.columns.indices.filter { !isKnown[$0] }.map { layout.columns[$0].name }
    if unknown.count == layout.columns.count { throw noColumn(codebook) }
    var absent: [String] = []
    for question in codebook.questions {
      if let index = byName[question.name] {
        positions.append(layout.columns[index].position)
      } else if question.isOptional {
        positions.append(-1)
      } else {
        absent.append(question.name)
        findings.append(missing(question.name, among: unknown))
      }
    }
    for name in unknown { findings.append(self.unknown(name, absent: absent, codebook: codebook)) }
    if findings.contains(where: { $0.level == .error }) { throw Failure(.badData, findings) }
  }

  /// Not a single column is known: this is another file than the codebook tells of, or its delimiter was mistaken.
  private func noColumn(_ codebook: Codebook) -> Failure {
    let first = layout.columns.first?.name ?? ""
    let shown = first.count > 40 ? first.prefix(40) + "…" : first[...]
    return Failure(
      .badData, rule: "other-file", at: place, value: first,
      message: "none of the \(codebook.questions.count) columns of the codebook is in the header, which begins with "
        + "\"\(shown)\"",
      mend: "check that this is the export of the survey, that the codebook is the survey's, and the delimiter")
  }

  private func missing(_ name: String, among unknown: [String]) -> Finding {
    var mend = "export the survey with this column, or remove the field '\(name)' from the codebook"
    if let meant = suggestion(for: name, among: unknown) {
      mend = "is it the column '\(meant)'? rename one of the two"
    }
    return Finding(
      .error, rule: "missing-column", at: Place(file: place.file, line: place.line, field: name),
      value: name, message: "the column '\(name)' of the codebook is not in the file", mend: mend)
  }

  private func unknown(_ name: String, absent: [String], codebook: Codebook) -> Finding {
    let place = Place(file: place.file, line: place.line, field: name)
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
