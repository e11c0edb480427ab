import Artefacts
import Diagnostics
import Estimation
import Files
import Normalisation
import Reporting
import Survey
import Texts

// The typology as others may use it.

extension ReportAssembly {
  /// Returns the typology with what may be published of it.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65 when cluster and normalise do not know the same features.
  func publishedModel(of report: Report, in language: Language) throws(Failure) -> PublishedModel {
    let phrases = Phrases(language, units: report.unitWords)
    let model = try cluster.json("model.json", as: ClusterModel.self)
    let fitted = try scale(of: cluster, normalise)
    var features: [PublishedModel.Feature] = []
    for name in model.features {
      guard let position = fitted.position(of: name) else { throw otherFeatures(name) }
      features.append(published(fitted.features[position], phrases))
    }
    let types = report.types.enumerated().map { index, facts in
      published(facts, of: report, model.types.first { $0.type == facts.letter }, tells: index, phrases)
    }
    return PublishedModel(
      notice: report.simulated ? phrases.capitalised(phrases.simulated) : nil, title: report.title[language],
      pipeline: pipeline.name, wave: report.wave.name, date: report.wave.date,
      program: "koers \(ProgramVersion.current)", language: language.rawValue, use: phrases.modelUse,
      complete: features.allSatisfy { $0.fit != nil } && types.allSatisfy { $0.centroid != nil }, units: model.units,
      seed: model.seed,
      choice: PublishedModel.Choice(types: model.choice.types, rule: model.choice.rule, basis: model.choice.basis),
      features: features, types: types)
  }

  private func published(_ feature: FittedFeature, _ phrases: Phrases) -> PublishedModel.Feature {
    let withheld = reasonToWithhold(feature, phrases)
    let isPublic = isOfRegister(feature)
    let fit = PublishedModel.Fit(
      missing: isPublic ? feature.imputation : threeDigits(feature.imputation), low: feature.winsorised?.low,
      high: feature.winsorised?.high, values: feature.ranks?.values, places: feature.ranks?.places,
      centre: feature.centre, spread: feature.spread)
    return PublishedModel.Feature(
      name: feature.name, feature: feature.feature, level: feature.level,
      label: Wording(feature.label)[phrases.language], block: feature.block, source: feature.source,
      share: feature.share, coding: feature.coding?.kind.rawValue, transform: feature.transform.rawValue,
      scaling: feature.scaling.rawValue, weight: feature.weight, fit: withheld == nil ? fit : nil, withheld: withheld)
  }

  /// Why what was fitted of a feature could tell of single units or few people; `nil` when it could not.
  ///
  /// What comes from the register is public. Of what was answered, means and spreads over all units are told; the least
  /// and greatest value, and the values of ranks, are answers of single units.
  private func reasonToWithhold(_ feature: FittedFeature, _ phrases: Phrases) -> String? {
    if isOfRegister(feature) { return nil }
    if !isPublished(feature) { return phrases.withheldUnpublished }
    if feature.scaling == .range || feature.ranks != nil { return phrases.withheldSingleUnits }
    if feature.coding?.kind == .ridit { return phrases.withheldScores }
    if feature.transform == .oneHot {
      let having = feature.centre * Double(members.placing.count)
      let fewest = min(having, Double(members.placing.count) - having)
      if fewest.rounded() < Double(DisclosureControl(minimum: publish.cellMinimum).leastUnits) {
        return phrases.withheldFew
      }
    }
    return nil
  }

  private func isOfRegister(_ feature: FittedFeature) -> Bool {
    if case .register? = ValueSource(feature.source) { true } else { false }
  }

  /// Whether the codebook lets figures be published about every question behind a feature.
  private func isPublished(_ feature: FittedFeature) -> Bool {
    let questions: [Question] =
      switch ValueSource(feature.source) {
      case .index(let name): codebook.items(of: name)
      case .question(let name): [codebook[name]].compactMap { $0 }
      case .group(let name): codebook.questions.filter { $0.group == name }
      case .register, nil: []
      }
    return !questions.isEmpty && questions.allSatisfy(\.publish)
  }

  private func published(
    _ facts: TypeFacts, of report: Report, _ model: ClusterModel.TypeModel?, tells index: Int, _ phrases: Phrases
  ) -> PublishedModel.TypeEntry {
    let isTold = typeDisclosure.tells(index)
    var entry = PublishedModel.TypeEntry(
      letter: facts.letter, name: facts.name[phrases.language], size: facts.size, share: facts.share,
      verdict: "none", centroid: isTold ? model?.centroid : nil, withheld: isTold ? nil : phrases.withheldType)
    switch facts.verdict {
    case .clear(let strategy):
      entry.verdict = "clear"
      entry.strategy = report.strategies[strategy].id
      entry.strategyName = report.strategies[strategy].name[phrases.language]
    case .contenders: entry.verdict = "contested"
    case .none: break
    }
    return entry
  }

  private func otherFeatures(_ name: String) -> Failure {
    Failure(
      .badData, rule: "other-features", at: Place(file: joinPath(cluster.path, "model.json")), value: name,
      message: "the typology rests on the feature '\(name)', which normalise did not make",
      mend: "run 'koers-cluster' anew on what 'koers-normalise' left")
  }
}
