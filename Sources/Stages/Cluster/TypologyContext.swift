import Clustering
import Diagnostics
import Tables

/// What is told about a typology beside the evidence for it: its profiles, and unless the search is quick what other
/// methods, other features and other variables say of it.
struct TypologyContext {
  private let profiles: TypologyProfiles
  private let opinions: SecondOpinions?
  private let sensitivity: TypologySensitivity?
  private let validation: TypologyValidation?

  init(_ typology: Typology, _ background: UnitBackground?, quick: Bool) async {
    profiles = await TypologyProfiles(typology, background)
    guard !quick else {
      (opinions, sensitivity, validation) = (nil, nil, nil)
      return
    }
    let groups = FeatureGroups(typology.features.features, background?.transform)
    let answers = MixedAnswers(typology.features, groups, background)
    opinions = await SecondOpinions(typology, answers)
    sensitivity = await TypologySensitivity(typology, groups, weights: background?.weights ?? typology.features.weights)
    if let background {
      validation = await TypologyValidation(typology, background)
    } else {
      validation = nil
    }
  }

  /// The tables; those that were not measured are left out.
  var tables: [Table] {
    let measured = [opinions.flatMap { $0.opinions.isEmpty ? nil : $0.table }, sensitivity?.table, validation?.table]
    return [profiles.table, profiles.memberTable] + measured.compactMap { $0 }
  }

  /// What a reader of the log should know.
  var findings: [Finding] { opinions?.findings ?? [] }

  /// Returns the model with what the types stand out in, and what other methods make of the units.
  func completing(_ model: ClusterModel) -> ClusterModel {
    var model = model
    for type in model.types.indices { model.types[type].marks = profiles.marks(of: type) }
    model.secondOpinions = opinions?.sentence
    return model
  }
}
