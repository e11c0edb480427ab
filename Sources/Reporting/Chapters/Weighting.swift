import Texts

// How the units that answered were made to stand for all units of the register.

extension ReportWriter {
  func weighting() -> Chapter? {
    guard let facts = report.groundwork.weighting else { return nil }
    var blocks: [Block] = [.paragraph(Prose(phrases.weightingIntro(facts.margins.map { $0.label[language] })))]
    let found = weightsFound(facts)
    if !found.isEmpty { blocks.append(.paragraph(Prose(found.joined(separator: " ")))) }
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

  private func weightsFound(_ facts: WeightingFacts) -> [String] {
    var text: [String] = []
    if facts.margins.count > 1, let rounds = facts.iterations, let converged = facts.converged {
      text.append(phrases.raking(rounds: rounds, converged: converged, difference: facts.largestDifference))
    }
    if let raised = facts.raised, let lowered = facts.lowered {
      text.append(phrases.trimmed(raised: raised, lowered: lowered))
    }
    if let least = facts.least, let greatest = facts.greatest {
      text.append(phrases.weightRange(least: least, greatest: greatest))
    }
    if let effect = facts.designEffect {
      text.append(phrases.weightsCost(effect, answered: report.response.unitsAnswered))
    }
    return text
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
