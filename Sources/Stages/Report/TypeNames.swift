import Diagnostics
import PipelineFiles
import Settings

/// The names that people gave to types, each with units that are typical of it.
///
/// ```yaml
/// types:
///   - name: {nl: Landelijk en samen, en: Rural and together}
///     exemplars: [GM0770, GM1724]
/// ```
struct TypeNames {
  /// A name with its exemplars.
  struct Entry {
    var name: LocalText
    var exemplars: [String]
  }

  /// The names, in the order of the file.
  var entries: [Entry]

  init(entries: [Entry]) { self.entries = entries }

  /// Reads a file of names.
  init(path: String) throws(Failure) {
    let findings = Findings()
    let reader = SettingsReader(try readYAML(path), of: "the names of types", findings: findings)
    entries = reader.sections("types") { Entry(name: $0.localText("name"), exemplars: $0.texts("exemplars")) }
    reader.finish()
    try findings.throwErrors()
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
