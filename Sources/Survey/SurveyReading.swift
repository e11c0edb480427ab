import Diagnostics
import Tables

/// A survey file on its way: the cells of all records, and what is known of each record so far.
struct SurveyReading {
  let raw: RawTable
  let codebook: Codebook
  let positions: [Int?]
  private(set) var entries: [Ledger.Entry]
  private(set) var quarantine: [QuarantinedRecord] = []
  private(set) var unitNames: [String: String] = [:]
  private var cells: [[CellReading]] = []
  private var findings: [(order: Int, finding: Finding)] = []

  init(raw: RawTable, codebook: Codebook, positions: [Int?]) {
    self.raw = raw
    self.codebook = codebook
    self.positions = positions
    entries = raw.records.enumerated().map { index, record in
      Ledger.Entry(record: index + 1, line: record.line, outcome: .used, flags: [])
    }
  }

  /// The findings by line, and within a line in the order of the codebook.
  var sortedFindings: [Finding] {
    let order = findings.indices.sorted {
      (findings[$0].finding.place.line ?? 0, findings[$0].order, $0)
        < (findings[$1].finding.place.line ?? 0, findings[$1].order, $1)
    }
    return order.map { findings[$0].finding }
  }

  // MARK: - Steps

  /// Reads every cell, and quarantines what is broken.
  mutating func readCells() {
    for record in raw.records.indices where raw.records[record].fields.count != raw.header.count {
      refuseRagged(record)
    }
    for (number, question) in codebook.questions.enumerated() {
      let reader = CellReader(question)
      var column: [CellReading] = []
      column.reserveCapacity(raw.records.count)
      for (record, content) in raw.records.enumerated() {
        guard content.fields.count == raw.header.count else {
          column.append(.missing)
          continue
        }
        guard let position = positions[number] else {
          column.append(.missing)
          continue
        }
        let text = content.fields[position]
        let reading = reader.read(text)
        if let problem = reading.problem {
          report(problem, record: record, question: number, value: text)
        } else if question.required, reading.cell == nil {
          refuseEmpty(record, question: number)
        }
        column.append(reading)
      }
      cells.append(column)
    }
    noteRespondents()
  }

  /// Leaves out the respondents of a list, and the records with an answer that keeps them out.
  mutating func exclude(_ respondents: [String]) {
    let listed = Set(respondents)
    for record in entries.indices where entries[record].outcome == .used {
      if let respondent = entries[record].respondent, listed.contains(respondent) {
        set(record, .excluded, "the respondent is on the list 'exclude' of the pipeline file")
      }
    }
    for (number, question) in codebook.questions.enumerated() where !question.excluding.isEmpty {
      for record in entries.indices where entries[record].outcome == .used {
        let text = written(number, of: record)
        if question.excluding.contains(text) {
          set(record, .excluded, "'\(question.name)' holds \"\(text)\", which keeps the record out")
        }
      }
    }
  }

  /// Leaves one record of every respondent.
  mutating func refuseDuplicates() {
    var records: [String: [Int]] = [:]
    var respondents: [String] = []
    for (record, entry) in entries.enumerated() where entry.outcome == .used {
      guard let respondent = entry.respondent else { continue }
      if records[respondent, default: []].isEmpty { respondents.append(respondent) }
      records[respondent, default: []].append(record)
    }
    for respondent in respondents {
      guard let all = records[respondent], all.count > 1 else { continue }
      let duplicates = DuplicateRecords(all, codebook, self)
      let kept = duplicates.kept
      let isMerged = codebook.duplicates == .merge
      for (question, source) in duplicates.filled { cells[question][kept] = cells[question][source] }
      findings += duplicates.conflicts
      for record in all where record != kept {
        let keptLine = raw.records[kept].line
        set(
          record, .duplicate,
          isMerged
            ? "merged into record \(kept + 1) on line \(keptLine) of the same respondent"
            : "record \(kept + 1) on line \(keptLine) of the same respondent counts")
        add(
          .warning, "duplicate-respondent", record: record, column: codebook.question(for: .respondent)?.name,
          value: respondent,
          message: "the respondent \"\(respondent)\" has \(all.count) records, "
            + (isMerged ? "which are merged into the one on line \(keptLine)" : "and the one on line \(keptLine) counts"),
          mend: "remove the others from the export, or choose another rule with 'koers:duplicates' in the codebook")
      }
    }
  }

