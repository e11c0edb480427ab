import Artefacts
import Diagnostics
import Tables

/// Sheets that people filled in: one a record, with everything that is wrong with them.
struct ScanSheets {
  /// What names each sheet: what stands in the column that was asked for, else its line.
  private(set) var names: [String] = []
  /// The position of each sheet's unit in the model, if one was picked.
  private(set) var units: [Int?] = []
  /// For each sheet the answer to each question; `nil` for one that was left open.
  private(set) var answers: [[Double?]] = []
  private(set) var simulated = false
  private(set) var findings: [Finding] = []
  private let raw: RawTable
  private let model: ScanModel

  /// Reads sheets.
  ///
  /// - Parameters:
  ///   - raw: A file with a column for each question, by its name in the codebook, and `unit` with the code or the name of
  ///     the unit. What is empty or missing was left open.
  ///   - id: The column that names the sheets; `nil` takes `sheet` or `respondent` when there is one.
  ///   - model: The model.
  init(_ raw: RawTable, id: String?, _ model: ScanModel) {
    self.raw = raw
    self.model = model
    for record in raw.records where record.fields.count != raw.header.count {
      let count = record.fields.count
      error(
        "ragged-record", record,
        message:
          "the record has \(count) \(count == 1 ? "field" : "fields"), and the header has \(raw.header.count)",
        mend: "give it a field for each column; quote fields that hold the delimiter")
    }
    if raw.records.isEmpty {
      error("no-sheets", message: "the file holds no sheet", mend: "add a record below the header for each sheet")
    }
    let known = model.questions.map { question in raw.header.firstIndex(of: question.name) }
    if known.allSatisfy({ $0 == nil }) && !raw.header.contains("unit") {
      error(
        "no-questions", line: raw.headerLine, message: "the file has no column of the self-scan",
        mend: "name columns after the questions: " + model.questions.map(\.name).joined(separator: ", ")
          + "; and 'unit' for the unit")
    }
    if let id, !raw.header.contains(id) {
      error(
        "unknown-column", line: raw.headerLine, value: id, message: "there is no column '\(id)'",
        mend: suggestion(for: id, among: raw.header).map { "did you mean '\($0)'?" }
          ?? "use one of: " + raw.header.joined(separator: ", "))
    }
    if findings.contains(where: { $0.level == .error }) { return }
    read(
      known,
      id.flatMap { raw.header.firstIndex(of: $0) } ?? ["sheet", "respondent"].compactMap(raw.header.firstIndex).first)
    tellMissing(known)
  }

  private mutating func error(
    _ rule: String, _ record: RawRecord? = nil, line: Int? = nil, field: String? = nil, value: String? = nil,
    message: String, mend: String
  ) {
    findings.append(
      Finding(
        .error, rule: rule, at: Place(file: raw.file, line: record?.line ?? line, field: field), value: value,
        message: message, mend: mend))
  }

  private mutating func read(_ columns: [Int?], _ id: Int?) {
    let unitColumn = raw.header.firstIndex(of: "unit")
    let mark = raw.header.firstIndex(of: Table.simulatedColumn)
    simulated = mark.map { column in raw.records.allSatisfy { $0.fields[column] == "true" } } ?? false
    for record in raw.records {
      let fields = record.fields
      names.append(id.map { fields[$0] } ?? String(record.line))
      units.append(unitColumn.flatMap { unit(fields[$0], record) })
      answers.append(
        zip(columns, model.questions).map { column, question in
          column.flatMap { answer(fields[$0], to: question, record) }
        })
    }
  }

  /// The unit of a code or a name; a name that is written otherwise in capitals is the same.
  private mutating func unit(_ text: String, _ record: RawRecord) -> Int? {
    if text.isEmpty || model.units.isEmpty { return nil }
    if let found = model.units.firstIndex(where: { $0.unit == text || $0.name == text }) { return found }
    let lower = text.lowercased()
    if let found = model.units.firstIndex(where: { $0.name.lowercased() == lower }) { return found }
    let meant = suggestion(for: text, among: model.units.map(\.name))
    error(
      "unknown-unit", record, field: "unit", value: text, message: "the model knows no unit '\(text)'",
      mend: (meant.map { "did you mean '\($0)'? " } ?? "") + "write its code or its name, or leave the cell empty")
    return nil
  }

  private mutating func answer(_ text: String, to question: ScanModel.Question, _ record: RawRecord) -> Double? {
    switch FeatureNumber(text == "true" ? "1" : text == "false" ? "0" : text) {
    case .missing: return nil
    case .number(let number) where question.allows(number): return number
    case .number:
      error(
        "outside-range", record, field: question.name, value: text,
        message: "the answer \(text) lies outside \(question.rangeText)",
        mend: "correct it, or leave the cell empty")
      return nil
    case .wrong(let what, _):
      error(
        "not-a-number", record, field: question.name, value: text, message: "the answer is \"\(text)\", \(what)",
        mend: "write the number of the answer, or leave the cell empty")
      return nil
    }
  }

  /// Tells what the file does not ask, and what sheets leave open.
  private mutating func tellMissing(_ columns: [Int?]) {
    let lacking = zip(columns, model.questions).filter { $0.0 == nil }.map(\.1.name)
    let others = raw.header.filter { name in !model.questions.contains { $0.name == name } }
    let meant = lacking.map { suggestion(for: $0, among: others) }
    for (name, other) in zip(lacking, meant) {
      guard let other else { continue }
      findings.append(
        Finding(
          .warning, rule: "missing-question", at: Place(file: raw.file, line: raw.headerLine, field: name),
          message: "the file has no column '\(name)', so that the question counts as left open",
          mend: "did you mean it by '\(other)'? rename that column"))
    }
    let unasked = zip(lacking, meant).filter { $1 == nil }.map(\.0)
    if !unasked.isEmpty {
      findings.append(
        Finding(
          .warning, rule: "missing-questions", at: Place(file: raw.file, line: raw.headerLine),
          message:
            "the file has no column for \(unasked.count) of \(model.questions.count) questions, which count as left "
            + "open: \(unasked.joined(separator: ", "))",
          mend: "add the columns of those that were asked"))
    }
    let open = answers.indices.filter { answers[$0].contains { $0 == nil } }
    let empty = open.filter { sheet in units[sheet] == nil && answers[sheet].allSatisfy { $0 == nil } }
    if !open.isEmpty {
      findings.append(
        Finding(
          .note, rule: "open-questions", at: Place(file: raw.file),
          message: "\(open.count) of \(answers.count) sheets leave questions open; shares follow from what is there",
          mend: "see the column 'open', which names the questions"))
    }
    if !empty.isEmpty {
      findings.append(
        Finding(
          .warning, rule: "empty-sheet", at: Place(file: raw.file, line: raw.records[empty[0]].line),
          message: "\(empty.count) of \(answers.count) sheets hold nothing, and get no type",
          mend: "fill in the unit or a question, or leave the sheet out"))
    }
  }
}

extension ScanModel.Question {
  /// Whether a number can be the answer.
  func allows(_ number: Double) -> Bool {
    let isInside = least.map { number >= $0 } != false && greatest.map { number <= $0 } != false
    return isInside && (transform != "log" || number > 0)
  }

  /// What can be answered, in words.
  var rangeText: String {
    switch (least, greatest) {
    case (let low?, let high?): "\(plainText(low)) to \(plainText(high))"
    case (let low?, nil): "\(plainText(low)) and more"
    case (nil, let high?): "at most \(plainText(high))"
    case (nil, nil): "the numbers above 0"
    }
  }
}
