/// The numbers that questions and indices have in streams of random numbers.
///
/// A wave that follows another numbers what both ask as the other does, and counts on for what is new, so that the same
/// unit deviates alike on the same question in both.
struct StreamNumbers: Sendable {
  private var questions: [String: Int]
  private var indices: [String: Int]

  /// Numbers the questions of a wave, in their order.
  init(_ asked: [SimulatedQuestion], after earlier: StreamNumbers?) {
    questions = earlier?.questions ?? [:]
    indices = earlier?.indices ?? [:]
    for question in asked {
      if questions[question.name] == nil { questions[question.name] = questions.count }
      if let index = question.index, indices[index] == nil { indices[index] = indices.count }
    }
  }

  subscript(question: SimulatedQuestion) -> Int { questions[question.name] ?? questions.count }

  func index(of question: SimulatedQuestion) -> Int? { question.index.flatMap { indices[$0] } }
}
