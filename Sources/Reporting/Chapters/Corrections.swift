import Texts

// What was corrected after the wave was published.

extension ReportWriter {
  /// The corrections, the newest first; nothing when there were none.
  func corrections() -> Chapter? {
    if report.corrections.isEmpty { return nil }
    let rows = report.corrections.reversed().map { correction in
      let people = correction.respondents
      return Grid.Row([
        Prose(phrases.date(correction.date)), Prose(number.integer(people.new)), Prose(number.integer(people.gone)),
        Prose(number.integer(people.changed)), Prose(number.integer(correction.estimates)),
        Prose(number.integer(correction.units)), Prose(number.integer(correction.strategies)),
      ])
    }
    let columns: [Grid.Column] = [
      .text(phrases.correctionDay), .number(phrases.peopleAdded), .number(phrases.peopleRemoved),
      .number(phrases.peopleChanged), .number(phrases.estimatesCorrected), .number(phrases.unitsCorrected),
      .number(phrases.strategiesCorrected),
    ]
    return Chapter(
      "corrections", phrases.corrections,
      [
        .paragraph(Prose(phrases.correctionsIntro)),
        .table(Grid(caption: phrases.correctionsCaption, columns: columns, rows: rows)),
      ])
  }

  /// The sentence by which the main page leads to the corrections.
  func correctionNotice() -> Block? {
    report.corrections.last.map { correction in
      .paragraph(
        "\(phrases.corrected(on: phrases.date(correction.date))) \(phrases.seeCorrections, to: "account.html#corrections")."
      )
    }
  }
}
