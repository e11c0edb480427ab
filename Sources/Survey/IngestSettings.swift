public import Settings

/// How a survey file is read: the section `ingest` of a pipeline file.
public struct IngestSettings: Hashable, Sendable {
  /// The byte between fields, as people call it.
  public enum Delimiter: String, Hashable, Sendable, CaseIterable {
    case auto, comma, semicolon, tab
  }

  /// The byte between fields; found out from the header when `auto`.
  public var delimiter: Delimiter
  /// Names in the column of the unit that are known to be no unit, as typed but for case.
  public var notUnits: [String]
  /// The respondents that are left out, for example because they withdrew.
  public var exclude: [String]
  /// The greatest share of records that may be quarantined before the whole file is refused.
  public var quarantineLimit: Double

  /// Creates settings; each has a default.
  public init(
    delimiter: Delimiter = .auto, notUnits: [String] = [], exclude: [String] = [], quarantineLimit: Double = 0.1
  ) {
    self.delimiter = delimiter
    self.notUnits = notUnits
    self.exclude = exclude
    self.quarantineLimit = quarantineLimit
  }

  /// Reads the section; the caller ends with `finish()`.
  public init(reading reader: SettingsReader) {
    delimiter = reader.choice("delimiter", default: .auto)
    notUnits = reader.texts("not_units")
    exclude = reader.texts("exclude")
    quarantineLimit = reader.number("quarantine_limit", default: 0.1, in: 0...1)
  }
}
