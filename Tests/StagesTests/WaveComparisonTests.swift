import Artefacts
import Matrices
import Registers
import Tables
import Testing
import Waves

@testable import Stages

/// A wave beside the one before it: drift, movers with a cause, transitions, back-cast.
@Suite struct WaveComparisonTests {
  typealias Unit = ComparedWaves.Unit

  /// Three groups of 30, 20 and 15 units: no goal and small, a goal and small, no goal and large.
  ///
  /// Each unit has four officials.
  private func units(_ wave: String = "", spread: Double = 0.3, fresh: Bool = false, seed: UInt64 = 1) -> [Unit] {
    var generator = SeededGenerator(seed: seed)
    return (0..<65).map { index in
      let code = "U\(100 + index)"
      let isGoal = (30..<50).contains(index)
      let answers = (0..<4).map { official in
        ("\(code)-\(official)\(fresh ? wave : "")", (isGoal ? 5.0 : 1.0) + spread * generator.normal())
      }
      return Unit(code, size: index < 50 ? 0 : 6, answers)
    }
  }

  private func rows(_ table: String, _ folder: ArtefactFolder, _ columns: [String]) throws -> [[String]] {
    let table = try folder.table(table)
    let texts = columns.map { table[$0]?.texts ?? [] }
    return (0..<table.rowCount).map { row in texts.map { $0[row] ?? "-" } }
  }

  /// Two waves in which nothing changed but for some units of the first group.
  private func planted(_ waves: ComparedWaves, renumbered: Bool = false) async throws -> ArtefactFolder {
    let before = units()
    var now = before
    for index in 0..<3 {
      // The same officials have a goal now.
      now[index].answers = now[index].answers.map { ($0.official, 5) }
      // One stayed and says the same; three others came, who know of a goal.
      now[3 + index].answers = now[3 + index].answers.enumerated().map { place, person in
        place == 0 ? person : ("new-\(index)-\(place)", 5)
      }
      // It grew.
      now[6 + index].size = 6
    }
    if renumbered {
      var number = 0
      for unit in now.indices.reversed() {
        for place in now[unit].answers.indices {
          now[unit].answers[place].official = "R\(1000 + number)"
          number += 1
        }
      }
      var first = before
      number = 0
      for unit in first.indices {
        for place in first[unit].answers.indices {
          first[unit].answers[place].official = "R\(1000 + number)"
          number += 1
        }
      }
      try waves.write("1", first)
    } else {
      try waves.write("1", before)
    }
    try await waves.run("1")
    try waves.write("2", now)
    return try await waves.run("2", after: "1")
  }

