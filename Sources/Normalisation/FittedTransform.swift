public import Matrices

/// The features of a typology with everything that was fitted, so that the same can be done to a later wave.
public struct FittedTransform: Hashable, Sendable, Codable {
  /// The blocks, in the order of the pipeline file.
  public var blocks: [FittedBlock]
  /// The columns of the features, in order: one a feature, or several for a feature of texts, options or places.
  public var features: [FittedFeature]
  /// How missing values are filled in; `nil` takes the imputation of each feature.
  public var imputation: FittedImputation?
  /// On which units it was fitted; `nil` for this wave's.
  public var fit: FitOrigin?

  /// Returns the scaled features of units, with the fitted numbers frozen.
  ///
  /// A missing value, and one that the transform does not accept, is imputed. Every number is rounded to a multiple of
  /// 2⁻³².
  ///
  /// - Parameters:
  ///   - values: The values of all declared features, in any order.
  ///   - strata: The stratum of each unit, when the imputation has strata; found again by the names of the cells.
  /// - Returns: Shape units x features.
  /// - Precondition: Every declared feature is among `values`, and all have the same length.
  public func apply(to values: [UnitValues], strata: Strata? = nil) -> Matrix {
    apply(to: completed(values, strata: strata))
  }

  /// Returns the scaled features of columns without gaps.
  func apply(to completed: CompletedColumns) -> Matrix {
    let rows = completed.units
    let count = features.count
    var scaled = [Double](repeating: 0, count: rows * count)
    for (index, feature) in features.enumerated() {
      feature.write(completed.transformed[index], into: &scaled, from: index, step: count)
    }
    return Matrix(rows: rows, columns: count, values: scaled)
  }

  /// Returns the raw values of every column, NaN where there is none or where the transform cannot take it.
  func rawColumns(of values: [UnitValues]) -> [[Double]] {
    let columns = features.map { feature -> [Double] in
      guard let column = values.first(where: { $0.feature == feature.feature }) else {
        preconditionFailure("feature '\(feature.feature)' has no values")
      }
      var numbers = column.numbers(level: feature.level)
      for index in numbers.indices where !feature.transform.accepts(numbers[index]) { numbers[index] = .nan }
      return numbers
    }
    precondition(columns.allSatisfy { $0.count == columns[0].count }, "all features have the same units")
    return columns
  }

  /// Returns features in which some columns have other values: a redrawn sample.
  ///
  /// A number that is missing, or that the transform does not accept, leaves the base as it is.
  ///
  /// - Parameters:
  ///   - base: The scaled features, units x features.
  ///   - columns: The features that change.
  ///   - values: Raw numbers, units x `columns`, row by row; NaN where missing.
  /// - Returns: The scaled features, units x features, row by row.
  /// - Complexity: O(units · features).
  public func redrawn(_ base: Matrix, columns: [Int], values: ArraySlice<Double>) -> [Double] {
    var scaled = base.values
    for (position, column) in columns.enumerated() {
      features[column].rewrite(
        values, from: position, step: columns.count, into: &scaled, from: column, step: base.columns)
    }
    return scaled
  }

  /// Returns the features of every replicate: ``redrawn(_:columns:values:)`` for each, side by side.
  ///
  /// Chunks of eight replicates are worked beside each other and put together in order, so that the bytes are the same
  /// on any number of cores.
  ///
  /// - Parameters:
  ///   - base: The scaled features, units x features.
  ///   - columns: The features that change.
  ///   - replicates: Raw numbers, replicates x units x `columns`; NaN where missing.
  ///   - count: The number of replicates.
  /// - Returns: Replicates x units x features.
  /// - Complexity: O(replicates · units · features).
  public func redrawn(_ base: Matrix, columns: [Int], replicates: [Double], count: Int) async -> [Double] {
    let size = base.rows * columns.count
    precondition(replicates.count == count * size, "each replicate has a number for every unit and column")
    let chunk = 8
    return await withTaskGroup(of: (Int, [Double]).self) { group in
      for start in stride(from: 0, to: count, by: chunk) {
        group.addTask {
          var values: [Double] = []
          values.reserveCapacity(chunk * base.values.count)
          for replicate in start..<min(start + chunk, count) {
            values.append(
              contentsOf: redrawn(
                base, columns: columns, values: replicates[replicate * size..<(replicate + 1) * size]))
          }
          return (start / chunk, values)
        }
      }
      var parts = [[Double]](repeating: [], count: (count + chunk - 1) / chunk)
      for await (index, part) in group { parts[index] = part }
      var all: [Double] = []
      all.reserveCapacity(count * base.values.count)
      for part in parts { all.append(contentsOf: part) }
      return all
    }
  }

  /// Returns the raw value of a scaled one: the exact inverse of what was done to the feature.
  ///
  /// What is left of the way there and back is the rounding to 2⁻³² (times spread / weight, before the transform).
  ///
  /// - Parameters:
  ///   - scaled: A scaled value; also the mean of several, as in a centroid.
  ///   - feature: The position of the feature.
  /// - Returns: The value in the unit of the source.
  public func original(_ scaled: Double, feature: Int) -> Double {
    features[feature].original(scaled)
  }

  /// Returns the position of a feature by the name of its column.
  public func position(of name: String) -> Int? { features.firstIndex { $0.name == name } }

  /// Returns the positions of the columns of a declared feature, in order.
  public func positions(of feature: String) -> [Int] { features.indices.filter { features[$0].feature == feature } }
}
