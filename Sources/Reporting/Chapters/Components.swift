import Texts

// The principal components, for looking at the data.

extension ReportWriter {
  func components() -> Chapter? {
    guard let facts = report.groundwork.features.components, !facts.components.isEmpty else { return nil }
    let total = facts.components.reduce(0) { $0 + $1.share }
    var blocks: [Block] = [.paragraph(Prose(intro(total, facts.components.count)))]
    let meanings = facts.components.indices.compactMap { meaning(of: $0, facts) }
    if !meanings.isEmpty { blocks.append(.bullets(meanings)) }
    if let figure = componentsFigure(facts) { blocks.append(.figure(figure)) }
    blocks += [.table(shareTable(facts)), .folded(phrases.loadings, [.table(loadingTable(facts))])]
    return Chapter("components", phrases.components, label: phrases.componentsShort, blocks)
  }

  private func intro(_ total: Double, _ count: Int) -> Statement {
    let shares = (1...count).map {
      NumberSource.cell(
        stage: "normalise", table: "components", column: "share", [NumberSource.Match("component", String($0))])
    }
    return Statement(
      phrases.componentsIntro(total, of: count),
      [Statement.Number(number.percentage(total), total, from: .sum(shares))], fixed: [phrases.small(count)])
  }

  /// The features with the largest loadings: at most four, each at least half the largest one.
  private func meaning(of index: Int, _ facts: ComponentFacts) -> Prose? {
    let loadings = facts.components[index].loadings
    let largest = loadings.map(\.magnitude).max() ?? 0
    guard largest > 0 else { return nil }
    let order = loadings.indices.sorted { (-loadings[$0].magnitude, $0) < (-loadings[$1].magnitude, $1) }
    let marked = order.prefix(4).filter { loadings[$0].magnitude >= largest / 2 && $0 < facts.features.count }
    func labels(_ wanted: (Double) -> Bool) -> [String] {
      marked.filter { wanted(loadings[$0]) }.map { facts.features[$0][language] }
    }
    return Prose(phrases.componentMadeOf(index + 1, high: labels { $0 > 0 }, low: labels { $0 < 0 }))
  }

  private func shareTable(_ facts: ComponentFacts) -> Grid {
    var sum = 0.0
    let rows = facts.components.enumerated().map { index, component in
      sum += component.share
      return Grid.Row([
        Prose(String(index + 1)), Prose(number.percentage(component.share, digits: 1)),
        Prose(number.percentage(sum, digits: 1)),
      ])
    }
    return Grid(
      caption: phrases.componentsCaption,
      columns: [.number(phrases.componentLabel), .number(phrases.varianceShare), .number(phrases.cumulativeShare)],
      rows: rows)
  }

  private func loadingTable(_ facts: ComponentFacts) -> Grid {
    let rows = facts.features.indices.map { feature in
      Grid.Row(
        [Prose(facts.features[feature][language])]
          + facts.components.map { component in
            Prose(
              feature < component.loadings.count
                ? number.signed(component.loadings[feature], digits: 2) : NumberText.nothing)
          })
    }
    return Grid(
      caption: phrases.loadingsCaption,
      columns: [.text(phrases.featureLabel)]
        + facts.components.indices.map { .number("\(phrases.componentLabel) \($0 + 1)") }, rows: rows)
  }
}
