import Estimation
import Settings
import Tables
import Testing

@Suite struct WaveFitnessTests {
  private typealias Value = WaveEvidence.Value

  private func line(_ use: WaveUse, _ evidence: WaveEvidence) throws -> WaveFitness.Line {
    try #require(WaveFitness([use], evidence).lines.first)
  }

  private let typology = WaveUse(
    "typology", label: LocalText(nl: "Typen", en: "Types"),
    needs: [WaveUse.Demand(.units, 100), WaveUse.Demand(.coverage, 0.4)],
    wants: [WaveUse.Demand(.reliability, 0.7), WaveUse.Demand(.missing, 0.1)])

  @Test func `all that is asked makes a wave fit`() throws {
    let evidence = WaveEvidence(
      units: 100, population: 250, alphas: [Value("goal", 0.8), Value("skills", 0.7)],
      nonResponse: [Value("plan", 0.1), Value("drift", 0.02)])
    let line = try line(typology, evidence)
    #expect(line.verdict == .fit)
    #expect(line.checks.map(\.criterion) == [.units, .coverage, .reliability, .missing])
    #expect(line.checks.map(\.about) == ["", "", "skills", "plan"])
    #expect(line.checks.map(\.value) == [100, 0.4, 0.7, 0.1])
    #expect(line.checks.map(\.isMet) == [true, true, true, true])
  }

  @Test func `a need that fails makes it unfit, a want that fails fit with care`() throws {
    let known = WaveEvidence(
      units: 99, population: 150, alphas: [Value("goal", 0.9)], nonResponse: [Value("plan", 0)])
    #expect(try line(typology, known).verdict == .unfit)
    var enough = known
    enough.units = 100
    #expect(try line(typology, enough).verdict == .fit)
    enough.alphas.append(Value("skills", 0.69))
    #expect(try line(typology, enough).verdict == .fitWithCare)
  }

  @Test func `what is not known never counts as met`() throws {
    let nothing = try line(typology, WaveEvidence())
    #expect(nothing.verdict == .fitWithCare)
    #expect(nothing.checks.map(\.value) == [nil, nil, nil, nil])
    #expect(nothing.checks.map(\.isMet) == [nil, nil, nil, nil])
    // One index without reliability could be the worst.
    let evidence = WaveEvidence(
      units: 200, population: 250, alphas: [Value("goal", 0.9), Value("one", nil), Value("two", .nan)],
      nonResponse: [Value("plan", 0)])
    let line = try line(typology, evidence)
    #expect(line.verdict == .fitWithCare)
    #expect(line.checks[2].about == "one")
    #expect(line.checks[2].value == nil)
    // Without a register there is no coverage, and none in a register without units.
    #expect(try self.line(typology, WaveEvidence(units: 200)).checks[1].value == nil)
    #expect(try self.line(typology, WaveEvidence(units: 0, population: 0)).checks[1].value == nil)
  }

  @Test func `cells are judged one by one, and some of them are fit with care`() throws {
    let use = WaveUse("classes", cells: .classes("size"), needs: [WaveUse.Demand(.n, 30)])
    var evidence = WaveEvidence(respondentsOfCell: ["size": [Value("small", 80), Value("large", 12)]])
    let some = try line(use, evidence)
    #expect(some.verdict == .fitWithCare)
    #expect(some.checks.map(\.about) == ["small", "large"])
    #expect(some.checks.map(\.isMet) == [true, false])
    evidence.respondentsOfCell["size"] = [Value("small", 29), Value("large", 12)]
    #expect(try line(use, evidence).verdict == .unfit)
    evidence.respondentsOfCell["size"] = [Value("small", 30), Value("large", 31)]
    #expect(try line(use, evidence).verdict == .fit)
    #expect(try line(use, WaveEvidence()).checks.map(\.about) == ["size"])
  }

  @Test func `the respondents of the median unit count, and yes and no`() throws {
    let unit = WaveUse("unit", cells: .units, needs: [WaveUse.Demand(.n, 3), WaveUse.Demand(.convergence, 1)])
    let evidence = WaveEvidence(respondentsOfUnit: [9, 1, 2, 4], hasConverged: true)
    #expect(try line(unit, evidence).checks.map(\.value) == [3, 1])
    #expect(try line(unit, evidence).verdict == .fit)
    #expect(try line(unit, WaveEvidence(respondentsOfUnit: [1, 1, 5], hasConverged: true)).verdict == .unfit)
    #expect(try line(unit, WaveEvidence(respondentsOfUnit: [3], hasConverged: false)).verdict == .unfit)
    let later = WaveUse("later", needs: [WaveUse.Demand(.earlierWave, 1), WaveUse.Demand(.designEffect, 2)])
    let two = WaveEvidence(designEffects: [Value("a", 1.2), Value("b", 2.5)], hasEarlierWave: true)
    #expect(try line(later, two).checks.map(\.about) == ["", "b"])
    #expect(try line(later, two).verdict == .unfit)
  }

  @Test func `the table gives the criteria and then the verdict on a row of its own`() {
    let fitness = WaveFitness(
      [typology], WaveEvidence(units: 120, population: 250, alphas: [Value("goal", 0.65)], nonResponse: []))
    let table = fitness.table
    #expect(
      table.columns.map(\.name) == [
        "use", "label_nl", "label_en", "criterion", "about", "value", "needed", "met", "verdict", "importance",
      ])
    #expect(table["criterion"]?.texts == ["units", "coverage", "reliability", "missing", nil])
    #expect(table["about"]?.texts == [nil, nil, "goal", nil, nil])
    #expect(table["value"]?.texts == ["120", "0.48", "0.65", nil, nil])
    #expect(table["needed"]?.texts == ["100", "0.4", "0.7", "0.1", nil])
    #expect(table["met"]?.texts == ["true", "true", "false", nil, nil])
    #expect(table["verdict"]?.texts == [nil, nil, nil, nil, "fit_with_care"])
    #expect(table["importance"]?.texts == ["need", "need", "want", "want", nil])
    #expect(table["label_nl"]?.texts == Array(repeating: "Typen", count: 5))
  }
}
