import Diagnostics
import Tables

/// A survey file on its way from pieces to a wave: the cells of all records, and what is known of each record so far.
struct SurveyReading {
  let codebook: Codebook
  let words: FindingWords
  let count: Int
  private(set) var columns: [AnswerCells]
  private(set) var ledger: LedgerColumns
  private(set) var quarantine = QuarantineEntries()
  private(set) var unitNames: [String: String] = [:]
  private(set) var names: UnitNames?
  private let shown: [UInt16]
  private let answered: [UInt16]
  private var entries = FindingEntries()
  private var made: [(record: Int, order: Int, finding: Finding)] = []
  private let excludedByAnswer: [(row: Int, question: Int, text: String)]
  private let respondent: Int?
  private let unit: Int?

  /// Puts pieces together; each is emptied on the way.
  init(_ pieces: consuming [DecodedPiece], codebook: Codebook, words: FindingWords) {
    self.codebook = codebook
    self.words = words
    respondent = codebook.questions.firstIndex { $0.role == .respondent }
    unit = codebook.questions.firstIndex { $0.role == .unit }
    let merged = MergedPieces(pieces, questions: codebook.questions.count)
    columns = merged.columns
    count = merged.lines.count
    shown = merged.shown
    answered = merged.answered
    entries = merged.findings
    made = merged.made.map { ($0.row, 0, $0.finding) }
    quarantine = merged.quarantine
    excludedByAnswer = merged.excluded
    let keys = respondent.map { merged.columns[$0] } ?? AnswerCells(numbersTo: merged.lines.count)
    ledger = LedgerColumns(lines: merged.lines, respondents: keys)
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
    return SurveyFindings(notes: notes, made: made, entries: sorted, words: words, lines: ledger.lines)
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

  /// Leaves one record of every respondent.
  mutating func refuseDuplicates(_ rule: Codebook.DuplicateRule) {
    for records in sameRespondents(ledger) {
      let kept = keeper(of: records, rule)
      for record in records where record != kept {
        ledger.setDuplicate(record, of: kept)
        entries.add(
          .duplicate, record: record, question: respondent ?? 0, value: ledger.respondents.text(record) ?? "",
          extra: records.count, other: kept)
      }
    }
  }

  /// Finds the unit of every respondent.
  mutating func resolveUnits(_ settings: IngestSettings, _ resolve: (String, CalendarDate?) -> UnitResolution) {
    guard let unit else { return makeUnitsOfRespondents() }
    let typed = distinctNames(byDay: settings.needsAnswerDay)
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

  /// Makes a unit of every respondent, for a survey whose units are its respondents.
  private mutating func makeUnitsOfRespondents() {
    for record in 0..<count where ledger.outcomes[record] == .used {
      let name = ledger.respondents.text(record) ?? ""
      ledger.setUnit(ledger.number(ofUnit: name), of: record)
      unitNames[name] = name
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
    let order = usedInOrder(ledger)
    let isAll = order.count == count && order.enumerated().allSatisfy { $0 == $1 }
    var answers: [AnswerColumn] = []
    for (number, question) in codebook.questions.enumerated() {
      if number == respondent || number == unit { continue }
      let cells = isAll ? columns[number] : columns[number].gathered(order)
      columns[number].store = .codes([])
      columns[number].states = []
      answers.append(AnswerColumn(question: question.name, cells: cells))
    }
    var keys = PackedTexts()
    if case .texts(let texts) = ledger.respondents.store { keys = isAll ? texts : texts.gathered(order) }
    return Wave(keys: keys, units: (ledger.unitCodes, order.map { ledger.unitNumber($0) }), answers: answers)
  }

  private func keeper(of records: [Int], _ rule: Codebook.DuplicateRule) -> Int {
    switch rule {
    case .first: return records.min() ?? 0
    case .last: return records.max() ?? 0
    case .mostComplete:
      let moment = codebook.questions.firstIndex { $0.role == .submitted }
      func key(_ record: Int) -> (Int, String, Int) {
        let given = columns.count { $0.hasValue(record) }
        let submitted = moment.flatMap { columns[$0].text(record) } ?? ""
        return (given, submitted, record)
      }
      return records.max { key($0) < key($1) } ?? 0
    }
  }

  // MARK: - Units

  /// Records in which the same name was typed, on the same day when that counts.
  private struct NameGroup {
    var typed: UnitNames.Typed
    var count = 0
    var first: Int
  }

  /// The distinct names of the used records in the order of the file, and for each record its name, or -1.
  private func distinctNames(byDay: Bool) -> (groups: [NameGroup], ofRecord: [Int]) {
    guard let unit, case .names(let typed, let names) = columns[unit].store else { return ([], []) }
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
