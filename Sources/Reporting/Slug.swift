/// Names of files and anchors made from names that may hold anything.
enum Slug {
  /// Returns a name of lower-case ASCII letters, digits and hyphens; `x` when nothing of the text is left.
  ///
  /// Whatever else stands in the text becomes a hyphen, and no two hyphens follow each other: `../<Data & Co>` becomes
  /// `data-co`.
  static func name(_ text: String) -> String {
    let name = plain(text) { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
    return name.isEmpty ? "x" : name
  }

  /// Returns a name for each text, distinct for distinct places in the list: a name that was given before gets a number.
  static func names(_ texts: [String]) -> [String] { distinct(texts.map(name)) }

  /// Returns names of which none comes twice: one that was given before gets a number.
  static func distinct(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var candidate = name
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(name)-\(number)"
        number += 1
      }
      return candidate
    }
  }

  /// Returns a part of an anchor in which capitals stay, as codes such as `GM0344` are known by them.
  static func code(_ text: String) -> String {
    let name = plain(text) { $0 }
    return name.isEmpty ? "x" : name
  }

  private static func plain(_ text: String, _ letter: (UInt8) -> UInt8) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122: bytes.append(letter(byte))
      default: if let last = bytes.last, last != 45 { bytes.append(45) }
      }
    }
    if bytes.last == 45 { bytes.removeLast() }
    return String(decoding: bytes.prefix(60), as: UTF8.self)
  }
}
