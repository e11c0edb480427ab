#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The streams on which a command speaks: results on one, diagnostics and progress on the other.
public enum StandardStream: Int32, Sendable {
  /// Results.
  case output = 1
  /// Diagnostics and progress.
  case error = 2

  /// Whether the stream is a terminal, where a person is looking.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Writes text to the stream at once; a reader that has gone away ends the writing silently.
  public func write(_ text: String) {
    _ = writeAll(Array(text.utf8), to: rawValue)
  }
}

/// Writes bytes to an open file; returns whether all of them were taken.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  unsafe bytes.withUnsafeBytes { buffer in
    var offset = 0
    while offset < bytes.count {
      guard let base = buffer.baseAddress else { return false }
      #if canImport(Glibc)
        let written = unsafe Glibc.write(descriptor, base + offset, bytes.count - offset)
      #elseif canImport(Musl)
        let written = unsafe Musl.write(descriptor, base + offset, bytes.count - offset)
      #else
        let written = unsafe Darwin.write(descriptor, base + offset, bytes.count - offset)
      #endif
      if written <= 0 { return false }
      offset += written
    }
    return true
  }
}
