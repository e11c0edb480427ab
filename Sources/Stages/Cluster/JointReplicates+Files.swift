import Artefacts
import Clustering
import Files

extension JointReplicates {
  /// The replicates as later stages take them: `replicate-types.npy`, the index of the type of each unit (replicates ×
  /// units), and `centroids.npy` (replicates × types × features, NaN for a type that a replicate does not have); units as in
  /// `types.csv`, types and features as in `model.json`.
  var documents: [FileContent] {
    [
      FileContent(
        "replicate-types.npy", bytes: NumPyArray(shape: [count, rows], values: labels.map(Double.init)).bytes),
      FileContent("centroids.npy", bytes: NumPyArray(shape: [count, clusters, columns], values: centroids).bytes),
    ]
  }
}
