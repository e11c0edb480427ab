/// A table of counts of people in one or two dimensions, with its margins, and what of it may be published.
///
/// Counts are of two kinds. *People*: how many stand in each cell; an empty cell is about nobody. *Answers*: how many gave
/// an answer, out of how many in each cell; there 0 and all are about everybody in the cell. Of a scale, steps above its
/// least answer stand for counts of answers.
///
/// A table of *r* rows and *c* columns has (*r* + 1) · (*c* + 1) entries: cells, totals of rows and of columns, and the
/// grand total. An entry that is printed nowhere is absent; one that stands in another table as well, such as a total
/// that is published on its own, is an entry of both.
public struct MarginTable: Hashable, Sendable {
  /// One number of the table.
  public enum Entry: Hashable, Sendable {
    /// A cell, by row and column from 0.
    case cell(row: Int, column: Int)
    /// The total of a row.
    case rowTotal(Int)
    /// The total of a column.
    case columnTotal(Int)
    /// The grand total.
    case total
  }

  /// Whether an entry is published.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// It is published.
    case shown
    /// It is withheld because it is about too few people.
    case primary
    /// It is withheld because others could be computed from it.
    case secondary
    /// It is printed nowhere, by the design of the table.
    case absent
  }

  /// The number of rows, *r*.
  public let rows: Int
  /// The number of columns, *c*.
  public let columns: Int
  /// The (*r* + 1) · (*c* + 1) counts row by row, the totals last.
  let counts: [Double]
  /// The most that each count can be, as every reader knows: how many are in the cell; infinite for counts of people.
  private(set) var ceilings: [Double]
  /// Whether the counts are of answers.
  let isOfAnswers: Bool
  /// Which entries readers know from elsewhere, so that withholding them hides nothing.
  private(set) var isFixed: [Bool]
  /// Whether each entry is published, in the same order.
  var standings: [Standing]

  /// Creates a table of people with two dimensions, of which everything is published.
  ///
  /// - Parameter cells: The counts, row by row: numbers that are not negative.
  /// - Precondition: All rows have the same length.
  public init(_ cells: [[Double]]) {
    counts = Self.withTotals(cells)
    rows = cells.count
    columns = cells.first?.count ?? 0
    ceilings = Array(repeating: .infinity, count: counts.count)
    isOfAnswers = false
    isFixed = Array(repeating: false, count: counts.count)
    standings = Array(repeating: .shown, count: counts.count)
  }

  /// Creates a table of answers with two dimensions, of which everything is published.
  ///
  /// - Parameters:
  ///   - cells: How many gave the answer, row by row: numbers that are not negative.
  ///   - people: Out of how many, in the same shape; published beside the table, or known to readers anyway. A cell that
  ///     is withheld altogether, with its number of people, is made so by setting its standing.
  /// - Precondition: All rows have the same length, and no count is above its number of people.
  public init(_ cells: [[Double]], outOf people: [[Double]]) {
    counts = Self.withTotals(cells)
    rows = cells.count
    columns = cells.first?.count ?? 0
    ceilings = Self.withTotals(people)
    precondition(counts.count == ceilings.count, "each count is out of a number of people")
    isOfAnswers = true
    isFixed = Array(repeating: false, count: counts.count)
    standings = Array(repeating: .shown, count: counts.count)
  }

  private static func withTotals(_ cells: [[Double]]) -> [Double] {
    let columns = cells.first?.count ?? 0
    var counts: [Double] = []
    var totals = [Double](repeating: 0, count: columns + 1)
    for row in cells {
      precondition(row.count == columns, "all rows of a table have the same length")
      counts += row + [row.reduce(0, +)]
      for column in 0..<columns { totals[column] += row[column] }
    }
    totals[columns] = totals[0..<columns].reduce(0, +)
    return counts + totals
  }

  /// Creates a table of people with one dimension: cells with their total.
  public init(line cells: [Double]) {
    self.init([cells])
    removeColumnTotals()
  }

  /// Creates a table of answers with one dimension: cells with their total.
  public init(line cells: [Double], outOf people: [Double]) {
    self.init([cells], outOf: [people])
    removeColumnTotals()
  }

  private mutating func removeColumnTotals() {
    for column in 0..<columns { withholdWholly(.columnTotal(column), as: .absent) }
    withholdWholly(.total, as: .absent)
  }

  /// Whether an entry is published.
  public subscript(entry: Entry) -> Standing {
    get { standings[position(of: entry)] }
    set { standings[position(of: entry)] = newValue }
  }

  /// Returns the count of an entry, published or not.
  public func count(of entry: Entry) -> Double { counts[position(of: entry)] }

  /// All entries, row by row, the totals last.
  public var entries: [Entry] { counts.indices.map(entry) }

  /// Returns what is published of an entry: its count, or `nil`.
  public func published(_ entry: Entry) -> Double? { self[entry] == .shown ? count(of: entry) : nil }

  /// Withholds an entry with its number of people, which readers then do not know either.
  public mutating func withholdWholly(_ entry: Entry, as standing: Standing) {
    self[entry] = standing
    ceilings[position(of: entry)] = .infinity
  }

  /// Says that readers know an entry from elsewhere: a total that is printed in any case.
  public mutating func fix(_ entry: Entry) { isFixed[position(of: entry)] = true }

  // MARK: - Positions

  func position(of entry: Entry) -> Int {
    switch entry {
    case .cell(let row, let column): row * (columns + 1) + column
    case .rowTotal(let row): row * (columns + 1) + columns
    case .columnTotal(let column): rows * (columns + 1) + column
    case .total: rows * (columns + 1) + columns
    }
  }

  func entry(at position: Int) -> Entry {
    let (row, column) = position.quotientAndRemainder(dividingBy: columns + 1)
    switch (row == rows, column == columns) {
    case (false, false): return .cell(row: row, column: column)
    case (false, true): return .rowTotal(row)
    case (true, false): return .columnTotal(column)
    case (true, true): return .total
    }
  }
}
