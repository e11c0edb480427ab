public import Diagnostics
import Files
import Normalisation
import Registers
import Settings
import Strategies
import Survey

/// Checks a pipeline and everything that it names, without running it.
///
/// The pipeline file, the sections of all stages, the codebook, the catalogue, the names of types, the register and the
/// descriptions of the waves are read; what one names of another must be there.
///
/// - Parameter path: The pipeline file or its folder.
/// - Returns: Notes and warnings, when the pipeline can run.
/// - Throws: ``Diagnostics/Failure`` with everything that was found, and the status of the first file that is wrong.
public func checkPipeline(_ path: String) throws(Failure) -> [Finding] {
  var check = PipelineCheck()
  check.run(path)
  if check.findings.contains(where: { $0.level == .error }) { throw Failure(check.status, check.findings) }
  return check.findings
}

private struct PipelineCheck {
  var findings: [Finding] = []
  var status = ExitStatus.badPipeline
  private var hasFailed = false

  mutating func run(_ path: String) {
    guard let pipeline = attempt({ () throws(Failure) in try Pipeline(path) }) else { return }
    let codebook = attempt { () throws(Failure) in try readCodebook(pipeline.codebook) }
    let register = pipeline.register.flatMap { folder in
      attempt { () throws(Failure) in try RegisterFolder(folder) }
    }
    let settings = attempt { () throws(Failure) in
      try pipeline.section("normalise") { NormalisationSettings(reading: $0) }
    }
    attempt { () throws(Failure) in _ = try pipeline.section("ingest") { IngestSettings(reading: $0) } }
    attempt { () throws(Failure) in _ = try pipeline.section("cluster") { ClusterSettings(reading: $0) } }
    attempt { () throws(Failure) in _ = try pipeline.section("match") { MatchSettings(reading: $0) } }
    attempt { () throws(Failure) in _ = try pipeline.section("report") { ReportSettings(reading: $0) } }
    attempt { () throws(Failure) in _ = try pipeline.section("publish") { PublishSettings(reading: $0) } }
    if let names = pipeline.typeNames { attempt { () throws(Failure) in _ = try TypeNames(path: names) } }
    checkSources(pipeline, codebook, register, settings)
    for wave in pipeline.waves { check(wave: wave) }
  }

  /// Checks what the features name of codebook and register, and what the catalogue names of the features.
  private mutating func checkSources(
    _ pipeline: Pipeline, _ codebook: Codebook?, _ register: RegisterFolder?, _ settings: NormalisationSettings?
  ) {
    guard let codebook, let settings, pipeline.register == nil || register != nil else {
      attempt { () throws(Failure) in _ = try readCatalogue(pipeline.catalogue) }
      return
    }
    let attributes = register?.register.valueNames
    findings += settings.unknownSources(among: KnownSources(codebook, register: attributes))
    let measured = settings.features.map(\.name) + codebook.indices.map(\.name) + (attributes ?? [])
    attempt { () throws(Failure) in _ = try readCatalogue(pipeline.catalogue, sources: measured) }
  }

  private mutating func check(wave path: String) {
    guard let wave = attempt({ () throws(Failure) in try WaveDescription(path) }) else { return }
    attempt { () throws(Failure) in _ = try readFile(wave.file) }
  }

  @discardableResult
  private mutating func attempt<Value>(_ body: () throws(Failure) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      if !hasFailed { status = error.status }
      hasFailed = true
      findings += error.findings
      return nil
    }
  }
}
