import Settings
import Tables

/// How the cells of one question are read from bytes; made once for all pieces of a file.
///
/// A cell of one byte is looked up in a table of 256 codes, a longer one among the texts that the codebook knows, numbers
/// and days are read digit by digit. Whatever none of these knows goes to ``CellReader``, which reads any cell and says what
/// is wrong with it; so the fast ways need only know the plain cases.
final class QuestionDecoder: Sendable {
  /// The position of the question in the codebook.
  let number: Int
  /// The position of its column in the file; `nil` when the file lacks it, and for an option whose choices stand in one cell.
  let position: Int?
  let question: Question
  let reader: CellReader
  let meaning: CodeMeaning
  /// For each byte the code of the cell that holds it alone.
  let single: [UInt32]
  /// The texts of the codebook with their codes.
  let known: TextMemo
  /// The lengths of the texts that stand for a state, a bit each; the last bit stands for all greater lengths.
  private let stateLengths: UInt64
  /// The decimal mark, when it is of ASCII.
  let decimalByte: UInt8

  init(_ question: Question, number: Int, position: Int?, style: NumberStyle) {
    self.question = question
    self.number = number
    self.position = position
    keepsNames = question.role == .unit
    isPlain = !question.constraints.asksOfCells
    takesAnyName = question.role == .unit && question.kind == .text && !question.constraints.asksOfCells
    let reader = CellReader(question, style: style)
    self.reader = reader
    meaning = CodeMeaning(question)
    let states = question.missingValues + question.refused + question.notShown
    let isCoded = [.category, .scale, .boolean].contains(question.kind) && question.role != .unit
    var texts = states
    if isCoded {
      texts += question.categories.map(\.value) + question.trueValues + question.falseValues
      texts += question.categories.flatMap { [$0.label.nl, $0.label.en] + $0.also }
    }
    var known = TextMemo()
    for text in texts where trimmed(text) == text {
      let code = Self.code(reader.read(text))
      if code != CellCode.wrong, code != CellCode.unread { known.add(text, meaning: code) }
    }
    self.known = known
    decimalByte = style.decimal.asciiValue ?? 0xFF
    single = (0...255).map { byte in
      guard isCoded, byte > 0x20, byte < 0x7F else { return CellCode.unread }
      let code = Self.code(reader.read(String(UnicodeScalar(UInt8(byte)))))
      return code == CellCode.wrong ? CellCode.unread : code
    }
    stateLengths = states.reduce(0) { $0 | 1 << UInt64(min(63, $1.utf8.count)) }
  }

  /// Whether the cells are kept as names: what people typed for the unit.
  let keepsNames: Bool
  /// Whether any text is a name.
  let takesAnyName: Bool
  /// Whether a value of the right kind needs no further look.
  let isPlain: Bool

  /// The code that a cell is kept by: a position, a state, wrong; ``CellCode/unread`` when the value lies elsewhere.
  static func code(_ reading: CellReading) -> UInt32 {
    if reading.problem != nil { return CellCode.wrong }
    switch (reading.state, reading.cell) {
    case (.answered, .code(let position)): return UInt32(position)
    case (.answered, .boolean(let truth)): return truth ? 1 : 0
    case (.answered, _): return CellCode.unread
    case (let state, _): return CellCode.of(state)
    }
  }

  /// The state that a text stands for, when it is one of the codebook's texts for a state.
  func state(_ bytes: borrowing Span<UInt8>, _ cell: Range<Int>) -> UInt32? {
    if stateLengths & 1 << UInt64(min(63, cell.count)) == 0 { return nil }
    return known.position(of: bytes, cell, hash: TextMemo.hash(bytes, cell)).map { known.meanings[$0] }
  }

  /// Reads any cell, slowly.
  func read(_ bytes: borrowing Span<UInt8>, _ cell: Range<Int>) -> CellReading {
    reader.read(text(bytes, cell))
  }
}

/// Some bytes as a string.
func text(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
  var characters: [UInt8] = []
  characters.reserveCapacity(range.count)
  for index in range { characters.append(bytes[index]) }
  return String(decoding: characters, as: UTF8.self)
}
