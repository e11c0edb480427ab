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

/// A folder that is being written, and takes the place of the old one when all its files are there.
public struct NewFolder {
  let path: String
  let readers: Readers

  private var folderMode: Int { readers == .owner ? 0o700 : 0o755 }

  /// Makes the folder itself.
  func make() throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: folderMode])
  }

  /// Writes a file piece by piece, so that no more than a piece is in memory.
  ///
  /// - Parameters:
  ///   - file: The file; the folders of its path are made.
  ///   - watch: Sees each piece, for a digest.
  /// - Throws: ``Diagnostics/Failure`` with status 73 when the file cannot be written.
  public func add(_ file: FileContent, watch: ([UInt8]) -> Void = { _ in }) throws(Failure) {
    let target = path + "/" + file.path
    let parent = folder(of: target)
    if !pathExists(parent) {
      do {
        try FileManager.default.createDirectory(
          atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: folderMode])
      } catch {
        throw cannotWrite(parent)
      }
    }
    let descriptor = unsafe open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw cannotWrite(target) }
    var isOpen = true
    defer { if isOpen { close(descriptor) } }
    try file.eachPiece { (piece: [UInt8]) throws(Failure) in
      watch(piece)
      if !writeAll(piece, to: descriptor) { throw cannotWrite(target) }
    }
    if readers == .everybody, fchmod(descriptor, 0o644) != 0 || fsync(descriptor) != 0 { throw cannotWrite(target) }
    isOpen = false
    if close(descriptor) != 0 { throw cannotWrite(target) }
  }
}
