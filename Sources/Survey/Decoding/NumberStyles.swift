import Diagnostics
import Tables

/// How the numbers of each question are written: as its field says, else as the codebook says of all files, else as the
/// first cells tell.
struct NumberStyles {
  /// A style for each question, in the order of the codebook.
  private(set) var styles: [NumberStyle] = []
  /// What was found out, when something had to be.
  private(set) var told: (style: NumberStyle, reason: String)?
  /// A note when the file does not tell.
  private(set) var notes: [Finding] = []

  init(_ codebook: Codebook, positions: [Int?], head: RawRecords, file: String) {
    let general = codebook.dialect.numbers
    var evidence = NumberStyle.Evidence()
    var isWanted = false
    for (question, position) in zip(codebook.questions, positions) {
      guard [.number, .integer].contains(question.kind), question.role == .answer, let position,
        question.numberStyle.decimal ?? general.decimal == nil
      else { continue }
      isWanted = true
      let reader = CellReader(question)
      for record in head.indices where head.fieldCount(record) > position {
        evidence.add(trimmed(head.text(record, position)), isWhole: question.kind == .integer, reader)
      }
    }
    let found = NumberStyle.detected(evidence)
    if isWanted, !head.isEmpty {
      told = (found.style, found.reason)
      if found.isAmbiguous { notes.append(Self.note(found, evidence, file)) }
    }
    styles = codebook.questions.map { question in
      let decimal = question.numberStyle.decimal ?? general.decimal
      let style = decimal.map { NumberStyle(decimal: $0) } ?? found.style
      var group = question.numberStyle.group ?? general.group ?? style.group
      if group == .mark(style.decimal) { group = .none }
      return NumberStyle(decimal: style.decimal, group: group)
    }
  }

  private static func note(
    _ found: (style: NumberStyle, reason: String, isAmbiguous: Bool), _ evidence: NumberStyle.Evidence, _ file: String
  ) -> Finding {
    let example = evidence.ambiguous.first
    let mark = found.style.decimal == "," ? "comma" : "point"
    return Finding(
      .note, rule: "ambiguous-numbers", at: Place(file: file), value: example,
      message: "\(found.reason), so numbers" + (example.map { " such as \"\($0)\"" } ?? "")
        + " are read with a decimal \(mark)",
      mend: "set 'decimalChar' under 'koers:dialect' in the codebook")
  }
}
