import Artefacts
import CSVFiles
import Diagnostics
import Files
import Foundation
import Tables
import Testing
import Waves

@testable import Stages

/// A wave that follows another: letters, fates, gates, and what is published.
@Suite struct FollowingTests {
  typealias Group = FollowingWaves.Group

  /// Three groups of 14, 10 and 8 units.
  let three = [Group(0, 0, 0..<14), Group(6, 0, 14..<24), Group(0, 6, 24..<32)]

  private func table(_ name: String, _ folder: ArtefactFolder, _ columns: [String]) throws -> [[String?]] {
    let table = try folder.table(name)
    let texts = columns.map { table[$0]?.texts ?? [] }
    return (0..<table.rowCount).map { row in texts.map { $0[row] } }
  }

  /// The pairs of types that have something to do with each other.
  private func fates(_ folder: ArtefactFolder) throws -> [String] {
    try table("correspondence", folder, ["type_before", "type_now", "fate"]).filter { $0[2] != nil }
      .map { "\($0[0] ?? "-") \($0[2] ?? "") \($0[1] ?? "-")" }
  }

  private func failure(of request: ClusterRequest) async -> Failure? {
    do {
      _ = try await request.run()
      return nil
    } catch {
      return error
    }
  }

  @Test func `a first wave says nothing of waves`() async throws {
    let waves = try FollowingWaves()
    let first = try await waves.run("1", three)
    #expect(try waves.letters(first, three) == ["A", "B", "C"])
    #expect(first.run.parameters.allSatisfy { !$0.name.hasPrefix("waves") && $0.name != "typology" })
    #expect(first.run.inputs.map(\.name) == ["1.csv"])
    #expect(["refit", "gates", "correspondence"].allSatisfy { !first.hasTable($0) })
    #expect(try first.json("model.json", as: ClusterModel.self).lettersUsed == nil)
  }

