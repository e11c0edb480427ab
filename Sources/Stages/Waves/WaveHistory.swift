import Artefacts
import Diagnostics
import Files
import Registers
import Tables

/// The waves before a wave that the stages left, in the order of their dates, and what it takes to follow units through them.
public struct WaveHistory: Sendable {
  /// A wave whose folders are there.
  struct Entry: Sendable {
    var wave: WaveDescription
    var folders: WorkFolders
  }

  /// The pipeline, whose register and codebooks are used.
  let pipeline: Pipeline
  /// The wave that is compared with those before it.
  let wave: WaveDescription
  /// The earlier waves that the stages left, oldest first.
  let earlier: [Entry]

  /// Finds the earlier waves of a pipeline that were clustered; one whose types are held is passed over.
  ///
  /// - Parameters:
  ///   - pipeline: The pipeline, whose waves are looked through.
  ///   - wave: The wave.
  ///   - work: Its working folders, beside which those of the others are.
  init(_ pipeline: Pipeline, before wave: WaveDescription, _ work: WorkFolders) {
    self.pipeline = pipeline
    self.wave = wave
    earlier = pipeline.waves.compactMap { path -> Entry? in
      // What is wrong in the description of another wave is told by the check of the pipeline.
      guard let other = try? WaveDescription(path), other.name != wave.name, other.date < wave.date else { return nil }
      let folders = work.ofWave(other.name)
      let isThere = EarlierTypology.stages.allSatisfy { pathExists(folders.record(of: $0)) }
      return isThere && !isHeld(folders) ? Entry(wave: other, folders: folders) : nil
    }.sorted { ($0.wave.date, $0.wave.name) < ($1.wave.date, $1.wave.name) }
  }

  /// The records of what the stages left of the earlier waves; that of cluster covers that of normalise.
  var records: [String] { earlier.map { $0.folders.record(of: ClusterRequest.stage) } }

  /// Reads the register, if the pipeline has one.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``RegisterFolder/init(_:)``.
  func register() throws(Failure) -> Register? {
    try pipeline.register.map { path throws(Failure) in try readRegister(folder: path) }
  }

  /// Returns the description of a wave by its name.
  func description(of name: String) -> WaveDescription? {
    wave.name == name ? wave : earlier.first { $0.wave.name == name }?.wave
  }
}
