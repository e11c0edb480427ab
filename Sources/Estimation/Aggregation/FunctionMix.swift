public import Survey
public import Tables

/// Who answered: the function of every respondent, and so the mix of functions of every unit.
public struct FunctionMix: Sendable {
  /// The name of the question.
  public let question: String
  /// The codes of the functions, in the order of the codebook.
  public let codes: [String]
  /// The function of each row of the sample; -1 where none was given.
  let functionOfRow: [Int]
  /// The number of respondents of each unit and function, unit by unit.
  let counts: [Int]
  /// The codes of the units.
  private let units: [String]
  /// The number of respondents of each unit.
  private let sizes: [Int]

  /// Creates the mix of a sample's units.
  ///
  /// - Parameters:
  ///   - question: The name of the question.
  ///   - codes: The codes of the functions, in order.
  ///   - functions: The function of each respondent, in the order in which the sample was given its respondents; `nil`,
  ///     or a code that is not among `codes`, for none.
  ///   - sample: The sample.
  /// - Precondition: There is one function or `nil` a respondent.
  /// - Complexity: O(*n*) for *n* respondents.
  public init(_ question: String, codes: [String], functions: [String?], in sample: Sample) {
    self.question = question
    self.codes = codes
    let positions = Dictionary(zip(codes, codes.indices)) { first, _ in first }
    let rows = sample.arranged(functions.map { code in code.flatMap { positions[$0] } ?? -1 })
    var counts = [Int](repeating: 0, count: sample.units.count * codes.count)
    for unit in sample.units.indices {
      for row in sample.starts[unit]..<sample.starts[unit + 1] where rows[row] >= 0 {
        counts[unit * codes.count + rows[row]] += 1
      }
    }
    functionOfRow = rows
    self.counts = counts
    units = sample.units
    sizes = sample.sizes
  }

  /// Creates the mix from the answers to a category question; `nil` when the wave has no such column.
  ///
  /// Who refused, was not shown the question or left it open has no function.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - wave: The answers.
  ///   - sample: The sample of the same wave.
  public init?(_ question: Question, of wave: Wave, in sample: Sample) {
    guard let column = wave[question.name] else { return nil }
    let texts = Column(question.name, column.values).texts
    let functions = zip(texts, column.states).map { text, state in state == .answered ? text : nil }
    self.init(question.name, codes: question.substantiveCodes, functions: functions, in: sample)
  }

  /// The number of respondents with each function.
  public var respondents: [Int] {
    var total = [Int](repeating: 0, count: codes.count)
    for index in counts.indices { total[index % codes.count] += counts[index] }
    return total
  }

  /// The number of respondents without a function.
  public var withoutFunction: Int { functionOfRow.count { $0 < 0 } }

  /// The share of each function among all respondents with one: the reference mix; zeros when nobody has one.
  public var reference: [Double] {
    let respondents = respondents
    let total = respondents.reduce(0, +)
    return respondents.map { total > 0 ? Double($0) / Double(total) : 0 }
  }

  /// The table `functions`: one row a unit and function that it has, and one with an empty function for respondents who
  /// gave none.
  public var table: Table {
    var rows: [(unit: String, function: String?, count: Int)] = []
    var total = [Int](repeating: 0, count: units.count)
    for (unit, code) in units.enumerated() {
      for (function, name) in codes.enumerated() where counts[unit * codes.count + function] > 0 {
        rows.append((code, name, counts[unit * codes.count + function]))
        total[unit] += counts[unit * codes.count + function]
      }
      if sizes[unit] > total[unit] { rows.append((code, nil, sizes[unit] - total[unit])) }
    }
    return Table(
      "functions",
      [
        Column("unit", .text(rows.map(\.unit)), description: "Code of the unit."),
        Column("function", .text(rows.map(\.function)), description: "Answer to '\(question)'; empty: none given."),
        Column("respondents", .integer(rows.map(\.count)), description: "Number of respondents."),
      ])
  }
}

extension Question {
  /// The codes of the categories that stand for an answer.
  var substantiveCodes: [String] {
    let open = Set(refused + notShown + excluding + missingValues)
    return categories.map(\.value).filter { !open.contains($0) }
  }
}
