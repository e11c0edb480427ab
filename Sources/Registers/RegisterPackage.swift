import Diagnostics
public import Settings
public import Tables

/// What the `datapackage.json` of a register says: which file holds what, from which day, and whom to credit.
///
/// The file is a Data Package (version 2, https://datapackage.org); our own keys have the prefix `koers:`.
public struct RegisterPackage: Hashable, Sendable {
  /// A file of the register.
  public struct Resource: Hashable, Sendable {
    /// What a file holds (`koers:role`).
    public enum Role: String, Hashable, Sendable, CaseIterable {
      case units, variants, changes, boundaries
    }

    /// The path of the file within the folder.
    public var path: String
    /// What the file holds.
    public var role: Role
    /// The first day on which it holds (`koers:valid-from`); needed for units and boundaries.
    public var validFrom: CalendarDate?
    /// The fields that the schema says are numbers.
    public var numericFields: Set<String>
    /// The attributes that fields hold whose name is another (`koers:attribute`), so that lists of several days can be
    /// read alike.
    public var attributes: [String: String]
  }

  /// The name of the register for readers.
  public var title: LocalText
  /// The files that koers reads; others are left alone.
  public var resources: [Resource]
  /// The words that people put before the name of a unit (`koers:prefixes`).
  public var prefixes: [String]
  /// Other words that people add to a name, or shorten in it (`koers:unit-words`, `koers:abbreviations`, `koers:regions`).
  public var words: NameWords
  /// The last day of which the register claims to know everything (`koers:known-until`), if it says so.
  public var knownUntil: CalendarDate?
  /// The credit line of figures (`koers:credit`).
  public var credit: LocalText
  /// The credit line of maps (`koers:map-credit`).
  public var mapCredit: LocalText

  /// Reads the description of a register.
  public init(reading reader: SettingsReader) {
    let plain = reader.text("title", default: "")
    title = reader.localText("koers:title", default: LocalText(nl: plain, en: plain))
    prefixes = reader.texts("koers:prefixes")
    words = NameWords(reading: reader)
    knownUntil = reader.optionalDay("koers:known-until")
    credit = reader.localText("koers:credit", default: LocalText(nl: "", en: ""))
    mapCredit = reader.localText("koers:map-credit", default: credit)
    let all = reader.sections("resources") { Resource(reading: $0) }
    resources = all.compactMap { $0 }
    if resources.isEmpty {
      reader.reject(
        "resources", rule: "empty-register", message: "the register has no files",
        mend: "add a resource with \"koers:role\": \"units\" and \"koers:valid-from\"")
    }
    reader.finishPackage(known: [
      "koers:title", "koers:prefixes", "koers:unit-words", "koers:abbreviations", "koers:regions", "koers:known-until",
      "koers:credit", "koers:map-credit",
    ])
  }
}

extension RegisterPackage.Resource {
  /// Reads a resource; `nil` when it has no role for koers.
  init?(reading reader: SettingsReader) {
    reader.finishPackage(known: ["koers:role", "koers:valid-from"])
    guard reader.node("koers:role") != nil else { return nil }
    path = reader.text("path")
    role = reader.choice("koers:role")
    numericFields = []
    attributes = [:]
    validFrom = reader.optionalDay("koers:valid-from")
    if reader.node("koers:valid-from") == nil, role == .units || role == .boundaries {
      reader.reject(
        "koers:role", rule: "missing-key", message: "'\(path)' has no 'koers:valid-from'",
        mend: "add the first day on which the file holds, as 2020-01-01")
    }
    _ = reader.optionalSection("schema") { schema in
      _ = schema.allEntries()
      for field in schema.sections("fields", read: Field.init) {
        if field.isNumeric { numericFields.insert(field.name) }
        attributes[field.name] = field.attribute
      }
    }
  }
}

private struct Field {
  var name: String
  var isNumeric: Bool
  var attribute: String?

  init(_ reader: SettingsReader) {
    reader.finishPackage(known: ["koers:attribute"])
    attribute = reader.text("koers:attribute", default: nil)
    name = reader.text("name")
    isNumeric = ["integer", "number"].contains(reader.text("type", default: "string"))
  }
}

extension SettingsReader {
  /// The day of a key, or `nil` when the key is absent or holds no day.
  fileprivate func optionalDay(_ key: String) -> CalendarDate? {
    guard let text = text(key, default: nil) else { return nil }
    if let day = CalendarDate(iso: text), text.utf8.count == 10 { return day }
    reject(
      key, rule: "not-a-date", value: text, message: "'\(key)' holds \"\(text)\", which is not a day",
      mend: "write it as 2020-01-01")
    return nil
  }

  /// Takes every key of the standard as known, and reports those with our prefix that are not.
  fileprivate func finishPackage(known: [String]) {
    for entry in allEntries() where entry.key.hasPrefix("koers:") && !known.contains(entry.key) {
      let meant = suggestion(for: entry.key, among: known)
      findings.error(
        "unknown-key", at: entry.place, value: entry.key, message: "\(subject) has no key '\(entry.key)'",
        mend: meant.map { "did you mean '\($0)'?" } ?? "remove it, or use one of: " + known.joined(separator: ", "))
    }
  }
}
