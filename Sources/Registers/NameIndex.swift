/// Every name and spelling of a register by its folded form.
struct NameIndex: Sendable {
  /// How a unit comes to be listed under a name.
  enum Origin: Int, Sendable, Comparable {
    case official, variant, shortened

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
    insert(Entry(name: name, code: code, origin: origin), under: foldedName(name))
    if origin == .official, let bracket = name.firstIndex(of: "(") {
      let short = Entry(name: String(name[..<bracket]), code: code, origin: .shortened)
      insert(short, under: foldedName(short.name))
    }
  }

  private mutating func insert(_ entry: Entry, under key: String) {
    if key.isEmpty { return }
    let known = entries[key, default: []]
    if known.contains(where: { $0.code == entry.code && $0.origin == entry.origin && $0.name == entry.name }) { return }
    entries[key, default: []].append(entry)
  }
}
