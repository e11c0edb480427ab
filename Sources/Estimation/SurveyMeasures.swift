public import Survey
import Tables

extension Measure {
  /// Creates the measure of a question: the numbers that were answered, or whether one of certain answers was given.
  ///
  /// It is named `question.NAME`, or `question.NAME=CODE+CODE` for a share; `nil` when the wave has no such column.
  ///
  /// - Parameters:
  ///   - question: A question that holds numbers (scale, integer, number, boolean), or with `share` one with codes.
  ///   - share: The codes whose share is wanted; empty for the numbers themselves. An option or a boolean is its own
  ///     share: chosen or true is 1. Who refused, was not shown the question or left it open is left out.
  ///   - wave: The answers.
  public init?(_ question: Question, share: [String] = [], in wave: Wave) {
    guard let column = wave[question.name] else { return nil }
    let name = "question." + question.name
    if share.isEmpty || question.kind == .boolean {
      self.init(name, column.numbers, range: question.measuredRange, points: question.scalePoints)
      return
    }
    let codes = Column(question.name, column.values).texts
    let chosen = zip(codes, column.states).map { code, state -> Double? in
      guard state == .answered, let code else { return nil }
      return share.contains(code) ? 1 : 0
    }
    self.init(name + "=" + share.joined(separator: "+"), chosen, range: 0...1, points: 2)
  }

  /// Creates the measure of an index: the mean of its items, reversed where their direction is negative, or of its parts.
  ///
  /// It is named `index.NAME`; `nil` when the wave has none of the items.
  ///
  /// - Parameters:
  ///   - index: The index.
  ///   - codebook: The codebook with its items.
  ///   - wave: The answers.
  public init?(_ index: Index, of codebook: Codebook, in wave: Wave) {
    let items = index.items(of: codebook, in: wave)
    if items.isEmpty { return nil }
    self = .index("index." + index.name, of: items.map(\.measure), reversed: items.map(\.isReversed))
  }
}

/// What an index is made of: a question or another index, with its measure.
struct IndexItem {
  /// The name of the question or index.
  let name: String
  /// The answers.
  let measure: Measure
  /// Whether it points the other way.
  let isReversed: Bool
}

extension Index {
  /// The items of the index that a wave has, or its parts where it has parts.
  func items(of codebook: Codebook, in wave: Wave) -> [IndexItem] {
    if parts.isEmpty {
      return codebook.items(of: name).compactMap { question in
        Measure(question, in: wave).map {
          IndexItem(name: question.name, measure: $0, isReversed: question.direction == .negative)
        }
      }
    }
    return parts.compactMap { codebook.index($0) }.compactMap { part in
      Measure(part, of: codebook, in: wave).map {
        IndexItem(name: part.name, measure: $0, isReversed: (part.higher == .worse) != (higher == .worse))
      }
    }
  }
}

extension Question {
  /// The least and the greatest number that can be answered, when the codebook says both.
  var measuredRange: ClosedRange<Double>? {
    if kind == .boolean { return 0...1 }
    let codes = categories.compactMap(\.number)
    if let low = codes.min(), let high = codes.max() { return low...high }
    guard let minimum, let maximum, minimum <= maximum else { return nil }
    return minimum...maximum
  }

  /// The number of points on the scale, when only some numbers can be answered.
  var scalePoints: Int? {
    switch kind {
    case .boolean: return 2
    case .scale:
      let codes = Set(categories.compactMap(\.number))
      return codes.isEmpty ? nil : codes.count
    case .integer:
      guard let minimum, let maximum, maximum - minimum < 1_000_000 else { return nil }
      return Int(maximum - minimum) + 1
    case .text, .category, .number, .date, .moment: return nil
    }
  }

  /// Whether the mean of its answers is a number that says something.
  var hasNumbers: Bool {
    switch kind {
    case .scale, .integer, .number, .boolean: role == .answer
    case .text, .category, .date, .moment: false
    }
  }

  /// Whether it has answers to count: numbers, or codes whose share can be taken.
  package var isMeasurable: Bool {
    hasNumbers || kind == .category
  }
}

extension Codebook {
  /// Returns the scale on which the mean of a question or index stands; infinite where the codebook names no end.
  ///
  /// - Parameters:
  ///   - name: The question or index.
  ///   - isIndex: Whether it is an index, whose scale spans those of its items.
  /// - Returns: The least and the greatest value.
  package func scale(of name: String, isIndex: Bool) -> ClosedRange<Double> {
    let questions = isIndex ? items(of: name) : questions.filter { $0.name == name }
    let everything = -Double.infinity...Double.infinity
    guard !questions.isEmpty else { return everything }
    let ranges = questions.map { question in
      question.measuredRange
        ?? (question.minimum ?? -Double.infinity)...(question.maximum ?? Double.infinity)
    }
    return (ranges.map(\.lowerBound).min() ?? -Double.infinity)...(ranges.map(\.upperBound).max() ?? Double.infinity)
  }
}
