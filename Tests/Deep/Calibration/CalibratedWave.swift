import Artefacts
import Clustering
import Diagnostics
import Files
import Matrices
import Stages
import Tables

/// A simulated wave that goes through the stages of the sample's pipeline twice: with its few respondents, and with all
/// officials of the same units.
struct CalibratedWave {
  /// How many officials a unit has, those who answered among them.
  static let officials = 200

  private static let pipeline = "Pipelines/member-survey/pipeline.yaml"
  private static let plan = "SampleData/member-survey-2020.simulation.yaml"
  private static let name = "2020"

  let number: Int
  /// The number of types, or `nil` to choose it by the pipeline's rule.
  let types: Int?
  /// The folder for everything that is written.
  let folder: String

  /// Draws the wave, finds its types, and assigns its units by what all officials answer.
  func members() async throws(Failure) -> [CalibratedMember] {
    let pipeline = try Pipeline(Self.pipeline)
    let request = SimulateRequest(plan: Self.plan, seed: UInt64(number))
    let files = try request.run()
    let everybody = try request.allOfficials(Self.officials)
    for file in [files.survey, files.description, everybody] {
      try writeFile(joinPath(folder, file.path), bytes: file.bytes)
    }
    let wave = try WaveDescription(joinPath(folder, files.description.path))
    let normalised = try await normalise(wave, pipeline, into: "few")
    let typology = try await cluster(normalised, pipeline)
    var all = wave
    all.file = joinPath(folder, everybody.path)
    let frozen = try frozenPipeline()
    let truths = try await truths(try await normalise(all, frozen, into: "all", earlier: normalised), typology)
    return CalibratedMember.all(
      wave: number, types: try typology.table("types"),
      respondents: try respondents(in: joinPath(folder, "few-ingest")),
      truths: truths)
  }

  /// Brings a wave to features, and returns the folder that normalise left.
  private func normalise(
    _ wave: WaveDescription, _ pipeline: Pipeline, into stem: String, earlier: String? = nil
  ) async throws(Failure) -> String {
    let work = WorkFolders(base: joinPath(folder, stem))
    let ingested = joinPath(folder, stem + "-ingest")
    try await IngestRequest(pipeline: pipeline, wave: wave, work: work).run().write(to: ingested)
    var request = NormaliseRequest(ingest: ingested, pipeline: pipeline, earlier: earlier)
    request.wave = wave
    let target = joinPath(folder, stem + "-normalise")
    try await request.run().write(to: target)
    return target
  }

  private func cluster(_ normalised: String, _ pipeline: Pipeline) async throws(Failure) -> ArtefactFolder {
    var settings = try pipeline.cluster
    if let types {
      settings.from = types
      settings.to = types
      settings.quick = true
    }
    let target = joinPath(folder, "cluster")
    try await ClusterRequest(features: normalised, settings: settings, seed: pipeline.seed).run().write(to: target)
    return try ArtefactFolder(target, stage: "cluster")
  }

  /// Returns the types of each unit by the features from all officials: that whose centroid is nearest, and that which it
  /// gets when as many types are found anew and matched with those of the few.
  private func truths(_ normalised: String, _ typology: ArtefactFolder) async throws(Failure) -> [String: (
    fixed: String, anew: String
  )] {
    let model = try typology.json("model.json", as: ClusterModel.self)
    let features = try ArtefactFolder(normalised, stage: "normalise").table("features")
    let columns = model.features.map { features[$0]?.numbers ?? [] }
    let units = (features["unit"]?.texts ?? []).map { $0 ?? "" }
    let data = Matrix(units.indices.map { row in columns.map { $0[row] ?? 0 } })
    let nearest = nearestCentroids(of: data, to: model.centroids)
    let found = await KMeans(clusters: model.types.count, starts: 50, seed: model.seed).fit(data).partition
    var shared = model.types.map { _ in [Int](repeating: 0, count: found.clusters) }
    let types = try typology.table("types")
    let own = Dictionary(zip(types["unit"]?.texts ?? [], types["type"]?.texts ?? [])) { first, _ in first }
    for (row, unit) in units.enumerated() {
      guard let type = model.types.firstIndex(where: { $0.type == own[unit] }) else { continue }
      shared[type][found.labels[row]] += 1
    }
    let match = optimalMatching(shared)
    var truths: [String: (fixed: String, anew: String)] = [:]
    for (row, unit) in units.enumerated() {
      let anew = match.firstIndex(of: found.labels[row]) ?? 0
      truths[unit] = (model.types[nearest[row]].type, model.types[anew].type)
    }
    return truths
  }

  private func respondents(in folder: String) throws(Failure) -> [String: Int] {
    let units = try ArtefactFolder(folder, stage: "ingest").table("respondents")["unit"]?.texts ?? []
    return units.reduce(into: [:]) { counts, unit in
      if let unit { counts[unit, default: 0] += 1 }
    }
  }

  /// The pipeline with the fit of the few respondents taken over, and nothing redrawn.
  private func frozenPipeline() throws(Failure) -> Pipeline {
    let home = Files.folder(of: Self.pipeline)
    let ups = String(repeating: "../", count: folder.split(separator: "/").count) + home + "/"
    let paths = ["codebook: ", "catalogue: ", "type_names: ", "register: ", "  - ../../SampleData"]
    let lines = try readText(Self.pipeline).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("  replicates: ") {
        return "  replicates: 0\n  fit: {mode: frozen, wave: \"\(Self.name)\"}"
      }
      guard let path = paths.first(where: line.hasPrefix) else { return String(line) }
      let start = path.hasPrefix("  - ") ? "  - " : path
      return start + ups + line.dropFirst(start.count).drop { $0 == " " }
    }
    let target = joinPath(folder, "frozen.yaml")
    try writeFile(target, bytes: Array(lines.joined(separator: "\n").utf8))
    return try Pipeline(target)
  }
}
