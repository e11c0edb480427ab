import Diagnostics
import PipelineFiles
import Registers
import Settings
import Simulation
import Tables
import Testing

struct SimulationTests {
  @Test func `margins are met exactly over all records`() throws {
    let records = try simulate(plan(), questions: smallQuestions, register: smallRegister()).records
    #expect(records.rowCount == 101)
    // 34 % of 101 is 34.34, and 61 % is 61.61.
    #expect(try records.cells("agree").filter { $0 == "4" || $0 == "5" }.count == 34)
    #expect(try records.cells("chosen").filter { $0 == "1" }.count == 62)
    #expect(try !records.cells("agree").contains(""))
  }

  @Test(arguments: [0.0, 100])
  func `margins of nobody and everybody are met too`(percent: Double) throws {
    var plan = try plan()
    plan.margins[0].percent = percent
    let agree = try simulate(plan, questions: smallQuestions, register: nil).records.cells("agree")
    #expect(agree.filter { $0 == "4" || $0 == "5" }.count == (percent == 0 ? 0 : 101))
  }

  @Test func `the same plan draws the same wave, another seed another`() throws {
    var plan = try plan()
    let register = try smallRegister()
    let first = try simulate(plan, questions: smallQuestions, register: register)
    #expect(try simulate(plan, questions: smallQuestions, register: register) == first)
    plan.seed = 8
    #expect(try simulate(plan, questions: smallQuestions, register: register) != first)
  }

  @Test func `all officials of a wave are its respondents, to the letter, and then their colleagues`() throws {
    let (plan, register) = (try plan(), try smallRegister())
    let wave = try simulate(plan, questions: smallQuestions, register: register)
    let all = try simulateAllOfficials(plan, questions: smallQuestions, register: register, officials: 20)
    #expect(all.rowCount >= 13 * 20)
    #expect(all.columns.map(\.name) == wave.records.columns.map(\.name))
    for name in wave.records.columns.map(\.name) where name != "id" {
      #expect(try Array(all.cells(name).prefix(101)) == wave.records.cells(name), "\(name)")
    }
    // Colleagues answer as the respondents do: about as many choose what 61 % of these chose.
    let chosen = try all.cells("chosen").count { $0 == "1" }
    #expect(abs(Double(chosen) / Double(all.rowCount) - 0.61) < 0.12)
  }

  @Test func `a unit that has enough respondents gets no colleagues`() throws {
    let (plan, register) = (try plan(), try smallRegister())
    let wave = try simulate(plan, questions: smallQuestions, register: register)
    let same = try simulateAllOfficials(plan, questions: smallQuestions, register: register, officials: 1)
    #expect(same == wave.records)
  }

  @Test func `every typed name leads back to a unit, but that of the outsider`() throws {
    let register = try smallRegister()
    let date = try #require(CalendarDate(iso: "2020-04-15"))
    let wave = try simulate(plan(), questions: smallQuestions, register: register)
    let typed = try wave.records.cells("place")
    var counts: [String: Int] = [:]
    var outside: [String] = []
    for name in typed {
      if case .unit(let code, _, _) = register.resolve(name, on: date) {
        counts[code, default: 0] += 1
      } else if name.hasPrefix("Unit ") {
        counts[name == "Unit 11" ? "U11" : "U12", default: 0] += 1
      } else {
        outside.append(name)
      }
    }
    #expect(outside == ["Somewhere Else"])
    #expect(try wave.truth.cells("unit").map { counts[$0].map(String.init) ?? "" } == wave.truth.cells("respondents"))
    #expect(Set(typed).isSuperset(of: ["Le Sud"]))
    #expect(Set(typed).count > 20)
  }

  @Test func `units that always answer do, and the others are made up beyond the register`() throws {
    var few = try plan()
    few.units = 1
    #expect(try simulate(few, questions: smallQuestions, register: smallRegister()).truth.cells("name") == ["South"])
    let many = try simulate(plan(), questions: smallQuestions, register: smallRegister()).truth
    #expect(try many.cells("unit").suffix(2) == ["U11", "U12"])
  }

  @Test func `types follow their rules, and answers their types`() throws {
    let wave = try simulate(plan(), questions: smallQuestions, register: smallRegister())
    let types = Dictionary(uniqueKeysWithValues: zip(try wave.truth.cells("unit"), try wave.truth.cells("type")))
    #expect(types["T0"] == "small")
    #expect(types["T9"] == "large")
    let liked = try #require(wave.truth["liked"]).numbers.compactMap { $0 }
    let loathed = try #require(wave.truth["loathed"]).numbers.compactMap { $0 }
    let isLarge = try wave.truth.cells("type").map { $0 == "large" }
    func mean(_ values: [Double], _ large: Bool) -> Double {
      let chosen = zip(values, isLarge).filter { $0.1 == large }.map(\.0)
      return chosen.reduce(0, +) / Double(chosen.count)
    }
    // The types lie two points apart, and a unit deviates by √0.2 = 0.45 from its type.
    #expect(mean(liked, true) > mean(liked, false) + 1)
    #expect(mean(loathed, true) < mean(loathed, false) - 1)
  }

