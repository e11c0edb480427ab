import Texts

// The criteria: what each measures, why it is there, and what the values themselves would say of its weight.

extension ReportWriter {
  func criteriaChapters() -> [Chapter] { [criteria()] + [valueFunctions(), sureness(), flips()].compactMap { $0 } }

  /// How each criterion turns an amount into a value; nothing when that is not known.
  private func valueFunctions() -> Chapter? {
    let figures = report.criteria.indices.compactMap { valueFigure(of: $0) }
    guard !figures.isEmpty else { return nil }
    return Chapter(
      "values", phrases.valueFigures, label: phrases.valueFiguresShort,
      [.paragraph(Prose(phrases.valueFiguresIntro))] + figures.map { .figure($0) })
  }

  private func criteria() -> Chapter {
    let hasWeights = report.criteria.contains { $0.weight != nil }
    let hasOrigins = report.criteria.contains { $0.origin != nil }
    let hasFields = report.criteria.contains { $0.inFields != nil }
    let rows = report.criteria.map { fact in
      var cells: [Prose] = [Prose(fact.name[language]), Prose(fact.about[language])]
      if hasWeights { cells.append(Prose(fact.weight.map(plainNumber) ?? "–")) }
      if hasOrigins { cells.append(Prose(fact.origin.map { phrases.origin($0.rawValue) } ?? "–")) }
      if hasFields { cells.append(Prose(fact.inFields.map { phrases.inFields($0.rawValue) } ?? "–")) }
      return Grid.Row(cells + [Prose(fact.reason[language])])
    }
    var columns: [Grid.Column] = [.text(phrases.criterion), .text(phrases.measures)]
    if hasWeights { columns.append(.number(phrases.points)) }
    if hasOrigins { columns.append(.text(phrases.originHeading)) }
    if hasFields { columns.append(.text(phrases.inFieldsHeading)) }
    columns.append(.sentences(phrases.reason))
    let persons = report.making.persons.map { phrases.weighedBy($0) }
    let intro = [phrases.criteriaIntro, persons].compactMap { $0 }
    var blocks: [Block] = [
      .paragraph(Prose(intro.joined(separator: " "))),
      .table(Grid(caption: phrases.criteriaCaption, columns: columns, rows: rows)),
    ]
    if let mirror = weightMirror() { blocks.append(mirror) }
    return Chapter("criteria", phrases.criteria, label: phrases.criteriaShort, blocks)
  }

  /// The weights used beside those that the values would give.
  private func weightMirror() -> Block? {
    let rows = report.criteria.compactMap { fact in
      fact.mirror.map { mirror in
        Grid.Row(
          [Prose(fact.name[language])]
            + [mirror.used, mirror.entropy, mirror.critic].map { Prose(number.percentage($0)) })
      }
    }
    guard !rows.isEmpty else { return nil }
    let grid = Grid(
      caption: phrases.mirrorTitle,
      columns: [
        .text(phrases.criterion), .number(phrases.weightUsed), .number(phrases.byEntropy), .number(phrases.byContrast),
      ], rows: rows)
    return .folded(phrases.mirrorTitle, [.paragraph(Prose(phrases.mirrorIntro)), .table(grid)])
  }

  /// A number without decimals where it has none, else with one.
  func plainNumber(_ value: Double) -> String {
    number.decimal(value, digits: value == value.rounded() ? 0 : 1)
  }
}
