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
        numbers("silhouette", "Mean silhouette width (Rousseeuw 1987); higher is better.") { $0.meanSilhouette },
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
        numbers("log_w", "Logarithm of the pooled distances within types, as clusGap of R has it with d.power 1.") {
          $0.gap?.logW
        },
        numbers("gap_expected", "The same logarithm expected of data without types; the gap is what it has more.") {
          $0.gap?.expected
        },
        numbers(
          "prediction_strength",
          "How well one half of the units predicts which of the other half belong together (Tibshirani and Walther 2005)."
        ) {
          $0.prediction?.mean
        },
        numbers("prediction_strength_se", "Standard error of the prediction strength over the halvings.") {
          $0.prediction?.standardError
        },
        Column(
          "taken_by", .text(rows.map { takers(of: $0.clusters) }),
          description: "The criteria that alone would take this number."),
      ])
  }

  /// The type and the silhouette of each unit for each number of types.
  var silhouetteTable: Table {
    let rows = table.rows.flatMap { evidence in features.units.indices.map { (evidence, $0) } }
    return Table(
      "silhouettes",
      [
        Column("k", .integer(rows.map(\.0.clusters)), description: "Number of types."),
        Column("unit", .text(rows.map { features.units[$0.1] }), description: "Code of the unit."),
        Column(
          "type", .text(rows.map { letter($0.0.fit.partition.labels[$0.1], of: $0.0.clusters) }),
          description: "Its type, \(divisionNote)."),
        Column(
          "silhouette", .number(rows.map { $0.0.clusters > 1 ? $0.0.silhouette.widths[$0.1] : nil }),
          description: "Silhouette width, from -1 to 1; 0 for the only unit of a type."),
      ])
  }

  /// The gap statistic from a single group on, which its rules look at whatever numbers of types were searched; `nil` in a
  /// quick search, and when it is nowhere defined.
  var gapTable: Table? {
    guard let values = table.gap?.values, !values.isEmpty else { return nil }
    func numbers(_ name: String, _ description: String, _ value: (GapStatistic.Value) -> Double) -> Column {
      Column(name, .number(values.map(value)), description: description)
    }
    return Table(
      "gap",
      [
        Column("k", .integer(values.map(\.clusters)), description: "Number of types, 1 for no types."),
        numbers("log_w", "Logarithm of the pooled distances within types, as clusGap of R has it with d.power 1.") {
          $0.logW
        },
        numbers("gap_expected", "The same logarithm expected of data without types.") { $0.expected },
        numbers("gap", "What is expected less what was found; higher is better.") { $0.gap },
        numbers("gap_se", "Standard error of the gap.") { $0.standardError },
      ])
  }

  /// The criteria that alone would take a number of types; `nil` when none would.
  private func takers(of clusters: Int) -> String? {
    let takers = choice.picks.filter { $0.clusters == clusters }.map(\.criterion)
    return takers.isEmpty ? nil : takers.joined(separator: " ")
  }

  /// The stability of each type for each number of types.
  var stabilityTable: Table {
    let rows = table.rows.flatMap { evidence in (0..<evidence.clusters).map { (evidence, $0) } }
    return Table(
      "stability",
      [
        Column("k", .integer(rows.map(\.0.clusters)), description: "Number of types."),
        Column("type", .text(rows.map { letter($0.1, of: $0.0.clusters) }), description: "The type, \(divisionNote)."),
        Column("size", .integer(rows.map { $0.0.fit.partition.sizes[$0.1] }), description: "Number of units."),
        Column(
          "silhouette", .number(rows.map { $0.0.clusters > 1 ? $0.0.silhouette.clusterMeans[$0.1] : nil }),
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
