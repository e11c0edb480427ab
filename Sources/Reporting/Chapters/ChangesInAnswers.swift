import Charts
import Texts

// What the page of changes says beside estimates and types: causes, drift, all waves, and old waves by the types of now.

extension ReportWriter {
  /// The chapters after the movers; none when the answers were not compared.
  func comparisonChapters(_ facts: ChangeFacts) -> [Chapter] {
    guard let comparison = facts.comparison else { return [] }
    return [drift(comparison), transitions(comparison), backcast(comparison)].compactMap { $0 }
  }

  // MARK: Causes

  /// Why units moved, in counts; nothing when it was not found out.
  func causes(_ facts: ChangeFacts) -> [Block] {
    guard let comparison = facts.comparison else { return [] }
    var blocks: [Block] = [.heading(phrases.causes), .paragraph(Prose(phrases.causesIntro))]
    guard let causes = comparison.causes else { return blocks + [.small(Prose(phrases.causesWithheld))] }
    let rows = causes.map { Grid.Row([Prose(phrases.cause($0.cause.rawValue)), Prose(number.integer($0.units))]) }
    blocks.append(
      .table(
        Grid(
          caption: phrases.causes, columns: [.text(phrases.causeLabel), .number(phrases.unitsLabel)], rows: rows)))
    return blocks
  }

  // MARK: Drift

  private func drift(_ comparison: ComparisonFacts) -> Chapter? {
    if comparison.drift.isEmpty { return nil }
    let tested = comparison.drift.filter { $0.probability != nil }
    let drifted = comparison.drift.filter { $0.hasDrifted && !$0.reason.isOfQuestionnaire }
    var blocks: [Block] = [
      .paragraph(
        Prose(phrases.driftIntro(questions: tested.count { !$0.isFeature }, features: tested.count(where: \.isFeature)))
      )
    ]
    if drifted.isEmpty {
      blocks.append(.paragraph(Prose(phrases.nothingDrifted)))
    } else {
      blocks.append(.table(driftTable(drifted, phrases.driftedCaption)))
    }
    blocks.append(.folded(phrases.allDriftCaption, [.table(driftTable(tested, phrases.allDriftCaption))]))
    blocks += questionnaire(comparison.drift.filter { $0.reason.isOfQuestionnaire })
    return Chapter("drift", phrases.drift, blocks)
  }

  private func driftTable(_ columns: [DriftFacts], _ caption: String) -> Grid {
    let rows = columns.map { column in
      Grid.Row([
        Prose(column.label[language]), Prose(phrases.driftKind(isFeature: column.isFeature)),
        Prose(column.stability.map { number.decimal($0, digits: 2) } ?? NumberText.nothing),
        Prose(column.stabilityOfNoise.map { number.decimal($0, digits: 2) } ?? NumberText.nothing),
        Prose(phrases.driftVerdict(column.stability ?? 0, hasDrifted: column.hasDrifted)),
      ])
    }
    return Grid(
      caption: caption,
      columns: [
        .text(phrases.driftColumn), .text(phrases.driftKindLabel), .number(phrases.driftSize),
        .number(phrases.driftNoise), .text(phrases.driftVerdictLabel),
      ], rows: rows)
  }

  /// What changed about the questions themselves, and what is made from those that did.
  private func questionnaire(_ changed: [DriftFacts]) -> [Block] {
    let questions = changed.filter { !$0.isFeature }
    if questions.isEmpty { return [] }
    func list(_ reason: DriftFacts.Reason) -> String? {
      let labels = questions.filter { $0.reason == reason }.map { plain($0.label) }
      return labels.isEmpty ? nil : phrases.changedQuestions(reason.rawValue, labels)
    }
    let lines = [list(.reworded), list(.added), list(.removed)].compactMap { $0 }
    var blocks: [Block] = [.heading(phrases.questionnaireDrift), .bullets(lines.map { Prose($0) })]
    let features = changed.filter(\.isFeature).map { phrases.lowered(plain($0.label)) }
    blocks.append(.small(Prose(phrases.questionnaireNote(features))))
    return blocks
  }

  private func plain(_ wording: Wording) -> String {
    let text = wording[language]
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  // MARK: All waves

  /// The flows between waves before the last pair, which stands with the types; nothing when there is but one pair.
  private func transitions(_ comparison: ComparisonFacts) -> Chapter? {
    let earlier = comparison.transitions.dropLast()
    if earlier.isEmpty { return nil }
    let pictures = earlier.enumerated().map { index, facts in
      let chart = FlowChart(
        title: phrases.flowsFigure(from: facts.from, to: facts.to), waves: (facts.from, facts.to),
        earlier: facts.earlier.map(node), later: facts.later.map(node), counts: facts.counts)
      return Block.figure(picture("flows-\(index + 1)", chart, caption: phrases.flowsFigureCaption))
    }
    return Chapter("all-waves", phrases.allWaves, [.paragraph(Prose(phrases.allWavesIntro))] + pictures)
  }

  private func node(_ letter: String) -> FlowChart.Node {
    let name = report.types.first { $0.letter == letter }?.name[language] ?? ""
    return .type(TypeLabel(letter: letter, name: name))
  }

  // MARK: Old waves

  private func backcast(_ comparison: ComparisonFacts) -> Chapter? {
    let waves = comparison.backcast.filter { $0.units > 0 }
    guard let last = waves.last else { return nil }
    let rows = waves.map { wave in
      Grid.Row([
        Prose(wave.wave), Prose(number.integer(wave.units)), Prose(number.integer(wave.same)),
        Prose(number.percentage(wave.share)),
      ])
    }
    return Chapter(
      "backcast", phrases.backcast,
      [
        .paragraph(Prose(phrases.backcastIntro(last.wave, same: last.same, of: last.units))),
        .table(
          Grid(
            caption: phrases.backcastCaption,
            columns: [
              .text(phrases.waveLabel), .number(phrases.unitsLabel), .number(phrases.sameTypeLabel),
              .number(phrases.shareLabel),
            ], rows: rows)),
      ])
  }
}
