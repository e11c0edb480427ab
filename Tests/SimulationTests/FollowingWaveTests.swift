import Diagnostics
import PipelineFiles
import Registers
import Settings
import Simulation
import Tables
import Testing

/// A wave that follows another.
struct FollowingWaveTests {
  /// The plan of a wave three years after the small one, in which nothing happened but for what `since` says.
  private static func next(_ since: String, after earlier: SimulationPlan, units: Int? = nil, _ more: String = "")
    throws
    -> SimulationPlan
  {
    let text = """
      name: next
      about: A test.
      follows: plan.yaml
      seed: 7
      respondents: \(earlier.respondents)
      units: \(units ?? earlier.units)
      date: 2023-04-15
      fieldwork: {from: 2023-02-27, to: 2023-03-02}
      since: {\(since)}
      \(more)
      """
    let findings = Findings()
    let reader = SettingsReader(try parseYAML(text, file: "next.yaml"), of: "the simulation", findings: findings)
    let plan = SimulationPlan(reading: reader, after: earlier)
    reader.finish()
    try findings.throwErrors()
    return plan
  }

  /// A plan of 400 made-up units with ten people each, which all answer.
  private static func many() throws -> SimulationPlan {
    var plan = try plan()
    plan.always = []
    plan.outsiders = []
    plan.units = 400
    plan.respondents = 4000
    return plan
  }

  private static func draw(_ plan: SimulationPlan, after earlier: SimulationPlan, register: Register? = nil) throws
    -> (before: SimulatedWave, now: SimulatedWave)
  {
    let first = PlannedWave(earlier, questions: smallQuestions, register: register)
    return (
      try simulate(earlier, questions: smallQuestions, register: register),
      try simulate(plan, questions: smallQuestions, register: register, following: [first])
    )
  }

  // MARK: - What stays