  /// Finds the unit of every respondent.
  mutating func resolveUnits(_ settings: IngestSettings, _ resolve: (String) -> UnitResolution) {
    guard let number = codebook.questions.firstIndex(where: { $0.role == .unit }) else { return }
    let notUnits = Set(settings.notUnits.map { trimmed($0).lowercased() })
    var records: [String: [Int]] = [:]
    var names: [String] = []
    for record in entries.indices where entries[record].outcome == .used {
      let typed = written(number, of: record)
      if records[typed, default: []].isEmpty { names.append(typed) }
      records[typed, default: []].append(record)
    }
    for typed in names {
      let resolution = resolve(typed)
      let isListed = notUnits.contains(typed.lowercased())
      for record in records[typed] ?? [] {
        if !isListed, case .unit(let code, let name, let how) = resolution {
          entries[record].unit = code
          unitNames[code] = name
          if how != "exact", how != "code" { flag(record, "unit_" + how) }
        } else {
          set(record, .noUnit, "\"\(typed)\" is \(isListed ? "listed as no unit" : Self.reason(resolution))")
        }
      }
      if let first = records[typed]?.first {
        reportUnit(typed, first, records[typed]?.count ?? 0, resolution, isListed, number)
      }
    }
  }

  /// Leaves out who answered too little, and flags who left some questions open.
  mutating func refusePartial(_ least: Double) {
    let blocks = codebook.closedBlocks
    for record in entries.indices where entries[record].outcome == .used {
      let (answered, shown) = blocks.coverage(of: record, self)
      if answered < shown { flag(record, "incomplete") }
      if Double(answered) < least * Double(shown) {
        set(
          record, .partial,
          "\(answered) of \(shown) questions were answered, and \(plainText(least * 100)) % are needed")
      }
    }
  }

  /// Flags signs of careless answering, and leaves records out that have one of those named.
  mutating func markCareless(_ excluded: [CarelessRules.Sign]) {
    let records = entries.count { $0.outcome == .used }
    let marks = carelessMarks(codebook.careless, codebook, self)
    for mark in marks {
      flag(mark.record, mark.sign.rawValue)
      if excluded.contains(mark.sign), entries[mark.record].outcome == .used {
        set(mark.record, .excluded, mark.reason)
      }
    }
    for sign in CarelessRules.Sign.allCases {
      let count = marks.count { $0.sign == sign }
      if count == 0 { continue }
      let note = sign.note(count, of: records, isExcluded: excluded.contains(sign), file: raw.file)
      findings.append((0, note))
    }
  }

  /// Holds the records against the checks of the codebook.
  mutating func runChecks(fieldwork: ClosedRange<CalendarDate>?) {
    findings += Survey.runChecks(codebook, on: self, fieldwork: fieldwork)
  }

  // MARK: - Result

  /// The used records, by respondent.
  var wave: Wave {
    let used = entries.indices.filter { entries[$0].outcome == .used }
    let keys = entries.map { $0.respondent ?? "" }
    let order = used.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var answers: [AnswerColumn] = []
    for (number, question) in codebook.questions.enumerated() {
      if !question.isKept { continue }
      let column = order.map { cells[number][$0] }
      answers.append(AnswerColumn(question, cells: column.map(\.cell), states: column.map(\.state)))
    }
    return Wave(respondents: order.map { keys[$0] }, units: order.map { entries[$0].unit ?? "" }, answers: answers)
  }

  // MARK: - Marks

  private mutating func set(_ record: Int, _ outcome: Ledger.Outcome, _ reason: String) {
    entries[record].outcome = outcome
    entries[record].reason = reason
  }

  private mutating func flag(_ record: Int, _ name: String) {
    guard !entries[record].flags.contains(name) else { return }
    entries[record].flags.append(name)
    entries[record].flags.sort()
  }

  private mutating func add(
    _ level: Finding.Level, _ rule: String, record: Int, column: String?, order: Int = 0, value: String? = nil,
    message: String, mend: String
  ) {
    let place = Place(file: raw.file, line: raw.records[record].line, field: column)
    findings.append((order, Finding(level, rule: rule, at: place, value: value, message: message, mend: mend)))
  }

  private mutating func noteRespondents() {
    guard let number = codebook.questions.firstIndex(where: { $0.role == .respondent }) else { return }
    for record in entries.indices {
      switch cells[number][record].cell {
      case .text(let name): entries[record].respondent = name
      case .integer(let name): entries[record].respondent = String(name)
      default: break
      }
    }
  }

  // MARK: - Findings

