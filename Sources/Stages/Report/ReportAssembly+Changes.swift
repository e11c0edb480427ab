import Artefacts
import Diagnostics
import Estimation
import Files
import Matrices
import Normalisation
import Registers
import Reporting
import Settings
import Strategies
import Survey
import Tables
import Texts
import Waves

// What changed since the earlier wave.

extension ReportAssembly {
  /// Compares this wave with an earlier one.
  ///
  /// - Parameters:
  ///   - earlier: The earlier wave.
  ///   - wave: This wave.
  ///   - units: Its units.
  ///   - register: The register on its date.
  /// - Returns: What changed.
  /// - Throws: ``Diagnostics/Failure`` with status 65 when the earlier wave lacks a column, or was made of simulated answers
  ///   and this one of real ones.
  func changeFacts(
    _ earlier: LastWave, _ wave: WaveFacts, _ units: [UnitFacts], _ register: RegisterOnDate?
  ) throws(Failure) -> ChangeFacts {
    if earlier.normalise.run.simulated && !normalise.run.simulated {
      throw Failure(
        .badData, rule: "simulated-earlier", at: Place(file: earlier.normalise.path), value: earlier.name,
        message: "the answers of the wave '\(earlier.name)' are simulated, and those of '\(wave.name)' are not",
        mend: "compare with a wave of real answers")
    }
    let (estimates, notCompared) = try estimateChanges(earlier, wave)
    let pairs = try UnitPairs(earlier, self, units, register)
    let correspondence = try typeCorrespondence(earlier, pairs)
    let movements = pairs.movements(correspondence)
    return ChangeFacts(
      earlier: WaveFacts(name: earlier.name, date: earlier.date.iso), estimates: estimates, notCompared: notCompared,
      unitsInBoth: pairs.inBoth,
      types: try earlierTypes(earlier, correspondence), origins: correspondence.origins.map(OriginFacts.init),
      flows: correspondence.shared, movements: movements,
      hasSameFeatures: try featureNames(normalise) == featureNames(earlier.normalise),
      comparison: try comparisonFacts(earlier, wave, movers: movements.movers.map(\.code), units))
  }

  /// Returns which types those of the earlier wave are: as cluster found it when it followed that wave, else by the units in
  /// both.
  ///
  /// The units that two types share are always those of which both waves publish the type.
  private func typeCorrespondence(_ earlier: LastWave, _ pairs: UnitPairs) throws(Failure) -> TypeCorrespondence {
    let (before, now) = (earlier.members.ids, members.ids)
    let counted = TypeCorrespondence(pairs.earlier, pairs.now, types: (earlier: before.count, now: now.count))
    guard cluster.run.parameter("earlier_wave") == earlier.name,
      let table = try cluster.tableIfPresent("correspondence"), !before.isEmpty
    else { return counted }
    var relations = before.map { _ in now.map { _ in TypeCorrespondence.Relation?.none } }
    let (from, to) = (table["type_before"]?.texts ?? [], table["type_now"]?.texts ?? [])
    for (row, fate) in (table["fate"]?.texts ?? []).enumerated() {
      guard let relation = fate.flatMap(TypeCorrespondence.Relation.init), let first = from[row], let last = to[row],
        let earlier = before.firstIndex(of: first), let type = now.firstIndex(of: last)
      else { continue }
      relations[earlier][type] = relation
    }
    return TypeCorrespondence(counted.shared, relations: relations)
  }

  private func featureNames(_ folder: ArtefactFolder) throws(Failure) -> [String] {
    try folder.json("features.json", as: FittedTransform.self).features.filter { $0.use == .cluster }.map(\.name)
  }

  // MARK: Types

  private func earlierTypes(
    _ earlier: LastWave, _ correspondence: TypeCorrespondence
  ) throws(Failure) -> [EarlierTypeFacts] {
    let disclosure = TypeDisclosure(
      earlier.members.codes, respondents: earlier.respondents, leastShown: publish.unitTypeMinimum,
      DisclosureControl(minimum: publish.cellMinimum))
    let given = names.names(for: earlier.members)
    let strategies = try EarlierStrategies(earlier.match, catalogue)
    let total = disclosure.counted.reduce(0) { $0 + $1.count }
    return earlier.members.ids.enumerated().map { index, letter in
      let size = disclosure.counted[index].count
      return EarlierTypeFacts(
        letter: letter, name: given[index].map(Wording.init), size: size, share: Double(size) / Double(max(1, total)),
        strategy: disclosure.tells(index) ? strategies[letter] : nil,
        fate: EarlierTypeFacts.Fate(correspondence.fates[index]))
    }
  }

  // MARK: Estimates

