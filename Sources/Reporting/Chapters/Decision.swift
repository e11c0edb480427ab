import Texts

// Why the runner-up does not come first, what would flip the choice, what other ways of reckoning say, and what the
// strategy does about the risks of doing nothing.

extension ReportWriter {
  func decisionBlocks(for type: TypeFacts) -> [Block] {
    guard let decision = type.decision, let first = decision.strategy else { return [] }
    return runnerUpBlocks(decision, first, type) + unvetoedBlocks(for: type) + flipBlocks(decision)
      + crossCheckBlocks(decision, first)
  }

  private func name(_ strategy: Int) -> String { report.strategies[strategy].name[language] }

  // MARK: The runner-up

  private func runnerUpBlocks(_ decision: DecisionFacts, _ first: Int, _ type: TypeFacts) -> [Block] {
    guard let runnerUp = decision.runnerUp, let next = ranked(runnerUp, in: type)?.score,
      let score = decision.score ?? ranked(first, in: type)?.score, !decision.differences.isEmpty
    else { return [] }
    let larger = decision.differences.sorted { $0.difference > $1.difference }.filter { $0.difference >= 0.005 }
    let smaller = decision.differences.sorted { $0.difference < $1.difference }.filter { $0.difference <= -0.005 }
    let text = phrases.whyNot(
      first: (name(first), score), runnerUp: (name(runnerUp), next),
      decides: larger.prefix(3).map { $0.criterion[language] },
      against: smaller.prefix(2).map { $0.criterion[language] })
    let caption = phrases.differencesCaption(name(first), name(runnerUp), type.letter)
    return [
      .heading(phrases.whyNotHeading(name(runnerUp))), .paragraph(Prose(text)),
      .table(differences(decision.differences, (score, next), caption)), .small(Prose(phrases.differencesNote)),
    ]
  }

  /// What would come first if nothing were ruled out.
  func unvetoedBlocks(for type: TypeFacts) -> [Block] {
    guard let other = type.decision?.unvetoed?.strategy else { return [] }
    let because = ranked(other, in: type)?.veto?[language]
    return [.paragraph(Prose(phrases.unvetoed(name(other), because: because)))]
  }

  /// The differences that show in two decimals, the largest first, and the scores.
  private func differences(
    _ all: [DecisionFacts.Difference], _ scores: (first: Double, next: Double), _ caption: String
  ) -> Grid {
    let shown = all.filter { $0.difference.magnitude >= 0.005 }.enumerated()
      .sorted {
        (-$0.element.difference.magnitude, $0.offset) < (-$1.element.difference.magnitude, $1.offset)
      }.map(\.element)
    func row(_ name: String, _ first: Double?, _ next: Double?, _ difference: Double, isMarked: Bool = false)
      -> Grid.Row
    {
      func text(_ value: Double?) -> Prose { Prose(value.map { number.decimal($0, digits: 2) } ?? "–") }
      return Grid.Row(
        [Prose(name), text(first), text(next), Prose(number.signed(difference, digits: 2))], isMarked: isMarked)
    }
    let rows = shown.map { row($0.criterion[language], $0.first, $0.runnerUp, $0.difference) }
    let sum = row(phrases.score, scores.first, scores.next, scores.first - scores.next, isMarked: true)
    return Grid(
      caption: caption,
      columns: [
        .text(phrases.criterion), .number(phrases.inFront), .number(phrases.runnerUp), .number(phrases.difference),
      ], rows: rows + [sum])
  }

  // MARK: What would flip it, and other ways of reckoning

  private func flipBlocks(_ decision: DecisionFacts) -> [Block] {
    guard let flips = decision.flips else { return [] }
    func nearest(_ kind: FlipFacts.Kind) -> FlipFacts? { flips.first { $0.kind == kind && $0.isSmallest } }
    let weight = nearest(.weight).map { flip in
      phrases.weightFlip(flip.name[language], from: flip.from, to: flip.to, strategy: name(flip.strategy))
    }
    let amount = nearest(.amount).map { flip in
      phrases.amountFlip(
        flip.name[language], unit: flip.unit?[language], from: flip.from, to: flip.to, change: flip.change,
        strategy: name(flip.strategy))
    }
    return [
      .heading(phrases.flipsHeading),
      .bullets([Prose(weight ?? phrases.noWeightFlip), Prose(amount ?? phrases.noAmountFlip)]),
    ]
  }

