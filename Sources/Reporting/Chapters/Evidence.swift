import Texts

// Why there are this many types.

extension ReportWriter {
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
    if !evidence.choice.alone.isEmpty { blocks.append(.table(aloneTable())) }
    blocks += lineageBlocks()
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
      return phrases.chosenByRule(
        choice.types, rule: choice.rule, smallest: choice.smallest, stability: choice.leastStability,
        prediction: choice.leastPrediction)
    case .leastBad:
      return phrases.chosenLeastBad(
        choice.types, rule: choice.rule, smallest: choice.smallest, stability: choice.leastStability,
        prediction: choice.leastPrediction)
    case .standIn: return phrases.chosenQuick(choice.types)
    case .decision:
      let chosen = phrases.chosenByPeople(choice.types, reason: choice.reason ?? "")
      guard let takes = choice.ruleTakes else { return chosen }
      return chosen + " " + phrases.ruleBesideDecision(takes: takes, said: choice.ruleSaid)
    }
  }

  private func aloneTable() -> Grid {
    let (choice, box) = (report.evidence.choice, report.evidence.box)
    let rows = choice.alone.map { pick in
      Grid.Row([
        Prose(phrases.criterionName(pick.criterion)), Prose(pick.types.map(String.init) ?? NumberText.nothing),
        Prose(
          phrases.criterionDefinition(
            pick.criterion, stability: choice.leastStability, prediction: choice.leastPrediction, box: box)),
      ])
    }
    return Grid(
      caption: phrases.aloneCaption,
      columns: [.text(phrases.criterion), .number(phrases.numberOfTypes), .text(phrases.definition)], rows: rows)
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
          text(row.daviesBouldin, 2), gap, text(row.stability, 2), text(row.predictionStrength, 2), whole(row.smallest),
          found,
          whole(row.optima),
        ], isMarked: row.chosen)
    }
    return Grid(
      caption: phrases.evidenceCaption,
      columns: [
        .number(phrases.numberOfTypes), .number(phrases.sumOfSquares), .number(phrases.silhouette),
        .number("Calinski-Harabasz"), .number("Davies-Bouldin"), .number("Gap"), .number(phrases.stability),
        .number(phrases.predictionStrengthHeading), .number(phrases.smallestType), .number(phrases.foundOften),
        .number(phrases.optima),
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
}
