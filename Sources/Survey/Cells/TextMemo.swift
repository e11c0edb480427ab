import Tables

/// Remembers what texts stand for, and finds them by their bytes: a table with open addressing.
///
/// Copies share their memory until one of them learns something, so every piece of a file starts from what the codebook
/// knows.
struct TextMemo: Sendable {
  /// The texts, in the order in which they came.
  private(set) var texts = PackedTexts()
  /// What each text stands for.
  private(set) var meanings: [UInt32] = []
  private var hashes: [UInt32] = []
  private var slots: [UInt32] = Array(repeating: 0, count: 16)

  /// The number of texts.
  var count: Int { meanings.count }

  /// The position of a text, or `nil` when it is new.
  func position(of bytes: borrowing Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Int? {
    let mask = slots.count - 1
    let known = texts.bytes.span
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if hashes[entry] == hash, isSame(bytes, range, known, texts.range(entry)) { return entry }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a text that is new, and returns its position.
  @discardableResult
  mutating func add(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, hash: UInt32, meaning: UInt32) -> Int {
    texts.append(bytes, range)
    meanings.append(meaning)
    hashes.append(hash)
    if count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for entry in 0..<count { place(entry) }
    } else {
      place(count - 1)
    }
    return count - 1
  }

  /// Adds a text, unless it is there.
  mutating func add(_ text: String, meaning: UInt32) {
    let bytes = Array(text.utf8)
    let all = bytes.span
    let hash = Self.hash(all, 0..<bytes.count)
    if position(of: all, 0..<bytes.count, hash: hash) == nil { add(all, 0..<bytes.count, hash: hash, meaning: meaning) }
  }

  /// The positions of texts, of which those that are new are added.
  mutating func positionsAdding(_ others: PackedTexts) -> [UInt32] {
    let bytes = others.bytes.span
    var positions: [UInt32] = []
    positions.reserveCapacity(others.count)
    for index in 0..<others.count {
      let range = others.range(index)
      let hash = Self.hash(bytes, range)
      let known = position(of: bytes, range, hash: hash)
      positions.append(UInt32(known ?? add(bytes, range, hash: hash, meaning: UInt32(count))))
    }
    return positions
  }

  private mutating func place(_ entry: Int) {
    let mask = slots.count - 1
    var slot = Int(hashes[entry]) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(entry + 1)
  }

  /// A number that scatters texts: eight bytes at a time, multiplied and folded.
  static func hash(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    var index = range.lowerBound
    let raw = unsafe bytes.bytes
    while index + 8 <= range.upperBound {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = (hash ^ UInt64(littleEndian: word)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index += 8
    }
    var tail: UInt64 = 0
    while index < range.upperBound {
      tail = tail << 8 | UInt64(bytes[index])
      index += 1
    }
    hash = (hash ^ tail) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}

/// Whether two parts hold the same bytes.
func isSame(_ left: borrowing Span<UInt8>, _ a: Range<Int>, _ right: borrowing Span<UInt8>, _ b: Range<Int>) -> Bool {
  if a.count != b.count { return false }
  for offset in 0..<a.count where left[a.lowerBound + offset] != right[b.lowerBound + offset] { return false }
  return true
}

/// Whether the first part comes before the second, byte by byte; a part comes before its continuations.
func isBefore(_ left: borrowing Span<UInt8>, _ a: Range<Int>, _ right: borrowing Span<UInt8>, _ b: Range<Int>) -> Bool {
  for offset in 0..<min(a.count, b.count) {
    let (one, other) = (left[a.lowerBound + offset], right[b.lowerBound + offset])
    if one != other { return one < other }
  }
  return a.count < b.count
}
