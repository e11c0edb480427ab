import Diagnostics
import PipelineFiles
import Settings

/// The names that people gave to types, each with units that are typical of it.
///
/// ```yaml
/// types:
///   - name: {nl: Landelijk en samen, en: Rural and together}
///     exemplars: [GM0770, GM1724]
///   - name: {nl: Nieuw en zoekend, en: New and searching}
///     letter: F                  # of a type that a later wave found: letters never change
/// ```
struct TypeNames {
  /// A name with its exemplars.
  struct Entry {
    var name: LocalText
    var exemplars: [String]
    /// The letter of the type that has the name, whatever its units; `nil` for a name that goes by exemplars.
    var letter: String?
  }

  /// The names, in the order of the file.
  var entries: [Entry]

  init(entries: [Entry]) { self.entries = entries }

  /// Reads a file of names.
  init(path: String) throws(Failure) {
    let findings = Findings()
    let reader = SettingsReader(try readYAML(path), of: "the names of types", findings: findings)
    entries = reader.sections("types") {
      Entry(name: $0.localText("name"), exemplars: $0.texts("exemplars"), letter: $0.text("letter", default: nil))
    }
    reader.finish()
    try findings.throwErrors()
  }

  /// Returns the name of each type: that which is given to its letter, else the one that its units find.
  ///
  /// A type of earlier waves is found by the units that it had when it was new, so that a name stays with its type.
  func names(for members: TypeMembers) -> [LocalText?] {
    let byLetter = members.ids.map { id in entries.first { $0.letter == id }?.name }
    let found = TypeNames(entries: entries.filter { $0.letter == nil }).names(for: members.founders)
    return zip(byLetter, found).map { $0 ?? $1 }
  }

  /// Returns the name of each type: a name goes to the type that holds most of its exemplars.
  ///
  /// When two names lead to one type, the name with more exemplars there gets it, and the other goes to nobody; a tie goes
  /// to the name that comes first, or to the type that comes first.
  ///
  /// - Parameter members: The codes of the units of each type.
  /// - Returns: For each type its name, or `nil`.
  func names(for members: [[String]]) -> [LocalText?] {
    var best = [(name: LocalText, count: Int)?](repeating: nil, count: members.count)
    for entry in entries {
      let counts = members.map { codes in entry.exemplars.count { codes.contains($0) } }
      guard let most = counts.max(), most > 0, let type = counts.firstIndex(of: most) else { continue }
      if most > best[type]?.count ?? 0 { best[type] = (entry.name, most) }
    }
    return best.map { $0?.name }
  }
}
