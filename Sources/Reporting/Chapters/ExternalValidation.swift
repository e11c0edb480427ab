import Texts

// What the types have to do with what they were not made from.

extension ReportWriter {
  /// The most of a feature's variance that a variable may explain and still count as a witness from outside.
  private static var mostOverlap: Double { 0.5 }

  func externalValidation() -> Chapter? {
    let associations = report.robustness.associations
    guard !associations.isEmpty else { return nil }
    let outside = associations.filter { ($0.overlap ?? 0) < Self.mostOverlap }
    let differing = outside.filter { $0.probability < 0.05 }
    let blocks: [Block] = [
      .paragraph(Prose(phrases.validationIntro)),
      .paragraph(
        Prose(
          phrases.validationResult(
            differing.map { phrases.lowered($0.label[language]) }, of: outside.count))),
      .table(
        Grid(
          caption: phrases.validationCaption,
          columns: [
            .text(phrases.featureLabel), .number(phrases.strengthLabel), .text(phrases.statisticLabel),
            .number(phrases.probabilityLabel), .number(phrases.unitsLabel), .text(phrases.overlapLabel),
          ], rows: associations.map(row))), .small(Prose(phrases.validationNote)),
    ]
    return Chapter("external-validation", phrases.validation, blocks)
  }

  private func row(_ association: RobustnessFacts.Association) -> Grid.Row {
    var overlap: Prose = Prose(NumberText.nothing)
    if let share = association.overlap, share >= Self.mostOverlap, let feature = association.overlapsWith {
      overlap = Prose("\(feature[language]) (\(number.percentage(share)))")
    }
    return Grid.Row([
      Prose(association.label[language]), Prose(number.decimal(association.strength, digits: 2)),
      Prose(association.isCategories ? phrases.cramersV : "eta²"),
      Prose(phrases.probability(association.probability)), Prose(number.integer(association.units)), overlap,
    ])
  }
}
