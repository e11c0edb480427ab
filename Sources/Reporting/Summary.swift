public import Texts

extension Report {
  /// Returns the report in about ten lines of plain text, for a terminal: who answered, and for each type its size, its
  /// strategy and how sure that is.
  ///
  /// - Parameter language: The language.
  /// - Returns: Lines that each end in a line break.
  public func summary(in language: Language) -> String {
    let phrases = Phrases(language, units: unitWords)
    var lines = ["\(title[language]) · \(phrases.subtitle(wave: wave.name, date: wave.date))"]
    if simulated { lines.append(phrases.simulated.prefix(1).uppercased() + phrases.simulated.dropFirst() + ".") }
    lines.append(
      phrases.whoAnswered(
        respondents: response.respondents, units: response.unitsAnswered, of: response.unitsInRegister,
        types: types.count))
    let names = types.map { "\($0.letter)  \($0.name[language])" }
    let sizes = types.map { phrases.sizeAndShare($0.size, $0.share) }
    for (index, type) in types.enumerated() {
      let name = padded(names[index], to: names.map(\.count).max() ?? 0)
      let size = padded(sizes[index], to: sizes.map(\.count).max() ?? 0)
      lines.append("\(name)  \(size)  \(advice(for: type, phrases, language))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func advice(for type: TypeFacts, _ phrases: Phrases, _ language: Language) -> String {
    switch type.verdict {
    case .clear(let strategy):
      let share = type.ranking.first { $0.strategy == strategy }?.acceptability
      return strategies[strategy].name[language] + (share.map { ", " + phrases.bestOften($0) } ?? "")
    case .contenders(let contenders): return phrases.between(contenders.map { strategies[$0].name[language] })
    case .none: return phrases.noStrategy
    }
  }
}

private func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
