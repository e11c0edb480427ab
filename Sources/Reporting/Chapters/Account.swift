import Texts

// The survey's results, the evidence, the ledgers, and how the report was made.

extension ReportWriter {
  func results() -> Chapter? {
    guard !report.results.isEmpty else { return nil }
    let hasAverage = report.results.contains { $0.averageUnit != nil }
    let rows = report.results.map { fact in
      let answer = fact.answer.map { ": \(lowerCased($0[language]))" } ?? ""
      var question = fact.question[language]
      if fact.answer != nil, question.hasSuffix(".") { question.removeLast() }
      var cells: [Prose] = [Prose(question + answer), estimate(fact.respondents)]
      if hasAverage { cells.append(fact.averageUnit.map(estimate) ?? "–") }
      return Grid.Row(
        cells + [Prose(fact.published?[language] ?? "–"), Prose(number.integer(fact.respondents.count))])
    }
    var columns: [Grid.Column] = [.text(phrases.statement), .number(phrases.amongRespondents)]
    if hasAverage { columns.append(.number(phrases.averageUnit)) }
    columns += [.text(phrases.asPublished), .number(phrases.answersCount)]
    var intro = phrases.resultsIntro
    if let others = othersAnswered {
      intro = phrases.resultsCounted(report.response.respondents, others: others) + " " + intro
    }
    var blocks: [Block] = [.paragraph(Prose(intro))]
    if let figure = resultsFigure() { blocks.append(.figure(figure)) }
    blocks.append(.table(Grid(caption: phrases.resultsCaption, columns: columns, rows: rows)))
    return Chapter("results", phrases.results, label: phrases.resultsShort, blocks)
  }

  private func estimate(_ facts: EstimateFacts) -> Prose {
    var text = number.percentage(facts.share)
    if let low = facts.low, let high = facts.high { text += " (\(number.percentageRange(low, high)))" }
    return Prose(text)
  }

  func evidence() -> Chapter {
    let evidence = report.evidence
    let chosen = evidence.rows.first(where: \.chosen)
    var blocks: [Block] = [
      .paragraph(Prose(phrases.evidenceIntro(starts: chosen?.starts))), .paragraph(Prose(choiceText(evidence.choice))),
    ]
    if let chosen, let hits = chosen.hits, let starts = chosen.starts, let optima = chosen.optima {
      let text = phrases.census(hits: hits, starts: starts, optima: optima, chance: evidence.chanceOfNew)
      blocks.append(.paragraph(Prose(text)))
    }
    if let figure = evidenceFigure() { blocks.append(.figure(figure)) }
    blocks += [.table(evidenceTable()), .small(Prose(phrases.evidenceNote))]
    let other = Set(evidence.choice.alone.compactMap(\.types)).sorted()
    if other.count > 1 { blocks.append(.paragraph(Prose(phrases.criteriaDisagree(other)))) }
    if !evidence.choice.alone.isEmpty {
      let picks = evidence.choice.alone.map {
        Grid.Row([Prose(phrases.criterionName($0.criterion)), Prose($0.types.map(String.init) ?? NumberText.nothing)])
      }
      blocks.append(
        .table(
          Grid(
            caption: phrases.aloneCaption, columns: [.text(phrases.criterion), .number(phrases.numberOfTypes)],
            rows: picks)))
    }
    if !evidence.nearTies.isEmpty {
      let rows = evidence.nearTies.map {
        Grid.Row([
          Prose(number.percentage($0.worse, digits: 2)), Prose(number.integer($0.hits)),
          Prose(number.integer($0.moved)),
        ])
      }
      let columns: [Grid.Column] = [
        .number(phrases.worse), .number(phrases.startsThere), .number(phrases.wouldMove),
      ]
      blocks.append(.table(Grid(caption: phrases.nearTies, columns: columns, rows: rows)))
    }
    if report.types.contains(where: { $0.stability != nil }) { blocks.append(.table(stabilityTable())) }
    return Chapter("evidence", phrases.evidence(report.types.count), blocks)
  }

  private func choiceText(_ choice: ChoiceFacts) -> String {
    switch choice.basis {
    case .rule:
      phrases.chosenByRule(
        choice.types, rule: choice.rule, smallest: choice.smallest, stability: choice.leastStability)
    case .leastBad:
      phrases.chosenLeastBad(
        choice.types, rule: choice.rule, smallest: choice.smallest, stability: choice.leastStability)
    case .standIn: phrases.chosenQuick(choice.types)
    case .decision: phrases.chosenByPeople(choice.types, reason: choice.reason ?? "")
    }
  }

