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
/// The same plan, questions and register give the same wave on every machine.
///
/// - Parameters:
///   - plan: What the wave is to look like.
///   - questions: The columns, in the order of the file.
///   - register: The units to draw from; without one, or beyond its end, units are made up.
/// - Returns: *n* records sorted by moment of submission, and the truth of *m* units sorted by code.
/// - Throws: `badPipeline` when the plan names what is not there.
/// - Complexity: O(*n* · *q* · log *n*) for *q* questions.
public func simulate(_ plan: SimulationPlan, questions: [SimulatedQuestion], register: Register?) throws(Failure)
  -> SimulatedWave
{
  let findings = check(plan, against: questions)
  if !findings.isEmpty { throw Failure(.badPipeline, findings) }
  let units = try drawUnits(plan, register: register)
  let people = drawPeople(plan, units: units)
  let drawn = drawAnswers(plan, questions, register, units: units, people: people, deciding: people.count)
  return SimulatedWave(
    records: recordTable(questions, drawn),
    truth: truthTable(plan, units: units, questions: questions, drawn: drawn))
}

/// Draws what all officials of the units of a wave would answer, those who answer in the wave and their colleagues alike.
///
/// The units are those of ``simulate(_:questions:register:)``, with the same types and the same deviations; the answers of
/// those who answer are the same to the letter and come first. Answers move by the amounts that met the margins among
/// these alone, so that colleagues answer as they would have in the wave. The mean over many officials is therefore what
/// a unit's few respondents estimate, on the scale of the answers as they are coded: rounded, cut at its ends, in the mix
/// of functions and fields of the plan. (The truth of a simulated wave is the level before rounding and cutting.)
///
/// - Parameters:
///   - plan: What the wave is to look like.
///   - questions: The columns, in the order of the file.
///   - register: The units to draw from, as for the wave.
///   - officials: How many officials each unit has at least.
/// - Returns: The records of all officials.
/// - Throws: `badPipeline` when the plan names what is not there.
/// - Complexity: O(*n* · *q*) for *n* officials in all and *q* questions.
public func simulateAllOfficials(
  _ plan: SimulationPlan, questions: [SimulatedQuestion], register: Register?, officials: Int
) throws(Failure) -> Table {
  let findings = check(plan, against: questions)
  if !findings.isEmpty { throw Failure(.badPipeline, findings) }
  let units = try drawUnits(plan, register: register)
  let people = drawPeople(plan, units: units)
  let all = people + drawColleagues(of: people, upTo: officials, plan, units: units)
  return recordTable(
    questions, drawAnswers(plan, questions, register, units: units, people: all, deciding: people.count))
}

private func drawAnswers(
  _ plan: SimulationPlan, _ questions: [SimulatedQuestion], _ register: Register?, units: [SimulatedUnit],
  people: [Person], deciding: Int
) -> [DrawnAnswers] {
  let draw = AnswerDraw(plan: plan, questions: questions, units: units, people: people, deciding: deciding)
  var drawn = questions.indices.map { draw.answers(to: $0) }
  let names = TypedNames(plan: plan, register: register)
  for (index, question) in questions.enumerated() where question.kind == .unit {
    drawn[index].cells = people.indices.map { names.typed(units[people[$0].unit], by: $0) }
  }
  applyRouting(plan, questions: questions, to: &drawn)
  return drawn
}

private func recordTable(_ questions: [SimulatedQuestion], _ drawn: [DrawnAnswers]) -> Table {
  Table("records", zip(questions, drawn).map { Column($0.name, .text($1.cells)) })
}

private func applyRouting(_ plan: SimulationPlan, questions: [SimulatedQuestion], to drawn: inout [DrawnAnswers]) {
  for route in plan.routing {
    guard let question = questions.firstIndex(where: { $0.name == route.question }),
      let decider = questions.firstIndex(where: { $0.name == route.unless })
    else { continue }
    for record in drawn[decider].cells.indices where drawn[decider].cells[record] == route.holds {
      drawn[question].cells[record] = questions[question].notShown ?? ""
    }
  }
}

private func truthTable(
  _ plan: SimulationPlan, units: [SimulatedUnit], questions: [SimulatedQuestion], drawn: [DrawnAnswers]
) -> Table {
  let shown = units.indices.filter { !units[$0].isOutsider }
  var table = Table(
    "truth",
    [
      Column("unit", .text(shown.map { units[$0].unit.code }), description: "Code of the unit"),
      Column("name", .text(shown.map { units[$0].unit.name }), description: "Name of the unit"),
      Column("type", .text(shown.map { plan.types[units[$0].type].name }), description: "Latent type"),
      Column("respondents", .integer(shown.map { units[$0].respondents }), description: "Number of respondents"),
    ])
  for (question, answers) in zip(questions, drawn) where !answers.truth.isEmpty {
    table.append(
      Column(
        question.name, .number(shown.map { (answers.truth[$0] * 10000).rounded() / 10000 }),
        description: "Value without noise of respondents")
    )
  }
  return table
}

/// Returns what the plan names and the questionnaire does not have.
private func check(_ plan: SimulationPlan, against questions: [SimulatedQuestion]) -> [Finding] {
  let names = questions.map(\.name)
  var indices: [String] = []
  for index in questions.compactMap(\.index) where !indices.contains(index) { indices.append(index) }
  var findings: [Finding] = []
  func refer(_ wanted: some Sequence<String>, to known: [String], in place: String) {
    for name in wanted where !known.contains(name) {
      let meant = suggestion(for: name, among: known).map { "did you mean '\($0)'?" }
      findings.append(
        Finding(
          .error, rule: "unknown-question", at: Place(field: place), value: name,
          message: "\(place) names '\(name)', which the codebook does not have",
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
  for question in questions {
    if case .function(let codes) = question.kind { refer(plan.functions.map(\.code), to: codes, in: "functions") }
    if case .field(let codes) = question.kind { refer(plan.fields.map(\.code), to: codes, in: "fields") }
  }
  return findings
}
