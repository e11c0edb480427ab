/// Returns a text without the white space around it, no-break spaces and byte-order marks included.
package func trimmed(_ text: some StringProtocol) -> String {
  let bytes = Array(text.utf8)
  let kept = trimmedRange(bytes.span, 0..<bytes.count)
  return kept.count == bytes.count ? String(text) : String(decoding: bytes[kept], as: UTF8.self)
}

/// Returns the range without the white space around it: what Unicode calls white space, scalar by scalar, and the
/// byte-order mark, which an export that was put together from files may hold anywhere.
@inlinable
package func trimmedRange(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
  if range.isEmpty || (isPlain(bytes[range.lowerBound]) && isPlain(bytes[range.upperBound - 1])) { return range }
  var low = range.lowerBound
  var high = range.upperBound
  while low < high {
    let width = spaceWidth(bytes, low, high)
    if width == 0 { break }
    low += width
  }
  while low < high {
    var start = high - 1
    while start > low, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    if spaceWidth(bytes, start, high) != high - start { break }
    high = start
  }
  return low..<high
}

/// Whether a byte is a visible character of ASCII.
@usableFromInline func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

/// The number of bytes of the white space that begins at an index; 0 when there is none.
@usableFromInline func spaceWidth(_ bytes: borrowing Span<UInt8>, _ index: Int, _ end: Int) -> Int {
  let first = bytes[index]
  if first == 0x20 || (0x09...0x0D).contains(first) { return 1 }
  if first == 0xC2, index + 1 < end, bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 { return 2 }
  guard index + 2 < end else { return 0 }
  switch (first, bytes[index + 1], bytes[index + 2]) {
  case (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
  case (0xE2, 0x80, let third) where third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF: return 3
  default: return 0
  }
}
