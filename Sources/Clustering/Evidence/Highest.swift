extension Collection {
  /// Returns the first element with the highest score; `nil` when there is none.
  func highest(_ score: (Element) -> Double) -> Element? {
    var best: (element: Element, score: Double)?
    for element in self {
      let found = score(element)
      if best.map({ found > $0.score }) ?? true { best = (element, found) }
    }
    return best?.element
  }
}
