#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Returns the number of bytes of a file, or `nil` when there is no such file.
public func fileSize(_ path: String) -> Int? {
  var status = stat()
  return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
}

/// Returns how many seconds ago a file was changed, by the clock of the machine: less than 0 when that lies in the future;
/// `nil` when there is no such file.
public func fileAge(_ path: String) -> Int? {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return nil }
  #if canImport(Darwin)
    return time(nil) - status.st_mtimespec.tv_sec
  #else
    return time(nil) - status.st_mtim.tv_sec
  #endif
}

/// By what a file is known to be the same as before: its number in the file system, its size, and when it was changed.
public struct FileMark: Hashable, Sendable {
  private let numbers: [Int]
  /// The number of bytes of the file.
  public let size: Int

  /// The mark of a file; `nil` when there is no such file.
  public init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let changed = (status.st_mtimespec, status.st_ctimespec)
    #else
      let changed = (status.st_mtim, status.st_ctim)
    #endif
    size = Int(status.st_size)
    numbers = [
      Int(status.st_dev), Int(truncatingIfNeeded: status.st_ino), changed.0.tv_sec, changed.0.tv_nsec,
      changed.1.tv_sec, changed.1.tv_nsec,
    ]
  }
}
