import Tables

/// The cells of a multi-select whose choices stand in one cell, while they are read.
struct JoinedBuilder {
  let decoder: JoinedDecoder
  /// For each option the codes so far.
  private(set) var codes: [[UInt8]]
  /// What is no choice, for the question that takes it.
  private(set) var others = PackedTexts()
  private(set) var otherStates: [UInt8]
  /// The rows with something that is no choice, which no question takes; and what it is.
  private(set) var unknown: [(row: Int, cell: String)] = []
  private var memo = TextMemo()
  private var readings: [JoinedDecoder.Reading] = []

  private static let mostRemembered = 4096

  init(_ decoder: JoinedDecoder, count: Int) {
    self.decoder = decoder
    codes = decoder.options.map { _ in Array(repeating: UInt8.max, count: count) }
    otherStates = Array(repeating: .max, count: count)
  }

  /// Reads the cells of a block.
  mutating func read(_ block: RecordBlock, of records: borrowing RawRecords) {
    let bytes = records.bytes.span
    let ends = records.fieldEnds.span
    for (offset, first) in block.firstFields.enumerated() {
      var rest: String?
      if first != RecordBlock.broken {
        let field = Int(first) + decoder.position
        let cell = trimmedRange(bytes, (field == 0 ? 0 : Int(ends[field - 1]))..<Int(ends[field]))
        let reading = self.reading(bytes, cell)
        let row = block.rows.lowerBound + offset
        for option in codes.indices { codes[option][row] = UInt8(truncatingIfNeeded: reading.codes[option]) }
        rest = reading.rest
        if rest != nil, decoder.other == nil { unknown.append((row, text(bytes, cell))) }
      }
      if decoder.other != nil {
        others.append(rest ?? "")
        if rest != nil { otherStates[block.rows.lowerBound + offset] = 0 }
      }
    }
  }

  private mutating func reading(_ bytes: borrowing Span<UInt8>, _ cell: Range<Int>) -> JoinedDecoder.Reading {
    let hash = TextMemo.hash(bytes, cell)
    if let known = memo.position(of: bytes, cell, hash: hash) { return readings[known] }
    let reading = decoder.read(text(bytes, cell))
    if memo.count < Self.mostRemembered {
      memo.add(bytes, cell, hash: hash, meaning: 0)
      readings.append(reading)
    }
    return reading
  }
}
