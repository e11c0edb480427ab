import Artefacts
import Diagnostics
import Registers
import Reporting
import Settings
import Survey
import Tables
import Texts

// Who took part, what may be said of each unit, and how the report was made.

extension ReportAssembly {
  func waveFacts() throws(Failure) -> WaveFacts {
    let name = ingest.run.parameter("wave") ?? ""
    let described = try pipeline.waves.lazy
      .map { path throws(Failure) in try WaveDescription(path) }
      .first { $0.name == name }
    return WaveFacts(
      name: name, date: ingest.run.parameter("date") ?? "", from: described?.fieldwork?.lowerBound.iso,
      to: described?.fieldwork?.upperBound.iso, about: described?.about.map(Wording.init))
  }

  /// Every unit of the register, or every unit that answered; sorted by name, then by code.
  ///
  /// - Parameter variants: Other spellings of the names, by code.
  /// - Returns: The units.
  /// - Throws: ``Diagnostics/Failure`` when a table lacks a column.
  func unitFacts(_ variants: [String: [String]]) throws(Failure) -> [UnitFacts] {
    let codes = try ledger.texts("unit")
    let outcomes = try ledger.texts("outcome")
    let respondents = try ledger.integers("respondents")
    let names = ledger["name"]?.texts ?? codes.map { $0 }
    let expected = try expectedShares()
    var facts: [UnitFacts] = []
    for (row, code) in codes.enumerated() where outcomes[row] != "merged_away" {
      let placing = placing(of: code, respondents: respondents[row] ?? 0)
      facts.append(
        UnitFacts(
          code: code, name: names[row] ?? code, placing: placing,
          expected: placing == .noAnswer ? expected[code] ?? [] : [], also: variants[code] ?? []))
    }
    return facts.sorted { (sortingName($0.name), $0.code) < (sortingName($1.name), $1.code) }
  }

  /// Promise 9: below the least number of respondents nothing is said but that there were answers.
  private func placing(of code: String, respondents: Int) -> UnitFacts.Placing {
    guard respondents > 0, let member = members.placing[code] else { return respondents > 0 ? .tooFew : .noAnswer }
    guard respondents >= publish.unitTypeMinimum else { return .tooFew }
    return .placed(type: member.type, certainty: member.certainty, grade: member.grade)
  }

  /// A name as an index sorts it: without an apostrophe and article in front, and whatever the capitals.
  private func sortingName(_ name: String) -> String {
    let rest = name.hasPrefix("'") ? name.drop { $0 != "-" && $0 != " " }.dropFirst() : name[...]
    return rest.lowercased()
  }

  func responseFacts() throws(Failure) -> ResponseFacts {
    let records = try counts(of: ingest.table("ledger").texts("outcome"), order: recordOutcomes)
    let units = try counts(of: ledger.texts("outcome"), order: ["respondent", "non_respondent", "merged_away"])
    let answered = units.first { $0.outcome == "respondent" }?.count ?? 0
    let inRegister = units.reduce(0) { $0 + ($1.outcome == "merged_away" ? 0 : $1.count) }
    let used = records.first { $0.outcome == "used" }?.count ?? 0
    return ResponseFacts(
      respondents: used, unitsAnswered: answered, unitsInRegister: pipeline.register == nil ? nil : inRegister,
      minimum: publish.unitTypeMinimum, records: records, units: pipeline.register == nil ? [] : units,
      expectation: try expectation())
  }

  private var recordOutcomes: [String] { ["used", "partial", "duplicate", "no_unit", "excluded", "quarantined"] }

  /// The number of each outcome; known ones in their order, others behind them by name.
  private func counts(of outcomes: [String], order: [String]) -> [CountFacts] {
    let others = Set(outcomes).subtracting(order).sorted()
    return (order + others).compactMap { outcome in
      let count = outcomes.count { $0 == outcome }
      return count > 0 ? CountFacts(outcome: outcome, count: count) : nil
    }
  }

  func makingFacts() -> MakingFacts {
    MakingFacts(
      version: ProgramVersion.current, recalculations: normalise.run.count("replicates"), winnerRule: winnerRule(),
      leastInField: match.run.parameter("field.least").flatMap(Int.init),
      persons: match.run.count("persons").flatMap { $0 > 0 ? $0 : nil },
      stages: folders.map { folder in
        MakingFacts.Stage(
          name: folder.run.stage, seed: folder.run.seed.map(String.init),
          parameters: folder.run.parameters.map { MakingFacts.Entry(name: $0.name, value: $0.value) },
          digests: folder.run.inputs.map { MakingFacts.Entry(name: $0.name, value: $0.sha256) })
      }, findings: findingCounts())
  }

  /// The rule by which match called a first place clear; nothing when its record does not say.
  private func winnerRule() -> MakingFacts.WinnerRule? {
    func number(_ name: String) -> Double? { match.run.parameter(name).flatMap(Double.init) }
    guard let draws = number("draws"), let bounds = number("bounds"), let share = number("clear.acceptability"),
      let ahead = number("clear.ahead")
    else { return nil }
    return MakingFacts.WinnerRule(draws: Int(draws), bounds: bounds, leastShare: share, leastAhead: ahead)
  }

  /// How often each rule found something in ingest, whose findings are a table; never the values.
  private func findingCounts() -> [MakingFacts.FindingCount] {
    [ingest, normalise].flatMap { folder -> [MakingFacts.FindingCount] in
      guard let table = try? folder.table("findings"), let levels = try? table.texts("level"),
        let rules = try? table.texts("rule")
      else { return [] }
      let tally = FindingTally(
        zip(levels, rules).lazy.map { (level: Finding.Level(rawValue: $0) ?? .note, rule: $1) })
      return tally.lines.map { line in
        MakingFacts.FindingCount(
          stage: folder.run.stage, level: line.level.rawValue, rule: line.rule, count: line.count,
          label: codebook.checks.first { $0.name == line.rule }?.reason.map(Wording.init))
      }
    }
  }
}
