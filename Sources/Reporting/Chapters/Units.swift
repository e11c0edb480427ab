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
    let ids = Slug.distinct(report.units.map { "unit-" + Slug.code($0.code) })
    let entries = report.units.enumerated().map { index, unit in
      Directory.Entry(
        id: ids[index], name: unit.name, also: unit.also, kind: kind(of: unit), cells: cells(of: unit))
    }
    let present = Set(entries.map(\.kind))
    let kinds =
      report.types.enumerated().map { Directory.Kind(value: String($0), label: title(of: $1)) } + [
        Directory.Kind(value: "few", label: phrases.tooFew), Directory.Kind(value: "none", label: phrases.noAnswer),
      ]
    let list = Directory(
      caption: phrases.unitsCaption,
      columns: [phrases.unitLabel, phrases.typeLabel, phrases.howSure, phrases.strategyLabel],
      kinds: kinds.filter { present.contains($0.value) }, entries: entries)
    return Chapter(
      "units", phrases.unitsLabel,
      [
        .paragraph("\(phrases.unitsIntro(minimum: report.response.minimum)) \(phrases.noJudgement)")
      ] + selfScanInvitation + [
        .directory(list), .small(Prose(phrases.gradeLegend(report.evidence.sureFrom))),
      ])
  }

  /// What leads to the self-scan, where there is one.
  var selfScanInvitation: [Block] {
    guard hasSelfScan, let scan = report.selfScan else { return [] }
    let text = phrases.selfScanInvitation(questions: scan.questions.count)
    return [.paragraph("\(text) \(phrases.selfScan, to: SelfScanPage.file).")]
  }

  /// What may be expected of the units without answers, when there are any.
  func unitsWithoutAnswers() -> Chapter? {
    guard report.units.contains(where: { $0.placing == .noAnswer }), let check = report.response.expectation else {
      return nil
    }
    let sentence = phrases.expectedCheck(accuracy: check.accuracy, baseline: check.baseline)
    let text =
      check.isBetter
      ? phrases.expectationExplained(check: sentence)
      : phrases.expectationOfAll(
        report.types.map { ($0.letter, $0.share) }, unknown: phrases.expectedUnknown(check: sentence))
    return Chapter("without-answers", phrases.withoutAnswers, [.paragraph(Prose(text))])
  }

  private func cells(of unit: UnitFacts) -> [Prose] {
    let said = placing(unit.placing)
    switch unit.placing {
    case .placed: return [said.type, said.certainty, said.strategy]
    case .tooFew: return [said.type]
    case .noAnswer: return [unit.expected.isEmpty ? said.type : expectation(of: unit)]
    }
  }

  private func kind(of unit: UnitFacts) -> String {
    switch unit.placing {
    case .placed(let type, _, _): String(type)
    case .tooFew: "few"
    case .noAnswer: "none"
    }
  }

  /// The two or three likeliest types of a unit without answers, of 100 units alike, in steps of five.
  private func expectation(of unit: UnitFacts) -> Prose {
    let rounded = unit.expected.map { ($0.type, 5 * Int(($0.share * 20).rounded())) }
    let told = rounded.enumerated().filter { $0.offset == 0 || $0.element.1 >= 10 }.prefix(3).map(\.element)
    let shares = told.map { (letter: report.types[$0.0].letter, of100: min(95, max(5, $0.1))) }
    return Prose("\(phrases.noAnswer); \(phrases.expectation(shares))")
  }
}
