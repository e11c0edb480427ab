/// The shape that all codes of a register have: a few letters, and then a fixed number of digits.
///
/// Spreadsheets take such codes for numbers and lose their zeros: `GM0034` comes back as `34`.
struct CodeShape: Sendable, Equatable {
  /// The letters at the head, which may be none.
  var letters: String
  /// The number of digits.
  var digits: Int

  /// Finds the shape of codes, or `nil` when they have none in common.
  init?(_ codes: some Sequence<String>) {
    var found: CodeShape?
    for code in codes {
      guard let shape = CodeShape(code), found == nil || found == shape else { return nil }
      found = shape
    }
    guard let found else { return nil }
    self = found
  }

  private init?(_ code: String) {
    let bytes = Array(code.utf8)
    let head = bytes.prefix { (65...90).contains($0) || (97...122).contains($0) }
    let tail = bytes.dropFirst(head.count)
    guard (2...12).contains(tail.count), tail.allSatisfy({ (48...57).contains($0) }) else { return nil }
    letters = String(decoding: head, as: UTF8.self)
    digits = tail.count
  }

  /// Returns the full code that was meant by a folded text, or `nil` when it has not the form of a code.
  ///
  /// The letters may be missing, and so may leading zeros.
  func code(from folded: String) -> String? {
    var rest = folded[...]
    let head = letters.lowercased()
    if rest.hasPrefix(head) { rest = rest.dropFirst(head.count) }
    guard !rest.isEmpty, rest.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let plain = rest.drop { $0 == "0" }
    guard plain.count <= digits, rest.count <= digits else { return nil }
    return letters + String(repeating: "0", count: digits - plain.count) + plain
  }
}
