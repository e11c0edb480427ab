import Tables

/// What the codes of a question stand for: its categories in order, or false and true.
struct CodeMeaning: Hashable, Sendable {
  let kind: Question.Kind
  let isOption: Bool
  let schemaType: String
  /// The values as a file holds them.
  let texts: [String]
  private let integers: [Int?]
  private let numbers: [Double?]

  init(_ question: Question) {
    kind = question.kind
    isOption = question.isOption
    schemaType = question.schemaType
    if kind == .boolean {
      texts = ["false", "true"]
      integers = [0, 1]
      numbers = [0, 1]
    } else {
      texts = question.categories.map(\.value)
      integers = texts.map { Int($0) }
      numbers = kind == .scale ? integers.map { $0.map(Double.init) } : question.categories.map(\.number)
    }
  }

  /// The position of a code in the lists; an option that was not chosen is false.
  private func position<Word: FixedWidthInteger & UnsignedInteger>(_ code: Word) -> Int? {
    let position = code == Word.max - 3 ? 0 : Int(code)
    return position < texts.count ? position : nil
  }

  /// The position of a code among ``texts``, or their number when it stands for no value.
  func place<Word: FixedWidthInteger & UnsignedInteger>(_ code: Word) -> UInt32 {
    UInt32(position(code) ?? texts.count)
  }

  func text<Word: FixedWidthInteger & UnsignedInteger>(_ code: Word) -> String? { position(code).map { texts[$0] } }

  func integer<Word: FixedWidthInteger & UnsignedInteger>(_ code: Word) -> Int? {
    position(code).flatMap { integers[$0] }
  }

  func number<Word: FixedWidthInteger & UnsignedInteger>(_ code: Word) -> Double? {
    position(code).flatMap { numbers[$0] }
  }
}
