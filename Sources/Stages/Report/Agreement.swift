import Artefacts
import Diagnostics
import Reporting
import Tables

/// Holds what a report says against the folders of the stages (promise 7).
///
/// Each number of a statement is looked up anew at the place that the statement names, apart from the way by which it came
/// into the report. So a sentence that prints another number than the record holds, a cell that took its neighbour's
/// column, or a number that the text forgot, stops the publication.
struct Agreement {
  private let folders: [String: ArtefactFolder]
  private let own: [RunRecord.Parameter]
  private var tables: [String: Table] = [:]
  private var documents: [String: JSONTree] = [:]

  /// Opens the folders.
  ///
  /// - Parameters:
  ///   - folders: The folders of the stages before.
  ///   - own: The parameters of the report itself, which has no folder yet.
  init(_ folders: [ArtefactFolder], own: [RunRecord.Parameter]) {
    self.folders = Dictionary(folders.map { ($0.run.stage, $0) }) { first, _ in first }
    self.own = own
  }

  /// Refuses a report of which a statement does not agree with the record, telling every disagreement.
  ///
  /// - Parameter statements: The statements of the report.
  /// - Returns: How many numbers were looked up.
  /// - Throws: ``Diagnostics/Failure`` with status 70 when the report says another number than the record; 65 or 66 when
  ///   a folder cannot be read.
  mutating func check(_ statements: [Statement]) throws(Failure) -> Int {
    var findings: [Finding] = []
    for statement in statements {
      findings += statement.missing.map { disagreement(statement, "does not print \($0.shown) (\($0.source.text))") }
      for number in statement.numbers {
        guard let recorded = try self.number(at: number.source) else {
          findings.append(disagreement(statement, "says \(number.shown), and there is no \(number.source.text)"))
          continue
        }
        if !Self.agree(recorded, number.value) {
          findings.append(
            disagreement(statement, "says \(number.shown), and \(number.source.text) is \(plainText(recorded))"))
        }
      }
    }
    if !findings.isEmpty { throw Failure(.ownFault, findings) }
    return statements.reduce(0) { $0 + $1.numbers.count }
  }

  private func disagreement(_ statement: Statement, _ words: String) -> Finding {
    Finding(
      .error, rule: "report-disagrees", value: statement.text,
      message: "the sentence '\(statement.text)' \(words)",
      mend: "this is a fault of the program: nothing was published; please report it with this message")
  }

  /// Whether two numbers are the same but for what adding in another order may change.
  private static func agree(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
  }
}

// MARK: - Looking up

extension Agreement {
  /// The number at a place; `nil` when the place is not there or holds no number.
  mutating func number(at source: NumberSource) throws(Failure) -> Double? {
    switch source {
    case .count(let stage, let name): return folders[stage]?.run.count(name).map(Double.init)
    case .parameter(let stage, let name):
      let value = stage == "report" ? own.first { $0.name == name }?.value : folders[stage]?.run.parameter(name)
      return value.flatMap(Double.init)
    case .cell(let stage, let name, let column, let matches):
      guard let table = try table(name, of: stage), let values = table[column]?.numbers else { return nil }
      let rows = Self.rows(of: table, matches)
      return rows.count == 1 ? values[rows[0]] : nil
    case .rows(let stage, let name, let matches):
      return try table(name, of: stage).map { Double(Self.rows(of: $0, matches).count) }
    case .total(let stage, let name, let column, let matches):
      guard let table = try table(name, of: stage), let values = table[column]?.numbers else { return nil }
      return Self.rows(of: table, matches).reduce(0) { $0 + (values[$1] ?? 0) }
    case .document(let stage, let file, let path): return try document(file, of: stage)?.number(at: path)
    case .ratio(let above, let below):
      guard let above = try number(at: above), let below = try number(at: below), below != 0 else { return nil }
      return above / below
    case .sum(let parts): return try numbers(at: parts)?.reduce(0, +)
    case .least(let parts): return try numbers(at: parts)?.min()
    case .greatest(let parts): return try numbers(at: parts)?.max()
    }
  }

  private mutating func numbers(at sources: [NumberSource]) throws(Failure) -> [Double]? {
    var numbers: [Double] = []
    for source in sources {
      guard let number = try number(at: source) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private mutating func table(_ name: String, of stage: String) throws(Failure) -> Table? {
    let key = "\(stage)/\(name)"
    if let table = tables[key] { return table }
    guard let folder = folders[stage], let table = try folder.tableIfPresent(name) else { return nil }
    tables[key] = table
    return table
  }

  private mutating func document(_ file: String, of stage: String) throws(Failure) -> JSONTree? {
    let key = "\(stage)/\(file)"
    if let tree = documents[key] { return tree }
    guard let folder = folders[stage], folder.hasFile(file) else { return nil }
    let tree = try folder.json(file, as: JSONTree.self)
    documents[key] = tree
    return tree
  }

  private static func rows(of table: Table, _ matches: [NumberSource.Match]) -> [Int] {
    var rows = Array(0..<table.rowCount)
    for match in matches {
      guard let texts = table[match.column]?.texts else { return [] }
      rows.removeAll { (texts[$0] ?? "") != match.value }
    }
    return rows
  }
}

/// A JSON document of any shape, of which only the numbers are of interest.
enum JSONTree: Decodable {
  case number(Double)
  case list([JSONTree])
  case object([String: JSONTree])
  case other

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let list = try? value.decode([JSONTree].self) {
      self = .list(list)
    } else if let object = try? value.decode([String: JSONTree].self) {
      self = .object(object)
    } else {
      self = .other
    }
  }

  /// The number at the end of a path of names, or of positions in a list.
  func number(at path: some Collection<String>) -> Double? {
    guard let step = path.first else {
      if case .number(let number) = self { return number }
      return nil
    }
    switch self {
    case .object(let members): return members[step]?.number(at: path.dropFirst())
    case .list(let items):
      guard let index = Int(step), items.indices.contains(index) else { return nil }
      return items[index].number(at: path.dropFirst())
    case .number, .other: return nil
    }
  }
}
