import RealModule

/// One clustered feature, as far as its weight is concerned.
struct WeighedFeature {
  /// The position of its block.
  var block: Int
  /// Its part within the block; less than declared when it belongs to a closed set.
  var part: Double
  /// The variance of its scaled columns together, before weighing; 1 by definition for z-scores and for several
  /// columns.
  var variance: Double
}

/// The weights that give each block its share of the total variance.
///
/// Within a block a feature of part *p* weighs *p* / (sum of parts) in the measure of its scaling. Then the whole block
/// is stretched so that its variance is its share of the total, whatever the scaling of its features: with *F* features
/// that is *F* · weight / (sum of weights of blocks that have features to cluster on).
struct FeatureWeights {
  private let shares: [Double]
  private let insides: [Double]
  private let variances: [Double]
  private let count: Double

  /// - Parameters:
  ///   - weights: The weights of the blocks.
  ///   - features: The features that types are made from.
  init(weights: [Double], _ features: [WeighedFeature]) {
    count = Double(features.count)
    var insides = [Double](repeating: 0, count: weights.count)
    for feature in features { insides[feature.block] += feature.part }
    let total = zip(weights, insides).reduce(0) { $0 + ($1.1 > 0 ? $1.0 : 0) }
    shares = zip(weights, insides).map { weight, inside in inside > 0 && total > 0 ? weight / total : 0 }
    variances = weights.indices.map { block in
      let own = features.filter { $0.block == block }
      if own.allSatisfy({ $0.variance == 1 }) { return 1 }
      return own.reduce(0) { $0 + $1.part / insides[block] * $1.variance }
    }
    self.insides = insides
  }

  /// Returns the share of a block in the total variance; 0 for one without features to cluster on.
  func share(of block: Int) -> Double { shares[block] }

  /// Returns what a scaled value is multiplied by.
  func factor(of feature: WeighedFeature) -> Double {
    let block = feature.block
    let variance = count * shares[block] * feature.part / insides[block]
    return Double.sqrt(variances[block] == 1 ? variance : variance / variances[block])
  }
}
