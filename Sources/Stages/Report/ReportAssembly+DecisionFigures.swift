import Artefacts
import DecisionAnalysis
import Diagnostics
import Reporting
import Strategies
import Tables
import Texts

// What the figures about the choice of strategies show: the value functions of the catalogue with the amounts of the
// types, and what scores are made of.

extension ReportAssembly {
  func decisionFigureFacts() throws(Failure) -> DecisionFigureFacts {
    let table = try match.table("contributions")
    let criteria = catalogue.criteria.map(\.id)
    let types = try table.texts("type")
    let names = try table.texts("criterion")
    let strategies = try MatchedTypes.strategies(table, catalogue)
    let amounts = try table.numbers("amount")
    let parts = try table.numbers("contribution")
    var known = criteria.map { _ in members.ids.map { _ in Double?.none } }
    var scores = members.ids.map { _ in
      catalogue.strategies.map { _ in criteria.map { _ in 0.0 } }
    }
    for row in types.indices {
      guard let type = members.ids.firstIndex(of: types[row]), typeDisclosure.tells(type) else { continue }
      let criterion = try MatchedTypes.position(names[row], criteria, "criterion")
      if let amount = amounts[row] { known[criterion][type] = amount }
      scores[type][strategies[row]][criterion] = parts[row] ?? 0
    }
    return DecisionFigureFacts(
      judgements: criteria.indices.compactMap { judgement($0, known[$0]) },
      scores: members.ids.indices.map { type in
        guard typeDisclosure.tells(type) else { return [] }
        return scores[type].indices.map { DecisionFigureFacts.Score(strategy: $0, contributions: scores[type][$0]) }
      })
  }

  /// How a criterion judges amounts, one curve for each shape that a strategy wants.
  private func judgement(_ index: Int, _ amounts: [Double?]) -> DecisionFigureFacts.Judgement? {
    let criterion = catalogue.criteria[index]
    let curves = criterion.shapes.compactMap { shape -> DecisionFigureFacts.Judgement.Curve? in
      let wanting = catalogue.strategies.indices.filter { strategy in
        catalogue.strategies[strategy].wants.contains { $0.criterion == criterion.id && $0.shape == shape.name }
      }
      guard !wanting.isEmpty else { return nil }
      return DecisionFigureFacts.Judgement.Curve(
        strategies: wanting,
        anchors: shape.value.anchors.map {
          DecisionFigureFacts.Judgement.Anchor(amount: $0.amount, value: $0.worth)
        })
    }
    guard !curves.isEmpty else { return nil }
    return DecisionFigureFacts.Judgement(
      criterion: index, unit: MatchedTypes.unit(of: criterion), curves: curves, amounts: amounts)
  }
}
