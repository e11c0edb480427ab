import Diagnostics
import Reporting
import Tables

/// The table `estimates`, by question, answer, estimand and cell.
struct EstimateLines {
  /// What a line is about.
  struct Key: Hashable {
    var question: String
    /// The codes that were counted, with `+` between.
    var answer: String
    /// The classification; empty for all units.
    var by = ""
    /// The cell; empty for all units.
    var cell = ""
  }

  /// The questions and answers for all units, in the order of the table.
  private(set) var keys: [Key] = []
  /// Whether each question is an index.
  private(set) var indices: Set<String> = []
  /// The cells of each classification, both in the order of the table.
  private(set) var cells: [(by: String, names: [String])] = []
  private var facts: [Key: [EstimandFacts: EstimateFacts]] = [:]
  private var units: [Key: Int] = [:]

  init(_ table: Table) throws(Failure) {
    let questions = try table.texts("question")
    let answers = try table.texts("answer")
    let estimands = try table.texts("estimand")
    let counts = try table.integers("n")
    let values = try table.numbers("estimate")
    let lows = try table.numbers("low")
    let highs = try table.numbers("high")
    let kinds = try table.texts("kind")
    let bys = table["by"]?.texts
    let names = table["cell"]?.texts
    let effects = table["deff"]?.numbers
    let unitCounts = table["units"]?.numbers
    for row in questions.indices {
      guard let estimand = EstimandFacts(rawValue: estimands[row]), let value = values[row] else { continue }
      let key = Key(
        question: questions[row], answer: answers[row], by: bys?[row] ?? "", cell: names?[row] ?? "")
      if kinds[row] == "index" { indices.insert(key.question) }
      if facts[key] == nil { remember(key) }
      facts[key, default: [:]][estimand] = EstimateFacts(
        count: counts[row] ?? 0, value: value, low: lows[row], high: highs[row], designEffect: effects?[row] ?? nil)
      if estimand == .respondents { units[key] = unitCounts?[row].flatMap { Int(exactly: $0) } }
    }
  }

  private mutating func remember(_ key: Key) {
    if key.by.isEmpty { return keys.append(key) }
    guard let index = cells.firstIndex(where: { $0.by == key.by }) else {
      return cells.append((key.by, [key.cell]))
    }
    if !cells[index].names.contains(key.cell) { cells[index].names.append(key.cell) }
  }

  /// Returns an estimate, if it was made.
  func estimate(_ key: Key, _ estimand: EstimandFacts) -> EstimateFacts? { facts[key]?[estimand] }

  /// Returns the number of units with an answer.
  func units(_ key: Key) -> Int? { units[key] }

  /// Returns the key of a figure over all units: by its codes, or of the only answer that was counted without codes.
  func key(of question: String, answers codes: [String]) -> Key? {
    let wanted = codes.joined(separator: "+")
    return keys.first { $0.question == question && (codes.isEmpty || $0.answer == wanted) }
  }
}
