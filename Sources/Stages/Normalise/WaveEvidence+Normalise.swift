import Estimation
import Normalisation
import Survey

extension NormalisedUnits.Input {
  /// What is known of the wave, of everything that its uses may ask for.
  func evidence(
    _ design: UnitDesign, _ estimates: SurveyEstimates, _ reliability: SurveyReliability,
    _ nonResponse: ItemNonResponse, units sizes: [Int]
  ) -> WaveEvidence {
    let used = usedNames
    let agreement = estimates.agreement.lines.filter {
      used.clustered.contains($0.isIndex ? "index." + $0.name : "question." + $0.name)
    }
    let several = reliability.indices.filter { used.indices.contains($0.index) && $0.items.count > 1 }
    return WaveEvidence(
      units: design.weights.count, population: design.population, respondents: wave.respondents.count,
      respondentsOfUnit: sizes, respondentsOfCell: respondentsOfCells(sizes, estimates),
      alphas: several.map { WaveEvidence.Value($0.index, $0.alpha) },
      unitReliabilities: agreement.map { WaveEvidence.Value($0.name, $0.agreement.meanReliability) },
      nonResponse: nonResponse.lines.filter { used.questions.contains($0.question) }
        .map { WaveEvidence.Value($0.question, $0.rate) },
      hasConverged: settings.estimation.weighting == nil ? nil : design.diagnostics.converged,
      designEffects: estimates.lines.filter { $0.estimand == .units && $0.by == nil }
        .map { WaveEvidence.Value($0.question, $0.estimate.designEffect) },
      hasEarlierWave: settings.features.fit.mode == .refit ? false : earlier != nil)
  }

  /// The number of respondents in each cell of each classification that a use looks at.
  private func respondentsOfCells(_ sizes: [Int], _ estimates: SurveyEstimates) -> [String: [WaveEvidence.Value]] {
    guard let register else { return [:] }
    let codes = Set(wave.units).sorted()
    var counts: [String: [WaveEvidence.Value]] = [:]
    for classification in settings.estimation.classes {
      let classes = register.classes(classification, of: codes)
      var sums = [Int](repeating: 0, count: classes.cells.count)
      for (unit, cell) in classes.cellOfUnit.enumerated() { sums[cell] += sizes[unit] }
      counts[classification.name] = zip(classes.cells, sums).map { WaveEvidence.Value($0, Double($1)) }
    }
    return counts
  }

  /// The names of what the features rest on.
  private var usedNames: (clustered: Set<String>, indices: Set<String>, questions: Set<String>) {
    var clustered: Set<String> = []
    var indices: Set<String> = []
    var questions: Set<String> = []
    for feature in settings.features.features {
      if feature.use == .cluster, let source = feature.source { clustered.insert(source.text) }
      switch feature.source {
      case .index(let name):
        indices.insert(name)
        questions.formUnion(codebook.items(of: name).map(\.name))
      case .question(let name): questions.insert(name)
      case .group(let name): questions.formUnion(codebook.options(of: name).map(\.name))
      case .register, nil: break
      }
    }
    return (clustered, indices, questions)
  }
}
