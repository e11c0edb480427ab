import Diagnostics
import Tables

/// A survey file on its way: the cells of all records, and what is known of each record so far.
struct SurveyReading {
  let raw: RawTable
  let codebook: Codebook
  let positions: [Int]
  private(set) var entries: [Ledger.Entry]
  private(set) var quarantine: [QuarantinedRecord] = []
  private(set) var unitNames: [String: String] = [:]
  private(set) var names: UnitNames?
  private var cells: [[CellReading]] = []
  private var findings: [(order: Int, finding: Finding)] = []

  init(raw: RawTable, codebook: Codebook, positions: [Int]) {
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
        let text = content.fields[positions[number]]
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
        let text = trimmed(raw.records[record].fields[positions[number]])
        if question.excluding.contains(text) {
          set(record, .excluded, "'\(question.name)' holds \"\(text)\", which keeps the record out")
        }
      }
    }
  }

  /// Leaves one record of every respondent.
  mutating func refuseDuplicates(_ rule: Codebook.DuplicateRule) {
    var records: [String: [Int]] = [:]
    var respondents: [String] = []
    for (record, entry) in entries.enumerated() where entry.outcome == .used {
      guard let respondent = entry.respondent else { continue }
      if records[respondent, default: []].isEmpty { respondents.append(respondent) }
      records[respondent, default: []].append(record)
    }
    for respondent in respondents {
      guard let all = records[respondent], all.count > 1 else { continue }
      let kept = keeper(of: all, rule)
      for record in all where record != kept {
        set(record, .duplicate, "record \(kept + 1) on line \(raw.records[kept].line) of the same respondent counts")
        add(
          .warning, "duplicate-respondent", record: record, column: codebook.question(for: .respondent)?.name,
          value: respondent,
          message: "the respondent \"\(respondent)\" has \(all.count) records, and the one on line "
            + "\(raw.records[kept].line) counts",
          mend: "remove the others from the export, or choose another rule with 'koers:duplicates' in the codebook")
      }
    }
  }

  /// Finds the unit of every respondent.
  mutating func resolveUnits(_ settings: IngestSettings, _ resolve: (String, CalendarDate?) -> UnitResolution) {
    guard let number = codebook.questions.firstIndex(where: { $0.role == .unit }) else { return }
    let moment = settings.needsAnswerDay ? codebook.questions.firstIndex { $0.role == .submitted } : nil
    var records: [UnitNames.Typed: [Int]] = [:]
    var order: [UnitNames.Typed] = []
    for record in entries.indices where entries[record].outcome == .used {
      let text = trimmed(raw.records[record].fields[positions[number]])
      let typed = UnitNames.Typed(text, answered: moment.flatMap { day(cells[$0][record].cell) })
      if records[typed, default: []].isEmpty { order.append(typed) }
      records[typed, default: []].append(record)
    }
    let occurrences = order.map { typed in
      let all = records[typed] ?? []
      return UnitNames.Occurrence(typed, count: all.count, line: all.first.map { raw.records[$0].line } ?? 0)
    }
    let column = codebook.questions[number].name
    let names = UnitNames(occurrences, settings: settings, file: raw.file, column: column, resolve: resolve)
    for (typed, outcome) in zip(order, names.outcomes) {
      for record in records[typed] ?? [] {
        switch outcome {
        case .unit(let code, let name, let flagged):
          entries[record].unit = code
          unitNames[code] = name
          if let flagged { flag(record, flagged) }
        case .noUnit(let reason): set(record, .noUnit, reason)
        }
      }
    }
    findings += names.findings.map { (number, $0) }
    self.names = names
  }

  private func day(_ cell: Cell?) -> CalendarDate? {
    switch cell {
    case .text(let text): CalendarDate(iso: text)
    case .date(let date): date
    default: nil
    }
  }

  /// Leaves out who answered too little, and flags who left some questions open.
  mutating func refusePartial(_ least: Double) {
    let blocks = questionBlocks()
    for record in entries.indices where entries[record].outcome == .used {
      var shown = 0
      var answered = 0
      for block in blocks {
        let states = block.map { cells[$0][record].state }
        if states.allSatisfy({ $0 == .notShown }) { continue }
        shown += 1
        if states.contains(where: { $0 != .missing && $0 != .notShown }) { answered += 1 }
      }
      if answered < shown { flag(record, "incomplete") }
      if Double(answered) < least * Double(shown) {
        set(
          record, .partial,
          "\(answered) of \(shown) questions were answered, and \(plainText(least * 100)) % are needed")
      }
    }
  }

  /// The closed questions; the options of a multi-select are one question.
  private func questionBlocks() -> [[Int]] {
    var blocks: [[Int]] = []
    var ofGroup: [String: Int] = [:]
    for (number, question) in codebook.questions.enumerated() where question.role == .answer && question.kind != .text {
      if let group = question.group {
        if let block = ofGroup[group] {
          blocks[block].append(number)
          continue
        }
        ofGroup[group] = blocks.count
      }
      blocks.append([number])
    }
    return blocks
  }

  // MARK: - Result

  /// The used records, by respondent.
  var wave: Wave {
    let used = entries.indices.filter { entries[$0].outcome == .used }
    let keys = entries.map { $0.respondent ?? "" }
    let order = used.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var answers: [AnswerColumn] = []
    for (number, question) in codebook.questions.enumerated() {
      if question.role == .respondent || question.role == .unit { continue }
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

  private func keeper(of records: [Int], _ rule: Codebook.DuplicateRule) -> Int {
    switch rule {
    case .first: return records.min() ?? 0
    case .last: return records.max() ?? 0
    case .mostComplete:
      let moment = codebook.questions.firstIndex { $0.role == .submitted }
      func key(_ record: Int) -> (Int, String, Int) {
        let given = cells.count { $0[record].state == .answered || $0[record].state == .notSelected }
        var submitted = ""
        if let moment, case .text(let text) = cells[moment][record].cell { submitted = text }
        return (given, submitted, record)
      }
      return records.max { key($0) < key($1) } ?? 0
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
}
