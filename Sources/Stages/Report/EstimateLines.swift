import Diagnostics
import Reporting
import Tables

/// The table `estimates` as it may be published, by question, answer, estimand and cell.
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
  private var withheld: [Key: CellFacts] = [:]
  private var known: Set<Key> = []

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
    let reasons = table["withheld"]?.texts
    for row in questions.indices {
      guard let estimand = EstimandFacts(rawValue: estimands[row]) else { continue }
      let key = Key(
        question: questions[row], answer: answers[row], by: bys?[row] ?? "", cell: names?[row] ?? "")
      if kinds[row] == "index" { indices.insert(key.question) }
      if known.insert(key).inserted { remember(key) }
      if let reason = reasons?[row] { withheld[key] = reason == "secondary" ? .wouldTell : .tooFew }
      guard let value = values[row] else { continue }
      facts[key, default: [:]][estimand] = EstimateFacts(
        count: counts[row] ?? 0, value: value, low: lows[row], high: highs[row], designEffect: effects?[row] ?? nil)
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

  /// Returns what may be said among respondents of each cell of each classification.
  func cells(of key: Key) -> [[CellFacts]] {
    cells.map { division in
      division.names.map { name in
        let cell = Key(question: key.question, answer: key.answer, by: division.by, cell: name)
        if let reason = withheld[cell] { return reason }
        guard let facts = estimate(cell, .respondents), facts.count > 0 else { return .empty }
        return .shown(facts)
      }
    }
  }

  /// Returns the key of a figure over all units: by its codes, or of the only answer that was counted without codes.
  func key(of question: String, answers codes: [String]) -> Key? {
    let wanted = codes.joined(separator: "+")
    return keys.first { $0.question == question && (codes.isEmpty || $0.answer == wanted) }
  }
}
