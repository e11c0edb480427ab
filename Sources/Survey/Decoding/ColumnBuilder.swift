import Tables

/// The cells of one question in a piece, while they are read.
struct ColumnBuilder {
  let decoder: QuestionDecoder
  /// The cells so far; records that are broken have missing ones.
  private(set) var cells: AnswerCells
  /// The rows with a cell that could not be read, with where the cell lies in the bytes of the piece.
  private(set) var wrong: [(row: Int, cell: Range<Int>)] = []
  /// What was learned about texts in this piece.
  private var memo: TextMemo
  private var names = PackedTexts()

  /// The most texts that are remembered of a piece beside names; a column with more is no list of answers.
  private static let mostRemembered = 4096

  init(_ decoder: QuestionDecoder, count: Int) {
    self.decoder = decoder
    memo = decoder.known
    let store: AnswerCells.Store
    switch decoder.question.kind {
    case _ where decoder.keepsNames: store = .names(Array(repeating: .max, count: count), PackedTexts())
    case .category, .scale, .boolean:
      store =
        decoder.question.categories.count <= CellCode.mostInByte
        ? .codes(Array(repeating: .max, count: count)) : .wideCodes(Array(repeating: .max, count: count))
    case .integer where decoder.question.role != .respondent: store = .integers(Array(repeating: 0, count: count))
    case .number: store = .numbers(Array(repeating: 0, count: count))
    case .date: store = .days(Array(repeating: 0, count: count))
    case .text, .moment, .integer: store = .texts(PackedTexts())
    }
    cells = AnswerCells(decoder.meaning, store)
    switch store {
    case .codes, .wideCodes, .names: break
    default: cells.states = Array(repeating: .max, count: count)
    }
  }

  /// The cells, with the names of this piece.
  mutating func finish() -> AnswerCells {
    if case .names(let codes, _) = cells.store { cells.store = .names(codes, names) }
    return cells
  }

  /// Reads the cells of a block.
  mutating func read(_ block: RecordBlock, of records: borrowing RawRecords) {
    if decoder.position == nil { return skip(block) }
    let bytes = records.bytes.span
    let ends = records.fieldEnds.span
    let old = cells.store
    cells.store = .codes([])
    switch consume old {
    case .codes(var codes):
      readCodes(&codes, block, bytes, ends)
      cells.store = .codes(codes)
    case .wideCodes(var codes):
      readCodes(&codes, block, bytes, ends)
      cells.store = .wideCodes(codes)
    case .names(var codes, _):
      readCodes(&codes, block, bytes, ends)
      cells.store = .names(codes, PackedTexts())
    case .integers(var values):
      readValues(&values, block, bytes, ends) {
        $0.fastInteger($1, $2)
      } slow: {
        if case .integer(let value) = $0 { value } else { nil }
      }
      cells.store = .integers(values)
    case .numbers(var values):
      readValues(&values, block, bytes, ends) {
        $0.fastNumber($1, $2)
      } slow: {
        if case .number(let value) = $0 { value } else { nil }
      }
      cells.store = .numbers(values)
    case .days(var values):
      readValues(&values, block, bytes, ends) {
        $0.fastDay($1, $2)
      } slow: {
        if case .date(let day) = $0 { Int32(day.year * 10_000 + day.month * 100 + day.day) } else { nil }
      }
      cells.store = .days(values)
    case .texts(var texts):
      readTexts(&texts, block, bytes, ends)
      cells.store = .texts(texts)
    }
  }

  /// Leaves the cells of a column that the file lacks missing.
  private mutating func skip(_ block: RecordBlock) {
    guard case .texts(var texts) = cells.store else { return }
    for _ in block.rows { texts.appendEmpty() }
    cells.store = .texts(texts)
  }

  // MARK: - Codes

  private mutating func readCodes<Word: FixedWidthInteger & UnsignedInteger>(
    _ codes: inout [Word], _ block: RecordBlock, _ bytes: borrowing Span<UInt8>, _ ends: borrowing Span<UInt32>
  ) {
    guard let position = decoder.position else { return }
    let table = decoder.single
    let single = table.span
    let firsts = block.firstFields.span
    var out = codes.mutableSpan
    let from = block.rows.lowerBound
    precondition(from + firsts.count <= out.count && single.count == 256)
    for index in 0..<firsts.count {
      let first = unsafe firsts[unchecked: index]
      if first == RecordBlock.broken { continue }
      let field = Int(first) &+ position
      let end = Int(ends[field])
      let start = field == 0 ? 0 : Int(unsafe ends[unchecked: field &- 1])
      var code = CellCode.missing
      if end != start {
        code = end &- start == 1 ? unsafe single[unchecked: Int(bytes[start])] : CellCode.unread
        if code == CellCode.unread { code = self.code(of: start..<end, in: bytes) }
        if code == CellCode.wrong { wrong.append((from &+ index, start..<end)) }
      }
      unsafe out[unchecked: from &+ index] = Word(truncatingIfNeeded: code)
    }
  }

