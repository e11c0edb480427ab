import Texts

// What changes without each feature and each block.

extension ReportWriter {
  func sensitivity() -> Chapter? {
    let changes = report.robustness.changes
    guard !changes.isEmpty else { return nil }
    var blocks: [Block] = [.paragraph(Prose(phrases.sensitivityIntro))]
    if let most = mostChanging(changes.filter { !$0.isBlock }) {
      blocks.append(
        .paragraph(Prose(phrases.mostSensitive(to: most.label[language], most.moved ?? 0, of: report.robustness.units)))
      )
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

  private func row(_ change: RobustnessFacts.Change) -> Grid.Row {
    Grid.Row([
      Prose(change.label[language]), Prose(number.percentage(change.share)),
      Prose(change.agreement.map { number.decimal($0, digits: 2) } ?? NumberText.nothing),
      Prose(change.moved.map(number.integer) ?? NumberText.nothing),
    ])
  }
}
