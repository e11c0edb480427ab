public import Tables

/// The answers of one wave: used respondents only, sorted by their identification.
public struct Wave: Sendable {
  /// The identification of each respondent, in the smallest form.
  let keys: PackedTexts
  /// The units by number, and the number of each respondent's unit.
  let unitCodes: (codes: [String], numbers: [UInt32])
  /// The answers, one column a question in the order of the codebook; respondent and unit have none.
  public var answers: [AnswerColumn]

  /// Creates a wave.
  ///
  /// - Precondition: All columns are as long as the list of respondents.
  public init(respondents: [String], units: [String], answers: [AnswerColumn]) {
    var numbers: [String: UInt32] = [:]
    var codes: [String] = []
    let unitNumbers = units.map { unit -> UInt32 in
      if let number = numbers[unit] { return number }
      numbers[unit] = UInt32(codes.count)
      codes.append(unit)
      return UInt32(codes.count - 1)
    }
    self.init(keys: PackedTexts(respondents), units: (codes, unitNumbers), answers: answers)
  }

  init(keys: PackedTexts, units: (codes: [String], numbers: [UInt32]), answers: [AnswerColumn]) {
    precondition(units.numbers.count == keys.count && answers.allSatisfy { $0.count == keys.count })
    self.keys = keys
    self.unitCodes = units
    self.answers = answers
  }

  /// The number of respondents.
  public var count: Int { keys.count }
  /// The identification of each respondent, ``count`` of them, in ascending order of their bytes; made anew at every call.
  public var respondents: [String] { keys.strings }
  /// The code of the unit of each respondent, ``count`` of them; made anew at every call.
  public var units: [String] { unitCodes.numbers.map { unitCodes.codes[Int($0)] } }
  /// The number of distinct units.
  public var unitCount: Int {
    var isSeen = Array(repeating: false, count: unitCodes.codes.count)
    for number in unitCodes.numbers { isSeen[Int(number)] = true }
    return isSeen.count { $0 }
  }

  /// The answers to a question.
  public subscript(question: String) -> AnswerColumn? { answers.first { $0.question == question } }
}

extension Wave: Hashable {
  /// Whether two waves hold the same answers, however they keep them.
  public static func == (left: Wave, right: Wave) -> Bool {
    left.keys == right.keys && left.units == right.units && left.answers == right.answers
  }

  /// Hashes the respondents and their units.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(respondents)
    hasher.combine(units)
  }
}

/// The answers of all respondents to one question.
public struct AnswerColumn: Sendable {
  /// How the answers are kept.
  private enum Kept: Sendable {
    case plain(Column.Values, [AnswerState], [Double?])
    case cells(AnswerCells)
  }

  /// The name of the question.
  public let question: String
  private let kept: Kept

  /// Creates a column.
  ///
  /// - Precondition: All lists have the same length.
  public init(question: String, values: Column.Values, states: [AnswerState], numbers: [Double?]) {
    precondition(states.count == numbers.count && values.count == states.count)
    self.question = question
    kept = .plain(values, states, numbers)
  }

  init(question: String, cells: AnswerCells) {
    self.question = question
    kept = .cells(cells)
  }

  /// The number of respondents.
  public var count: Int {
    switch kept {
    case .plain(_, let states, _): states.count
    case .cells(let cells): cells.count
    }
  }

  /// The typed values, ``count`` of them; `nil` unless answered, except that an option not chosen is `false`.
  ///
  /// - Complexity: O(``count``) at every call.
  public var values: Column.Values { content.values }

  /// What became of the question for each respondent, ``count`` of them.
  ///
  /// - Complexity: O(``count``) at every call.
  public var states: [AnswerState] {
    switch kept {
    case .plain(_, let states, _): states
    case .cells(let cells): cells.plainStates
    }
  }

  /// The values as numbers, ``count`` of them: scales as their codes, options as 1 and 0 (not chosen too), categories by the
  /// number that the codebook gives them; `nil` where there is none.
  ///
  /// - Complexity: O(``count``) at every call.
  public var numbers: [Double?] {
    switch kept {
    case .plain(_, _, let numbers): numbers
    case .cells(let cells): cells.numbers
    }
  }

  /// The values as a table keeps them.
  var content: any ColumnContent {
    switch kept {
    case .plain(let values, _, _): values
    case .cells(let cells): cells
    }
  }

  /// Whether the values alone do not tell the states.
  func needsStates(isOption: Bool) -> Bool {
    switch kept {
    case .plain(let values, let states, _): states != Self.plainStates(values, isOption: isOption)
    case .cells(let cells): cells.needsStates
    }
  }

  /// What became of the question for one respondent.
  func state(_ row: Int) -> AnswerState {
    switch kept {
    case .plain(_, let states, _): states[row]
    case .cells(let cells): cells.state(row)
    }
  }
}

extension AnswerColumn: Hashable {
  /// Whether two columns hold the same answers to the same question.
  public static func == (left: AnswerColumn, right: AnswerColumn) -> Bool {
    left.question == right.question && left.states == right.states && left.values == right.values
      && left.numbers == right.numbers
  }

  /// Hashes question, values and states.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(question)
    hasher.combine(values)
    hasher.combine(states)
  }
}