  private mutating func code(of cell: Range<Int>, in bytes: borrowing Span<UInt8>) -> UInt32 {
    let plain = trimmedRange(bytes, cell)
    let hash = TextMemo.hash(bytes, plain)
    if let known = memo.position(of: bytes, plain, hash: hash) { return memo.meanings[known] }
    if decoder.takesAnyName { return add(name: plain, in: bytes, hash) }
    let reading = decoder.read(bytes, plain)
    let code = QuestionDecoder.code(reading)
    if decoder.keepsNames, reading.state == .answered, reading.problem == nil {
      return add(name: plain, in: bytes, hash)
    }
    if memo.count >= Self.mostRemembered {
      return code
    }
    memo.add(bytes, plain, hash: hash, meaning: code)
    return code
  }

  private mutating func add(name: Range<Int>, in bytes: borrowing Span<UInt8>, _ hash: UInt32) -> UInt32 {
    let code = UInt32(names.count)
    names.append(bytes, name)
    memo.add(bytes, name, hash: hash, meaning: code)
    return code
  }

  // MARK: - Values

  private mutating func readValues<Value>(
    _ values: inout [Value], _ block: RecordBlock, _ bytes: borrowing Span<UInt8>, _ ends: borrowing Span<UInt32>,
    fast: (QuestionDecoder, borrowing Span<UInt8>, Range<Int>) -> Value?, slow: (Cell) -> Value?
  ) {
    guard let position = decoder.position else { return }
    var states = cells.states
    cells.states = []
    defer { cells.states = states }
    var row = block.rows.lowerBound - 1
    for first in block.firstFields {
      row += 1
      if first == RecordBlock.broken { continue }
      let field = Int(first) + position
      let cell = (field == 0 ? 0 : Int(ends[field - 1]))..<Int(ends[field])
      if cell.isEmpty { continue }
      let plain = trimmedRange(bytes, cell)
      if let state = decoder.state(bytes, plain) {
        states[row] = UInt8(truncatingIfNeeded: state)
      } else if decoder.isPlain, let value = fast(decoder, bytes, plain) {
        values[row] = value
        states[row] = 0
      } else {
        let reading = decoder.read(bytes, plain)
        if let value = reading.cell.flatMap(slow) {
          values[row] = value
          states[row] = 0
        } else {
          states[row] = note(reading, row, cell)
        }
      }
    }
  }

  // MARK: - Texts

  private mutating func readTexts(
    _ texts: inout PackedTexts, _ block: RecordBlock, _ bytes: borrowing Span<UInt8>, _ ends: borrowing Span<UInt32>
  ) {
    guard let position = decoder.position else { return }
    let kind = decoder.question.kind
    var row = block.rows.lowerBound - 1
    for first in block.firstFields {
      row += 1
      if first == RecordBlock.broken {
        texts.appendEmpty()
        continue
      }
      let field = Int(first) + position
      let cell = (field == 0 ? 0 : Int(ends[field - 1]))..<Int(ends[field])
      if cell.isEmpty {
        texts.appendEmpty()
        continue
      }
      let plain = trimmedRange(bytes, cell)
      if let state = decoder.state(bytes, plain) {
        cells.states[row] = UInt8(truncatingIfNeeded: state)
        texts.appendEmpty()
      } else if kind == .text, !decoder.question.constraints.asksOfCells {
        texts.append(bytes, plain)
        cells.states[row] = 0
      } else {
        appendRead(plain, row, cell, to: &texts, bytes)
      }
    }
  }

  /// Reads a moment, or a respondent's number.
  private mutating func appendRead(
    _ plain: Range<Int>, _ row: Int, _ cell: Range<Int>, to texts: inout PackedTexts, _ bytes: borrowing Span<UInt8>
  ) {
    if decoder.question.kind == .moment, decoder.isFastMoment(bytes, plain) {
      append(moment: plain, to: &texts, bytes)
      cells.states[row] = 0
      return
    }
    let reading = decoder.read(bytes, plain)
    switch reading.cell {
    case .text(let text):
      texts.append(text)
      cells.states[row] = 0
    case .integer(let number):
      texts.append(String(number))
      cells.states[row] = 0
    default:
      texts.appendEmpty()
      cells.states[row] = note(reading, row, cell)
    }
  }

  /// Appends a moment with a T before its time and with seconds.
  private func append(moment: Range<Int>, to texts: inout PackedTexts, _ bytes: borrowing Span<UInt8>) {
    texts.extend(bytes, moment.lowerBound..<moment.lowerBound + 10)
    texts.extend(with: UInt8(ascii: "T"))
    texts.extend(bytes, moment.lowerBound + 11..<moment.upperBound)
    if moment.count == 16 { for byte in ":00".utf8 { texts.extend(with: byte) } }
    texts.end()
  }

  /// The state of a cell without a value, which is noted when it could not be read.
  private mutating func note(_ reading: CellReading, _ row: Int, _ cell: Range<Int>) -> UInt8 {
    if reading.problem == nil { return UInt8(truncatingIfNeeded: CellCode.of(reading.state)) }
    wrong.append((row, cell))
    return UInt8(truncatingIfNeeded: CellCode.wrong)
  }
}
