import Tables

/// The ways in which a typed name can be read: whole first, then with what people add to a name taken off.
struct TypedName {
  /// One way to read it.
  struct Reading: Hashable {
    /// What was taken off or changed.
    enum Change: Int, Hashable, Comparable {
      case none, unitWord, turned, abbreviation, region

      static func < (left: Change, right: Change) -> Bool { left.rawValue < right.rawValue }
    }

    /// The name that is left.
    var text: String
    /// The region that was named, as the register writes it.
    var region: String?
    /// The greatest change that was made.
    var change: Change
  }

  /// The readings, the most faithful first; none for a text without letters and digits.
  private(set) var readings: [Reading] = []

  /// Readings are made from readings at most this often: a prefix, a bracket and a comma are three.
  private static let depth = 3
  /// A longer text is no name, and is read as it stands.
  private static let longest = 300

  init(_ typed: String, prefixes: [String], words: FoldedWords) {
    let whole = trimmed(typed)
    if foldedName(whole).isEmpty { return }
    readings = [Reading(text: whole, region: nil, change: .none)]
    if whole.utf8.count > Self.longest { return }
    var seen: Set<String> = [Self.key(readings[0])]
    var begin = 0
    for _ in 0..<Self.depth {
      let end = readings.count
      for reading in readings[begin..<end] {
        for next in Self.shorter(reading, prefixes, words) where seen.insert(Self.key(next)).inserted {
          readings.append(next)
        }
      }
      begin = end
    }
  }

  private static func key(_ reading: Reading) -> String { foldedName(reading.text) + "|" + (reading.region ?? "") }

  /// The readings that take one thing off.
  private static func shorter(_ reading: Reading, _ prefixes: [String], _ words: FoldedWords) -> [Reading] {
    var found: [Reading] = []
    func add(_ text: some StringProtocol, _ change: Reading.Change, region: String? = nil) {
      let rest = trimmed(String(text))
      if foldedName(rest).isEmpty { return }
      found.append(Reading(text: rest, region: region ?? reading.region, change: max(change, reading.change)))
    }
    for prefix in prefixes {
      if let rest = remainder(of: reading.text, after: prefix) { add(rest, .unitWord) }
    }
    for (head, tail, isSetApart) in tails(of: reading.text) {
      let word = foldedName(tail)
      if words.unitWords.contains(word) {
        add(head, .unitWord)
      } else if reading.region == nil, let region = words.region(word) {
        add(head, .region, region: region)
      } else if isSetApart {
        add(tail + " " + head, .turned)
      }
    }
    if let long = words.lengthened(reading.text) { add(long, .abbreviation) }
    return found
  }

  /// What stands behind a prefix, or `nil` when the text does not begin with it; a word must end where the prefix ends.
  private static func remainder(of text: String, after prefix: String) -> Substring? {
    var rest = text[...]
    let prefix = trimmed(prefix)
    for character in prefix {
      guard let first = rest.first, first == character || first.lowercased() == character.lowercased() else {
        return nil
      }
      rest = rest.dropFirst()
    }
    guard let last = prefix.last, let next = rest.first else { return nil }
    return last.isLetter && next.isLetter ? nil : rest
  }

  /// The ends of a text that may be an addition: between brackets, behind a comma or dash, the last word or two.
  private static func tails(of text: String) -> [(head: Substring, tail: String, isSetApart: Bool)] {
    var found: [(Substring, String, Bool)] = []
    if let bracket = text.lastIndex(where: { $0 == "(" || $0 == "[" }) {
      found.append((text[..<bracket], String(text[text.index(after: bracket)...]), true))
    }
    if let comma = text.lastIndex(where: { $0 == "," || $0 == ";" || $0 == "/" }) {
      found.append((text[..<comma], String(text[text.index(after: comma)...]), text[comma] == ","))
    }
    let spaces = text.indices.filter { text[$0].isWhitespace }
    for space in spaces.suffix(2).reversed() {
      found.append((text[..<space], String(text[text.index(after: space)...]), false))
    }
    return found
  }
}

/// The words of a register in their folded form.
struct FoldedWords: Sendable {
  /// The words for a unit.
  private(set) var unitWords: Set<String> = []
  private var regions: [String: String] = [:]
  private var regionWords: [String] = []
  private let abbreviations: [String: String]

  init(_ words: NameWords, regionNames: [String]) {
    unitWords = Set(words.unitWords.map { foldedName($0) })
    regionWords = words.regionWords.map { foldedName($0) }
    abbreviations = words.abbreviations
    for region in words.regions {
      for word in region.also { regions[foldedName(word)] = region.name }
    }
    for name in regionNames { regions[foldedName(name)] = name }
  }

  /// Returns the region that a folded word stands for, also behind a word for a region.
  func region(_ word: String) -> String? {
    if let region = regions[word] { return region }
    for head in regionWords where word.hasPrefix(head) {
      if let region = regions[String(word.dropFirst(head.count))] { return region }
    }
    return nil
  }

  /// Returns a name with its shortened words written in full, or `nil` when it holds none.
  func lengthened(_ name: String) -> String? {
    if abbreviations.isEmpty { return nil }
    var isChanged = false
    let words = name.split(whereSeparator: \.isWhitespace).map { word -> String in
      guard let long = abbreviations[word.lowercased()] else { return String(word) }
      isChanged = true
      return long
    }
    return isChanged ? words.joined(separator: " ") : nil
  }
}
