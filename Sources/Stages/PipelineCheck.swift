import Artefacts
public import Diagnostics
import Files
import Normalisation
import PipelineFiles
import Registers
import Settings
import Strategies
import Survey

/// Checks a pipeline and everything that it names, without running it.
///
/// The pipeline file with the sections of all stages, the codebook, the catalogue, the names of types, the register, the
/// descriptions of the waves and the surveys are read; what one names of another must be there.
///
/// - Parameters:
///   - path: The pipeline file or its folder.
///   - surveys: Whether the surveys are read too, as ingest would.
/// - Returns: Notes and warnings, when the pipeline can run.
/// - Throws: ``Diagnostics/Failure`` with everything that was found, and the status of the first file that is wrong.
public func checkPipeline(_ path: String, surveys: Bool = true) async throws(Failure) -> [Finding] {
  var check = PipelineCheck(readsSurveys: surveys)
  await check.run(path)
  if check.findings.contains(where: { $0.level == .error }) { throw Failure(check.status, check.findings) }
  return check.findings
}

private struct PipelineCheck {
  let readsSurveys: Bool
  var findings: [Finding] = []
  var status = ExitStatus.badPipeline
  private var hasFailed = false

  init(readsSurveys: Bool) { self.readsSurveys = readsSurveys }

  mutating func run(_ path: String) async {
    let mistakes = Findings()
    guard let pipeline = attempt({ () throws(Failure) in try Pipeline(path, findings: mistakes) }) else { return }
    attempt { () throws(Failure) in try mistakes.throwErrors() }
    var codebook: Codebook?
    if exists("codebook", pipeline.codebook, in: pipeline) {
      codebook = attempt { () throws(Failure) in try readCodebook(pipeline.codebook) }
    }
    var register: RegisterFolder?
    if let folder = pipeline.register, exists("register", folder, in: pipeline) {
      register = attempt { () throws(Failure) in try RegisterFolder(folder) }
    }
    if let names = pipeline.typeNames, exists("type_names", names, in: pipeline) {
      attempt { () throws(Failure) in _ = try TypeNames(path: names) }
    }
    if let settings = try? pipeline.ingest, let names = settings.names {
      _ = exists("ingest.names", pipeline.path(names), in: pipeline)
    }
    checkAccessibility(pipeline)
    if let crosswalk = pipeline.crosswalk { _ = exists("crosswalk", crosswalk, in: pipeline) }
    checkSources(pipeline, codebook, register)
    let canDecode = codebook != nil && (pipeline.register == nil || register != nil)
    for index in pipeline.waves.indices { await check(wave: index, of: pipeline, canDecode: canDecode) }
  }

  /// Checks what the features name of codebook and register, and what the catalogue names of the features.
  private mutating func checkSources(_ pipeline: Pipeline, _ codebook: Codebook?, _ register: RegisterFolder?) {
    let hasCatalogue = exists("catalogue", pipeline.catalogue, in: pipeline)
    guard let codebook, pipeline.register == nil || register != nil,
      let settings = try? pipeline.normalise
    else {
      checkMatch(pipeline, hasCatalogue ? check(catalogue: pipeline.catalogue, sources: nil) : nil)
      return
    }
    let attributes = register?.register.valueNames
    let unknown = settings.unknownSources(
      among: KnownSources(codebook, register: attributes), in: codebook)
    if !unknown.isEmpty { fail(.badPipeline, unknown) }
    let measured = CatalogueSources(settings, codebook, register: attributes).names
    let catalogue = hasCatalogue ? check(catalogue: pipeline.catalogue, sources: measured) : nil
    if let catalogue { findings += fieldsWithoutAnswers(catalogue, codebook, file: pipeline.catalogue) }
    checkMatch(pipeline, catalogue)
  }

  /// Reads the catalogue, and keeps what is noted about one without mistakes.
  private mutating func check(catalogue path: String, sources: [String]?) -> Catalogue? {
    let noted = Findings()
    let catalogue = attempt { () throws(Failure) in try readCatalogue(path, sources: sources, findings: noted) }
    if catalogue != nil { findings += noted.all }
    return catalogue
  }

  /// Reads what the accessibility statement rests on, when the pipeline names a file for it.
  private mutating func checkAccessibility(_ pipeline: Pipeline) {
    guard let settings = try? pipeline.report,
      let file = settings.accessibility.map(pipeline.path), exists("report.accessibility", file, in: pipeline),
      let statement = attempt({ () throws(Failure) in try AccessibilityFile(path: file) })
    else { return }
    findings += statement.notes
  }

