import Diagnostics
import Settings

/// A form in which a publication is written.
enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// Pages for a browser, with the figures in them and as files.
  case html
  /// The same as one text, with the figures as files.
  case markdown
  /// All tables as one workbook.
  case xlsx
  /// Each table as a file, with a Data Package that describes them.
  case csv
  /// The units on the map, with their types.
  case geojson
  /// The typology, for programs.
  case json
  /// Slides for a presentation, in one file.
  case slides
  /// Two pages that say what is new.
  case bulletin
  /// The page on which one person finds the type of a unit, in one file, with the model that it computes with.
  case selfScan = "self-scan"
}

extension ReportFormat {
  /// Reads the list under a key; all formats when it is absent.
  ///
  /// - Parameters:
  ///   - reader: The section.
  ///   - key: The key.
  /// - Returns: The formats in the order of this type, whatever the order in the file; all when something is wrong.
  static func read(_ reader: SettingsReader, _ key: String) -> [ReportFormat] {
    guard let node = reader.node(key) else { return allCases }
    let known = allCases.map(\.rawValue)
    var chosen: Set<ReportFormat> = []
    guard case .sequence(let items) = node.content, !items.isEmpty else {
      reader.reject(
        key, rule: "no-formats", message: "'\(reader.subject).\(key)' must be a list of at least one format",
        mend: "write it as [\(known.joined(separator: ", "))], without those that are not wanted, or remove the key")
      return allCases
    }
    for item in items {
      guard case .scalar(let text, _) = item.content, let format = ReportFormat(rawValue: text) else {
        var value: String?
        if case .scalar(let text, _) = item.content { value = text }
        let meant = value.flatMap { suggestion(for: $0, among: known) }
        reader.findings.error(
          "unknown-format", at: item.place, value: value,
          message: "\(value.map { "'\($0)'" } ?? "this") is not a format of the report",
          mend: meant.map { "did you mean '\($0)'?" } ?? "use one of: " + known.joined(separator: ", "))
        continue
      }
      if !chosen.insert(format).inserted {
        reader.findings.error(
          "duplicate-format", at: item.place, value: text,
          message: "'\(format.rawValue)' appears twice in \(reader.subject).\(key)", mend: "keep one of the two")
      }
    }
    return allCases.filter(chosen.contains)
  }
}
