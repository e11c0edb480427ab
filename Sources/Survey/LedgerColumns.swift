import Tables

/// The ledger while it is written, and the form in which it is kept: columns of a few bytes a record.
struct LedgerColumns: Sendable {
  /// For each record the line on which it begins.
  let lines: [UInt32]
  /// The respondents.
  let respondents: AnswerCells
  /// The codes of the units.
  private(set) var unitCodes: [String] = []
  /// What became of each record.
  private(set) var outcomes: [Ledger.Outcome]
  private var units: [UInt32]
  private var flags: [UInt32]
  private var flagList = ["bad_cell", "incomplete"]
  private var reasons: [UInt32]
  private var reasonTexts: [String] = []
  private var reasonNumbers: [String: UInt32] = [:]
  private var unitNumbers: [String: UInt32] = [:]

  private static let noUnit = UInt32.max
  /// The bit of a reason that is the record of the same respondent that counts.
  private static let duplicate = UInt32(1) << 31

  init(lines: [UInt32], respondents: AnswerCells) {
    self.lines = lines
    self.respondents = respondents
    outcomes = Array(repeating: .used, count: lines.count)
    units = Array(repeating: Self.noUnit, count: lines.count)
    flags = Array(repeating: 0, count: lines.count)
    reasons = flags
  }

  // MARK: - Writing

  /// Gives a record an outcome other than used, and says why.
  mutating func set(_ record: Int, _ outcome: Ledger.Outcome, _ reason: String) {
    outcomes[record] = outcome
    if let number = reasonNumbers[reason] {
      reasons[record] = number
    } else {
      reasonTexts.append(reason)
      reasonNumbers[reason] = UInt32(reasonTexts.count)
      reasons[record] = UInt32(reasonTexts.count)
    }
  }

  /// Says that another record of the same respondent counts.
  mutating func setDuplicate(_ record: Int, of kept: Int) {
    outcomes[record] = .duplicate
    reasons[record] = Self.duplicate | UInt32(kept)
  }

  /// Says that another record of the same respondent holds the answers of this one too.
  mutating func setMerged(_ record: Int, into kept: Int) {
    set(record, .duplicate, "merged into record \(kept + 1) on line \(lines[kept]) of the same respondent")
  }

  /// The bit of a flag; at most 32 names can be told apart.
  mutating func bit(of flag: String) -> UInt32 {
    if let index = flagList.firstIndex(of: flag) { return 1 << UInt32(index) }
    precondition(flagList.count < 32, "the ledger has 32 flags at most")
    flagList.append(flag)
    return 1 << UInt32(flagList.count - 1)
  }

  /// Adds a flag to a record, by its bit.
  mutating func add(_ bit: UInt32, to record: Int) { flags[record] |= bit }

  /// The number of a unit's code.
  mutating func number(ofUnit code: String) -> UInt32 {
    if let number = unitNumbers[code] { return number }
    unitNumbers[code] = UInt32(unitCodes.count)
    unitCodes.append(code)
    return UInt32(unitCodes.count - 1)
  }

  /// Notes the unit of a record, by its number.
  mutating func setUnit(_ number: UInt32, of record: Int) { units[record] = number }

  // MARK: - Reading

  func count(_ outcome: Ledger.Outcome) -> Int { outcomes.count { $0 == outcome } }

  /// The number of a record's unit; the record must have one.
  func unitNumber(_ record: Int) -> UInt32 { units[record] }

  func unit(_ record: Int) -> String? { units[record] == Self.noUnit ? nil : unitCodes[Int(units[record])] }

  func flagNames(_ record: Int) -> [String] {
    if flags[record] == 0 { return [] }
    return flagList.indices.filter { flags[record] & 1 << UInt32($0) != 0 }.map { flagList[$0] }.sorted()
  }

  func reason(_ record: Int) -> String? {
    let reason = reasons[record]
    if reason == 0 { return nil }
    if reason & Self.duplicate == 0 { return reasonTexts[Int(reason) - 1] }
    let kept = Int(reason & ~Self.duplicate)
    return "record \(kept + 1) on line \(lines[kept]) of the same respondent counts"
  }
}

/// One column of the table of the ledger.
struct LedgerColumn: CodedContent {
  enum Part { case record, line, respondent, unit, outcome, flags, reason }

  let columns: LedgerColumns
  let part: Part

  var count: Int { columns.lines.count }
  var schemaType: String { part == .record || part == .line ? "integer" : "string" }
  var values: Column.Values {
    switch part {
    case .record: .integer(Array(1..<count + 1))
    case .line: .integer(columns.lines.map { Int($0) })
    default: .text((0..<count).map { text($0) })
    }
  }

  /// The units and the outcomes stand in many rows; the reasons and the flags of most rows are none.
  var codedTexts: [String]? {
    switch part {
    case .unit: columns.unitCodes
    case .outcome: Ledger.Outcome.allCases.map(\.rawValue)
    default: nil
    }
  }

  func appendCodes(of rows: Range<Int>, to codes: inout [UInt32]) {
    if part == .outcome {
      for row in rows { codes.append(columns.outcomes[row].number) }
    } else {
      let none = UInt32(columns.unitCodes.count)
      for row in rows { codes.append(min(columns.unitNumber(row), none)) }
    }
  }

  func appendText(of row: Int, to bytes: inout [UInt8]) -> Bool {
    if part == .respondent { return columns.respondents.appendText(of: row, to: &bytes) }
    guard let text = text(row) else { return false }
    bytes.append(contentsOf: text.utf8)
    return true
  }

  private func text(_ row: Int) -> String? {
    switch part {
    case .record: return String(row + 1)
    case .line: return String(columns.lines[row])
    case .respondent: return columns.respondents.text(row)
    case .unit: return columns.unit(row)
    case .outcome: return columns.outcomes[row].rawValue
    case .flags:
      let flags = columns.flagNames(row)
      return flags.isEmpty ? nil : flags.joined(separator: " ")
    case .reason: return columns.reason(row)
    }
  }
}

extension Ledger.Outcome {
  /// The place among all outcomes.
  fileprivate var number: UInt32 {
    switch self {
    case .used: 0
    case .partial: 1
    case .duplicate: 2
    case .noUnit: 3
    case .excluded: 4
    case .quarantined: 5
    }
  }
}
