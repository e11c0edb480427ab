import Texts

// Fitness for purpose, in both senses: of the units' data for their goal, and of this wave for its uses.

extension ReportWriter {
  // MARK: The units' data

  func dataFitness() -> Chapter? {
    guard let facts = report.groundwork.dataFitness, !facts.rows.isEmpty else { return nil }
    var blocks: [Block] = []
    if let text = goalMatters(facts) { blocks.append(.lead(Prose(text))) }
    blocks.append(.paragraph(Prose(phrases.dataFitnessIntro)))
    if let question = facts.question {
      let text = phrases.dataFitnessQuestions(suffices: plain(question), goal: facts.goal.map(plain))
      blocks.append(.small(Prose(text)))
    }
    blocks += [.table(fieldTable(facts)), .small(Prose(dataLegend(facts)))]
    return Chapter("data-fitness", phrases.dataFitness, label: phrases.dataFitnessShort, blocks)
  }

  /// A question without the full stop at its end.
  private func plain(_ question: Wording) -> String {
    let text = question[language]
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private func goalMatters(_ facts: DataFitnessFacts) -> String? {
    guard let all = facts.rows.first(where: { $0.field == nil }), let with = all.cells[.yes]?.share,
      let without = all.cells[.no]?.share
    else { return nil }
    return phrases.goalMatters(with: with, without: without)
  }

  private func fieldTable(_ facts: DataFitnessFacts) -> Grid {
    let goals = DataFitnessFacts.Goal.allCases.filter { goal in facts.rows.contains { $0.cells[goal] != nil } }
    let rows = facts.rows.map { row in
      Grid.Row(
        [Prose(row.field?[language] ?? phrases.allFields)] + goals.map { cell(row.cells[$0]) },
        isMarked: row.field == nil)
    }
    let columns: [Grid.Column] = goals.map { goal in
      switch goal {
      case .all: .text(phrases.withAndWithoutGoal)
      case .yes: .text(phrases.withGoal)
      case .no: .text(phrases.withoutGoal)
      }
    }
    return Grid(
      caption: phrases.dataFitnessCaption, columns: [.text(phrases.policyField)] + columns, rows: rows)
  }

  private func cell(_ cell: DataFitnessFacts.Cell?) -> Prose {
    guard let cell else { return Prose(NumberText.nothing) }
    let verdict = phrases.dataVerdict(cell.verdict.rawValue)
    guard cell.verdict != .tooFew, cell.verdict != .withheld, let share = cell.share else { return Prose(verdict) }
    var text = number.percentage(share)
    if let low = cell.low, let high = cell.high { text += " (\(number.percentageRange(low, high)))" }
    return "\(strong: verdict): \(text)"
  }

  private func dataLegend(_ facts: DataFitnessFacts) -> String {
    let minimum = report.groundwork.disclosure?.minimum
    return [phrases.dataVerdictLegend(fit: facts.fit, unfit: facts.unfit), minimum.map(phrases.fieldsMinimum)]
      .compactMap { $0 }.joined(separator: " ")
  }

  // MARK: This wave

  func waveFitness() -> Chapter? {
    let uses = report.groundwork.waveFitness
    guard !uses.isEmpty else { return nil }
    let verdicts = uses.map { use in
      Fact(
        term: "\(use.use[language]): \(phrases.waveVerdict(use.verdict.rawValue))", text: Prose(why(use)))
    }
    let details = uses.filter { !$0.criteria.isEmpty }.map { Block.table(needs(of: $0)) }
    var blocks: [Block] = [.paragraph(Prose(phrases.waveFitnessIntro)), .facts(verdicts)]
    if !details.isEmpty {
      blocks.append(.folded(phrases.allCriteria, [.paragraph(Prose(phrases.needsExplained))] + details))
    }
    return Chapter("wave-fitness", phrases.waveFitness, label: phrases.waveFitnessShort, blocks)
  }

  /// The needs that are not met, at most three of them in words.
  private func why(_ use: WaveFitnessFacts) -> String {
    let missing = use.criteria.filter { $0.isMet != true }
    guard !missing.isEmpty else { return phrases.everythingMet }
    let told = missing.prefix(3).map {
      phrases.shortfall(
        $0.name, about: $0.about?[language], value: $0.value, needed: $0.needed, isNeed: $0.isNeed)
    }
    guard missing.count > told.count else { return told.joined(separator: " ") }
    return ([phrases.notMet(missing.count, of: use.criteria.count)] + told).joined(separator: " ")
  }

  private func needs(of use: WaveFitnessFacts) -> Grid {
    let rows = use.criteria.map { criterion in
      var label = phrases.capitalised(phrases.criterionOfUse(criterion.name))
      if let about = criterion.about { label += ": \(about[language])" }
      func text(_ value: Double?) -> Prose {
        Prose(value.map { phrases.criterionValue(criterion.name, $0) } ?? NumberText.nothing)
      }
      return Grid.Row([
        Prose(label), Prose(phrases.met(criterion.isMet)), text(criterion.value), text(criterion.needed),
        Prose(phrases.importance(isNeed: criterion.isNeed)),
      ])
    }
    return Grid(
      caption: phrases.criteriaOf(use.use[language]),
      columns: [
        .text(phrases.needLabel), .text(phrases.metLabel), .number(phrases.foundValue), .number(phrases.neededValue),
        .text(phrases.importanceLabel),
      ], rows: rows)
  }
}
