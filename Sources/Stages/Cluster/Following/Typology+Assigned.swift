import Clustering
import Matrices
import Waves

extension Typology {
  /// Assigns units to the types of a saved model: each to the type with the nearest centroid, a tie going to the first letter.
  ///
  /// Types, centroids, their stability and the choice of their number are those of the model; how well the units fit
  /// them, and how surely, is measured. A type that no unit goes to is left out, and its letter stays in use.
  ///
  /// - Parameters:
  ///   - features: The units with the features of the model, in its order and its scale.
  ///   - saved: The model.
  ///   - settings: The settings.
  ///   - seed: The seed of what is drawn further on.
  init?(assigning features: FeatureTable, to saved: SavedModel, _ settings: ClusterSettings, seed: UInt64) async {
    let model = saved.model
    let labels = nearestCentroids(of: features.values, to: model.centroids)
    let present = model.types.indices.filter { labels.contains($0) }
      .sorted { isBeforeInLetters(model.types[$0].type, model.types[$1].type) }
    let partition = Partition(
      keeping: labels.map { present.firstIndex(of: $0) ?? 0 }, clusters: present.count)
    let coefficients = present.compactMap { model.types[$0].jaccard }
    let centroids = Matrix(present.map { model.centroids.row($0) })
    let evidence = Evidence(
      assigned: features.values, partition, centroids: centroids,
      stability: coefficients.count == present.count ? Stability(jaccard: coefficients) : nil)
    let table = EvidenceTable(rows: [evidence], gap: nil)
    let decision = ChoiceDecision(clusters: present.count, reason: model.choice.sentence)
    guard let choice = table.choose(by: ChoiceCriteria(decision: decision)) else { return nil }
    let sets =
      saved.centroidSets?.selecting(present)
      ?? CentroidSets(count: 1, clusters: present.count, columns: centroids.columns, values: centroids.values)
    let joint = await sets.joint(of: features.values, replicates: features.replicates)
    self.init(
      features: features, table: table, choice: choice, evidence: evidence, joint: joint,
      certainties: await memberCertainties(of: features, evidence.fit, joint, CertaintyThresholds()), seed: seed,
      box: settings.search(seed: seed).box)
    letters = present.map { model.types[$0].type }
    lettersUsed = (model.lettersUsed ?? model.types.map(\.type)).sorted(by: isBeforeInLetters)
    published = model
  }

  /// The published types that no unit goes to, by their letters; none when types were searched.
  var abandonedLetters: [String] {
    published.map { model in model.types.map(\.type).filter { !letters.contains($0) } } ?? []
  }
}
