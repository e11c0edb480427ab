import Clustering
import Tables

extension Typology {
  /// The evidence for each number of types.
  var evidenceTable: Table {
    let rows = table.rows
    func numbers(_ name: String, _ description: String, _ value: (Evidence) -> Double?) -> Column {
      // Where every unit is a type of its own nothing is left within types, and its logarithm is no number.
      Column(name, .number(rows.map { value($0).flatMap { $0.isFinite ? $0 : nil } }), description: description)
    }
    func counts(_ name: String, _ description: String, _ value: (Evidence) -> Int) -> Column {
      Column(name, .integer(rows.map { value($0) }), description: description)
    }
    return Table(
      "evidence",
      [
        counts("k", "Number of types.") { $0.clusters },
        numbers("sse", "Sum of squared distances to the centroids.") { $0.fit.inertia },
        counts("starts", "Number of starts.") { $0.fit.census.starts },
        counts("hits", "Starts that found the best division.") { $0.fit.census.hits },
        counts("optima", "Distinct divisions at which starts ended.") { $0.fit.census.optima.count },
        numbers("chance_of_new", "Chance that one more start finds a new optimum (Good-Turing).") {
          $0.fit.census.chanceOfNew
        },
        numbers("second_gap", "How much higher the second-best sum is, as a share of the best.") {
          $0.fit.census.gapToSecond
        },
        numbers("silhouette", "Mean silhouette width (Rousseeuw 1987); higher is better.") { $0.silhouette.mean },
        numbers("calinski_harabasz", "Variance between over variance within; higher is better.") {
          $0.calinskiHarabasz
        },
        numbers("davies_bouldin", "Davies-Bouldin with mean distances, as in scikit-learn; lower is better.") {
          $0.daviesBouldin
        },
        numbers("gap", "Gap statistic with plain distances and a box along the \(box.axes); higher is better.") {
          $0.gap?.gap
        },
        numbers("gap_se", "Standard error of the gap.") { $0.gap?.standardError },
        numbers("jaccard_min", "Jaccard coefficient of the type that comes back least in resamples (Hennig 2007).") {
          $0.stability?.minimum
        },
        counts("smallest", "Number of units in the smallest type.") { $0.smallest },
        Column(
          "chosen", .boolean(rows.map { $0.clusters == choice.clusters }),
          description: "Whether this number was chosen."),
      ])
  }

  /// The stability of each type for each number of types.
  var stabilityTable: Table {
    let rows = table.rows.flatMap { evidence in (0..<evidence.clusters).map { (evidence, $0) } }
    return Table(
      "stability",
      [
        Column("k", .integer(rows.map(\.0.clusters)), description: "Number of types."),
        Column("type", .text(rows.map { typeLetter($0.1) }), description: "The type, A the largest of that division."),
        Column("size", .integer(rows.map { $0.0.fit.partition.sizes[$0.1] }), description: "Number of units."),
        Column(
          "silhouette", .number(rows.map { $0.0.silhouette.clusterMeans[$0.1] }),
          description: "Mean silhouette width of its units."),
        Column(
          "jaccard", .number(rows.map { $0.0.stability?.jaccard[$0.1] }),
          description: "Mean highest Jaccard coefficient over resamples of units (Hennig 2007)."),
        Column(
          "grade", .text(rows.map { $0.0.stability?.grades[$0.1].rawValue }),
          description: "dissolved up to .5, doubtful below .6, pattern below .75, stable below .85, else highly-stable."
        ),
      ])
  }
}

extension GapBox {
  /// What the box lies along, in words.
  fileprivate var axes: String {
    switch self {
    case .components: "principal axes"
    case .original: "features"
    }
  }
}
