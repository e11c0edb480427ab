public import Matrices
public import Settings

/// The features of a typology with everything that was fitted, so that the same can be done to a later wave.
public struct FittedTransform: Hashable, Sendable, Codable {
  /// The blocks, in the order of the pipeline file.
  public var blocks: [FittedBlock]
  /// The columns of the features, in order: one a feature, or one a level for one-hot features.
  public var features: [FittedFeature]

  /// Returns the scaled features of units, with the fitted numbers frozen.
  ///
  /// A missing value, and one that the transform does not accept, takes the imputation. Every number is rounded to a
  /// multiple of 2⁻³².
  ///
  /// - Parameter values: The values of all declared features, in any order.
  /// - Returns: Shape units x features.
  /// - Precondition: Every declared feature is among `values`, and all have the same length.
  public func apply(to values: [UnitValues]) -> Matrix {
    let columns = features.map { feature -> [Double] in
      guard let column = values.first(where: { $0.feature == feature.feature }) else {
        preconditionFailure("feature '\(feature.feature)' has no values")
      }
      return column.numbers(level: feature.level).map { feature.scaled($0) }
    }
    let rows = columns.first?.count ?? 0
    var matrix = Matrix(rows: rows, columns: columns.count)
    for (index, column) in columns.enumerated() {
      precondition(column.count == rows, "all features have the same units")
      for (row, value) in column.enumerated() { matrix[row, index] = value }
    }
    return matrix
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
      let feature = features[column]
      for unit in 0..<base.rows {
        let value = values[values.startIndex + unit * columns.count + position]
        if feature.transform.accepts(value) { scaled[unit * base.columns + column] = feature.scaled(value) }
      }
    }
    return scaled
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
}

/// A block of features as it was fitted.
public struct FittedBlock: Hashable, Sendable, Codable {
  /// The name of the block.
  public var name: String
  /// What the block is called in a report.
  public var label: LocalText
  /// The weight as declared.
  public var weight: Double
  /// The block's share of the total variance of the clustered features; 0 for a block that is only carried along.
  public var share: Double
  /// Why the block weighs what it weighs.
  public var reason: LocalText?
}

/// One column of features as it was fitted.
public struct FittedFeature: Hashable, Sendable, Codable {
  /// The name of the column in `features.csv`.
  public var name: String
  /// The declared feature: the same name, but for the columns of a one-hot feature.
  public var feature: String
  /// The text whose units have 1 in a one-hot column.
  public var level: String?
  /// What the column is called in a report.
  public var label: LocalText
  /// The block that it belongs to.
  public var block: String
  /// Where the values come from, as written: `index.goal`.
  public var source: String
  /// The answers whose share is taken; empty for the mean.
  public var share: [String]
  /// Whether types are made from it.
  public var use: FeatureUse
  /// What is done to a value.
  public var transform: Transform
  /// How it is scaled.
  public var scaling: Scaling
  /// What is subtracted from a transformed value.
  public var centre: Double
  /// What a transformed and centred value is divided by.
  public var spread: Double
  /// What a scaled value is multiplied by, so that blocks get their shares; 1 for a profile feature.
  public var weight: Double
  /// The raw value that a unit without one takes.
  public var imputation: Double
  /// The number of units without a value when this was fitted.
  public var imputed: Int
  /// Why it is a feature.
  public var reason: LocalText

  /// Returns the scaled value; of a missing or impossible value, that of the imputation.
  public func scaled(_ raw: Double?) -> Double {
    let value = raw.flatMap { transform.accepts($0) ? $0 : nil } ?? imputation
    return ((transform(value) - centre) / spread * weight).roundedToGrid
  }

  /// Returns the raw value of a scaled one.
  public func original(_ scaled: Double) -> Double {
    transform.inverse(scaled / weight * spread + centre)
  }
}
