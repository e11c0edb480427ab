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
