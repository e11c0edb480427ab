import Diagnostics
import Files
import Stages
import Tables
import Testing

struct SimulateStageTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let plan = root + "/SampleData/member-survey-2020.simulation.yaml"
  private static let next = root + "/SampleData/member-survey-2023.simulation.yaml"

  @Test func `the committed sample is what its plan draws`() throws {
    let files = try SimulateRequest(plan: Self.plan).run()
    #expect(files.respondents == 847)
    #expect(files.units == 250)
    for file in [files.survey, files.description] {
      #expect(try file.bytes == readFile(Self.root + "/SampleData/" + file.path))
    }
  }

  @Test func `the committed second wave is what its plan draws after the first`() throws {
    let files = try SimulateRequest(plan: Self.next).run()
    #expect(files.respondents == 853)
    #expect(files.units == 240)
    for file in [files.survey, files.description] {
      #expect(try file.bytes == readFile(Self.root + "/SampleData/" + file.path))
    }
    let wave = try WaveDescription(Self.root + "/SampleData/member-survey-2023.wave.yaml")
    #expect(wave.simulated)
    #expect(wave.codebook.map { lastName(of: $0) } == "codebook-2023.yaml")
  }

  @Test func `the truth of the second wave tells who moved, which type fell apart, and who stayed`() throws {
    let lines = try SimulateRequest(plan: Self.next).run().truth.split(separator: "\n")
    let header = try #require(lines.first).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    #expect(
      Array(header.prefix(8)) == [
        "unit", "name", "type", "respondents", "type_before", "moved", "answered_before", "stayed",
      ])
    let rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    // A quarter of the searchers moved on; of those that answer, about as many.
    let moved = rows.filter { $0[5] == "true" }
    #expect(moved.allSatisfy { $0[4] == "searchers" && $0[2] == "purposeful_doers" })
    #expect((5...15).contains(moved.count))
    // A half of those without owners got them, and nobody else changed.
    let apart = rows.filter { $0[4] == "unguarded" }
    #expect(Set(apart.map { $0[2] }) == ["unguarded", "stewards"])
    #expect((0.35...0.65).contains(Double(apart.count { $0[2] == "stewards" }) / Double(apart.count)))
    #expect(rows.allSatisfy { $0[5] == "true" || $0[4] == "unguarded" || $0[4] == $0[2] })
    // Four in five of the municipalities that answered, and are still there, answer again.
    let again = rows.filter { $0[6] == "true" }
    #expect((185...205).contains(again.count))
    let stayed = again.reduce(0.0) { $0 + (Double($1[7]) ?? 0) * (Double($1[3]) ?? 0) }
    let officials = again.reduce(0.0) { $0 + (Double($1[3]) ?? 0) }
    #expect((0.4...0.56).contains(stayed / officials))
    // Voorne aan Zee has the type of Hellevoetsluis, its largest part, which had no owners.
    #expect(rows.first { $0[1] == "Voorne aan Zee" }?[4] == "unguarded")
    #expect(!rows.contains { ["Brielle", "Heerhugowaard", "Haaren", "Weesp"].contains($0[1]) })
  }

  @Test func `a description that is written elsewhere leads back to its codebook`() throws {
    var request = SimulateRequest(plan: Self.next)
    request.output = Self.root + "/.build/elsewhere/deep"
    let text = String(decoding: try request.run().description.bytes, as: UTF8.self)
    #expect(text.contains("\ncodebook: \"../../../Pipelines/member-survey/codebook-2023.yaml\"\n"))
  }

  @Test func `plans that follow each other in a circle are refused`() throws {
    let folder = Self.root + "/.build/circle"
    for (name, other) in [("a", "b"), ("b", "a")] {
      try writeFile(folder + "/\(name).simulation.yaml", bytes: Array("follows: \(other).simulation.yaml\n".utf8))
    }
    let failure = #expect(throws: Failure.self) { try SimulateRequest(plan: folder + "/a.simulation.yaml").run() }
    #expect(failure?.status == .badPipeline)
    #expect(failure?.findings.first?.message == "the plan follows a plan that follows it")
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
