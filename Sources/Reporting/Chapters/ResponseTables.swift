import Texts

// The response by class of the register.

extension ReportWriter {
  func responseTables() -> Chapter? {
    let tables = report.groundwork.responseTables
    guard !tables.isEmpty else { return nil }
    var blocks: [Block] = [.paragraph(Prose(phrases.responseTablesIntro))]
    for table in tables where !table.isCrossing {
      let range = range(of: table).map { Block.paragraph(Prose($0)) }
      blocks +=
        [.table(grid(table, phrases.responseCaption(phrases.lowered(table.label[language]))))]
        + [range].compactMap { $0 }
        + marks(in: table)
    }
    for table in tables where table.isCrossing {
      let title = phrases.responseCrossed(phrases.lowered(table.label[language]))
      blocks.append(.folded(title, [.table(grid(table, title))] + marks(in: table)))
    }
    return Chapter("response-by-class", phrases.responseTables, blocks)
  }

  /// The table of one division; without the numbers of respondents when none of them may be told.
  private func grid(_ table: ResponseTableFacts, _ caption: String) -> Grid {
    let hasRespondents = tells(table)
    let rows = table.rows.map { row in
      let cells: [Prose] = [
        Prose(row.label[language]), cell(row.rate, source("rate", row, of: table)) { number.percentage($0) },
        cell(row.answered, source("answered", row, of: table)), cell(row.units, source("units", row, of: table)),
      ]
      let mark = row.wouldTell ? phrases.markTelling : phrases.markTooFew
      return Grid.Row(
        hasRespondents
          ? cells + [row.respondents.map { cell($0, source("respondents", row, of: table)) } ?? Prose(mark)] : cells)
    }
    let columns: [Grid.Column] = [
      .text(phrases.classLabel), .number(phrases.responseRate), .number(phrases.answeredLabel),
      .number(phrases.inRegister),
    ]
    return Grid(
      caption: caption, columns: hasRespondents ? columns + [.number(phrases.respondentsLabel)] : columns, rows: rows)
  }

  private func tells(_ table: ResponseTableFacts) -> Bool { table.rows.contains { $0.respondents != nil } }

  /// Which class answered most and which least, if they differ.
  private func range(of table: ResponseTableFacts) -> Statement? {
    let rated = table.rows.compactMap { row in row.rate.map { (row, $0) } }
    guard let most = rated.max(by: { $0.1 < $1.1 }), let least = rated.min(by: { $0.1 < $1.1 }), most.1 > least.1
    else { return nil }
    let labels = [most.0, least.0].map { $0.label[language] }
    return Statement(
      phrases.responseRange(most: labels[0], most.1, least: labels[1], least.1),
      [most, least].map { row, rate in
        Statement.Number(number.percentage(rate), rate, from: source("rate", row, of: table))
      }, fixed: labels)
  }

  private func source(
    _ column: String, _ row: ResponseTableFacts.Row, of table: ResponseTableFacts
  ) -> NumberSource {
    .cell(
      stage: "normalise", table: "response", column: column,
      [NumberSource.Match("classes", table.classes), NumberSource.Match("cell", row.cell)])
  }

  private func marks(in table: ResponseTableFacts) -> [Block] {
    let withheld = table.rows.filter { $0.respondents == nil }
    guard !withheld.isEmpty, tells(table) else { return [] }
    let note = phrases.marksExplained(
      tooFew: withheld.contains { !$0.wouldTell }, telling: withheld.contains(where: \.wouldTell),
      minimum: report.groundwork.disclosure?.minimum ?? 5)
    return [.small(Prose(note))]
  }
}
