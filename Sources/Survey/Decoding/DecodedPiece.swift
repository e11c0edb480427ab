import Diagnostics
import Tables

/// The records of one piece of a survey file, read: typed answers, and what was noticed about each record.
///
/// Pieces are made side by side, and put together by ``PieceDecoder/finish(_:resolve:)``.
public struct DecodedPiece: Sendable {
  /// The number of records.
  public internal(set) var count: Int
  /// The answers, a column a question of the codebook, in its order.
  var columns: [AnswerCells] = []
  /// For each record the line on which it begins.
  var lines: [UInt32] = []
  /// The closed questions that were shown to each respondent.
  var shown: [UInt16] = []
  /// The closed questions that each respondent answered.
  var answered: [UInt16] = []
  /// What is wrong with cells and records, by record and question.
  var findings = FindingEntries()
  /// Findings about records that could not be split.
  var made: [(row: Int, finding: Finding)] = []
  /// The broken records.
  var quarantine = QuarantineEntries()
  /// The records with an answer that keeps them out: row, question, answer.
  var excluded: [(row: Int, question: Int, text: String)] = []
  /// Whether every record names its respondent, each after the one before, byte by byte.
  var keysAscend = false
  /// The rows with a cell that could not be read and was not needed.
  var flawed: [Int] = []
  /// The rows with an answer to a question that was not shown.
  var surprising: [Int] = []
}

extension DecodedPiece {
  /// Reads all columns of a piece.
  init(_ whole: RawRecords, words: FindingWords, blocks: [[Int]], routes: [Route], blanks: [[Int]]) {
    let (records, unsplit) = whole.withBrokenInPlace
    count = records.count
    lines = records.lines.map { UInt32(truncatingIfNeeded: $0) }
    let broken = readColumns(records, words)
    for row in broken {
      if let record = unsplit[row] { refuse(record, row, in: records) } else { refuseRagged(row, in: records) }
    }
    for options in blanks { fillBlanks(options) }
    for route in routes {
      let shown = route.shown(by: columns[route.decider])
      surprising += columns[route.question].apply(shown)
    }
    checkColumns(records, words.decoders, ragged: Set(broken))
    findings.sort()
    quarantine.sort()
    countAnswers(blocks)
    if let key = words.decoders.first(where: { $0.question.role == .respondent }) {
      keysAscend = columns[key.number].isAscending
    }
  }

  /// Reads the columns block by block, and returns the rows that have too few or too many fields.
  private mutating func readColumns(_ records: RawRecords, _ words: FindingWords) -> [Int] {
    var builders = words.decoders.map { ColumnBuilder($0, count: count) }
    var joined = words.joined.map { JoinedBuilder($0, count: count) }
    var broken: [Int] = []
    var row = 0
    while row < count {
      let block = RecordBlock(records, row..<min(count, row + RecordBlock.size), width: words.width)
      for (offset, first) in block.firstFields.enumerated() where first == RecordBlock.broken {
        broken.append(row + offset)
      }
      for index in builders.indices { builders[index].read(block, of: records) }
      for index in joined.indices { joined[index].read(block, of: records) }
      row = block.rows.upperBound
    }
    for index in builders.indices {
      columns.append(builders[index].finish())
      note(builders[index].wrong, words.decoders[index], in: records)
      builders[index] = ColumnBuilder(words.decoders[index], count: 0)
    }
    for (group, builder) in joined.enumerated() { take(builder, group) }
    return broken
  }

  /// Takes the options of a multi-select whose choices were joined.
  private mutating func take(_ builder: JoinedBuilder, _ group: Int) {
    for (option, codes) in zip(builder.decoder.options, builder.codes) { columns[option].store = .codes(codes) }
    if let other = builder.decoder.other {
      columns[other].store = .texts(builder.others)
      columns[other].states = builder.otherStates
    }
    for (row, cell) in builder.unknown {
      findings.add(.unknownChoice, record: row, question: builder.decoder.options[0], value: cell, extra: group)
      flawed.append(row)
    }
  }

  /// Takes an empty cell of an option for one that was not chosen where another option was.
  private mutating func fillBlanks(_ options: [Int]) {
    var isChosen = Array(repeating: false, count: count)
    for option in options {
      for (row, chosen) in columns[option].chosenRows.enumerated() where chosen { isChosen[row] = true }
    }
    for option in options { columns[option].fill(isChosen) }
  }

  private mutating func checkColumns(_ records: RawRecords, _ decoders: [QuestionDecoder], ragged: Set<Int>) {
    for decoder in decoders {
      if decoder.question.required { refuseEmpty(decoder, ragged: ragged, in: records) }
      if !decoder.question.excluding.isEmpty { exclude(decoder, ragged: ragged, in: records) }
    }
  }

  private mutating func refuse(_ record: BrokenRecord, _ row: Int, in records: RawRecords) {
    var finding = record.finding
    finding.level = .warning
    finding.message += "; the record is quarantined"
    made.append((row, finding))
    quarantine.add(.unsplit(record), row, records)
  }

  private mutating func refuseRagged(_ row: Int, in records: RawRecords) {
    findings.add(.ragged, record: row, extra: records.fieldCount(row))
    quarantine.add(.ragged, row, records)
  }

