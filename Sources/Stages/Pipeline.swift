public import Artefacts
public import Diagnostics
import Files
import Normalisation
import PipelineFiles
public import Settings
import Strategies
import Survey

/// A pipeline file as read and checked: what the whole analysis is, but for the sections of the stages.
///
/// Paths in the file are relative to the folder of the file. The section of each stage stands under its name, such as
/// ``cluster``.
public struct Pipeline: Sendable {
  /// How a unit is called, one and many.
  public struct UnitWords: Hashable, Sendable {
    /// One unit: *gemeente*, municipality.
    public var one: LocalText
    /// Many units: *gemeenten*, municipalities.
    public var many: LocalText
  }

  /// The file as the user named it.
  public let file: String
  /// The name of the pipeline, which is also the name of its folder of publications.
  public let name: String
  /// The title of the report.
  public let title: LocalText
  /// How a unit is called.
  public let unit: UnitWords
  /// The seed of everything that is drawn.
  public let seed: UInt64
  /// The path of the codebook.
  public let codebook: String
  /// The path of the catalogue of strategies.
  public let catalogue: String
  /// The path of the crosswalk, which says how waves with other questionnaires are compared, if there is one.
  public let crosswalk: String?
  /// The path of the names that people gave to types, if there is one.
  public let typeNames: String?
  /// The folder of the register, if there is one.
  public let register: String?
  /// The paths of the descriptions of the waves, in the order of the file; those that a pattern finds by their names.
  public private(set) var waves: [String]
  /// The places in the list `waves` of those whose paths a pattern found.
  public private(set) var wavesOfPatterns: [Int]

  private let root: Node
  /// The sections of the stages.
  let sections: PipelineSections
  /// For each wave the place of its entry in the list.
  private let waveEntries: [Int]

  /// Reads a pipeline file, or the `pipeline.yaml` of a folder, with the sections of all stages.
  ///
  /// - Parameter path: The file or its folder.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 78 with all that is wrong in it.
  public init(_ path: String) throws(Failure) {
    let findings = Findings()
    try self.init(path, findings: findings)
    try findings.throwErrors()
  }

  /// Reads a pipeline file, and adds all that is wrong in it to `findings`.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 78 when it is not YAML.
  init(_ path: String, findings: Findings) throws(Failure) {
    let file = pathExists(joinPath(path, "pipeline.yaml")) ? joinPath(path, "pipeline.yaml") : path
    if isFolder(file) {
      throw Failure(
        .missingInput, rule: "no-pipeline", at: Place(file: path), message: "the folder holds no 'pipeline.yaml'",
        mend: "name the folder of a pipeline, or its file")
    }
    root = try readYAML(file)
    let reader = SettingsReader(root, of: "the pipeline", findings: findings)
    let home = folder(of: file)
    self.file = file
    name = reader.text("name")
    title = reader.localText("title")
    unit = reader.section("unit") { UnitWords(one: $0.localText("one"), many: $0.localText("many")) }
    seed = UInt64(clamping: reader.integer("seed", default: 1, in: 0...Int.max))
    codebook = joinPath(home, reader.text("codebook"))
    catalogue = joinPath(home, reader.text("catalogue"))
    crosswalk = reader.text("crosswalk", default: nil).map { joinPath(home, $0) }
    typeNames = reader.text("type_names", default: nil).map { joinPath(home, $0) }
    register = reader.text("register", default: nil).map { joinPath(home, $0) }
    let listed = reader.texts("waves")
    let found = listed.enumerated().flatMap { index, text in
      pathsMatching(joinPath(home, text)).map { (path: $0, entry: index, isOfPattern: isPattern(text)) }
    }
    waves = found.map(\.path)
    waveEntries = found.map(\.entry)
    wavesOfPatterns = found.indices.filter { found[$0].isOfPattern }
    if listed.isEmpty {
      reader.reject(
        "waves", rule: "no-waves", message: "the pipeline names no wave",
        mend: "add 'waves:' with the path of at least one wave description, such as ../../SampleData/x.wave.yaml")
    }
    if name.contains("/") || name.hasPrefix(".") {
      reader.reject(
        "name", rule: "wrong-name", value: name, message: "the name of a pipeline is also the name of a folder",
        mend: "use letters, digits and hyphens")
    }
    for section in PipelineSections.names { _ = reader.node(section) }
    reader.finish()
    // A file that is no mapping at all has no sections, which is told once.
    let isMapping = if case .mapping = root.content { true } else { false }
    sections = PipelineSections({ [root] in Self.node($0, in: root) }, findings: isMapping ? findings : Findings())
  }

  /// The values of a section by their names, such as `match.draws`; comments, spacing and the order of keys do not count.
  public func settings(of name: String) -> [RunRecord.Parameter] {
    node(name).flattened("").map { RunRecord.Parameter($0.name, $0.value) }
  }

  /// Returns this pipeline with the waves of another, such as the same pipeline as it is today.
  public func withWaves(of other: Pipeline) -> Pipeline {
    var pipeline = self
    pipeline.waves = other.waves
    pipeline.wavesOfPatterns = other.wavesOfPatterns
    return pipeline
  }

  /// Returns a path as it is written in the file, from the folder of the file.
  func path(_ text: String) -> String { joinPath(folder(of: file), text) }

  /// Where the value of a key stands, such as `codebook`, or `cluster.types.to`; `nil` when it is not in the file.
  func place(of key: String) -> Place? {
    var node = root
    for part in key.split(separator: ".") {
      guard case .mapping(let entries) = node.content, let entry = entries.first(where: { $0.key == part })
      else { return nil }
      node = entry.node
    }
    return node.place
  }

  /// The files that sections name beside what the head of the file names, as far as the sections can be read.
  public var otherFiles: [String] {
    let names = (try? ingest)?.names
    let weights = (try? match)?.weightsFile
    let accessibility = (try? report)?.accessibility
    return [names, weights].compactMap { $0.map(path) }
      + (accessibility.map { AccessibilityFile.inputs(of: path($0)) } ?? [])
  }

  /// Where the list of waves stands.
  public var wavesPlace: Place { place(of: "waves") ?? Place(file: file) }

  /// Where the path of a wave stands.
  func place(ofWave index: Int) -> Place? {
    guard case .mapping(let entries) = root.content, let entry = entries.first(where: { $0.key == "waves" })
    else { return nil }
    guard case .sequence(let items) = entry.node.content, waveEntries.indices.contains(index),
      items.indices.contains(waveEntries[index])
    else { return entry.node.place }
    return items[waveEntries[index]].place
  }

  private func node(_ name: String) -> Node { Self.node(name, in: root) }

  private static func node(_ name: String, in root: Node) -> Node {
    guard case .mapping(let entries) = root.content, let entry = entries.first(where: { $0.key == name }),
      !entry.node.isNull
    else { return Node(.mapping([]), at: root.place) }
    return entry.node
  }
}
