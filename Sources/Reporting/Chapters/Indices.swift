import Texts

// The indices and how reliable they are.

extension ReportWriter {
  func indices() -> Chapter? {
    let indices = report.groundwork.reliability
    guard !indices.isEmpty else { return nil }
    var blocks: [Block] = [.paragraph(Prose(phrases.indicesIntro)), .paragraph(alphaText(indices))]
    blocks.append(.table(indexTable(indices)))
    let folded: [Block] = indices.filter { $0.items.count > 1 }.map {
      .folded(phrases.itemsOf($0.label[language]), [.table(itemTable($0))])
    }
    if !folded.isEmpty { blocks.append(.small(Prose(phrases.itemsNote))) }
    return Chapter("indices", phrases.indices, label: phrases.indicesShort, blocks + folded)
  }

  private func alphaText(_ indices: [ReliabilityFacts]) -> Prose {
    let known = indices.compactMap { index in index.alpha.map { (index, $0) } }
    guard let weakest = known.min(by: { $0.1 < $1.1 }) else { return Prose(phrases.alphaExplained) }
    let single = indices.contains { $0.items.count < 2 } ? " " + phrases.singleItem : ""
    let label = weakest.0.label[language]
    let sentence = Statement(
      phrases.weakestIndex(label, alpha: weakest.1),
      [Statement.Number(number.decimal(weakest.1, digits: 2), weakest.1, from: source("alpha", weakest.0))],
      fixed: [label])
    return "\(phrases.alphaExplained)\(single) \(sentence)"
  }

  /// Where a number of a whole index stands.
  private func source(_ column: String, _ index: ReliabilityFacts) -> NumberSource {
    .cell(
      stage: "normalise", table: "reliability", column: column,
      [NumberSource.Match("index", index.name), NumberSource.Match("item", "")])
  }

  private func indexTable(_ indices: [ReliabilityFacts]) -> Grid {
    let rows = indices.map { index in
      var alpha = hundredths(index.alpha, source("alpha", index))
      if let low = index.low, let high = index.high { alpha = "\(alpha) (\(number.range(low, high, digits: 2)))" }
      return Grid.Row([
        Prose(index.label[language]), alpha, Prose(number.integer(index.items.count)),
        cell(index.respondents, source("n", index)),
      ])
    }
    return Grid(
      caption: phrases.indicesCaption,
      columns: [
        .text(phrases.indexLabel), .number(phrases.alphaLabel), .number(phrases.itemsLabel),
        .number(phrases.completeLabel),
      ], rows: rows)
  }

  private func itemTable(_ index: ReliabilityFacts) -> Grid {
    Grid(
      caption: phrases.itemsOf(index.label[language]),
      columns: [.text(phrases.questionLabel), .number(phrases.itemRest), .number(phrases.alphaDropped)],
      rows: index.items.map {
        Grid.Row([Prose($0.label[language]), hundredths($0.rest), hundredths($0.dropped)])
      })
  }
}