  private func crossCheckBlocks(_ decision: DecisionFacts, _ first: Int) -> [Block] {
    func other(_ strategy: Int?) -> String? { strategy.flatMap { $0 == first ? nil : name($0) } }
    var sentences: [String] = []
    if let agrees = decision.agrees {
      sentences.append(
        phrases.crossCheck(
          agrees: agrees, topsis: other(decision.topsisFirst), promethee: other(decision.prometheeFirst)))
    }
    if let equal = decision.equalFirst { sentences.append(phrases.equalWeights(name(equal))) }
    if let persons = decision.persons {
      sentences.append(phrases.personsAgreeing(persons.agreeing, of: persons.count, on: name(first)))
    }
    guard !sentences.isEmpty else { return [] }
    return [.heading(phrases.reckonedOtherwise), .paragraph(Prose(sentences.joined(separator: " ")))]
  }

  /// The strategies that are ruled out in some recalculations and not in others.
  func vetoBlocks(for type: TypeFacts) -> [Block] {
    let sentences = type.ranking.compactMap { ranked -> String? in
      guard let share = ranked.vetoShare, (0.05...0.95).contains(share) else { return nil }
      return phrases.wouldBeRuledOut(name(ranked.strategy), share)
    }
    return sentences.isEmpty ? [] : [.paragraph(Prose(sentences.joined(separator: " ")))]
  }

  // MARK: Doing nothing

  func doingNothing(of type: TypeFacts) -> Chapter? {
    guard !type.consequences.isEmpty else { return nil }
    var blocks: [Block] = [.paragraph(Prose(phrases.doingNothingIntro))]
    if let front = front(of: type), type.relief.contains(where: { $0.strategy == front }) {
      let ranges = report.reliefRanges.map { [$0.low, $0.medium, $0.high] }
      blocks += [.table(relief(for: type, front)), .small(Prose(phrases.reliefIsJudged(ranges)))]
    } else {
      blocks.append(.table(consequences(of: type)))
    }
    return Chapter("doing-nothing", phrases.doingNothing, label: phrases.doingNothingShort, blocks)
  }

  private func said(_ fact: ConsequenceFacts) -> Prose {
    guard let about = fact.about else { return Prose(fact.name[language]) }
    return "\(fact.name[language]): \(lowerCased(about[language]))"
  }

  /// A risk from 0 to 100, with its interval if there is one.
  func riskCell(_ value: Double?, _ low: Double?, _ high: Double?) -> Prose {
    guard let value else { return "–" }
    let text = number.decimal(value * 100, digits: 0)
    guard let low, let high else { return Prose(text) }
    return "\(text) (\(number.range(low * 100, high * 100, digits: 0)))"
  }

  private func relief(for type: TypeFacts, _ front: Int) -> Grid {
    let rows = type.consequences.map { fact in
      let relief = type.relief.first { $0.strategy == front && $0.consequence == fact.name }
      return Grid.Row([
        said(fact), riskCell(fact.risk, fact.low, fact.high), riskCell(relief?.risk, relief?.low, relief?.high),
        Prose(phrases.reliefLevel(relief?.level?.rawValue)),
      ])
    }
    return Grid(
      caption: phrases.reliefCaption(name(front), type.letter),
      columns: [
        .text(phrases.consequence), .number(phrases.riskOfNothing), .number(phrases.riskWithStrategy),
        .text(phrases.howStrongly),
      ], rows: rows)
  }

  private func consequences(of type: TypeFacts) -> Grid {
    let answers = front(of: type).map { report.strategies[$0].answers.map(\.consequence) } ?? []
    let rows = type.consequences.map { fact in
      var range: Prose = "–"
      if let low = fact.low, let high = fact.high {
        range = Prose(number.range(low * 100, high * 100, digits: 0))
      }
      return Grid.Row([
        said(fact), Prose(number.decimal(fact.risk * 100, digits: 0)), range,
        Prose(answers.contains(fact.name) ? phrases.yes : phrases.no),
      ])
    }
    return Grid(
      caption: phrases.consequencesCaption(type.letter),
      columns: [
        .text(phrases.consequence), .number(phrases.risk), .number(phrases.interval), .text(phrases.answeredByStrategy),
      ], rows: rows)
  }
}
