public import Artefacts
public import Diagnostics
import Files

/// One call of a stage, with everything that decides its output.
///
/// Each stage has one such type (`IngestRequest`, `NormaliseRequest`, …) in a file named after the stage. Its plain
/// initialiser takes what a command line gives; `init(pipeline:wave:work:)` takes it from a pipeline file and the working
/// folders. The driver compares ``key`` with the one that the last run left, and runs what changed.
public protocol StageRequest: Sendable {
  /// The name of the stage.
  static var stage: String { get }
  /// Creates a request from a pipeline and the working folders of a wave.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 78 and all that is wrong in the section of the stage.
  init(pipeline: Pipeline, wave: WaveDescription, work: WorkFolders) throws(Failure)
  /// The paths of all files that decide the output; of an artefact folder its `run.json`.
  var inputFiles: [String] { get }
  /// The settings that decide the output, by name: the values of the section, the seed.
  var keySettings: [RunRecord.Parameter] { get }
  /// Does the work, writing nothing.
  ///
  /// - Throws: ``Diagnostics/Failure`` with all that was found.
  func run() async throws(Failure) -> StageOutput
}

extension StageRequest {
  /// The digest of the program's version, the settings and the content of every input.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when an input is missing.
  public var key: String {
    get throws(Failure) {
      try keyed().key
    }
  }

  /// The key, and everything that it is made of.
  ///
  /// - Parameter records: The digests of records that stages before this one will leave, by their paths.
  /// - Returns: The key with its parts.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when another input is missing.
  public func keyed(foreseeing records: [String: String] = [:]) throws(Failure) -> StageKey {
    StageKey(
      stage: Self.stage, settings: keySettings, inputs: try digests(of: inputFiles, foreseeing: records),
      paths: inputFiles)
  }

  /// The digests of the input files under their bare names, for the run record.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when an input is missing.
  public var inputDigests: [RunRecord.FileDigest] {
    get throws(Failure) { try digests(of: inputFiles) }
  }
}

/// The digests of files that this process has read, so that a register which three stages read is read once.
private let knownDigests = KnownFiles<String>(largest: .max)

/// Returns the digests of files under their bare names; the record of a stage is named after its folder.
private func digests(
  of files: [String], foreseeing records: [String: String] = [:]
) throws(Failure) -> [RunRecord.FileDigest] {
  var digests: [RunRecord.FileDigest] = []
  for file in files {
    let name = lastName(of: file)
    let shown = name == "run.json" ? lastName(of: folder(of: file)) + "/run.json" : name
    let digest: String
    if let foreseen = records[file] {
      digest = foreseen
    } else {
      digest = try knownDigests.value(of: [file]) { () throws(Failure) in try sha256(ofFile: file) }
    }
    digests.append(RunRecord.FileDigest(name: shown, sha256: digest))
  }
  return digests
}

/// The working folders of one wave: `.koers/<pipeline>/<wave>/<stage>`.
public struct WorkFolders: Hashable, Sendable {
  /// The folder that holds the stage folders of the wave.
  public let base: String

  /// Creates the folders' names.
  public init(base: String) { self.base = base }

  /// The folders of another wave of the same pipeline.
  public func ofWave(_ name: String) -> WorkFolders { WorkFolders(base: joinPath(Files.folder(of: base), name)) }

  /// The folder of a stage.
  public func folder(of stage: String) -> String { joinPath(base, stage) }

  /// The record of a stage, which stands for its whole folder as an input.
  public func record(of stage: String) -> String { joinPath(folder(of: stage), "run.json") }
}
