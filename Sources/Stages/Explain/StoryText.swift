import Texts

/// A story as text for a terminal.
struct StoryText {
  private let story: UnitStory
  private let phrases: Phrases
  private var page = TextPage()

  /// The whole text, with a last line break.
  var text: String { page.text }

  /// Writes a story.
  init(_ story: UnitStory, _ phrases: Phrases) {
    self.story = story
    self.phrases = phrases
    let unit = story.code.map { $0 == story.name ? story.name : "\(story.name) (\($0))" } ?? story.name
    let title = "\(unit) · \(phrases.waveOn(story.wave, phrases.date(story.date)))"
    page.heading(title, mark: "=")
    tellRules()
    page.space()
    for remark in story.remarks { say(remark) }
    if let answers = story.answers { tell(answers) }
    if let type = story.type { tell(type) }
    if let move = story.move { tell(move) }
    if let strategy = story.strategy { tell(strategy) }
    for road in story.roads { tell(road) }
    if !story.consequences.isEmpty { tellConsequences() }
    if story.kind == .silent { tellExpectation() }
    if let neighbours = story.neighbours { tell(neighbours) }
    if story.kind != .noUnit {
      page.space()
      tellRules()
    }
  }

  private var number: NumberText { phrases.number }

  // MARK: Lines

  private mutating func say(_ text: String) { page.paragraph(text) }

  private mutating func note(_ text: String) {
    page.space()
    say(text)
  }

  /// Adds a table whose first column is words and whose others are numbers.
  private mutating func table(_ header: [String], _ rows: [[String]]) {
    page.space()
    page.table(header.enumerated().map { TextPage.Column($0.element, isNumber: $0.offset > 0) }, rows)
  }

  private func decimal(_ value: Double?, _ digits: Int = 2) -> String {
    value.map { number.decimal($0, digits: digits) } ?? NumberText.nothing
  }

  private func hundredths(_ share: Double?) -> String {
    share.map { number.decimal($0 * 100, digits: 0) } ?? NumberText.nothing
  }

  private func strategies(_ verdict: UnitStory.Verdict) -> String {
    guard let first = verdict.strategies.first, let share = verdict.acceptability.first else {
      return phrases.noStrategy
    }
    return verdict.verdict == "clear"
      ? phrases.winner(first.name, share)
      : phrases.contenders(verdict.strategies.map(\.name), verdict.acceptability)
  }

  /// What may be published, and that answers are simulated.
  private mutating func tellRules() {
    say(story.publication.note)
    if story.kind == .respondent { say(phrases.mayBePublished(story.publication.isAllowed)) }
    if story.simulated { say(phrases.capitalised(phrases.simulated) + ".") }
  }
}

// MARK: - The parts

extension StoryText {
  private mutating func tell(_ answers: UnitStory.Answers) {
    page.heading(phrases.storyAnswers)
    let functions = answers.functions.map { "\($0.label) (\(number.integer($0.count)))" }
    say(phrases.respondents(answers.respondents, functions: number.list(functions)))
    if !answers.features.isEmpty {
      let own = answers.arePooled ? [phrases.storyOwn, phrases.storyUsed] : [phrases.storyOwn]
      table(
        [phrases.featureLabel, phrases.storyCount] + own
          + [phrases.storyError, phrases.storyType, phrases.storyAll],
        answers.features.map { feature in
          [feature.label, feature.n.map(number.integer) ?? NumberText.nothing]
            + (answers.arePooled ? [decimal(feature.own), decimal(feature.used)] : [decimal(feature.used)])
            + [decimal(feature.standardError), decimal(feature.typeMean), decimal(feature.allMean)]
        })
      note(phrases.storyAnswersLegend(adjusted: answers.areAdjusted, pooled: answers.arePooled))
    }
    if !answers.missing.isEmpty {
      page.space()
      for missing in answers.missing {
        say(
          phrases.storyMissing(
            missing.label, value: missing.isForType ? missing.value.map { decimal($0) } : nil,
            from: missing.method.map(phrases.imputation)))
      }
    }
  }

  private mutating func tell(_ type: UnitStory.Placing) {
    page.heading(phrases.storyTypeHeading)
    say(phrases.storyTypeIs(type.own.letter, type.own.name, phrases.count(type.own.size)))
    if let certainty = type.certainty, let grade = Sureness(rawValue: type.grade) {
      say(phrases.storyCertainty(phrases.grade(grade), certainty))
    }
    if let next = type.next {
      say(phrases.storyNext(next.letter, next.name, margin: type.margin.map { decimal($0) }))
    }
    if type.isNearTie { say(phrases.storyNearTie) }
    if let width = type.silhouette { say(phrases.storySilhouette(decimal(width), isNearer: width < 0)) }
    guard !type.differences.isEmpty else { return }
    table(
      [phrases.storyDifferences, phrases.storyOwn, phrases.storyType, phrases.storyDifference],
      type.differences.map { difference in
        [
          difference.label, number.signed(difference.own, digits: 1), number.signed(difference.typeMean, digits: 1),
          number.signed(difference.difference, digits: 1),
        ]
      })
    note(phrases.storyDifferencesLegend)
  }

  private mutating func tell(_ move: UnitStory.Move) {
    page.heading(phrases.storyMove(move.wave))
    say(phrases.storyMoved(from: move.from, to: move.to, in: move.wave, as: move.earlierUnit))
    say(phrases.storyChanceOfSame(move.chanceOfSame))
    say(phrases.storyCause(move.cause, detail: move.detail))
    if let before = move.officialsBefore, let now = move.officialsNow, let same = move.officialsSame {
      say(phrases.storyOfficials(before: before, now: now, same: same))
    } else {
      say(phrases.storyOfficialsUnknown)
    }
  }

