import Diagnostics
import Estimation
import Reporting
import Tables
import Texts

/// The table `data-fitness`: a row a policy field, a cell for those with a goal, those without and both.
struct DataFitnessRows {
  /// The codes of the fields, in the order of the table; the empty one stands for all.
  private var fields: [String] = []
  private var cells: [String: [DataFitnessFacts.Goal: DataFitnessFacts.Cell]] = [:]
  private var units: [String: [DataFitnessFacts.Goal: Int]] = [:]

  init(_ table: Table) throws(Failure) {
    let codes = try table.texts("field")
    let goals = try table.texts("goal")
    let counts = try table.integers("n")
    let unitCounts = try table.integers("units")
    let shares = try table.numbers("share")
    let lows = try table.numbers("low")
    let highs = try table.numbers("high")
    let verdicts = try table.texts("verdict")
    for row in codes.indices {
      guard let goal = DataFitnessFacts.Goal(rawValue: goals[row]) else { continue }
      if cells[codes[row]] == nil { fields.append(codes[row]) }
      units[codes[row], default: [:]][goal] = unitCounts[row]
      cells[codes[row], default: [:]][goal] = DataFitnessFacts.Cell(
        respondents: counts[row], share: shares[row], low: lows[row], high: highs[row],
        verdict: DataFitnessFacts.Verdict(rawValue: verdicts[row]) ?? .tooFew)
    }
  }

  /// Withholds shares that tell about too few people, and those with which such a share could be worked out.
  ///
  /// Fields are the rows and the two goals the columns; both together are the totals of rows, and all fields those of
  /// columns.
  ///
  /// - Parameter control: The rule.
  /// - Returns: What became of the shares.
  mutating func withhold(_ control: DisclosureControl) -> SuppressionCounts {
    let own = fields.filter { !$0.isEmpty }
    let hasGoals = cells.values.contains { $0[.yes] != nil }
    let columns: [DataFitnessFacts.Goal] = hasGoals ? [.yes, .no] : [.all]
    guard !own.isEmpty else { return SuppressionCounts() }
    var table = MarginTable(
      own.map { field in columns.map { answers(field, $0) } },
      outOf: own.map { field in columns.map { people(field, $0) } })
    let entries = entries(own, columns, hasGoals: hasGoals)
    for (entry, field, goal) in entries where isTooSmall(field, goal, control) {
      table.withholdWholly(entry, as: .primary)
    }
    if !hasGoals { for row in own.indices { table.withholdWholly(.rowTotal(row), as: .absent) } }
    table = control.suppress(table)
    for (entry, field, goal) in entries where table[entry] != .shown {
      let verdict: DataFitnessFacts.Verdict = isTooSmall(field, goal, control) ? .tooFew : .withheld
      cells[field]?[goal] = DataFitnessFacts.Cell(verdict: verdict)
    }
    return SuppressionCounts(entries.map { table[$0.entry] })
  }

  /// The entries of the table with the field and goal that they are about.
  private func entries(
    _ own: [String], _ columns: [DataFitnessFacts.Goal], hasGoals: Bool
  ) -> [(entry: MarginTable.Entry, field: String, goal: DataFitnessFacts.Goal)] {
    var entries: [(entry: MarginTable.Entry, field: String, goal: DataFitnessFacts.Goal)] = []
    for (row, field) in own.enumerated() {
      for (column, goal) in columns.enumerated() { entries.append((.cell(row: row, column: column), field, goal)) }
      if hasGoals { entries.append((.rowTotal(row), field, .all)) }
    }
    guard fields.contains("") else { return entries }
    for (column, goal) in columns.enumerated() { entries.append((.columnTotal(column), "", goal)) }
    if hasGoals { entries.append((.total, "", .all)) }
    return entries
  }

  private func isTooSmall(_ field: String, _ goal: DataFitnessFacts.Goal, _ control: DisclosureControl) -> Bool {
    guard let cell = cells[field]?[goal], cell.share != nil else { return true }
    return control.isTooSmall(respondents: cell.respondents ?? 0, units: units[field]?[goal])
  }

  private func people(_ field: String, _ goal: DataFitnessFacts.Goal) -> Double {
    Double(cells[field]?[goal]?.respondents ?? 0)
  }

  private func answers(_ field: String, _ goal: DataFitnessFacts.Goal) -> Double {
    (people(field, goal) * (cells[field]?[goal]?.share ?? 0)).rounded()
  }

  /// All fields together first, then each.
  func facts(_ label: (String) -> Wording?) -> [DataFitnessFacts.Row] {
    (fields.filter(\.isEmpty) + fields.filter { !$0.isEmpty }).map { field in
      DataFitnessFacts.Row(field: label(field), cells: cells[field] ?? [:])
    }
  }
}