  @Test func `types keep their letters when their sizes change`() async throws {
    let waves = try FollowingWaves()
    try await waves.run("1", three)
    // Six units moved from the first group to the last, which is the largest now.
    let now = [Group(0, 0, 6..<14), Group(6, 0, 14..<24), Group(0, 6, Array(0..<6) + Array(24..<32))]
    let second = try await waves.run("2", now, after: "1", noise: 2)
    #expect(try waves.letters(second, now) == ["A", "B", "C"])
    #expect(try fates(second) == ["A kept A", "B kept B", "C kept C"])
    #expect(second.run.parameter("typology") == "refitted")
    #expect(second.run.parameter("earlier_wave") == "1")
    #expect(second.run.inputs.map(\.name) == ["2.csv", "1/cluster/run.json"])
    let model = try second.json("model.json", as: ClusterModel.self)
    #expect(model.types.map(\.type) == ["A", "B", "C"])
    #expect(model.types.map(\.size) == [8, 10, 14])
    #expect(model.types[2].centroid[1] > 5)
    // Every table goes by the letters, and stands in their order.
    #expect(try table("cohesion", second, ["type", "size"]) == [["A", "8"], ["B", "10"], ["C", "14"]])
    let stability = try table("stability", second, ["k", "type", "size"]).filter { $0[0] == "3" }
    #expect(stability == [["3", "A", "8"], ["3", "B", "10"], ["3", "C", "14"]])
    let array = try second.array("replicate-types.npy")
    let units = try second.table("types").texts("unit")
    let last = try #require(units.firstIndex(of: waves.name(30)))
    let share = stride(from: last, to: array.values.count, by: units.count).count { array.values[$0] == 2 }
    #expect(Double(share) > 0.9 * Double(array.shape[0]))
    let refit = try table("refit", second, ["unit", "assigned", "refitted"])
    #expect(refit.count == 32 && refit.allSatisfy { $0[1] == $0[2] })
    #expect(
      try table("gates", second, ["gate", "passed"]) == [
        ["agreement", "true"], ["stability", nil], ["gain", "true"], ["smallest", "true"], ["drift", nil],
      ])
  }

  @Test func `a split, a merger, a type that is new and one that is gone are recovered`() async throws {
    let waves = try FollowingWaves()
    let four = [Group(0, 0, 0..<20), Group(8, 0, 20..<34), Group(0, 8, 34..<44), Group(8, 8, 44..<52)]
    #expect(try waves.letters(await waves.run("1", four), four) == ["A", "B", "C", "D"])
    // A falls apart: twelve stay, eight go elsewhere.
    let split = [Group(0, 0, 0..<12), Group(-8, 0, 12..<20)] + four.dropFirst()
    let second = try await waves.run("2", split, after: "1", noise: 2)
    #expect(try waves.letters(second, split) == ["A", "E", "B", "C", "D"])
    #expect(try fates(second) == ["A kept A", "A split E", "B kept B", "C kept C", "D kept D"])
    // C and D become one; the larger one gives the letter.
    let merged = Array(split.prefix(3)) + [Group(4, 8, 34..<52)]
    let third = try await waves.run("3", merged, after: "2", noise: 3)
    #expect(try waves.letters(third, merged) == ["A", "E", "B", "C"])
    #expect(try fates(third).filter { $0.hasPrefix("C") || $0.hasPrefix("D") } == ["C kept C", "D merged C"])
    #expect(try third.json("model.json", as: ClusterModel.self).lettersUsed == ["A", "B", "C", "D", "E"])
    // Type B is gone, and units that were not there are a type that was not there: it gets neither B nor D.
    let other = [merged[0], merged[1], merged[3], Group(20, 20, 60..<72)]
    let fourth = try await waves.run("4", other, after: "3", noise: 4)
    #expect(try waves.letters(fourth, other) == ["A", "E", "C", "F"])
    #expect(try fates(fourth).suffix(2).allSatisfy { ["B retired -", "- new F"].contains($0) })
    #expect(try fourth.json("model.json", as: ClusterModel.self).types.map(\.type) == ["A", "C", "E", "F"])
  }

  @Test func `types without units in common are followed by where they lie`() async throws {
    let waves = try FollowingWaves()
    try await waves.run("1", three)
    let others = [Group(0, 6, 100..<120), Group(0, 0, 120..<130), Group(6, 0, 130..<136)]
    let second = try await waves.run("2", others, after: "1", noise: 2)
    #expect(try waves.letters(second, others) == ["C", "A", "B"])
  }

  // MARK: - Gates

  @Test func `a refit that passes a gate not is held, and says why`() async throws {
    let waves = try FollowingWaves()
    try await waves.run("1", three)
    try waves.write("2", three, noise: 2)
    var request = waves.request("2", after: "1")
    request.settings.waves.gates.smallest = 9
    request.settings.waves.gates.gain = 0.5
    let output = try await request.run()
    #expect(output.parameters.first { $0.name == "typology" }?.value == "held")
    let mend =
      "\n  mend: look at gates.csv and refit.csv; write 'waves: {refit: never}' to keep the published types, or "
      + "'refit: always' to publish these"
    let told = output.findings.map(\.rendered)
    #expect(told.count == 2)
    #expect(told.allSatisfy { $0.hasSuffix(": the refit is held" + mend) })
    #expect(
      told.last
        == "warning: the number of units of the smallest refitted type is 8, and at least 9 is wanted: the refit is held"
        + mend)
    let sentences = output.tables.first { $0.name == "gates" }?["sentence"]?.texts ?? []
    #expect(sentences.count == 5)
    // Held types are no typology to follow.
    try output.write(to: waves.work("2").folder(of: "cluster"))
    try waves.write("3", three, noise: 3)
    let failure = await failure(of: waves.request("3", after: "2"))
    #expect(failure?.status == .badData)
    #expect(failure?.findings.map(\.rule) == ["held-earlier"])
    // No gate holds when they are only told.
    request.settings.waves.refit = .always
    let told2 = try await request.run()
    #expect(told2.parameters.first { $0.name == "typology" }?.value == "refitted")
    #expect(told2.tables.first { $0.name == "gates" }?["passed"]?.texts.contains("false") == true)
  }

  // MARK: - The published types stay

  @Test func `assigned units get the published types, with all tables`() async throws {
    let waves = try FollowingWaves()
    let first = try await waves.run("1", three)
    // A fourth group lies between two; no unit of it was there before.
    let now = [Group(0, 0, 0..<8), Group(6, 0, 8..<24), Group(0, 6, 24..<32), Group(0, 4, 40..<50)]
    try waves.write("2", now, noise: 2)
    var request = waves.request("2", after: "1")
    request.settings.waves.refit = .never
    let second = try await waves.run(request, as: "2")
    #expect(second.run.parameter("typology") == "assigned")
    #expect(try waves.letters(second, now) == ["A", "B", "C", "C"])
    #expect(try fates(second) == ["A kept A", "B kept B", "C kept C"])
    let (before, after) = (
      try first.json("model.json", as: ClusterModel.self), try second.json("model.json", as: ClusterModel.self)
    )
    #expect(after.types.map(\.centroid) == before.types.map(\.centroid))
    #expect(after.types.map(\.size) == [8, 16, 18])
    #expect(after.choice == before.choice && after.search == before.search)
    let names = first.run.outputs.map(\.name)
    #expect(names.allSatisfy { second.hasFile($0) }, "\(names.filter { !second.hasFile($0) })")
    for carried in ["evidence", "optima", "lineage", "stability"] {
      #expect(try second.table(carried) == first.table(carried))
    }
    let shares = try second.table("memberships")
    let sums = Dictionary(grouping: zip(try shares.texts("unit"), try shares.numbers("share")), by: \.0)
    #expect(sums.count == 42 && sums.values.allSatisfy { abs($0.reduce(0) { $0 + ($1.1 ?? 0) } - 1) < 1e-9 })
    #expect(try second.array("centroids.npy").shape == first.array("centroids.npy").shape)
    // A third wave is assigned to the same centroids.
    try waves.write("3", three, noise: 3)
    var next = waves.request("3", after: "2")
    next.settings.waves.refit = .never
    let third = try await waves.run(next, as: "3")
    #expect(try third.json("model.json", as: ClusterModel.self).types.map(\.centroid) == before.types.map(\.centroid))
    #expect(try waves.letters(third, three) == ["A", "B", "C"])
  }

  @Test func `a published type that no unit goes to is told of, and its letter stays in use`() async throws {
    let waves = try FollowingWaves()
    try await waves.run("1", three)
    let now = [three[0], three[2]]
    try waves.write("2", now, noise: 2)
    var request = waves.request("2", after: "1")
    request.settings.waves.refit = .never
    let output = try await request.run()
    #expect(
      output.findings.map(\.rendered) == [
        """
        warning: no unit of this wave is assigned to the published type B
          mend: look at refit.csv; with 'waves: {refit: gate}' the types may change
        """
      ])
    let second = try await waves.run(request, as: "2")
    #expect(try fates(second) == ["A kept A", "C kept C", "B retired -"])
    #expect(try second.json("model.json", as: ClusterModel.self).lettersUsed == ["A", "B", "C"])
    // When it comes back in a refit, it is new, and gets no letter that was given.
    let third = try await waves.run("3", three, after: "2", noise: 3)
    #expect(try waves.letters(third, three) == ["A", "D", "C"])
  }

  // MARK: - Other features

  @Test func `a wave that lacks a feature of the published types follows the units alone`() async throws {
    let waves = try FollowingWaves()
    try await waves.run("1", three)
    try waves.write("2", three, noise: 2, columns: "x,z")
    var request = waves.request("2", after: "1")
    let second = try await waves.run(request, as: "2")
    #expect(second.run.parameter("typology") == "first")
    #expect(try waves.letters(second, three) == ["A", "B", "C"])
    #expect(second.hasTable("correspondence") && !second.hasTable("gates") && !second.hasTable("refit"))
    let model = joinPath(waves.work("1").folder(of: "cluster"), "model.json")
    #expect(
      try await request.run().findings.map(\.rendered) == [
        """
        \(model): warning: the units cannot be assigned to the types of the wave '1', which rest on 'y': this wave has no \
        such feature, so that no gate is looked at, and types are followed by the units in both waves alone
          mend: declare the feature again, or look at correspondence.csv before you publish
        """
      ])
    request.settings.waves.refit = .never
    let failure = await failure(of: request)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        \(model): error: the units cannot be assigned to the types of the wave '1', which rest on 'y': this wave has no \
        such feature
          mend: declare the feature again, or start a new typology with 'waves: {refit: gate}'
        """
      ])
  }

  @Test func `an earlier wave that is not there is an error when asked for, and a warning else`() async throws {
    let waves = try FollowingWaves()
    try waves.write("2", three)
    var request = waves.request("2", after: "1")
    let failure = await failure(of: request)
    #expect(failure?.status == .missingInput)
    request.isEarlierAsked = false
    let output = try await request.run()
    #expect(
      output.findings.map(\.rendered) == [
        """
        \(waves.work("1").folder(of: "cluster")): warning: the types of '1' are not followed: this is not a folder that the \
        stage 'cluster' left: there is no run.json
          mend: run 'koers-cluster' with '--output \(waves.work("1").folder(of: "cluster"))' first
        """
      ])
  }

  // MARK: - No order and no seed renumbers a type

  @Test func `a rerun with another seed or other settings keeps the letters`() async throws {
    let waves = try FollowingWaves()
    let kept = waves.work("1").folder(of: "cluster")
    let first = try await waves.run("1", three)
    // The same again changes nothing, and leaves no trace.
    var request = waves.request("1")
    request.kept = kept
    #expect(try await request.run().files == (try await waves.request("1").run().files))
    // Two types: two of the three became one, and keep the letter of the larger.
    request.settings.to = 2
    let two = try await waves.run(request, as: "1")
    #expect(Set(try waves.letters(two, three)).count == 2)
    #expect(try two.json("model.json", as: ClusterModel.self).lettersUsed == ["A", "B", "C"])
    #expect(two.run.inputs.last == RunRecord.FileDigest(name: "kept/run.json", sha256: first.digest))
    let plain = try await waves.request("1").run().files
    // A group that lies apart again is a part of it, and no other type is renumbered.
    request.settings.to = 5
    let again = try await waves.run(request, as: "1")
    let letters = try waves.letters(again, three)
    #expect(Set(letters).count == 3 && letters.contains("D"))
    #expect(try zip(letters, waves.letters(two, three)).count { $0 == $1 } >= 2)
    #expect(!plain.isEmpty)
  }

  @Test(arguments: UInt64(1)...6)
  func `no order of rows or units and no seed renumbers a type`(seed: UInt64) async throws {
    let now = [
      Group(0, 0, 5..<14), Group(6, 0, 14..<24), Group(0, 6, Array(0..<5) + Array(24..<32)), Group(6, 6, 32..<39),
    ]
    func letters(_ name: @escaping (Int) -> String, shuffled: UInt64?, seed: UInt64) async throws -> [String] {
      let waves = try FollowingWaves()
      waves.name = name
      try waves.write("1", three, noise: 7, shuffled: shuffled)
      try await waves.run(waves.request("1", seed: seed), as: "1")
      try waves.write("2", now, noise: 8, shuffled: shuffled)
      return try waves.letters(await waves.run(waves.request("2", after: "1", seed: seed + 3), as: "2"), now)
    }
    let plain = try await letters({ "U\(1000 + $0)" }, shuffled: nil, seed: 1)
    #expect(plain == ["A", "B", "C", "D"])
    #expect(try await letters({ "U\(1000 + $0)" }, shuffled: seed, seed: seed) == plain)
    // Other names put the units in another order.
    #expect(try await letters({ "V\(1000 + ($0 * 37 + Int(seed) * 11) % 101)" }, shuffled: seed, seed: 1) == plain)
  }
}
