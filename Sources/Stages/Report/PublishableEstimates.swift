import Diagnostics
import Estimation
import Survey
import Tables

/// The estimates as they may be published.
///
/// A share is withheld when fewer than the minimum gave the answer, or did not; a mean when the answers lie fewer than
/// that many steps from an end of the scale; both, with the number of answers, when too few people or units answered.
/// Groups add up to all respondents and the answers to a list to everybody, so that each question is one table with
/// margins: groups, their total, and its answers. What holds for respondents holds for the other estimands as well.
struct PublishableEstimates {
  private(set) var table: Table
  /// What became of the estimates, of all units and then by each way to divide them.
  private(set) var counts: [(by: String, counts: SuppressionCounts)]
  private let withheld: [String: [String: MarginTable.Standing]]

  init(
    _ estimates: Table, _ codebook: Codebook, _ groups: PublishableGroups, _ control: DisclosureControl
  ) throws(Failure) {
    let rows = try EstimateRows(estimates)
    var numbers = [MarginTable.Standing](repeating: .shown, count: rows.count)
    var values = numbers
    var counts: [(by: String, counts: SuppressionCounts)] = []
    var withheld: [String: [String: MarginTable.Standing]] = [:]
    for question in rows.questions {
      let survey = codebook[question.name]
      let together = !question.isIndex && survey?.kind == .category
      for answers in together ? [question.answers] : question.answers.map({ [$0] }) {
        let isMean = answers == ["mean"]
        let tables = QuestionTables(
          rows, question.rows, answers, groups, control,
          range: isMean ? codebook.scale(of: question.name, isIndex: question.isIndex) : 0...1)
        for row in question.rows where answers.contains(rows.answers[row]) {
          (numbers[row], values[row]) = tables.standing(
            by: rows.by[row], cell: rows.cells[row], answer: rows.answers[row])
          if rows.estimands[row] == "respondents" {
            let index = counts.firstIndex { $0.by == rows.by[row] } ?? counts.count
            if index == counts.count { counts.append((rows.by[row], SuppressionCounts())) }
            counts[index].counts = counts[index].counts + SuppressionCounts([values[row]])
          }
          if rows.by[row].isEmpty, values[row] != .shown {
            withheld[question.name, default: [:]][rows.answers[row]] = values[row]
          }
        }
      }
    }
    table = estimates.withholding(
      values, in: [(["n", "units"], numbers), (["estimate", "se", "low", "high", "deff"], values)])
    self.counts = counts
    self.withheld = withheld
  }

  /// Returns the answers to a question of which the share among all respondents is withheld.
  func withheldAnswers(to question: String) -> [String: MarginTable.Standing] { withheld[question] ?? [:] }
}

/// The rows of the table `estimates`.
struct EstimateRows {
  /// A question or index with its rows.
  struct Question {
    var name: String
    var isIndex: Bool
    var answers: [String]
    var rows: [Int]
  }

  let answers: [String]
  let by: [String]
  let cells: [String]
  let estimands: [String]
  let respondents: [Int]
  let units: [Int]
  let values: [Double?]
  let questions: [Question]

  init(_ table: Table) throws(Failure) {
    let names = try table.texts("question")
    let kinds = try table.texts("kind")
    answers = try table.texts("answer")
    estimands = try table.texts("estimand")
    by = table["by"] == nil ? names.map { _ in "" } : try table.texts("by")
    cells = table["cell"] == nil ? names.map { _ in "" } : try table.texts("cell")
    respondents = try table.integers("n").map { $0 ?? 0 }
    units = try table.integers("units").map { $0 ?? 0 }
    values = try table.numbers("estimate")
    var questions: [Question] = []
    var positions: [String: Int] = [:]
    for row in names.indices {
      let key = kinds[row] + " " + names[row]
      let position = positions[key] ?? questions.count
      if position == questions.count {
        positions[key] = position
        questions.append(Question(name: names[row], isIndex: kinds[row] == "index", answers: [], rows: []))
      }
      questions[position].rows.append(row)
      if !questions[position].answers.contains(answers[row]) { questions[position].answers.append(answers[row]) }
    }
    self.questions = questions
  }

  var count: Int { answers.count }
}

/// One question with its groups and answers as tables with margins, one for each way to divide the units.
private struct QuestionTables {
  /// A group of respondents, with how many steps each answer lies above the least.
  private struct Group {
    var respondents = 0
    var units = 0
    var steps: [Double]
    var number = MarginTable.Standing.shown
  }

  private struct Division {
    var name: String
    var cells: [String]
    var groups: [Group]
    var table: MarginTable
  }

  private let answers: [String]
  private let control: DisclosureControl
  /// The length of the scale, in steps.
  private let length: Double
  private var all: Group
  private var shares: [MarginTable.Standing]
  private var divisions: [Division] = []

