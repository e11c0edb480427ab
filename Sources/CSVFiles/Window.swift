import Diagnostics
import Files

/// The part of a file that a reader has before it; offsets are those of the file.
@safe final class Window {
  private let store: ByteStore
  private let block: Int
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The offset of the first byte in the window.
  private(set) var start = 0
  /// The offset after the last byte in the window.
  private(set) var end = 0

  /// Creates an empty window.
  ///
  /// - Parameters:
  ///   - store: The bytes.
  ///   - block: The number of bytes that are read at a time.
  init(_ store: ByteStore, block: Int) {
    self.store = store
    self.block = block
    capacity = 2 * block
    unsafe buffer = .allocate(capacity: capacity)
  }

  deinit { unsafe buffer.deallocate() }

  /// Whether the window reaches to the end of the file.
  var isAtEnd: Bool { end == store.count }

  /// The byte at an offset in the window.
  subscript(offset: Int) -> UInt8 { unsafe buffer[offset - start] }

  /// The memory of the byte at an offset in the window.
  func pointer(_ offset: Int) -> UnsafePointer<UInt8> { unsafe UnsafePointer(buffer + (offset - start)) }

  /// Begins anew at an offset, unless that is in the window already.
  func seek(_ offset: Int) {
    if offset >= start, offset <= end { return }
    start = offset
    end = offset
  }

  /// Reads one more block.
  ///
  /// - Parameter offset: The first byte that is still needed; what lies before it may go.
  /// - Returns: Whether there was one.
  /// - Throws: ``Diagnostics/Failure`` when the file cannot be read.
  func fill(keeping offset: Int) throws(Failure) -> Bool {
    let count = min(block, store.count - end)
    if count <= 0 { return false }
    let kept = end - offset
    if end - start + count > capacity {
      if kept + count > capacity {
        capacity = 2 * (kept + count)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        unsafe larger.update(from: buffer + (offset - start), count: kept)
        unsafe buffer.deallocate()
        unsafe buffer = larger
      } else {
        unsafe buffer.update(from: buffer + (offset - start), count: kept)
      }
      start = offset
    }
    unsafe try store.read(at: end, into: UnsafeMutableBufferPointer(start: buffer + (end - start), count: count))
    end += count
    return true
  }

  /// The offset of the first line feed or carriage return from an offset on, or `nil` when the window holds none.
  func lineBreak(from offset: Int) -> Int? {
    let low: UInt64 = 0x1010_1010_1010_1010
    let high: UInt64 = 0x8080_8080_8080_8080
    let raw = unsafe UnsafeRawPointer(buffer)
    var index = offset - start
    let count = end - start
    while index + 8 <= count {
      // Eight bytes at a time: is one of them below 16? Then they are looked at one by one.
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if (word &- low) & ~word & high != 0 {
        for next in index..<index + 8 where isLineBreak(next) { return start + next }
      }
      index += 8
    }
    while index < count {
      if isLineBreak(index) { return start + index }
      index += 1
    }
    return nil
  }

  @inline(__always)
  private func isLineBreak(_ index: Int) -> Bool {
    let byte = unsafe buffer[index]
    return byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
