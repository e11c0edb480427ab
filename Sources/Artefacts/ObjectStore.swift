public import Diagnostics
public import Files

/// Everything that runs read and left, each content once under its digest, so that an old run can be looked at, published
/// again, or made again.
///
/// Files of the workspace are linked and take no room of their own; a store on another file system holds copies.
public struct ObjectStore: Hashable, Sendable {
  /// The folder of the store.
  public let path: String

  /// Creates a store; nothing is written.
  public init(_ path: String) { self.path = path }

  /// Where the content of a digest is kept.
  public func path(of digest: String) -> String {
    joinPath(joinPath(path, String(digest.prefix(2))), String(digest.dropFirst(2)))
  }

  /// Whether the content of a digest is kept.
  public func holds(_ digest: String) -> Bool { pathExists(path(of: digest)) }

  /// Keeps a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - digest: The SHA-256 digest of its content.
  ///   - copies: Whether it is copied, because others may change it in place.
  /// - Throws: ``Diagnostics/Failure`` with status 73 when the store cannot be written.
  public func keep(_ file: String, digest: String, copies: Bool) throws(Failure) {
    let target = path(of: digest)
    if copies {
      if !pathExists(target) { try copyFile(file, to: target) }
    } else {
      try linkFile(file, to: target)
    }
  }

  /// Returns the bytes of a content, checked against its digest.
  ///
  /// - Parameters:
  ///   - digest: The digest.
  ///   - name: What messages call the content.
  /// - Returns: The bytes.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when it is not kept, 65 when it was changed.
  public func bytes(of digest: String, name: String) throws(Failure) -> [UInt8] {
    let file = path(of: digest)
    guard pathExists(file) else {
      throw Failure(
        .missingInput, rule: "not-kept", at: Place(file: file), value: name,
        message: "'\(name)' of that run is not in the store any more",
        mend: "choose a later run; 'koers gc --keep N' takes away what older runs left")
    }
    let bytes = try readFile(file)
    guard sha256(bytes) == digest else {
      throw Failure(
        .badData, rule: "damaged-object", at: Place(file: file), value: name,
        message: "'\(name)' was changed after it was stored", mend: "restore the file from a backup, or remove it")
    }
    return bytes
  }

  /// The digests of all that is kept, sorted.
  public var digests: [String] {
    namesInFolder(path).filter { $0.utf8.count == 2 }.flatMap { start in
      namesInFolder(joinPath(path, start)).filter { $0.utf8.count == 62 }.map { start + $0 }
    }
  }

  /// Takes a content away.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 73 when that is not allowed.
  public func forget(_ digest: String) throws(Failure) { try remove(path(of: digest)) }
}

/// A file of a folder that is kept: its name in the folder, and the digest of its content.
public struct KeptFile: Hashable, Sendable {
  /// The path within the folder.
  public var name: String
  /// The SHA-256 digest of the content.
  public var digest: String

  /// Creates a file.
  public init(_ name: String, digest: String) {
    self.name = name
    self.digest = digest
  }
}

extension ObjectStore {
  /// Keeps all files of a folder that a stage left.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - stage: The stage that left it.
  ///   - copies: Whether its files are copied, because others may change them in place.
  /// - Returns: The files with their digests, the record `run.json` first.
  /// - Throws: ``Diagnostics/Failure`` when the folder cannot be read or the store cannot be written.
  public func keep(folder: String, of stage: String, copies: Bool) throws(Failure) -> [KeptFile] {
    let artefact = try ArtefactFolder(folder, stage: stage)
    var files = [KeptFile("run.json", digest: artefact.digest)]
    files += artefact.run.outputs.map { KeptFile($0.name, digest: $0.sha256) }
    let package = joinPath(folder, "datapackage.json")
    if pathExists(package) { files.append(KeptFile("datapackage.json", digest: try sha256(ofFile: package))) }
    for file in files { try keep(joinPath(folder, file.name), digest: file.digest, copies: copies) }
    return files
  }

  /// Lays down a folder as it was.
  ///
  /// - Parameters:
  ///   - files: The files of the folder.
  ///   - folder: The folder to write, as a whole.
  ///   - readers: Who may read it.
  /// - Throws: ``Diagnostics/Failure`` as ``bytes(of:name:)``, or with status 73 when the folder cannot be written.
  public func restore(_ files: [KeptFile], to folder: String, readers: Readers = .owner) throws(Failure) {
    try writeFolder(folder, marker: "run.json", readers: readers) { (new: NewFolder) throws(Failure) in
      for file in files { try new.add(FileContent(file.name, bytes: try bytes(of: file.digest, name: file.name))) }
    }
  }
}
