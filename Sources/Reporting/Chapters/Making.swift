import Texts

// How the report was made.

extension ReportWriter {
  func howMade() -> Chapter {
    let making = report.making
    var blocks: [Block] = [.paragraph(Prose(phrases.howMadeIntro(version: making.version)))]
    for stage in making.stages {
      var entries = stage.parameters.filter { !$0.value.isEmpty }
      if let seed = stage.seed { entries.insert(MakingFacts.Entry(name: "seed", value: seed), at: 0) }
      if !entries.isEmpty {
        blocks.append(
          .table(entryGrid(phrases.parametersCaption(stage.name), phrases.setting, phrases.value, entries)))
      }
      if !stage.digests.isEmpty {
        blocks.append(
          .table(entryGrid(phrases.digestsCaption(stage.name), phrases.file, phrases.digest, stage.digests)))
      }
    }
    if !making.findings.isEmpty {
      let rows = making.findings.map {
        Grid.Row([
          Prose($0.label?[language] ?? phrases.finding($0.rule) ?? $0.rule), Prose(number.integer($0.count)),
          Prose(phrases.level($0.level)), "\(code: $0.rule)",
        ])
      }
      let columns: [Grid.Column] = [
        .text(phrases.foundLabel), .number(phrases.countLabel), .text(phrases.level), .text(phrases.rule),
      ]
      blocks.append(.table(Grid(caption: phrases.findings, columns: columns, rows: rows)))
    }
    return Chapter("making", phrases.howMade, blocks)
  }

  private func entryGrid(_ caption: String, _ name: String, _ value: String, _ entries: [MakingFacts.Entry]) -> Grid {
    Grid(
      caption: caption, columns: [.text(name), .text(value)],
      rows: entries.map { Grid.Row(["\(code: $0.name)", "\(code: $0.value)"]) })
  }
}
