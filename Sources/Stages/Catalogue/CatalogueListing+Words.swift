import DecisionAnalysis
import Settings
import Strategies
import Survey
import Texts

/// Amounts, bounds and value functions in words.
extension CatalogueListing {
  /// Returns a text in the language of the page, as one paragraph.
  func word(_ text: LocalText) -> String { Wording(text)[phrases.language] }

  /// Returns an amount with the decimals that it has.
  func amount(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15
      ? phrases.number.integer(Int(value)) : phrases.number.decimal(value, digits: decimals(of: value))
  }

  /// The number of decimals of the shortest text of a number, at most six.
  private func decimals(of value: Double) -> Int {
    (1...6).first { digits in
      var scaled = value
      for _ in 0..<digits { scaled *= 10 }
      return (scaled - scaled.rounded()).magnitude < 1e-6
    } ?? 6
  }

  /// The amounts that meet a condition.
  func bound(_ condition: Strategies.Condition) -> String {
    phrases.limit(from: condition.atLeast.map(amount), to: condition.atMost.map(amount))
  }

  /// What is measured under the name of a source: as the criterion or the consequence is called, or else the feature.
  func name(ofSource source: String) -> String {
    let label =
      catalogue.criteria.first { $0.source == source }?.name ?? catalogue.consequences.first { $0.source == source }?
      .name
      ?? sources?.label(of: source)
    return label.map { "\(word($0)) (\(source))" } ?? source
  }

  /// Where the amount of a criterion comes from.
  func origin(of criterion: Criterion) -> String {
    if criterion.isJudged { return phrases.fromJudgement }
    let origin = origin(ofSource: criterion.source)
    return kind(of: criterion) == .consequence ? phrases.alsoConsequence(origin) : origin
  }

  /// Where an amount comes from, as far as a pipeline tells.
  func origin(ofSource source: String) -> String {
    switch sources?[source] {
    case .index(let name): phrases.fromIndex(name)
    case .question(let name), .group(let name): phrases.fromQuestion(name)
    case .register(let name): phrases.fromRegister(name)
    case nil: source
    }
  }

  /// Where the amount of a criterion in a field of work comes from.
  func originInField(of criterion: Criterion) -> String {
    if criterion.isJudged { return phrases.fieldJudged }
    return criterion.inFields == .own ? phrases.fieldAnswers : phrases.fieldAsType
  }

  /// A value function in words: which way it goes, and how well the amounts of its anchors fit.
  func words(_ value: ValueFunction) -> String {
    let anchors = value.anchors
    let parts = anchors.indices.map { index in
      let text = amount(anchors[index].amount)
      let isEnd = index == 0 || index == anchors.count - 1
      let amounts =
        isEnd ? phrases.limit(from: index == 0 ? nil : text, to: index == 0 ? text : nil) : text
      return phrases.fits(amounts, worth: anchors[index].worth)
    }
    let worths = anchors.map(\.worth)
    let pairs = zip(worths, worths.dropFirst())
    if pairs.allSatisfy({ $0 <= $1 }) { return phrases.theMore + ": " + parts.joined(separator: ", ") }
    if pairs.allSatisfy({ $0 >= $1 }) { return phrases.theLess + ": " + parts.joined(separator: ", ") }
    let best = worths.indices.filter { worths[$0] == 1 }
    guard worths.count == 4, best == [1, 2] else { return parts.joined(separator: ", ") }
    let range = phrases.preferably(from: amount(anchors[1].amount), to: amount(anchors[2].amount))
    return range + ": " + [parts[0], parts[3]].joined(separator: ", ")
  }
}
