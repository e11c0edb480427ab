import Matrices
import RealModule

/// The units that can give values to others, as they were when the features were fitted.
///
/// Values of units, never answers of persons: what `units.csv` holds, kept so that a later wave is filled in by the
/// same units.
public struct Donors: Hashable, Sendable, Codable {
  /// The number of neighbours that give a value.
  public var neighbours: Int
  /// The middle of each column of transformed values.
  public var centres: [Double]
  /// What distances are counted in, for each column: all columns of a feature together are one feature.
  public var spreads: [Double]
  /// The raw values, column by column; `nil` where the unit has none.
  public var columns: [[Double?]]

  /// Takes units as donors.
  ///
  /// - Parameters:
  ///   - neighbours: The number of neighbours.
  ///   - features: The columns, transforms fitted.
  ///   - columns: The raw values, NaN where a unit has none.
  init(neighbours: Int, _ features: [FittedFeature], _ columns: [[Double]]) {
    self.neighbours = neighbours
    var centres: [Double] = []
    var variances: [Double] = []
    for (feature, column) in zip(features, columns) {
      let known = column.filter { !$0.isNaN }.map { feature.transformed($0) }
      centres.append(known.mean ?? 0)
      variances.append(known.variance ?? 0)
    }
    var sums: [String: Double] = [:]
    for (feature, variance) in zip(features, variances) { sums[feature.feature, default: 0] += variance }
    self.centres = centres
    spreads = features.map { Double.sqrt(sums[$0.feature] ?? 0) }
    self.columns = columns.map { column in column.map { $0.isNaN ? nil : $0 } }
  }
}

/// Finds the donors that are nearest to units with gaps.
///
/// The distance between two units is the mean, over the features that both have, of the squared differences in standard
/// deviations; the features' weights do not count, nor do columns that do not vary. Of donors equally near the first
/// goes. A donor has a value where the unit has none; the mean is taken of transformed values, and turned back.
///
/// > Troyanskaya, O. et al. (2001). Missing value estimation methods for DNA microarrays.
/// > doi:10.1093/bioinformatics/17.6.520
struct NeighbourSearch {
  private let donors: Donors
  private let features: [FittedFeature]
  /// Of each column the first column of its feature: of several columns only one tells whether both have the feature.
  private let first: [Int]
  /// The raw values of donors, column by column; NaN where there is none.
  private let given: [[Double]]
  /// The coordinates of donors and of units, column by column.
  private let donorPlaces: [[Double]]
  private let unitPlaces: [[Double]]

  init(_ donors: Donors, _ features: [FittedFeature], queries: [[Double]]) {
    self.donors = donors
    self.features = features
    first = features.map { feature in features.firstIndex { $0.feature == feature.feature } ?? 0 }
    given = donors.columns.map { column in column.map { $0 ?? .nan } }
    func places(_ columns: [[Double]]) -> [[Double]] {
      columns.indices.map { index in
        let (feature, centre, spread) = (features[index], donors.centres[index], donors.spreads[index])
        return columns[index].map { $0.isNaN || spread == 0 ? .nan : (feature.transformed($0) - centre) / spread }
      }
    }
    donorPlaces = places(given)
    unitPlaces = places(queries)
  }

  /// Returns the value that the neighbours of a unit give it in a column, or `nil` when no donor shares a feature with
  /// it.
  func value(of column: Int, for unit: Int) -> (value: Double, neighbours: Int)? {
    let near = nearest(to: unit, having: column)
    guard !near.isEmpty else { return nil }
    let feature = features[column]
    if feature.transform == .oneHot { return (commonest(column, near) ? 1 : 0, near.count) }
    let values = near.map { feature.transformed(given[column][$0]) }
    let mean = values.mean ?? 0
    return (feature.ranks.map { $0.inverse(mean) } ?? feature.transform.inverse(mean), near.count)
  }

  /// Whether the column is the text that most of the donors have; of equals the first.
  private func commonest(_ column: Int, _ near: [Int]) -> Bool {
    let group = features.indices.filter { features[$0].feature == features[column].feature }
    let counts = group.map { level in near.count { given[level][$0] == 1 } }
    guard let most = counts.max(), let winner = counts.firstIndex(of: most) else { return false }
    return group[winner] == column
  }

  private func nearest(to unit: Int, having column: Int) -> [Int] {
    let count = given[column].count
    var sums = [Double](repeating: 0, count: count)
    var shared = [Double](repeating: 0, count: count)
    for index in features.indices {
      let own = unitPlaces[index][unit]
      if own.isNaN { continue }
      let counts = first[index] == index ? 1.0 : 0.0
      for donor in 0..<count {
        let difference = own - donorPlaces[index][donor]
        if difference.isNaN { continue }
        sums[donor] += difference * difference
        shared[donor] += counts
      }
    }
    let able = (0..<count).filter { shared[$0] > 0 && !given[column][$0].isNaN }
    let near = able.map { (distance: sums[$0] / shared[$0], donor: $0) }
      .sorted { ($0.distance, $0.donor) < ($1.distance, $1.donor) }
    return near.prefix(donors.neighbours).map(\.donor)
  }
}
