import Settings
import Tables

/// The ways in which people write an answer that has a code.
///
/// They are tried in this order, and the first that leads to one answer counts: the code; another text that the codebook
/// gives (`koers:also`); the label in either language; the same three without regard to case and to the number of spaces;
/// the code with its label behind it (`1 (None at all)`, `1 - None at all`, `1 = None at all`); and, for codes that are
/// numbers, the code with nothing but noughts behind a point (`8.0`).
struct CategoryNames: Sendable {
  private let categories: [Category]
  private let isScale: Bool
  private let exact: [String: Int]
  private let folded: [String: Int]

  init(_ question: Question) {
    categories = question.categories
    isScale = question.kind == .scale
    var exact: [String: Int] = [:]
    var folded: [String: Int] = [:]
    let ways: [(Category) -> [String]] = [
      { [$0.value] }, { $0.also }, { [$0.label.nl, $0.label.en] },
    ]
    for way in ways {
      var (more, moreFolded): ([String: Int], [String: Int]) = ([:], [:])
      for (position, category) in categories.enumerated() {
        for text in way(category) {
          Self.add(trimmed(text), position, &more)
          Self.add(Self.fold(text), position, &moreFolded)
        }
      }
      exact.merge(more) { first, _ in first }
      folded.merge(moreFolded) { first, _ in first }
    }
    self.exact = exact.filter { $0.value >= 0 }
    self.folded = folded.filter { $0.value >= 0 }
  }

  /// The position of the category that a text stands for.
  func position(_ text: String) -> Int? {
    if let found = exact[text] ?? folded[Self.fold(text)] ?? beforeLabel(text) { return found }
    guard isScale, let point = text.firstIndex(where: { $0 == "." || $0 == "," }) else { return nil }
    let noughts = text[text.index(after: point)...]
    return !noughts.isEmpty && noughts.allSatisfy { $0 == "0" } ? exact[String(text[..<point])] : nil
  }

  /// A code with its label behind it.
  private func beforeLabel(_ text: String) -> Int? {
    for (position, category) in categories.enumerated() where text.hasPrefix(category.value) {
      let rest = trimmed(String(text.dropFirst(category.value.count)))
      guard let mark = rest.first else { continue }
      var words = rest.dropFirst()
      switch mark {
      case "(" where rest.last == ")": words = words.dropLast()
      case "-", "–", "=", ":", ".": break
      default: continue
      }
      let wanted = Self.fold(String(words))
      if ([category.label.nl, category.label.en] + category.also).contains(where: { Self.fold($0) == wanted }) {
        return position
      }
    }
    return nil
  }

  /// Notes what a text stands for; a text that stands for two answers stands for none.
  private static func add(_ text: String, _ position: Int, _ names: inout [String: Int]) {
    if let known = names[text], known != position { names[text] = -1 } else { names[text] = position }
  }

  /// A text without regard to case and to the number of spaces.
  static func fold(_ text: String) -> String {
    trimmed(text).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
