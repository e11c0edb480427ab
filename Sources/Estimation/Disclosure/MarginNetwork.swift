// What a reader can compute about what was withheld: the entries of a table with margins are arcs of a network, because
// each of them stands in one sum over a row and one sum over a column. A cell leads from its row to its column, the total
// of a column from its column to the row of totals, the grand total from there to the column of totals, and the total of
// a row back to its row. The counts then go round: what flows into a row or column flows out of it. Whatever else the
// withheld entries could be differs from what they are by another circulation.

/// The withheld entries of a table as a network.
struct MarginNetwork {
  let table: MarginTable

  private var width: Int { table.columns + 1 }
  private var nodes: Int { table.rows + 1 + width }

  /// Returns how far readers must think that an entry could lie above and below what it is; either no more than `wanted`.
  func reach(of position: Int, upTo wanted: Double) -> (up: Double, down: Double) {
    let (from, to) = ends(of: position)
    return (
      flow(from: to, to: from, without: position, upTo: min(wanted, room(above: position))),
      flow(from: from, to: to, without: position, upTo: min(wanted, room(below: position)))
    )
  }

  /// How much more an entry can be, as every reader knows.
  func room(above position: Int) -> Double { max(0, table.ceilings[position] - table.counts[position]) }

  /// How much less an entry can be: what is withheld of a table of people is at least 1, because a zero would be shown.
  func room(below position: Int) -> Double {
    let least: Double = table.isOfAnswers || table.standings[position] == .absent ? 0 : 1
    return max(0, table.counts[position] - least)
  }

  /// Returns what must be withheld, beside what is, so that an entry could be more, or less, than it is.
  ///
  /// Of all ways the one that withholds the smallest counts.
  ///
  /// - Parameters:
  ///   - position: The entry.
  ///   - amount: By how much each entry on the way must be able to change.
  ///   - isUp: Whether the entry is to be more.
  /// - Returns: The positions of shown entries; `nil` when there is no way.
  func complement(of position: Int, by amount: Double, isUp: Bool) -> [Int]? {
    let (from, to) = ends(of: position)
    let (start, target) = isUp ? (to, from) : (from, to)
    var costs = [Double](repeating: .infinity, count: nodes)
    var arrivals = [Int?](repeating: nil, count: nodes)
    var isDone = [Bool](repeating: false, count: nodes)
    costs[start] = 0
    while let node = (0..<nodes).filter({ !isDone[$0] && costs[$0] < .infinity }).min(by: { costs[$0] < costs[$1] }) {
      isDone[node] = true
      if node == target { break }
      for arc in arcs(at: node) where arc != position {
        let next = other(end: arc, from: node)
        let isShown = table.standings[arc] == .shown
        if isShown && isKnown(arc) { continue }
        if (isForward(arc, from: node) ? room(above: arc) : room(below: arc)) < amount { continue }
        let cost = costs[node] + (isShown ? 1 + table.counts[arc] : 0)
        if cost < costs[next] {
          costs[next] = cost
          arrivals[next] = arc
        }
      }
    }
    var path: [Int] = []
    var node = target
    while node != start {
      guard let arc = arrivals[node] else { return nil }
      if table.standings[arc] == .shown { path.append(arc) }
      node = other(end: arc, from: node)
    }
    return path
  }

  /// Whether readers know an entry anyway: from elsewhere, an empty cell of people, or answers of nobody.
  func isKnown(_ position: Int) -> Bool {
    if table.isFixed[position] { return true }
    return table.isOfAnswers ? table.ceilings[position] == 0 : table.counts[position] == 0
  }

  /// Returns how much more can flow between two nodes over withheld entries, up to a bound (Edmonds and Karp).
  private func flow(from start: Int, to end: Int, without position: Int, upTo bound: Double) -> Double {
    // What each arc can still take in its own direction and against it.
    var along = table.counts.indices.map { table.standings[$0] == .shown ? 0 : room(above: $0) }
    var against = table.counts.indices.map { table.standings[$0] == .shown ? 0 : room(below: $0) }
    along[position] = 0
    against[position] = 0
    var total = 0.0
    while total < bound {
      var arrivals = [Int?](repeating: nil, count: nodes)
      var seen = [Bool](repeating: false, count: nodes)
      var queue = [start]
      seen[start] = true
      var next = 0
      while next < queue.count, !seen[end] {
        let node = queue[next]
        next += 1
        for arc in arcs(at: node) {
          let other = other(end: arc, from: node)
          if seen[other] || (isForward(arc, from: node) ? along : against)[arc] <= 0 { continue }
          seen[other] = true
          arrivals[other] = arc
          queue.append(other)
        }
      }
      if !seen[end] { break }
      var path: [(arc: Int, forward: Bool)] = []
      var node = end
      while node != start, let arc = arrivals[node] {
        node = other(end: arc, from: node)
        path.append((arc, isForward(arc, from: node)))
      }
      let amount = path.reduce(bound - total) { min($0, ($1.forward ? along : against)[$1.arc]) }
      for (arc, forward) in path {
        along[arc] += forward ? -amount : amount
        against[arc] += forward ? amount : -amount
      }
      total += amount
    }
    return total
  }

  // MARK: - Nodes: the rows with the row of totals, then the columns with the column of totals

  private func arcs(at node: Int) -> [Int] {
    if node <= table.rows { return (0..<width).map { node * width + $0 } }
    return (0...table.rows).map { $0 * width + node - table.rows - 1 }
  }

  private func ends(of arc: Int) -> (from: Int, to: Int) {
    let (row, column) = arc.quotientAndRemainder(dividingBy: width)
    let isDown = (row < table.rows) == (column < table.columns)
    let node = table.rows + 1 + column
    return isDown ? (row, node) : (node, row)
  }

  private func other(end arc: Int, from node: Int) -> Int {
    let (from, to) = ends(of: arc)
    return from == node ? to : from
  }

  private func isForward(_ arc: Int, from node: Int) -> Bool { ends(of: arc).from == node }
}
