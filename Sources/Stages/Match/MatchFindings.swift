import DecisionAnalysis
import Diagnostics
import Strategies

/// What is noticed of a match: types without a strategy, strategies that tie because the same is known of them, and criteria
/// that tell no strategies apart.
struct MatchFindings {
  let catalogue: Catalogue
  /// The file of the catalogue.
  let file: String
  let tables: MatchTables
  /// The amounts of each type on the criteria.
  let amounts: [[Double]]

  /// Returns the findings about all types, in their order.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 78 when no type may have any strategy.
  func all() throws(Failure) -> [Finding] {
    try excluded() + amounts.indices.flatMap { ties($0) + idle($0) }
  }

  private var place: Place { Place(file: file) }

  private func excluded() throws(Failure) -> [Finding] {
    let without = tables.typesWithoutStrategy
    if without.isEmpty { return [] }
    let mend = "loosen a bound under 'never', or add a strategy that fits; 'ranking.csv' tells which rule excludes each"
    if without.count == tables.matches.count {
      throw Failure(
        .badPipeline, rule: "all-excluded", at: place,
        message: "every strategy of the catalogue is excluded for every type", mend: mend)
    }
    return without.map { type in
      Finding(
        .warning, rule: "all-excluded", at: place, value: type,
        message: "every strategy of the catalogue is excluded for type \(type)", mend: mend)
    }
  }

  /// Strategies that want the same altogether were told when the catalogue was read.
  private func ties(_ type: Int) -> [Finding] {
    let always = catalogue.model.identicalAlternatives()
    return catalogue.model.identicalAlternatives(for: amounts[type]).filter { !always.contains($0) }.map { group in
      let names = group.map { "'\(catalogue.strategies[$0].id)'" }.joined(separator: " and ")
      return Finding(
        .warning, rule: "identical-values", at: place, value: tables.profiles.types[type],
        message:
          "for type \(tables.profiles.types[type]) all criteria are worth the same to \(names), so that they tie",
        mend: "choose between them on other grounds, or add a criterion on which they differ")
    }
  }

  private func idle(_ type: Int) -> [Finding] {
    catalogue.model.idleCriteria(for: amounts[type]).compactMap { idle in
      let criterion = catalogue.criteria[idle.criterion]
      let name = tables.profiles.types[type]
      switch idle.reason {
      case .unknown where !criterion.isJudged:
        return Finding(
          .note, rule: "unknown-amount", at: place, value: criterion.id,
          message:
            "'\(criterion.source)' is not known for type \(name), so that the criterion '\(criterion.id)' does not count",
          mend: "ask for it in the next wave, or remove the criterion")
      case .sameValue:
        return Finding(
          .note, rule: "same-value", at: place, value: criterion.id,
          message:
            "for type \(name) the criterion '\(criterion.id)' is worth the same to every strategy, and tells none apart",
          mend: "nothing needs to be done; look at its anchors when this holds for every type")
      case .withoutPoints, .notNamed, .unknown: return nil
      }
    }
  }
}
