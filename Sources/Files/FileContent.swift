public import Diagnostics

/// A file to be written: its path within a folder, and its bytes, or what makes them piece by piece.
public struct FileContent: Sendable {
  /// Takes one piece of a file; pieces come in order.
  public typealias Taker = ([UInt8]) throws(Failure) -> Void

  private enum Content: Sendable {
    case bytes([UInt8])
    case pieces(@Sendable (Taker) throws(Failure) -> Void)
  }

  /// The path within the folder, with `/` between parts.
  public var path: String
  private let content: Content

  /// Creates a file from bytes.
  public init(_ path: String, bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }

  /// Creates a file from text, as UTF-8.
  public init(_ path: String, text: String) {
    self.init(path, bytes: Array(text.utf8))
  }

  /// Creates a file whose bytes are made while they are written, so that it need not fit in memory.
  ///
  /// - Parameters:
  ///   - path: The path within the folder.
  ///   - pieces: Hands on the bytes piece by piece; the same bytes at every call.
  public init(_ path: String, pieces: @escaping @Sendable (Taker) throws(Failure) -> Void) {
    self.path = path
    content = .pieces(pieces)
  }

  /// Hands on the bytes piece by piece.
  ///
  /// - Parameter take: Takes a piece.
  /// - Throws: What `take` throws.
  public func eachPiece(_ take: Taker) throws(Failure) {
    switch content {
    case .bytes(let bytes): try take(bytes)
    case .pieces(let pieces): try pieces(take)
    }
  }

  /// The bytes as a whole; made anew at every call when they come in pieces.
  public var bytes: [UInt8] {
    if case .bytes(let bytes) = content { return bytes }
    var bytes: [UInt8] = []
    do throws(Failure) {
      try eachPiece { (piece: [UInt8]) throws(Failure) in bytes += piece }
    } catch {
      preconditionFailure("taking a piece into memory does not fail")
    }
    return bytes
  }
}

extension FileContent: Hashable {
  /// Whether two files have the same path and bytes.
  public static func == (left: FileContent, right: FileContent) -> Bool {
    left.path == right.path && left.bytes == right.bytes
  }

  /// Hashes the path.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