  private mutating func note(
    _ wrong: [(row: Int, cell: Range<Int>)], _ decoder: QuestionDecoder, in records: RawRecords
  ) {
    let bytes = records.bytes.span
    for (row, cell) in wrong {
      let value = text(bytes, cell)
      if decoder.question.required {
        findings.add(.wrongRequired, record: row, question: decoder.number, value: value)
        quarantine.add(.wrong(question: decoder.number, text: value), row, records)
      } else {
        findings.add(.wrong, record: row, question: decoder.number, value: value)
        flawed.append(row)
      }
    }
  }

  private mutating func refuseEmpty(_ decoder: QuestionDecoder, ragged: Set<Int>, in records: RawRecords) {
    let column = columns[decoder.number]
    for row in column.rowsWithoutValue where !ragged.contains(row) && !column.isWrong(row) {
      if decoder.question.shownIf != nil, column.state(row) == .notShown { continue }
      findings.add(.emptyRequired, record: row, question: decoder.number)
      quarantine.add(.empty(question: decoder.number), row, records)
    }
  }

  private mutating func exclude(_ decoder: QuestionDecoder, ragged: Set<Int>, in records: RawRecords) {
    guard let position = decoder.position else { return }
    let listed = decoder.question.excluding
    for row in 0..<count where !ragged.contains(row) {
      let typed = trimmed(records.text(row, position))
      if listed.contains(typed) { excluded.append((row, decoder.number, typed)) }
    }
  }

  /// Counts for each record the closed questions that were shown and answered; the options of a multi-select are one.
  private mutating func countAnswers(_ blocks: [[Int]]) {
    shown = Array(repeating: 0, count: count)
    answered = shown
    var seen = shown.map { _ in UInt8(0) }
    for block in blocks {
      if block.count > 1 { for row in seen.indices { seen[row] = 0 } }
      for question in block { columns[question].mark(&seen, isFirst: block.count == 1) }
      Self.add(seen, to: &shown, &answered)
    }
  }

  private static func add(_ seen: [UInt8], to shown: inout [UInt16], _ answered: inout [UInt16]) {
    var shown = shown.mutableSpan
    var answered = answered.mutableSpan
    let seen = seen.span
    precondition(shown.count == seen.count && answered.count == seen.count)
    for row in 0..<seen.count {
      unsafe shown[unchecked: row] &+= UInt16(seen[unchecked: row] & 1)
      unsafe answered[unchecked: row] &+= UInt16(seen[unchecked: row] >> 1)
    }
  }
}

extension AnswerCells {
  /// Marks for each record that the question was shown (1) and that something was answered (2), beside earlier marks.
  ///
  /// When `isFirst`, there are no earlier marks, whatever `seen` holds.
  func mark(_ seen: inout [UInt8], isFirst: Bool) {
    func mark<Word: FixedWidthInteger & UnsignedInteger>(_ codes: [Word]) {
      var seen = seen.mutableSpan
      let codes = codes.span
      precondition(seen.count == codes.count)
      let kept: UInt8 = isFirst ? 0 : 3
      for row in 0..<codes.count {
        let code = unsafe codes[unchecked: row]
        let mark: UInt8 = CellCode.isOpen(code) ? 1 : code == Word.max - 1 ? 0 : 3
        unsafe seen[unchecked: row] = seen[unchecked: row] & kept | mark
      }
    }
    switch store {
    case .codes(let codes): mark(codes)
    case .wideCodes(let codes): mark(codes)
    case .names(let codes, _): mark(codes)
    default: mark(states)
    }
  }

  /// The rows that have no value.
  var rowsWithoutValue: [Int] {
    func rows<Word: FixedWidthInteger & UnsignedInteger>(_ codes: [Word]) -> [Int] {
      codes.indices.filter { !CellCode.hasValue(codes[$0]) }
    }
    switch store {
    case .codes(let codes): return rows(codes)
    case .wideCodes(let codes): return rows(codes)
    case .names(let codes, _): return rows(codes)
    default: return rows(states)
    }
  }

  /// Whether the cell of a row could not be read.
  func isWrong(_ row: Int) -> Bool {
    switch store {
    case .codes(let codes): CellCode.isWrong(codes[row])
    case .wideCodes(let codes): CellCode.isWrong(codes[row])
    case .names(let codes, _): CellCode.isWrong(codes[row])
    default: CellCode.isWrong(states[row])
    }
  }
}

extension RawRecords {
  /// The records with those that could not be split in their places, where they have no fields.
  fileprivate var withBrokenInPlace: (records: RawRecords, broken: [Int: BrokenRecord]) {
    if broken.isEmpty { return (self, [:]) }
    var all = RawRecords()
    var places: [Int: BrokenRecord] = [:]
    var next = 0
    for row in 0...count {
      while next < broken.count, broken[next].before <= row || row == count {
        places[all.count] = broken[next]
        all.endRecord(line: broken[next].line, byte: broken[next].byte)
        next += 1
      }
      if row < count { all.append(self, row) }
    }
    return (all, places)
  }
}
