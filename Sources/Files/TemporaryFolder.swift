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

/// Calls a function with a new folder that its owner alone may read, and removes the folder afterwards.
///
/// For libraries that write to a file and cannot write to memory.
///
/// - Parameters:
///   - place: The folder in which it is made; that of the system (`TMPDIR`, else `/tmp`) when left out.
///   - body: Is called with the path of the folder.
/// - Returns: What the function returns.
/// - Throws: ``Diagnostics/Failure`` with status 73 when the folder cannot be made, or what the function throws.
public func withTemporaryFolder<Value>(
  in place: String? = nil, _ body: (String) throws(Failure) -> Value
) throws(Failure) -> Value {
  let parent = place ?? FileManager.default.temporaryDirectory.path
  var template = Array(joinPath(parent, "koers-XXXXXX").utf8CString)
  let made = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
    guard let start = buffer.baseAddress, let path = unsafe mkdtemp(start) else { return nil }
    return unsafe String(cString: path)
  }
  guard let made else {
    throw Failure(
      .cannotWrite, rule: "no-temporary-folder", at: Place(file: parent),
      message: "no folder for temporary files can be made here",
      mend: "check that it may be written to and that the disk is not full, or name another folder in TMPDIR")
  }
  defer { try? FileManager.default.removeItem(atPath: made) }
  return try body(made)
}
