import Estimation
import Normalisation
import Registers
import Survey

/// The features that come from answers, with their measures.
struct AnsweredFeatures {
  let measures: [Measure]
  private let names: [String]

  init(_ settings: NormalisationSettings, _ codebook: Codebook, _ wave: Wave) {
    var names: [String] = []
    var measures: [Measure] = []
    for feature in settings.features {
      let measure: Measure? =
        switch feature.source {
        case .index(let name): codebook.index(name).flatMap { Measure($0, of: codebook, in: wave) }
        case .question(let name): codebook[name].flatMap { Measure($0, share: feature.share, in: wave) }
        case .group, .register, nil: nil
        }
      guard var measure else { continue }
      measure.isSkewed = feature.transform == .log || feature.transform == .asinh
      names.append(feature.name)
      measures.append(measure)
    }
    self.names = names
    self.measures = measures
  }

  func position(of feature: FeatureSettings) -> Int? { names.firstIndex(of: feature.name) }

  /// Returns the columns of the fitted features that come from answers, in the order of the measures.
  func columns(in transform: FittedTransform) -> [Int] { names.compactMap { transform.position(of: $0) } }
}

/// Returns the values of a register attribute, as texts when one of them is a text.
func registerContent(_ source: ValueSource?, of units: [Unit?]) -> UnitValues.Content {
  guard case .register(let name) = source else { return .numbers(units.map { _ in nil }) }
  let isText = units.contains { unit in
    if case .text = unit?.values[name] { return true }
    return false
  }
  return isText ? .texts(units.map { $0?.text(name) }) : .numbers(units.map { $0?.number(name) })
}

extension KnownSources {
  init(_ codebook: Codebook, register: [String]?) {
    let questions = codebook.questions.filter(\.isMeasurable).map { question in
      Question(
        question.name, isNumber: question.kind != .category,
        codes: question.kind == .boolean ? [] : question.categories.map(\.value))
    }
    self.init(indices: codebook.indices.map(\.name), questions: questions, register: register)
  }
}
