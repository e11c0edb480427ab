import ArgumentParser
import Artefacts

/// The driver: runs a whole pipeline, checks it, draws simulated waves.
@main
struct Koers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koers",
    abstract: "Find the types among organisations in a survey, and the strategy that fits each.",
    discussion: """
      Example:
        koers run Pipelines/member-survey
      """,
    version: ProgramVersion.current,
    subcommands: [
      Run.self, Status.self, History.self, Diff.self, Rollback.self, Repro.self, BackfillCommand.self, GC.self,
      Check.self,
      Catalogue.self, Explain.self, Assign.self, Weights.self, Simulate.self, Codebook.self, Silhouette.self, PDF.self,
    ])
}
