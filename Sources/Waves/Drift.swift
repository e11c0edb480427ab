import Matrices

/// How far columns differ between two waves, and whether noise can explain it.
///
/// **The null.** If nothing changed, it does not matter which wave the answers of a unit came in. So the wave of each *unit*
/// is redrawn, with all its respondents together: a unit that is in both waves keeps its two sets of answers as a pair, of
/// which the one is called earlier and the other now by the toss of a coin; units that are in one wave alone are dealt out
/// anew, as many to each wave as there were. So that answers of one unit hang together, and that a unit says in both waves
/// about the same, is in every redraw as it is in the data. All columns are redrawn together.
///
/// **The probability.** Two hundred redraws cannot show a probability of one in ten thousand, which is what a correction for
/// a hundred columns asks for; so the tail of their statistic (chi-square; of numbers the square of Kolmogorov and
/// Smirnov's) is taken to fall exponentially beyond its upper quarter. The probabilities are corrected for the number of
/// columns by Holm's method: a column *drifted* when the corrected one is below ``level``,
/// one in a hundred unless said otherwise: of a hundred pairs of waves without any drift, one has a column that is called. The stability index is told beside
/// them, for the size of a drift.
///
/// > Good, P. (2005). Permutation, Parametric and Bootstrap Tests of Hypotheses. doi:10.1007/b138696
public struct Drift: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// The name of the column.
    public var name: String
    /// The population stability index; `nil` when a wave has no value.
    public var stability: Double?
    /// The index that noise alone exceeds once in twenty times.
    public var stabilityOfNoise: Double?
    /// The statistic of Kolmogorov and Smirnov, of numbers.
    public var kolmogorovSmirnov: Double?
    /// Chi-square, of categories.
    public var chiSquare: Double?
    /// How probable so large a statistic is when nothing changed.
    public var probability: Double?
    /// The same, corrected for all columns that were tested.
    public var corrected: Double?
    /// Whether it drifted beyond noise.
    public var hasDrifted: Bool
  }

  /// The corrected probability below which a column is said to have drifted.
  public let level: Double
  /// The columns, in the order in which they were given.
  public let columns: [Column]

  /// Measures columns against redraws.
  ///
  /// - Parameters:
  ///   - columns: The columns of both waves.
  ///   - units: In which waves each unit is; columns name units by their position here.
  ///   - draws: The number of redraws, at least 2.
  ///   - level: The corrected probability below which a column drifted.
  ///   - seed: The seed of the redraws.
  /// - Precondition: Columns name units that are there.
  /// - Complexity: O(draws · values), columns beside each other; the same on any number of cores.
  public init(
    _ columns: [DriftColumn], units: [WavesOfUnit], draws: Int = 200, level: Double = 0.01, seed: UInt64
  ) async {
    precondition(draws > 1, "a null takes at least two redraws")
    let redraws = await inParallel(count: draws, chunk: 16) { UnitSwap(units, seed: seed, draw: $0) }
    let own = UnitSwap(none: units.count)
    let measured = await inParallel(count: columns.count, chunk: 4) { column in
      PooledColumn(columns[column]).measure(redraws, own: own)
    }
    self.level = level
    self.columns = Self.corrected(zip(columns, measured).map { Column($0, $1) }, level)
  }

  /// Returns the columns with Holm's correction for all that were tested.
  private static func corrected(_ columns: [Column], _ level: Double) -> [Column] {
    var columns = columns
    let tested = columns.indices.filter { columns[$0].probability != nil }
    for (index, probability) in zip(tested, holmCorrected(tested.map { columns[$0].probability ?? 1 })) {
      columns[index].corrected = probability
      columns[index].hasDrifted = probability.roundedToGrid < level
    }
    return columns
  }

  /// The share of tested columns that drifted, from 0 to 1; 0 when none was tested.
  public var share: Double {
    let tested = columns.count { $0.probability != nil }
    return tested == 0 ? 0 : Double(columns.count(where: \.hasDrifted)) / Double(tested)
  }
}

extension Drift.Column {
  fileprivate init(_ column: DriftColumn, _ measured: DriftMeasure?) {
    name = column.name
    stability = measured?.stability
    stabilityOfNoise = measured?.stabilityOfNoise
    kolmogorovSmirnov = column.kind == .numbers ? measured?.statistic : nil
    chiSquare = column.kind == .categories ? measured?.statistic : nil
    probability = measured?.probability
    corrected = nil
    hasDrifted = false
  }
}
