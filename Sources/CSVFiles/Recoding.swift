/// Turns the bytes of a field into UTF-8.
///
/// Fields of ASCII alone, which are most, never come here.
@safe struct Recoding {
  /// What is to be done with bytes beyond ASCII.
  enum Mode: Sendable {
    /// They are well-formed UTF-8 and stay.
    case keep
    /// Each stands for a character of a code page.
    case codePage
    /// A field that is well formed stays, and another one is read by the code page.
    case keepWellFormed
    /// Characters that are UTF-8 taken for Windows-1252 become what they were.
    case undoSecond
  }

  let mode: Mode
  /// The characters of the code page as ``CodePage/packed(_:)`` makes them.
  private let table: UnsafePointer<UInt32>

  init(_ encoding: TextEncoding, isWellFormed: Bool) {
    switch encoding {
    case .utf8: mode = isWellFormed ? .keep : .keepWellFormed
    case .utf8Twice: mode = .undoSecond
    case .windows1252, .iso885915, .cp850: mode = .codePage
    }
    switch encoding {
    case .utf8, .utf8Twice, .windows1252: unsafe table = Self.windows1252.start
    case .iso885915: unsafe table = Self.iso885915.start
    case .cp850: unsafe table = Self.cp850.start
    }
  }

  /// A table that is made once and stays.
  @safe private struct Table: @unchecked Sendable {
    let start: UnsafePointer<UInt32>

    init(_ encoding: TextEncoding) {
      let packed = CodePage.packed(encoding)
      let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: packed.count)
      unsafe memory.initialize(from: packed, count: packed.count)
      unsafe start = UnsafePointer(memory)
    }
  }

  private static let windows1252 = Table(.windows1252)
  private static let iso885915 = Table(.iso885915)
  private static let cp850 = Table(.cp850)

  /// The most bytes that one byte becomes.
  static let growth = 3

  /// Writes the UTF-8 of some bytes, and returns how many bytes that took.
  func write(_ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
    switch mode {
    case .keep: break
    case .codePage: return unsafe writeByCodePage(source, count, to: target)
    case .undoSecond: return unsafe writeOnce(source, count, to: target)
    case .keepWellFormed:
      if unsafe !UTF8Check.isWellFormed(source, count) { return unsafe writeByCodePage(source, count, to: target) }
    }
    unsafe target.update(from: source, count: count)
    return count
  }

  private func writeByCodePage(
    _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var written = 0
    for index in 0..<count {
      let byte = unsafe source[index]
      if byte < 0x80 {
        unsafe target[written] = byte
        written += 1
        continue
      }
      var packed = unsafe table[Int(byte) - 0x80]
      let length = packed >> 24
      for _ in 0..<length {
        unsafe target[written] = UInt8(truncatingIfNeeded: packed)
        packed >>= 8
        written += 1
      }
    }
    return written
  }

  private func writeOnce(_ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
    var written = 0
    var index = 0
    while index < count {
      if let inner = unsafe TwiceEncoded(at: source + index, count - index) {
        index += inner.length
        if inner.isByteOrderMark { continue }
        for byte in inner.bytes {
          unsafe target[written] = byte
          written += 1
        }
      } else {
        unsafe target[written] = source[index]
        written += 1
        index += 1
      }
    }
    return written
  }

  /// The text that some bytes stand for, for a message.
  func text(_ source: UnsafePointer<UInt8>, _ count: Int) -> String {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, count * Self.growth)) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let written = unsafe write(source, count, to: base)
      return unsafe String(decoding: UnsafeBufferPointer(start: base, count: written), as: UTF8.self)
    }
  }
}

/// One character that was written as UTF-8, taken for Windows-1252, and written as UTF-8 once more.
struct TwiceEncoded {
  /// The bytes of the character in UTF-8.
  var bytes: [UInt8]
  /// The number of bytes that it takes as it stands.
  var length: Int
  /// The number of characters that it looks like.
  var characters: Int { bytes.count }
  /// Whether it is a byte-order mark.
  var isByteOrderMark: Bool { bytes == [0xEF, 0xBB, 0xBF] }

  /// The most bytes that one character takes: two for the first byte, three for each of three others.
  static let longest = 11

  /// Reads one at a byte, or returns `nil` when there is none.
  @inline(__always)
  init?(at start: UnsafePointer<UInt8>, _ available: Int) {
    guard available >= 4, unsafe start[0] == 0xC3 && start[1] >= 0x82 && start[1] <= 0xB4 && start[2] >= 0xC2 else {
      return nil
    }
    unsafe self.init(lead: start[1] + 0x40, start, available)
  }

  private init?(lead: UInt8, _ start: UnsafePointer<UInt8>, _ available: Int) {
    let wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    bytes = [lead]
    length = 2
    while bytes.count < wanted {
      guard let (byte, taken) = unsafe Self.continuation(at: start + length, available - length) else { return nil }
      bytes.append(byte)
      length += taken
    }
    let wellFormed = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe UTF8Check.isWellFormed($0, buffer.count) } ?? false
    }
    if !wellFormed { return nil }
  }

  /// The continuation byte that a character stands for in Windows-1252, and the length of that character in UTF-8.
  private static func continuation(at start: UnsafePointer<UInt8>, _ available: Int) -> (UInt8, Int)? {
    guard available >= 2 else { return nil }
    if unsafe start[0] == 0xC2 {
      let byte = unsafe start[1]
      return UTF8Check.isContinuation(byte) ? (byte, 2) : nil
    }
    for (byte, text) in special where text.count <= available {
      if text.indices.allSatisfy({ unsafe start[$0] == text[$0] }) { return (byte, text.count) }
    }
    return nil
  }

  /// The characters of Windows-1252 from 80 to 9F, as UTF-8.
  private static let special: [(UInt8, [UInt8])] = CodePage.windows1252.prefix(32).enumerated().compactMap {
    $1 == "\u{FFFD}" ? nil : (UInt8(0x80 + $0), Array(String($1).utf8))
  }
}
