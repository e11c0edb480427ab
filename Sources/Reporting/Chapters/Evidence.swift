import Texts

// Why there are this many types.

extension ReportWriter {
  func evidence() -> Chapter {
    let evidence = report.evidence
    let chosen = evidence.rows.first(where: \.chosen)
    let starts = chosen?.starts.map { whole($0, from: evidenceCell("starts", chosen)) }
    var blocks: [Block] = [
      .paragraph(Prose(Statement(phrases.evidenceIntro(starts: chosen?.starts), [starts].compactMap { $0 }))),
      .paragraph(Prose(choice(evidence.choice))),
    ]
    if let census = census(chosen) { blocks.append(.paragraph(Prose(census))) }
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
    blocks += [stabilityFigure(), silhouetteFigure(), memberViewFigure()].compactMap { $0.map { .figure($0) } }
    return Chapter("evidence", phrases.evidence(report.types.count), blocks)
  }

  /// Where a column of the chosen number of types stands.
  private func evidenceCell(_ column: String, _ row: EvidenceFacts.Row?) -> NumberSource {
    .cell(
      stage: "cluster", table: "evidence", column: column, [NumberSource.Match("k", String(row?.types ?? 0))])
  }

  /// How surely the best solution was found; nothing when the search was not counted.
  private func census(_ chosen: EvidenceFacts.Row?) -> Statement? {
    guard let chosen, let hits = chosen.hits, let starts = chosen.starts, let optima = chosen.optima else { return nil }
    let chance = report.evidence.chanceOfNew
    var numbers = [
      whole(hits, from: evidenceCell("hits", chosen)), whole(starts, from: evidenceCell("starts", chosen)),
    ]
    // A single solution is said in words that do not count.
    if optima > 1 { numbers.append(whole(optima, from: evidenceCell("optima", chosen))) }
    if let chance {
      numbers.append(
        Statement.Number(
          number.percentage(chance, digits: 1), chance,
          from: .document(stage: "cluster", file: "model.json", ["search", "chanceOfNew"])))
    }
    return Statement(phrases.census(hits: hits, starts: starts, optima: optima, chance: chance), numbers)
  }

  /// How the number of types was chosen, with the settings of the rule.
  private func choice(_ choice: ChoiceFacts) -> Statement {
    func setting(_ shown: String, _ value: Double, _ name: String) -> Statement.Number {
      Statement.Number(shown, value, from: .parameter(stage: "cluster", name: name))
    }
    var numbers: [Statement.Number] = []
    if choice.types > 1 {
      let text = phrases.small(choice.types)
      let isFirst = choice.basis == .standIn
      numbers.append(
        Statement.Number(
          isFirst ? phrases.capitalised(text) : text, choice.types, from: .count(stage: "cluster", name: "types")))
    }
    if choice.basis == .rule || choice.basis == .leastBad {
      numbers.append(setting(phrases.count(choice.smallest), Double(choice.smallest), "smallest"))
      if choice.rule == "stability" {
        numbers.append(
          setting(number.decimal(choice.leastStability, digits: 2), choice.leastStability, "least_jaccard"))
      }
      if choice.rule == "prediction-strength" {
        numbers.append(
          setting(number.decimal(choice.leastPrediction, digits: 2), choice.leastPrediction, "least_prediction"))
      }
    }
    return Statement(choiceText(choice), numbers, fixed: [choice.reason, choice.rule].compactMap { $0 })
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
    let rows = report.evidence.rows.map { row in
      func text(_ value: Double?, _ digits: Int, _ column: String) -> Prose {
        cell(value, evidenceCell(column, row)) { number.decimal($0, digits: digits) }
      }
      func count(_ value: Int?, _ column: String) -> Prose { cell(value, evidenceCell(column, row)) }
      let types = row.chosen ? "\(row.types) (\(phrases.chosen))" : "\(row.types)"
      var gap = text(row.gap, 3, "gap")
      if row.gapError != nil { gap = "\(gap) ± \(text(row.gapError, 3, "gap_se"))" }
      var found = count(row.hits, "hits")
      if row.starts != nil { found = "\(found) / \(count(row.starts, "starts"))" }
      return Grid.Row(
        [
          Prose(types), text(row.sumOfSquares, 1, "sse"), text(row.silhouette, 3, "silhouette"),
          text(row.calinskiHarabasz, 1, "calinski_harabasz"), text(row.daviesBouldin, 2, "davies_bouldin"), gap,
          text(row.stability, 2, "jaccard_min"), text(row.predictionStrength, 2, "prediction_strength"),
          count(row.smallest, "smallest"), found, count(row.optima, "optima"),
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
