import Artefacts
public import Diagnostics
import Files
public import Stages
import Tables

/// The waves of a pipeline by their dates, the oldest first.
public struct PipelineWaves: Sendable {
  /// The waves that can be run.
  public let all: [WaveDescription]
  /// Waves in an inbox whose files were changed a moment ago, and may still be written.
  public let settling: [WaveDescription]
  /// What is told about the waves.
  public let findings: [Finding]

  /// For how many seconds a file of an inbox must have been left alone.
  public static let settlingSeconds = 5
  /// How many seconds the clock of the machine that writes into an inbox may be ahead; a file that seems younger than that was
  /// dated by a clock that was wrong, and waits no longer.
  private static let secondsAhead = 60

  /// Reads the descriptions of the waves.
  ///
  /// Waves that a pattern finds are those of an inbox into which others write: such a wave waits while its description or its
  /// survey is not there yet, or was changed less than ``settlingSeconds`` ago.
  ///
  /// - Parameter pipeline: The pipeline.
  /// - Throws: ``Diagnostics/Failure`` with every description that is wrong, and with waves that are there twice: by their
  ///   names, their dates or their answers.
  public init(_ pipeline: Pipeline) throws(Failure) {
    var waves: [WaveDescription] = []
    var settling: [WaveDescription] = []
    var failure: Failure?
    for (index, path) in pipeline.waves.enumerated() {
      do throws(Failure) {
        let wave = try WaveDescription(path)
        if pipeline.wavesOfPatterns.contains(index), Self.isUnderWay(wave) {
          settling.append(wave)
        } else {
          waves.append(wave)
        }
      } catch {
        failure = Failure(failure?.status ?? error.status, (failure?.findings ?? []) + error.findings)
      }
    }
    if let failure { throw failure }
    all = waves.sorted { ($0.date, $0.name) < ($1.date, $1.name) }
    self.settling = settling
    findings = settling.map(Self.settlingFinding)
    try Self.refuseDoubles(all)
  }

  /// The newest wave; `nil` when there is none yet.
  public var newest: WaveDescription? { all.last }

  /// Returns the wave of a name, the newest for `nil`.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 64 when there is no such wave, 66 when there is none at all, 75 when its
  ///   files may still be written.
  public func wave(_ name: String?, in pipeline: Pipeline) throws(Failure) -> WaveDescription {
    guard let name else {
      if let newest { return newest }
      throw Failure(
        .missingInput, [noWave(pipeline)] + findings)
    }
    if let wave = all.first(where: { $0.name == name }) { return wave }
    if let wave = settling.first(where: { $0.name == name }) {
      var finding = Self.settlingFinding(wave)
      finding.level = .error
      throw Failure(.locked, [finding])
    }
    throw Failure(
      .usage, rule: "unknown-wave", at: Place(file: pipeline.file), value: name,
      message: "the pipeline has no wave '\(name)'",
      mend: all.isEmpty ? "there is none yet" : "name one of: " + all.map(\.name).joined(separator: ", "))
  }

  private func noWave(_ pipeline: Pipeline) -> Finding {
    Finding(
      .error, rule: "no-wave-yet", at: pipeline.wavesPlace, message: "there is no wave yet that can be run",
      mend: "put a description NAME.wave.yaml with its survey where 'waves' looks for them")
  }

  private static func isUnderWay(_ wave: WaveDescription) -> Bool {
    [wave.file, wave.descriptionFile].compactMap { $0 }.contains { file in
      guard let age = fileAge(file) else { return true }
      return (-secondsAhead..<settlingSeconds).contains(age)
    }
  }

  private static func settlingFinding(_ wave: WaveDescription) -> Finding {
    let isThere = pathExists(wave.file)
    return Finding(
      .warning, rule: "wave-under-way", at: Place(file: wave.descriptionFile), value: wave.name,
      message: "the wave '\(wave.name)' waits: "
        + (isThere
          ? "its files were changed less than \(settlingSeconds) seconds ago, and may still be written"
          : "its survey '\(lastName(of: wave.file))' is not there yet"),
      mend: "run again when its files are complete; writing them under another name and renaming them is safest")
  }

  /// Refuses waves of one name, of one date, and waves with the same answers.
  private static func refuseDoubles(_ waves: [WaveDescription]) throws(Failure) {
    var findings: [Finding] = []
    for (index, wave) in waves.enumerated() {
      for other in waves[..<index] {
        let place = Place(file: wave.descriptionFile)
        let place2 = other.descriptionFile ?? other.name
        if wave.name == other.name {
          findings.append(
            Finding(
              .error, rule: "double-wave", at: place, value: wave.name,
              message: "the wave '\(wave.name)' is there twice, in '\(place2)' as well",
              mend: "give one of them another name, or take it away"))
        } else if wave.date == other.date {
          findings.append(
            Finding(
              .error, rule: "double-date", at: place, value: wave.date.iso,
              message: "the waves '\(other.name)' and '\(wave.name)' have the same date \(wave.date.iso)",
              mend: "correct the date of one of them: it decides which wave follows which"))
        } else if let size = fileSize(wave.file), size == fileSize(other.file), size > 0,
          try sha256(ofFile: wave.file) == sha256(ofFile: other.file)
        {
          findings.append(
            Finding(
              .error, rule: "double-answers", at: place, value: lastName(of: wave.file),
              message: "the waves '\(other.name)' and '\(wave.name)' have the same answers, byte by byte",
              mend: "put the survey of '\(wave.name)' in its place, or take the wave away"))
        }
      }
    }
    if !findings.isEmpty { throw Failure(.badData, findings) }
  }
}
