import Diagnostics

/// The byte that stands between the fields of a file, and why it was taken.
public struct Delimiter: Hashable, Sendable {
  /// The byte.
  public var byte: UInt8
  /// Why this one: `given`, or the counts in the header.
  public var reason: String

  /// Creates a delimiter.
  public init(byte: UInt8, reason: String) {
    self.byte = byte
    self.reason = reason
  }

  /// Finds the delimiter of a file: the one of comma, semicolon and tab that the header holds most of, outside quotes.
  ///
  /// A tie goes to the comma, then the semicolon; a header with none of them has one column, and reads as commas.
  public init(detectedIn content: ArraySlice<UInt8>) {
    let candidates: [(byte: UInt8, name: String)] = [
      (CSVReader.comma, "commas"), (CSVReader.semicolon, "semicolons"), (CSVReader.tab, "tabs"),
    ]
    var counts = [0, 0, 0]
    var quoted = false
    var begun = false
    for byte in content {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if !quoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if begun { break }
        continue
      }
      begun = true
      if !quoted, let index = candidates.firstIndex(where: { $0.byte == byte }) { counts[index] += 1 }
    }
    var best = 0
    for index in 1..<3 where counts[index] > counts[best] { best = index }
    let listed = zip(counts, candidates).map { "\($0) \($1.name)" }.joined(separator: ", ")
    self.init(byte: candidates[best].byte, reason: "the header holds \(listed)")
  }

  /// Returns a finding when the header lacks the delimiter that was given and holds another one instead.
  static func mistaken(_ given: UInt8, in content: ArraySlice<UInt8>, file: String) -> Finding? {
    let header = content.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let found = Delimiter(detectedIn: content).byte
    guard !header.contains(given), header.contains(found) else { return nil }
    return Finding(
      .error, rule: "other-delimiter", at: Place(file: file, line: 1), value: name(given),
      message: "the header holds no \(name(given)), which was given as the delimiter; it holds a \(name(found))",
      mend: "give '\(name(found))' as the delimiter, or 'auto'")
  }

  private static func name(_ byte: UInt8) -> String {
    switch byte {
    case CSVReader.comma: "comma"
    case CSVReader.semicolon: "semicolon"
    case CSVReader.tab: "tab"
    default: "byte \(byte)"
    }
  }
}
