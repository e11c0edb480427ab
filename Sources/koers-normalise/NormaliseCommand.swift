import ArgumentParser
import Artefacts
import CommandSupport
import Diagnostics
import Stages

@main
struct NormaliseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koers-normalise",
    abstract: "Bring respondents to units, and units to scaled features.",
    discussion: """
      Reads the folder that koers-ingest left, and the codebook, the register, the seed and the section 'normalise' that the \
      pipeline file names. Leaves the units with their raw values (units.csv, units-ledger.csv), the scaled features and \
      how they were fitted (features.csv, features.json), redrawn respondents (replicates.npy), estimates and weights \
      (estimates.csv, margins.csv, weighting.json, response.csv), and what was noticed (findings.csv, and tables on \
      agreement, reliability, pooling, imputation, screening, outliers and fitness).

      Example: koers-normalise work/ingest --pipeline Pipelines/member-survey --output work/normalise
      """,
    version: ProgramVersion.current)

  @Argument(help: "Folder that koers-ingest left.", completion: .directory)
  var ingest: String

  @OptionGroup var pipeline: PipelineOption

  @Option(
    help: ArgumentHelp(
      "Folder that koers-normalise left of an earlier wave, for a fit that is frozen or pooled.", valueName: "dir"),
    completion: .directory)
  var earlier: String?

  @OptionGroup var output: OutputOption

  func run() async throws {
    try await runStage(into: output.output) { () throws(Failure) in
      NormaliseRequest(ingest: ingest, pipeline: try Pipeline(pipeline.pipeline), earlier: earlier)
    }
  }
}
