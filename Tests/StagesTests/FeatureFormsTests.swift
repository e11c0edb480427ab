import Artefacts
import Diagnostics
import Foundation
import Stages
import Tables
import Testing

/// Features that become several columns, and fits that take an earlier wave.
@Suite struct FeatureFormsTests {
  private let schools: TenSchools

  init() throws { schools = try TenSchools() }

  @Test func `the options of a multi-select and the steps of a thermometer become columns that weigh as one feature`()
    async throws
  {
    let output = try await schools.request(
      """
      replicates: 20
      blocks:
        all:
          features:
            rooms: {source: group.rooms, transform: options, reason: r}
            plan: {source: question.plan, coding: thermometer, reason: r}
      """
    ).run()
    let features = try #require(output.tables.first { $0.name == "features" })
    #expect(
      features.columns.map(\.name) == ["unit", "rooms_gym", "rooms_lab", "plan_2", "plan_3", "plan_4", "plan_5"])
    func variance(_ names: [String]) -> Double {
      names.reduce(0) { sum, name in
        let values = (features[name]?.numbers ?? []).compactMap { $0 }
        let mean = values.reduce(0, +) / Double(values.count)
        return sum + values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
      }
    }
    // Two features of one block: together a variance of 2, and 1 each. The grid of 2^-32 leaves some 1e-9.
    #expect((variance(["rooms_gym", "rooms_lab"]) - 1).magnitude < 1e-8)
    #expect((variance(["plan_2", "plan_3", "plan_4", "plan_5"]) - 1).magnitude < 1e-8)
    let units = try #require(output.tables.first { $0.name == "units" })
    // s0: plans 1, 3 and 5.
    #expect(units["plan_2"]?.numbers[0] == 2.0 / 3)
    #expect(units["plan_5"]?.numbers[0] == 1.0 / 3)
    #expect(units["rooms_gym_n"]?.texts[0] == "3")
  }

  private func written(_ request: NormaliseRequest, _ name: String) async throws -> ArtefactFolder {
    let path = schools.folder.appendingPathComponent(name).path
    try await request.run().write(to: path)
    return try ArtefactFolder(path, stage: "normalise")
  }

  @Test func `a frozen fit on the same wave is the identity of the fit`() async throws {
    let first = try await written(schools.request(), "first")
    let frozen = TenSchools.features + "\nfit: {mode: frozen, wave: one}"
    let second = try await written(schools.request(frozen, wave: "two", earlier: first.path), "second")
    #expect(try first.table("features") == second.table("features"))
    #expect(try first.array("replicates.npy").values == second.array("replicates.npy").values)
  }

  @Test func `a pooled fit of a wave with itself has the same centres, and this wave's units alone`() async throws {
    let first = try await written(schools.request(), "first")
    let pooled = TenSchools.features + "\nfit: {mode: pooled, wave: one}"
    let second = try await written(schools.request(pooled, wave: "two", earlier: first.path), "second")
    let (before, after) = (try first.table("features"), try second.table("features"))
    #expect(after["unit"] == before["unit"])
    // Twice the units: the divisor is 2n - 1 for n - 1, so features stretch by the root of (2n - 1) / (2n - 2).
    let stretch = (19.0 / 18).squareRoot()
    for (a, b) in zip(before["pupils"]?.numbers ?? [], after["pupils"]?.numbers ?? []) {
      #expect(((a ?? 0) * stretch - (b ?? 1)).magnitude < 1e-8)
    }
  }

  @Test func `an earlier wave that is not there, is not named or is another is told`() async throws {
    let frozen = TenSchools.features + "\nfit: {mode: frozen, wave: one}"
    let pipeline = schools.folder.appendingPathComponent("pipeline.yaml").path
    func told(_ request: NormaliseRequest) async -> [String] {
      do {
        _ = try await request.run()
        return []
      } catch {
        return error.findings.map { $0.rendered.split(separator: "\n").first.map(String.init) ?? "" }
          + [error.findings.last?.mend ?? ""]
      }
    }
    #expect(
      await told(try schools.request(frozen, wave: "two")) == [
        "\(pipeline):15:29: error: the fit is 'frozen' with the wave 'one', whose folder was not named",
        "add '--earlier DIR' with the folder that koers-normalise left of that wave",
      ])
    #expect(
      await told(try schools.request(frozen, wave: "two", earlier: "nowhere")) == [
        "\(pipeline):15:29: error: the fit is 'frozen' with the wave 'one', which has not been normalised yet",
        "run that wave first ('koers run PIPELINE --wave one'), or write 'fit: {mode: refit}'",
      ])
    let zero = try await written(schools.request(wave: "zero"), "first")
    #expect(
      await told(try schools.request(frozen, wave: "two", earlier: zero.path)) == [
        "\(pipeline):15:29: error: the fit is 'frozen' with the wave 'one', and the folder 'first' is that of the wave 'zero'",
        "name the folder of the wave 'one', or the wave 'zero' under 'fit'",
      ])
  }
}
