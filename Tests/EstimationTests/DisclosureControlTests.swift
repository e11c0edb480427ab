import Matrices
import Testing

@testable import Estimation

@Suite struct DisclosureControlTests {
  private let control = DisclosureControl(minimum: 5)

  /// The standings row by row, the totals last: `#` shown, `p` primary, `s` secondary, `-` absent.
  private func pattern(_ table: MarginTable) -> [String] {
    let marks: [MarginTable.Standing: String] = [.shown: "#", .primary: "p", .secondary: "s", .absent: "-"]
    return (0...table.rows).map { row in
      (0...table.columns).map { marks[table.standings[row * (table.columns + 1) + $0]] ?? "" }.joined()
    }
  }

  // MARK: - By hand

  @Test func `one small cell takes the smallest other that is large enough along`() {
    // 3 would be 52 - 40 - 9; with 9 withheld as well it can be anything from 1 to 11.
    let table = control.suppress(MarginTable(line: [3, 40, 9]))
    #expect(pattern(table) == ["p#s#", "----"])
    #expect(table.published(.rowTotal(0)) == 52)
    #expect(table.published(.cell(row: 0, column: 0)) == nil)
    #expect(SuppressionCounts(table) == SuppressionCounts(shown: 2, primary: 1, secondary: 1))
  }

  @Test func `small cells that hide each other need no other`() {
    // 3 + 4: each can be 1 to 6, as readers know that neither is 0.
    #expect(pattern(control.suppress(MarginTable(line: [3, 4, 40]))) == ["pp##", "----"])
    // 1 + 4: each can be 1 to 4 only, so 40 goes too.
    #expect(pattern(control.suppress(MarginTable(line: [1, 4, 40]))) == ["pps#", "----"])
  }

  @Test func `five cells of one would each be known to be one`() {
    let table = control.suppress(MarginTable(line: [1, 1, 1, 1, 1]))
    #expect(pattern(table) == ["ppppps", "------"])
  }

  @Test func `a total of fewer than the minimum is withheld with all its cells but zeros`() {
    #expect(pattern(control.suppress(MarginTable(line: [3, 0, 1]))) == ["p#pp", "----"])
  }

  @Test func `nothing is withheld of large cells, zeros and tables without people`() {
    #expect(pattern(control.suppress(MarginTable(line: [5, 0, 12]))) == ["####", "----"])
    #expect(pattern(control.suppress(MarginTable(line: [0, 0]))) == ["###", "---"])
    #expect(pattern(control.suppress(MarginTable(line: []))) == ["#", "-"])
    #expect(control.suppress(MarginTable([])).standings == [.shown])
  }

  @Test func `a small cell of a table takes the three corners of the cheapest rectangle along`() {
    // 2 in the first row; 6 beside it, and with 7 below 6 and 8 below 2 the rectangle can turn by 5.
    let table = control.suppress(MarginTable([[2, 6, 30], [8, 7, 40], [90, 80, 70]]))
    #expect(pattern(table) == ["ps##", "ss##", "####", "####"])
  }

  @Test func `a margin that would give a cell away is withheld when no cell can hide it`() {
    // One column holds all: 3 is the total of its row, and without the rows' totals only the grand total is left.
    let table = control.suppress(MarginTable([[3], [20], [30]]))
    #expect(pattern(table) == ["pp", "ss", "##", "##"])
  }

  @Test func `what is withheld elsewhere stays withheld and is protected here`() {
    // The total stands in another table that withholds it; its cells must not add up to it.
    var line = MarginTable(line: [10, 20, 30])
    line[.rowTotal(0)] = .secondary
    #expect(pattern(control.suppress(line)) == ["s##s", "----"])
  }

  @Test func `a total that is printed nowhere gives nothing away`() {
    var line = MarginTable(line: [3, 40, 9])
    line[.rowTotal(0)] = .absent
    #expect(pattern(control.suppress(line)) == ["p##-", "----"])
  }

  @Test func `a total that is known from elsewhere cannot hide what adds up to it`() {
    var line = MarginTable(line: [2, 4])
    #expect(pattern(control.suppress(line)) == ["pps", "---"])
    line.fix(.rowTotal(0))
    #expect(pattern(control.suppress(line)) == ["pp#", "---"])
  }

