import Artefacts
import Diagnostics
import Estimation
import Normalisation
import Registers
import Reporting
import Settings
import Strategies
import Survey
import Tables
import Texts

/// What the stages left of a wave, as far as a story needs it, read once.
struct StorySources {
  let pipeline: Pipeline
  let wave: WaveDescription
  let folders: StoryFolders
  let language: Language
  let codebook: Codebook
  /// The catalogue, weighted as match weighed it.
  let catalogue: Catalogue
  let settings: NormaliseSettings
  let matching: MatchSettings
  /// The features with everything that was fitted.
  let transform: FittedTransform
  /// The table `units` of normalise: raw values.
  let units: Table
  /// The table `units-ledger` of normalise: every unit of the register.
  let ledger: Table
  /// The scaled features.
  let features: StoryFeatures
  /// The table `types` of cluster.
  let typeTable: Table
  let members: TypeMembers
  /// For each type the name that people gave, or the one that the program suggests.
  let typeNames: [String]
  let matched: MatchedTypes

  init(pipeline: Pipeline, wave: WaveDescription, folders: StoryFolders, language: Language) throws(Failure) {
    self.pipeline = pipeline
    self.wave = wave
    self.folders = folders
    self.language = language
    codebook = try readCodebook(pipeline.codebook)
    settings = try pipeline.normalise
    matching = try pipeline.match
    transform = try folders.normalise.json("features.json", as: FittedTransform.self)
    units = try folders.normalise.table("units")
    ledger = try folders.normalise.table("units-ledger")
    features = try StoryFeatures(folders.normalise.table("features"), transform)
    typeTable = try folders.cluster.table("types")
    members = try TypeMembers(folders.cluster)
    let declared = try readCatalogue(pipeline.catalogue)
    let group = try matching.weightsFile.map { [matching] path throws(Failure) in
      try readWeights(pipeline.path(path), catalogue: declared, consistency: matching.consistency)
    }
    catalogue = group.map { declared.weighted(by: $0.combined) } ?? declared
    matched = try MatchedTypes(folders.match, catalogue)
    let names = try pipeline.typeNames.map { path throws(Failure) in try TypeNames(path: path) }
    let given = names?.names(for: members) ?? members.codes.map { _ in nil }
    typeNames = zip(members.codes, given).map { [features] codes, name in
      (name.map(Wording.init) ?? features.suggestedName(of: codes))[language]
    }
  }

  /// A text in the language of the story.
  func text(_ text: LocalText) -> String { Wording(text)[language] }

  /// The units that answered, by the column `unit` and, where there is one, `name`.
  func answering() throws(Failure) -> [NamedCode] {
    let codes = try units.texts("unit")
    let names = units["name"]?.texts ?? codes.map { Optional($0) }
    return zip(codes, names).map { NamedCode(code: $0, name: $1 ?? $0) }
  }

  /// What a type is called.
  func typeName(_ type: Int) -> UnitStory.TypeName {
    UnitStory.TypeName(letter: members.ids[type], name: typeNames[type], size: members.codes[type].count)
  }

  /// What a strategy is called.
  func strategyName(_ strategy: Int) -> UnitStory.StrategyName {
    UnitStory.StrategyName(id: catalogue.strategies[strategy].id, name: text(catalogue.strategies[strategy].name))
  }

  /// What readers call a measured amount: a feature, an index, a criterion, or else its bare name.
  func label(of source: String) -> String {
    if let feature = transform.features.first(where: { $0.name == source }) { return text(feature.label) }
    if let index = codebook.indices.first(where: { $0.name == source }) { return text(index.label) }
    if let criterion = catalogue.criteria.first(where: { $0.source == source }) { return text(criterion.name) }
    return source
  }

  /// Which strategies come first for a type, and how surely.
  func verdict(of type: Int) -> UnitStory.Verdict {
    let ranking = matched.ranking(of: members.ids[type])
    func shares(_ strategies: [Int]) -> [Double] {
      strategies.map { strategy in ranking.first { $0.strategy == strategy }?.acceptability ?? 0 }
    }
    switch matched.verdict(of: members.ids[type]) {
    case .clear(let strategy):
      return UnitStory.Verdict(
        verdict: "clear", strategies: [strategyName(strategy)], acceptability: shares([strategy]))
    case .contenders(let strategies):
      return UnitStory.Verdict(
        verdict: "contested", strategies: strategies.map(strategyName), acceptability: shares(strategies))
    case .none: return UnitStory.Verdict(verdict: "none", strategies: [], acceptability: [])
    }
  }
}
