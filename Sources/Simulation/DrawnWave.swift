import Diagnostics
public import Registers
import Tables

/// A wave that is planned: what it is to look like, what is asked, and whom it can reach.
public struct PlannedWave: Sendable {
  /// What the wave is to look like.
  public var plan: SimulationPlan
  /// The columns, in the order of the file.
  public var questions: [SimulatedQuestion]
  /// The units to draw from; without one, or beyond its end, units are made up.
  public var register: Register?

  /// Creates a planned wave.
  public init(_ plan: SimulationPlan, questions: [SimulatedQuestion], register: Register?) {
    self.plan = plan
    self.questions = questions
    self.register = register
  }
}

/// A wave with everything that was drawn for it, to which a later wave can be drawn.
struct DrawnWave: Sendable {
  let wave: PlannedWave
  let random: WaveRandomness
  let numbers: StreamNumbers
  let units: DrawnUnits
  /// Those who answer, sorted by moment of submission.
  let people: [Person]
  /// The highest number of a respondent in this wave and those before.
  let lastRespondent: Int
  /// The least number of digits in the number of a respondent.
  let digits: Int
  private let movedBefore: [String: Double]

  /// Draws the units and people of a wave.
  ///
  /// - Throws: `badPipeline` when the plan names what is not there.
  init(_ wave: PlannedWave, after earlier: DrawnWave?) throws(Failure) {
    let findings = check(wave.plan, against: wave.questions)
    if !findings.isEmpty { throw Failure(.badPipeline, findings) }
    self.wave = wave
    random = WaveRandomness(seed: wave.plan.seed, wave: earlier.map { $0.random.wave + 1 } ?? 0)
    numbers = StreamNumbers(wave.questions, after: earlier?.numbers)
    units = try drawUnits(wave, random, after: earlier)
    people = PeopleDraw(wave.plan, random, after: earlier).respondents(of: units.answering)
    lastRespondent = max(earlier?.lastRespondent ?? 0, people.map(\.id).max() ?? 0)
    digits = earlier?.digits ?? String(people.count).count
    movedBefore = earlier?.moved ?? [:]
  }

  /// Draws all waves of a row, and returns the last.
  ///
  /// - Precondition: There is at least one wave.
  static func last(of waves: [PlannedWave], _ last: PlannedWave) throws(Failure) -> DrawnWave {
    var drawn: DrawnWave?
    for wave in waves { drawn = try DrawnWave(wave, after: drawn) }
    return try DrawnWave(last, after: drawn)
  }

  /// Draws colleagues of those who answer, so that each unit has at least so many people together.
  func colleagues(upTo officials: Int) -> [Person] {
    PeopleDraw(wave.plan, random, after: nil)
      .colleagues(of: people, upTo: officials, units: units.answering, numberedAfter: lastRespondent)
  }

  /// Draws what people answer, those of the wave or more.
  func answers(of everybody: [Person], digits: Int) -> [DrawnAnswers] {
    let (plan, questions) = (wave.plan, wave.questions)
    let draw = AnswerDraw(
      plan: plan, questions: questions, units: units.answering, people: everybody, deciding: people.count,
      numbers: numbers, random: random, movedBefore: movedBefore, digits: digits)
    var drawn = questions.indices.map { draw.answers(to: $0) }
    let names = TypedNames(plan: plan, register: wave.register, random: random)
    for (index, question) in questions.enumerated() where question.kind == .unit {
      drawn[index].cells = everybody.indices.map { names.typed(units.answering[everybody[$0].unit], by: $0) }
    }
    applyRouting(plan, questions: questions, to: &drawn)
    return drawn
  }

  /// By how much the answers to each question moved, in this wave or in the one before.
  private var moved: [String: Double] {
    var moved = movedBefore
    for (question, answers) in zip(wave.questions, answers(of: people, digits: digits)) where answers.moved != 0 {
      moved[question.name] = answers.moved
    }
    return moved
  }
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
