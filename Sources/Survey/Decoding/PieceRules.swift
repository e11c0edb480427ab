/// What the cells of one question say about those of another, record by record.
extension AnswerCells {
  /// Turns open cells into questions that were not shown, and returns the rows with an answer that should not be there.
  mutating func apply(_ shown: [Bool]) -> [Int] {
    func apply<Word: FixedWidthInteger & UnsignedInteger>(_ codes: inout [Word]) -> [Int] {
      var surprising: [Int] = []
      for row in codes.indices where !shown[row] {
        if codes[row] == Word.max {
          codes[row] = Word.max - 1
        } else if CellCode.hasValue(codes[row]), codes[row] != Word.max - 3 {
          surprising.append(row)
        }
      }
      return surprising
    }
    let old = store
    store = .codes([])
    switch consume old {
    case .codes(var codes):
      let rows = apply(&codes)
      store = .codes(codes)
      return rows
    case .wideCodes(var codes):
      let rows = apply(&codes)
      store = .wideCodes(codes)
      return rows
    case .names(var codes, let names):
      let rows = apply(&codes)
      store = .names(codes, names)
      return rows
    case let other:
      store = other
      return apply(&states)
    }
  }

  /// The rows in which an option was chosen.
  var chosenRows: [Bool] {
    if case .codes(let codes) = store { return codes.map { $0 == 1 } }
    return Array(repeating: false, count: count)
  }

  /// Turns open cells into options that were not chosen where `isKnown`.
  mutating func fill(_ isKnown: [Bool]) {
    guard case .codes(var codes) = store else { return }
    store = .codes([])
    for row in codes.indices where isKnown[row] && codes[row] == UInt8.max { codes[row] = UInt8.max - 3 }
    store = .codes(codes)
  }
}