  /// Reads how people weigh the criteria of the catalogue, when the pipeline names a file for it.
  private mutating func checkMatch(_ pipeline: Pipeline, _ catalogue: Catalogue?) {
    guard let settings = try? pipeline.match,
      let file = settings.weightsFile.map(pipeline.path), exists("match.weights.file", file, in: pipeline),
      let catalogue
    else { return }
    attempt { () throws(Failure) in
      _ = try readWeights(file, catalogue: catalogue, consistency: settings.consistency)
    }
  }

  private mutating func check(wave index: Int, of pipeline: Pipeline, canDecode: Bool) async {
    let path = pipeline.waves[index]
    guard pathExists(path) else {
      missing("waves", path, at: pipeline.place(ofWave: index) ?? Place(file: pipeline.file))
      return
    }
    guard let wave = attempt({ () throws(Failure) in try WaveDescription(path) }) else { return }
    if let codebook = wave.codebook, !pathExists(codebook) {
      missing("codebook", codebook, at: Place(file: path))
      return
    }
    guard readsSurveys else {
      if wave.codebook != nil, canDecode, let request = try? self.request(for: wave, of: pipeline) {
        attempt { () throws(Failure) in _ = try WaveQuestionnaire(request) }
      }
      return
    }
    guard pathExists(wave.file) else {
      missing("file", wave.file, at: Place(file: path))
      return
    }
    guard canDecode, let request = try? self.request(for: wave, of: pipeline) else {
      attempt { () throws(Failure) in _ = try openSurvey(wave.file) }
      return
    }
    do {
      let output = try await request.run()
      findings += output.findings
      checkRoom(for: output.counts.first { $0.name == "units" }?.count ?? 0, in: pipeline)
    } catch {
      fail(error.status, error.findings)
    }
  }

  /// The request that reads a wave; without files that are named and not there, which was told already.
  private func request(for wave: WaveDescription, of pipeline: Pipeline) throws(Failure) -> IngestRequest {
    var request = try IngestRequest(pipeline: pipeline, wave: wave, work: WorkFolders(base: ""))
    if let names = request.names, !pathExists(names) { request.names = nil }
    if let crosswalk = request.crosswalk, !pathExists(crosswalk) {
      request.crosswalk = nil
      request.usedSources = []
    }
    return request
  }

  /// Checks that there are at least as many units as types.
  private mutating func checkRoom(for units: Int, in pipeline: Pipeline) {
    guard let settings = try? pipeline.cluster,
      units < settings.to
    else { return }
    fail(.badData, [tooManyTypes(settings.to, units: units, at: settings.mostPlace ?? Place(file: pipeline.file))])
  }

  /// Whether there is what a key of the pipeline names; a key that is not there was told already.
  private mutating func exists(_ key: String, _ path: String, in pipeline: Pipeline) -> Bool {
    guard let place = pipeline.place(of: key) else { return false }
    if pathExists(path) { return true }
    missing(key, path, at: place)
    return false
  }

  private mutating func missing(_ key: String, _ path: String, at place: Place) {
    let finding = Finding(
      .error, rule: "missing-file", at: place, value: path,
      message: "'\(key)' names '\(path)', and there is no such file or folder",
      mend: "check the spelling; a path starts from the folder of the file that names it")
    fail(.missingInput, [finding])
  }

  private mutating func fail(_ status: ExitStatus, _ findings: [Finding]) {
    if !hasFailed { self.status = status }
    hasFailed = true
    self.findings += findings
  }

  @discardableResult
  private mutating func attempt<Value>(_ body: () throws(Failure) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      fail(error.status, error.findings)
      return nil
    }
  }
}

/// Warns of fields of work that are no answer to the question for the field, so that no answers can tell of them.
private func fieldsWithoutAnswers(_ catalogue: Catalogue, _ codebook: Codebook, file: String) -> [Finding] {
  guard let question = codebook.question(for: .field) else { return [] }
  let codes = question.categories.map(\.value)
  return catalogue.fields.filter { !codes.contains($0.id) }.map { field in
    Finding(
      .warning, rule: "field-without-answers", at: Place(file: file), value: field.id,
      message:
        "the field '\(field.id)' is no answer to '\(question.name)', so that it rests on the catalogue's judgement",
      mend: suggestion(for: field.id, among: codes).map { "did you mean '\($0)'?" }
        ?? "use one of the codes of '\(question.name)': \(codes.joined(separator: ", "))")
  }
}
