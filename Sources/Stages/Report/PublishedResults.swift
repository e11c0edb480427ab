import Estimation
import Reporting
import Survey

/// What may be published of the estimates among respondents, over all units and in each class.
///
/// The answers of one question stand in one table with their classes, so that what is withheld cannot be worked out from
/// the others and the totals.
struct PublishedResults {
  /// What became of the figures over all units.
  private(set) var overall = SuppressionCounts()
  /// What became of the figures of each division.
  private(set) var byGroup: [SuppressionCounts]

  private let lines: EstimateLines
  private let control: DisclosureControl
  private var shown: Set<EstimateLines.Key> = []
  private var standings: [EstimateLines.Key: MarginTable.Standing] = [:]

  init(_ lines: EstimateLines, control: DisclosureControl, codebook: Codebook) {
    self.lines = lines
    self.control = control
    byGroup = lines.cells.map { _ in SuppressionCounts() }
    var start = 0
    while start < lines.keys.count {
      let question = lines.keys[start].question
      let end = lines.keys[start...].firstIndex { $0.question != question } ?? lines.keys.count
      let isList = codebook[question]?.kind == .category && !lines.indices.contains(question)
      if isList {
        withhold(Array(lines.keys[start..<end]))
      } else {
        for key in lines.keys[start..<end] { withhold([key]) }
      }
      start = end
    }
  }

  /// Whether the figure over all units may be published.
  func isShown(_ key: EstimateLines.Key) -> Bool { shown.contains(key) }

  /// Returns the cells of a figure, for each division.
  func cells(of key: EstimateLines.Key) -> [[CellFacts]] {
    lines.cells.map { division in
      division.names.map { name in
        let cell = Self.cell(of: key, division.by, name)
        guard let facts = lines.estimate(cell, .respondents), facts.count > 0 else { return .empty }
        switch standings[cell] {
        case .primary, nil: return .tooFew
        case .secondary, .absent: return .wouldTell
        case .shown: return .shown(facts)
        }
      }
    }
  }

  private static func cell(of key: EstimateLines.Key, _ by: String, _ name: String) -> EstimateLines.Key {
    EstimateLines.Key(question: key.question, answer: key.answer, by: by, cell: name)
  }

  /// Decides on the answers of one question: those of a list together, any other alone.
  private mutating func withhold(_ keys: [EstimateLines.Key]) {
    var totals = keys.map { key in isSmall(key) || isTelling(key, among: keys) ? MarginTable.Standing.primary : .shown }
    for (position, division) in lines.cells.enumerated() {
      let cells = keys.map { key in division.names.map { Self.cell(of: key, division.by, $0) } }
      let table = table(cells, totals)
      for (row, keys) in cells.enumerated() {
        for (column, cell) in keys.enumerated() where lines.estimate(cell, .respondents) != nil {
          let standing = table[.cell(row: row, column: column)]
          standings[cell] = standing
          byGroup[position] = byGroup[position] + SuppressionCounts([standing])
        }
        if totals[row] == .shown { totals[row] = table[.rowTotal(row)] }
      }
    }
    if lines.cells.isEmpty, keys.count > 1 { totals = line(keys, totals) }
    for (key, standing) in zip(keys, totals) where standing == .shown { shown.insert(key) }
    overall = overall + SuppressionCounts(totals)
  }

  /// The answers of one question by class, with what is withheld; of means only what rests on too few.
  private func table(_ cells: [[EstimateLines.Key]], _ totals: [MarginTable.Standing]) -> MarginTable {
    let people = cells.map { $0.map { Double(lines.estimate($0, .respondents)?.count ?? 0) } }
    let isMean = cells.first?.first?.answer == "mean"
    var table: MarginTable
    if isMean {
      table = MarginTable(people)
    } else if cells.count > 1 {
      table = MarginTable(cells.map { $0.map(answers) })
    } else {
      table = MarginTable(line: cells[0].map(answers), outOf: people[0])
    }
    for (row, standing) in totals.enumerated() where standing != .shown { table[.rowTotal(row)] = standing }
    for (row, keys) in cells.enumerated() {
      for (column, key) in keys.enumerated() where isSmall(key) && lines.estimate(key, .respondents) != nil {
        table.withholdWholly(.cell(row: row, column: column), as: .primary)
      }
    }
    return isMean ? table : control.suppress(table)
  }

  /// The answers of one list without classes.
  private func line(_ keys: [EstimateLines.Key], _ totals: [MarginTable.Standing]) -> [MarginTable.Standing] {
    var table = MarginTable(line: keys.map(answers))
    for (column, standing) in totals.enumerated() where standing != .shown {
      table[.cell(row: 0, column: column)] = standing
    }
    table = control.suppress(table)
    return keys.indices.map { table[.cell(row: 0, column: $0)] }
  }

  /// How many gave the answer.
  private func answers(_ key: EstimateLines.Key) -> Double {
    guard let facts = lines.estimate(key, .respondents) else { return 0 }
    return (Double(facts.count) * facts.value).rounded()
  }

  private func isSmall(_ key: EstimateLines.Key) -> Bool {
    guard let facts = lines.estimate(key, .respondents) else { return true }
    return control.isTooSmall(respondents: facts.count, units: lines.units(key))
  }

  /// Whether a share over all units tells what nearly everybody answered; of a list only whether too few gave the answer.
  private func isTelling(_ key: EstimateLines.Key, among keys: [EstimateLines.Key]) -> Bool {
    guard key.answer != "mean", let facts = lines.estimate(key, .respondents) else { return false }
    if keys.count > 1 {
      let count = answers(key)
      return count > 0 && count < Double(control.minimum)
    }
    return control.isTelling(facts.value, of: facts.count, on: 0...1)
  }
}
