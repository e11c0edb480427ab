public import Diagnostics
import Synchronization

/// What was read from files: each is read once in a process, for as long as its files stay as they are.
///
/// A file counts as the same while its number, its size and the moment of its last change are the same; within one process
/// that is enough, because files are replaced and never changed in place.
public final class KnownFiles<Value: Sendable>: Sendable {
  private let known = Mutex<[String: (marks: [FileMark], value: Value)]>([:])
  private let largest: Int

  /// Creates a collection in which nothing is known yet.
  ///
  /// - Parameter largest: How many bytes the files of one value may have in all for it to be kept; of a larger one, reading
  ///   again is cheaper than the memory.
  public init(largest: Int = 1 << 23) { self.largest = largest }

  /// Returns what files hold.
  ///
  /// - Parameters:
  ///   - paths: All files that decide the value.
  ///   - read: Reads them, when they are not known or are others now.
  /// - Returns: The value.
  /// - Throws: What `read` throws; that is not kept.
  /// - Complexity: O(*n*) for *n* files that are known.
  public func value(of paths: [String], read: () throws(Failure) -> Value) throws(Failure) -> Value {
    let marks = paths.compactMap { FileMark($0) }
    guard marks.count == paths.count, marks.reduce(0, { $0 + $1.size }) <= largest else { return try read() }
    let name = paths.joined(separator: "\n")
    if let entry = known.withLock({ $0[name] }), entry.marks == marks { return entry.value }
    let value = try read()
    known.withLock { $0[name] = (marks, value) }
    return value
  }
}
