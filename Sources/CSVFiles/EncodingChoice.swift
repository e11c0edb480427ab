import Diagnostics
import Files

/// The encoding of a file, why it was taken, and what a user should know about it.
struct EncodingChoice {
  var encoding: TextEncoding
  var reason: String
  var notes: [Finding] = []

  /// Decides by what a file holds: well-formed UTF-8 is UTF-8 (once or twice), and other bytes belong to a code page,
  /// unless well-formed sequences are more than they, which no code page brings about.
  init(_ given: TextEncoding?, _ scan: FileScan, _ store: ByteStore, hasMark: Bool) throws(Failure) {
    let counts = scan.total
    let sequences = counts.sequences
    if let given {
      encoding = given
      reason = "given"
      if given == .utf8, let first = counts.firstInvalid { notes = [try Self.mixed(first, counts, scan, store)] }
    } else if let first = counts.firstInvalid {
      if sequences > counts.invalid {
        encoding = .utf8
        reason = "\(sequences) characters are UTF-8, and \(counts.invalid) bytes are not"
        notes = [try Self.mixed(first, counts, scan, store)]
      } else {
        let guess = EncodingGuess(counts.highBytes ?? HighBytes())
        encoding = guess.encoding
        reason = "\(counts.invalid) bytes are no UTF-8; points of the characters: \(guess.pointsText)"
        notes = [try Self.notUTF8(first, guess, scan, store)]
      }
    } else if let first = counts.firstTwice, counts.twiceSequences * 2 >= sequences {
      encoding = .utf8Twice
      reason = "\(counts.twiceSequences) of \(sequences) characters beyond ASCII are \(counts.twice) encoded twice"
      notes = [try Self.twice(first, counts, scan, store)]
    } else {
      encoding = .utf8
      reason = sequences == 0 ? "all bytes are ASCII" : "all \(sequences) characters beyond ASCII are UTF-8"
      if let first = counts.firstTwice { notes = [try Self.perhapsTwice(first, counts, scan, store)] }
    }
    if given == nil, hasMark, encoding == .utf8 { reason = "it begins with a byte-order mark; " + reason }
  }

  private static func place(_ offset: Int, _ scan: FileScan, _ store: ByteStore) throws(Failure) -> Place {
    Place(file: store.file, line: try scan.line(of: offset, in: store))
  }

  private static func notUTF8(
    _ first: Int, _ guess: EncodingGuess, _ scan: FileScan, _ store: ByteStore
  ) throws(Failure) -> Finding {
    let name = guess.encoding.rawValue
    let doubt = guess.rival.map { ", although \($0.rawValue) is nearly as likely" } ?? ""
    let other =
      guess.rival.map { ", or give the encoding: '\(guess.encoding.settingName)' or '\($0.settingName)'" } ?? ""
    return Finding(
      .note, rule: "not-utf8", at: try place(first, scan, store),
      message: "the file is not UTF-8 from byte \(first) on, and was read as \(name)\(doubt)",
      mend: "check a name with an accent; save the file as CSV (UTF-8) to be sure\(other)")
  }

  private static func mixed(
    _ first: Int, _ counts: ByteCounts, _ scan: FileScan, _ store: ByteStore
  ) throws(Failure) -> Finding {
    Finding(
      .note, rule: "mixed-encodings", at: try place(first, scan, store),
      message: "the file is UTF-8 but for \(counts.invalid) bytes, the first of them byte \(first); fields with such"
        + " bytes were read as Windows-1252",
      mend: "check a name with an accent; save all parts of the file in one encoding")
  }

  private static func twice(
    _ first: Int, _ counts: ByteCounts, _ scan: FileScan, _ store: ByteStore
  ) throws(Failure) -> Finding {
    Finding(
      .note, rule: "encoded-twice", at: try place(first, scan, store),
      message: "\(counts.twice) characters were encoded as UTF-8 twice, the first at byte \(first), and were mended",
      mend: "check a name with an accent; give the encoding 'utf-8' if they are meant so")
  }

  private static func perhapsTwice(
    _ first: Int, _ counts: ByteCounts, _ scan: FileScan, _ store: ByteStore
  ) throws(Failure) -> Finding {
    Finding(
      .note, rule: "encoded-twice", at: try place(first, scan, store),
      message: "\(counts.twice) characters look as if they were encoded as UTF-8 twice, the first at byte \(first);"
        + " most are not, so the file was read as it is",
      mend: "check a name with an accent; give the encoding 'utf-8-twice' to mend them")
  }
}