  @Test func `in a table of answers nobody and everybody are withheld like one`() {
    // All 20 of the second group said yes; the smallest other group hides how many.
    let table = control.suppress(MarginTable(line: [30, 20, 15], outOf: [70, 20, 31]))
    #expect(pattern(table) == ["#ps#", "----"])
    // Nobody of the second group, and all but one of the third; each could be up to 5 others.
    #expect(pattern(control.suppress(MarginTable(line: [30, 0, 19], outOf: [70, 20, 20]))) == ["#pp#", "----"])
    // Nobody was asked in the second group: nothing to tell.
    #expect(pattern(control.suppress(MarginTable(line: [30, 0], outOf: [70, 0]))) == ["###", "---"])
  }

  @Test func `a group that is withheld with its number of people is hidden by another of any size`() {
    var line = MarginTable(line: [2, 20, 15], outOf: [3, 40, 31])
    line.withholdWholly(.cell(row: 0, column: 0), as: .primary)
    #expect(pattern(control.suppress(line)) == ["p#s#", "----"])
  }

  @Test func `answers in two dimensions hide each other within their numbers of people`() {
    // 2 of 40: 3 more would take from 6 and from 9, and give to 7 of 12, which has room for 5.
    let table = control.suppress(
      MarginTable([[2, 16, 30], [19, 17, 40]], outOf: [[40, 30, 50], [30, 32, 90]]))
    #expect(pattern(table) == ["ps##", "ss##", "####"])
  }

  @Test func `a share or mean that tells what nearly everybody answered is withheld`() {
    #expect(control.isTelling(0.04, of: 100, on: 0...1))
    #expect(!control.isTelling(0.05, of: 100, on: 0...1))
    #expect(!control.isTelling(0.95, of: 100, on: 0...1))
    #expect(control.isTelling(0.96, of: 100, on: 0...1))
    #expect(control.isTelling(1, of: 1000, on: 0...1))
    #expect(control.isTelling(0, of: 1000, on: 0...1))
    // 4.8 of five people on 1 to 5: one 4 and four 5s.
    #expect(control.isTelling(4.8, of: 5, on: 1...5))
    #expect(!control.isTelling(4, of: 5, on: 1...5))
    #expect(!control.isTelling(1e9, of: 5, on: 0...Double.infinity))
    // 5 of 847 survives the way through a share.
    #expect(!control.isTelling(5.0 / 847, of: 847, on: 0...1))
    #expect(control.isTelling(4.0 / 847, of: 847, on: 0...1))
  }

  @Test func `groups of fewer people or units than the least are too small`() {
    #expect(control.isTooSmall(respondents: 4))
    #expect(!control.isTooSmall(respondents: 5))
    #expect(control.isTooSmall(respondents: 50, units: 2))
    #expect(!control.isTooSmall(respondents: 50, units: 3))
  }

  // MARK: - Against all tables that readers can think of

  /// The narrowest and widest value of each withheld entry over all tables of whole numbers that agree with what is shown.
  private func intervals(_ table: MarginTable, within reach: Int) -> [Int: ClosedRange<Int>] {
    let floor = table.isOfAnswers ? 0 : 1
    var bounds: [Int: ClosedRange<Int>] = [:]
    var cells = [[Int]](repeating: Array(repeating: 0, count: table.columns), count: table.rows)
    func agrees(_ value: Int, _ entry: MarginTable.Entry) -> Bool {
      switch table[entry] {
      case .shown: Double(value) == table.count(of: entry)
      case .absent: Double(value) <= table.ceilings[table.position(of: entry)]
      case .primary, .secondary: value >= floor && Double(value) <= table.ceilings[table.position(of: entry)]
      }
    }
    func note() {
      let guess = MarginTable(cells.map { $0.map(Double.init) })
      guard guess.entries.allSatisfy({ agrees(Int(guess.count(of: $0)), $0) }) else { return }
      for position in table.counts.indices where [.primary, .secondary].contains(table.standings[position]) {
        let value = Int(guess.counts[position])
        let old = bounds[position] ?? value...value
        bounds[position] = min(old.lowerBound, value)...max(old.upperBound, value)
      }
    }
    func fill(_ index: Int) {
      if index == table.rows * table.columns { return note() }
      let (row, column) = index.quotientAndRemainder(dividingBy: table.columns)
      let entry = MarginTable.Entry.cell(row: row, column: column)
      let count = Int(table.count(of: entry))
      let values = table[entry] == .shown ? count...count : max(floor, count - reach)...(count + reach)
      for value in values {
        cells[row][column] = value
        if column == table.columns - 1, !agrees(cells[row].reduce(0, +), .rowTotal(row)) { continue }
        if row == table.rows - 1, !agrees(cells.reduce(0) { $0 + $1[column] }, .columnTotal(column)) { continue }
        fill(index + 1)
      }
    }
    fill(0)
    return bounds
  }

