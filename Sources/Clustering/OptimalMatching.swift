/// Returns the one-to-one matching of rows with columns that shares most in all.
///
/// As many pairs are made as the shorter side allows, even pairs that share nothing. Of several matchings that share equally
/// much, row 0 gets the lowest column that any of them gives it, then row 1 the lowest that is left to it, and so on; for
/// a row, no column comes after all columns.
///
/// The assignment problem, solved by shortest augmenting paths over whole numbers, so that nothing is rounded.
///
/// - Parameter shared: What each row shares with each column, for instance the number of members that two clusters have
///   in common: *k* rows of *m* numbers each.
/// - Returns: The column of each row, *k* numbers; `nil` for a row that is left over, when *m* is less than *k*.
/// - Precondition: All rows have the same length.
/// - Complexity: O(max(*k*, *m*)³), and more only among equals: O(max(*k*, *m*)⁴) when everything is shared alike.
///
/// > Jonker, R. and Volgenant, A. (1987). A shortest augmenting path algorithm for dense and sparse linear assignment
/// > problems. doi:10.1007/BF02278710
public func optimalMatching(_ shared: [[Int]]) -> [Int?] {
  let columns = shared.first?.count ?? 0
  precondition(shared.allSatisfy { $0.count == columns }, "all rows have the same length")
  var problem = Assignment(shared, columns: columns)
  problem.solve()
  problem.preferLowColumns()
  return problem.columnOfRow.prefix(shared.count).map { $0 < columns ? $0 : nil }
}

/// An assignment problem made square with rows and columns that share nothing, and its solution so far.
///
/// Prices of rows and columns are kept such that no pair costs less than its two prices together, and matched pairs cost
/// exactly that: such a matching is the best there is.
private struct Assignment {
  let size: Int
  /// What each pair costs, the negative of what it shares, row by row.
  let costs: [Int]
  var rowPrices: [Int]
  var columnPrices: [Int]
  var columnOfRow: [Int]
  var rowOfColumn: [Int]

  init(_ shared: [[Int]], columns: Int) {
    let size = max(shared.count, columns)
    var costs = [Int](repeating: 0, count: size * size)
    for (row, numbers) in shared.enumerated() {
      for (column, number) in numbers.enumerated() { costs[row * size + column] = -number }
    }
    self.size = size
    self.costs = costs
    rowPrices = Array(repeating: 0, count: size)
    columnPrices = Array(repeating: 0, count: size)
    columnOfRow = Array(repeating: -1, count: size)
    rowOfColumn = Array(repeating: -1, count: size)
  }

  /// How much a pair costs above its prices; zero for pairs of best matchings.
  private func slack(_ row: Int, _ column: Int) -> Int {
    costs[row * size + column] - rowPrices[row] - columnPrices[column]
  }

  /// Matches the rows one after the other, each by the cheapest path of exchanges that ends at a free column.
  mutating func solve() {
    for row in 0..<size { augment(from: row) }
  }

  private mutating func augment(from start: Int) {
    var distances = [Int](repeating: .max, count: size)
    var reachedFrom = [Int](repeating: start, count: size)
    var isDone = [Bool](repeating: false, count: size)
    var row = start
    var travelled = 0
    var end = -1
    while end < 0 {
      var nearest = -1
      for column in 0..<size where !isDone[column] {
        let distance = travelled + slack(row, column)
        if distance < distances[column] {
          distances[column] = distance
          reachedFrom[column] = row
        }
        if nearest < 0 || distances[column] < distances[nearest] { nearest = column }
      }
      travelled = distances[nearest]
      isDone[nearest] = true
      if rowOfColumn[nearest] < 0 { end = nearest } else { row = rowOfColumn[nearest] }
    }
    raisePrices(from: start, distances, isDone, travelled)
    exchange(along: reachedFrom, from: start, to: end)
  }

  private mutating func raisePrices(from start: Int, _ distances: [Int], _ isDone: [Bool], _ travelled: Int) {
    rowPrices[start] += travelled
    for column in 0..<size where isDone[column] {
      columnPrices[column] -= travelled - distances[column]
      if rowOfColumn[column] >= 0 { rowPrices[rowOfColumn[column]] += travelled - distances[column] }
    }
  }

  private mutating func exchange(along reachedFrom: [Int], from start: Int, to end: Int) {
    var column = end
    while true {
      let row = reachedFrom[column]
      let before = columnOfRow[row]
      columnOfRow[row] = column
      rowOfColumn[column] = row
      if row == start { return }
      column = before
    }
  }

  /// Exchanges columns among matchings of the same cost, until each row in turn has the lowest that it can have.
  mutating func preferLowColumns() {
    for row in 0..<size {
      for column in 0..<columnOfRow[row] where slack(row, column) == 0 && rowOfColumn[column] > row {
        let (before, displaced) = (columnOfRow[row], rowOfColumn[column])
        var isSeen = [Bool](repeating: false, count: size)
        isSeen[column] = true
        columnOfRow[row] = column
        rowOfColumn[column] = row
        rowOfColumn[before] = -1
        if place(displaced, above: row, &isSeen) { break }
        columnOfRow[row] = before
        rowOfColumn[before] = row
        rowOfColumn[column] = displaced
      }
    }
  }

  /// Gives a row another column at no cost, moving rows above a fixed one along; returns whether that was possible.
  private mutating func place(_ row: Int, above fixed: Int, _ isSeen: inout [Bool]) -> Bool {
    for column in 0..<size where !isSeen[column] && slack(row, column) == 0 {
      let holder = rowOfColumn[column]
      if holder >= 0 && holder <= fixed { continue }
      isSeen[column] = true
      if holder < 0 || place(holder, above: fixed, &isSeen) {
        columnOfRow[row] = column
        rowOfColumn[column] = row
        return true
      }
    }
    return false
  }
}
