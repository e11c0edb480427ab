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
  /// For each slot the hash of its text in the upper half, and in the lower its position from 1; 0 when it is free.
  private var slots: [UInt64] = Array(repeating: 0, count: 16)

  /// The number of texts.
  var count: Int { meanings.count }

  /// The position of a text, or `nil` when it is new.
  func position(of bytes: borrowing Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Int? {
    let slots = slots.span
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let held = slots[slot]
      if held == 0 { return nil }
      if UInt32(truncatingIfNeeded: held >> 32) == hash {
        let entry = Int(held & 0xFFFF_FFFF) - 1
        if isSame(bytes, range, texts.bytes.span, texts.range(entry)) { return entry }
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Adds a text that is new, and returns its position.
  @discardableResult
  mutating func add(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, hash: UInt32, meaning: UInt32) -> Int {
    texts.append(bytes, range)
    meanings.append(meaning)
    if count * 2 > slots.count {
      let old = slots
      slots = Array(repeating: 0, count: old.count * 2)
      for held in old where held != 0 { place(held) }
    }
    place(UInt64(hash) << 32 | UInt64(count))
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

  private mutating func place(_ held: UInt64) {
    let mask = slots.count - 1
    var slot = Int(held >> 32) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = held
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
  let (one, other) = unsafe (left.bytes, right.bytes)
  precondition(a.upperBound <= left.count && b.upperBound <= right.count)
  var offset = 0
  while offset &+ 8 <= a.count {
    let word = unsafe one.unsafeLoadUnaligned(fromUncheckedByteOffset: a.lowerBound &+ offset, as: UInt64.self)
    let twin = unsafe other.unsafeLoadUnaligned(fromUncheckedByteOffset: b.lowerBound &+ offset, as: UInt64.self)
    if word != twin { return false }
    offset &+= 8
  }
  while offset < a.count {
    if left[a.lowerBound &+ offset] != right[b.lowerBound &+ offset] { return false }
    offset &+= 1
  }
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