  private func smallTable(_ generator: inout SeededGenerator, most: Int, answers: Bool) -> MarginTable {
    let (rows, columns) = (1 + generator.index(below: 2), 2 + generator.index(below: 2))
    let cells = (0..<rows).map { _ in (0..<columns).map { _ in Double(generator.index(below: most + 1)) } }
    if !answers { return rows == 1 ? MarginTable(line: cells[0]) : MarginTable(cells) }
    let people = cells.map { $0.map { $0 + Double(generator.index(below: most + 1)) } }
    var table = rows == 1 ? MarginTable(line: cells[0], outOf: people[0]) : MarginTable(cells, outOf: people)
    // A group of fewer than the minimum is withheld with its number of people.
    for entry in table.entries where (1..<3).contains(table.ceilings[table.position(of: entry)]) {
      if table[entry] == .shown { table.withholdWholly(entry, as: .primary) }
    }
    return table
  }

  @Test(arguments: [false, true])
  func `no withheld entry can be placed in an interval narrower than the minimum`(answers: Bool) {
    let control = DisclosureControl(minimum: 3)
    var generator = SeededGenerator(seed: 12)
    var withheld = 0
    for _ in 0..<150 {
      let table = control.suppress(smallTable(&generator, most: 7, answers: answers))
      let bounds = intervals(table, within: 3)
      for position in table.counts.indices {
        let count = table.counts[position]
        switch table.standings[position] {
        case .shown:
          let others = table.ceilings[position] - count
          #expect((count >= 3 && others >= 3) || (answers ? count + others : count) == 0, "\(table.counts)")
        case .absent: continue
        case .primary, .secondary:
          withheld += 1
          let interval = bounds[position] ?? 0...0
          #expect(interval.upperBound - interval.lowerBound >= 3, "\(table.counts) \(pattern(table)) \(position)")
        }
      }
    }
    #expect(withheld > 300)
  }

  @Test func `the interval over the network is the one over all tables`() {
    var generator = SeededGenerator(seed: 13)
    for turn in 0..<100 {
      var table = smallTable(&generator, most: 5, answers: turn % 2 == 0)
      for position in table.counts.indices where table.standings[position] == .shown {
        if generator.index(below: 2) == 0, table.counts[position] > 0 { table.standings[position] = .primary }
      }
      let network = MarginNetwork(table: table)
      for (position, interval) in intervals(table, within: 4) {
        let (up, down) = network.reach(of: position, upTo: 4)
        let count = Int(table.counts[position])
        #expect(
          [Int(up), Int(down)] == [min(4, interval.upperBound - count), min(4, count - interval.lowerBound)],
          "\(table.counts) \(table.ceilings) \(pattern(table)) \(position)")
      }
    }
  }

  @Test func `no secondary entry is withheld in vain`() {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<50 {
      let table = control.suppress(smallTable(&generator, most: 20, answers: false))
      for position in table.counts.indices where table.standings[position] == .secondary {
        var less = table
        less.standings[position] = .shown
        let network = MarginNetwork(table: less)
        let open = less.counts.indices.contains {
          let (up, down) = network.reach(of: $0, upTo: 5)
          return [.primary, .secondary].contains(less.standings[$0]) && up + down < 5
        }
        #expect(open, "\(table.counts) \(pattern(table))")
      }
    }
  }

  @Test func `the order of rows and columns changes nothing but where it stands, without ties`() {
    let cells: [[Double]] = [[2, 60, 31], [18, 7, 43], [91, 82, 3]]
    let straight = control.suppress(MarginTable(cells))
    let turned = control.suppress(MarginTable(cells.map { $0.reversed() }.reversed()))
    for row in 0..<3 {
      for column in 0..<3 {
        #expect(
          straight[.cell(row: row, column: column)] == turned[.cell(row: 2 - row, column: 2 - column)])
      }
    }
  }
}
