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

/// Gives a file a second name, without copying it where the file system allows; a file that is there already stays.
///
/// Only for files that are replaced and never changed in place, as all are that this program writes.
///
/// - Parameters:
///   - source: The file.
///   - target: The second name; its folders are made, for the owner alone.
/// - Throws: ``Diagnostics/Failure`` with status 73 when the second name cannot be made.
public func linkFile(_ source: String, to target: String) throws(Failure) {
  if unsafe link(source, target) == 0 || errno == EEXIST { return }
  try makeFolder(folder(of: target))
  if unsafe link(source, target) == 0 || errno == EEXIST { return }
  try copyFile(source, to: target)
}

/// Copies a file, as a whole or not at all.
///
/// - Parameters:
///   - source: The file.
///   - target: The copy; its folders are made, for the owner alone. A file that is there is replaced.
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file cannot be read, 73 when the copy cannot be made.
public func copyFile(_ source: String, to target: String) throws(Failure) {
  let bytes = try readFile(source)
  let part = target + ".part"
  try makeFolder(folder(of: target))
  do {
    try Data(bytes).write(to: URL(filePath: part))
  } catch {
    _ = unsafe unlink(part)
    throw cannotWrite(target)
  }
  if unsafe rename(part, target) != 0 { throw cannotWrite(target) }
}

/// Makes a folder and those above it, for the owner alone.
///
/// - Throws: ``Diagnostics/Failure`` with status 73 when it cannot be made.
public func makeFolder(_ path: String) throws(Failure) {
  if isFolder(path) { return }
  do {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  } catch { throw cannotWrite(path) }
}

/// Removes a file or a folder with all that is in it; nothing happens when it is not there.
///
/// - Throws: ``Diagnostics/Failure`` with status 73 when it cannot be removed.
public func remove(_ path: String) throws(Failure) {
  guard isThere(path) else { return }
  do {
    try FileManager.default.removeItem(atPath: path)
  } catch { throw cannotWrite(path) }
}

/// Whether something has this name, also a link that leads nowhere.
private func isThere(_ path: String) -> Bool {
  var status = stat()
  return unsafe lstat(path, &status) == 0
}

/// Makes a name stand for another name in the same folder, in one step.
///
/// - Parameters:
///   - path: The name; a link that is there is replaced.
///   - name: What it stands for.
/// - Throws: ``Diagnostics/Failure`` with status 73 when the link cannot be made, or something else has the name.
public func pointLink(_ path: String, to name: String) throws(Failure) {
  if linkTarget(path) == name { return }
  if isThere(path), linkTarget(path) == nil {
    throw Failure(
      .cannotWrite, rule: "not-a-link", at: Place(file: path),
      message: "a file or folder stands where the link to the newest publication belongs", mend: "move it away")
  }
  let new = path + ".new"
  try makeFolder(folder(of: path))
  _ = unsafe unlink(new)
  if unsafe symlink(name, new) != 0 || rename(new, path) != 0 { throw cannotWrite(path) }
}

/// Returns what a link stands for; `nil` when the name is no link.
public func linkTarget(_ path: String) -> String? {
  try? FileManager.default.destinationOfSymbolicLink(atPath: path)
}
