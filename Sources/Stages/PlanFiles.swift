import Diagnostics
import Files
import PipelineFiles
import Registers
import Settings
import Simulation
import Survey

/// A plan with the codebook and register that it names, and the plans that it follows.
struct PlanFiles {
  /// The wave of the plan.
  let wave: PlannedWave
  /// The codebook by which the wave is asked.
  let codebook: Codebook
  /// The waves that it follows, the oldest first.
  let earlier: [PlannedWave]
  /// The path of the codebook as the plan names it, when the first wave of the row was asked by another.
  let ownCodebook: String?

  private let firstCodebook: String

  /// Reads a plan and all that it names; paths are relative to the folder of the plan that names them.
  ///
  /// - Parameters:
  ///   - path: The file with the plan.
  ///   - followers: The plans that follow this one, as they were named.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when a file is missing, 78 with all that is wrong in a plan or codebook,
  ///   65 with all that is wrong in a register.
  init(_ path: String, followedBy followers: [String] = []) throws(Failure) {
    let findings = Findings()
    let reader = SettingsReader(try readYAML(path), of: "the simulation", findings: findings)
    let home = folder(of: path)
    let before = reader.text("follows", default: nil).map { joinPath(home, $0) }
    if let before, (followers + [path]).contains(before) {
      throw Failure(
        .badPipeline, rule: "circle", at: reader.place(of: "follows"), value: before,
        message: "the plan follows a plan that follows it", mend: "name the plan of an earlier wave")
    }
    let past = try before.map { before throws(Failure) in try PlanFiles(before, followedBy: followers + [path]) }
    let codebookName = reader.text("codebook")
    let registerPath = reader.text("register", default: nil).map { joinPath(home, $0) }
    let plan = SimulationPlan(reading: reader, after: past?.wave.plan)
    reader.finish()
    try findings.throwErrors()
    let codebookPath = joinPath(home, codebookName)
    codebook = try readCodebook(codebookPath)
    wave = PlannedWave(
      plan, questions: codebook.questions.filter { !$0.isOptional }.map(SimulatedQuestion.init),
      register: try registerPath.map { path throws(Failure) in try readRegister(folder: path) })
    earlier = past.map { $0.earlier + [$0.wave] } ?? []
    firstCodebook = past?.firstCodebook ?? codebookPath
    ownCodebook = firstCodebook == codebookPath ? nil : codebookName
  }
}

/// Returns the path that leads from a folder to a file, both seen from the same place.
///
/// When one of the two starts at the root and the other does not, it is the path of the file.
func relativePath(from folder: String, to file: String) -> String {
  func parts(_ path: String) -> [Substring] {
    path.split(separator: "/").reduce(into: []) { parts, part in
      if part == ".." && !parts.isEmpty && parts.last != ".." {
        parts.removeLast()
      } else if part != "." {
        parts.append(part)
      }
    }
  }
  if folder.hasPrefix("/") != file.hasPrefix("/") { return file }
  let (from, to) = (parts(folder), parts(file))
  let shared = zip(from, to).prefix { $0 == $1 }.count
  return (from.dropFirst(shared).map { _ in ".." } + to.dropFirst(shared)).joined(separator: "/")
}
