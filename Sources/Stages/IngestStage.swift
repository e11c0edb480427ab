public import Artefacts
import CSVFiles
public import Diagnostics
import Exports
import Files
import PipelineFiles
import Questionnaires
import Settings
public import Survey
import Tables

/// One call of ingest: a survey file becomes a wave of typed answers, and every record gets an outcome.
public struct IngestRequest: StageRequest {
  /// The name of the stage.
  public static let stage = "ingest"

  /// The wave: the survey file, its date, and whether its answers are simulated.
  public var wave: WaveDescription
  /// The path of the codebook.
  public var codebook: String
  /// The folder of the register; without one every distinct name is a unit of its own.
  public var register: String?
  /// The path of the file of confirmed names, if there is one.
  public var names: String?
  /// The path of the crosswalk, for a wave with a codebook of its own.
  public var crosswalk: String?
  /// The sources that the typology is made from, such as `question.hours`; what changed about them must be treated.
  public var usedSources: Set<String> = []
  /// How the file is read.
  public var settings: IngestSettings

  /// Creates a request from what a command line gives.
  ///
  /// - Parameters:
  ///   - wave: The wave.
  ///   - codebook: The path of the codebook.
  ///   - register: The folder of the register, if there is one.
  ///   - names: The path of the file of confirmed names, if there is one.
  ///   - settings: How the file is read.
  public init(
    wave: WaveDescription, codebook: String, register: String? = nil, names: String? = nil,
    settings: IngestSettings = IngestSettings()
  ) {
    self.wave = wave
    self.codebook = codebook
    self.register = register
    self.names = names
    self.settings = settings
    self.settings.fieldwork = wave.fieldwork
  }

  /// Creates a request from a pipeline and the working folders of a wave.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 78 and all that is wrong in the section `ingest`; for a wave with a
  ///   codebook of its own also when the features or the catalogue cannot be read.
  public init(pipeline: Pipeline, wave: WaveDescription, work: WorkFolders) throws(Failure) {
    let settings = try pipeline.ingest
    self.init(
      wave: wave, codebook: pipeline.codebook, register: pipeline.register, names: settings.names.map(pipeline.path),
      settings: settings)
    if wave.codebook != nil {
      crosswalk = pipeline.crosswalk
      usedSources = try pipeline.usedSources()
    }
  }
}

extension IngestRequest {
  /// The survey, the description of the wave, the codebooks, the crosswalk, the confirmed names, and the tables of the
  /// register.
  public var inputFiles: [String] {
    [wave.file, codebook] + [wave.descriptionFile, wave.codebook, crosswalk, names].compactMap { $0 }
      + registerInputs(register)
  }

  /// The settings, the date and the mark of simulated answers.
  public var keySettings: [RunRecord.Parameter] {
    parameters
      + (usedSources.isEmpty ? [] : [RunRecord.Parameter("used", usedSources.sorted().joined(separator: " "))])
      + [
        RunRecord.Parameter("simulated", String(wave.simulated)),
        RunRecord.Parameter("register", register == nil ? "none" : "given"),
      ]
  }

  /// Reads the survey file.
  ///
  /// - Returns: The tables `respondents`, `quarantine`, `findings` and `ledger`, and with a register `names-proposed`;
  ///   for a wave with a codebook of its own `own-answers`, in the terms of that.
  /// - Throws: ``Diagnostics/Failure`` with all that was found: status 66 for a missing file, 65 for data that cannot be
  ///   read, 78 for a wrong codebook.
  public func run() async throws(Failure) -> StageOutput {
    let questionnaire = try WaveQuestionnaire(self)
    let dialect = questionnaire.own.dialect
    let survey = try openSurvey(
      wave.file, dialect: wishes(dialect), tool: dialect.tool, headingRows: dialect.headingRows)
    let (book, undeclared) = questionnaire.own.refusing(userMissing: survey.labels, in: survey.layout)
    let headings = survey.layout.headingRecords
    let decoder = try PieceDecoder(
      codebook: book, settings: settings, layout: survey.layout, file: wave.file,
      headingLine: survey.source.head.first?.line ?? 1, head: RawRecords(survey.source.head.dropFirst(headings)))
    let naming = try UnitNaming(self)
    let (pieces, notes) = try await survey.source.pieces(below: headings) { decoder.decode($0) }
    let decoded = try decoder.finish(pieces, resolve: naming.resolver.resolve)
    let before = survey.notes + undeclared + questionnaire.findings + notes
    let findings = AllFindings(
      before: before + naming.findings + naming.findings(on: decoded.names, codebook: book), decoded.findings)
    let answers = questionnaire.brought(decoded.wave)
    var output = StageOutput(
      stage: Self.stage,
      tables: [
        answers.table(questionnaire.reference), decoded.quarantine.table, findings.findingsTable, decoded.ledger.table,
      ],
      simulated: wave.simulated, parameters: parameters, inputs: try inputDigests, findings: findings.told)
    output.findingCounts = findings.counts
    output.tally = findings.tally
    output.findingsPrinted = settings.findingsPrinted
    if wave.codebook != nil { output.tables.append(questionnaire.ownAnswers(decoded.wave)) }
    if register != nil { output.tables.append((decoded.names?.proposals ?? []).table) }
    output.parameters += survey.parameters
    output.counts = counts(of: decoded)
    if let numbers = decoder.numberStyle {
      output.parameters += [
        RunRecord.Parameter("decimal_mark", String(numbers.style.decimal)),
        RunRecord.Parameter("decimal_mark_reason", numbers.reason),
      ]
    }
    return output
  }

