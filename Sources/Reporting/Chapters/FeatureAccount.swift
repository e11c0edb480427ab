import Texts

// What was noticed and done while the features were made.

extension ReportWriter {
  /// Where the parameters come from, what the screen noticed, and which values were filled in or far away.
  func featureAccount() -> [Block] {
    let facts = report.groundwork.features
    return fitText(facts.fit) + screening(facts.screening) + treatedValues(facts)
  }

  private func fitText(_ fit: FeatureAccountFacts.Fit?) -> [Block] {
    switch fit {
    case nil: []
    case .refitted: [.paragraph(Prose(phrases.refitted))]
    case .frozen(let wave): [.paragraph(Prose(phrases.frozen(wave: wave)))]
    case .pooled(let wave): [.paragraph(Prose(phrases.pooledFit(wave: wave)))]
    }
  }

  private func screening(_ log: [FeatureAccountFacts.Screening]?) -> [Block] {
    guard let log else { return [] }
    guard !log.isEmpty else { return [.heading(phrases.screening), .paragraph(Prose(phrases.nothingScreened))] }
    let rows = log.map { entry in
      Grid.Row([
        Prose(entry.label[language]),
        Prose(
          phrases.screened(
            entry.rule, value: entry.value, threshold: entry.threshold, other: entry.other?[language])),
        Prose(phrases.screeningAction(excluded: entry.isExcluded)),
      ])
    }
    let columns: [Grid.Column] = [
      .text(phrases.featureLabel), .sentences(phrases.reason), .text(phrases.actionLabel),
    ]
    return [
      .heading(phrases.screening), .paragraph(Prose(phrases.screeningIntro)),
      .table(Grid(caption: phrases.screeningCaption, columns: columns, rows: rows)),
    ]
  }

  private func treatedValues(_ facts: FeatureAccountFacts) -> [Block] {
    let text = [facts.imputed.map { imputed($0, facts.imputesNearest) }, facts.outliers.map(outlying)]
      .compactMap { $0.map { Prose($0) } }
    guard !text.isEmpty else { return [] }
    let blocks: [Block] = [.heading(phrases.treatedValues), .paragraph(.joined(text, separator: " "))]
    return blocks + treatedTable(facts.imputed ?? [], facts.outliers ?? [])
  }

  private func imputed(_ features: [FeatureAccountFacts.Count], _ nearest: Bool) -> Statement {
    let count = features.reduce(0) { $0 + $1.count }
    let printed = Statement.Number(
      number.count(count, one: phrases.valueWord, many: phrases.valuesWord), count,
      from: .rows(stage: "normalise", table: "imputed", []))
    return Statement(phrases.imputedIntro(count, nearest: nearest), count > 0 ? [printed] : [])
  }

  private func outlying(_ features: [FeatureAccountFacts.Count]) -> Statement {
    let count = features.reduce(0) { $0 + $1.count }
    let pulledIn = features.reduce(0) { $0 + $1.pulledIn }
    let printed = Statement.Number(
      number.count(count, one: phrases.valueWord, many: phrases.valuesWord), count,
      from: .rows(stage: "normalise", table: "outliers", []))
    return Statement(
      phrases.outliersIntro(count, pulledIn: pulledIn), count > 0 ? [printed] : [], fixed: [phrases.small(pulledIn)])
  }

  private func treatedTable(_ imputed: [FeatureAccountFacts.Count], _ outliers: [FeatureAccountFacts.Count]) -> [Block]
  {
    let labels =
      imputed.map(\.label) + outliers.map(\.label).filter { label in !imputed.contains { $0.label == label } }
    guard !labels.isEmpty else { return [] }
    let rows = labels.map { label in
      let filled = imputed.first { $0.label == label }
      let far = outliers.first { $0.label == label }
      return Grid.Row([
        Prose(label[language]), Prose(number.integer(filled?.count ?? 0)), Prose(number.integer(far?.count ?? 0)),
        Prose(number.integer(far?.pulledIn ?? 0)),
      ])
    }
    let columns: [Grid.Column] = [
      .text(phrases.featureLabel), .number(phrases.imputedLabel), .number(phrases.outlyingLabel),
      .number(phrases.pulledInLabel),
    ]
    return [.table(Grid(caption: phrases.treatedCaption, columns: columns, rows: rows))]
  }
}
