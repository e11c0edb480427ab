import Artefacts
import Diagnostics
import Strategies
import Tables

extension TypeProfiles {
  /// Returns the profile of every type in every field of work of a catalogue.
  ///
  /// - Parameters:
  ///   - matcher: What matches, for the order of sources and criteria.
  ///   - normalised: The folder that normalise left; without what respondents say of their field, no answers tell of fields.
  ///   - seed: The seed of the run.
  /// - Returns: A list of profiles a type, in the order of the catalogue's fields.
  /// - Throws: ``Diagnostics/Failure`` when the table cannot be read.
  func fields(of matcher: Matcher, _ normalised: ArtefactFolder, seed: UInt64) throws(Failure) -> [[FieldProfile]] {
    let catalogue = matcher.catalogue
    let wholes = types.indices.map { matcher.onCriteria(profile(ofType: $0)) }
    let name = "respondent-values"
    var answers = FieldAnswers(noneAbout: catalogue.criteria.count)
    if !catalogue.fields.isEmpty, normalised.hasTable(name) {
      let table = try normalised.table(name)
      if table["field"] != nil { answers = try fieldAnswers(table, catalogue) }
    }
    return FieldProfiling(catalogue: catalogue, least: matcher.settings.fieldLeast, seed: seed)
      .profiles(of: wholes, answers)
  }

  private func fieldAnswers(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> FieldAnswers {
    let positions = Dictionary(units.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    let unitOf = try table.texts("unit").map { positions[$0] }
    let ids = catalogue.fields.map(\.id)
    return FieldAnswers(
      fields: try table.texts("field").map { ids.firstIndex(of: $0) },
      units: unitOf.map { $0 ?? -1 },
      types: unitOf.map { unit in unit.flatMap { typeOfUnit[$0] } },
      redrawnTypes: redrawnTypes.map { types in unitOf.map { unit in unit.flatMap { types[$0] } } },
      values: catalogue.criteria.map { criterion in
        guard criterion.inFields == .own, !criterion.isJudged else { return [] }
        return table[criterion.source]?.numbers.map { $0 ?? .nan } ?? []
      })
  }
}