  /// What is said about the dialect: by the pipeline, else by the codebook.
  private func wishes(_ dialect: Dialect) -> CSVDialect.Choice {
    let delimiter = settings.delimiter == .auto ? dialect.delimiter : settings.delimiter
    return CSVDialect.Choice(
      delimiter: delimiter.byte, encoding: dialect.encoding.textEncoding, footers: dialect.footers)
  }

  private var parameters: [RunRecord.Parameter] {
    [
      RunRecord.Parameter("wave", wave.name),
      RunRecord.Parameter("date", wave.date.iso),
      RunRecord.Parameter("delimiter", settings.delimiter.rawValue),
      RunRecord.Parameter("not_units", settings.notUnits.joined(separator: "; ")),
      RunRecord.Parameter("reorganisations", settings.reorganisationsText),
      RunRecord.Parameter("exclude", excludeDigest),
      RunRecord.Parameter("quarantine_limit", plainText(settings.quarantineLimit)),
      RunRecord.Parameter("exclude_careless", settings.excludeCareless.map(\.rawValue).joined(separator: " ")),
    ]
  }

  /// The digest of the list of excluded respondents, who are not named in a record.
  private var excludeDigest: String {
    settings.exclude.isEmpty ? "" : sha256(settings.exclude.joined(separator: "\n").utf8)
  }

  private func counts(of survey: DecodedSurvey) -> [RunRecord.Count] {
    [RunRecord.Count("records", survey.ledger.entries.count)]
      + Ledger.Outcome.allCases.map { RunRecord.Count($0.rawValue, survey.ledger.count($0)) }
      + [RunRecord.Count("units", survey.wave.unitCount)]
  }
}

/// Reads a codebook.
///
/// - Parameter path: The YAML file.
/// - Returns: The codebook, without mistakes.
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 78 with all that is wrong in it.
public func readCodebook(_ path: String) throws(Failure) -> Codebook {
  try knownCodebooks.value(of: [path]) { () throws(Failure) in
    let findings = Findings()
    let reader = SettingsReader(try readYAML(path), of: "the codebook", findings: findings)
    let codebook = Codebook(reading: reader)
    reader.finish()
    try findings.throwErrors()
    return codebook
  }
}

/// The codebooks that this process has read; every stage reads the same.
private let knownCodebooks = KnownFiles<Codebook>()

/// Reads the wave that ingest left.
///
/// - Parameters:
///   - folder: The folder of the stage.
///   - codebook: The codebook that the wave was read by.
/// - Returns: The wave, and the folder it came from.
/// - Throws: ``Diagnostics/Failure`` when the folder is missing or its tables do not fit the codebook.
public func readWave(_ folder: String, codebook: Codebook) throws(Failure) -> (wave: Wave, folder: ArtefactFolder) {
  let artefact = try ArtefactFolder(folder, stage: IngestRequest.stage)
  let table = try artefact.table("respondents")
  return (try Wave(table, codebook: codebook, file: joinPath(folder, "respondents.csv")), artefact)
}

extension IngestRequest {
  /// The delimiters by name, as a command line knows them.
  public static var delimiterNames: [String] { IngestSettings.Delimiter.allCases.map(\.rawValue) }

  /// Sets the delimiter by its name; a name that is none of ``delimiterNames`` changes nothing.
  public mutating func setDelimiter(named name: String) {
    if let delimiter = IngestSettings.Delimiter(rawValue: name) { settings.delimiter = delimiter }
  }
}

extension IngestSettings.Delimiter {
  /// The byte, or `nil` when it is to be found out.
  var byte: UInt8? {
    switch self {
    case .auto: nil
    case .comma: CSVReader.comma
    case .semicolon: CSVReader.semicolon
    case .tab: CSVReader.tab
    }
  }
}

extension Dialect.Encoding {
  /// The encoding, or `nil` when it is to be found out.
  var textEncoding: TextEncoding? { TextEncoding(settingName: rawValue) }
}
