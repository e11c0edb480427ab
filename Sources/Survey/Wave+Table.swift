public import Diagnostics
import Settings
public import Tables

extension AnswerColumn {
  /// Creates a column from typed values, with the numbers that the codebook gives them.
  init(_ question: Question, values: Column.Values, states: [AnswerState]) {
    var numbers = Column(question.name, values).numbers
    if case .text(let texts) = values, question.kind == .category {
      let known = Dictionary(
        question.categories.map { ($0.value, $0.number) }, uniquingKeysWith: { first, _ in first })
      numbers = texts.map { text in text.flatMap { known[$0] ?? nil } }
    }
    self.init(question: question.name, values: values, states: states, numbers: numbers)
  }

  /// The states that the values alone tell: answered where there is one, missing where not.
  static func plainStates(_ values: Column.Values, isOption: Bool) -> [AnswerState] {
    if isOption, case .boolean(let truths) = values {
      return truths.map { $0 == nil ? .missing : $0 == true ? .answered : .notSelected }
    }
    return Column("", values).texts.map { $0 == nil ? .missing : .answered }
  }
}

extension Wave {
  /// Returns the wave as the table `respondents`, sorted by respondent.
  ///
  /// Beside a question stands `<question>_state` when its values alone do not tell the states.
  ///
  /// - Parameter codebook: The codebook that the wave was read by.
  /// - Returns: *n* rows, the columns in the order of the codebook.
  public func table(_ codebook: Codebook) -> Table {
    var table = Table(
      "respondents",
      [
        Column("respondent", content: keys, description: "The respondent."),
        Column(
          "unit", content: UnitColumn(codes: unitCodes.codes, numbers: unitCodes.numbers),
          description: "Code of the respondent's unit."),
      ])
    for answer in answers {
      guard let question = codebook[answer.question] else { continue }
      table.append(Column(question.columnName, content: answer.content, description: question.text.en))
      if answer.needsStates(isOption: question.isOption) {
        table.append(
          Column(
            question.columnName + "_state", content: StateColumn(answers: answer),
            description: "What became of '\(question.name)'."))
      }
    }
    return table
  }

  /// Reads a wave back from the table `respondents`.
  ///
  /// - Parameters:
  ///   - table: The table, as ``table(_:)`` made it.
  ///   - codebook: The codebook that the wave was read by.
  ///   - file: What messages call the table.
  /// - Throws: ``Diagnostics/Failure`` with status `badData` and every column that is missing or of another type.
  public init(_ table: Table, codebook: Codebook, file: String = "respondents.csv") throws(Failure) {
    var findings: [Finding] = []
    func broken(_ column: String, _ message: String) {
      findings.append(
        Finding(
          .error, rule: "wrong-respondents", at: Place(file: file, field: column), message: message,
          mend: "run the stage 'ingest' anew with this codebook"))
    }
    func texts(_ name: String) -> [String] {
      let texts = table[name]?.texts ?? []
      if texts.count != table.rowCount || texts.contains(nil) { broken(name, "the column '\(name)' is not complete") }
      return texts.map { $0 ?? "" }
    }
    let respondents = texts("respondent")
    let units = texts("unit")
    var answers: [AnswerColumn] = []
    for question in codebook.questions where question.isKept {
      guard let column = table[question.columnName], column.schemaType == question.schemaType else {
        broken(question.name, "there is no column '\(question.columnName)' of type \(question.schemaType)")
        continue
      }
      var states = AnswerColumn.plainStates(column.values, isOption: question.isOption)
      if let named = table[question.columnName + "_state"] {
        let read = named.texts.map { $0.flatMap(AnswerState.init(rawValue:)) }
        if read.contains(nil) { broken(question.name, "the column '\(named.name)' holds something that is no state") }
        states = read.map { $0 ?? .missing }
      }
      answers.append(AnswerColumn(question, values: column.values, states: states))
    }
    if !findings.isEmpty { throw Failure(.badData, findings) }
    self.init(respondents: respondents, units: units, answers: answers)
  }
}

extension Question {
  /// The name of the column in `respondents`; a question that is itself called like a key column gets an underscore.
  var columnName: String { ["respondent", "unit", "simulated"].contains(name) ? name + "_" : name }

  /// The type of the column by table schema.
  var schemaType: String {
    switch kind {
    case .text, .category, .moment: "string"
    case .scale, .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .date: "date"
    }
  }
}

/// The column of the units' codes.
private struct UnitColumn: CodedContent {
  let codes: [String]
  let numbers: [UInt32]

  var count: Int { numbers.count }
  var schemaType: String { "string" }
  var values: Column.Values { .text(numbers.map { codes[Int($0)] }) }
  var codedTexts: [String]? { codes }

  func appendText(of row: Int, to bytes: inout [UInt8]) -> Bool {
    bytes.append(contentsOf: codes[Int(numbers[row])].utf8)
    return true
  }

  func appendCodes(of rows: Range<Int>, to codes: inout [UInt32]) { codes.append(contentsOf: numbers[rows]) }
}

/// The column of the states of a question.
private struct StateColumn: CodedContent {
  let answers: AnswerColumn

  var count: Int { answers.count }
  var schemaType: String { "string" }
  var values: Column.Values { .text(answers.states.map(\.rawValue)) }
  var codedTexts: [String]? { AnswerState.allCases.map(\.rawValue) }

  func appendText(of row: Int, to bytes: inout [UInt8]) -> Bool {
    bytes.append(contentsOf: answers.state(row).rawValue.utf8)
    return true
  }

  func appendCodes(of rows: Range<Int>, to codes: inout [UInt32]) {
    for row in rows { codes.append(answers.state(row).number) }
  }
}

extension AnswerState {
  /// The place among all states.
  fileprivate var number: UInt32 {
    switch self {
    case .answered: 0
    case .notSelected: 1
    case .notShown: 2
    case .refused: 3
    case .missing: 4
    }
  }
}
