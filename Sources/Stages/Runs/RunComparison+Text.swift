import Waves

extension RunComparison {
  /// The comparison as a terminal shows it.
  ///
  /// - Parameter most: The most lines of a list.
  /// - Returns: A heading with its lines for everything that is different; one line for what is not.
  public func text(most: Int = 10) -> String {
    var lines = ["respondents: " + words(respondents), "units: " + words(units)]
    lines.append("estimates: \(estimates.count) of \(estimatesCompared) differ")
    lines += shortened(estimates.map { "  \($0.name): \(percent($0.before)) -> \(percent($0.now))" }, most)
    if let first = evidence.first, let last = evidence.last {
      lines.append(
        first == last
          ? "evidence: the same"
          : "evidence: \(first.types) -> \(last.types) types, silhouette \(fixed(first.silhouette)) -> "
            + "\(fixed(last.silhouette)), best division found by \(first.hits) of \(first.starts) -> \(last.hits) of "
            + "\(last.starts) starts")
      if first.sentence != last.sentence { lines += ["  before: " + first.sentence, "  now: " + last.sentence] }
    }
    lines.append("types:")
    for letter in Set(sizesBefore.keys).union(sizesNow.keys).sorted(by: isBeforeInLetters) {
      let sizes = "\(sizesBefore[letter].map(String.init) ?? "-") -> \(sizesNow[letter].map(String.init) ?? "-") units"
      lines.append("  \(letter): \(sizes), \(fates[letter] ?? "new")")
    }
    lines.append("movers: \(movers.count) of \(units.both) units in both are of another type")
    lines += shortened(movers.map { "  \($0.unit): \($0.before) -> \($0.now)" }, most)
    lines.append(strategies.isEmpty ? "strategies: the same" : "strategies:")
    lines += strategies.map { "  \($0.type): \($0.before) -> \($0.now)" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The comparison in one line, for logs and errata.
  public var sentence: String {
    "\(respondents.new.count) respondents came, \(respondents.gone.count) went, \(respondents.changed) changed their answers; "
      + "\(estimates.count) of \(estimatesCompared) estimates, the type of \(movers.count) units and the strategies of "
      + "\(strategies.count) types are others"
  }

  private func words(_ exchange: Exchange) -> String {
    if exchange.isSame { return "the same \(exchange.now)" }
    return "\(exchange.before) -> \(exchange.now): \(exchange.gone.count) went, \(exchange.new.count) came, "
      + "\(exchange.changed) of \(exchange.both) in both are not as they were"
  }

  private func shortened(_ lines: [String], _ most: Int) -> [String] {
    lines.count <= most ? lines : lines.prefix(most) + ["  … and \(lines.count - most) more (--json has all)"]
  }

  private func percent(_ value: Double) -> String { fixed(value, digits: 4) }

  private func fixed(_ value: Double, digits: Int = 3) -> String {
    let scale = (0..<digits).reduce(1.0) { result, _ in result * 10 }
    let whole = Int((value.magnitude * scale).rounded())
    let rest = String(whole % Int(scale))
    return (value < 0 && whole > 0 ? "-" : "") + String(whole / Int(scale)) + "."
      + String(repeating: "0", count: digits - rest.count) + rest
  }
}
