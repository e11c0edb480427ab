import Diagnostics
import Estimation
import Reporting
import Strategies
import Tables
import Texts

/// What match says of one policy field of one type.
struct FieldRow {
  var type: String
  var field: Wording
  var strategy: Int
  var acceptability: Double?
  var isClear: Bool
  /// The number of respondents behind it.
  var respondents: Int
  /// What a folder says that counts the respondents of the field, and not those of the whole type.
  var cell: Cell?

  struct Cell {
    var runnerUp: Int?
    /// The number of units to which the respondents belong, if the folder says so.
    var units: Int?
    var isPooled: Bool
    var grounds: FieldFacts.Grounds
  }
}

extension MatchedTypes {
  /// The strategy of each policy field of each type, as far as it may be told, and how many cells of the table are not.
  ///
  /// A cell of too few respondents or units tells nothing, and neither does a type that is not told of. A cell whose number of
  /// respondents would give another one away keeps its strategy, and leaves out what tells how many there are: the number,
  /// whether it is pooled, and how far it rests on its answers. When no cell has any respondents nobody was asked for a
  /// field: all strategies then rest on the type and the catalogue, and are told.
  ///
  /// - Parameters:
  ///   - types: The types, in the order of the report.
  ///   - answers: Of each type whether what its members answered is published.
  ///   - control: The least number of people.
  /// - Returns: The facts and the counts.
  func fields(
    of types: [String], answers: [MarginTable.Standing], _ control: DisclosureControl
  ) -> (facts: [FieldFacts], counts: SuppressionCounts) {
    let standings = fieldStandings(of: types, answers, control)
    var facts: [FieldFacts] = []
    for (index, type) in types.enumerated() {
      for (row, standing) in zip(fieldRows.filter { $0.type == type }, standings[index]) {
        var fact = FieldFacts(type: index, field: row.field, isClear: false)
        if standing != .primary {
          fact.strategy = row.strategy
          fact.acceptability = row.acceptability
          fact.isClear = row.isClear
          fact.runnerUp = row.cell?.runnerUp
        }
        if standing == .shown, let cell = row.cell {
          fact.respondents = isAsked ? row.respondents : nil
          fact.isPooled = isAsked ? cell.isPooled : nil
          fact.grounds = cell.grounds
        }
        facts.append(fact)
      }
    }
    return (facts, SuppressionCounts(standings.flatMap { $0 }))
  }

  /// Whether any respondent is known to work in a field.
  private var isAsked: Bool { fieldRows.contains { $0.respondents > 0 } }

  /// Of each field of each type: shown, `secondary` when its number must not be told, `primary` when nothing of it is.
  private func fieldStandings(
    of types: [String], _ answers: [MarginTable.Standing], _ control: DisclosureControl
  ) -> [[MarginTable.Standing]] {
    let sizes = types.map { type in
      fieldRows.filter { $0.type == type }.map { (people: $0.respondents, units: $0.cell?.units) }
    }
    let counts = sizes.map { $0.map(\.people) }
    let isCounted = isAsked && fieldRows.allSatisfy { $0.cell != nil }
    var standings = counts.indices.map { type in
      sizes[type].map { count -> MarginTable.Standing in
        let isTooSmall = isAsked && control.isTooSmall(respondents: count.people, units: count.units)
        return answers[type] != .shown || isTooSmall ? MarginTable.Standing.primary : .shown
      }
    }
    guard isCounted, Set(counts.map(\.count)).count == 1 else { return standings }
    var table = MarginTable(counts.map { $0.map(Double.init) })
    for type in counts.indices {
      table.fix(.rowTotal(type))
      for field in counts[type].indices where counts[type][field] > 0 && standings[type][field] == .primary {
        table[.cell(row: type, column: field)] = .primary
      }
    }
    // How many work in each field is among the results of the survey, and how many belong to each type may be found there.
    for field in counts[0].indices { table.fix(.columnTotal(field)) }
    table.fix(.total)
    table = control.suppress(table)
    for type in counts.indices {
      for field in counts[type].indices where standings[type][field] == .shown {
        standings[type][field] = table[.cell(row: type, column: field)]
      }
    }
    return standings
  }

  static func fields(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> [FieldRow] {
    let types = try table.texts("type")
    let strategies = try strategies(table, catalogue)
    let ids = try table.texts("field")
    let acceptabilities = try table.numbers("acceptability")
    let counts = try table.integers("n")
    let clear = try table.texts("clear")
    let cells = try cells(table, catalogue)
    var rows: [FieldRow] = []
    for row in types.indices {
      let field = catalogue.fields[try position(ids[row], catalogue.fields.map(\.id), "field")]
      rows.append(
        FieldRow(
          type: types[row], field: Wording(field.name), strategy: strategies[row],
          acceptability: acceptabilities[row], isClear: clear[row] == "true", respondents: counts[row] ?? 0,
          cell: cells?[row]))
    }
    return rows
  }

  /// What each cell rests on; `nil` when the table does not say, and counts the respondents of the whole type.
  private static func cells(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> [FieldRow.Cell]? {
    guard let answers = table["answers"]?.numbers else { return nil }
    let whole = try table.numbers("whole")
    let judgement = try table.numbers("judgement")
    let pooled = try table.texts("pooled")
    let runnersUp = try strategies(table, "runner_up", catalogue)
    let units = table["units"]?.numbers
    return answers.indices.map { row in
      FieldRow.Cell(
        runnerUp: runnersUp[row], units: units.flatMap { $0[row].map { Int($0) } }, isPooled: pooled[row] == "true",
        grounds: FieldFacts.Grounds(
          answers: answers[row] ?? 0, whole: whole[row] ?? 0, judgement: judgement[row] ?? 0))
    }
  }
}