  @Test func `where nothing happened units keep type and deviations, and people their answers`() throws {
    let earlier = try plan()
    let plan = try Self.next("again: 1, turnover: 0, memory: 1", after: earlier)
    let (before, now) = try Self.draw(plan, after: earlier, register: smallRegister())
    for column in before.truth.columns where column.name != "respondents" {
      #expect(now.truth[column.name]?.values == column.values, "\(column.name)")
    }
    #expect(try now.truth.cells("type_before") == before.truth.cells("type"))
    #expect(try Set(now.truth.cells("moved") + now.truth.cells("answered_before")) == ["false", "true"])
    let old = try Dictionary(uniqueKeysWithValues: zip(before.records.cells("id"), before.records.cells("liked")))
    let new = try zip(now.records.cells("id"), now.records.cells("liked")).filter { old[$0.0] != nil }
    #expect(new.count > 60)
    for (id, answer) in new where answer != "" && old[id] != "" { #expect(old[id] == answer) }
  }

  @Test func `a plan takes over what it does not say, but for the margins`() throws {
    let earlier = try plan()
    let type = "types: {tiny: {means: {mood: 1}}, small: {means: {mood: 3}}}"
    let plan = try Self.next("again: 1", after: earlier, type)
    #expect(plan.functions == earlier.functions)
    #expect(plan.noise == earlier.noise)
    #expect(plan.always == earlier.always)
    #expect(plan.margins.isEmpty)
    #expect(plan.types.map(\.name) == ["large", "small", "tiny"])
    #expect(plan.types[1].means == ["mood": 3])
  }

  @Test func `officials stay with the share that the plan says, and keep their numbers`() throws {
    let earlier = try Self.many()
    let plan = try Self.next("again: 1, turnover: 0.3", after: earlier)
    let (before, now) = try Self.draw(plan, after: earlier)
    let old = try Set(before.records.cells("id"))
    let ids = try now.records.cells("id")
    #expect(Set(ids).count == ids.count)
    let stayed = ids.count { old.contains($0) }
    // Of about ten officials in a unit some lack a predecessor, because fewer answered before: a little under 70 %.
    #expect((0.60...0.71).contains(Double(stayed) / Double(ids.count)))
    let shares = try #require(now.truth["stayed"]).numbers.compactMap { $0 }
    let counts = try #require(now.truth["respondents"]).numbers.compactMap { $0 }
    #expect(Int(zip(shares, counts).map(*).reduce(0, +).rounded()) == stayed)
    #expect(ids.filter { !old.contains($0) }.min() == "R4001")
  }

  @Test func `the answers of those who stayed are as alike as the plan says`() throws {
    var earlier = try Self.many()
    earlier.noise.icc = 0
    earlier.noise.missing = 0
    earlier.types = [earlier.types[0]]
    earlier.functions = []
    var questions = smallQuestions
    questions[5] = SimulatedQuestion("liked", .scale(-50...56))
    earlier.noise.spread = 10
    let plan = try Self.next("again: 1, turnover: 0, memory: 0.6", after: earlier)
    let first = PlannedWave(earlier, questions: questions, register: nil)
    let before = try simulate(earlier, questions: questions, register: nil).records
    let now = try simulate(plan, questions: questions, register: nil, following: [first]).records
    let old = try Dictionary(uniqueKeysWithValues: zip(before.cells("id"), before.cells("liked")))
    let pairs = try zip(now.cells("id"), now.cells("liked")).compactMap { id, answer -> (Double, Double)? in
      guard let then = old[id].flatMap({ Double($0) }), let answer = Double(answer) else { return nil }
      return (then, answer)
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let (x, y) = (mean(pairs.map(\.0)), mean(pairs.map(\.1)))
    let product = pairs.map { ($0.0 - x) * ($0.1 - y) }.reduce(0, +)
    let squares = (
      pairs.map { ($0.0 - x) * ($0.0 - x) }.reduce(0, +), pairs.map { ($0.1 - y) * ($0.1 - y) }.reduce(0, +)
    )
    // Over some 3000 pairs the standard error of a correlation of .6 is about .012.
    #expect(abs(product / (squares.0 * squares.1).squareRoot() - 0.6) < 0.05)
  }

  // MARK: - What changed

  @Test func `a share of the units of a type moves, and a type falls apart in equal parts`() throws {
    let earlier = try Self.many()
    let plan = try Self.next(
      "again: 1, moves: [{from: large, share: 0.25, to: small}], splits: {large: {large: 1, huge: 2}}", after: earlier,
      "types: {huge: {weight: 0, means: {mood: 5}}}")
    let truth = try Self.draw(plan, after: earlier).now.truth
    let rows = try zip(zip(truth.cells("type_before"), truth.cells("type")), truth.cells("moved"))
    let large = rows.filter { $0.0.0 == "large" }
    let moved = Int((Double(large.count) / 4).rounded())
    #expect(large.count { $0.1 == "true" } == moved)
    #expect(large.filter { $0.1 == "true" }.allSatisfy { $0.0.1 == "small" })
    #expect(large.count { $0.0.1 == "large" } == Int((Double(large.count - moved) / 3).rounded()))
    #expect(large.count { $0.0.1 == "huge" } > moved)
    #expect(rows.allSatisfy { $0.0.0 == "large" || $0.0.1 == "small" && $0.1 == "false" })
  }

  @Test func `named units move`() throws {
    let earlier = try plan()
    let plan = try Self.next("again: 1, moves: [{units: [Ash, Le Sud], to: small}]", after: earlier)
    let truth = try Self.draw(plan, after: earlier, register: smallRegister()).now.truth
    let units = try zip(truth.cells("unit"), truth.cells("type"))
    // Ash is small already, and so moves nowhere.
    #expect(units.first { $0.0 == "T9" }?.1 == "small")
    #expect(try zip(truth.cells("unit"), truth.cells("moved")).filter { $0.1 == "true" }.map(\.0) == ["T9"])
  }

  @Test func `of the units that answered a share answers again, and others take the places`() throws {
    var earlier = try Self.many()
    earlier.units = 200
    earlier.respondents = 400
    let register = try Self.manyUnits(300)
    let plan = try Self.next("again: 0.8", after: earlier, units: 190)
    let truth = try Self.draw(plan, after: earlier, register: register).now.truth
    #expect(truth.rowCount == 190)
    #expect(try truth.cells("answered_before").count { $0 == "true" } == 160)
    // Nobody else is left: all that answered have to answer again.
    let all = try Self.next("again: 0.1", after: earlier, units: 290)
    let full = try Self.draw(all, after: earlier, register: register).now.truth
    #expect(try full.cells("answered_before").count { $0 == "true" } == 190)
  }

  private static func manyUnits(_ count: Int) throws -> Register {
    let start = try #require(CalendarDate(iso: "2020-01-01"))
    let units = (0..<count).map { Unit(code: "T\(1000 + $0)", name: "Town \($0)", values: ["people": .number(50)]) }
    return Register(editions: [Register.Edition(validFrom: start, units: units)])
  }

  // MARK: - Reorganisations

  /// The ten units of 2020, of which Ash and South went into Newtown, and Dell was divided over Elm and Fir.
  private static func reorganised() throws -> Register {
    let register = try smallRegister()
    let day = try #require(CalendarDate(iso: "2022-01-01"))
    func change(
      _ old: String, _ name: String, _ new: String, _ to: String, _ kind: Change.Kind, _ isPrimary: Bool = true
    )
      -> Change
    {
      Change(
        date: day, old: NamedCode(code: old, name: name), new: NamedCode(code: new, name: to), kind: kind,
        isPrimary: isPrimary)
    }
    return Register(
      editions: register.editions,
      changes: [
        change("T0", "Ash", "T99", "Newtown", .mergedIntoNew), change("T9", "South", "T99", "Newtown", .mergedIntoNew),
        change("T3", "Dell", "T4", "Elm", .split, false), change("T3", "Dell", "T5", "Fir", .split),
      ])
  }

  @Test func `a merged unit has the type and deviations of its largest part, and the people of all`() throws {
    var earlier = try plan()
    earlier.units = 10
    earlier.spellings.former = 0.5
    let register = try Self.reorganised()
    let plan = try Self.next("again: 1, turnover: 0", after: earlier, units: 8)
    let (before, now) = try Self.draw(plan, after: earlier, register: register)
    #expect(try now.truth.cells("unit") == ["T1", "T2", "T4", "T5", "T6", "T7", "T8", "T99"])
    // South has ten times the people of Ash; it is large, and Ash is small.
    #expect(try now.truth.cells("type_before").last == "large")
    #expect(try now.truth.cells("type").last == "large")
    let row = try #require(before.truth.cells("unit").firstIndex(of: "T9"))
    let columns = (before.truth["liked"], now.truth["liked"])
    #expect(columns.0?.numbers[row] == columns.1?.numbers.last)
    // People of Ash, South and Dell live on in Newtown and Fir, and never in Elm.
    let homes = try Dictionary(uniqueKeysWithValues: zip(before.records.cells("id"), before.records.cells("place")))
    var came: [String: Set<String>] = [:]
    for (id, place) in try zip(now.records.cells("id"), now.records.cells("place")) {
      guard let home = homes[id], case .unit(let code, _, _) = register.resolve(place, on: plan.date),
        case .unit(let old, _, _) = register.resolve(home, on: earlier.date)
      else { continue }
      came[code, default: []].insert(old)
    }
    #expect(came["T99"] == ["T0", "T9"])
    #expect(came["T5"]?.isSubset(of: ["T3", "T5"]) ?? false)
    #expect(came["T4"].map { $0 == ["T4"] } ?? true)
    #expect(try Set(now.records.cells("place")).isDisjoint(with: ["Ash", "South"]) == false)
  }

  @Test func `a third wave follows the second as that the first`() throws {
    var first = try plan()
    first.units = 10
    var second = try Self.next("again: 1, turnover: 0, memory: 1", after: first)
    second.units = 9
    var third = try Self.next("again: 1, turnover: 0, memory: 1", after: first)
    third.date = try #require(CalendarDate(iso: "2026-04-15"))
    let register = try smallRegister()
    let waves = [first, second].map { PlannedWave($0, questions: smallQuestions, register: register) }
    let before = try simulate(first, questions: smallQuestions, register: register)
    let now = try simulate(third, questions: smallQuestions, register: register, following: waves)
    // A unit that was silent in between has its old deviations again.
    #expect(now.truth.rowCount == 10)
    #expect(now.truth["liked"]?.values == before.truth["liked"]?.values)
    #expect(try now.truth.cells("answered_before").count { $0 == "false" } == 1)
  }

  // MARK: - Other questions

  @Test func `a question that comes or goes changes nothing about the others`() throws {
    let earlier = try plan()
    let plan = try Self.next("again: 1, turnover: 0, memory: 1", after: earlier)
    let first = PlannedWave(earlier, questions: smallQuestions, register: nil)
    var questions = smallQuestions
    questions.removeAll { $0.name == "amount" }
    questions.insert(SimulatedQuestion("fresh", .scale(1...5), index: "novelty"), at: 3)
    let same = try simulate(plan, questions: smallQuestions, register: nil, following: [first])
    let other = try simulate(plan, questions: questions, register: nil, following: [first])
    for name in ["id", "when", "liked", "loathed", "fact", "count", "remark"] {
      #expect(try other.records.cells(name) == same.records.cells(name), "\(name)")
    }
    #expect(try Set(other.records.cells("fresh")).isSuperset(of: ["2", "3", "4"]))
  }

  // MARK: - Mistakes

  @Test func `a plan that says impossible things of what happened tells all of them`() throws {
    let earlier = try plan()
    let failure = #expect(throws: Failure.self) {
      try Self.next("moves: [{to: small}, {from: large, units: [Ash], to: small}], again: 2", after: earlier)
    }
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        next.yaml:9:78: error: 'since.again' must be a number, 0.0 to 1.0, and is "2"
          9 | since: {moves: [{to: small}, {from: large, units: [Ash], to: small}], again: 2}
            |                                                                              ^
          mend: write a number, 0.0 to 1.0
        """,
        """
        next.yaml:9:22: error: since.moves[1] must say who moves: a share of a type, or units by name
          9 | since: {moves: [{to: small}, {from: large, units: [Ash], to: small}], again: 2}
            |                      ^~~~~
          mend: write {from: TYPE, share: 0.2, to: TYPE}, or {units: [NAME, NAME], to: TYPE}
        """,
        """
        next.yaml:9:62: error: since.moves[2] must say who moves: a share of a type, or units by name
          9 | since: {moves: [{to: small}, {from: large, units: [Ash], to: small}], again: 2}
            |                                                              ^~~~~
          mend: write {from: TYPE, share: 0.2, to: TYPE}, or {units: [NAME, NAME], to: TYPE}
        """,
      ])
  }

  @Test func `types that there are not are reported, and units as well`() throws {
    let earlier = try plan()
    let plan = try Self.next("moves: [{from: larg, share: 1, to: small}], splits: {small: {tiny: 1}}", after: earlier)
    let failure = #expect(throws: Failure.self) { try Self.draw(plan, after: earlier) }
    #expect(
      failure?.findings.map(\.rendered) == [
        "error: since.moves names 'larg', which the list of types does not have\n  mend: did you mean 'large'?",
        "error: since.splits names 'tiny', which the list of types does not have\n  mend: use one of: large, small",
      ])
    let nowhere = try Self.next("moves: [{units: [Nowhere], to: small}]", after: earlier)
    let unknown = #expect(throws: Failure.self) { try Self.draw(nowhere, after: earlier, register: smallRegister()) }
    #expect(
      unknown?.findings.map(\.rendered) == [
        """
        error: 'since.moves' names 'Nowhere', which is no unit of the register on 2023-04-15
          mend: correct the name
        """
      ])
  }

  @Test func `a wave cannot follow a later one, nor tell what happened since none`() throws {
    var earlier = try plan()
    earlier.date = try #require(CalendarDate(iso: "2024-01-01"))
    let late = #expect(throws: Failure.self) { try Self.next("again: 1", after: earlier) }
    #expect(late?.findings.first?.message == "the wave of 2023-04-15 cannot follow one of 2024-01-01")
    let alone = #expect(throws: Failure.self) { try plan(smallPlan + "\nsince: {again: 1}") }
    #expect(alone?.findings.first?.message == "'since' tells what happened since a wave, and 'follows' names none")
  }
}
