import Artefacts
import Diagnostics
import Files
import Stages
import Tables
import Testing

@Suite struct MatchStageTests {
  private let schools: FourSchools

  init() throws { schools = try FourSchools() }

  @Test func `every type gets the strategy that its goal asks for`() async throws {
    let output = try await schools.request().run()
    let ranking = try texts(output, "ranking", ["type", "rank", "strategy", "score", "acceptability", "verdict"])
    #expect(ranking[0] == ["A", "A", "B", "B"])
    #expect(ranking[1] == ["1", "2", "1", "2"])
    #expect(ranking[2] == ["keep", "find", "find", "keep"])
    // Means 4.5 and 1.5 on anchors 1 and 5; in half of the draws all goals are 3, and both share the first place.
    #expect(ranking[3] == ["0.875", "0.125", "0.875", "0.125"])
    #expect(ranking[4] == ["0.75", "0.25", "0.75", "0.25"])
    #expect(ranking[5] == ["clear", nil, "clear", nil])
    #expect(output.simulated)
  }

  @Test func `preconditions, consequences and fields are told for each type`() async throws {
    let output = try await schools.request().run()
    let preconditions = try texts(output, "preconditions", ["type", "strategy", "order", "met"])
    #expect(preconditions == [["A", "B"], ["find", "find"], ["1", "1"], ["false", "true"]])
    #expect(try texts(output, "consequences", ["risk"]) == [["0.125", "0.875"]])
    #expect(
      try texts(output, "policy-fields", ["field", "strategy", "n"]) == [
        ["reading", "reading"], ["find", "find"], ["0", "0"],
      ])
    #expect(output.tables.first { $0.name == "misfits" }?.rowCount == 0)
  }

  @Test func `the same request leaves the same bytes`() async throws {
    let request = try schools.request()
    let first = try await request.run().files.map(\.bytes)
    #expect(try await request.run().files.map(\.bytes) == first)
  }

  @Test func `a criterion that names what is not measured stops the stage`() async throws {
    let wrong = schools.catalogue.replacing(
      "why: It counts.\n    source: goal", with: "why: It counts.\n    source: goals")
    let request = try schools.request(wrong)
    let failure = await #expect(throws: Failure.self) { try await request.run() }
    #expect(failure?.status == .badPipeline)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        \(schools.path("strategies.yaml")):8:13: error: criteria[1] names the source 'goals', which does not exist
          8 |     source: goals
            |             ^~~~~
          mend: did you mean 'goal'?
        """
      ])
  }

  @Test func `types of other units are refused`() async throws {
    let request = try schools.request(units: ["s1", "s2", "s3", "x9"])
    let failure = await #expect(throws: Failure.self) { try await request.run() }
    #expect(failure?.status == .badData)
    #expect(
      failure?.findings.first?.message
        == "1 of 4 units with a type, such as 'x9', cannot be found in \(schools.path("normalise"))")
  }
}
