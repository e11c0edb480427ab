import Tables

/// The answers to one question, a cell a record, in the smallest form that holds them.
///
/// Codes and states share a word: one byte a cell for most questions. Numbers, days and free texts have their states beside
/// them.
struct AnswerCells: Sendable {
  /// The values.
  enum Store: Sendable {
    /// Positions among the categories, or truth (1 and 0), with states as ``CellCode`` says.
    case codes([UInt8])
    /// As `codes`, for lists that a byte cannot count.
    case wideCodes([UInt16])
    /// Positions among names that were typed, with states as ``CellCode`` says.
    case names([UInt32], PackedTexts)
    /// Whole numbers; anything where the state is not answered.
    case integers([Int])
    /// Numbers; anything where the state is not answered.
    case numbers([Double])
    /// Days as year · 10 000 + month · 100 + day.
    case days([Int32])
    /// Texts; empty where the state is not answered.
    case texts(PackedTexts)
  }

  /// What the codes stand for.
  var meaning: CodeMeaning
  /// The values.
  var store: Store
  /// The states of what is not coded, as ``CellCode`` in a byte; empty otherwise.
  var states: [UInt8] = []

  init(_ meaning: CodeMeaning, _ store: Store, states: [UInt8] = []) {
    self.meaning = meaning
    self.store = store
    self.states = states
  }

  /// The number of cells.
  var count: Int {
    switch store {
    case .codes(let codes): codes.count
    case .wideCodes(let codes): codes.count
    case .names(let codes, _): codes.count
    default: states.count
    }
  }

  /// What became of the question in one record.
  func state(_ row: Int) -> AnswerState {
    switch store {
    case .codes(let codes): CellCode.state(codes[row])
    case .wideCodes(let codes): CellCode.state(codes[row])
    case .names(let codes, _): CellCode.state(codes[row])
    default: CellCode.state(states[row])
    }
  }

  /// Whether one record has a value: an answer, or an option that was not chosen.
  func hasValue(_ row: Int) -> Bool {
    switch store {
    case .codes(let codes): CellCode.hasValue(codes[row])
    case .wideCodes(let codes): CellCode.hasValue(codes[row])
    case .names(let codes, _): CellCode.hasValue(codes[row])
    default: states[row] == 0
    }
  }

  /// The value of one record as a number, as ``AnswerColumn/numbers`` tells it.
  func number(_ row: Int) -> Double? {
    switch store {
    case .codes(let codes): meaning.number(codes[row])
    case .wideCodes(let codes): meaning.number(codes[row])
    case .integers(let numbers): hasValue(row) ? Double(numbers[row]) : nil
    case .numbers(let numbers): hasValue(row) ? numbers[row] : nil
    case .names, .days, .texts: nil
    }
  }

  /// The value of one record as a file holds it.
  func text(_ row: Int) -> String? {
    guard hasValue(row) else { return nil }
    switch store {
    case .codes(let codes): return meaning.text(codes[row])
    case .wideCodes(let codes): return meaning.text(codes[row])
    case .names(let codes, let names): return names[Int(codes[row])]
    case .integers(let numbers): return String(numbers[row])
    case .numbers(let numbers): return plainText(numbers[row])
    case .days(let days): return date(days[row])?.iso
    case .texts(let texts): return texts[row]
    }
  }
}

extension AnswerCells: ColumnContent {
  var schemaType: String { meaning.schemaType }

  var values: Column.Values {
    switch meaning.kind {
    case .text, .category, .moment: .text(rows { text($0) })
    case .scale, .integer: .integer(rows { integer($0) })
    case .number: .number(rows { number($0) })
    case .boolean: .boolean(rows { truth($0) })
    case .date: .date(rows { day($0) })
    }
  }

  /// The states, in the plain form.
  var plainStates: [AnswerState] { (0..<count).map(state) }

  /// The values as numbers, in the plain form.
  var numbers: [Double?] { rows { number($0) } }

  /// Whether the values alone do not tell the states.
  var needsStates: Bool {
    func special<Word: FixedWidthInteger & UnsignedInteger>(_ codes: [Word]) -> Bool {
      codes.contains { $0 == Word.max - 1 || $0 == Word.max - 2 }
    }
    switch store {
    case .codes(let codes): return special(codes)
    case .wideCodes(let codes): return special(codes)
    case .names(let codes, _): return special(codes)
    default: return special(states)
    }
  }

  func appendText(of row: Int, to bytes: inout [UInt8]) -> Bool {
    guard hasValue(row) else { return false }
    if case .texts(let texts) = store {
      bytes.append(contentsOf: texts.bytes[texts.range(row)])
    } else if let text = text(row) {
      bytes.append(contentsOf: text.utf8)
    }
    return true
  }

  private func integer(_ row: Int) -> Int? {
    switch store {
    case .codes(let codes): meaning.integer(codes[row])
    case .wideCodes(let codes): meaning.integer(codes[row])
    case .integers(let numbers): hasValue(row) ? numbers[row] : nil
    default: nil
    }
  }

  private func truth(_ row: Int) -> Bool? {
    guard case .codes(let codes) = store, hasValue(row) else { return nil }
    return codes[row] == 1
  }

  private func day(_ row: Int) -> CalendarDate? {
    guard case .days(let days) = store, hasValue(row) else { return nil }
    return date(days[row])
  }

