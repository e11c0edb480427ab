/// How the units of a sample came to it: their weights, the cells they were weighted in, and how many units there are in all.
public struct UnitDesign: Hashable, Sendable {
  /// The weight of each unit of the sample.
  public var weights: [Double]
  /// The weighting cell of each unit of the sample.
  public var cells: [Int]
  /// The number of units in the population, or `nil` when unknown; then no finite population correction is made.
  public var population: Int?

  /// Creates a design in which all units weigh the same.
  public init(units: Int, population: Int? = nil) {
    weights = Array(repeating: population.map { Double($0) / Double(max(1, units)) } ?? 1, count: units)
    cells = Array(repeating: 0, count: units)
    self.population = population
  }

  /// Creates a design that weights the units to the sizes of cells.
  ///
  /// The weight of a unit is the number of units of its cell in the population divided by the number that answered.
  ///
  /// - Parameter cells: The weighting cells; each of them has an answering unit.
  public init(_ cells: WeightingCells) {
    self.cells = cells.cellOfAnswering
    let answered = cells.answered
    weights = cells.cellOfAnswering.map { Double(cells.population[$0]) / Double(answered[$0]) }
    population = cells.population.reduce(0, +)
  }

  /// The share of the population that is in the sample; 0 when the population is unknown.
  public var samplingFraction: Double {
    guard let population, population > 0 else { return 0 }
    return min(1, Double(weights.count) / Double(population))
  }
}