  private mutating func quarantine(_ record: Int, _ rule: String, _ column: String?, _ reason: String) {
    guard entries[record].outcome != .quarantined else { return }
    set(record, .quarantined, reason)
    let content = raw.records[record]
    let kept = QuarantinedRecord(
      record: record + 1, line: content.line, byte: content.byte, rule: rule, column: column, reason: reason,
      fields: Array(content.fields))
    let place = quarantine.firstIndex { $0.record > record + 1 } ?? quarantine.count
    quarantine.insert(kept, at: place)
  }

  private mutating func refuseRagged(_ record: Int) {
    let count = raw.records[record].fields.count
    let message = "the record has \(count == 1 ? "1 field" : "\(count) fields"), and the header has \(raw.header.count)"
    quarantine(record, "ragged-record", nil, message)
    add(
      .warning, "ragged-record", record: record, column: nil, message: message + "; it is quarantined",
      mend: count > raw.header.count
        ? "put a field that holds the delimiter between quotes" : "look for a field or line break that is missing")
  }

  private mutating func refuseEmpty(_ record: Int, question number: Int) {
    let name = codebook.questions[number].name
    let message = "'\(name)' is empty, and every record needs it"
    quarantine(record, "required-answer", name, message)
    add(
      .warning, "required-answer", record: record, column: name, order: number,
      message: message + "; the record is quarantined",
      mend: "fill in the cell, or remove 'required' from \(name) in the codebook")
  }

  private mutating func report(_ problem: CellProblem, record: Int, question number: Int, value: String) {
    let question = codebook.questions[number]
    var message = problem.message + "; it is read as no answer"
    if question.required {
      quarantine(record, problem.rule, question.name, problem.message)
      message = problem.message + "; the record is quarantined"
    } else {
      flag(record, "bad_cell")
    }
    add(
      .warning, problem.rule, record: record, column: question.name, order: number, value: value, message: message,
      mend: problem.mend)
  }

  private mutating func reportUnit(
    _ typed: String, _ first: Int, _ count: Int, _ resolution: UnitResolution, _ isListed: Bool, _ number: Int
  ) {
    let records = count == 1 ? "1 record" : "\(count) records"
    let name = codebook.questions[number].name
    if isListed {
      add(
        .note, "listed-no-unit", record: first, column: name, order: number, value: typed,
        message: "\"\(typed)\" is listed as no unit; \(records) kept out of the analysis",
        mend: "remove it from 'not_units' under 'ingest' in the pipeline file when it is one")
      return
    }
    let mend: String
    switch resolution {
    case .unit: return
    case .ambiguous(let names):
      mend = "write which one is meant: " + names.joined(separator: ", ")
    case .unknown(let suggestions) where suggestions.isEmpty:
      mend = "correct the name, add it to the register's spellings, or list it in 'not_units' under 'ingest'"
    case .unknown(let suggestions):
      mend =
        "did you mean \(suggestions.map { "'\($0)'" }.joined(separator: " or "))? correct the name, or add it to the "
        + "register's spellings"
    }
    add(
      .warning, "no-unit", record: first, column: name, order: number, value: typed,
      message: "\"\(typed)\" is \(Self.reason(resolution)); \(records) kept out of the analysis", mend: mend)
  }

  private static func reason(_ resolution: UnitResolution) -> String {
    if case .ambiguous(let names) = resolution { return "the name of \(names.count) units" }
    return "no unit of the register"
  }
}

extension SurveyReading: RecordAnswers {
  var file: String { raw.file }
  var recordCount: Int { entries.count }
  func line(of record: Int) -> Int { entries[record].line }
  func counts(_ record: Int) -> Bool {
    switch entries[record].outcome {
    case .quarantined, .excluded, .duplicate: false
    case .used, .partial, .noUnit: true
    }
  }
  func state(_ question: Int, of record: Int) -> AnswerState { cells[question][record].state }
  func number(_ question: Int, of record: Int) -> Double? {
    switch cells[question][record].cell {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .boolean(let truth): truth ? 1 : 0
    case .text, .date, nil: nil
    }
  }
  func text(_ question: Int, of record: Int) -> String? {
    switch cells[question][record].cell {
    case .text(let text): text
    case .date(let date): date.iso
    case .integer, .number, .boolean, nil: nil
    }
  }
  func written(_ question: Int, of record: Int) -> String {
    positions[question].map { trimmed(raw.records[record].fields[$0]) } ?? ""
  }
}
