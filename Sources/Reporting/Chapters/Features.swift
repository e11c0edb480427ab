import Texts

// The features, and the profiles of the types on them in numbers.

extension ReportWriter {
  func features() -> Chapter {
    let rows = report.features.map { fact in
      let weight = fact.clustered ? number.decimal(fact.weight, digits: 2) : phrases.descriptionOnly
      return Grid.Row([
        Prose(fact.label[language]), "\(code: fact.source)",
        Prose(fact.treatments.map(phrases.treatment).joined(separator: ", ")), Prose(weight),
        Prose(fact.reason[language]),
      ])
    }
    let table = Grid(
      caption: phrases.featuresCaption,
      columns: [
        .text(phrases.featureLabel), .text(phrases.source), .text(phrases.transform), .number(phrases.weight),
        .text(phrases.reason),
      ], rows: rows)
    return Chapter(
      "features", phrases.features,
      [.paragraph(Prose(phrases.featuresIntro)), .table(table)] + featureAccount() + [.table(profileTable())])
  }

  /// The profiles of all types in numbers.
  private func profileTable() -> Grid {
    let rows = report.features.indices.map { index in
      Grid.Row(
        [Prose(report.features[index].label[language])]
          + report.types.map { type in
            Prose(index < type.profile.count ? number.signed(type.profile[index], digits: 2) : NumberText.nothing)
          })
    }
    return Grid(
      caption: phrases.profilesCaption,
      columns: [.text(phrases.featureLabel)] + report.types.map { .number(phrases.type($0.letter)) }, rows: rows)
  }
}
