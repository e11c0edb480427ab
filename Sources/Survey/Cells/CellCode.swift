import Tables

/// What a cell of a coded column holds in one byte (or two, or four): the position of an answer in a list, or, at the top of
/// what the word can hold, what became of the question.
///
/// The states lie at the same distance from the top in every width, so a code is cut to a narrower word without a table.
enum CellCode {
  static let missing: UInt32 = .max
  static let notShown: UInt32 = .max - 1
  static let refused: UInt32 = .max - 2
  static let notSelected: UInt32 = .max - 3
  /// A cell that could not be read: missing, with a finding.
  static let wrong: UInt32 = .max - 4
  /// A cell of which nothing is known yet; never kept.
  static let unread: UInt32 = .max - 5
  /// A value that lies elsewhere; only used for the states of columns that are not coded.
  static let answered: UInt32 = 0

  /// The greatest number of answers that a byte can tell apart.
  static let mostInByte = 250

  /// The code of a state, for a question whose value (if any) lies elsewhere.
  static func of(_ state: AnswerState) -> UInt32 {
    switch state {
    case .answered: answered
    case .missing: missing
    case .notShown: notShown
    case .refused: refused
    case .notSelected: notSelected
    }
  }

  /// What became of a question with a code.
  static func state<Word: FixedWidthInteger & UnsignedInteger>(_ code: Word) -> AnswerState {
    switch Word.max - code {
    case 0, 4: .missing
    case 1: .notShown
    case 2: .refused
    case 3: .notSelected
    default: .answered
    }
  }

  /// Whether a code stands for a value: an answer, or an option that was not chosen.
  static func hasValue<Word: FixedWidthInteger & UnsignedInteger>(_ code: Word) -> Bool {
    code <= Word.max - 5 || code == Word.max - 3
  }

  /// Whether a cell was left open or could not be read.
  static func isOpen<Word: FixedWidthInteger & UnsignedInteger>(_ code: Word) -> Bool {
    code == Word.max || code == Word.max - 4
  }

  /// Whether a cell could not be read.
  static func isWrong<Word: FixedWidthInteger & UnsignedInteger>(_ code: Word) -> Bool { code == Word.max - 4 }
}
