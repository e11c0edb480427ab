import Diagnostics

extension CSVReader {
  /// Says why bytes are no delimited text, or `nil` when they may be.
  static func notText(_ bytes: [UInt8], file: String) -> Finding? {
    if bytes.isEmpty {
      return Finding(
        .error, rule: "empty-file", at: Place(file: file), message: "the file is empty",
        mend: "export the survey again; the first line must hold the names of the columns")
    }
    let kinds: [(start: [UInt8], name: String, mend: String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "an Excel or ZIP file", "open it in a spreadsheet and save it as CSV (UTF-8)"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel file", "open it in a spreadsheet and save it as CSV (UTF-8)"),
      ([0x25, 0x50, 0x44, 0x46], "a PDF file", "export the answers as CSV (UTF-8)"),
      ([0x24, 0x46, 0x4C], "an SPSS file", "export the answers as CSV (UTF-8), with codes and not labels"),
      ([0x1F, 0x8B], "a gzip file", "unpack it first"),
      ([0xFF, 0xFE], "UTF-16 text", "save it as CSV (UTF-8)"),
      ([0xFE, 0xFF], "UTF-16 text", "save it as CSV (UTF-8)"),
    ]
    for kind in kinds where bytes.starts(with: kind.start) {
      return Finding(
        .error, rule: "not-a-csv", at: Place(file: file), message: "this is not a CSV file but \(kind.name)",
        mend: kind.mend)
    }
    if let index = bytes.firstIndex(of: 0) {
      let line = 1 + bytes[..<index].count { $0 == UInt8(ascii: "\n") }
      return Finding(
        .error, rule: "not-a-csv", at: Place(file: file, line: line),
        message: "this is not a CSV file: byte \(index) is NUL, which no text holds",
        mend: "export the answers as CSV (UTF-8)")
    }
    return nil
  }

  /// The note that a file was read as Windows-1252.
  static func notUTF8(_ content: ArraySlice<UInt8>, file: String) -> Finding {
    let index = UTF8Check.firstInvalid(in: content) ?? content.startIndex
    let line = 1 + content[..<index].count { $0 == UInt8(ascii: "\n") }
    return Finding(
      .note, rule: "not-utf8", at: Place(file: file, line: line),
      message: "the file is not UTF-8 from byte \(index) on, and was read as Windows-1252",
      mend: "check a name with an accent; save the file as CSV (UTF-8) to be sure")
  }
}
