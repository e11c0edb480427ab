/// When a question was shown, ready to be applied to the cells of a piece.
///
/// Who was not shown a question and left its cell empty did not leave it open. An answer that is there all the same is kept,
/// and its record flagged.
struct Route: Sendable {
  /// The position of the question in the codebook.
  let question: Int
  /// The position of the question that decides.
  let decider: Int
  private let codes: Set<UInt32>
  private let texts: Set<String>

  /// Reads the condition of a question; `nil` when it has none.
  init?(question number: Int, of codebook: Codebook, decoders: [QuestionDecoder]) {
    guard let condition = codebook.questions[number].shownIf,
      let decider = codebook.questions.firstIndex(where: { $0.name == condition.question })
    else { return nil }
    question = number
    self.decider = decider
    let readings = condition.answers.map { decoders[decider].reader.read($0) }
    codes = Set(readings.map(QuestionDecoder.code))
    texts = Set(condition.answers)
  }

  /// For each record whether the question was shown.
  func shown(by cells: AnswerCells) -> [Bool] {
    func shown<Word: FixedWidthInteger & UnsignedInteger>(_ values: [Word]) -> [Bool] {
      let wanted = Set(codes.map { Word(truncatingIfNeeded: $0) })
      return values.map { wanted.contains($0) }
    }
    switch cells.store {
    case .codes(let codes): return shown(codes)
    case .wideCodes(let codes): return shown(codes)
    default: return (0..<cells.count).map { row in cells.text(row).map { texts.contains($0) } ?? false }
    }
  }
}
