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
}
