/// Counts what a part of a file holds, many bytes at a time.
///
/// Whether a byte belongs to a well-formed sequence depends on its neighbours alone, so that parts can be counted beside
/// each other: each looks a few bytes over its borders.
@safe struct ByteScan {
  /// The bytes before a part that its counts depend on.
  static let before = 3
  /// The bytes behind a part that its counts depend on.
  static let behind = TwiceEncoded.longest

  private let bytes: UnsafePointer<UInt8>
  private let part: Range<Int>
  private let available: Int
  private let offset: Int
  private var counts = ByteCounts()
  private var covered = 0

  /// Counts a part.
  ///
  /// - Parameters:
  ///   - buffer: The part with what lies around it.
  ///   - part: Where in the buffer the part lies.
  ///   - offset: The offset in the file of the first byte of the part.
  /// - Returns: The counts of the part alone.
  static func counts(
    _ buffer: UnsafeBufferPointer<UInt8>, part: Range<Int>, offset: Int
  ) -> ByteCounts {
    guard let base = buffer.baseAddress, !part.isEmpty else { return ByteCounts() }
    var scan = unsafe ByteScan(bytes: base, part: part, available: buffer.count, offset: offset)
    return scan.run()
  }

  private init(bytes: UnsafePointer<UInt8>, part: Range<Int>, available: Int, offset: Int) {
    unsafe self.bytes = bytes
    self.part = part
    self.available = available
    self.offset = offset - part.lowerBound
  }

  /// Thirty-two bytes, as four words: comparisons of bytes are made of operations on words, which every processor has.
  private typealias Block = SIMD4<UInt64>
  private static let seven = Block(repeating: 0x7F7F_7F7F_7F7F_7F7F)
  private static let ones = Block(repeating: 0x0101_0101_0101_0101)
  private static let sixteens = Block(repeating: 0x1010_1010_1010_1010)
  private static let highs = Block(repeating: high)

  /// Returns 80 in place of each byte that equals one byte, and 0 in place of the others.
  @inline(__always)
  private static func equal(_ block: Block, _ byte: UInt8) -> Block {
    let difference = block ^ Block(repeating: UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((difference & seven) &+ seven) | difference | seven)
  }

  private mutating func run() -> ByteCounts {
    for index in 0..<part.lowerBound { coverHigh(index) }
    var hasReturns = false
    var hasNUL = false
    var index = part.lowerBound
    while index + 32 <= part.upperBound {
      let blocks = min((part.upperBound - index) / 32, 255)
      countBlocks(from: index, blocks: blocks, &hasReturns, &hasNUL)
      index += blocks * 32
    }
    while index < part.upperBound {
      let byte = unsafe bytes[index]
      if byte == UInt8(ascii: "\"") { counts.hasOddQuotes.toggle() }
      if byte == UInt8(ascii: "\n") { counts.lineFeeds += 1 }
      if byte == UInt8(ascii: "\r") { hasReturns = true }
      if byte == 0 { hasNUL = true }
      if byte >= 0x80 { countHigh(index) }
      index += 1
    }
    if hasReturns { countReturns() }
    if hasNUL { counts.nul = part.first { unsafe bytes[$0] == 0 }.map { $0 + offset } }
    if part.lowerBound > 0, unsafe bytes[part.lowerBound - 1] == UInt8(ascii: "\r"),
      unsafe bytes[part.lowerBound] == UInt8(ascii: "\n")
    {
      counts.pairs += 1
    }
    return counts
  }

  private mutating func countBlocks(from start: Int, blocks: Int, _ hasReturns: inout Bool, _ hasNUL: inout Bool) {
    let raw = unsafe UnsafeRawPointer(bytes)
    var quotes = Block(repeating: 0)
    var feeds = Block(repeating: 0)
    var returns = Block(repeating: 0)
    var nuls = Block(repeating: 0)
    for block in 0..<blocks {
      let index = start + block * 32
      let value = unsafe raw.loadUnaligned(fromByteOffset: index, as: Block.self)
      quotes ^= Self.equal(value, UInt8(ascii: "\""))
      // Most blocks hold neither a byte below 16, which line ends are, nor one beyond ASCII.
      let rare = ((value &- Self.sixteens) | value) & Self.highs
      if rare.x | rare.y | rare.z | rare.w == 0 { continue }
      feeds &+= (Self.equal(value, UInt8(ascii: "\n")) &>> 7)
      returns |= Self.equal(value, UInt8(ascii: "\r"))
      nuls |= (value &- Self.ones) & ~value
      if (value.x | value.y | value.z | value.w) & Self.high != 0 { countHighs(value, at: index) }
    }
    if (quotes.x ^ quotes.y ^ quotes.z ^ quotes.w).nonzeroBitCount & 1 == 1 { counts.hasOddQuotes.toggle() }
    for lane in 0..<4 {
      for byte in 0..<8 { counts.lineFeeds += Int(feeds[lane] >> (8 * UInt64(byte)) & 0xFF) }
      if returns[lane] != 0 { hasReturns = true }
      if nuls[lane] & Self.high != 0 { hasNUL = true }
    }
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private mutating func countHighs(_ words: Block, at index: Int) {
    for lane in 0..<4 {
      var high = words[lane].littleEndian & Self.high
      while high != 0 {
        countHigh(index + lane * 8 + high.trailingZeroBitCount / 8)
        high &= high &- 1
      }
    }
  }

  private mutating func coverHigh(_ index: Int) {
    if unsafe index >= covered && bytes[index] >= 0x80 {
      let length = unsafe UTF8Check.sequenceLength(bytes + index, available - index)
      if length > 0 { covered = index + length }
    }
  }

  @inline(__always)
  private mutating func countHigh(_ index: Int) {
    if index < covered { return }
    let length = unsafe UTF8Check.sequenceLength(bytes + index, available - index)
    if length == 0 { return countInvalid(index) }
    covered = index + length
    let byte = unsafe bytes[index]
    if unsafe byte == 0xEF && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF { return countMark(index) }
    counts.sequences += 1
    if byte == 0xC3, let inner = unsafe TwiceEncoded(at: bytes + index, available - index) {
      counts.twice += 1
      counts.twiceSequences += inner.characters
      counts.firstTwice = counts.firstTwice ?? index + offset
    }
  }

  /// Counts a byte-order mark, unless it is the one that a file may begin with.
  private mutating func countMark(_ index: Int) {
    if index + offset == 0 { return }
    counts.marks += 1
    counts.firstMark = counts.firstMark ?? index + offset
  }

  private mutating func countInvalid(_ index: Int) {
    counts.invalid += 1
    counts.firstInvalid = counts.firstInvalid ?? index + offset
    if counts.highBytes == nil { counts.highBytes = HighBytes() }
    let space = UInt8(ascii: " ")
    let before = index > 0 ? unsafe bytes[index - 1] : space
    let after = index + 1 < available ? unsafe bytes[index + 1] : space
    unsafe counts.highBytes?.count(bytes[index], before: before, after: after)
  }

  private mutating func countReturns() {
    for index in part where unsafe bytes[index] == UInt8(ascii: "\r") {
      counts.carriageReturns += 1
      if index + 1 < part.upperBound, unsafe bytes[index + 1] == UInt8(ascii: "\n") { counts.pairs += 1 }
    }
  }
}
