import Settings

/// What a field asks of its answers beside its type: `constraints` of a table schema.
///
/// `required`, `minimum` and `maximum` are read with the question; these are the others. An answer that breaks `enum`,
/// `pattern`, `minLength` or `maxLength` is read as no answer, as one out of range is. `unique` only leaves a finding.
public struct Constraints: Hashable, Sendable {
  /// Whether no two records may have the same answer.
  public var isUnique: Bool
  /// The texts allowed, from `enum`; empty when any is.
  public var allowed: [String]
  /// What the text must fit as a whole.
  public var pattern: Pattern?
  /// The least number of characters.
  public var minLength: Int?
  /// The greatest number of characters.
  public var maxLength: Int?

  /// Creates constraints; without arguments they ask for nothing.
  public init(
    isUnique: Bool = false, allowed: [String] = [], pattern: Pattern? = nil, minLength: Int? = nil,
    maxLength: Int? = nil
  ) {
    self.isUnique = isUnique
    self.allowed = allowed
    self.pattern = pattern
    self.minLength = minLength
    self.maxLength = maxLength
  }

  /// Whether anything is asked of a single cell.
  var asksOfCells: Bool { !allowed.isEmpty || pattern != nil || minLength != nil || maxLength != nil }

  /// Reads the keys; the caller has asked for the others.
  init(reading reader: SettingsReader) {
    func length(_ key: String) -> Int? { reader.node(key) == nil ? nil : reader.integer(key, in: 0...1_000_000) }
    self.init(
      isUnique: reader.flag("unique", default: false), allowed: reader.texts("enum"),
      pattern: reader.node("pattern") == nil ? nil : Pattern("pattern", reader), minLength: length("minLength"),
      maxLength: length("maxLength"))
    if let minLength, let maxLength, minLength > maxLength {
      reader.reject(
        "minLength", rule: "empty-range", value: String(minLength),
        message: "'minLength' is greater than 'maxLength'", mend: "exchange the two")
    }
  }

  /// Returns what is wrong with a text that is an answer to a question, or `nil` when nothing is.
  ///
  /// - Complexity: O(*t* · *p*) for *t* characters and *p* steps of the pattern.
  func problem(of text: String, in question: String) -> CellProblem? {
    func problem(_ rule: String, _ wrong: String) -> CellProblem {
      CellProblem(
        rule: rule, message: "'\(question)' holds \"\(text)\", which \(wrong)",
        mend: "correct the cell, or change 'constraints' of \(question) in the codebook")
    }
    if !allowed.isEmpty, !allowed.contains(text) {
      return problem("not-allowed", "is not one of " + allowed.joined(separator: ", "))
    }
    if minLength != nil || maxLength != nil {
      let count = text.count
      if let minLength, count < minLength {
        return problem("too-short", "is shorter than \(minLength) characters")
      }
      if let maxLength, count > maxLength {
        return problem("too-long", "is longer than \(maxLength) characters")
      }
    }
    if let pattern, !pattern.fits(text) { return problem("no-fit", "does not fit the pattern \"\(pattern.text)\"") }
    return nil
  }
}
