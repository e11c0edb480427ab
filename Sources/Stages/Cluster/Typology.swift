import Clustering
import Diagnostics
import Matrices
import Waves

/// The types that were found among units, with all evidence: everything that the stage cluster writes, as values.
struct Typology {
  let features: FeatureTable
  var table: EvidenceTable
  let choice: Choice
  var evidence: Evidence
  /// The types that units get when units and respondents are redrawn together.
  var joint: JointReplicates
  /// How sure each unit's type is, and why.
  var certainties: [MemberCertainty]
  let seed: UInt64
  /// The box from which the references of the gap statistic were drawn.
  let box: GapBox
  /// The letters of the types, in their order.
  var letters: [String]
  /// All letters that types ever had, these included.
  var lettersUsed: [String]
  /// The model of an earlier wave that the units were assigned to; `nil` for types that were searched.
  var published: ClusterModel?

  /// Searches, chooses and measures; `nil` when the number that a person decided on was not searched, which the settings
  /// rule out.
  ///
  /// What every start found is taken from `divisions` when it is known.
  init?(
    _ features: FeatureTable, _ settings: ClusterSettings, seed: UInt64, divisions: [[Partition]]? = nil
  ) async {
    let table = await settings.search(seed: seed).run(features.values, divisions: divisions)
    guard let choice = table.choose(by: settings.criteria), let evidence = table[choice.clusters] else { return nil }
    let joint = await JointReplication(seed: seed).draw(
      features.values, evidence.fit.partition, values: features.replicates)
    self.init(
      features: features, table: table, choice: choice, evidence: evidence, joint: joint,
      certainties: await memberCertainties(of: features, evidence.fit, joint, CertaintyThresholds()), seed: seed,
      box: settings.search(seed: seed).box)
  }

  /// Creates a typology from what was measured, under the letters of a first wave.
  init(
    features: FeatureTable, table: EvidenceTable, choice: Choice, evidence: Evidence, joint: JointReplicates,
    certainties: [MemberCertainty], seed: UInt64, box: GapBox
  ) {
    self.features = features
    self.table = table
    self.choice = choice
    self.evidence = evidence
    self.joint = joint
    self.certainties = certainties
    self.seed = seed
    self.box = box
    letters = (0..<evidence.clusters).map(typeLetter)
    lettersUsed = letters
  }

  /// From where on each grade of certainty is given.
  var thresholds: CertaintyThresholds { CertaintyThresholds() }

  /// What a reader of the log should know.
  var findings: [Finding] {
    // Of types of an earlier wave everything was said then.
    if published != nil { return [] }
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
        type: letter(type), size: fit.partition.sizes[type], silhouette: evidence.silhouette.clusterMeans[type],
        certainty: fit.partition.members(of: type).map { certainties[$0].joint }.mean,
        jaccard: evidence.stability?.jaccard[type], grade: evidence.stability?.grades[type].rawValue,
        centroid: fit.centroids.row(type), reach: distances.max(), usualReach: distances.quantile(0.95))
    }
    return ClusterModel(
      features: features.features, seed: seed, units: features.units.count,
      replicates: features.replicates?.count ?? 0, sse: fit.inertia, silhouette: evidence.silhouette.mean,
      types: types, choice: published?.choice ?? ClusterModel.Chosen(choice),
      search: published?.search ?? ClusterModel.Search(fit.census),
      certainty: ClusterModel.Certainty(joint, certainties.map(\.grade), thresholds, of: features.replicates),
      lettersUsed: lettersUsed == letters ? nil : lettersUsed)
  }
}
