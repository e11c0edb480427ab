import Charts
import Texts

// Figures about the choice of strategies: how amounts become values, and what scores are made of.

extension ReportWriter {
  /// How a criterion judges amounts, with the types on it; nothing for one that strategies do not look at.
  func valueFigure(of index: Int) -> Picture? {
    guard let facts = report.decisionFigures.judgements.first(where: { $0.criterion == index }) else { return nil }
    let criterion = report.criteria[index]
    let marks = zip(report.types, facts.amounts).compactMap { type, amount in
      amount.map { ValueFunctionChart.Mark(type: label(type), x: $0) }
    }
    let curves = facts.curves.map { curve in
      ValueFunctionChart.Curve(
        label: curve.strategies.map { report.strategies[$0].name[language] }.joined(separator: "; "),
        anchors: curve.anchors.map { ValueFunctionChart.Anchor(x: $0.amount, value: $0.value) })
    }
    guard !curves.isEmpty else { return nil }
    let name = criterion.name[language]
    let chart = ValueFunctionChart(
      title: name, quantity: facts.unit?[language] ?? name, curves: curves, marks: marks)
    return picture("value-\(Slug.names(report.criteria.map(\.id))[index])", chart, caption: "")
  }

  /// What the scores of the strategies in front of a type are made of; nothing when that is not known.
  func contributionFigure(of index: Int) -> Picture? {
    guard index < report.decisionFigures.scores.count else { return nil }
    let type = report.types[index]
    let scores = report.decisionFigures.scores[index]
    let shown = type.ranking.filter { $0.veto == nil }.prefix(3).compactMap { ranked in
      scores.first { $0.strategy == ranked.strategy }
    }
    // What hardly adds to any of them stands together, so that the rest can be told apart.
    let criteria = report.criteria.indices.filter { criterion in
      shown.contains { criterion < $0.contributions.count && $0.contributions[criterion] >= Self.leastContribution }
    }
    guard shown.count > 1, !criteria.isEmpty else { return nil }
    let rest = shown.map { score in
      score.contributions.indices.filter { !criteria.contains($0) }.reduce(0) { $0 + score.contributions[$1] }
    }
    let hasRest = rest.contains { $0 >= 0.005 }
    let chart = ContributionChart(
      title: phrases.contributionFigure(type.letter),
      criteria: criteria.map { report.criteria[$0].name[language] } + (hasRest ? [phrases.otherCriteria] : []),
      rows: zip(shown, rest).map { score, rest in
        ContributionChart.Row(
          label: report.strategies[score.strategy].name[language],
          contributions: criteria.map { score.contributions[$0] } + (hasRest ? [rest] : []))
      })
    return picture("contributions-\(typeFiles[index].dropFirst(5))", chart, caption: phrases.contributionFigureCaption)
  }

  /// The least part of a score with which a criterion is drawn apart.
  private static let leastContribution = 0.04
}
