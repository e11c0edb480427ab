import Diagnostics
import Files
import Foundation
import Tables
import Testing

@testable import CSVFiles

/// The failure of opening a file, as status and whole messages.
private func refusal(_ path: String, shownAs name: String = "wave.csv") -> (Diagnostics.ExitStatus?, [String]) {
  do {
    _ = try CSVSource(path: path, shownAs: name)
    return (nil, [])
  } catch {
    return (error.status, error.findings.map(\.rendered))
  }
}

@Suite struct WrongFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "koers-csv-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  private func file(_ bytes: [UInt8]) throws -> String {
    let path = folder + "/wave.csv"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @Test func `a file on disk reads as its bytes do`() async throws {
    let bytes = Array("id,a\n1,x\n2,\"y\nz\"\n".utf8)
    let path = try file(bytes)
    let disk = try CSVSource(path: path)
    let memory = try CSVSource(bytes: bytes, file: path)
    #expect(disk.byteCount == bytes.count)
    #expect(disk.dialect == memory.dialect)
    #expect(disk.head == memory.head)
    #expect(try await disk.pieces(below: 1) { $0 }.results == memory.pieces(below: 1) { $0 }.results)
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func `a file that is not there, a folder and an empty file are told apart`() throws {
    #expect(
      refusal(folder + "/none.csv") == (
        .missingInput,
        [
          """
          wave.csv: error: there is no such file
            mend: check the spelling, or the folder from which the command is run
          """
        ]
      ))
    #expect(
      refusal(folder) == (
        .missingInput,
        ["wave.csv: error: this is a folder, and a file is wanted\n  mend: name the file in it"]
      ))
    #expect(
      refusal(try file([])) == (
        .badData,
        [
          """
          wave.csv: error: the file is empty
            mend: export the survey again; the first line must hold the names of the columns
          """
        ]
      ))
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func `a header alone has no pieces`() async throws {
    let source = try CSVSource(bytes: Array("id,a".utf8), file: "wave.csv")
    #expect(source.head.count == 1)
    #expect(try await source.pieces(below: 1) { $0.count }.results.isEmpty)
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "an Excel or ZIP file", "open it in a spreadsheet and save it as CSV (UTF-8)"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "an old Excel file", "open it in a spreadsheet and save it as CSV (UTF-8)"),
      (
        Array("$FL2@(#) SPSS".utf8), "an SPSS file",
        "give it a name that ends in .sav, or export the answers as CSV (UTF-8)"
      ),
      (Array("SQLite format 3\0".utf8), "an SQLite database", "export the answers as CSV (UTF-8)"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a PNG image", "export the answers as CSV (UTF-8)"),
      ([0x1F, 0x8B, 0x08], "a gzip file", "unpack it first"),
      (
        Array("\n<!DOCTYPE html><title>Log in".utf8), "a web page",
        "sign in, and export the answers as CSV (UTF-8) again"
      ),
      ([0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], "UTF-16 text", "save it as CSV (UTF-8)"),
      ([0, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A], "UTF-16 text", "save it as CSV (UTF-8)"),
    ] as [([UInt8], String, String)])
  func `a file of another kind is named`(bytes: [UInt8], kind: String, mend: String) throws {
    let wanted = "wave.csv: error: this is not a CSV file but \(kind)\n  mend: \(mend)"
    #expect(refusal(try file(bytes)) == (.badData, [wanted]))
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func `a file that may not be read says so`() throws {
    let path = try file(Array("id,a\n".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    // The administrator may read everything.
    if FileManager.default.isReadableFile(atPath: path) { return }
    #expect(
      refusal(path) == (
        .missingInput, ["wave.csv: error: the file cannot be read\n  mend: check its permissions"]
      ))
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func `a file that shrinks or grows while it is read is refused`() async throws {
    let wanted = [
      """
      wave.csv: error: the file was changed while it was read
        mend: wait until the program that writes it is done, and run again
      """
    ]
    for change in ["id,a\n1,x\n", "id,a\n" + String(repeating: "1,x\n", count: 200)] {
      let path = try file(Array(("id,a\n" + String(repeating: "1,x\n", count: 100)).utf8))
      let source = try CSVSource(path: path, shownAs: "wave.csv")
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Array(change.utf8))
      try handle.close()
      let failure = await #expect(throws: Failure.self) { try await source.pieces(below: 1) { $0.count } }
      #expect(failure?.status == .missingInput)
      #expect(failure?.findings.map(\.rendered) == wanted)
    }
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func `a pipe is read into memory, for it cannot be read twice`() async throws {
    let path = folder + "/pipe"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    // A thread of its own: opening a pipe waits for the other end.
    Thread.detachNewThread {
      guard let handle = try? FileHandle(forWritingTo: URL(filePath: path)) else { return }
      try? handle.write(contentsOf: Array("id,a\n1,x\n2,y\n".utf8))
      try? handle.close()
    }
    let source = try CSVSource(path: path, shownAs: "wave.csv")
    #expect(source.byteCount == 13)
    #expect(try await source.pieces(below: 1) { $0.count }.results == [2])
    try FileManager.default.removeItem(atPath: folder)
  }
}
