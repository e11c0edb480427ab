public import Artefacts
public import Diagnostics
import Files
import Matrices
import Reporting
import Settings
import Texts

/// One call of report: everything that the stages left becomes a publication in each language.
public struct ReportRequest: StageRequest {
  /// The name of the stage.
  public static let stage = "report"

  /// The folder that ingest left.
  public var ingest: String
  /// The folder that normalise left.
  public var normalise: String
  /// The folder that cluster left.
  public var cluster: String
  /// The folder that match left.
  public var match: String
  /// The pipeline, of which the texts, codebook, catalogue, register and the sections `report` and `publish` are used.
  public var pipeline: Pipeline
  /// The working folders of an earlier wave to compare with, if any: normalise, cluster and match are used.
  public var earlier: WorkFolders?
  /// The file with the corrections of the wave after it was published, when there is one.
  public var errata: String?
  /// Whether somebody asked for that wave, so that it is an error when it cannot be compared with; else it is a warning.
  public var isEarlierAsked: Bool

  /// Creates a request from what a command line gives.
  public init(
    ingest: String, normalise: String, cluster: String, match: String, pipeline: Pipeline, earlier: WorkFolders? = nil,
    errata: String? = nil
  ) {
    self.errata = errata
    self.ingest = ingest
    self.normalise = normalise
    self.cluster = cluster
    self.match = match
    self.pipeline = pipeline
    self.earlier = earlier
    isEarlierAsked = earlier != nil
  }

  /// Creates a request from a pipeline and the working folders of a wave.
  ///
  /// It is compared with the last wave before it that is still in the working folders.
  public init(pipeline: Pipeline, wave: WaveDescription, work: WorkFolders) {
    self.init(
      ingest: work.folder(of: "ingest"), normalise: work.folder(of: "normalise"), cluster: work.folder(of: "cluster"),
      match: work.folder(of: "match"), pipeline: pipeline)
    earlier = lastWave(before: wave, of: pipeline, work)
    let file = Errata.file(of: work)
    errata = pathExists(file) ? file : nil
  }
}

extension ReportRequest {
  /// The records of the four stages, codebook, catalogue, names of types, the files of the register, what the accessibility
  /// statement rests on, and the records of the earlier wave.
  public var inputFiles: [String] {
    [ingest, normalise, cluster, match].map { joinPath($0, "run.json") } + [pipeline.codebook, pipeline.catalogue]
      + (pipeline.typeNames.map { [$0] } ?? []) + registerInputs(pipeline.register, boundaries: true)
      + accessibilityInputs + [errata].compactMap { $0 } + earlierRecords
  }

  private var accessibilityInputs: [String] {
    let settings = try? pipeline.report
    return settings?.accessibility.map { AccessibilityFile.inputs(of: pipeline.path($0)) } ?? []
  }

  private var earlierRecords: [String] {
    guard let earlier else { return [] }
    return LastWave.stages.map { earlier.record(of: $0) }.filter(pathExists)
  }

  /// The digests of the inputs, those of the earlier wave by its name.
  private var namedDigests: [RunRecord.FileDigest] {
    get throws(Failure) {
      var digests = try inputDigests
      let wave = earlier.map { lastName(of: $0.base) + "/" } ?? ""
      for index in digests.indices.suffix(earlierRecords.count) { digests[index].name = wave + digests[index].name }
      return digests
    }
  }

  /// The sections and the words of the pipeline.
  public var keySettings: [RunRecord.Parameter] {
    let words: KeyValuePairs = [
      "title": pipeline.title, "unit.one": pipeline.unit.one, "unit.many": pipeline.unit.many,
    ]
    return [RunRecord.Parameter("name", pipeline.name)]
      + words.flatMap { [RunRecord.Parameter($0 + ".nl", $1.nl), RunRecord.Parameter($0 + ".en", $1.en)] }
      + pipeline.settings(of: "report") + pipeline.settings(of: "publish")
  }

  /// Writes the publication: a folder a language, with its pages, figures and tables.
  ///
  /// - Throws: ``Diagnostics/Failure`` with all that was found: status 66 for a missing folder, 78 for settings that are
  ///   wrong, 65 for tables that do not belong together.
  public func run() async throws(Failure) -> StageOutput {
    let settings = try pipeline.report
    let publish = try pipeline.publish
    var assembly = try ReportAssembly(self, settings, publish)
    let report = try assembly.report()
    var output = StageOutput(
      stage: Self.stage, simulated: report.simulated,
      parameters: [
        RunRecord.Parameter("wave", report.wave.name), RunRecord.Parameter("date", report.wave.date),
        RunRecord.Parameter("languages", settings.languages.map(\.rawValue).joined(separator: " ")),
        RunRecord.Parameter("formats", settings.formats.map(\.rawValue).joined(separator: " ")),
        RunRecord.Parameter("publish.unit-type.minimum", String(publish.unitTypeMinimum)),
        RunRecord.Parameter("publish.cell.minimum", String(publish.cellMinimum)),
      ], inputs: try namedDigests,
      findings: assembly.findings + report.mapFindings + (assembly.accessibility?.notes ?? []))
    if let changes = report.changes {
      output.parameters.append(RunRecord.Parameter("earlier_wave", changes.earlier.name))
    }
    let folders = try settings.languages.map { (language: Language) throws(Failure) in
      try PublicationFolder(report, assembly, in: language)
    }
    let written = await inParallel(count: folders.count) { index in
      Result { () throws(Failure) in try folders[index].files() }
    }
    var statements: [Statement] = []
    for result in written {
      let folder = try result.get()
      statements += folder.statements
      output.documents += folder.files
      output.findings += folder.findings.filter { !output.findings.contains($0) }
    }
    var agreement = Agreement(assembly.folders, own: output.parameters)
    let numbersHeld = try agreement.check(statements)
    output.counts = [
      RunRecord.Count("types", report.types.count), RunRecord.Count("units", report.units.count),
      RunRecord.Count("units_shown", report.units.count { if case .placed = $0.placing { true } else { false } }),
      RunRecord.Count("files", output.documents.count), RunRecord.Count("numbers_held", numbersHeld),
    ]
    return output
  }
}
