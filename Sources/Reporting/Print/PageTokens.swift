/// The pieces of a page that this program wrote: tags, ends of tags, and text between them.
///
/// It reads what ``PageWriter``, ``BulletinPage`` and the figures write, and is no reader of HTML at large: names of tags
/// are in small letters, and `<` and `&` in a text are escaped. Whatever it is given it ends, and traps at nothing.
enum PageToken: Hashable, Sendable {
  case text(String)
  case open(PageTag)
  case close(String)
}

/// A tag with its attributes, in the order of the page.
struct PageTag: Hashable, Sendable {
  /// An attribute with its value as it is escaped in the page; empty for one without a value.
  struct Attribute: Hashable, Sendable {
    var name: String
    var value: String
  }

  var name: String
  var attributes: [Attribute]
  /// Whether it ends in `/>`.
  var isClosed = false

  /// The value of an attribute, as it is escaped in the page.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Whether it has a class.
  func has(class wanted: String) -> Bool {
    self["class"]?.split(separator: " ").contains { $0 == wanted } ?? false
  }

  /// Whether no end of it follows.
  var isVoid: Bool { isClosed || ["meta", "link", "br", "hr", "img", "input", "col"].contains(name) }

  /// The tag as it stands in a page.
  var text: String {
    let attributes = attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
    return "<\(name)\(attributes)\(isClosed ? "/" : "")>"
  }
}

/// Returns the pieces of a page in their order.
///
/// Complexity: O(*n*) for *n* bytes.
func pageTokens(_ page: String) -> [PageToken] {
  var reader = PageTokenReader(bytes: Array(page.utf8))
  return reader.tokens()
}

private struct PageTokenReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func tokens() -> [PageToken] {
    var tokens: [PageToken] = []
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        tokens.append(.text(take { $0 != UInt8(ascii: "<") }))
        continue
      }
      position += 1
      if skips(UInt8(ascii: "!")) {
        _ = take { $0 != UInt8(ascii: ">") }
        position += 1
      } else if skips(UInt8(ascii: "/")) {
        tokens.append(.close(take { $0 != UInt8(ascii: ">") }))
        position += 1
      } else {
        let tag = tag()
        tokens.append(.open(tag))
        if tag.name == "style" || tag.name == "script" { tokens.append(.text(raw(until: "</" + tag.name))) }
      }
    }
    return tokens
  }

  private mutating func tag() -> PageTag {
    var tag = PageTag(name: take { !Self.ends($0) }, attributes: [])
    while position < bytes.count {
      if skips(UInt8(ascii: ">")) { return tag }
      if skips(UInt8(ascii: "/")) {
        tag.isClosed = true
      } else if Self.isSpace(bytes[position]) {
        position += 1
      } else {
        let name = take { !Self.ends($0) && $0 != UInt8(ascii: "=") }
        tag.attributes.append(PageTag.Attribute(name: name, value: skips(UInt8(ascii: "=")) ? value() : ""))
        if name.isEmpty { position += 1 }
      }
    }
    return tag
  }

  private mutating func value() -> String {
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] where skips(quote) {
      let value = take { $0 != quote }
      position += 1
      return value
    }
    return take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
  }

  /// The text up to the end of an element in which no tags are.
  private mutating func raw(until end: String) -> String {
    let end = Array(end.utf8)
    let start = position
    while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func take(while isWanted: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, isWanted(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skips(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  private static func ends(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
