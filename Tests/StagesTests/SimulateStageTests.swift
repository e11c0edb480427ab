import Diagnostics
import Files
import Stages
import Tables
import Testing

struct SimulateStageTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let plan = root + "/SampleData/member-survey-2020.simulation.yaml"

  @Test func `the committed sample is what its plan draws`() throws {
    let files = try SimulateRequest(plan: Self.plan).run()
    #expect(files.respondents == 847)
    #expect(files.units == 250)
    for file in [files.survey, files.description] {
      #expect(try file.bytes == readFile(Self.root + "/SampleData/" + file.path))
    }
  }

  @Test func `the description of a drawn wave says that it is simulated`() throws {
    let wave = try WaveDescription(Self.root + "/SampleData/member-survey-2020.wave.yaml")
    #expect(wave.simulated)
    #expect(wave.name == "2020")
    #expect(wave.date.iso == "2020-04-15")
    #expect(lastName(of: wave.file) == "member-survey-2020.csv")
  }

  @Test func `a load test may go beyond the register`() throws {
    let files = try SimulateRequest(plan: Self.plan, respondents: 1200, units: 500, seed: 3).run()
    #expect(files.units == 500)
    #expect(files.truth.contains("\nU356,Unit 356,"))
  }

  @Test func `options that cannot be are wrong usage`() {
    let failure = #expect(throws: Failure.self) { try SimulateRequest(plan: Self.plan, respondents: 10).run() }
    #expect(failure?.status == .usage)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        error: 10 respondents cannot answer for 250 units and 1 outsider
          mend: raise --respondents, or lower --units
        """
      ])
  }
}
