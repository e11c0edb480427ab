public import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Returns the bytes of a file.
///
/// - Parameters:
///   - path: The path, relative to the working directory or absolute.
///   - name: What messages call the file; the path when left out.
/// - Returns: The bytes; empty for an empty file.
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, is a folder or cannot be read.
public func readFile(_ path: String, shownAs name: String? = nil) throws(Failure) -> [UInt8] {
  let place = Place(file: name ?? path)
  var isFolder = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw Failure(
      .missingInput, rule: "missing-file", at: place, message: "there is no such file",
      mend: "check the spelling, or the folder from which the command is run")
  }
  if isFolder {
    throw Failure(
      .missingInput, rule: "not-a-file", at: place, message: "this is a folder, and a file is wanted",
      mend: "name the file in it")
  }
  guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
    throw Failure(
      .missingInput, rule: "unreadable-file", at: place, message: "the file cannot be read",
      mend: "check its permissions")
  }
  return Array(bytes)
}

/// Returns the text of a file, which must be UTF-8; a byte-order mark at its head is left out.
///
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file cannot be read, 65 when it is not UTF-8.
public func readText(_ path: String, shownAs name: String? = nil) throws(Failure) -> String {
  var bytes = try readFile(path, shownAs: name)
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw Failure(
      .badData, rule: "not-utf8", at: Place(file: name ?? path), message: "the file is not UTF-8 text",
      mend: "save it as UTF-8")
  }
  return text
}

/// Whether there is a file or folder at a path.
public func pathExists(_ path: String) -> Bool {
  FileManager.default.fileExists(atPath: path)
}

/// Whether there is a folder at a path.
public func isFolder(_ path: String) -> Bool {
  var isFolder = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
}

/// Returns the names in a folder, sorted; empty when there is no such folder.
public func namesInFolder(_ path: String) -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
}

/// Returns a path joined to a folder; an absolute path stays as it is, and `.` or an empty folder adds nothing.
public func joinPath(_ folder: String, _ path: String) -> String {
  if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
  return folder.hasSuffix("/") ? folder + path : folder + "/" + path
}

/// Returns the folder that holds a path; `.` for a bare name.
public func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Returns the last part of a path.
public func lastName(of path: String) -> String {
  let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  return trimmed.split(separator: "/").last.map(String.init) ?? trimmed
}
