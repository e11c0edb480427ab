import Diagnostics
import Normalisation
import Registers
import Settings
import Strategies
import Survey

/// What a catalogue can name as the source of an amount: the features of a pipeline, the indices of its codebook, and the
/// attributes of its register.
struct CatalogueSources {
  /// All names: features first, then indices, then attributes; one may stand twice.
  let names: [String]

  private var sources: [String: ValueSource] = [:]
  private var labels: [String: LocalText] = [:]

  /// Takes the names together; where one stands for several things, the feature goes before the index, and the index before
  /// the attribute.
  init(_ settings: NormaliseSettings, _ codebook: Codebook, register attributes: [String]?) {
    let features = settings.features.features
    names = features.map(\.name) + codebook.indices.map(\.name) + (attributes ?? [])
    for name in attributes ?? [] { sources[name] = .register(name) }
    for index in codebook.indices {
      sources[index.name] = .index(index.name)
      labels[index.name] = index.label
    }
    for feature in features {
      sources[feature.name] = feature.source
      labels[feature.name] = feature.label
    }
  }

  /// Reads what a pipeline measures.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the codebook or the register is missing, 78 when one of them or
  ///   the section `normalise` is wrong.
  init(_ pipeline: Pipeline) throws(Failure) {
    let codebook = try readCodebook(pipeline.codebook)
    let register = try pipeline.register.map { folder throws(Failure) in try RegisterFolder(folder) }
    let settings = try pipeline.normalise
    self.init(settings, codebook, register: register?.register.valueNames)
  }

  /// Where the amount of a name comes from.
  subscript(name: String) -> ValueSource? { sources[name] }

  /// What a name is called in reports.
  func label(of name: String) -> LocalText? { labels[name] }
}
