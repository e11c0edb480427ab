import Estimation

/// The numbers of respondents by class that may be published, when several classifications stand alone and crossed.
///
/// The sum of crossed cells over all but one classification is a cell of that one, so each crossed table is protected
/// against every classification in turn, until nothing more has to be withheld.
struct PublishedRespondents {
  /// Returns what may be published of the cells of one classification.
  ///
  /// - Parameters:
  ///   - respondents: The number of respondents of each cell.
  ///   - control: The rule.
  static func alone(_ respondents: [Double], _ control: DisclosureControl) -> [MarginTable.Standing] {
    let table = control.suppress(MarginTable(line: respondents))
    return respondents.indices.map { table[.cell(row: 0, column: $0)] }
  }

  /// Returns what may be published of crossed cells.
  ///
  /// - Parameters:
  ///   - respondents: The number of respondents of each crossed cell.
  ///   - parts: For each crossed cell its cell in each classification, by name.
  ///   - totals: For each classification the cells whose own numbers are published.
  ///   - control: The rule.
  static func crossed(
    _ respondents: [Double], parts: [[String]], totals: [Set<String>], _ control: DisclosureControl
  ) -> [MarginTable.Standing] {
    var standings = [MarginTable.Standing](repeating: .shown, count: respondents.count)
    var withheld = -1
    while withheld < standings.count(where: { $0 != .shown }) {
      withheld = standings.count { $0 != .shown }
      for dimension in totals.indices {
        protect(&standings, respondents, rows: parts.map { $0[dimension] }, totals[dimension], control)
      }
    }
    return standings
  }

  /// Withholds what the totals of one classification would give away.
  private static func protect(
    _ standings: inout [MarginTable.Standing], _ respondents: [Double], rows: [String], _ totals: Set<String>,
    _ control: DisclosureControl
  ) {
    for name in Set(rows).sorted() {
      let members = rows.indices.filter { rows[$0] == name }
      var table = MarginTable(line: members.map { respondents[$0] })
      if !totals.contains(name) { table.withholdWholly(.rowTotal(0), as: .absent) }
      for (column, member) in members.enumerated() where standings[member] != .shown {
        table[.cell(row: 0, column: column)] = standings[member]
      }
      table = control.suppress(table)
      for (column, member) in members.enumerated() { standings[member] = table[.cell(row: 0, column: column)] }
    }
  }
}
