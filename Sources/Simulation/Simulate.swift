public import Diagnostics
import Matrices
public import Registers
public import Tables

/// A drawn wave: what respondents answer, and what they would answer without noise.
public struct SimulatedWave: Hashable, Sendable {
  /// One row a record, as texts in the form of a survey export.
  public var records: Table
  /// One row a unit that answers: `unit`, `name`, `type`, `respondents`, and by question the value of the unit without the
  /// noise of respondents (points of the scale, the share of the affirmative, the median of an amount).
  ///
  /// Of a wave that follows another it tells more after `respondents`: `type_before` (of the largest part when several
  /// units went into one; empty when nobody knew the unit), `moved` (whether it went to another type; a type that fell
  /// apart moved nobody), `answered_before`, and `stayed` (the share of its respondents who answered before).
  public var truth: Table
}

/// Draws a wave of a survey from latent types.
///
/// Every unit has one type, drawn by the types' weights and rules. Its answer to a question is the type's mean, plus a
/// deviation of the unit (the intraclass correlation's share of the variance, partly shared by the items of an index),
/// plus shifts for function and field, plus noise of the respondent; scales are rounded and cut at their ends. Shares with a
/// margin are met exactly: all answers to the question are moved by one amount, so that as many as the percentage asks
/// lie in the top two (or on the affirmative side); who these are follows from the ranks.
///
/// In a wave that follows others, units keep type and deviations unless the plan moves them or splits their type; a unit
/// into which others went has those of the largest. Of the units and officials that answered before, shares answer again,
/// officials under the number that they had; their own deviations are correlated with those of then. Answers to a
/// question with a margin in an earlier wave stay where that margin brought them.
///
/// The same plans, questions and registers give the same wave on every machine.
///
/// - Parameters:
///   - plan: What the wave is to look like.
///   - questions: The columns, in the order of the file.
///   - register: The units to draw from; without one, or beyond its end, units are made up.
///   - earlier: The waves that it follows, the oldest first.
/// - Returns: *n* records sorted by moment of submission, and the truth of *m* units sorted by code.
/// - Throws: `badPipeline` when the plan names what is not there.
/// - Complexity: O(*n* · *q* · log *n*) for *q* questions, for each wave.
public func simulate(
  _ plan: SimulationPlan, questions: [SimulatedQuestion], register: Register?, following earlier: [PlannedWave] = []
) throws(Failure) -> SimulatedWave {
  let wave = try DrawnWave.last(of: earlier, PlannedWave(plan, questions: questions, register: register))
  let drawn = wave.answers(of: wave.people, digits: wave.digits)
  return SimulatedWave(records: recordTable(questions, drawn), truth: truthTable(wave, drawn))
}

/// Draws what all officials of the units of a wave would answer, those who answer in the wave and their colleagues alike.
///
/// The units are those of ``simulate(_:questions:register:following:)``, with the same types and the same deviations; the
/// answers of those who answer are the same to the letter and come first. Answers move by the amounts that met the margins
/// among these alone, so that colleagues answer as they would have in the wave. The mean over many officials is therefore
/// what a unit's few respondents estimate, on the scale of the answers as they are coded: rounded, cut at its ends, in the
/// mix of functions and fields of the plan. (The truth of a simulated wave is the level before rounding and cutting.)
///
/// - Parameters:
///   - plan: What the wave is to look like.
///   - questions: The columns, in the order of the file.
///   - register: The units to draw from, as for the wave.
///   - officials: How many officials each unit has at least.
///   - earlier: The waves that it follows, the oldest first.
/// - Returns: The records of all officials.
/// - Throws: `badPipeline` when the plan names what is not there.
/// - Complexity: O(*n* · *q*) for *n* officials in all and *q* questions.
public func simulateAllOfficials(
  _ plan: SimulationPlan, questions: [SimulatedQuestion], register: Register?, officials: Int,
  following earlier: [PlannedWave] = []
) throws(Failure) -> Table {
  let wave = try DrawnWave.last(of: earlier, PlannedWave(plan, questions: questions, register: register))
  let all = wave.people + wave.colleagues(upTo: officials)
  let digits = earlier.isEmpty ? String(all.count).count : wave.digits
  return recordTable(questions, wave.answers(of: all, digits: digits))
}

private func recordTable(_ questions: [SimulatedQuestion], _ drawn: [DrawnAnswers]) -> Table {
  Table("records", zip(questions, drawn).map { Column($0.name, .text($1.cells)) })
}