  /// The estimates that both waves published of questions in the same words, and the questions in other words.
  private func estimateChanges(
    _ earlier: LastWave, _ wave: WaveFacts
  ) throws(Failure) -> ([EstimateChange], [Wording]) {
    let comparable = try ComparableQuestions([earlier.name, wave.name], pipeline, codebook)
    let section = try pipeline.normalise
    let before = try EstimateLines(
      PublishableTables(
        earlier.normalise, codebook, section.fitness.data, DisclosureControl(minimum: publish.cellMinimum)
      ).table("estimates"))
    let now = try EstimateLines(publishable.table("estimates"))
    var changes: [EstimateChange] = []
    var notCompared: [Wording] = []
    for key in now.keys where !isMirrored(key, now) {
      guard let words = resultFacts(key, nil, now), before.estimate(key, .respondents) != nil else { continue }
      guard comparable.contains(key.question, isIndex: now.indices.contains(key.question)) else {
        let question = words.isOption ? words.answer ?? words.question : words.question
        if !notCompared.contains(question) { notCompared.append(question) }
        continue
      }
      for estimand in EstimandFacts.allCases {
        guard let then = before.estimate(key, estimand), let since = now.estimate(key, estimand) else { continue }
        changes.append(change(key, words, estimand, then, since))
      }
    }
    return (corrected(changes), notCompared)
  }

  /// Whether an answer is the second of two that everybody chooses between, and so tells nothing that the first does not.
  private func isMirrored(_ key: EstimateLines.Key, _ lines: EstimateLines) -> Bool {
    guard codebook[key.question]?.kind == .category, !lines.indices.contains(key.question) else { return false }
    let answers = lines.keys.filter { $0.question == key.question }
    return answers.count == 2 && answers[1] == key
  }

  private func change(
    _ key: EstimateLines.Key, _ words: ResultFacts, _ estimand: EstimandFacts, _ before: EstimateFacts,
    _ now: EstimateFacts
  ) -> EstimateChange {
    var change = EstimateChange(
      name: key.question, codes: key.answer, result: words, estimand: estimand, before: before, now: now,
      difference: now.value - before.value)
    guard let then = before.occasion, let since = now.occasion else { return change }
    let difference = EstimateDifference(from: then, to: since)
    change.difference = difference.value
    change.low = difference.low
    change.high = difference.high
    change.probability = difference.probability
    return change
  }

  /// The changes with Holm's correction for all of one way of counting.
  private func corrected(_ changes: [EstimateChange]) -> [EstimateChange] {
    var changes = changes
    for estimand in EstimandFacts.allCases {
      let tested = changes.indices.filter { changes[$0].estimand == estimand && changes[$0].probability != nil }
      let probabilities = holmCorrected(tested.map { changes[$0].probability ?? 1 })
      for (index, probability) in zip(tested, probabilities) {
        changes[index].corrected = probability
        changes[index].isChanged = probability.roundedToGrid < 0.05
      }
    }
    return changes
  }
}

extension EstimateFacts {
  /// The estimate with its interval; `nil` when it has none.
  fileprivate var occasion: EstimateDifference.Occasion? {
    guard let low, let high else { return nil }
    return EstimateDifference.Occasion(value, low: low, high: high)
  }
}

extension OriginFacts {
  fileprivate init(_ origin: TypeCorrespondence.Origin) {
    self =
      switch origin {
      case .kept(let from): .kept(from: from)
      case .split(let from): .split(from: from)
      case .merged(let parts): .merged(of: parts)
      case .new: .new
      }
  }
}

extension EarlierTypeFacts.Fate {
  fileprivate init(_ fate: TypeCorrespondence.Fate) {
    self =
      switch fate {
      case .kept(let type): .kept(as: type)
      case .split(let parts): .split(into: parts)
      case .merged(let type): .merged(into: type)
      case .retired: .retired
      }
  }
}

/// Which strategy fitted each type of an earlier wave, by the names that the catalogue has now.
private struct EarlierStrategies {
  private var strategies: [String: EarlierTypeFacts.Strategy] = [:]

  init(_ match: ArtefactFolder, _ catalogue: Catalogue) throws(Failure) {
    let table = try match.table("ranking")
    let types = try table.texts("type")
    let ids = try table.texts("strategy")
    let verdicts = try table.texts("verdict")
    for row in types.indices {
      // A strategy that the catalogue has no more goes by its identifier.
      let name = catalogue.strategies.first { $0.id == ids[row] }.map { Wording($0.name) } ?? Wording(same: ids[row])
      switch (verdicts[row], strategies[types[row]]) {
      case ("clear", _): strategies[types[row]] = .clear(name)
      case ("contender", .contenders(let names)?): strategies[types[row]] = .contenders(names + [name])
      case ("contender", _): strategies[types[row]] = .contenders([name])
      default: break
      }
    }
  }

  subscript(type: String) -> EarlierTypeFacts.Strategy { strategies[type] ?? .none }
}
