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

/// A lock that one process at a time holds, and that goes when the process does, however it ends.
///
/// The operating system holds the lock on the file (`flock`); the text in the file says who has it, for people. A text without
/// a lock was left by a process that was killed: the lock is taken over, and that is told.
public final class RunLock: Sendable {
  /// Who holds a lock.
  public struct Owner: Hashable, Sendable, Codable {
    /// The number of the process.
    public var process: Int32
    /// The name of the machine.
    public var host: String
    /// The name of the user.
    public var user: String
    /// When it took the lock, by the clock of the machine: `2026-11-29T15:07:09Z`.
    public var since: String

    /// This process, now.
    public static var current: Owner {
      Owner(
        process: getpid(), host: hostName(), user: ProcessInfo.processInfo.environment["USER"] ?? String(getuid()),
        since: timestamp())
    }

    /// Who it is, in words.
    public var words: String { "process \(process) of \(user) on \(host), since \(since)" }
  }

  private let descriptor: Int32
  /// The owner that left the lock without letting go of it, if there was one.
  public let abandoned: Owner?

  /// Takes the lock.
  ///
  /// - Parameter path: The file of the lock; it is made, with its folder.
  /// - Throws: ``Diagnostics/Failure`` with status 75 when another process holds it, 73 when the file cannot be written.
  public init(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder(of: path), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw cannotWrite(path) }
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw cannotWrite(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Failure(
        .locked, rule: "locked", at: Place(file: path),
        message: "another run of this pipeline is under way"
          + (RunLock.owner(path).map { ": " + $0.words } ?? ""),
        mend: "wait until it is done; when it hangs, end that process and run again")
    }
    abandoned = RunLock.written(path)
    self.descriptor = descriptor
    let text = (try? JSONEncoder().encode(Owner.current)).map(Array.init) ?? []
    guard ftruncate(descriptor, 0) == 0, writeAll(text, to: descriptor) else {
      close(descriptor)
      throw cannotWrite(path)
    }
  }

  /// Lets go of the lock.
  public func release() {
    ftruncate(descriptor, 0)
    flock(descriptor, LOCK_UN)
  }

  deinit {
    release()
    close(descriptor)
  }

  /// Returns who holds a lock now; `nil` when nobody does.
  public static func owner(_ path: String) -> Owner? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
    return written(path) ?? Owner(process: 0, host: "?", user: "?", since: "?")
  }

  private static func written(_ path: String) -> Owner? {
    guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else { return nil }
    return try? JSONDecoder().decode(Owner.self, from: data)
  }
}

/// Returns the moment by the clock of the machine, in universal time: `2026-11-29T15:07:09Z`.
///
/// For logs, locks and the history of runs; nothing that is published may hold it.
public func timestamp() -> String { timestamp(time(nil)) }

/// Returns a moment given in seconds since 1970 as text in universal time.
func timestamp(_ seconds: Int) -> String {
  var moment = time_t(seconds)
  var parts = unsafe tm()
  _ = unsafe gmtime_r(&moment, &parts)
  func padded(_ number: Int32, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
  let day = unsafe [padded(parts.tm_year + 1900, 4), padded(parts.tm_mon + 1), padded(parts.tm_mday)].joined(
    separator: "-")
  return unsafe day + "T" + [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded($0) }.joined(separator: ":") + "Z"
}

/// Returns the name of this machine.
public func hostName() -> String {
  var name = [CChar](repeating: 0, count: 256)
  let isKnown = unsafe name.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else { return false }
    return unsafe gethostname(start, 255) == 0
  }
  return isKnown ? String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : "?"
}
