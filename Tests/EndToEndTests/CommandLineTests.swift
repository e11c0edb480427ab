import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: ["koers", "koers-ingest", "koers-normalise", "koers-cluster", "koers-match", "koers-report"])
  func `help shows one real call, and the version is told`(name: String) throws {
    let help = try CommandRunner.run(name, ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("\(name) "))
    #expect(help.output.lowercased().contains("example"))
    let version = try CommandRunner.run(name, ["--version"])
    #expect(version.status == 0)
    #expect(version.output == "0.1.0\n")
  }

  @Test func `an option that does not exist is a usage error`() throws {
    let result = try CommandRunner.run("koers", ["run", "Pipelines/member-survey", "--wvae", "2020"])
    #expect(result.status == 64)
    #expect(result.errors.contains("Unknown option '--wvae'"))
  }

  @Test func `a wave that the pipeline does not have is told`() throws {
    let result = try CommandRunner.run("koers", ["run", "Pipelines/member-survey", "--wave", "1999"])
    #expect(result.status == 64)
    #expect(
      result.errors == """
        Pipelines/member-survey/pipeline.yaml: error: the pipeline has no wave '1999'
          mend: name one of: 2020

        """)
  }
}
