import Texts

// What is withheld so that nobody can be recognised.

extension ReportWriter {
  func disclosure() -> Chapter? {
    guard let facts = report.groundwork.disclosure else { return nil }
    var blocks: [Block] = [.paragraph(Prose(intro(facts.minimum)))]
    if facts.tables.allSatisfy({ $0.tooFew == 0 && $0.wouldTell == 0 }) {
      blocks.append(.paragraph(Prose(phrases.nothingWithheld)))
    }
    if facts.countsShownUnitsOnly { blocks.append(.paragraph(Prose(phrases.sizesOfShownUnits))) }
    if !facts.tables.isEmpty {
      let rows = facts.tables.map { table in
        Grid.Row([
          Prose(table.table[language]), Prose(number.integer(table.cells)), Prose(number.integer(table.tooFew)),
          Prose(number.integer(table.wouldTell)),
        ])
      }
      let columns: [Grid.Column] = [
        .text(phrases.tableLabel), .number(phrases.cellsLabel), .number(phrases.tooFewCells),
        .number(phrases.tellingCells),
      ]
      blocks.append(.table(Grid(caption: phrases.disclosureCaption, columns: columns, rows: rows)))
    }
    return Chapter("disclosure", phrases.disclosure, blocks)
  }

  private func intro(_ minimum: Int) -> Statement {
    Statement(
      phrases.disclosureIntro(minimum: minimum),
      [
        Statement.Number(
          phrases.small(minimum), minimum, from: .parameter(stage: "report", name: "publish.cell.minimum"))
      ])
  }
}
