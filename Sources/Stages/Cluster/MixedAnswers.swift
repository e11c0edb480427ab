import Clustering
import Matrices
import Normalisation

/// The answers behind the features as they are: numbers as numbers, categories as categories, gaps as gaps.
///
/// A number is taken through the declared transform (a logarithm stays one), because it says in which measure a difference
/// counts; its scaling does not matter, as Gower's coefficient divides by the range. A feature brings to the mean
/// dissimilarity the share that it has of the variance of all features, which the blocks of the pipeline decide: its weight is
/// that share over its mean difference, because a category, which differs wholly or not at all, would else outweigh every
/// number. In a file of features alone every column is a number with the same weight.
struct MixedAnswers {
  let columns: [GowerColumn]

  init(_ features: FeatureTable, _ groups: FeatureGroups, _ background: UnitBackground?) {
    guard let background else {
      columns = features.features.indices.map { GowerColumn(.numbers(features.values.column($0))) }
      return
    }
    let shares = features.values.varianceShares
    columns = groups.features.flatMap { group -> [GowerColumn] in
      let weight = group.columns.map { shares[$0] }.sum
      if let categories = background.categories(ofFeature: group.name) {
        return [GowerColumn(.categories(categories)).bringing(weight)]
      }
      return group.columns.map { column in
        let raw = background.compared(column: features.features[column])
        return GowerColumn(.numbers(raw ?? features.values.column(column))).bringing(shares[column])
      }
    }
  }
}

extension GowerColumn {
  /// Returns the column with the weight that gives it a share of the mean dissimilarity.
  fileprivate func bringing(_ share: Double) -> GowerColumn {
    GowerColumn(values, weight: meanDifference > 0 ? share / meanDifference : share)
  }
}

extension UnitBackground {
  /// Returns the categories of a declared feature of texts, or `nil` for another feature.
  func categories(ofFeature name: String) -> [Int?]? {
    guard let position = transform.positions(of: name).first, transform.features[position].transform == .oneHot else {
      return nil
    }
    return units.categories(name)
  }

  /// Returns the numbers behind a column of features as they are compared, with gaps; `nil` when they were not kept.
  func compared(column name: String) -> [Double?]? {
    guard let position = transform.position(of: name), let raw = units.numbers(name) else { return nil }
    return transform.features[position].compared(raw)
  }
}
