import Clustering
import Diagnostics
import Matrices
import Tables

/// What other methods make of the same units, with the same number of types.
struct SecondOpinions {
  /// In words, how far two divisions agree, by the adjusted Rand index.
  ///
  /// > Steinley, D. (2004). Properties of the Hubert-Arabie adjusted Rand index. doi:10.1037/1082-989X.9.3.386
  enum Verdict: String {
    /// From 0.9 on.
    case excellent
    /// From 0.8 to below 0.9.
    case good
    /// From 0.65 to below 0.8.
    case moderate
    /// Below 0.65.
    case poor

    init(adjustedRandIndex index: Double) {
      switch index {
      case 0.9...: self = .excellent
      case 0.8...: self = .good
      case 0.65...: self = .moderate
      default: self = .poor
      }
    }
  }

  /// What one method says.
  struct Opinion {
    var method: String
    /// What the method is and looks at, within an English sentence.
    var wording: String
    var partition: Partition
    var agreement: ContingencyTable
    var moved: [Int]

    var verdict: Verdict { Verdict(adjustedRandIndex: agreement.adjustedRandIndex) }
  }

  let opinions: [Opinion]
  /// What stood in the way of asking.
  let findings: [Finding]

  /// Asks both methods; no method when there are more units than all mutual dissimilarities are kept of.
  init(_ typology: Typology, _ answers: MixedAnswers) async {
    let features = typology.features.values
    guard features.rows <= Dissimilarities.limit else {
      opinions = []
      findings = [tooManyForSecondOpinions(features.rows)]
      return
    }
    let partition = typology.evidence.fit.partition
    let found = await inParallel(count: 2) { method in
      method == 0
        ? Medoids(clusters: partition.clusters).fit(Dissimilarities(gower: answers.columns)).partition
        : wardTree(of: features).partition(into: partition.clusters)
    }
    let methods = [
      ("pam-gower", "medoids on Gower dissimilarities of the answers"), ("ward", "Ward's method on the features"),
    ]
    opinions = zip(methods, found).map { method, division in
      Opinion(
        method: method.0, wording: method.1, partition: division, agreement: ContingencyTable(partition, division),
        moved: partition.rowsThatDiffer(from: division))
    }
    findings = []
  }

  /// The agreement of each method with the typology.
  var table: Table {
    Table(
      "second-opinions",
      [
        Column(
          "method", .text(opinions.map(\.method)),
          description:
            "pam-gower: medoids on Gower dissimilarities of the answers behind the features, categories as categories, gaps "
            + "left out, each feature weighed so that its part of the mean dissimilarity is its share of the variance (a file of "
            + "features alone: all columns as numbers, equal weights). ward: Ward's method on the features."),
        Column("k", .integer(opinions.map(\.partition.clusters)), description: "Number of types, as chosen."),
        Column(
          "ari", .number(opinions.map(\.agreement.adjustedRandIndex)),
          description: "Adjusted Rand index with the typology (Hubert and Arabie 1985); 1 is the same division."),
        Column(
          "ami", .number(opinions.map(\.agreement.adjustedMutualInformation)),
          description: "Adjusted mutual information, arithmetic mean of the entropies (Vinh, Epps and Bailey 2010)."),
        Column(
          "vi", .number(opinions.map(\.agreement.variationOfInformation)),
          description: "Variation of information in nats (Meila 2007); 0 is the same division."),
        Column(
          "vi_share", .number(opinions.map(\.agreement.normalisedVariation)),
          description: "The same as a share of the logarithm of the number of units, the most that is possible."),
        Column(
          "moved", .integer(opinions.map(\.moved.count)),
          description: "Units in another type, after the types of both are matched."),
        Column(
          "verdict", .text(opinions.map(\.verdict.rawValue)),
          description: "excellent from an ARI of .9, good from .8, moderate from .65, else poor (Steinley 2004)."),
      ])
  }

  /// The verdict in one English sentence; `nil` when no method was asked.
  var sentence: String? {
    guard !opinions.isEmpty else { return nil }
    let parts = opinions.map { opinion in
      let index = (opinion.agreement.adjustedRandIndex * 100).rounded() / 100
      return "\(opinion.wording) agrees \(opinion.verdict.adverb) (adjusted Rand index \(plainText(index)), "
        + "\(opinion.moved.count) of \(opinion.partition.rows) units in another type)"
    }
    return parts.joined(separator: "; ")
  }
}

extension SecondOpinions.Verdict {
  fileprivate var adverb: String {
    switch self {
    case .excellent: "excellently"
    case .good: "well"
    case .moderate: "moderately"
    case .poor: "poorly"
    }
  }
}

private func tooManyForSecondOpinions(_ units: Int) -> Finding {
  Finding(
    .note, rule: "no-second-opinion", value: String(units),
    message:
      "other methods were not asked: they need all mutual dissimilarities of the units, and there are \(units), more "
      + "than \(Dissimilarities.limit)",
    mend: "to compare methods, run 'koers-cluster' on a sample of the units")
}