  private func date(_ day: Int32) -> CalendarDate? {
    CalendarDate(year: Int(day) / 10_000, month: Int(day) / 100 % 100, day: Int(day) % 100)
  }

  private func rows<Value>(_ value: (Int) -> Value?) -> [Value?] { (0..<count).map(value) }
}

extension AnswerCells: CodedContent {
  /// The categories, false and true, or the names that were typed; `nil` for values that are not coded.
  var codedTexts: [String]? {
    switch store {
    case .codes, .wideCodes: meaning.texts
    case .names(_, let names): names.strings
    default: nil
    }
  }

  func appendCodes(of rows: Range<Int>, to codes: inout [UInt32]) {
    switch store {
    case .codes(let own): codes.append(contentsOf: own[rows].lazy.map { meaning.place($0) })
    case .wideCodes(let own): codes.append(contentsOf: own[rows].lazy.map { meaning.place($0) })
    case .names(let own, let names): codes.append(contentsOf: own[rows].lazy.map { min($0, UInt32(names.count)) })
    default: preconditionFailure("only coded values have codes")
    }
  }
}

extension AnswerCells {
  /// Joins the cells of the pieces of a file, and frees each part once it is taken; names are matched by `maps`.
  static func joined(_ parts: inout [AnswerCells], names maps: [[UInt32]], _ names: PackedTexts) -> AnswerCells {
    let count = parts.reduce(0) { $0 + $1.count }
    var states: [UInt8] = []
    if case .texts = parts[0].store { states.reserveCapacity(count) }
    for part in parts { states.append(contentsOf: part.states) }
    let meaning = parts[0].meaning
    let store: Store
    switch parts[0].store {
    case .codes: store = .codes(join(&parts, count) { if case .codes(let part) = $0 { part } else { [] } })
    case .wideCodes: store = .wideCodes(join(&parts, count) { if case .wideCodes(let part) = $0 { part } else { [] } })
    case .integers: store = .integers(join(&parts, count) { if case .integers(let part) = $0 { part } else { [] } })
    case .numbers: store = .numbers(join(&parts, count) { if case .numbers(let part) = $0 { part } else { [] } })
    case .days: store = .days(join(&parts, count) { if case .days(let part) = $0 { part } else { [] } })
    case .names:
      var codes: [UInt32] = []
      codes.reserveCapacity(count)
      for (part, map) in zip(parts, maps) {
        guard case .names(let more, _) = part.store else { continue }
        for code in more { codes.append(Int(code) < map.count ? map[Int(code)] : code) }
      }
      store = .names(codes, names)
    case .texts: store = .texts(joinTexts(&parts, count))
    }
    return AnswerCells(meaning, store, states: states)
  }

  private static func join<Value>(
    _ parts: inout [AnswerCells], _ count: Int, _ values: (Store) -> [Value]
  ) -> [Value] {
    var all: [Value] = []
    all.reserveCapacity(count)
    for index in parts.indices {
      all.append(contentsOf: values(parts[index].store))
      parts[index].store = .codes([])
    }
    return all
  }

  private static func joinTexts(_ parts: inout [AnswerCells], _ count: Int) -> PackedTexts {
    var all = PackedTexts()
    var size = 0
    for part in parts { if case .texts(let texts) = part.store { size += texts.bytes.count } }
    all.reserve(texts: count, bytes: size)
    for index in parts.indices {
      if case .texts(let texts) = parts[index].store { all.append(texts) }
      parts[index].store = .codes([])
    }
    return all
  }

  /// Gives a record the cell of another.
  mutating func copy(_ source: Int, to row: Int) {
    if !states.isEmpty { states[row] = states[source] }
    let old = store
    store = .codes([])
    switch old {
    case .codes(var codes):
      codes[row] = codes[source]
      store = .codes(codes)
    case .wideCodes(var codes):
      codes[row] = codes[source]
      store = .wideCodes(codes)
    case .names(var codes, let names):
      codes[row] = codes[source]
      store = .names(codes, names)
    case .integers(var numbers):
      numbers[row] = numbers[source]
      store = .integers(numbers)
    case .numbers(var numbers):
      numbers[row] = numbers[source]
      store = .numbers(numbers)
    case .days(var days):
      days[row] = days[source]
      store = .days(days)
    case .texts: preconditionFailure("texts are copied together, with copyTexts(_:)")
    }
  }

  /// Gives some records the texts of others, in one go: texts lie packed one behind another.
  mutating func copyTexts(_ pairs: [(source: Int, row: Int)]) {
    guard case .texts(let texts) = store else { return }
    var order = Array(0..<texts.count)
    for (source, row) in pairs {
      order[row] = source
      states[row] = states[source]
    }
    store = .texts(texts.gathered(order))
  }

  /// The cells of some records, in their order.
  func gathered(_ order: [Int]) -> AnswerCells {
    let gathered: Store =
      switch store {
      case .codes(let codes): .codes(order.map { codes[$0] })
      case .wideCodes(let codes): .wideCodes(order.map { codes[$0] })
      case .names(let codes, let names): .names(order.map { codes[$0] }, names)
      case .integers(let numbers): .integers(order.map { numbers[$0] })
      case .numbers(let numbers): .numbers(order.map { numbers[$0] })
      case .days(let days): .days(order.map { days[$0] })
      case .texts(let texts): .texts(texts.gathered(order))
      }
    return AnswerCells(meaning, gathered, states: states.isEmpty ? [] : order.map { states[$0] })
  }
}
