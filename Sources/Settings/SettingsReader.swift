public import Diagnostics

/// Reads one mapping of a configuration file, key by key, and remembers everything that is wrong with it.
///
/// A reader never stops at the first mistake: a missing or impossible value yields a stand-in and leaves a finding. What
/// was asked for is what the mapping may hold, so ``finish()`` reports every other key, with the nearest known one as a
/// suggestion. After reading, the caller throws when ``Findings/hasErrors`` is true, so that no stand-in is ever used.
///
/// ```swift
/// let reader = SettingsReader(node, of: "cluster", findings: findings)
/// let starts = reader.integer("starts", default: 200, in: 1...1_000_000)
/// reader.finish()
/// ```
public final class SettingsReader {
  /// What this mapping is called in messages: `cluster`, `features[2]`.
  public let subject: String
  /// The findings, shared by all readers of one file.
  public let findings: Findings
  /// Where the mapping begins.
  public let place: Place

  private let entries: [Node.Entry]
  /// Whether the node is no mapping at all, so that nothing can be said of its keys.
  private var isBroken: Bool
  private var asked: [String] = []

  /// Creates a reader over a node that must be a mapping.
  ///
  /// A null node reads as an empty mapping; anything else leaves the finding `not-a-mapping`.
  public init(_ node: Node, of subject: String, findings: Findings) {
    self.subject = subject
    self.findings = findings
    self.place = node.place
    switch node.content {
    case .mapping(let entries):
      self.entries = entries
      isBroken = false
      var seen: Set<String> = []
      for entry in entries where !seen.insert(entry.key).inserted {
        findings.error(
          "duplicate-key", at: entry.place, value: entry.key,
          message: "'\(entry.key)' appears twice in \(subject)", mend: "keep one of the two")
      }
    default:
      self.entries = []
      isBroken = !node.isNull
      if !node.isNull {
        findings.error(
          "not-a-mapping", at: node.place, message: "\(subject) must be a mapping of keys to values",
          mend: "write one 'key: value' a line, indented under \(subject)")
      }
    }
  }

  /// Returns the node of a key, and marks the key as known; `nil` when it is absent or null.
  public func node(_ key: String) -> Node? {
    asked.append(key)
    guard let entry = entries.first(where: { $0.key == key }), !entry.node.isNull else { return nil }
    return entry.node
  }

  /// Returns the place of a key's value, or of the mapping when the key is absent.
  public func place(of key: String) -> Place {
    entries.first { $0.key == key }?.node.place ?? place
  }

  /// Returns all entries, for a mapping whose keys are data; marks every key as known.
  public func allEntries() -> [Node.Entry] {
    asked.append(contentsOf: entries.map(\.key))
    return entries
  }

  /// Returns the text of a key that must be there.
  public func text(_ key: String) -> String {
    text(key, default: nil) ?? missing(key, "a text", stand: "")
  }

  /// Returns the text of a key, or the default when the key is absent.
  public func text(_ key: String, default fallback: String?) -> String? {
    guard let node = node(key) else { return fallback }
    if case .scalar(let text, _) = node.content { return text }
    return wrong(key, node, "a text", stand: fallback)
  }

  /// Returns the text of a key, or the default when the key is absent.
  public func text(_ key: String, default fallback: String) -> String {
    text(key, default: .some(fallback)) ?? fallback
  }

  /// Returns the whole number of a key, or the default when the key is absent.
  ///
  /// A number outside `range` is a finding.
  public func integer(_ key: String, default fallback: Int? = nil, in range: ClosedRange<Int> = Int.min...Int.max)
    -> Int
  {
    guard let node = node(key) else {
      return fallback ?? missing(key, "a whole number", stand: range.lowerBound)
    }
    guard case .scalar(let text, quoted: false) = node.content, let number = Int(text.filter { $0 != "_" }) else {
      return wrong(key, node, "a whole number", stand: fallback ?? range.lowerBound)
    }
    guard range.contains(number) else {
      let bounds =
        range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      return wrong(key, node, "a whole number, \(bounds)", stand: fallback ?? range.lowerBound)
    }
    return number
  }

