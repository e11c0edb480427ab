import Diagnostics

/// Tells files that are no delimited text by how they begin.
enum Signature {
  /// The number of bytes at the start of a file that are looked at.
  static let looked = 1 << 16

  /// Says why the first bytes of a file are no delimited text, or `nil` when they may be.
  static func notText(_ bytes: [UInt8], file: String) -> Finding? {
    if bytes.isEmpty {
      return Finding(
        .error, rule: "empty-file", at: Place(file: file), message: "the file is empty",
        mend: "export the survey again; the first line must hold the names of the columns")
    }
    if let kind = kinds.first(where: { bytes.starts(with: $0.start) }) {
      return refusal(file, kind.name, kind.mend)
    }
    if let page = pages.first(where: { startsWithText(bytes, $0.start) }) {
      return refusal(file, page.name, page.mend)
    }
    guard let index = bytes.firstIndex(of: 0) else { return nil }
    if looksLikeUTF16(bytes) { return refusal(file, "UTF-16 text", asUTF8) }
    let line = 1 + bytes[..<index].count { $0 == UInt8(ascii: "\n") }
    return Finding(
      .error, rule: "not-a-csv", at: Place(file: file, line: line),
      message: "this is not a CSV file: byte \(index) is NUL, which no text holds",
      mend: "export the answers as CSV (UTF-8)")
  }

  private static func refusal(_ file: String, _ name: String, _ mend: String) -> Finding {
    Finding(
      .error, rule: "not-a-csv", at: Place(file: file), message: "this is not a CSV file but \(name)", mend: mend)
  }

  /// Whether every other byte is NUL in most of the text, as in UTF-16 text of Latin letters without a mark.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    let pairs = bytes.count / 2
    var even = 0
    var odd = 0
    for index in 0..<pairs {
      if bytes[2 * index] == 0 { even += 1 }
      if bytes[2 * index + 1] == 0 { odd += 1 }
    }
    return pairs >= 2 && max(even, odd) * 10 >= pairs * 7 && min(even, odd) * 10 <= pairs
  }

  private static func startsWithText(_ bytes: [UInt8], _ text: String) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let shown = content.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return shown.prefix(text.utf8.count).elementsEqual(text.utf8) { left, right in
      left == right || ((0x41...0x5A).contains(left) && left + 0x20 == right)
    }
  }

  private static let fromSpreadsheet = "open it in a spreadsheet and save it as CSV (UTF-8)"
  private static let asCSV = "export the answers as CSV (UTF-8)"
  private static let asUTF8 = "save it as CSV (UTF-8)"
  private static let unpack = "unpack it first"

  private static let kinds: [(start: [UInt8], name: String, mend: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "an Excel or ZIP file", fromSpreadsheet),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel file", fromSpreadsheet),
    (Array("%PDF-".utf8), "a PDF file", asCSV),
    (Array("$FL2".utf8), "an SPSS file", "give it a name that ends in .sav, or export the answers as CSV (UTF-8)"),
    (Array("$FL3".utf8), "an SPSS file", "give it a name that ends in .sav, or export the answers as CSV (UTF-8)"),
    (Array("SQLite format 3\0".utf8), "an SQLite database", asCSV),
    (Array("{\\rtf".utf8), "a document of a word processor", asCSV),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image", asCSV),
    ([0xFF, 0xD8, 0xFF], "a JPEG image", asCSV),
    ([0x1F, 0x8B], "a gzip file", unpack),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz file", unpack),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file", unpack),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7z file", unpack),
    ([0xFF, 0xFE], "UTF-16 text", asUTF8),
    ([0xFE, 0xFF], "UTF-16 text", asUTF8),
    ([0x00, 0x00, 0xFE, 0xFF], "UTF-32 text", asUTF8),
  ]

  /// What a browser saves in place of an export, in small letters.
  private static let pages: [(start: String, name: String, mend: String)] = [
    ("<!doctype html", "a web page", "sign in, and export the answers as CSV (UTF-8) again"),
    ("<html", "a web page", "sign in, and export the answers as CSV (UTF-8) again"),
    ("<?xml", "an XML file", asCSV),
  ]
}