  init(
    _ rows: EstimateRows, _ mine: [Int], _ answers: [String], _ groups: PublishableGroups,
    _ control: DisclosureControl, range: ClosedRange<Double>
  ) {
    (self.answers, self.control) = (answers, control)
    length = range.upperBound - range.lowerBound
    all = Group(steps: answers.map { _ in 0 })
    shares = answers.map { _ in .shown }
    for row in mine where rows.estimands[row] == "respondents" {
      guard let answer = answers.firstIndex(of: rows.answers[row]) else { continue }
      let people = rows.respondents[row]
      // A scale without a least answer has no steps to count; what is half its people away from both ends is safe.
      let steps =
        range.lowerBound.isFinite
        ? DisclosureControl.steps(rows.values[row] ?? 0, of: people, on: range).low : Double(people * control.minimum)
      if rows.by[row].isEmpty {
        (all.respondents, all.units, all.steps[answer]) = (people, rows.units[row], steps)
        continue
      }
      let division = divisions.firstIndex { $0.name == rows.by[row] } ?? divisions.count
      if division == divisions.count {
        divisions.append(Division(name: rows.by[row], cells: [], groups: [], table: MarginTable([])))
      }
      let cell = divisions[division].cells.firstIndex(of: rows.cells[row]) ?? divisions[division].cells.count
      if cell == divisions[division].cells.count {
        divisions[division].cells.append(rows.cells[row])
        divisions[division].groups.append(Group(steps: answers.map { _ in 0 }))
      }
      divisions[division].groups[cell].respondents = people
      divisions[division].groups[cell].units = rows.units[row]
      divisions[division].groups[cell].steps[answer] = steps
    }
    if control.isTooSmall(respondents: all.respondents) { all.number = .primary }
    for index in divisions.indices { addRest(to: index) }
    // A second time, should one way to divide the respondents withhold their total.
    for _ in 0..<2 { for index in divisions.indices { withholdNumbers(index, groups) } }
    withholdShares()
  }

  /// Adds the respondents who are in no group that is told: readers see how many there are.
  private mutating func addRest(to index: Int) {
    let groups = divisions[index].groups
    let rest = all.respondents - groups.reduce(0) { $0 + $1.respondents }
    if rest <= 0 { return }
    let steps = answers.indices.map { answer in
      max(0, all.steps[answer] - groups.reduce(0) { $0 + $1.steps[answer] })
    }
    divisions[index].cells.append("")
    divisions[index].groups.append(Group(respondents: rest, units: control.leastUnits, steps: steps))
  }

  /// Decides of which groups not even the number of answers is published.
  private mutating func withholdNumbers(_ index: Int, _ known: PublishableGroups) {
    var line = MarginTable(line: divisions[index].groups.map { Double($0.respondents) })
    for (cell, group) in divisions[index].groups.enumerated() where group.respondents > 0 {
      let standing = known.standing(of: divisions[index].cells[cell], in: divisions[index].name)
      if standing != .shown {
        line[.cell(row: 0, column: cell)] = standing
      } else if control.isTooSmall(respondents: group.respondents, units: group.units) {
        line[.cell(row: 0, column: cell)] = .primary
      }
    }
    if all.number != .shown { line[.rowTotal(0)] = all.number }
    line = control.suppress(line)
    for cell in divisions[index].groups.indices {
      divisions[index].groups[cell].number = line[.cell(row: 0, column: cell)]
    }
    if all.number == .shown { all.number = line[.rowTotal(0)] }
  }

  /// Decides which shares are withheld, until all ways to divide the respondents agree on their total.
  private mutating func withholdShares() {
    if divisions.isEmpty {
      shares = totals(of: suppress([all], hasTotals: false), row: 0)
      return
    }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for index in divisions.indices {
        let table = suppress(divisions[index].groups, hasTotals: true)
        divisions[index].table = table
        let found = answers.indices.map { table[.columnTotal($0)] }
        for answer in answers.indices where shares[answer] == .shown && found[answer] != .shown {
          shares[answer] = found[answer]
          isSettled = divisions.count == 1
        }
      }
    }
  }

  /// Returns groups by answers, with what is withheld.
  private func suppress(_ groups: [Group], hasTotals: Bool) -> MarginTable {
    var table = MarginTable(
      groups.map(\.steps), outOf: groups.map { group in answers.map { _ in Double(group.respondents) * length } })
    let isList = answers.count > 1
    for (row, group) in groups.enumerated() {
      // The answers of a list add up to everybody; one answer has no such sum.
      if isList { table.fix(.rowTotal(row)) } else { table.withholdWholly(.rowTotal(row), as: .absent) }
      if group.respondents == 0 || group.number == .shown { continue }
      for answer in answers.indices { table.withholdWholly(.cell(row: row, column: answer), as: group.number) }
      if isList { table.withholdWholly(.rowTotal(row), as: group.number) }
    }
    if !hasTotals { for answer in answers.indices { table.withholdWholly(.columnTotal(answer), as: .absent) } }
    if !isList || !hasTotals { table.withholdWholly(.total, as: .absent) }
    if hasTotals {
      for answer in answers.indices {
        if all.number != .shown {
          table.withholdWholly(.columnTotal(answer), as: all.number)
        } else if shares[answer] != .shown {
          table[.columnTotal(answer)] = shares[answer]
        }
      }
      if isList { all.number == .shown ? table.fix(.total) : table.withholdWholly(.total, as: all.number) }
    }
    return control.suppress(table)
  }

  private func totals(of table: MarginTable, row: Int) -> [MarginTable.Standing] {
    answers.indices.map { table[.cell(row: row, column: $0)] }
  }

  /// Returns whether the number of answers is published, and whether the share or mean.
  func standing(
    by name: String, cell: String, answer: String
  ) -> (number: MarginTable.Standing, value: MarginTable.Standing) {
    guard let answer = answers.firstIndex(of: answer) else { return (.shown, .shown) }
    if name.isEmpty { return (all.number, all.number == .shown ? shares[answer] : all.number) }
    guard let division = divisions.first(where: { $0.name == name }),
      let row = division.cells.firstIndex(of: cell)
    else { return (.primary, .primary) }
    return (division.groups[row].number, division.table[.cell(row: row, column: answer)])
  }
}
