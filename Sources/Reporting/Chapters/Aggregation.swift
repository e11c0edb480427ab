import Texts

// How the answers of people became values of units.

extension ReportWriter {
  func aggregation() -> Chapter? {
    guard let facts = report.groundwork.aggregation else { return nil }
    var blocks: [Block] = [.paragraph(Prose(phrases.aggregationIntro(median: facts.usesMedian)))]
    if let count = facts.replicates, count > 0 {
      let redrawn = whole(count, from: .count(stage: "normalise", name: "replicates"))
      blocks.append(.paragraph(Prose(Statement(phrases.replicatesExplained(count), [redrawn]))))
    }
    blocks += agreement(facts) + functions(facts) + pooling(facts)
    return Chapter("aggregation", phrases.aggregation, blocks)
  }

  // MARK: Agreement

  private func agreement(_ facts: AggregationFacts) -> [Block] {
    guard !facts.agreement.isEmpty else { return [] }
    let indices = facts.agreement.filter(\.isIndex)
    let questions = facts.agreement.filter { !$0.isIndex }
    var blocks: [Block] = [.heading(phrases.agreement), .paragraph(Prose(phrases.agreementExplained))]
    if let range = agreementRange(indices) { blocks.append(.paragraph(Prose(range))) }
    if !indices.isEmpty {
      blocks.append(.table(grid(indices, phrases.agreementOfIndices, head: phrases.indexLabel)))
    }
    if !questions.isEmpty {
      let grid = grid(questions, phrases.agreementOfQuestions, head: phrases.questionLabel)
      blocks.append(.folded(phrases.agreementOfQuestions, [.table(grid)]))
    }
    return blocks
  }

  /// The reliability of the means of units over the indices of which it is known.
  private func agreementRange(_ indices: [AggregationFacts.Agreement]) -> Statement? {
    let known = indices.filter { $0.mean != nil }
    let reliable = known.compactMap(\.mean)
    guard let low = reliable.min(), let high = reliable.max() else { return nil }
    let reached = reliable.count { $0 >= 0.7 }
    let sources = known.map { source("icc2", $0) }
    return Statement(
      phrases.agreementRange(low, high, reached: reached, of: reliable.count),
      [
        Statement.Number(number.decimal(low, digits: 2), low, from: .least(sources)),
        Statement.Number(number.decimal(high, digits: 2), high, from: .greatest(sources)),
      ], fixed: ["ICC(2)", phrases.small(reached), phrases.small(reliable.count), number.decimal(0.7, digits: 2)])
  }

  private func source(_ column: String, _ row: AggregationFacts.Agreement) -> NumberSource {
    .cell(
      stage: "normalise", table: "agreement", column: column,
      [NumberSource.Match("question", row.name), NumberSource.Match("kind", row.isIndex ? "index" : "question")])
  }

  private func grid(_ rows: [AggregationFacts.Agreement], _ caption: String, head: String) -> Grid {
    Grid(
      caption: caption,
      columns: [
        .text(head), .number("ICC(1)"), .number("ICC(2)"), .number("rwg"), .number(phrases.answersCount),
        .number(phrases.unitsLabel),
      ],
      rows: rows.map { row in
        Grid.Row([
          Prose(row.label[language]), hundredths(row.single, source("icc", row)),
          hundredths(row.mean, source("icc2", row)), hundredths(row.withinUnits, source("rwg_mean", row)),
          cell(row.answers, source("n", row)), cell(row.units, source("units", row)),
        ])
      })
  }

  /// A number with two decimals; an en dash for none.
  func hundredths(_ value: Double?) -> Prose {
    Prose(value.map { number.decimal($0, digits: 2) } ?? NumberText.nothing)
  }

  // MARK: Functions

  private func functions(_ facts: AggregationFacts) -> [Block] {
    guard !facts.functions.isEmpty else { return [] }
    let isAdjusted = !facts.adjusted.isEmpty
    var blocks: [Block] = [
      .heading(phrases.functions), .paragraph(Prose(phrases.functionsIntro(adjusted: isAdjusted))),
      .table(functionTable(facts.functions)),
    ]
    if facts.functions.contains(where: { $0.respondents == nil }) {
      let minimum = report.groundwork.disclosure?.minimum ?? 5
      blocks.append(.small(Prose(phrases.marksExplained(tooFew: true, telling: false, minimum: minimum))))
    }
    if isAdjusted { blocks.append(.folded(phrases.functionEffects, [.table(effectTable(facts))])) }
    return blocks
  }

  private func functionTable(_ functions: [AggregationFacts.Function]) -> Grid {
    let hasReference = functions.contains { $0.reference != nil }
    var columns: [Grid.Column] = [.text(phrases.functionLabel), .number(phrases.respondentsLabel)]
    if hasReference { columns.append(.number(phrases.referenceMix)) }
    return Grid(
      caption: phrases.functionsCaption, columns: columns,
      rows: functions.map { function in
        var cells = [
          Prose(function.label[language]), Prose(function.respondents.map(number.integer) ?? phrases.markTooFew),
        ]
        if hasReference {
          cells.append(Prose(function.reference.map { number.percentage($0) } ?? NumberText.nothing))
        }
        return Grid.Row(cells)
      })
  }

  private func effectTable(_ facts: AggregationFacts) -> Grid {
    let rows = facts.adjusted.indices.map { feature in
      Grid.Row(
        [Prose(facts.adjusted[feature][language])]
          + facts.functions.map { function in
            let effect = feature < function.effects.count ? function.effects[feature] : nil
            return Prose(effect.map { number.signed($0, digits: 2) } ?? NumberText.nothing)
          })
    }
    return Grid(
      caption: phrases.functionEffects,
      columns: [.text(phrases.featureLabel)] + facts.functions.map { .number($0.label[language]) }, rows: rows)
  }

  // MARK: Pooling

  private func pooling(_ facts: AggregationFacts) -> [Block] {
    guard !facts.pooling.isEmpty else { return [] }
    let explained = phrases.poolingExplained(byGroup: facts.poolsByGroup)
    var blocks: [Block] = [.heading(phrases.pooling), .paragraph(Prose(explained))]
    if !facts.moved.isEmpty {
      let rows = facts.moved.map {
        Grid.Row([Prose(number.decimal($0.distance, digits: 2)), Prose(number.integer($0.units))])
      }
      blocks.append(
        .table(
          Grid(
            caption: phrases.movedCaption,
            columns: [.number(phrases.movedDistance), .number(phrases.unitsLabel)], rows: rows)))
    }
    let rows = facts.pooling.map { row in
      Grid.Row([
        Prose(row.label[language]), Prose(row.pull.map { number.percentage($0) } ?? NumberText.nothing),
        hundredths(row.moved), hundredths(row.most), Prose(number.integer(row.units)),
      ])
    }
    let columns: [Grid.Column] = [
      .text(phrases.featureLabel), .number(phrases.poolingPull), .number(phrases.poolingMean),
      .number(phrases.poolingMost), .number(phrases.unitsLabel),
    ]
    return blocks + [.table(Grid(caption: phrases.poolingCaption, columns: columns, rows: rows))]
  }
}