  @Test func `who has nothing to tell about is not asked`() throws {
    let records = try simulate(plan(), questions: smallQuestions, register: smallRegister()).records
    let (counts, sequels) = (try records.cells("count"), try records.cells("sequel"))
    #expect(counts.contains("0"))
    for (count, sequel) in zip(counts, sequels) { #expect((count == "0") == (sequel == "9")) }
  }

  @Test func `records are sorted by moment of submission, over the end of a leap month`() throws {
    let moments = try simulate(plan(), questions: smallQuestions, register: nil).records.cells("when")
    #expect(moments == moments.sorted())
    #expect(
      Set(moments.map { String($0.prefix(10)) })
        == ["2020-02-27", "2020-02-28", "2020-02-29", "2020-03-01", "2020-03-02"])
  }

  @Test func `amounts are written in halves with the mark of the codebook`() throws {
    let amounts = try simulate(plan(), questions: smallQuestions, register: nil).records.cells("amount")
    #expect(amounts.contains { $0.hasSuffix(",5") })
    #expect(amounts.allSatisfy { !$0.contains(".") })
  }

  @Test func `names that the codebook does not have are all reported`() throws {
    var plan = try plan()
    plan.margins[0].question = "agre"
    plan.always = []
    plan.functions[0].code = "bos"
    let failure = #expect(throws: Failure.self) { try simulate(plan, questions: smallQuestions, register: nil) }
    #expect(
      failure?.findings.map(\.rendered) == [
        "error: margins names 'agre', which the codebook does not have\n  mend: did you mean 'agree'?",
        "error: functions names 'bos', which the codebook does not have\n  mend: did you mean 'boss'?",
      ])
  }

  @Test func `a unit that always answers must be in the register`() throws {
    var plan = try plan()
    plan.always = ["Nowhere"]
    let failure = #expect(throws: Failure.self) {
      try simulate(plan, questions: smallQuestions, register: smallRegister())
    }
    #expect(
      failure?.findings.first?.rendered == """
        error: 'always' names 'Nowhere', which is no unit of the register on 2020-04-15
          mend: correct the name, or move it to 'outsiders'
        """)
  }

  @Test func `a plan with mistakes tells all of them`() throws {
    let text = """
      name: x
      about: x
      respondents: 3
      units: 9
      date: soon
      fieldwork: {from: 2020-03-02, to: 2020-03-01}
      typos: {}
      """
    let failure = #expect(throws: Failure.self) { try plan(text) }
    #expect(
      failure?.findings.map(\.rule) == ["not-a-date", "empty-range", "empty-list", "too-few", "unknown-key"])
    #expect(failure?.findings.first?.place.line == 5)
  }

  /// With intraclass correlation .5 the variance between units of one type is that of their noise; the estimate by analysis
  /// of variance over 400 units of ten has a standard error of about .02.
  @Test func `the intraclass correlation is what the plan says`() throws {
    var plan = try plan()
    plan.always = []
    plan.outsiders = []
    plan.functions = []
    plan.margins = []
    plan.noise.icc = 0.5
    plan.noise.missing = 0
    plan.types = [plan.types[0]]
    plan.units = 400
    plan.respondents = 4000
    var questions = smallQuestions
    questions[5] = SimulatedQuestion("liked", .scale(-50...56))
    plan.noise.spread = 10
    let records = try simulate(plan, questions: questions, register: nil).records
    var byUnit: [String: [Double]] = [:]
    for (unit, answer) in zip(try records.cells("place"), try records.cells("liked")) {
      byUnit[unit, default: []].append(try #require(Double(answer)))
    }
    let groups = byUnit.keys.sorted().compactMap { byUnit[$0] }
    let all = groups.flatMap { $0 }
    let grand = all.reduce(0, +) / Double(all.count)
    var (between, within) = (0.0, 0.0)
    for group in groups {
      let mean = group.reduce(0, +) / Double(group.count)
      between += Double(group.count) * (mean - grand) * (mean - grand)
      within += group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    between /= Double(groups.count - 1)
    within /= Double(all.count - groups.count)
    let squares = groups.map { Double($0.count * $0.count) }.reduce(0, +)
    let size = (Double(all.count) - squares / Double(all.count)) / Double(groups.count - 1)
    let icc = (between - within) / (between + (size - 1) * within)
    #expect(abs(icc - 0.5) < 0.09)
  }
}
