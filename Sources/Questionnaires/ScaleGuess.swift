import Tables

/// A scale found in the answers themselves: in known words, or in points of which some carry words.
struct ScaleGuess: Hashable {
  /// The points, in ascending order.
  var categories: [FieldGuess.Category]
  /// Whether the words say that the first point is the most.
  var isReversed = false
  /// Why this is a scale.
  var reason: String

  /// Finds a scale, or nothing.
  ///
  /// - Parameter answers: The different answers to a question, or to all rows of it.
  init?(of answers: [String]) {
    if let worded = Self.worded(answers) {
      self = worded
    } else if let pointed = Self.pointed(answers) {
      self = pointed
    } else {
      return nil
    }
  }

  private init(categories: [FieldGuess.Category], isReversed: Bool = false, reason: String) {
    self.categories = categories
    self.isReversed = isReversed
    self.reason = reason
  }

  // MARK: - Known words

  private static func worded(_ answers: [String]) -> ScaleGuess? {
    // One answer may be written in more than one way: with capitals, with a point at its end.
    var ways: [String: [String]] = [:]
    for answer in answers.sorted() { ways[AnswerLadders.key(answer), default: []].append(answer) }
    let keys = ways.keys.sorted()
    guard keys.count <= 7, let (ladder, steps) = AnswerLadders.ladder(of: keys) else { return nil }
    let english = keys.count { AnswerLadders.isEnglish($0, on: ladder) } * 2 > keys.count
    let categories = ladder.rungs.enumerated().map { step, rung in
      let texts = steps.firstIndex(of: step).flatMap { ways[keys[$0]] } ?? []
      let usual = TruthWords.like(answers.sorted().first ?? "", (english ? rung.en.first : rung.nl.first) ?? "")
      return FieldGuess.Category(
        value: String(step + 1), label: texts.first ?? usual, also: texts.isEmpty ? [usual] : texts)
    }
    return ScaleGuess(
      categories: categories,
      reason:
        "a scale of \(ladder.rungs.count) points, known words of \(ladder.name), in order from the least to the most")
  }

  // MARK: - Points with words

  /// Takes apart `1 (None at all)`, `5 - Mostly other people`, `1 = oneens`, `3: neutral`; a bare number has no words.
  static func point(_ answer: String) -> (number: Int, words: String)? {
    var rest = answer[...]
    var digits = ""
    if rest.first == "-" { digits.append(rest.removeFirst()) }
    while let first = rest.first, first.isASCII, first.isNumber { digits.append(rest.removeFirst()) }
    guard digits.utf8.count <= 4, let number = Int(digits) else { return nil }
    var words = trimmed(rest)
    if words.isEmpty { return (number, "") }
    if words.first == "(", words.last == ")" {
      words = trimmed(words.dropFirst().dropLast())
      return words.isEmpty ? nil : (number, words)
    }
    guard let mark = words.first, "-–—=:.".contains(mark) else { return nil }
    words = trimmed(words.dropFirst())
    guard let first = words.first, !first.isNumber else { return nil }
    return (number, words)
  }

  private static func pointed(_ answers: [String]) -> ScaleGuess? {
    var words: [Int: String] = [:]
    var ways: [Int: [String]] = [:]
    for answer in answers.sorted() {
      guard let (number, label) = point(answer) else { return nil }
      if !label.isEmpty {
        if let known = words[number], AnswerLadders.key(known) != AnswerLadders.key(label) { return nil }
        words[number] = words[number] ?? label
      }
      if answer != String(number) { ways[number, default: []].append(answer) }
    }
    let numbers = Set(ways.keys).union(answers.compactMap { Int($0) }).sorted()
    guard !words.isEmpty, numbers.count >= 2, let low = numbers.first, let high = numbers.last,
      (1...11).contains(high - low)
    else { return nil }
    let first = low == 1 || low == 0 ? low : min(low, 1)
    let categories = (first...high).map { number in
      FieldGuess.Category(value: String(number), label: words[number] ?? String(number), also: ways[number] ?? [])
    }
    let labels = words.keys.sorted().compactMap { words[$0] }
    let steps = AnswerLadders.ladder(of: labels)?.steps
    let falls = steps.map { $0 == $0.sorted(by: >) } ?? false
    let ends = words.keys.sorted().map { "\($0) \"\(words[$0] ?? "")\"" }
    return ScaleGuess(
      categories: categories, isReversed: falls,
      reason: "a scale from \(first) to \(high); words stand at " + ends.joined(separator: ", "))
  }
}
