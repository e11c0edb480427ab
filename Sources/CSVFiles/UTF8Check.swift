/// Tells well-formed UTF-8 sequences from other bytes, after table 3-7 of the Unicode standard.
enum UTF8Check {
  /// Measures the well-formed sequence that begins at a byte.
  ///
  /// - Parameters:
  ///   - start: The first byte.
  ///   - available: The number of bytes that may be looked at, at least one.
  /// - Returns: The length, from two to four bytes, or 0 when there is no such sequence.
  @inline(__always)
  static func sequenceLength(_ start: UnsafePointer<UInt8>, _ available: Int) -> Int {
    let lead = unsafe start[0]
    guard lead >= 0xC2, lead <= 0xF4, available >= 2 else { return 0 }
    let second = unsafe start[1]
    if lead < 0xE0 { return isContinuation(second) ? 2 : 0 }
    guard available >= 3, unsafe isContinuation(start[2]) else { return 0 }
    if lead < 0xF0 {
      let low: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return second >= low && second <= high ? 3 : 0
    }
    guard available >= 4, unsafe isContinuation(start[3]) else { return 0 }
    let low: UInt8 = lead == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
    return second >= low && second <= high ? 4 : 0
  }

  /// Whether a byte can only stand behind another one in a sequence.
  @inline(__always)
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Whether all of some bytes are well formed.
  static func isWellFormed(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    while index < count {
      if unsafe start[index] < 0x80 {
        index += 1
        continue
      }
      let length = unsafe sequenceLength(start + index, count - index)
      if length == 0 { return false }
      index += length
    }
    return true
  }
}

extension UnsafePointer<UInt8> {
  /// Whether all of some bytes are ASCII.
  @inline(__always)
  func isASCII(_ count: Int) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    let raw = unsafe UnsafeRawPointer(self)
    var index = 0
    while index + 8 <= count {
      if unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & high != 0 { return false }
      index += 8
    }
    while index < count {
      if unsafe self[index] >= 0x80 { return false }
      index += 1
    }
    return true
  }
}
