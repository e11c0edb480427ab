/// A sentence, or a cell of a table, that says with each of its numbers where the number comes from.
///
/// The text is what a reader sees; the numbers are what the program computed, each with the words that print it and its
/// place in the folders of the stages. Before a publication is written each is looked up there (promise 7), so a sentence
/// that says another number than the record never reaches a reader.
public struct Statement: Hashable, Sendable {
  /// A number in the text.
  public struct Number: Hashable, Sendable {
    /// How the text prints it: `155`, `34 %`, `vijf`.
    public var shown: String
    /// The number itself.
    public var value: Double
    /// Where it stands.
    public var source: NumberSource

    /// Creates a number.
    public init(_ shown: String, _ value: Double, from source: NumberSource) {
      self.shown = shown
      self.value = value
      self.source = source
    }

    /// Creates a whole number.
    public init(_ shown: String, _ value: Int, from source: NumberSource) {
      self.init(shown, Double(value), from: source)
    }

    /// The number for machines: the shortest decimal that reads back as the same number, whole numbers without a point.
    public var plain: String {
      let text = value.description
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
  }

  /// A piece of the text.
  enum Piece: Hashable, Sendable {
    case text(String)
    case number(Number)
  }

  /// What a reader sees.
  public var text: String
  /// The numbers in it.
  public var numbers: [Number]
  /// Digits in it that are no result: `100` in *of 100 cases*, a year of a source, the name of a class.
  public var fixed: [String]

  /// Creates a statement.
  public init(_ text: String, _ numbers: [Number], fixed: [String] = []) {
    self.text = text
    self.numbers = numbers
    self.fixed = fixed
  }
}

// MARK: - Text and numbers

extension Statement {
  /// The text cut into what is words and what is a number; numbers that are not found are left out.
  var pieces: [Piece] {
    let found = search()
    let characters = Array(text)
    var pieces: [Piece] = []
    var position = 0
    for (range, index) in found.ranges {
      if position < range.lowerBound { pieces.append(.text(String(characters[position..<range.lowerBound]))) }
      pieces.append(.number(numbers[index]))
      position = range.upperBound
    }
    if position < characters.count { pieces.append(.text(String(characters[position...]))) }
    return pieces
  }

  /// The numbers that the text does not print.
  public var missing: [Number] { search().missing.map { numbers[$0] } }

  /// The runs of digits in the text that are neither one of its numbers nor fixed.
  public var unexplained: [String] {
    let characters = Array(text)
    var taken = search().taken
    for words in fixed where !words.isEmpty {
      while let range = place(of: Array(words), in: characters, taken) {
        for position in range { taken[position] = true }
      }
    }
    var runs: [String] = []
    var run = ""
    for (position, character) in characters.enumerated() {
      if Self.isDigit(character), !taken[position] {
        run.append(character)
      } else if !run.isEmpty {
        runs.append(run)
        run = ""
      }
    }
    return run.isEmpty ? runs : runs + [run]
  }

  /// Finds each number at its first free place, the longest words first, so that `5` does not take a part of `155`.
  private func search() -> (ranges: [(Range<Int>, Int)], taken: [Bool], missing: [Int]) {
    let characters = Array(text)
    var taken = [Bool](repeating: false, count: characters.count)
    var ranges: [(Range<Int>, Int)] = []
    var missing: [Int] = []
    let order = numbers.indices.sorted { (-numbers[$0].shown.count, $0) < (-numbers[$1].shown.count, $1) }
    for index in order {
      guard let range = place(of: Array(numbers[index].shown), in: characters, taken) else {
        missing.append(index)
        continue
      }
      for position in range { taken[position] = true }
      ranges.append((range, index))
    }
    return (ranges.sorted { $0.0.lowerBound < $1.0.lowerBound }, taken, missing.sorted())
  }

  private func place(of words: [Character], in text: [Character], _ taken: [Bool]) -> Range<Int>? {
    guard !words.isEmpty, words.count <= text.count else { return nil }
    for start in 0...(text.count - words.count) {
      let range = start..<(start + words.count)
      guard text[range].elementsEqual(words), !taken[range].contains(true), stands(range, in: text) else { continue }
      return range
    }
    return nil
  }

  /// Whether what stands at a place is a word or number of its own, and no part of a longer one.
  private func stands(_ range: Range<Int>, in text: [Character]) -> Bool {
    func continues(_ beside: Int, _ beyond: Int, _ edge: Int) -> Bool {
      guard text.indices.contains(beside) else { return false }
      if Self.isDigit(text[edge]) {
        if Self.isDigit(text[beside]) { return true }
        let joins = ",.\u{202F}".contains(text[beside])
        return joins && text.indices.contains(beyond) && Self.isDigit(text[beyond])
      }
      return text[edge].isLetter && text[beside].isLetter
    }
    return !continues(range.lowerBound - 1, range.lowerBound - 2, range.lowerBound)
      && !continues(range.upperBound, range.upperBound + 1, range.upperBound - 1)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