private func truthTable(_ wave: DrawnWave, _ drawn: [DrawnAnswers]) -> Table {
  let units = wave.units.answering
  let shown = units.indices.filter { !units[$0].isOutsider }
  var table = Table(
    "truth",
    [
      Column("unit", .text(shown.map { units[$0].unit.code }), description: "Code of the unit"),
      Column("name", .text(shown.map { units[$0].unit.name }), description: "Name of the unit"),
      Column("type", .text(shown.map { wave.wave.plan.types[units[$0].type].name }), description: "Latent type"),
      Column("respondents", .integer(shown.map { units[$0].respondents }), description: "Number of respondents"),
    ])
  for column in pastColumns(wave, shown) { table.append(column) }
  for (question, answers) in zip(wave.wave.questions, drawn) where !answers.truth.isEmpty {
    table.append(
      Column(
        question.name, .number(shown.map { (answers.truth[$0] * 10000).rounded() / 10000 }),
        description: "Value without noise of respondents")
    )
  }
  return table
}

/// What a wave that follows another tells of the units beside it; nothing for a first wave.
private func pastColumns(_ wave: DrawnWave, _ shown: [Int]) -> [Column] {
  let pasts = shown.compactMap { wave.units.answering[$0].past }
  if pasts.count < shown.count || shown.isEmpty { return [] }
  var staying = [Int](repeating: 0, count: wave.units.answering.count)
  for person in wave.people where person.origin != nil { staying[person.unit] += 1 }
  let shares = shown.map { Double(staying[$0]) / Double(wave.units.answering[$0].respondents) }
  return [
    Column("type_before", .text(pasts.map(\.type)), description: "Latent type in the wave before"),
    Column("moved", .boolean(pasts.map(\.isMoved)), description: "Whether it went to another type"),
    Column(
      "answered_before", .boolean(pasts.map(\.hasAnswered)), description: "Whether it answered in the wave before"),
    Column(
      "stayed", .number(shares.map { ($0 * 10000).rounded() / 10000 }),
      description: "Share of its respondents who answered in the wave before"),
  ]
}

/// Returns what the plan names and the questionnaire does not have.
func check(_ plan: SimulationPlan, against questions: [SimulatedQuestion]) -> [Finding] {
  let names = questions.map(\.name)
  var indices: [String] = []
  for index in questions.compactMap(\.index) where !indices.contains(index) { indices.append(index) }
  var findings: [Finding] = []
  func refer(
    _ wanted: some Sequence<String>, to known: [String], in place: String, lacking: String = "the codebook"
  ) {
    for name in wanted where !known.contains(name) {
      let meant = suggestion(for: name, among: known).map { "did you mean '\($0)'?" }
      findings.append(
        Finding(
          .error, rule: "unknown-question", at: Place(field: place), value: name,
          message: "\(place) names '\(name)', which \(lacking) does not have",
          mend: meant ?? "use one of: " + known.joined(separator: ", ")))
    }
  }
  refer(plan.margins.map(\.question), to: names, in: "margins")
  refer(plan.routing.flatMap { [$0.question, $0.unless] }, to: names, in: "routing")
  refer(plan.noise.iccs.keys.sorted(), to: names, in: "noise.icc-of")
  refer(plan.noise.missings.keys.sorted(), to: names, in: "noise.missing-of")
  for group in plan.functions + plan.fields {
    refer(group.shifts.keys.sorted(), to: names + indices, in: "shifts of \(group.code)")
  }
  for type in plan.types {
    refer(type.means.keys.sorted(), to: names + indices, in: "types.\(type.name).means")
    refer(type.shares.keys.sorted(), to: names, in: "types.\(type.name).shares")
    refer(type.medians.keys.sorted(), to: names, in: "types.\(type.name).medians")
    refer(type.sentences.keys.sorted(), to: names, in: "types.\(type.name).sentences")
  }
  let types = plan.types.map(\.name)
  refer(plan.since?.typesOfMoves ?? [], to: types, in: "since.moves", lacking: "the list of types")
  refer(plan.since?.typesOfSplits ?? [], to: types, in: "since.splits", lacking: "the list of types")
  for question in questions {
    if case .function(let codes) = question.kind { refer(plan.functions.map(\.code), to: codes, in: "functions") }
    if case .field(let codes) = question.kind { refer(plan.fields.map(\.code), to: codes, in: "fields") }
  }
  return findings
}
