import Diagnostics
import Normalisation
import Tables
import Texts

// The type of a unit, and how well it sits there.

extension StorySources {
  /// How many features are told in which a unit differs from its type.
  private static let toldDifferences = 5

  /// The type of a unit; `nil` for a unit without one.
  func placing(of code: String) throws(Failure) -> UnitStory.Placing? {
    guard let type = members.placing[code]?.type, let row = try typeTable.texts("unit").firstIndex(of: code) else {
      return nil
    }
    let next = try typeTable.texts("next_type")[row]
    return UnitStory.Placing(
      own: typeName(type), certainty: try typeTable.numbers("certainty")[row],
      grade: try typeTable.texts("grade")[row], next: members.ids.firstIndex(of: next).map(typeName),
      margin: try typeTable.numbers("margin")[row], isNearTie: try typeTable.texts("near_tie")[row] == "true",
      silhouette: try typeTable.numbers("silhouette")[row], differences: differences(of: code, type))
  }

  /// The features that types were made from in which a unit differs most from the mean of its type; equal differences in the
  /// order of the features.
  private func differences(of code: String, _ type: Int) -> [UnitStory.Difference] {
    guard let row = features.row(of: code) else { return [] }
    let profile = features.profile(of: members.codes[type])
    let all = features.fitted.indices.filter { features.fitted[$0].use == .cluster }.map { position in
      let feature = features.fitted[position]
      let own = features.standardised[position][row]
      return UnitStory.Difference(
        feature: feature.name, label: text(feature.label), own: own, typeMean: profile[position],
        difference: own - profile[position])
    }
    let order = all.indices.sorted { (-all[$0].difference.magnitude, $0) < (-all[$1].difference.magnitude, $1) }
    return order.prefix(Self.toldDifferences).map { all[$0] }
  }
}