  /// Returns the number of a key, or the default when the key is absent.
  ///
  /// A number outside `range`, an infinity or a NaN is a finding.
  public func number(
    _ key: String, default fallback: Double? = nil,
    in range: ClosedRange<Double> = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  ) -> Double {
    guard let node = node(key) else { return fallback ?? missing(key, "a number", stand: range.lowerBound) }
    guard case .scalar(let text, quoted: false) = node.content, let number = Double(text) else {
      return wrong(key, node, "a number", stand: fallback ?? range.lowerBound)
    }
    guard range.contains(number) else {
      let bounds =
        range.upperBound == .greatestFiniteMagnitude
        ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      return wrong(key, node, "a number, \(bounds)", stand: fallback ?? range.lowerBound)
    }
    return number
  }

  /// Returns the truth value of a key (`true` or `false`), or the default when the key is absent.
  public func flag(_ key: String, default fallback: Bool) -> Bool {
    guard let node = node(key) else { return fallback }
    if case .scalar(let text, quoted: false) = node.content {
      if text == "true" { return true }
      if text == "false" { return false }
    }
    return wrong(key, node, "true or false", stand: fallback)
  }

  /// Returns one of the cases of an enumeration by its raw value; without a default the key must be there.
  public func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, default fallback: Choice? = nil) -> Choice
  where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue)
    let stand = fallback ?? Choice.allCases[Choice.allCases.startIndex]
    let wanted = "one of " + known.joined(separator: ", ")
    guard let node = node(key) else { return fallback ?? missing(key, wanted, stand: stand) }
    guard case .scalar(let text, _) = node.content else { return wrong(key, node, wanted, stand: stand) }
    guard let choice = Choice(rawValue: text) else {
      return wrong(key, node, wanted, stand: stand, meant: suggestion(for: text, among: known))
    }
    return choice
  }

  /// Returns the texts of a key that holds a sequence of scalars; a single scalar reads as a sequence of one, an absent
  /// key as an empty sequence.
  public func texts(_ key: String) -> [String] {
    guard let node = node(key) else { return [] }
    switch node.content {
    case .scalar(let text, _): return [text]
    case .sequence(let nodes):
      return nodes.compactMap { item in
        if case .scalar(let text, _) = item.content { return text }
        return wrong(key, item, "a list of texts", stand: nil)
      }
    case .mapping: return wrong(key, node, "a list of texts", stand: [])
    }
  }

  /// Returns the numbers of a key that holds a sequence of numbers; an absent key reads as an empty sequence.
  public func numbers(_ key: String) -> [Double] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let nodes) = node.content else { return wrong(key, node, "a list of numbers", stand: []) }
    return nodes.compactMap { item in
      if case .scalar(let text, quoted: false) = item.content, let number = Double(text), number.isFinite {
        return number
      }
      return wrong(key, item, "a list of numbers", stand: nil)
    }
  }

  /// Reads the mapping under a key; an absent key reads as an empty mapping.
  public func section<Value>(_ key: String, read: (SettingsReader) -> Value) -> Value {
    let node = node(key) ?? Node(.mapping([]), at: place)
    let reader = SettingsReader(node, of: path(key), findings: findings)
    if isBroken { reader.isBroken = true }
    let value = read(reader)
    reader.finish()
    return value
  }

  /// Reads the mapping under a key when the key is there.
  public func optionalSection<Value>(_ key: String, read: (SettingsReader) -> Value) -> Value? {
    node(key) == nil ? nil : section(key, read: read)
  }

  /// Reads a sequence of mappings under a key; an absent key reads as an empty sequence.
  public func sections<Value>(_ key: String, read: (SettingsReader) -> Value) -> [Value] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let nodes) = node.content else { return wrong(key, node, "a list", stand: []) }
    return nodes.enumerated().map { index, item in
      let reader = SettingsReader(item, of: "\(path(key))[\(index + 1)]", findings: findings)
      let value = read(reader)
      reader.finish()
      return value
    }
  }

  /// Reads a mapping whose keys are names chosen by the user, in the order of the file.
  public func named<Value>(_ key: String, read: (String, SettingsReader) -> Value) -> [(name: String, value: Value)] {
    guard let node = node(key) else { return [] }
    let outer = SettingsReader(node, of: path(key), findings: findings)
    return outer.allEntries().map { entry in
      let reader = SettingsReader(entry.node, of: "\(path(key)).\(entry.key)", findings: findings)
      let value = read(entry.key, reader)
      reader.finish()
      return (entry.key, value)
    }
  }

  /// Adds an error about the value of a key.
  public func reject(_ key: String, rule: String, value: String? = nil, message: String, mend: String) {
    if isBroken { return }
    findings.error(rule, at: place(of: key), value: value, message: message, mend: mend)
  }

  /// Adds an error about a key that must be there and is not.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - wanted: What its value must be, with an article: *a date*.
  public func lack(_ key: String, _ wanted: String) {
    if isBroken { return }
    findings.error(
      "missing-key", at: place, message: "\(subject) lacks '\(key)', which must be \(wanted)",
      mend: "add '\(key):' to \(subject)")
  }

  /// Reports every key that nobody asked for, with the nearest known key.
  public func finish() {
    let known = Set(asked)
    for entry in entries where !known.contains(entry.key) {
      var mend = "remove it, or use one of: " + known.sorted().joined(separator: ", ")
      if let meant = suggestion(for: entry.key, among: known.sorted()) { mend = "did you mean '\(meant)'?" }
      findings.error(
        "unknown-key", at: entry.place, value: entry.key, message: "\(subject) has no key '\(entry.key)'", mend: mend)
    }
  }

  /// The path of a key in messages; the root of a file, called by words, is left out.
  private func path(_ key: String) -> String {
    subject.isEmpty || subject.contains(" ") ? key : "\(subject).\(key)"
  }

  private func missing<Value>(_ key: String, _ wanted: String, stand: Value) -> Value {
    lack(key, wanted)
    return stand
  }

  private func wrong<Value>(_ key: String, _ node: Node, _ wanted: String, stand: Value, meant: String? = nil) -> Value
  {
    var got = "a mapping"
    var value: String?
    switch node.content {
    case .scalar(let text, _):
      got = "\"\(text)\""
      value = text
    case .sequence: got = "a list"
    case .mapping: break
    }
    findings.error(
      "wrong-value", at: node.place, value: value, message: "'\(path(key))' must be \(wanted), and is \(got)",
      mend: meant.map { "did you mean '\($0)'?" } ?? "write \(wanted)")
    return stand
  }
}

/// A growing list of findings that the readers of one file share.
public final class Findings {
  /// All findings so far, in the order in which they were made.
  public private(set) var all: [Finding] = []

  /// Creates an empty list.
  public init() {}

  /// Whether one of the findings is an error.
  public var hasErrors: Bool { all.contains { $0.level == .error } }

  /// Adds a finding.
  public func add(_ finding: Finding) { all.append(finding) }

  /// Adds an error.
  public func error(_ rule: String, at place: Place, value: String? = nil, message: String, mend: String) {
    all.append(Finding(.error, rule: rule, at: place, value: value, message: message, mend: mend))
  }

  /// Throws all findings as one failure when one of them is an error.
  ///
  /// - Throws: ``Diagnostics/Failure`` with every finding.
  public func throwErrors(_ status: ExitStatus = .badPipeline) throws(Failure) {
    if hasErrors { throw Failure(status, all) }
  }
}
