/// Cells of a population of units in which those that answered stand for all.
public struct WeightingCells: Hashable, Sendable {
  /// The names of the cells, in order; merged cells carry both names with " + " between.
  public var names: [String]
  /// The number of units of the population in each cell.
  public var population: [Int]
  /// The cell of each answering unit.
  public var cellOfAnswering: [Int]
  /// What was merged, in the order in which it was done: a cell and the one that took it in.
  public var merged: [(cell: String, into: String)] { mergers.map { ($0.cell, $0.into) } }

  /// The cell in which each cell that was given has come to lie.
  public private(set) var cellOfOriginal: [Int]

  private struct Merger: Hashable {
    var cell: String
    var into: String
  }

  private var mergers: [Merger] = []

  /// Creates cells and merges those in which fewer than `least` units answered.
  ///
  /// The first cell with too few goes to its smaller neighbour by answers (the next one at a tie) until each cell has
  /// enough or only one is left; so cells should be given in an order in which neighbours are alike.
  ///
  /// - Parameters:
  ///   - names: The names of the cells, in order.
  ///   - population: The cell of each unit of the population.
  ///   - answering: The cell of each answering unit.
  ///   - least: The least number of answering units in a cell, at least 1.
  public init(_ names: [String], population: [Int], answering: [Int], least: Int) {
    self.names = names
    self.population = counts(of: population, names.count)
    self.cellOfAnswering = answering
    cellOfOriginal = Array(names.indices)
    while self.names.count > 1, let poor = answered.firstIndex(where: { $0 < max(1, least) }) {
      let counts = answered
      let neighbours = [poor + 1, poor - 1].filter { self.names.indices.contains($0) }
      guard let taker = neighbours.min(by: { counts[$0] < counts[$1] }) else { break }
      merge(poor, into: taker)
    }
  }

  /// The number of answering units in each cell.
  public var answered: [Int] { counts(of: cellOfAnswering, names.count) }

  private mutating func merge(_ cell: Int, into taker: Int) {
    mergers.append(Merger(cell: names[cell], into: names[taker]))
    let first = min(cell, taker)
    names[first] = names[first] + " + " + names[first + 1]
    names.remove(at: first + 1)
    population[first] += population[first + 1]
    population.remove(at: first + 1)
    cellOfAnswering = cellOfAnswering.map { $0 > first ? $0 - 1 : $0 }
    cellOfOriginal = cellOfOriginal.map { $0 > first ? $0 - 1 : $0 }
  }
}

private func counts(of cells: [Int], _ count: Int) -> [Int] {
  var counts = [Int](repeating: 0, count: count)
  for cell in cells { counts[cell] += 1 }
  return counts
}

extension WeightingCells {
  /// Returns the class of a number among ascending breaks, and so the index of its cell: below the first break 0, from
  /// the last break on `breaks.count`.
  public static func cell(of number: Double, breaks: [Double]) -> Int {
    breaks.count { number >= $0 }
  }

  /// Returns the names of the classes between ascending breaks: `below 20000`, `20000 to 50000`, `50000 and more`.
  ///
  /// - Parameters:
  ///   - breaks: At least one number, ascending.
  ///   - text: How a number is written.
  /// - Returns: One name more than there are breaks.
  public static func names(of breaks: [Double], written text: (Double) -> String) -> [String] {
    guard let first = breaks.first, let last = breaks.last else { return ["all"] }
    let between = zip(breaks, breaks.dropFirst()).map { "\(text($0)) to \(text($1))" }
    return ["below \(text(first))"] + between + ["\(text(last)) and more"]
  }
}
