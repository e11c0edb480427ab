import Diagnostics
import Tables

/// Says in words what is wrong with cells and records, when somebody wants to read it.
struct FindingWords: Sendable {
  /// The file as the user named it.
  let file: String
  /// The number of columns of the file.
  let width: Int
  /// The decoders of the questions, in the order of the codebook.
  let decoders: [QuestionDecoder]
  /// The multi-selects whose choices stand in one cell.
  let joined: [JoinedDecoder]
  /// The checks that were made.
  var checks: [CheckWords] = []

  func name(_ question: Int) -> String { decoders[question].question.name }

  /// What is wrong with a cell: it is read once more.
  func problem(_ question: Int, _ text: String) -> CellProblem? { decoders[question].reader.read(text).problem }

  /// Why a record is quarantined.
  func reason(_ reason: QuarantineEntries.Reason, fields: Int) -> String {
    switch reason {
    case .ragged: "the record has \(fields == 1 ? "1 field" : "\(fields) fields"), and the header has \(width)"
    case .empty(let question): "'\(name(question))' is empty, and every record needs it"
    case .wrong(let question, let text): problem(question, text)?.message ?? ""
    case .unsplit(let broken): broken.finding.message
    }
  }

  /// The level and the rule of an entry's finding.
  func levelAndRule(_ entry: FindingEntries.Entry, value: String) -> (level: Finding.Level, rule: String) {
    switch entry.kind {
    case .breach: (checks[Int(entry.extra)].level, checks[Int(entry.extra)].check.name)
    case .conflict: (.warning, "conflicting-answers")
    case .wrong, .wrongRequired: (.warning, problem(Int(entry.question), value)?.rule ?? "")
    default:
      { ($0.level, $0.rule) }(finding(entry, value: value, line: 1, other: 1, values: PackedTexts()))
    }
  }

  /// The finding of an entry.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - value: The value that it is about; empty when there is none.
  ///   - line: The line of its record.
  ///   - other: The line of the other record that it names.
  ///   - values: The texts of all entries.
  /// - Returns: The finding.
  func finding(
    _ entry: FindingEntries.Entry, value: String, line: Int, other: Int, values: PackedTexts
  ) -> Finding {
    let question = Int(entry.question)
    switch entry.kind {
    case .ragged:
      let count = Int(entry.extra)
      return Finding(
        .warning, rule: "ragged-record", at: Place(file: file, line: line),
        message: reason(.ragged, fields: count) + "; it is quarantined",
        mend: count > width
          ? "put a field that holds the delimiter between quotes" : "look for a field or line break that is missing")
    case .emptyRequired:
      return Finding(
        .warning, rule: "required-answer", at: Place(file: file, line: line, field: name(question)),
        message: reason(.empty(question: question), fields: 0) + "; the record is quarantined",
        mend: "fill in the cell, or remove 'required' from \(name(question)) in the codebook")
    case .wrong, .wrongRequired:
      let problem = problem(question, value) ?? CellProblem(rule: "", message: "", mend: "")
      let end = entry.kind == .wrong ? "; it is read as no answer" : "; the record is quarantined"
      return Finding(
        .warning, rule: problem.rule, at: Place(file: file, line: line, field: name(question)), value: value,
        message: problem.message + end, mend: problem.mend)
    case .unknownChoice: return unknownChoice(joined[Int(entry.extra)], value, line: line)
    case .breach:
      let place = Place(file: file, line: line, field: name(question))
      return checks[Int(entry.extra)].finding(name(question), value: value, at: place, twinLine: other)
    case .conflict:
      func words(_ value: String) -> String { value.isEmpty ? "is empty" : "holds \"\(value)\"" }
      return Finding(
        .warning, rule: "conflicting-answers", at: Place(file: file, line: line, field: name(question)),
        value: value.isEmpty ? nil : value,
        message: "'\(name(question))' \(words(value)), and in the later record of the same respondent on line "
          + "\(other) it \(words(values[Int(entry.extra)])); the later answer counts",
        mend: "remove the record that is wrong, or choose another rule with 'koers:duplicates' in the codebook")
    case .duplicate, .merged:
      let end =
        entry.kind == .merged
        ? "which are merged into the one on line \(other)" : "and the one on line \(other) counts"
      return Finding(
        .warning, rule: "duplicate-respondent", at: Place(file: file, line: line, field: name(question)), value: value,
        message: "the respondent \"\(value)\" has \(entry.extra) records, \(end)",
        mend: "remove the others from the export, or choose another rule with 'koers:duplicates' in the codebook")
    }
  }

  private func unknownChoice(_ decoder: JoinedDecoder, _ value: String, line: Int) -> Finding {
    let group = decoder.group
    let column = group.column ?? group.name
    let rest = decoder.read(value).rest ?? ""
    let joined = "'\(column)' holds \"\(rest)\", which is no choice of '\(group.name)'"
    return Finding(
      .warning, rule: "unknown-choice", at: Place(file: file, line: line, field: column), value: value,
      message: joined + "; the other choices are read",
      mend: "add an option with 'koers:option: \"\(rest)\"' to the codebook, or name a text field with 'other' under "
        + "'koers:groups' that takes what is no choice")
  }
}
