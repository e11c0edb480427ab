import Diagnostics
import Registers
public import Settings

/// A type of unit from which answers are drawn.
public struct LatentType: Hashable, Sendable {
  /// A condition on an attribute of the register that makes a type more or less likely.
  public struct Rule: Hashable, Sendable {
    /// The attribute.
    public var value: String
    /// The least number for which the rule holds.
    public var from: Double?
    /// The number from which on the rule holds no more.
    public var below: Double?
    /// The texts for which the rule holds; empty when numbers decide.
    public var isOneOf: [String]
    /// The factor on the weight of the type.
    public var times: Double

    /// Returns the factor for a unit: 1 when the rule does not hold, or the attribute is not known.
    func factor(for unit: Unit) -> Double {
      if !isOneOf.isEmpty { return unit.text(value).map(isOneOf.contains) ?? false ? times : 1 }
      guard let number = unit.number(value) else { return 1 }
      return number >= from ?? -.infinity && number < below ?? .infinity ? times : 1
    }
  }

  /// The name.
  public var name: String
  /// The name for readers.
  public var label: LocalText
  /// The weight before the rules.
  public var weight: Double
  /// The rules that raise or lower the weight.
  public var rules: [Rule]
  /// The mean answer by index or question, in points of its scale; a question's own goes before that of its index.
  public var means: [String: Double]
  /// The share of the affirmative, by question.
  public var shares: [String: Double]
  /// The median of a count or amount, by question.
  public var medians: [String: Double]
  /// What respondents write, by question.
  public var sentences: [String: [String]]

  init(_ name: String, _ reader: SettingsReader) {
    self.name = name
    label = reader.localText("label", default: LocalText(nl: name, en: name))
    weight = reader.number("weight", default: 1, in: 0...1_000_000)
    rules = reader.sections("rules") { Rule(reading: $0) }
    means = Dictionary(reader.shares("means", in: 1...7), uniquingKeysWith: { first, _ in first })
    shares = Dictionary(reader.shares("shares", in: 0...1), uniquingKeysWith: { first, _ in first })
    medians = Dictionary(reader.shares("medians", in: 0...1_000_000), uniquingKeysWith: { first, _ in first })
    sentences = reader.section("sentences") { inner in
      let entries = inner.allEntries().map { ($0.key, inner.texts($0.key)) }
      return Dictionary(entries, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Returns the weight of the type for a unit.
  func weight(for unit: Unit) -> Double {
    rules.reduce(weight) { $0 * $1.factor(for: unit) }
  }

  /// Returns the mean answer to a question of a scale from 1 to 5, or another as written.
  func mean(of question: SimulatedQuestion, in range: ClosedRange<Int>) -> Double {
    if let own = means[question.name] { return own }
    let middle = Double(range.lowerBound + range.upperBound) / 2
    guard let index = question.index, let mean = means[index] else { return middle }
    return question.isReversed ? 2 * middle - mean : mean
  }
}

extension LatentType.Rule {
  init(reading reader: SettingsReader) {
    value = reader.text("value")
    from = reader.node("from") == nil ? nil : reader.number("from")
    below = reader.node("below") == nil ? nil : reader.number("below")
    isOneOf = reader.texts("is")
    times = reader.number("times", in: 0...1_000_000)
  }
}
