/// Which columns of a table are read as features, and what that is for.
enum FeatureChoice {
  /// All columns beside the one that names the units, to make types from.
  case all
  /// These columns, which the stage normalise wrote, to make types from.
  case declared([String])
  /// These columns, from which a saved model was made, to assign units to its types.
  case model([String])

  /// The names that must be there; `nil` when all columns are taken.
  var names: [String]? {
    switch self {
    case .all: nil
    case .declared(let names), .model(let names): names
    }
  }

  /// Whether units are assigned to types that are there already.
  var isForModel: Bool {
    if case .model = self { true } else { false }
  }

  /// The least number of units that is of any use.
  var leastUnits: Int { isForModel ? 1 : 2 }
}
