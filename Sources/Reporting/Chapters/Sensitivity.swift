import Texts

// What changes without each feature and each block.

extension ReportWriter {
  func sensitivity() -> Chapter? {
    let changes = report.robustness.changes
    guard !changes.isEmpty else { return nil }
    var blocks: [Block] = [.paragraph(Prose(phrases.sensitivityIntro))]
    if let most = mostChanging(changes.filter { !$0.isBlock }) {
      blocks.append(.paragraph(Prose(mostSensitive(to: most))))
    }
    for (isBlock, caption) in [(true, phrases.sensitivityBlocks), (false, phrases.sensitivityFeatures)] {
      let rows = changes.filter { $0.isBlock == isBlock }.map(row)
      if rows.isEmpty { continue }
      let columns: [Grid.Column] = [
        .text(phrases.leftOut), .number(phrases.shareOfWeight), .number(phrases.agreementLabel),
        .number(phrases.wouldMove),
      ]
      blocks.append(.table(Grid(caption: caption, columns: columns, rows: rows)))
    }
    return Chapter("sensitivity", phrases.sensitivity, blocks)
  }

  /// The change that moves most units; of equals the first.
  private func mostChanging(_ changes: [RobustnessFacts.Change]) -> RobustnessFacts.Change? {
    let most = changes.compactMap(\.moved).max()
    return most == nil ? nil : changes.first { $0.moved == most }
  }

  private func mostSensitive(to change: RobustnessFacts.Change) -> Statement {
    let (moved, total) = (change.moved ?? 0, report.robustness.units)
    let numbers = [
      whole(moved, from: source("moved", change)),
      Statement.Number(phrases.count(total), total, from: .count(stage: "cluster", name: "units")),
    ]
    let label = change.label[language]
    return Statement(
      phrases.mostSensitive(to: label, moved, of: total), moved > 0 ? numbers : [], fixed: [phrases.lowered(label)])
  }

  private func row(_ change: RobustnessFacts.Change) -> Grid.Row {
    Grid.Row([
      Prose(change.label[language]), cell(change.share, source("share", change)) { number.percentage($0) },
      cell(change.agreement, source("ari", change)) { number.decimal($0, digits: 2) },
      cell(change.moved, source("moved", change)),
    ])
  }

  private func source(_ column: String, _ change: RobustnessFacts.Change) -> NumberSource {
    .cell(
      stage: "cluster", table: "sensitivity", column: column,
      [NumberSource.Match("kind", change.isBlock ? "block" : "feature"), NumberSource.Match("name", change.name)])
  }
}
