/// Every name and spelling of a register by its folded form.
struct NameIndex: Sendable {
  /// How a unit comes to be listed under a name.
  enum Origin: Int, Sendable, Comparable {
    case official, variant, shortened, broken

    static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
  }

  /// A unit that goes by a name.
  struct Entry: Sendable {
    var name: String
    var code: String
    var origin: Origin
  }

  /// The entries by folded name, in the order in which they were found, each code once per origin.
  private(set) var entries: [String: [Entry]] = [:]
  /// Every whole name with its folded letters, in the order in which it was found: what a misspelt name is held against.
  private(set) var spellings: [(letters: [UInt32], set: UInt64, entry: Entry)] = []

  init(editions: [Register.Edition], changes: [Change], variants: [Register.Variant]) {
    for edition in editions {
      for unit in edition.units { add(unit.name, unit.code, .official) }
    }
    for change in changes {
      add(change.old.name, change.old.code, .official)
      add(change.new.name, change.new.code, .official)
    }
    for variant in variants { add(variant.name, variant.code, .variant) }
  }

  /// Returns who goes by a name.
  subscript(name: String) -> [Entry] { entries[foldedName(name)] ?? [] }

  private mutating func add(_ name: String, _ code: String, _ origin: Origin) {
    let entry = Entry(name: name, code: code, origin: origin)
    let key = foldedName(name)
    if insert(entry, under: key) {
      let letters = key.unicodeScalars.map(\.value)
      spellings.append((letters, letterSet(letters), entry))
    }
    if origin == .official, let bracket = name.firstIndex(of: "(") {
      let short = Entry(name: String(name[..<bracket]), code: code, origin: .shortened)
      insert(short, under: foldedName(short.name))
    }
    for broken in brokenForms(of: name) where broken != key {
      insert(Entry(name: name, code: code, origin: .broken), under: broken)
    }
  }

  @discardableResult
  private mutating func insert(_ entry: Entry, under key: String) -> Bool {
    if key.isEmpty { return false }
    let known = entries[key, default: []]
    if known.contains(where: { $0.code == entry.code && $0.origin == entry.origin && $0.name == entry.name }) {
      return false
    }
    entries[key, default: []].append(entry)
    return true
  }
}

/// Returns which letters a text holds, as bits; letters that share a bit are taken for one.
func letterSet(_ letters: [UInt32]) -> UInt64 {
  letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
}

/// Returns the folded forms that a name has once a bad export has lost some of its accented letters, or written them as
/// two letters each; none for a plain name.
///
/// What stands in the place of a lost letter, a question mark or U+FFFD, is dropped by folding. Of a name with more than
/// four such letters only the form without any of them is given.
///
/// - Complexity: O(2^*a* · *n*) for *a* accented letters, at most 4, and a name of length *n*.
private func brokenForms(of name: String) -> [String] {
  let parts = name.prefix(200).map { character -> (plain: String, isAccented: Bool) in
    let folded = foldedName(String(character))
    return (folded, !folded.isEmpty && character.unicodeScalars.contains { !$0.isASCII })
  }
  if name.utf8.allSatisfy({ $0 < 0x80 }) { return [] }
  let accented = parts.indices.filter { parts[$0].isAccented }
  let all = (1 << min(accented.count, 62)) - 1
  let lost = accented.isEmpty ? [] : accented.count > 4 ? [all] : Array(1...all)
  var forms = lost.map { mask in
    parts.indices.map { index in
      guard let place = accented.firstIndex(of: index), mask >> place & 1 == 1 else { return parts[index].plain }
      return ""
    }.joined()
  }
  // UTF-8 that was taken for Latin-1: every byte became a letter of its own.
  var twice = String.UnicodeScalarView()
  for byte in name.utf8 { twice.append(Unicode.Scalar(byte)) }
  forms.append(foldedName(String(twice)))
  return forms
}
