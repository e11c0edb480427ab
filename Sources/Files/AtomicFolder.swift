import CFolderExchange
public import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Who may read what is written.
public enum Readers: Sendable {
  /// The owner alone: working files with people's answers in them.
  case owner
  /// Everybody whom the umask allows: publications.
  case everybody
}

/// Writes a folder as a whole: its readers see the old folder or the new one, and nothing half-written.
///
/// The files are written to a neighbouring folder, which then changes places with the old one in one step. Where the file
/// system cannot do that, two renames do it: for the moment between them there is no folder, and a kill just then leaves the
/// old one beside it, under its name with `.old`, from where the next write takes it back. An existing folder is replaced only
/// when it is empty or holds `marker`, so that no other folder is ever lost by a slip of the keyboard. The files of a
/// publication reach the disk before the exchange; working files, which can be made anew, are left to the operating system,
/// because waiting for the disk takes as long as the work itself.
///
/// - Parameters:
///   - path: The folder to write; its parents are made.
///   - files: The files.
///   - marker: The name of the file by which a folder of ours is known.
///   - readers: Who may read the files.
/// - Throws: ``Diagnostics/Failure`` with status 73 when the folder cannot be written or is not ours.
public func writeFolder(_ path: String, files: [FileContent], marker: String, readers: Readers) throws(Failure) {
  try writeFolder(path, marker: marker, readers: readers) { folder throws(Failure) in
    for file in files { try folder.add(file) }
  }
}

/// Writes a folder as a whole, file by file, as ``writeFolder(_:files:marker:readers:)`` does.
///
/// - Parameters:
///   - path: The folder to write; its parents are made.
///   - marker: The name of the file by which a folder of ours is known.
///   - readers: Who may read the files.
///   - fill: Adds the files to the new folder; when it fails the old folder stays.
/// - Throws: ``Diagnostics/Failure`` with status 73 when the folder cannot be written or is not ours, or what `fill` throws.
public func writeFolder(
  _ path: String, marker: String, readers: Readers, _ fill: (NewFolder) throws(Failure) -> Void
) throws(Failure) {
  let manager = FileManager.default
  let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  let new = NewFolder(path: trimmed + ".new", readers: readers)
  restoreFolder(trimmed)
  try requireWritable(folder: trimmed, marker: marker)
  do {
    try? manager.removeItem(atPath: new.path)
    try manager.createDirectory(atPath: folder(of: trimmed), withIntermediateDirectories: true)
    try new.make()
    try fill(new)
    try Interruption.postponed { try exchangeFolders(new.path, trimmed) }
    try? manager.removeItem(atPath: new.path)
  } catch {
    restoreFolder(trimmed)
    try? manager.removeItem(atPath: new.path)
    if let failure = error as? Failure, failure.status != .cannotWrite { throw failure }
    throw cannotWrite(path)
  }
}

/// Puts a new folder in the place of an old one, which then has the new one's path; without an old one it is moved there.
private func exchangeFolders(_ new: String, _ path: String) throws {
  let manager = FileManager.default
  guard manager.fileExists(atPath: path) else { return try manager.moveItem(atPath: new, toPath: path) }
  let outcome = unsafe cf_exchange(new, path)
  if outcome == 0 { return }
  if outcome < 0 { throw cannotWrite(path) }
  let old = path + ".old"
  try? manager.removeItem(atPath: old)
  try manager.moveItem(atPath: path, toPath: old)
  try manager.moveItem(atPath: new, toPath: path)
  try? manager.removeItem(atPath: old)
}

/// Takes back the old folder when a writer was killed between two renames.
private func restoreFolder(_ path: String) {
  let manager = FileManager.default
  if !manager.fileExists(atPath: path), manager.fileExists(atPath: path + ".old") {
    try? manager.moveItem(atPath: path + ".old", toPath: path)
  }
}

/// Writes one file as a whole; an existing file is replaced.
///
/// - Throws: ``Diagnostics/Failure`` with status 73 when the file cannot be written.
public func writeFile(_ path: String, bytes: [UInt8]) throws(Failure) {
  try requireWritable(file: path)
  do {
    try FileManager.default.createDirectory(atPath: folder(of: path), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path), options: .atomic)
  } catch {
    throw cannotWrite(path)
  }
}

func cannotWrite(_ path: String) -> Failure {
  Failure(
    .cannotWrite, rule: "cannot-write", at: Place(file: path), message: "the output cannot be written",
    mend: "check that its folder may be written to and that the disk is not full")
}
