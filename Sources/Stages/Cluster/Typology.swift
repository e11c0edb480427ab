import Clustering
import Diagnostics
import Matrices
import Waves

/// The types that were found among units, with all evidence: everything that the stage cluster writes, as values.
struct Typology {
  let features: FeatureTable
  let table: EvidenceTable
  let choice: Choice
  let evidence: Evidence
  /// The types that units get when units and respondents are redrawn together.
  let joint: JointReplicates
  /// How sure each unit's type is, and why.
  let certainties: [MemberCertainty]
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
    joint = await JointReplication(seed: seed).draw(
      features.values, evidence.fit.partition, values: features.replicates)
    certainties = await memberCertainties(of: features, evidence.fit, joint, CertaintyThresholds())
  }

  /// From where on each grade of certainty is given.
  var thresholds: CertaintyThresholds { CertaintyThresholds() }

  /// What a reader of the log should know.
  var findings: [Finding] {
    var findings = choiceFindings
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
    let types = (0..<evidence.clusters).map { type in
      let distances = fit.partition.members(of: type).map { certainties[$0].membership.distance }
      return ClusterModel.TypeModel(
        type: typeLetter(type), size: fit.partition.sizes[type], silhouette: evidence.silhouette.clusterMeans[type],
        certainty: fit.partition.members(of: type).map { certainties[$0].joint }.mean,
        jaccard: evidence.stability?.jaccard[type], grade: evidence.stability?.grades[type].rawValue,
        centroid: fit.centroids.row(type), reach: distances.max(), usualReach: distances.quantile(0.95))
    }
    return ClusterModel(
      features: features.features, seed: seed, units: features.units.count,
      replicates: features.replicates?.count ?? 0, sse: fit.inertia, silhouette: evidence.silhouette.mean,
      types: types, choice: ClusterModel.Chosen(choice), search: ClusterModel.Search(fit.census),
      certainty: ClusterModel.Certainty(joint, certainties.map(\.grade), thresholds, of: features.replicates))
  }
}
