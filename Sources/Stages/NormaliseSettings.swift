import Diagnostics
import Estimation
import Normalisation
import Settings
import Survey

/// What the section `normalise` of a pipeline file says: one section, read by the rooms that it concerns.
struct NormaliseSettings {
  /// Aggregating, weighting and estimating.
  var estimation: EstimationSettings
  /// The features.
  var features: NormalisationSettings

  init(reading reader: SettingsReader) {
    estimation = EstimationSettings(reading: reader)
    features = NormalisationSettings(reading: reader)
  }

  /// Returns an error for each source that does not exist or cannot give numbers.
  func unknownSources(among known: KnownSources) -> [Finding] {
    features.unknownSources(among: known) + estimation.unknownSources(among: known)
  }
}
