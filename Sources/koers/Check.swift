import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import Stages

/// Checks everything that a pipeline names, without running it.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a pipeline file and everything that it names, and tell all mistakes at once.",
    discussion: """
      Example:
        koers check Pipelines/member-survey
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @OptionGroup var shown: FindingsOption

  func run() async throws {
    try await runReporting(printing: shown.limit) { () async throws(Failure) in
      let findings = try await checkPipeline(pipeline)
      printFindings(findings, limit: shown.limit ?? 50)
      let warnings = findings.count { $0.level == .warning }
      let verdict = warnings == 0 ? "no mistakes found" : "nothing stops a run; warnings: \(warnings)"
      StandardStream.output.write("\(pipeline): \(verdict)\n")
    }
  }
}