  private mutating func tell(_ choice: UnitStory.Choice) {
    page.heading(phrases.storyStrategy)
    say(strategies(choice.ofType))
    if let other = choice.other {
      say(
        other.isMisfit
          ? phrases.storyMisfit(other.strategy.name, other.share)
          : phrases.storyLeaning(other.strategy.name, other.share, least: other.leastShare))
      say(
        phrases.storyScores(
          own: decimal(other.ownScore), other.typeStrategy.name, ofType: other.typeScore.map { decimal($0) }))
      say(phrases.storyDeciding(other.criterion, decimal(other.criterionDifference)))
    } else if choice.ofType.strategies.first != nil {
      say(phrases.storySameStrategy)
    }
    if !choice.own.isEmpty {
      table(
        [phrases.storyOwnRanking, phrases.score, phrases.firstOften],
        choice.own.map { ["\($0.rank). \($0.strategy.name)", decimal($0.score), phrases.oftenShort($0.acceptability)] })
    }
    if !choice.vetoed.isEmpty { page.space() }
    for vetoed in choice.vetoed { say(phrases.storyVetoed(vetoed.strategy.name, vetoed.because)) }
    if let free = choice.withoutVeto { say(phrases.storyWithoutVeto(free.strategy.name, decimal(free.score))) }
  }

  private mutating func tell(_ road: UnitStory.Road) {
    page.heading(phrases.storyRoad(road.strategy.name, isOfType: road.isOfType))
    if road.preconditions.isEmpty { say(phrases.storyNoPreconditions) }
    let states = road.preconditions.map { phrases.storyState($0.state.rawValue) }
    let column = 5 + (states.map(\.count).max() ?? 0)
    for (precondition, state) in zip(road.preconditions, states) {
      page.item("\(precondition.step). \(state)", precondition.text, column: column)
      page.item("", tested(precondition), column: column)
    }
    guard !road.firstSteps.isEmpty else { return }
    page.space()
    say(phrases.firstSteps)
    for step in road.firstSteps { page.item("-", step, column: 2) }
  }

  /// What was measured of a precondition beside what it needs.
  private func tested(_ precondition: UnitStory.Precondition) -> String {
    guard let label = precondition.label else { return phrases.storyUntested }
    let needed = phrases.storyNeeded(precondition.atLeast.map { decimal($0) }, precondition.atMost.map { decimal($0) })
    guard let amount = precondition.amount else { return "\(label): \(phrases.storyNotAnswered), \(needed)." }
    let sure = precondition.share.map { "; " + phrases.storyMetOften($0) } ?? ""
    return "\(label): \(decimal(amount)), \(needed)\(sure)."
  }

  private mutating func tellConsequences() {
    page.heading(phrases.doingNothing)
    table(
      [phrases.consequence, phrases.storyOwn, phrases.interval, phrases.storyType],
      story.consequences.map { consequence in
        let range = consequence.low.flatMap { low in
          consequence.high.map { number.range(low * 100, $0 * 100, digits: 0) }
        }
        return [
          consequence.name, hundredths(consequence.risk), range ?? NumberText.nothing, hundredths(consequence.typeRisk),
        ]
      })
    note(phrases.storyRisks)
  }

  private mutating func tellExpectation() {
    page.heading(phrases.storyExpected)
    say(phrases.storySilent)
    guard let expected = story.expected, !expected.shares.isEmpty else { return say(phrases.storyNothingExpected) }
    if let accuracy = expected.accuracy, let baseline = expected.baselineAccuracy {
      say(phrases.storyAccuracy(accuracy, baseline: baseline))
    }
    page.space()
    for share in expected.shares {
      page.item(
        paddedLeft(number.frequency(share.share), 6),
        "\(share.type.letter), \(share.type.name): \(inShort(share.strategy))", column: 8)
    }
  }

  /// Which strategy comes first, in a few words.
  private func inShort(_ verdict: UnitStory.Verdict) -> String {
    guard verdict.verdict == "clear", let first = verdict.strategies.first, let share = verdict.acceptability.first
    else {
      return phrases.between(verdict.strategies.map { "‘\($0.name)’" }) + "."
    }
    return phrases.storyExpectedStrategy(first.name, share) + "."
  }

  private func paddedLeft(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private mutating func tell(_ neighbours: UnitStory.Neighbours) {
    page.heading(phrases.storyNeighbours)
    let isSilent = story.kind == .silent
    say(
      isSilent ? phrases.storyAlike(number.list(neighbours.features.map(phrases.lowered))) : phrases.storyNear)
    let open = story.roads.first?.preconditions.filter { $0.state == .open }.map(\.step) ?? []
    table(
      [phrases.capitalised(phrases.unit), phrases.storyDistance, phrases.storyType]
        + (neighbours.sizeLabel.map { [$0] } ?? []) + [phrases.storyPeople]
        + (open.isEmpty ? [] : [phrases.storyMeets]),
      neighbours.units.map { unit in
        [unit.name, decimal(unit.distance), unit.type]
          + (neighbours.sizeLabel == nil
            ? [] : [unit.size.map { number.decimal($0, digits: 0) } ?? NumberText.nothing])
          + [number.integer(unit.respondents)]
          + (open.isEmpty
            ? [] : [unit.meets.isEmpty ? NumberText.nothing : unit.meets.map(String.init).joined(separator: ", ")])
      })
    if !open.isEmpty { note(phrases.storyMeetsLegend(number.list(open.map(String.init)))) }
  }
}
