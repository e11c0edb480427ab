public import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Refuses a folder that cannot be written as a whole, before any work is done for it.
///
/// - Parameters:
///   - path: The folder to write.
///   - marker: The name of the file by which a folder of ours is known.
/// - Throws: ``Diagnostics/Failure`` with status 73 when a file stands in the way, when a folder above may not be written
///   to, or when the folder holds something that is not ours.
public func requireWritable(folder path: String, marker: String) throws(Failure) {
  try requireNamed(path)
  if pathExists(path) {
    if !isFolder(path) { throw inTheWay(path, of: path) }
    let names = namesInFolder(path)
    guard names.isEmpty || names.contains(marker) else {
      throw Failure(
        .cannotWrite, rule: "not-our-folder", at: Place(file: path),
        message: "the output folder exists and was not written by this program",
        mend: "choose another folder, or empty this one")
    }
  }
  try requireWritableParent(of: path)
}

/// Refuses a file that cannot be written, before any work is done for it.
///
/// - Parameter path: The file to write.
/// - Throws: ``Diagnostics/Failure`` with status 73 when a folder stands in its place, when a file stands in the way, or
///   when a folder above may not be written to.
public func requireWritable(file path: String) throws(Failure) {
  try requireNamed(path)
  if isFolder(path) {
    throw Failure(
      .cannotWrite, rule: "folder-in-the-way", at: Place(file: path),
      message: "the output cannot be written, because a folder stands here", mend: "choose another name")
  }
  try requireWritableParent(of: path)
}

private func requireNamed(_ path: String) throws(Failure) {
  if path.isEmpty {
    throw Failure(
      .cannotWrite, rule: "no-output", message: "the name of the output is empty", mend: "name a folder or file")
  }
}

/// Looks at the nearest thing above a path that exists.
private func requireWritableParent(of path: String) throws(Failure) {
  var above = folder(of: path)
  while !pathExists(above), above != ".", above != "/" { above = folder(of: above) }
  if !isFolder(above) { throw inTheWay(above, of: path) }
  if !FileManager.default.isWritableFile(atPath: above) {
    throw Failure(
      .cannotWrite, rule: "folder-not-writable", at: Place(file: path),
      message: "the output cannot be written, because the folder '\(above)' may not be written to",
      mend: "choose another folder, or change its permissions")
  }
}

private func inTheWay(_ file: String, of path: String) -> Failure {
  Failure(
    .cannotWrite, rule: "file-in-the-way", at: Place(file: path),
    message: "the output folder cannot be made, because '\(file)' is a file",
    mend: "choose another folder, or move the file away")
}
