import Texts

// How the units that answered were made to stand for all units of the register.

extension ReportWriter {
  func weighting() -> Chapter? {
    guard let facts = report.groundwork.weighting else { return nil }
    var blocks: [Block] = [.paragraph(Prose(phrases.weightingIntro(facts.margins.map { $0.label[language] })))]
    let found = weightsFound(facts)
    if !found.isEmpty { blocks.append(.paragraph(.joined(found.map { Prose($0) }, separator: " "))) }
    let merged = facts.margins.flatMap { margin in
      margin.cells.compactMap { cell in
        cell.mergedInto.map {
          Prose(phrases.mergedClass(cell.label[language], into: $0[language], margin: margin.label[language]))
        }
      }
    }
    if !merged.isEmpty { blocks.append(.bullets(merged)) }
    blocks += facts.margins.map { .table(grid($0)) }
    return Chapter("weighting", phrases.weighting, blocks)
  }

  private func weightsFound(_ facts: WeightingFacts) -> [Statement] {
    func source(_ name: String) -> NumberSource { .document(stage: "normalise", file: "weighting.json", [name]) }
    func hundredths(_ value: Double, _ name: String) -> Statement.Number {
      Statement.Number(number.decimal(value, digits: 2), value, from: source(name))
    }
    var found: [Statement] = []
    if facts.margins.count > 1, let rounds = facts.iterations, let converged = facts.converged {
      found.append(raking(rounds, converged, facts.largestDifference, source))
    }
    if let raised = facts.raised, let lowered = facts.lowered {
      let counts = [(raised, "trimmed_low"), (lowered, "trimmed_high")]
      let numbers = counts.map { Statement.Number(phrases.small($0), $0, from: source($1)) }
      found.append(
        Statement(phrases.trimmed(raised: raised, lowered: lowered), raised + lowered > 0 ? numbers : []))
    }
    if let least = facts.least, let greatest = facts.greatest {
      found.append(
        Statement(
          phrases.weightRange(least: least, greatest: greatest),
          [hundredths(least, "least_weight"), hundredths(greatest, "greatest_weight")]))
    }
    if let effect = facts.designEffect { found.append(weightsCost(effect, hundredths(effect, "kish_design_effect"))) }
    return found
  }

  private func raking(
    _ rounds: Int, _ converged: Bool, _ difference: Double?, _ source: (String) -> NumberSource
  ) -> Statement {
    let times = Statement.Number(
      number.count(rounds, one: phrases.round, many: phrases.rounds), rounds, from: source("iterations"))
    let left = difference.map {
      Statement.Number(phrases.smallShare($0), $0, from: source("largest_difference"))
    }
    return Statement(
      phrases.raking(rounds: rounds, converged: converged, difference: difference), [times] + [left].compactMap { $0 })
  }

  /// What differences between weights cost: the units of equal weights that would tell as much are so many as answered,
  /// divided by the design effect.
  private func weightsCost(_ effect: Double, _ printed: Statement.Number) -> Statement {
    let answered = report.response.unitsAnswered
    let counted = NumberSource.count(stage: "normalise", name: "units")
    let worth = Double(answered) / max(effect, 1)
    return Statement(
      phrases.weightsCost(effect, answered: answered),
      [
        printed, Statement.Number(phrases.count(answered), answered, from: counted),
        Statement.Number(number.integer(Int(worth.rounded())), worth, from: .ratio(counted, printed.source)),
      ])
  }

  private func grid(_ margin: WeightingFacts.Margin) -> Grid {
    func sum(_ value: Double?) -> Prose { Prose(value.map { number.decimal($0, digits: 1) } ?? NumberText.nothing) }
    let rows = margin.cells.map { cell in
      var label = cell.label[language]
      if let other = cell.mergedInto { label += " (\(phrases.merged(into: other[language])))" }
      return Grid.Row([
        Prose(label), Prose(number.decimal(cell.population, digits: 0)), sum(cell.before), sum(cell.after),
        Prose(number.integer(cell.answered)),
      ])
    }
    return Grid(
      caption: phrases.marginCaption(phrases.lowered(margin.label[language])),
      columns: [
        .text(phrases.classLabel), .number(phrases.inRegister), .number(phrases.weightsBefore),
        .number(phrases.weightsAfter), .number(phrases.answeredLabel),
      ], rows: rows)
  }
}
