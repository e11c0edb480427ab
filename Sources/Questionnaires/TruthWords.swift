/// Two words of which one says yes.
struct TruthWords: Hashable {
  /// The position of the word that says yes; the number of words when it is not among them.
  let trueIndex: Int
  /// The word that is not there, when only one is.
  let missingWord: String

  private static let pairs: [(yes: String, no: String)] = [
    ("yes", "no"), ("ja", "nee"), ("y", "n"), ("j", "n"), ("true", "false"), ("waar", "onwaar"), ("1", "0"),
    ("checked", "unchecked"), ("selected", "not selected"), ("quoted", "not quoted"), ("genoemd", "niet genoemd"),
    ("gekozen", "niet gekozen"), ("aangevinkt", "niet aangevinkt"), ("x", ""),
  ]

  /// Finds the word that says yes among one or two, or nothing when they are no such words.
  init?(_ words: [String]) {
    let keys = words.map { AnswerLadders.key($0) }
    for (yes, no) in Self.pairs where keys.allSatisfy({ $0 == yes || $0 == no }) && Set(keys).count == keys.count {
      guard !keys.isEmpty else { return nil }
      trueIndex = keys.firstIndex(of: yes) ?? keys.count
      missingWord = Self.like(words[0], keys.contains(yes) ? no : yes)
      return
    }
    return nil
  }

  /// A word with capitals as in another one.
  static func like(_ model: String, _ word: String) -> String {
    if model == model.uppercased(), model != model.lowercased() { return word.uppercased() }
    if model.first?.isUppercase ?? false { return word.prefix(1).uppercased() + word.dropFirst() }
    return word
  }
}
