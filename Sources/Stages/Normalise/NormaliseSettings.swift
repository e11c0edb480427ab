import Artefacts
import Diagnostics
import Estimation
import Normalisation
import Settings
import Survey

/// What the section `normalise` of a pipeline file says: one section, read by the rooms that it concerns.
struct NormaliseSettings: Sendable {
  /// Aggregating, weighting and estimating.
  var estimation: EstimationSettings
  /// The features.
  var features: NormalisationSettings
  /// What the units' data, and the wave itself, are to be fit for.
  var fitness: FitnessSettings

  init(reading reader: SettingsReader) {
    estimation = EstimationSettings(reading: reader)
    features = NormalisationSettings(reading: reader)
    fitness = FitnessSettings(reading: reader, classes: estimation.classes.map(\.name))
  }

  /// Returns an error for each source that does not exist or cannot give numbers.
  func unknownSources(among known: KnownSources, in codebook: Codebook) -> [Finding] {
    features.unknownSources(among: known) + estimation.unknownSources(among: known)
      + fitness.unknownSources(in: codebook)
  }

  /// What the record of a run says of the section; all of it stands in the pipeline file.
  var parameters: [RunRecord.Parameter] {
    let aggregation = estimation.aggregation
    var parameters = [
      RunRecord.Parameter("replicates", String(features.replicates)),
      RunRecord.Parameter("aggregation.summary", aggregation.summary.rawValue),
      RunRecord.Parameter("fit.mode", features.fit.mode.rawValue),
    ]
    if let question = aggregation.adjustFor {
      parameters.append(RunRecord.Parameter("aggregation.adjust_for", question))
    }
    if let pooling = aggregation.pooling {
      parameters.append(RunRecord.Parameter("aggregation.pooling.strata", pooling.strata ?? "all"))
    }
    if let wave = features.fit.wave { parameters.append(RunRecord.Parameter("fit.wave", wave)) }
    return parameters
  }
}