  @Test func `planted movers are found with the planted cause`() async throws {
    let waves = try ComparedWaves()
    let folder = try await planted(waves)
    let columns = ["unit", "earlier_unit", "type_before", "type_now", "cause", "detail", "officials_same"]
    #expect(
      try rows("movers", folder, columns) == [
        ["U100", "U100", "A", "B", "answers", "goal", "4"], ["U101", "U101", "A", "B", "answers", "goal", "4"],
        ["U102", "U102", "A", "B", "answers", "goal", "4"], ["U103", "U103", "A", "B", "officials", "goal", "1"],
        ["U104", "U104", "A", "B", "officials", "goal", "1"], ["U105", "U105", "A", "B", "officials", "goal", "1"],
        ["U106", "U106", "A", "C", "register", "size", "4"], ["U107", "U107", "A", "C", "register", "size", "4"],
        ["U108", "U108", "A", "C", "register", "size", "4"],
      ])
    let counts = Dictionary(folder.run.counts.map { ($0.name, $0.count) }) { first, _ in first }
    #expect(counts["units_in_both"] == 65)
    #expect(counts["movers_beyond_noise"] == 9)
  }

  @Test func `where records are numbered anew, nobody is known again, and other officials are no cause`() async throws {
    let waves = try ComparedWaves()
    let folder = try await planted(waves, renumbered: true)
    let found = try rows("movers", folder, ["unit", "cause", "officials_now", "officials_same"])
    #expect(found.count == 9)
    #expect(found.prefix(6).allSatisfy { $0[1] == "answers" && $0[2] == "-" && $0[3] == "-" })
    #expect(found.suffix(3).allSatisfy { $0[1] == "register" })
  }

  @Test func `where nobody of a unit answered before, other officials are the cause`() async throws {
    let waves = try ComparedWaves()
    var now = units()
    try waves.write("1", now)
    try await waves.run("1")
    now[0].answers = (0..<4).map { ("other-\($0)", 5) }
    try waves.write("2", now)
    let folder = try await waves.run("2", after: "1")
    #expect(try rows("movers", folder, ["unit", "cause", "officials_same"]) == [["U100", "officials", "0"]])
  }

  @Test func `another scale of the features moves units that stayed what they were`() async throws {
    // The goal counts for less: what lay between is nearer to the large ones then.
    let waves = try ComparedWaves()
    var all = units(spread: 0.05)
    all[0] = Unit("U100", size: 3.3, (0..<4).map { ("U100-\($0)", 4.2) })
    try waves.write("1", all)
    try await waves.run("1")
    try waves.write("2", all, scale: 0.3)
    let folder = try await waves.run("2", after: "1")
    let found = try rows("movers", folder, ["unit", "type_before", "type_now", "cause"])
    #expect(found == [["U100", "B", "C", "scaling"]])
  }

  @Test func `with no real change fewer than 5 % of the units are called movers beyond noise`() async throws {
    var (moved, compared, drifted) = (0.0, 0.0, 0.0)
    for seed in UInt64(1)...3 {
      let waves = try ComparedWaves()
      // Officials differ so much that units change their type by chance; all of them are others in the second wave.
      try waves.write("1", units("a", spread: 3, fresh: true, seed: 10 + seed), noise: 1.5)
      try await waves.run("1")
      try waves.write("2", units("b", spread: 3, fresh: true, seed: 20 + seed), noise: 1.5)
      let folder = try await waves.run("2", after: "1")
      let counts = Dictionary(folder.run.counts.map { ($0.name, Double($0.count)) }) { first, _ in first }
      #expect(try !rows("movers", folder, ["unit"]).isEmpty)
      moved += counts["movers_beyond_noise"] ?? .infinity
      compared += counts["units_in_both"] ?? 0
      drifted += counts["drifted"] ?? .infinity
    }
    #expect(compared == 195)
    #expect(moved < 0.05 * compared, "\(moved) of \(compared)")
    #expect(drifted == 0)
  }

  // MARK: - Drift, transitions, back-cast

  @Test func `the drift of features is told with its reason`() async throws {
    let waves = try ComparedWaves()
    var all = units()
    try waves.write("1", all)
    try await waves.run("1")
    for index in all.indices { all[index].answers = all[index].answers.map { ($0.official, $0.answer + 0.5) } }
    try waves.write("2", all)
    let folder = try await waves.run("2", after: "1")
    #expect(
      try rows("drift", folder, ["column", "kind", "drifted", "reason"]) == [
        ["goal", "feature", "true", "answers"], ["size", "feature", "false", "register"],
      ])
    #expect(try rows("gates", folder, ["gate", "value"]).last == ["drift", "0.5"])
  }

  @Test func `units are followed through all waves, and old ones go by the model of now`() async throws {
    let waves = try ComparedWaves()
    var all = units()
    try waves.write("1", all)
    try await waves.run("1")
    all[0].answers = all[0].answers.map { ($0.official, 5) }
    all.remove(at: 64)
    try waves.write("2", all)
    let folder = try await waves.run("2", after: "1")
    #expect(
      try rows("transitions", folder, ["wave_from", "wave_to", "type_from", "type_to", "units"]) == [
        ["1", "2", "A", "A", "29"], ["1", "2", "A", "B", "1"], ["1", "2", "A", "C", "0"], ["1", "2", "B", "A", "0"],
        ["1", "2", "B", "B", "20"], ["1", "2", "B", "C", "0"], ["1", "2", "C", "A", "0"], ["1", "2", "C", "B", "0"],
        ["1", "2", "C", "C", "14"], ["1", "2", "C", "left", "1"],
      ])
    let cast = try rows(
      "backcast", folder, ["unit", "type_published", "type_today", "same", "respondents", "next_unit"])
    #expect(cast.count == 65)
    #expect(cast.first == ["U100", "A", "A", "true", "4", "U100"])
    #expect(cast.last == ["U164", "C", "C", "true", "4", "-"])
    #expect(cast.allSatisfy { $0[3] == "true" })
  }

  @Test func `a first wave is compared with none`() async throws {
    let waves = try ComparedWaves()
    try waves.write("1", units())
    let folder = try await waves.run("1")
    #expect(["drift", "movers", "transitions", "backcast"].allSatisfy { !folder.hasTable($0) })
    #expect(!folder.run.counts.contains { $0.name == "drifted" })
  }

  // MARK: - Units that merged

  private func named(_ code: String) -> NamedCode { NamedCode(code: code, name: "Unit \(code)") }

  private func register() throws -> (Register, CalendarDate, CalendarDate) {
    func day(_ year: Int) throws -> CalendarDate { try #require(CalendarDate(year: year, month: 1, day: 1)) }
    let register = Register(
      editions: [
        Register.Edition(
          validFrom: try day(2020),
          units: ["A", "B", "C", "D", "E"].map { Registers.Unit(code: $0, name: "Unit \($0)") })
      ],
      changes: [
        Change(date: try day(2021), old: named("A"), new: named("N"), kind: .mergedIntoNew),
        Change(date: try day(2021), old: named("B"), new: named("N"), kind: .mergedIntoNew),
        Change(date: try day(2021), old: named("C"), new: named("D"), kind: .absorbed),
        Change(date: try day(2021), old: named("E"), new: named("D"), kind: .split),
        Change(date: try day(2021), old: named("E"), new: named("N"), kind: .split, isPrimary: false),
      ])
    return (register, try day(2020), try day(2022))
  }

  @Test func `merged units are followed, and divided ones are not`() throws {
    let (register, first, last) = try register()
    let followed = FollowedUnits(["A", "B", "C", "D", "E"], to: ["D", "N"], register, (first, last))
    #expect(["A", "B", "C", "D", "E"].map { followed[$0] } == ["N", "N", "D", "D", nil])
    #expect(followed.origins(of: "N") == ["A", "B"])
    let places = [
      "A": UnitPlace(type: 0, shares: [1, 0]), "B": UnitPlace(type: 0, shares: [0.6, 0.4]),
      "C": UnitPlace(type: 1, shares: [0, 1]), "D": UnitPlace(type: 0, shares: [0.9, 0.1]),
    ]
    let now = UnitPlace(type: 1, shares: [0, 1])
    let found = UnitInBoth.all(
      [("D", now), ("N", now)], places, respondents: ["A": 2, "B": 5], followed)
    #expect(found.map(\.earlier) == ["D", "B"])
    #expect(found.map(\.parts) == [["C", "D"], ["A", "B"]])
    #expect(found.map(\.isMerged) == [true, true])
    // D was there itself; of A and B, which were of one type, the shares are averaged.
    #expect(found.map(\.before.shares) == [[0.9, 0.1], [0.8, 0.2]])
  }

  @Test func `a unit that others were merged into moved by the merger when its own answers did not change`()
    async throws
  {
    let waves = try ComparedWaves()
    // D had no goal and C had one; together the mean is above the middle, and nobody changed an answer.
    let parts = [
      Unit("C", size: 0, (0..<6).map { ("C-\($0)", 5) }), Unit("D", size: 0, (0..<2).map { ("D-\($0)", 1) }),
    ]
    try waves.write("1", units() + parts)
    try await waves.run("1")
    try waves.write(
      "2",
      units() + [
        Unit(
          "D", size: 0,
          parts[0].answers.map { ($0.official, $0.answer) } + parts[1].answers.map { ($0.official, $0.answer) })
      ])
    let (register, first, last) = try register()
    let folders = try ["1", "2"].map { try ArtefactFolder(waves.work($0).folder(of: "normalise"), stage: "normalise") }
    let (before, after) = (try WaveRecord(folders[0]), try WaveRecord(folders[1]))
    let followed = FollowedUnits(before.units, to: after.units, register, (first, last))
    let saved = try SavedModel(waves.work("1").folder(of: "cluster")).model
    let model = TypesInScale(
      letters: saved.types.map(\.type), names: saved.features, centroids: saved.centroids, scale: before.transform)
    func place(_ type: Int) -> UnitPlace { UnitPlace(type: type, shares: (0..<3).map { $0 == type ? 1 : 0 }) }
    let unit = try #require(
      UnitInBoth.all([("D", place(1))], ["C": place(1), "D": place(0)], respondents: before.respondents, followed).first
    )
    let movers = WaveMovers(
      [unit], from: before, to: after, (model, model), TypeCorrespondence([[9, 0, 0], [0, 9, 0], [0, 0, 9]]),
      try OfficialsInBoth(before, after, followed))
    #expect(movers.table["cause"]?.texts == ["merger"])
    #expect(movers.table["detail"]?.texts == ["C"])
    #expect(movers.table["officials_same"]?.texts == ["8"])
  }
}
