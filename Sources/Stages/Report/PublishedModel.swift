import Normalisation

/// The typology as others may use it: the content of `model.json` in a publication.
///
/// Unlike the model of the stage cluster it carries the fit of the features beside the centroids, so that the type of a
/// unit can be found with nothing but this file, and nothing that could tell of a single unit.
struct PublishedModel: Encodable {
  /// A column of features, in the order of the centroids.
  struct Feature: Encodable {
    /// The name of the column.
    var name: String
    /// The declared feature, of which a column may be one of several.
    var feature: String
    /// The text, option or coordinate that the column stands for, if it is one of several.
    var level: String?
    /// What readers call it.
    var label: String
    /// The block that it belongs to.
    var block: String
    /// Where the values come from: `register.population`.
    var source: String
    /// The answers whose share is taken; empty for the mean.
    var share: [String]
    /// How answers were scored before they were aggregated, when not by the codebook's numbers.
    var coding: String?
    /// What is done to a value.
    var transform: String
    /// What the transformed value was brought to: `z-score`, `robust`, `range` or `none`.
    var scaling: String
    /// What a scaled value is multiplied by.
    var weight: Double
    /// What was fitted; left out where it could tell of single units.
    var fit: Fit?
    /// Why the fit is left out.
    var withheld: String?
  }

  /// What was fitted of a feature.
  struct Fit: Encodable {
    /// The raw value that a unit without one takes; of a source beside the register in three significant digits.
    var missing: Double
    /// The least transformed value, if values were brought to bounds.
    var low: Double?
    /// The greatest transformed value, if values were brought to bounds.
    var high: Double?
    /// The values of a rank, of the register alone.
    var values: [Double]?
    /// The places of these values.
    var places: [Double]?
    /// What is subtracted from a transformed value.
    var centre: Double
    /// What a transformed and centred value is divided by.
    var spread: Double
  }

  /// A type.
  struct TypeEntry: Encodable {
    /// The letter.
    var letter: String
    /// The name.
    var name: String
    /// The number of units, as the report tells it.
    var size: Int
    /// The part of the units that answered.
    var share: Double
    /// `clear`, `contested` or `none`.
    var verdict: String
    /// The strategy that wins clearly.
    var strategy: String?
    /// What readers call that strategy.
    var strategyName: String?
    /// The mean of each feature over the units; left out where it could tell of single units.
    var centroid: [Double]?
    /// Why the centroid is left out.
    var withheld: String?
  }

  /// How the number of types was chosen.
  struct Choice: Encodable {
    /// The number of types.
    var types: Int
    /// The rule that was declared.
    var rule: String
    /// On what the choice rests: rule, least-bad, stand-in or decision.
    var basis: String
  }

  /// What is said of simulated data.
  var notice: String?
  /// The title of the pipeline.
  var title: String
  /// The name of the pipeline.
  var pipeline: String
  /// The name of the wave.
  var wave: String
  /// The date of the wave.
  var date: String
  /// The program and its version.
  var program: String
  /// The language of the texts.
  var language: String
  /// How to find the type of a unit.
  var use: [String]
  /// Whether everything is there that this takes.
  var complete: Bool
  /// The number of units that the types were made from.
  var units: Int
  /// The seed of the search.
  var seed: UInt64
  /// How the number of types was chosen.
  var choice: Choice
  /// The features, in the order of the centroids.
  var features: [Feature]
  /// The types, in the order of their letters.
  var types: [TypeEntry]
}

/// Returns a number rounded to three significant digits; zero and what is not finite stay.
func threeDigits(_ number: Double) -> Double {
  guard number.isFinite, number != 0 else { return number }
  var scale = 1.0
  while number.magnitude * scale < 100 { scale *= 10 }
  while number.magnitude * scale >= 1000 { scale /= 10 }
  return (number * scale).rounded() / scale
}
