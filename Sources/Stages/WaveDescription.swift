public import Diagnostics
import Files
import PipelineFiles
public import Settings
public import Tables

/// What is known of a wave of the survey beside its answers: the content of a `*.wave.yaml`.
public struct WaveDescription: Hashable, Sendable {
  /// The file as the user named it, or `nil` when there is none.
  public var descriptionFile: String?
  /// The name of the wave, which is also the name of its folder: `2020`.
  public var name: String
  /// The date for which the wave speaks; printed dates and the state of the register come from it.
  public var date: CalendarDate
  /// The first and last day on which answers came in, if known.
  public var fieldwork: ClosedRange<CalendarDate>?
  /// The path of the survey file.
  public var file: String
  /// The path of the codebook that the wave was asked by, when it is not that of the pipeline.
  public var codebook: String?
  /// Whether the answers are simulated; this marks everything made from them, and cannot be switched off.
  public var simulated: Bool
  /// What the wave is and where it comes from.
  public var about: LocalText?

  /// Creates a description.
  public init(
    descriptionFile: String? = nil, name: String, date: CalendarDate, fieldwork: ClosedRange<CalendarDate>? = nil,
    file: String, codebook: String? = nil, simulated: Bool, about: LocalText? = nil
  ) {
    self.descriptionFile = descriptionFile
    self.name = name
    self.date = date
    self.fieldwork = fieldwork
    self.file = file
    self.codebook = codebook
    self.simulated = simulated
    self.about = about
  }

  /// Reads a description; paths are relative to the folder of the description.
  ///
  /// - Parameter path: The `*.wave.yaml` file.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 78 with all that is wrong in it.
  public init(_ path: String) throws(Failure) {
    let findings = Findings()
    let reader = SettingsReader(try readYAML(path), of: "the wave", findings: findings)
    descriptionFile = path
    name = reader.text("name")
    date = reader.date("date")
    fieldwork = reader.optionalSection("fieldwork") { reader in
      let from = reader.date("from")
      let to = reader.date("to")
      if to < from {
        reader.reject(
          "to", rule: "crossed-dates", value: to.iso, message: "the fieldwork ends before it begins",
          mend: "exchange 'from' and 'to'")
        return from...from
      }
      return from...to
    }
    file = joinPath(folder(of: path), reader.text("file"))
    codebook = reader.text("codebook", default: nil).map { joinPath(folder(of: path), $0) }
    simulated = reader.flag("simulated", default: false)
    about = reader.node("about") == nil ? nil : reader.localText("about")
    if name.contains("/") || name.hasPrefix(".") {
      reader.reject(
        "name", rule: "wrong-name", value: name, message: "the name of a wave is also the name of a folder",
        mend: "use letters, digits and hyphens")
    }
    reader.finish()
    try findings.throwErrors()
  }

  /// Describes a survey file given by itself: by the `*.wave.yaml` beside it when there is one, else by its name and date.
  ///
  /// - Parameters:
  ///   - survey: The survey file.
  ///   - date: The date for which the wave speaks; wins over the description.
  /// - Throws: ``Diagnostics/Failure`` when the description beside it is wrong, with status 64 when there is neither
  ///   description nor date, or with status 66 when there is not even a survey file.
  public init(ofSurvey survey: String, date: CalendarDate?) throws(Failure) {
    let ending = [".csv", ".sav", ".zsav"].first { survey.hasSuffix($0) } ?? ""
    let stem = String(survey.dropLast(ending.count))
    let beside = stem + ".wave.yaml"
    if pathExists(beside) {
      try self.init(beside)
      file = survey
      if let date { self.date = date }
    } else {
      guard let date else {
        _ = try readFile(survey)
        throw Failure(
          .usage, rule: "missing-date", at: Place(file: survey),
          message: "nothing says for which date this wave speaks",
          mend: "add '--date 2020-04-15', or put a description beside the file: \(lastName(of: beside))")
      }
      self.init(name: lastName(of: stem), date: date, file: survey, simulated: false)
    }
  }
}

extension SettingsReader {
  /// Returns the date of a key that must be there, written as `2020-06-26`.
  public func date(_ key: String) -> CalendarDate {
    if node(key) == nil {
      lack(key, "a date such as 2020-06-26")
    } else {
      let text = text(key)
      if let date = CalendarDate(iso: text), text.utf8.count == 10 { return date }
      if !text.isEmpty {
        reject(
          key, rule: "wrong-date", value: text, message: "'\(key)' must be a date, and is \"\(text)\"",
          mend: "write a day that exists, such as 2020-06-26")
      }
    }
    guard let stand = CalendarDate(year: 1, month: 1, day: 1) else { preconditionFailure("a day that exists") }
    return stand
  }
}