  private func evidenceTable() -> Grid {
    func text(_ value: Double?, _ digits: Int) -> Prose {
      Prose(value.map { number.decimal($0, digits: digits) } ?? NumberText.nothing)
    }
    func whole(_ value: Int?) -> Prose { Prose(value.map(number.integer) ?? NumberText.nothing) }
    let rows = report.evidence.rows.map { row in
      let types = row.chosen ? "\(row.types) (\(phrases.chosen))" : "\(row.types)"
      var gap = text(row.gap, 3)
      if let error = row.gapError { gap = "\(gap) ± \(number.decimal(error, digits: 3))" }
      var found = whole(row.hits)
      if let starts = row.starts { found = "\(found) / \(number.integer(starts))" }
      return Grid.Row(
        [
          Prose(types), text(row.sumOfSquares, 1), text(row.silhouette, 3), text(row.calinskiHarabasz, 1),
          text(row.daviesBouldin, 2), gap, text(row.stability, 2), whole(row.smallest), found, whole(row.optima),
        ], isMarked: row.chosen)
    }
    return Grid(
      caption: phrases.evidenceCaption,
      columns: [
        .number(phrases.numberOfTypes), .number(phrases.sumOfSquares), .number(phrases.silhouette),
        .number("Calinski-Harabasz"), .number("Davies-Bouldin"), .number("Gap"), .number(phrases.stability),
        .number(phrases.smallestType), .number(phrases.foundOften), .number(phrases.optima),
      ], rows: rows)
  }

  private func stabilityTable() -> Grid {
    let rows = report.types.enumerated().map { index, type in
      Grid.Row([
        link(to: index), Prose(number.integer(type.size)),
        Prose(type.stability.map { number.decimal($0, digits: 2) } ?? NumberText.nothing),
        Prose(phrases.oftenShort(type.certainty)),
      ])
    }
    return Grid(
      caption: phrases.stabilityCaption,
      columns: [
        .text(phrases.typeLabel), .number(phrases.unitsLabel), .number("\(phrases.stability) (Jaccard)"),
        .number(phrases.membersKept),
      ], rows: rows)
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

  func response() -> Chapter {
    var intro = phrases.ledgersIntro
    if let register = report.response.unitsInRegister {
      intro = phrases.responseRate(report.response.unitsAnswered, of: register) + " " + intro
    }
    if let from = report.wave.from, let to = report.wave.to {
      intro = phrases.fieldwork(from: from, to: to) + " " + intro
    }
    var blocks: [Block] = [
      .paragraph(Prose(intro)), .table(ledger(phrases.recordLedger, report.response.records)),
    ]
    if !report.response.units.isEmpty { blocks.append(.table(ledger(phrases.unitLedger, report.response.units))) }
    if report.types.contains(where: { $0.expectedElsewhere != nil }) {
      blocks += [.paragraph(Prose(phrases.expectedIntro)), .table(expectedTable())]
    }
    return Chapter("response", phrases.response, blocks)
  }

  private func expectedTable() -> Grid {
    let rows = report.types.enumerated().map { index, type in
      Grid.Row([
        link(to: index), Prose(number.integer(type.size)),
        Prose(type.expectedElsewhere.map { number.decimal($0, digits: 0) } ?? NumberText.nothing),
      ])
    }
    return Grid(
      caption: phrases.expectedCaption,
      columns: [.text(phrases.typeLabel), .number(phrases.answeredLabel), .number(phrases.expectedLabel)], rows: rows)
  }

  private func ledger(_ caption: String, _ counts: [CountFacts]) -> Grid {
    let sum = counts.reduce(0) { $0 + $1.count }
    let rows = counts.map {
      Grid.Row([Prose(phrases.capitalised(phrases.outcome($0.outcome))), Prose(number.integer($0.count))])
    }
    return Grid(
      caption: caption, columns: [.text(phrases.outcome), .number(phrases.countLabel)],
      rows: rows + [Grid.Row([Prose(phrases.sum), Prose(number.integer(sum))], isMarked: true)])
  }

  func features() -> Chapter {
    let rows = report.features.map { fact in
      let weight = fact.clustered ? number.decimal(fact.weight, digits: 2) : phrases.descriptionOnly
      return Grid.Row([
        Prose(fact.label[language]), "\(code: fact.source)",
        Prose(fact.treatments.map(phrases.treatment).joined(separator: ", ")), Prose(weight),
        Prose(fact.reason[language]),
      ])
    }
    return Chapter(
      "features", phrases.features,
      [
        .paragraph(Prose(phrases.featuresIntro)),
        .table(
          Grid(
            caption: phrases.featuresCaption,
            columns: [
              .text(phrases.featureLabel), .text(phrases.source), .text(phrases.transform), .number(phrases.weight),
              .text(phrases.reason),
            ], rows: rows)), .table(profileTable()),
      ])
  }

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
          Prose($0.label?[language] ?? phrases.finding($0.rule) ?? $0.rule), "\(code: $0.rule)",
          Prose(phrases.level($0.level)), Prose(number.integer($0.count)),
        ])
      }
      let columns: [Grid.Column] = [
        .text(phrases.foundLabel), .text(phrases.rule), .text(phrases.level), .number(phrases.countLabel),
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
