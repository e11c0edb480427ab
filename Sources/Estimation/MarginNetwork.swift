// What a reader can compute about what was withheld: the entries of a table with margins are arcs of a network, because
// each of them stands in one sum over a row and one sum over a column. A cell leads from its row to its column, the total
// of a column from its column to the row of totals, the grand total from there to the column of totals, and the total of
// a row back to its row. The counts then go round: what flows into a row or column flows out of it. Whatever else the
// withheld entries could be differs from what they are by another circulation.

/// The withheld entries of a table as a network.
struct MarginNetwork {
  let table: MarginTable
  /// The least that a withheld entry can be, as every reader knows.
  let floor: Double

  private var width: Int { table.columns + 1 }
  private var nodes: Int { table.rows + 1 + width }

  /// Returns how wide the interval is in which a reader can place an entry; never more than `wanted`.
  func width(of position: Int, upTo wanted: Double) -> Double {
    let (from, to) = ends(of: position)
    let up = flow(from: to, to: from, without: position, upTo: wanted)
    if up >= wanted { return wanted }
    let room = min(wanted - up, max(0, table.counts[position] - floor))
    return up + flow(from: from, to: to, without: position, upTo: room)
  }

  /// Returns the entries that must be withheld, beside those that are, so that an entry could be `amount` more than it is.
  ///
  /// Of all ways the one that withholds the smallest counts.
  ///
  /// - Parameters:
  ///   - position: The entry.
  ///   - amount: By how much each entry on the way must be able to change.
  ///   - isKnown: Whether an entry that is shown can be no help, since readers know it anyway.
  /// - Returns: The positions of shown entries; `nil` when there is no way.
  func complement(of position: Int, by amount: Double, isKnown: (Int) -> Bool) -> [Int]? {
    let (target, start) = ends(of: position)
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
        if !isForward(arc, from: node), table.counts[arc] - least(arc) < amount { continue }
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

  /// Returns how much more can flow between two nodes over withheld entries, up to a bound (Edmonds and Karp).
  private func flow(from start: Int, to end: Int, without position: Int, upTo bound: Double) -> Double {
    // What each arc can still take in its own direction and against it.
    var along = table.standings.map { $0 == .shown ? 0 : Double.infinity }
    var against = table.counts.indices.map { table.standings[$0] == .shown ? 0 : max(0, table.counts[$0] - least($0)) }
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

  /// The least that an entry can be, as every reader knows.
  private func least(_ position: Int) -> Double {
    table.standings[position] == .absent ? 0 : floor
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
