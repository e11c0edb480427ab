import Clustering
import Diagnostics
import Matrices
import Tables

/// The types that were found among units, with all evidence: everything that the stage cluster writes, as values.
struct Typology {
  let features: FeatureTable
  let table: EvidenceTable
  let choice: Choice
  let evidence: Evidence
  /// The share of replicates in which each type is the nearest, units × types, if there are replicates.
  let shares: Matrix?
  let seed: UInt64
  /// The box from which the references of the gap statistic were drawn.
  let box: GapBox

  /// Searches, chooses and measures; `nil` when the number that a person decided on was not searched, which the settings
  /// rule out.
  init?(_ features: FeatureTable, _ settings: ClusterSettings, seed: UInt64) async {
    let table = await settings.search(seed: seed).run(features.values)
    guard let choice = table.choose(by: settings.criteria), let evidence = table[choice.clusters] else { return nil }
    self.features = features
    self.table = table
    self.choice = choice
    self.evidence = evidence
    self.seed = seed
    box = settings.search(seed: seed).box
    shares = await features.replicates?.sharesNearest(to: evidence.fit.centroids)
  }

  /// The share of replicates in which each unit is nearest to its own type.
  var certainties: [Double?] {
    evidence.fit.partition.labels.enumerated().map { row, label in shares.map { $0[row, label] } }
  }

  /// What a reader of the log should know about the choice.
  var findings: [Finding] {
    var findings: [Finding] = []
    switch choice.basis {
    case .rule, .decision: break
    case .leastBad:
      findings.append(
        Finding(
          .warning, rule: "no-number-meets-the-rule", message: choice.sentence,
          mend: "look at evidence.csv; relax the rule, or decide with 'types: {choose: ..., reason: ...}'"))
    case .standIn:
      findings.append(
        Finding(
          .warning, rule: "quick-evidence", message: choice.sentence,
          mend: "use 'evidence: full' before anything is published"))
    }
    if choice.basis == .decision, !choice.eligible.contains(choice.clusters) {
      findings.append(
        Finding(
          .warning, rule: "type-too-small",
          message: "with \(choice.clusters) types the smallest has \(evidence.smallest) units, fewer than the "
            + "\(choice.criteria.smallest) that are asked for",
          mend: "lower 'smallest', or choose another number"))
    }
    if evidence.fit.census.hits == 1 && evidence.fit.census.starts > 1 {
      findings.append(
        Finding(
          .warning, rule: "found-once",
          message:
            "the best division into \(choice.clusters) types was found by one of \(evidence.fit.census.starts) starts, "
            + "so that a better one may exist",
          mend: "raise 'starts'"))
    }
    return findings
  }

  /// The typology as later stages use it.
  var model: ClusterModel {
    let fit = evidence.fit
    let certainties = certainties
    let types = (0..<evidence.clusters).map { type in
      ClusterModel.TypeModel(
        type: typeLetter(type), size: fit.partition.sizes[type], silhouette: evidence.silhouette.clusterMeans[type],
        certainty: fit.partition.members(of: type).compactMap { certainties[$0] }.mean,
        jaccard: evidence.stability?.jaccard[type], grade: evidence.stability?.grades[type].rawValue,
        centroid: fit.centroids.row(type))
    }
    return ClusterModel(
      features: features.features, seed: seed, units: features.units.count,
      replicates: features.replicates?.count ?? 0, sse: fit.inertia, silhouette: evidence.silhouette.mean,
      types: types, choice: ClusterModel.Chosen(choice), search: ClusterModel.Search(fit.census))
  }
}

// MARK: - Tables

extension Typology {
  /// The types of the units.
  var typeTable: Table {
    let members = memberships(of: features.values, evidence.fit.partition, centroids: evidence.fit.centroids)
    return Table(
      "types",
      [
        Column("unit", .text(features.units), description: "Code of the unit."),
        Column("type", .text(members.map { typeLetter($0.cluster) }), description: "Its type, A the largest."),
        Column(
          "distance", .number(members.map(\.distance)), description: "Euclidean distance to the centroid of its type."),
        Column(
          "next_type", .text(members.map { $0.nextCluster.map(typeLetter) }),
          description: "The other type whose centroid is nearest."),
        Column("next_distance", .number(members.map(\.nextDistance)), description: "The distance to that centroid."),
        Column(
          "silhouette", .number(evidence.silhouette.widths),
          description: "Silhouette width, from -1 to 1; 0 for the only unit of a type."),
        Column(
          "certainty", .number(certainties),
          description: "Share of replicates in which the unit is nearest to the centroid of its own type."),
      ])
  }

  /// The share of replicates in which each unit is nearest to each type; only shares above zero.
  var membershipTable: Table? {
    guard let shares else { return nil }
    let pairs = (0..<shares.rows).flatMap { row in (0..<shares.columns).map { (row, $0) } }
      .filter { shares[$0.0, $0.1] > 0 }
    return Table(
      "memberships",
      [
        Column("unit", .text(pairs.map { features.units[$0.0] }), description: "Code of the unit."),
        Column("type", .text(pairs.map { typeLetter($0.1) }), description: "A type."),
        Column(
          "share", .number(pairs.map { shares[$0.0, $0.1] }),
          description: "Share of replicates in which the unit is nearest to the centroid of the type."),
      ])
  }

  /// The evidence for each number of types.
  var evidenceTable: Table {
    let rows = table.rows
    func numbers(_ name: String, _ description: String, _ value: (Evidence) -> Double?) -> Column {
      Column(name, .number(rows.map(value)), description: description)
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
          description: "dissolved below .5, doubtful below .6, pattern below .75, stable below .85, else highly-stable."
        ),
      ])
  }

  /// The best optima for each number of types, at most ten of each.
  var optimaTable: Table {
    var rows: [(evidence: Evidence, rank: Int, optimum: Census.Optimum, moved: [Int])] = []
    for evidence in table.rows {
      for (rank, optimum) in evidence.fit.census.optima.prefix(10).enumerated() {
        rows.append((evidence, rank + 1, optimum, evidence.fit.partition.rowsThatDiffer(from: optimum.partition)))
      }
    }
    return Table(
      "optima",
      [
        Column("k", .integer(rows.map(\.evidence.clusters)), description: "Number of types."),
        Column("optimum", .integer(rows.map(\.rank)), description: "Rank by the sum of squares, at most ten."),
        Column("sse", .number(rows.map(\.optimum.inertia)), description: "Sum of squared distances to the centroids."),
        Column(
          "above_best",
          .number(
            rows.map { $0.evidence.fit.inertia > 0 ? $0.optimum.inertia / $0.evidence.fit.inertia - 1 : 0 }),
          description: "How much higher than the best, as a share."),
        Column("hits", .integer(rows.map(\.optimum.hits)), description: "Starts that ended here."),
        Column(
          "moved", .integer(rows.map(\.moved.count)), description: "Units that it puts in another type than the best."),
        Column(
          "units", .text(rows.map { row in row.moved.map { features.units[$0] }.joined(separator: " ") }),
          description: "These units."),
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
