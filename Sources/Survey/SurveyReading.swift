import Diagnostics
import Tables

/// A survey file on its way from pieces to a wave: the cells of all records, and what is known of each record so far.
struct SurveyReading {
  let codebook: Codebook
  private(set) var words: FindingWords
  let count: Int
  private(set) var columns: [AnswerCells]
  private(set) var ledger: LedgerColumns
  private(set) var quarantine = QuarantineEntries()
  private(set) var unitNames: [String: String] = [:]
  private(set) var names: UnitNames?
  private var shown: [UInt16]
  private var answered: [UInt16]
  private var entries = FindingEntries()
  private var made: [(record: Int, order: Int, finding: Finding)] = []
  private let excludedByAnswer: [(row: Int, question: Int, text: String)]
  private var notes: [Finding] = []
  private let keysAscend: Bool
  private let respondent: Int?
  private let unit: Int?

  /// Puts pieces together; each is emptied on the way.
  init(_ pieces: consuming [DecodedPiece], codebook: Codebook, words: FindingWords) {
    self.codebook = codebook
    self.words = words
    respondent = codebook.questions.firstIndex { $0.role == .respondent }
    unit = codebook.questions.firstIndex { $0.role == .unit }
    let merged = MergedPieces(pieces, questions: codebook.questions.count, respondent: respondent)
    columns = merged.columns
    count = merged.lines.count
    keysAscend = merged.keysAscend
    shown = merged.shown
    answered = merged.answered
    entries = merged.findings
    made = merged.made.map { ($0.row, 0, $0.finding) }
    quarantine = merged.quarantine
    excludedByAnswer = merged.excluded
    let respondents = respondent.map { merged.columns[$0] } ?? AnswerCells(numbersTo: merged.lines.count)
    ledger = LedgerColumns(lines: merged.lines, respondents: respondents)
    let flawed = ledger.bit(of: "bad_cell")
    for record in merged.flawed { ledger.add(flawed, to: record) }
    if !merged.surprising.isEmpty {
      let surprising = ledger.bit(of: "unexpected_answer")
      for record in merged.surprising { ledger.add(surprising, to: record) }
    }
    for (record, reason) in zip(quarantine.rows, quarantine.reasons) {
      let fields = reason == .ragged ? quarantine.fieldCount(of: record) : 0
      ledger.set(record, .quarantined, words.reason(reason, fields: fields))
    }
  }

  /// All findings by record, the notes about the file first.
  func findings(notes: [Finding]) -> SurveyFindings {
    var sorted = entries
    sorted.sort()
    return SurveyFindings(notes: notes + self.notes, made: made, entries: sorted, words: words, lines: ledger.lines)
  }

  // MARK: - Steps

  /// Leaves out the respondents of a list, and the records with an answer that keeps them out.
  mutating func exclude(_ respondents: [String]) {
    if !respondents.isEmpty {
      let listed = Set(respondents)
      for record in 0..<count where ledger.outcomes[record] == .used {
        if let respondent = ledger.respondents.text(record), listed.contains(respondent) {
          ledger.set(record, .excluded, "the respondent is on the list 'exclude' of the pipeline file")
        }
      }
    }
    for (row, question, text) in excludedByAnswer.sorted(by: { ($0.question, $0.row) < ($1.question, $1.row) })
    where ledger.outcomes[row] == .used {
      ledger.set(row, .excluded, "'\(words.name(question))' holds \"\(text)\", which keeps the record out")
    }
  }

  /// Flags signs of careless answering, and leaves records out that have one of those named.
  mutating func markCareless(_ excluded: [CarelessRules.Sign]) {
    let rules = codebook.careless
    if rules == CarelessRules() { return }
    let records = ledger.count(.used)
    let marks = carelessMarks(rules, codebook, self)
    for sign in CarelessRules.Sign.allCases {
      let found = marks.filter { $0.sign == sign }
      if found.isEmpty { continue }
      let bit = ledger.bit(of: sign.rawValue)
      let isExcluded = excluded.contains(sign)
      for mark in found {
        ledger.add(bit, to: mark.record)
        if isExcluded, ledger.outcomes[mark.record] == .used { ledger.set(mark.record, .excluded, mark.reason) }
      }
      notes.append(sign.note(found.count, of: records, isExcluded: isExcluded, file: words.file))
    }
  }

