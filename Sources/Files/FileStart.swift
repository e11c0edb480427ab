public import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Returns the first bytes of a file, by which its kind is known.
///
/// - Parameters:
///   - path: The path, relative to the working directory or absolute.
///   - name: What messages call the file; the path when left out.
///   - count: The most bytes that are wanted.
/// - Returns: The bytes; fewer than `count` when the file is shorter.
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, is a folder or cannot be read.
public func readStart(_ path: String, shownAs name: String? = nil, count: Int) throws(Failure) -> [UInt8] {
  guard pathExists(path), !isFolder(path), let file = unsafe fopen(path, "rb") else {
    return Array(try readFile(path, shownAs: name).prefix(count))
  }
  defer { _ = unsafe fclose(file) }
  var bytes = [UInt8](repeating: 0, count: count)
  let taken = unsafe bytes.withUnsafeMutableBytes { buffer in
    unsafe fread(buffer.baseAddress, 1, buffer.count, file)
  }
  return Array(bytes.prefix(taken))
}
