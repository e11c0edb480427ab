public import Diagnostics
import Files
import Synchronization

/// The digests of files, each read once for as long as it stays as it is.
///
/// A file counts as the same while its number, its size and the moment of its last change are the same; within one process
/// that is enough, because files are replaced and never changed in place.
public final class KnownDigests: Sendable {
  private let known = Mutex<[String: (mark: FileMark, digest: String)]>([:])

  /// Creates a collection without digests.
  public init() {}

  /// Returns the digest of a file.
  ///
  /// - Parameter path: The file.
  /// - Returns: 64 lowercase hexadecimal digits.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file cannot be read.
  public func digest(of path: String) throws(Failure) -> String {
    let mark = FileMark(path)
    if let mark, let entry = known.withLock({ $0[path] }), entry.mark == mark { return entry.digest }
    let digest = try sha256(ofFile: path)
    if let mark { known.withLock { $0[path] = (mark, digest) } }
    return digest
  }
}
