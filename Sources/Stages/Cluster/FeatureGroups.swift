import Clustering
import Matrices
import Normalisation

/// The features that types are made from as they were declared: the columns that stand for one, and the blocks.
struct FeatureGroups {
  /// A feature or a block with its columns.
  struct Group: Hashable {
    var name: String
    /// Positions in the features of the typology.
    var columns: [Int]
  }

  /// The features, in order; one of texts, options or places has several columns.
  private(set) var features: [Group] = []
  /// The blocks, in order; none in a file of features alone.
  private(set) var blocks: [Group] = []

  /// Groups the columns of a typology; without a transform each column is a feature.
  init(_ columns: [String], _ transform: FittedTransform?) {
    for (column, name) in columns.enumerated() {
      let fitted = transform.flatMap { transform in transform.position(of: name).map { transform.features[$0] } }
      Self.add(column, to: fitted?.feature ?? name, of: &features)
      if let fitted { Self.add(column, to: fitted.block, of: &blocks) }
    }
  }

  private static func add(_ column: Int, to name: String, of groups: inout [Group]) {
    if let index = groups.firstIndex(where: { $0.name == name }) {
      groups[index].columns.append(column)
    } else {
      groups.append(Group(name: name, columns: [column]))
    }
  }
}

extension Matrix {
  /// The part of the sum of squares around the means that each column has; 0 for all when nothing varies.
  var varianceShares: [Double] {
    let squares = (0..<columns).map { column -> Double in
      let values = self.column(column)
      let mean = values.mean ?? 0
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let total = squares.sum
    return squares.map { total > 0 ? $0 / total : 0 }
  }
}
