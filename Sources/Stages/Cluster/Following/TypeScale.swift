import Artefacts
import Clustering
import Diagnostics
import Matrices
import Normalisation

// Features in the scale of another wave.

/// The document beside `model.json` with the fitted features in whose scale it is, when that is not the scale of the wave.
let scaleDocument = "scale.json"

/// Returns the fitted features in whose scale the typology of a wave is.
///
/// - Parameters:
///   - cluster: The folder that cluster left of the wave.
///   - normalise: The one that normalise left of it.
/// - Returns: The fitted features.
/// - Throws: ``Diagnostics/Failure`` when they cannot be read.
func scale(of cluster: ArtefactFolder, _ normalise: ArtefactFolder) throws(Failure) -> FittedTransform {
  if cluster.hasFile(scaleDocument) { return try cluster.json(scaleDocument, as: FittedTransform.self) }
  return try normalise.json("features.json", as: FittedTransform.self)
}

extension FeatureTable {
  /// Returns the features as another wave scales them, replicates included.
  ///
  /// Each number goes back to the raw value that it was made from and through the other fit; a feature that is fitted alike
  /// keeps its bits. What was winsorised comes back as the bound, and a gap as what filled it. Scores of answers (ridits)
  /// are taken as they are.
  ///
  /// - Parameters:
  ///   - own: How the features are scaled.
  ///   - other: How the other wave scales them; features that it lacks stay as they are.
  /// - Returns: The same units and features.
  /// - Complexity: O(*r* · *n* · *d*) for *r* replicates.
  func rescaled(from own: FittedTransform, to other: FittedTransform) -> FeatureTable {
    let width = features.count
    var (numbers, redrawn) = (values.values, replicates?.values ?? [])
    for (column, name) in features.enumerated() {
      guard let position = own.position(of: name), let place = other.position(of: name) else { continue }
      let (from, to) = (own.features[position], other.features[place])
      if from.scalesAlike(to) { continue }
      for index in stride(from: column, to: numbers.count, by: width) {
        numbers[index] = to.scaled(from.original(numbers[index]))
      }
      for index in stride(from: column, to: redrawn.count, by: width) {
        redrawn[index] = to.scaled(from.original(redrawn[index]))
      }
    }
    var table = self
    table.values = Matrix(rows: values.rows, columns: width, values: numbers)
    table.replicates = replicates.map { known in
      Replicates(count: known.count, rows: known.rows, columns: known.columns, values: redrawn)
    }
    return table
  }
}

extension FittedFeature {
  /// Whether both scale a raw value in the same way.
  func scalesAlike(_ other: FittedFeature) -> Bool {
    transform == other.transform && ranks == other.ranks && winsorised == other.winsorised && centre == other.centre
      && spread == other.spread && weight == other.weight
  }
}
