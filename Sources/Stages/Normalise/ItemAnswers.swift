import Estimation
import Normalisation
import Survey
import Tables

/// The questions behind the types with what each respondent answered, in numbers: from these a few can be chosen that tell
/// the types apart.
///
/// Questions stand in the order of the codebook; those of which nothing may be published, those that a score or a share is
/// made of, and those that the wave lacks are left out.
struct ItemAnswers {
  private struct Item {
    var question: Question
    var measure: Measure
    var transform: Transform
  }

  private let items: [Item]
  private let wave: Wave

  /// Finds the questions; `nil` when there is none.
  init?(_ settings: NormalisationSettings, _ codebook: Codebook, _ wave: Wave) {
    self.wave = wave
    let features = settings.features.filter { $0.use == .cluster }
    items = codebook.questions.filter(\.publish).compactMap { question in
      guard let feature = features.first(where: { $0.isMade(of: question, codebook) }),
        let measure = Measure(question, in: wave)
      else { return nil }
      let isOwn = feature.source == .question(question.name)
      let transform = isOwn && [.log, .asinh].contains(feature.transform) ? feature.transform : .identity
      return Item(question: question, measure: measure, transform: transform)
    }
    if items.isEmpty { return nil }
  }

  /// One row for each question: the measure in which answers are compared, and what can be answered.
  var table: Table {
    let ranges = items.map { $0.measure.range }
    return Table(
      "items",
      [
        Column("question", .text(items.map(\.question.name)), description: "The question."),
        Column(
          "transform", .text(items.map(\.transform.rawValue)), description: "What is done to an answer to compare it."),
        Column(
          "least", .number(zip(items, ranges).map { $1?.lowerBound ?? $0.question.minimum }),
          description: "The least number that can be answered, if there is one."),
        Column(
          "greatest", .number(zip(items, ranges).map { $1?.upperBound ?? $0.question.maximum }),
          description: "The greatest number that can be answered, if there is one."),
      ])
  }

  /// What each respondent answered, one column a question.
  ///
  /// Rows stand by unit and respondent, so that the order of the answers changes nothing. This is about people: it stays in
  /// the working folder and is never published.
  var answerTable: Table {
    let (respondents, units) = (wave.respondents, wave.units)
    let order = wave.rowsByUnit
    let columns = items.map { item in
      let numbers = item.measure.numbers
      return Column(
        item.question.name, .number(order.map { numbers[$0].isNaN ? nil : numbers[$0] }),
        description: "question.\(item.question.name), as answered.")
    }
    return Table(
      "item-answers",
      [
        Column("respondent", .text(order.map { respondents[$0] }), description: "The respondent."),
        Column("unit", .text(order.map { units[$0] }), description: "Code of the unit."),
      ] + columns)
  }
}

extension FeatureSettings {
  /// Whether the answers to a question, as numbers, make the feature.
  fileprivate func isMade(of question: Question, _ codebook: Codebook) -> Bool {
    switch source {
    case .index(let name): codebook.items(of: name).contains { $0.name == question.name }
    case .question(let name): name == question.name && share.isEmpty && question.kind != .category
    case .group, .register, nil: false
    }
  }
}
