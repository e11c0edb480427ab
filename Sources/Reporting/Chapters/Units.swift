import Texts

// Every unit with its type, and the members of the working group.

extension ReportWriter {
  func workingGroup() -> Chapter? {
    guard !report.members.isEmpty else { return nil }
    let hasRemarks = report.members.contains { $0.remark != nil }
    let rows = report.members.map { member in
      var cells: [Prose]
      switch member.landing {
      case .unit(let unit):
        let said = placing(unit)
        cells = [Prose(member.name), said.type, said.certainty, said.strategy]
      case .notAUnit: cells = [Prose(member.name), Prose(phrases.notAUnit), "–", "–"]
      }
      if hasRemarks { cells.append(Prose(member.remark?[language] ?? "")) }
      return Grid.Row(cells)
    }
    var columns: [Grid.Column] = [
      .text(phrases.member), .text(phrases.typeLabel), .text(phrases.howSure), .text(phrases.strategyLabel),
    ]
    if hasRemarks { columns.append(.text(phrases.remark)) }
    return Chapter(
      "working-group", phrases.workingGroup, label: phrases.workingGroupShort,
      [
        .paragraph("\(phrases.workingGroupIntro) \(phrases.noJudgement)"),
        .table(Grid(caption: phrases.workingGroupCaption, columns: columns, rows: rows)),
        .small(Prose(phrases.gradeLegend(report.evidence.sureFrom))),
      ])
  }

  func allUnits() -> Chapter {
    let rows = report.units.map { unit in
      let said = placing(unit.placing)
      return Grid.Row([Prose(unit.name), said.type, said.certainty, said.strategy])
    }
    return Chapter(
      "units", phrases.unitsLabel,
      [
        .paragraph("\(phrases.unitsIntro(minimum: report.response.minimum)) \(phrases.noJudgement)"),
        .table(
          Grid(
            caption: phrases.unitsCaption,
            columns: [
              .text(phrases.unitLabel), .text(phrases.typeLabel), .text(phrases.howSure), .text(phrases.strategyLabel),
            ], rows: rows)), .small(Prose(phrases.gradeLegend(report.evidence.sureFrom))),
      ])
  }
}
