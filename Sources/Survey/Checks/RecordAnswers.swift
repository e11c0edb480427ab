import Tables

/// The answers of all records of a file as checks see them, by the number of the question in the codebook and that of the
/// record in the file, both from 0.
protocol RecordAnswers {
  /// The file as the user named it.
  var file: String { get }
  /// The number of records.
  var recordCount: Int { get }
  /// The line on which a record begins.
  func line(of record: Int) -> Int
  /// Whether a record takes part: it is neither quarantined nor excluded nor a duplicate.
  func counts(_ record: Int) -> Bool
  /// What became of a question.
  func state(_ question: Int, of record: Int) -> AnswerState
  /// The answer as a number: a scale as its code, truth as 1 and 0; `nil` when there is none.
  func number(_ question: Int, of record: Int) -> Double?
  /// The answer as a text: a category as its code, a day or moment in ISO form; `nil` when there is none.
  func text(_ question: Int, of record: Int) -> String?
  /// How many of the closed questions a record answers, and how many it was shown.
  func coverage(of record: Int) -> (answered: Int, shown: Int)
  /// The cell as it was written, for messages.
  func written(_ question: Int, of record: Int) -> String
}

extension RecordAnswers {
  /// Whether something was answered: a value, an option left open, or "don't know".
  func isGiven(_ question: Int, of record: Int) -> Bool {
    switch state(question, of: record) {
    case .answered, .notSelected, .refused: true
    case .missing, .notShown: false
    }
  }
}
