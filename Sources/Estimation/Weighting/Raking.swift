/// Weights brought to the totals of margins by iterative proportional fitting.
///
/// All margins are gone through in turn, and the weights in each cell are multiplied by what its total is short; this
/// is repeated until every cell of every margin has its total. With one margin that is post-stratification, done after
/// one time.
///
/// > Deming, W. and Stephan, F. (1940). On a least squares adjustment of a sampled frequency table when the expected
/// > marginal totals are known. doi:10.1214/aoms/1177731829
public struct Raking: Hashable, Sendable {
  /// A margin with its totals.
  public struct Margin: Hashable, Sendable {
    /// The name, for messages.
    public var name: String
    /// The names of the cells, for messages.
    public var cellNames: [String]
    /// The cell of each element.
    public var cells: Calibration.Margin
    /// The total that the weights of each cell must have.
    public var totals: [Double]

    /// Creates a margin.
    ///
    /// - Precondition: There are as many totals as names of cells, and every cell is one of them.
    public init(_ name: String, cells: [String], cellOfElement: [Int], totals: [Double]) {
      precondition(cells.count == totals.count, "each cell has a total")
      self.name = name
      self.cellNames = cells
      self.cells = Calibration.Margin(cellOfElement: cellOfElement, cells: cells.count)
      self.totals = totals
    }
  }

  /// The weights.
  public private(set) var weights: [Double]
  /// How often all margins were gone through, over all rounds of trimming.
  public private(set) var iterations = 0
  /// Whether every cell has its total within the tolerance.
  public private(set) var converged = false
  /// The greatest relative difference between the weights of a cell and its total.
  public private(set) var largestDifference = 0.0
  /// The elements that were held at the least weight, in the order in which they were.
  public private(set) var trimmedLow: [Int] = []
  /// The elements that were held at the greatest weight.
  public private(set) var trimmedHigh: [Int] = []
  /// The margins.
  public let margins: [Margin]

  /// The weights of the cell that is furthest from its total.
  private(set) var worst = Sum(margin: 0, cell: 0, weight: 0)
  private let most: Int
  private let tolerance: Double

  /// The sum of the weights in a cell.
  struct Sum: Hashable, Sendable {
    var margin: Int
    var cell: Int
    var weight: Double
  }

  /// Rakes weights.
  ///
  /// - Parameters:
  ///   - weights: The weight of each element before, all positive.
  ///   - margins: The margins; the last one gone through is met exactly.
  ///   - iterations: The most times that all margins are gone through.
  ///   - tolerance: The greatest relative difference from a total that is left.
  /// - Complexity: O(iterations · elements · margins).
  public init(_ weights: [Double], to margins: [Margin], iterations: Int = 100, tolerance: Double = 1e-9) {
    precondition(
      margins.allSatisfy { $0.cells.cellOfElement.count == weights.count }, "each margin has a cell for each element")
    (self.weights, self.margins, self.most, self.tolerance) = (weights, margins, max(1, iterations), tolerance)
    rake(holding: [Bool](repeating: false, count: weights.count))
  }

  /// Holds the weights within bounds and rakes the others again, until none lies outside.
  ///
  /// A weight beyond a bound is set to it and stays there; the rest of the total of its cells falls to the other
  /// elements, some of which may go beyond a bound in their turn. So margins and bounds hold both, or the raking does not
  /// converge.
  ///
  /// - Parameters:
  ///   - low: The least weight, in times the mean weight.
  ///   - high: The greatest weight, in times the mean weight.
  ///
  /// > Potter, F. (1990). A study of procedures to identify and trim extreme sampling weights. Proceedings of the Survey
  /// > Research Methods Section, American Statistical Association, 225-230.
  public mutating func trim(low: Double, high: Double) {
    guard converged, !weights.isEmpty else { return }
    let mean = weights.reduce(0, +) / Double(weights.count)
    var held = [Bool](repeating: false, count: weights.count)
    while converged {
      // What rounding leaves beyond a bound is not beyond it.
      let below = weights.indices.filter { !held[$0] && weights[$0] < low * mean * (1 - 1e-12) }
      let above = weights.indices.filter { !held[$0] && weights[$0] > high * mean * (1 + 1e-12) }
      if below.isEmpty, above.isEmpty { return }
      for element in below { (weights[element], held[element]) = (low * mean, true) }
      for element in above { (weights[element], held[element]) = (high * mean, true) }
      trimmedLow += below
      trimmedHigh += above
      rake(holding: held)
    }
  }

  /// Goes through the margins until they are met, leaving some elements as they are.
  private mutating func rake(holding held: [Bool]) {
    var sums = margins.map { [Double](repeating: 0, count: $0.totals.count) }
    var free = sums
    converged = false
    for _ in 0..<most where !converged {
      iterations += 1
      for margin in margins.indices { fit(margin, &sums[margin], &free[margin], holding: held) }
      measure(&sums)
    }
  }

  /// Multiplies the weights of each cell of a margin by what its total is short.
  private mutating func fit(_ index: Int, _ sums: inout [Double], _ free: inout [Double], holding held: [Bool]) {
    let cells = margins[index].cells.cellOfElement
    let totals = margins[index].totals
    for cell in sums.indices { (sums[cell], free[cell]) = (0, 0) }
    for element in cells.indices {
      sums[cells[element]] += weights[element]
      if !held[element] { free[cells[element]] += weights[element] }
    }
    for cell in sums.indices {
      let target = totals[cell] - (sums[cell] - free[cell])
      free[cell] = free[cell] > 0 && target > 0 ? target / free[cell] : 1
    }
    for element in cells.indices where !held[element] { weights[element] *= free[cells[element]] }
  }

  /// Measures how far the weights are from the totals.
  private mutating func measure(_ sums: inout [[Double]]) {
    largestDifference = 0
    for (index, margin) in margins.enumerated() {
      for cell in margin.totals.indices { sums[index][cell] = 0 }
      for element in weights.indices { sums[index][margin.cells.cellOfElement[element]] += weights[element] }
      for (cell, sum) in sums[index].enumerated() {
        let difference = difference(sum, margin.totals[cell])
        if difference > largestDifference || difference.isNaN {
          largestDifference = difference
          worst = Sum(margin: index, cell: cell, weight: sum)
        }
      }
    }
    converged = largestDifference <= tolerance
  }

  private func difference(_ sum: Double, _ total: Double) -> Double {
    total > 0 ? (sum / total - 1).magnitude : (sum == 0 ? 0 : 1)
  }
}
