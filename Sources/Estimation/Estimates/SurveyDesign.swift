public import Diagnostics
import RealModule
import Tables

/// How the rows of a sample came to it: stages, weights, and the margins that the weights were brought to.
///
/// The general form, in which each row may have a weight and a cell of its own. A wave of respondents within units has
/// the same ``stages`` and ``Calibration``, with units for rows (``UnitDesign``).
public struct SurveyDesign: Hashable, Sendable {
  /// The weight of each row: how many of the population it stands for.
  public private(set) var weights: [Double]
  /// The cluster of each row.
  public let clusterOfRow: [Int]
  /// How clusters and rows were drawn.
  public let stages: SamplingStages
  /// What the weights were brought to, if they were.
  public private(set) var calibration: Calibration?

  /// Creates a design.
  ///
  /// - Parameters:
  ///   - weights: The weight of each row, *n*.
  ///   - clusterOfRow: The cluster of each row, *n*; `nil` when each row is a cluster.
  ///   - stages: How clusters and rows were drawn.
  /// - Precondition: Every cluster of a row is one of the stages.
  /// - Throws: `Failure` with status 65 for weights that are not positive numbers.
  public init(weights: [Double], clusterOfRow: [Int]? = nil, stages: SamplingStages) throws(Failure) {
    let clusters = clusterOfRow ?? Array(weights.indices)
    precondition(clusters.count == weights.count, "each row has a cluster")
    precondition(clusters.allSatisfy(stages.stratumOfCluster.indices.contains), "each row lies in a known cluster")
    let findings = weightFindings(weights) { "row \($0 + 1)" }
    if !findings.isEmpty { throw Failure(.badData, findings) }
    (self.weights, self.clusterOfRow, self.stages) = (weights, clusters, stages)
  }

  /// Creates a design without weights or clusters of its own: each row stands for as many as any other.
  ///
  /// - Parameters:
  ///   - rows: The number of rows.
  ///   - population: The number of rows that there are, or `nil` when unknown.
  public init(rows: Int, population: Int? = nil) {
    weights = Array(repeating: population.map { Double($0) / Double(max(1, rows)) } ?? 1, count: rows)
    clusterOfRow = Array(0..<rows)
    stages = SamplingStages(stratumOfCluster: Array(repeating: 0, count: rows), population: [population])
  }

  /// Returns the design with its weights brought to the counts of cells, one margin or several.
  ///
  /// - Parameters:
  ///   - margins: The margins with the cell of each row and the total of each cell.
  ///   - iterations: The most times that all margins are gone through.
  ///   - tolerance: The greatest relative difference from a total that is left.
  ///   - countingOnce: Whether each row counts once when residuals are taken for variances, as R's `rake` has it, and not
  ///     by its weight before, as Deville and Särndal do.
  /// - Returns: The design with its weights and what they were brought to.
  /// - Throws: `Failure` with status 65 when the margins cannot be reached.
  public func raked(
    to margins: [Raking.Margin], iterations: Int = 100, tolerance: Double = 1e-9, countingOnce: Bool = false
  ) throws(Failure) -> SurveyDesign {
    let raking = Raking(weights, to: margins, iterations: iterations, tolerance: tolerance)
    try raking.throwUnlessConverged()
    var design = self
    design.weights = raking.weights
    design.calibration = Calibration(
      margins: margins.map(\.cells), base: countingOnce ? weights.map { _ in 1 } : weights, weights: raking.weights)
    return design
  }

  /// The number of rows.
  public var rows: Int { weights.count }

  /// Returns the variance of the sum of weighted values.
  ///
  /// - Parameter values: The values of the rows, not weighted; 0 outside a domain.
  /// - Returns: The variance over all stages; `nil` when it cannot be seen (``SamplingStages/variance(of:)``).
  /// - Complexity: O(rows · margins).
  public func variance(ofTotal values: [Double]) -> Double? {
    precondition(values.count == rows, "each row has a value")
    var weighted = zip(values, weights).map { $0 * $1 }
    var scratch: [Double] = []
    calibration?.takeResiduals(&weighted, coefficients: &scratch)
    var clusters = ClusterValues(clusters: stages.stratumOfCluster.count)
    for row in weighted.indices {
      let cluster = clusterOfRow[row]
      clusters.totals[cluster] += weighted[row]
      clusters.rows[cluster] += 1
      clusters.scales[cluster] += weights[row]
    }
    for cluster in clusters.rows.indices where clusters.rows[cluster] > 0 {
      clusters.scales[cluster] /= Double(clusters.rows[cluster])
    }
    for row in weighted.indices {
      let cluster = clusterOfRow[row]
      let deviation = weighted[row] - clusters.totals[cluster] / Double(clusters.rows[cluster])
      clusters.squares[cluster] += deviation * deviation
    }
    return stages.variance(of: clusters)
  }
}

/// Returns an error that counts the weights that are no positive numbers, and shows the first.
func weightFindings(_ weights: [Double], place: Place = Place(), named name: (Int) -> String) -> [Finding] {
  let wrong = weights.indices.filter { !(weights[$0] > 0 && weights[$0].isFinite) }
  guard let first = wrong.first else { return [] }
  let others = wrong.count == 1 ? "" : ", and \(wrong.count - 1) more of \(weights.count)"
  return [
    Finding(
      .error, rule: "weight-not-positive", at: place, value: plainText(weights[first]),
      message: "the weight of \(name(first)) is \(plainText(weights[first])), and is no number above 0\(others)",
      mend: "leave out what stands for nothing, and mend the column or margin from which the weights come")
  ]
}