  /// Leaves one record of every respondent.
  mutating func refuseDuplicates() {
    guard let respondent else { return }
    let isMerged = codebook.duplicates == .merge
    var texts: [Int: [(source: Int, row: Int)]] = [:]
    var filled: [Int] = []
    for records in keysAscend ? [] : sameRespondents(ledger) {
      let duplicates = DuplicateRecords(records, codebook, self)
      let kept = duplicates.kept
      for record in records where record != kept {
        if isMerged { ledger.setMerged(record, into: kept) } else { ledger.setDuplicate(record, of: kept) }
        entries.add(
          isMerged ? .merged : .duplicate, record: record, question: respondent,
          value: ledger.respondents.text(record) ?? "", extra: records.count, other: kept)
      }
      for (record, question, later) in duplicates.conflicts {
        let other = entries.add(value: written(question, of: later))
        let value = written(question, of: record)
        entries.add(
          .conflict, record: record, question: question, value: value.isEmpty ? nil : value, extra: other, other: later)
      }
      for (question, source) in duplicates.filled {
        if case .texts = columns[question].store {
          texts[question, default: []].append((source, kept))
        } else {
          columns[question].copy(source, to: kept)
        }
      }
      if !duplicates.filled.isEmpty { filled.append(kept) }
    }
    for question in columns.indices { texts[question].map { columns[question].copyTexts($0) } }
    let blocks = codebook.closedBlocks
    for record in filled {
      let coverage = blocks.coverage(of: record, self)
      shown[record] = UInt16(coverage.shown)
      answered[record] = UInt16(coverage.answered)
    }
  }

  /// Holds the records against the checks of the codebook.
  mutating func runChecks(fieldwork: ClosedRange<CalendarDate>?) {
    let result = Survey.runChecks(codebook, on: self, fieldwork: fieldwork)
    words.checks = result.words
    notes += result.notes
    for breach in result.breaches {
      let value = written(breach.question, of: breach.record)
      entries.add(
        .breach, record: breach.record, question: breach.question, value: value.isEmpty ? nil : value,
        extra: breach.check, other: breach.twin ?? 0)
    }
  }

  /// Whether something was found that stops the run.
  var hasErrors: Bool {
    notes.contains { $0.level == .error }
      || entries.entries.contains { $0.kind == .breach && words.checks[Int($0.extra)].check.level == .error }
  }

  /// Finds the unit of every respondent.
  mutating func resolveUnits(_ settings: IngestSettings, _ resolve: (String, CalendarDate?) -> UnitResolution) {
    guard let unit else { return makeRespondentsUnits() }
    let typed = distinctNames(of: unit, byDay: settings.needsAnswerDay)
    let occurrences = typed.groups.map { group in
      UnitNames.Occurrence(group.typed, count: group.count, line: Int(ledger.lines[group.first]))
    }
    let found = UnitNames(
      occurrences, settings: settings, file: words.file, column: words.name(unit), resolve: resolve)
    let firsts = Dictionary(typed.groups.map { (Int(ledger.lines[$0.first]), $0.first) }, uniquingKeysWith: min)
    made += found.findings.map { ($0.place.line.flatMap { firsts[$0] } ?? -1, 0, $0) }
    let outcomes = found.outcomes.map { resolved($0) }
    for (record, group) in typed.ofRecord.enumerated() where group >= 0 {
      switch outcomes[group] {
      case .unit(let number, let flag):
        ledger.setUnit(number, of: record)
        if flag != 0 { ledger.add(flag, to: record) }
      case .noUnit(let reason): ledger.set(record, .noUnit, reason)
      }
    }
    names = found
  }

  /// Makes every respondent a unit of its own.
  private mutating func makeRespondentsUnits() {
    for record in 0..<count where ledger.outcomes[record] == .used {
      let name = ledger.respondents.text(record) ?? ""
      unitNames[name] = name
      ledger.setUnit(ledger.number(ofUnit: name), of: record)
    }
  }

  /// Leaves out who answered too little, and flags who left some questions open.
  mutating func refusePartial(_ least: Double) {
    let incomplete = ledger.bit(of: "incomplete")
    for record in 0..<count where ledger.outcomes[record] == .used {
      let (answered, shown) = (Int(answered[record]), Int(shown[record]))
      if answered < shown { ledger.add(incomplete, to: record) }
      if Double(answered) < least * Double(shown) {
        ledger.set(
          record, .partial,
          "\(answered) of \(shown) questions were answered, and \(plainText(least * 100)) % are needed")
      }
    }
  }

  // MARK: - Result

