import Diagnostics
public import Registers
public import Settings
public import Tables

/// How a survey file is read: the section `ingest` of a pipeline file.
public struct IngestSettings: Hashable, Sendable {
  /// The byte between fields, as people call it.
  public enum Delimiter: String, Hashable, Sendable, CaseIterable {
    case auto, comma, semicolon, tab
  }

  /// The byte between fields; found out from the header when `auto`.
  public var delimiter: Delimiter
  /// Names in the column of the unit that are known to be no unit, whatever their case, accents and spaces.
  public var notUnits: [String]
  /// The respondents that are left out, for example because they withdrew.
  public var exclude: [String]
  /// The greatest share of records that may be quarantined before the whole file is refused.
  public var quarantineLimit: Double
  /// The file of confirmed names, as it is written in the pipeline file; relative to the folder of that.
  public var names: String?
  /// What becomes of answers for units that the date of the wave does not know.
  public var reorganisations: ReorganisationRule

  /// Whether the day of an answer is part of what a name means.
  public var needsAnswerDay: Bool { reorganisations.by == .answer }
  /// The signs of careless answering that keep a record out.
  public var excludeCareless: [CarelessRules.Sign]
  /// The most findings that are printed; all are kept.
  public var findingsPrinted: Int
  /// The first and last day on which answers came in, as the description of the wave tells.
  public var fieldwork: ClosedRange<CalendarDate>?

  /// Creates settings; each has a default.
  public init(
    delimiter: Delimiter = .auto, notUnits: [String] = [], exclude: [String] = [], quarantineLimit: Double = 0.1,
    names: String? = nil, reorganisations: ReorganisationRule = ReorganisationRule(),
    excludeCareless: [CarelessRules.Sign] = [], findingsPrinted: Int = 20, fieldwork: ClosedRange<CalendarDate>? = nil
  ) {
    self.delimiter = delimiter
    self.notUnits = notUnits
    self.exclude = exclude
    self.quarantineLimit = quarantineLimit
    self.names = names
    self.reorganisations = reorganisations
    self.excludeCareless = excludeCareless
    self.findingsPrinted = findingsPrinted
    self.fieldwork = fieldwork
  }

  /// Reads the section; the caller ends with `finish()`.
  public init(reading reader: SettingsReader) {
    delimiter = reader.choice("delimiter", default: .auto)
    notUnits = reader.texts("not_units")
    exclude = reader.texts("exclude")
    quarantineLimit = reader.number("quarantine_limit", default: 0.1, in: 0...1)
    names = reader.text("names", default: nil)
    reorganisations = reader.section("reorganisations") { ReorganisationRule(reading: $0) }
    excludeCareless = Self.signs(reader)
    findingsPrinted = reader.integer("findings_printed", default: 20, in: 0...Int.max)
  }

  private static func signs(_ reader: SettingsReader) -> [CarelessRules.Sign] {
    let key = "exclude_careless"
    let known = CarelessRules.Sign.allCases.map(\.rawValue)
    return reader.texts(key).compactMap { name in
      if let sign = CarelessRules.Sign(rawValue: name) { return sign }
      reader.reject(
        key, rule: "wrong-value", value: name, message: "'\(name)' is no sign of careless answering",
        mend: suggestion(for: name, among: known).map { "did you mean '\($0)'?" }
          ?? "use one of: " + known.joined(separator: ", "))
      return nil
    }
  }
}
