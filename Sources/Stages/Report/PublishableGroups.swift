import Diagnostics
import Estimation
import Tables

/// The classes into which people are divided by where they work, with those of which nothing may be published.
struct PublishableGroups {
  /// A classification with its cells.
  struct Division {
    var name: String
    var cells: [String]
    var standings: [MarginTable.Standing]
  }

  /// The classifications, in the order in which they are met.
  private(set) var divisions: [Division] = []

  /// Decides which groups are too small, or would give one away that is.
  ///
  /// How many people there are is known from the response; where that is not told, from the question that most of them
  /// answered.
  init(response: Table?, estimates: Table?, _ control: DisclosureControl) throws(Failure) {
    var sizes: [(name: String, cells: [(name: String, respondents: Int, units: Int)])] = []
    if let response {
      let classes = try response.texts("classes")
      let cells = try response.texts("cell")
      let respondents = try response.integers("respondents")
      let answered = try response.integers("answered")
      for row in classes.indices where !Self.isCrossed(classes[row]) {
        note(&sizes, classes[row], cells[row], respondents[row] ?? 0, answered[row] ?? 0)
      }
    }
    if let estimates, estimates["by"] != nil {
      let by = try estimates.texts("by")
      let cells = try estimates.texts("cell")
      let counts = try estimates.integers("n")
      let units = try estimates.integers("units")
      let told = sizes.map(\.name)
      for row in by.indices where !by[row].isEmpty && !told.contains(by[row]) {
        note(&sizes, by[row], cells[row], counts[row] ?? 0, units[row] ?? 0)
      }
    }
    divisions = sizes.map { size in
      var line = MarginTable(line: size.cells.map { Double($0.respondents) })
      for (index, cell) in size.cells.enumerated()
      where cell.respondents > 0 && control.isTooSmall(respondents: cell.respondents, units: cell.units) {
        line[.cell(row: 0, column: index)] = .primary
      }
      // How many answered in all is told at the head of the report.
      line.fix(.rowTotal(0))
      line = control.suppress(line)
      return Division(
        name: size.name, cells: size.cells.map(\.name),
        standings: size.cells.indices.map { line[.cell(row: 0, column: $0)] })
    }
  }

  private func note(
    _ sizes: inout [(name: String, cells: [(name: String, respondents: Int, units: Int)])], _ division: String,
    _ cell: String, _ respondents: Int, _ units: Int
  ) {
    let index = sizes.firstIndex { $0.name == division } ?? sizes.count
    if index == sizes.count { sizes.append((division, [])) }
    if let known = sizes[index].cells.firstIndex(where: { $0.name == cell }) {
      sizes[index].cells[known].respondents = max(sizes[index].cells[known].respondents, respondents)
      sizes[index].cells[known].units = max(sizes[index].cells[known].units, units)
    } else {
      sizes[index].cells.append((cell, respondents, units))
    }
  }

  /// Returns the standing of a group; a group that is not known is shown.
  func standing(of cell: String, in division: String) -> MarginTable.Standing {
    guard let division = divisions.first(where: { $0.name == division }),
      let index = division.cells.firstIndex(of: cell)
    else { return .shown }
    return division.standings[index]
  }

  private static func isCrossed(_ classes: String) -> Bool { classes.contains(" x ") }

  // MARK: - Tables

  /// The response, without the numbers of respondents that would tell, and without those of crossed classes.
  func publishable(response table: Table) throws(Failure) -> (table: Table, counts: SuppressionCounts) {
    let classes = try table.texts("classes")
    let cells = try table.texts("cell")
    let standings = classes.indices.map { row in
      Self.isCrossed(classes[row]) ? .absent : standing(of: cells[row], in: classes[row])
    }
    return (table.withholding(standings, in: ["respondents"]), SuppressionCounts(standings))
  }

  /// The fitness of the wave, without the numbers of respondents in groups that are withheld.
  func publishable(waveFitness table: Table) throws(Failure) -> (table: Table, counts: SuppressionCounts) {
    let criteria = try table.texts("criterion")
    let about = try table.texts("about")
    let standings = criteria.indices.map { row -> MarginTable.Standing in
      guard criteria[row] == "n" else { return .shown }
      return divisions.lazy.map { standing(of: about[row], in: $0.name) }.first { $0 != .shown } ?? .shown
    }
    let counted = criteria.indices.filter { criteria[$0] == "n" }.map { standings[$0] }
    return (table.withholding(standings, in: ["value"]), SuppressionCounts(counted))
  }
}
