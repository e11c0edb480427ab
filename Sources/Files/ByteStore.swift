public import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that can be read at any place, by several threads at once: a file on disk, or bytes in memory.
///
/// A file is never held as a whole; what is read goes into the reader's own buffer. A pipe cannot be read twice, so its
/// bytes are taken into memory first.
public struct ByteStore: Sendable {
  /// The file as messages call it.
  public let file: String
  /// The number of bytes.
  public let count: Int
  private let content: Content

  private enum Content: Sendable {
    case memory([UInt8])
    case disk(OpenFile)
  }

  /// Takes bytes in memory.
  public init(_ bytes: [UInt8], file: String) {
    self.file = file
    count = bytes.count
    content = .memory(bytes)
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The path, relative to the working directory or absolute.
  ///   - name: What messages call the file; the path when left out.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, is a folder or cannot be read.
  public init(path: String, shownAs name: String? = nil) throws(Failure) {
    file = name ?? path
    guard let opened = OpenFile(path) else {
      _ = try readFile(path, shownAs: name)
      throw unreadable(file)
    }
    if opened.isRegular {
      count = opened.size
      content = .disk(opened)
    } else {
      guard !isFolder(path) else {
        _ = try readFile(path, shownAs: name)
        throw unreadable(file)
      }
      guard let bytes = opened.readToEnd() else { throw unreadable(file) }
      count = bytes.count
      content = .memory(bytes)
    }
  }

  /// Copies bytes into a buffer.
  ///
  /// - Parameters:
  ///   - offset: The place of the first byte.
  ///   - buffer: Where they go; all of it is filled.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file cannot be read or has become shorter.
  /// - Precondition: The store holds that many bytes from the offset on.
  public func read(at offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>) throws(Failure) {
    precondition(offset >= 0 && offset + buffer.count <= count, "the store holds fewer bytes")
    switch content {
    case .memory(let bytes):
      unsafe bytes.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress, let to = buffer.baseAddress, !buffer.isEmpty else { return }
        unsafe to.update(from: from + offset, count: buffer.count)
      }
    case .disk(let opened):
      switch unsafe opened.read(at: offset, into: buffer) {
      case .all: return
      case .failed: throw unreadable(file)
      case .tooFew: throw changed(file)
      }
    }
  }

  /// Makes sure that the file is the one that was opened.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when its size or its time of change is another one.
  public func checkUnchanged() throws(Failure) {
    if case .disk(let opened) = content, !opened.isUnchanged { throw changed(file) }
  }
}

private func unreadable(_ file: String) -> Failure {
  Failure(
    .missingInput, rule: "unreadable-file", at: Place(file: file), message: "the file cannot be read",
    mend: "check its permissions")
}

private func changed(_ file: String) -> Failure {
  Failure(
    .missingInput, rule: "changed-file", at: Place(file: file), message: "the file was changed while it was read",
    mend: "wait until the program that writes it is done, and run again")
}

/// An open file and what it was like when it was opened.
private final class OpenFile: Sendable {
  enum Outcome { case all, tooFew, failed }

  private let descriptor: Int32
  private let state: State
  let isRegular: Bool

  fileprivate struct State: Equatable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  init?(_ path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      close(descriptor)
      return nil
    }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    state = State(status)
  }

  deinit { close(descriptor) }

  var size: Int { state.size }

  var isUnchanged: Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && State(status) == state
  }

  func read(at offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Outcome {
    var done = 0
    while done < buffer.count {
      guard let base = buffer.baseAddress else { return .failed }
      let taken = unsafe pread(descriptor, base + done, buffer.count - done, off_t(offset + done))
      if taken < 0, errno == EINTR { continue }
      if taken < 0 { return .failed }
      if taken == 0 { return .tooFew }
      done += taken
    }
    return .all
  }

  /// Reads a pipe to its end; `nil` when that fails.
  func readToEnd() -> [UInt8]? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let taken = unsafe block.withUnsafeMutableBytes { buffer in
        #if canImport(Glibc)
          unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
          unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if taken < 0, errno == EINTR { continue }
      if taken < 0 { return nil }
      if taken == 0 { return bytes }
      bytes += block[..<taken]
    }
  }
}

extension OpenFile.State {
  init(_ status: stat) {
    size = Int(status.st_size)
    #if canImport(Darwin)
      seconds = status.st_mtimespec.tv_sec
      nanoseconds = status.st_mtimespec.tv_nsec
    #else
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    #endif
  }
}
