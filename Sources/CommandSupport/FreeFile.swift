public import Diagnostics
import Files

/// Refuses to replace a file that may hold somebody's work.
///
/// - Parameters:
///   - path: The file to write.
///   - force: Whether it may be replaced all the same.
/// - Throws: ``Diagnostics/Failure`` with status 73 when the file is there already.
public func requireFree(_ path: String, force: Bool) throws(Failure) {
  guard !force, pathExists(path) else { return }
  throw Failure(
    .cannotWrite, rule: "file-exists", at: Place(file: path), message: "the file is there already, and is kept",
    mend: "choose another name, or replace it with '--force'")
}
