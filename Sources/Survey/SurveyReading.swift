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
    let respondents = respondent.map { merged.columns[$0] } ?? AnswerCells(numbersTo: merged.lines.count)
    ledger = LedgerColumns(lines: merged.lines, respondents: respondents)
    let flawed = ledger.bit(of: "bad_cell")
    for record in merged.flawed { ledger.add(flawed, to: record) }
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
    guard let respondent else { return }
    for records in sameRespondents(ledger) {
      let kept = keeper(of: records, rule)
      for record in records where record != kept {
        ledger.setDuplicate(record, of: kept)
        entries.add(
          .duplicate, record: record, question: respondent, value: ledger.respondents.text(record) ?? "",
          extra: records.count, other: kept)
      }
    }
  }

  /// Finds the unit of every respondent.
  mutating func resolveUnits(_ settings: IngestSettings, _ resolve: (String) -> UnitResolution) {
    guard let unit else { return makeRespondentsUnits() }
    guard case .names(let typed, let names) = columns[unit].store else { return }
    var firsts = Array(repeating: -1, count: names.count)
    var counts = Array(repeating: 0, count: names.count)
    for record in 0..<count where ledger.outcomes[record] == .used && Int(typed[record]) < names.count {
      let name = Int(typed[record])
      if firsts[name] < 0 { firsts[name] = record }
      counts[name] += 1
    }
    let notUnits = Set(settings.notUnits.map { trimmed($0).lowercased() })
    var meant: [ResolvedName] = []
    for (name, text) in names.enumerated() {
      if counts[name] == 0 {
        meant.append(.none)
        continue
      }
      let resolution = resolve(text)
      let isListed = notUnits.contains(text.lowercased())
      meant.append(resolved(text, resolution, isListed))
      reportUnit(text, firsts[name], counts[name], resolution, isListed, question: unit)
    }
    for record in 0..<count where ledger.outcomes[record] == .used && Int(typed[record]) < names.count {
      switch meant[Int(typed[record])] {
      case .none: break
      case .unit(let number, let flag):
        ledger.setUnit(number, of: record)
        if flag != 0 { ledger.add(flag, to: record) }
      case .noUnit(let reason): ledger.set(record, .noUnit, reason)
      }
    }
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

  /// What is meant by one name that was typed.
  private enum ResolvedName {
    case none
    case unit(number: UInt32, flag: UInt32)
    case noUnit(reason: String)
  }

  private mutating func resolved(_ typed: String, _ resolution: UnitResolution, _ isListed: Bool) -> ResolvedName {
    if !isListed, case .unit(let code, let name, let how) = resolution {
      unitNames[code] = name
      let flag = how == "exact" || how == "code" ? 0 : ledger.bit(of: "unit_" + how)
      return .unit(number: ledger.number(ofUnit: code), flag: flag)
    }
    return .noUnit(reason: "\"\(typed)\" is \(isListed ? "listed as no unit" : Self.reason(resolution))")
  }

  private mutating func reportUnit(
    _ typed: String, _ first: Int, _ count: Int, _ resolution: UnitResolution, _ isListed: Bool, question unit: Int
  ) {
    let records = count == 1 ? "1 record" : "\(count) records"
    let place = Place(file: words.file, line: Int(ledger.lines[first]), field: words.name(unit))
    func add(_ level: Finding.Level, _ rule: String, _ message: String, _ mend: String) {
      made.append((first, 0, Finding(level, rule: rule, at: place, value: typed, message: message, mend: mend)))
    }
    if isListed {
      return add(
        .note, "listed-no-unit", "\"\(typed)\" is listed as no unit; \(records) kept out of the analysis",
        "remove it from 'not_units' under 'ingest' in the pipeline file when it is one")
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
    add(.warning, "no-unit", "\"\(typed)\" is \(Self.reason(resolution)); \(records) kept out of the analysis", mend)
  }

  private static func reason(_ resolution: UnitResolution) -> String {
    if case .ambiguous(let names) = resolution { return "the name of \(names.count) units" }
    return "no unit of the register"
  }
}
