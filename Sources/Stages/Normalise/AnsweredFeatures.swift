import Estimation
import Normalisation
import Settings
import Survey
import Tables

/// The features that come from answers, with the measures behind them: one a feature, or several for one whose options or
/// levels become columns.
struct AnsweredFeatures {
  /// One measure of a feature.
  private struct Part {
    var feature: FeatureSettings
    /// The option or level, of a feature of several columns.
    var level: String?
    var label: LocalText
    var measure: Measure
    var isShare: Bool
  }

  private let parts: [Part]
  private let codings: [String: FittedCoding]

  /// Finds the measures.
  ///
  /// - Parameters:
  ///   - settings: The declared features.
  ///   - codebook: The codebook of the wave.
  ///   - wave: The answers.
  ///   - earlier: The frozen transform, whose codings are taken.
  init(_ settings: NormalisationSettings, _ codebook: Codebook, _ wave: Wave, earlier: FittedTransform?) {
    var parts: [Part] = []
    var codings: [String: FittedCoding] = [:]
    for feature in settings.features {
      var found = Self.parts(of: feature, codebook, wave)
      if found.count == 1, case .question(let name) = feature.source, let question = codebook[name] {
        let levels = question.categories.compactMap(\.number)
        let coding = feature.fittedCoding(answers: found[0].measure.numbers, levels: levels, earlier: earlier)
        if let coding {
          codings[feature.name] = coding
          found = Self.parts(of: found[0], coded: coding, question)
        }
      }
      parts += found
    }
    self.parts = parts
    self.codings = codings
  }

  private static func parts(of feature: FeatureSettings, _ codebook: Codebook, _ wave: Wave) -> [Part] {
    func part(_ measure: Measure?, level: Question? = nil, isShare: Bool) -> [Part] {
      guard var measure else { return [] }
      measure.isSkewed = feature.transform == .log || feature.transform == .asinh
      return [
        Part(
          feature: feature, level: level?.name, label: level?.label ?? feature.label, measure: measure, isShare: isShare
        )
      ]
    }
    switch feature.source {
    case .index(let name):
      return part(codebook.index(name).flatMap { Measure($0, of: codebook, in: wave) }, isShare: false)
    case .question(let name):
      guard let question = codebook[name] else { return [] }
      let isShare = !feature.share.isEmpty || question.kind == .boolean
      return part(Measure(question, share: feature.share, in: wave), isShare: isShare)
    case .group(let name):
      return codebook.options(of: name).flatMap { part(Measure($0, in: wave), level: $0, isShare: true) }
    case .register, nil:
      return []
    }
  }

  /// Returns the scored measure, or one a step of a thermometer.
  private static func parts(of part: Part, coded coding: FittedCoding, _ question: Question) -> [Part] {
    var part = part
    let numbers = part.measure.numbers
    if coding.kind != .thermometer {
      let least = coding.scores.first ?? 0
      part.measure = Measure(
        part.measure.name, numbers: coding.scored(numbers), range: least...max(least, coding.scores.last ?? 1))
      return [part]
    }
    return coding.steps.map { step in
      let category = question.categories.first { $0.number == step }
      part.level = plainText(step)
      part.label = category?.label ?? LocalText(nl: plainText(step), en: plainText(step))
      part.measure = Measure(part.measure.name, numbers: coding.reaches(step, numbers), range: 0...1)
      part.isShare = true
      return part
    }
  }

  /// The measures, in the order of the features.
  var measures: [Measure] { parts.map(\.measure) }

  /// The name of each measure in tables of units: that of its feature, with the option or level of one with several columns.
  var names: [String] {
    parts.map { part in part.level.map { part.feature.name + "_" + $0 } ?? part.feature.name }
  }

  /// Returns how each measure is brought to units: shares are means, others what the feature or the pipeline says.
  func choices(_ settings: AggregationSettings) -> [FeatureAggregation] {
    zip(parts, names).map { part, name in
      let own = part.feature.summary.flatMap { Summary(rawValue: $0) }
      return FeatureAggregation(
        name, summary: part.isShare ? .mean : own ?? settings.summary, isAdjusted: part.feature.adjusted,
        isPooled: part.feature.pooled)
    }
  }

  /// Returns the positions of a feature's measures; none for a feature that does not come from answers.
  func positions(of feature: FeatureSettings) -> [Int] {
    parts.indices.filter { parts[$0].feature.name == feature.name }
  }

  /// Returns the values of a feature that comes from answers, or `nil` for another.
  func values(of feature: FeatureSettings, in units: AggregatedUnits) -> UnitValues? {
    let positions = positions(of: feature)
    guard let first = positions.first else { return nil }
    if parts[first].level == nil {
      return UnitValues(feature.name, .numbers(units.features[first].values), coding: codings[feature.name])
    }
    let options = positions.map { position in
      OptionValues(
        parts[position].level ?? "", label: parts[position].label, values: units.features[position].values)
    }
    return UnitValues(feature.name, .options(options), coding: codings[feature.name])
  }

  /// Returns the columns of the fitted features that come from answers, in the order of the measures.
  func columns(in transform: FittedTransform) -> [Int] {
    parts.compactMap { part in
      transform.features.firstIndex { $0.feature == part.feature.name && $0.level == part.level }
    }
  }
}

extension KnownSources {
  init(_ codebook: Codebook, register: [String]?) {
    let questions = codebook.questions.filter(\.isMeasurable).map { question in
      Question(
        question.name, isNumber: question.kind != .category,
        codes: question.kind == .boolean ? [] : question.categories.map(\.value))
    }
    self.init(
      indices: codebook.indices.map(\.name), questions: questions, groups: codebook.groups.map(\.name),
      register: register)
  }
}
