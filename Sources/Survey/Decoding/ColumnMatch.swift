import Diagnostics
import Exports

/// Where the columns of the codebook stand in a file.
struct ColumnMatch {
  /// The position of each question's column, in the order of the codebook; `nil` when the file lacks an optional one.
  var positions: [Int?]
  /// The positions of the columns that hold all choices of a multi-select, by its name.
  var groupPositions: [String: Int] = [:]
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
    let wanted = codebook.wantedColumns
    var isKnown = Array(repeating: false, count: layout.columns.count)
    for (_, name) in wanted { if let index = byName[name] { isKnown[index] = true } }
    let unknown = layout.columns.indices.filter { !isKnown[$0] }.map { layout.columns[$0].name }
    if unknown.count == layout.columns.count { throw noColumn(codebook) }
    var absent: [String] = []
    positions = Array(repeating: nil, count: codebook.questions.count)
    for (target, name) in wanted {
      guard let index = byName[name] else {
        if case .question(let number) = target, codebook.questions[number].isOptional { continue }
        absent.append(name)
        findings.append(missing(name, among: unknown))
        continue
      }
      switch target {
      case .question(let number): positions[number] = layout.columns[index].position
      case .group(let group): groupPositions[group] = layout.columns[index].position
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

extension Codebook {
  /// What a column of the file is for.
  enum ColumnTarget {
    case question(Int)
    case group(String)
  }

  /// The columns that the file must have, in the order of the codebook: a column for each question, and one for all the
  /// options of a multi-select whose choices are joined.
  var wantedColumns: [(target: ColumnTarget, name: String)] {
    var wanted: [(target: ColumnTarget, name: String)] = []
    var joined: Set<String> = []
    for (number, question) in questions.enumerated() {
      if let group = question.group.flatMap(self.group), let column = group.column {
        if joined.insert(group.name).inserted { wanted.append((.group(group.name), column)) }
      } else if !groups.contains(where: { $0.other == question.name && $0.column != nil }) {
        wanted.append((.question(number), question.column ?? question.name))
      }
    }
    return wanted
  }
}