  /// Makes the wave of the used records, by respondent; the columns are given away.
  mutating func takeWave() -> Wave {
    let order = usedInOrder(ledger, ascending: keysAscend)
    let isAll = order.count == count && order.enumerated().allSatisfy { $0 == $1 }
    var answers: [AnswerColumn] = []
    for (number, question) in codebook.questions.enumerated() {
      if !question.isKept { continue }
      let cells = isAll ? columns[number] : columns[number].gathered(order)
      columns[number].store = .codes([])
      columns[number].states = []
      answers.append(AnswerColumn(question: question.name, cells: cells))
    }
    var keys = PackedTexts()
    if case .texts(let texts) = ledger.respondents.store { keys = isAll ? texts : texts.gathered(order) }
    return Wave(keys: keys, units: (ledger.unitCodes, order.map { ledger.unitNumber($0) }), answers: answers)
  }

  // MARK: - Units

  /// Records in which the same name was typed, on the same day when that counts.
  private struct NameGroup {
    var typed: UnitNames.Typed
    var count = 0
    var first: Int
  }

  /// The distinct names of the used records in the order of the file, and for each record its name, or -1.
  private func distinctNames(of unit: Int, byDay: Bool) -> (groups: [NameGroup], ofRecord: [Int]) {
    guard case .names(let typed, let names) = columns[unit].store else { return ([], []) }
    let moment = byDay ? codebook.questions.firstIndex { $0.role == .submitted } : nil
    var groups: [NameGroup] = []
    var ofRecord = Array(repeating: -1, count: count)
    var ofName = Array(repeating: -1, count: names.count)
    var ofDay: [UnitNames.Typed: Int] = [:]
    for record in 0..<count where ledger.outcomes[record] == .used && Int(typed[record]) < names.count {
      let name = Int(typed[record])
      var group = ofName[name]
      if let moment {
        let key = UnitNames.Typed(
          names[name], answered: columns[moment].text(record).flatMap { CalendarDate(iso: $0) })
        group = ofDay[key] ?? -1
        if group < 0 {
          ofDay[key] = groups.count
          groups.append(NameGroup(typed: key, first: record))
        }
      } else if group < 0 {
        ofName[name] = groups.count
        groups.append(NameGroup(typed: UnitNames.Typed(names[name]), first: record))
      }
      if group < 0 { group = groups.count - 1 }
      groups[group].count += 1
      ofRecord[record] = group
    }
    return (groups, ofRecord)
  }

  /// What is meant by one name that was typed.
  private enum ResolvedName {
    case unit(number: UInt32, flag: UInt32)
    case noUnit(reason: String)
  }

  private mutating func resolved(_ outcome: UnitNames.Outcome) -> ResolvedName {
    switch outcome {
    case .unit(let code, let name, let flag):
      unitNames[code] = name
      return .unit(number: ledger.number(ofUnit: code), flag: flag.map { ledger.bit(of: $0) } ?? 0)
    case .noUnit(let reason): return .noUnit(reason: reason)
    }
  }
}

extension SurveyReading: RecordAnswers {
  var file: String { words.file }
  var recordCount: Int { count }
  func line(of record: Int) -> Int { Int(ledger.lines[record]) }
  func counts(_ record: Int) -> Bool {
    switch ledger.outcomes[record] {
    case .quarantined, .excluded, .duplicate: false
    case .used, .partial, .noUnit: true
    }
  }
  func state(_ question: Int, of record: Int) -> AnswerState { columns[question].state(record) }
  func number(_ question: Int, of record: Int) -> Double? { columns[question].number(record) }
  func text(_ question: Int, of record: Int) -> String? { columns[question].text(record) }
  func coverage(of record: Int) -> (answered: Int, shown: Int) { (Int(answered[record]), Int(shown[record])) }
  func written(_ question: Int, of record: Int) -> String {
    let subject = codebook.questions[question]
    switch columns[question].state(record) {
    case .missing: return ""
    case .notShown: return subject.notShown.count == 1 ? subject.notShown[0] : ""
    case .refused: return subject.refused.count == 1 ? subject.refused[0] : "no opinion"
    case .answered, .notSelected: break
    }
    let text = columns[question].text(record) ?? ""
    switch subject.kind {
    case .number: return text.replacing(".", with: String(subject.decimalMark))
    case .boolean: return (text == "true" ? subject.trueValues : subject.falseValues).first ?? text
    default: return text
    }
  }
}
