import Diagnostics
import Settings

/// A test on one measured amount: at least this, at most that, or both.
public struct Condition: Hashable, Sendable {
  /// The name of what is measured: a feature, an index or a fact.
  public var source: String
  /// The least amount that passes, in the unit of the source.
  public var atLeast: Double?
  /// The greatest amount that passes, in the unit of the source.
  public var atMost: Double?

  /// Creates a condition.
  public init(source: String, atLeast: Double? = nil, atMost: Double? = nil) {
    self.source = source
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// Returns whether an amount passes, or `nil` when it is not known (NaN).
  public func holds(for amount: Double) -> Bool? {
    if amount.isNaN { return nil }
    if let atLeast, amount < atLeast { return false }
    if let atMost, amount > atMost { return false }
    return true
  }
}

extension Condition {
  /// Reads `source`, `at_least` and `at_most`; one of the bounds must be there, and they must not cross.
  init(reading reader: SettingsReader, sources: KnownNames) {
    source = sources.check("source", in: reader)
    atLeast = reader.node("at_least") == nil ? nil : reader.number("at_least")
    atMost = reader.node("at_most") == nil ? nil : reader.number("at_most")
    if atLeast == nil, atMost == nil {
      reader.findings.error(
        "missing-bound", at: reader.place, message: "\(reader.subject) tests '\(source)' against nothing",
        mend: "add 'at_least:' or 'at_most:' with an amount in the unit of '\(source)'")
    } else if let atLeast, let atMost, atLeast > atMost {
      reader.reject(
        "at_most", rule: "crossed-bounds",
        message: "no amount is at least \(plain(atLeast)) and at most \(plain(atMost)) (\(reader.subject))",
        mend: "exchange 'at_least' and 'at_most', or keep one of them")
    }
  }
}

/// The names that a key may hold, for a finding that suggests the nearest.
struct KnownNames {
  /// What the names are called in messages: source, criterion.
  var kind: String
  /// All names, in the order of their file; `nil` when they are not known, and then every name is good.
  var names: [String]?
  /// What to do when no name is near.
  var mend: String

  /// Returns the text of a key, and leaves a finding when it is not among the names.
  func check(_ key: String, in reader: SettingsReader) -> String {
    let name = reader.text(key)
    if reader.node(key) != nil { check(name, at: reader.place(of: key), in: reader) }
    return name
  }

  /// Leaves a finding when a name is not known.
  func check(_ name: String, at place: Place, in reader: SettingsReader) {
    guard let names, !names.contains(name) else { return }
    reader.findings.error(
      "unknown-\(kind)", at: place, value: name,
      message: "\(reader.subject) names the \(kind) '\(name)', which does not exist",
      mend: suggestion(for: name, among: names).map { "did you mean '\($0)'?" }
        ?? (names.isEmpty ? mend : "\(mend): \(names.joined(separator: ", "))"))
  }
}

/// Returns a number without a needless ".0".
func plain(_ number: Double) -> String {
  let text = number.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
