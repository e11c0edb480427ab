import Matrices
import RealModule
import Settings

/// How the answers behind one feature become values of units.
public struct FeatureAggregation: Hashable, Sendable {
  /// The name of the feature.
  public var feature: String
  /// What stands for the answers of a unit.
  public var summary: Summary
  /// Whether the mix of functions within units is evened out, where the pipeline asks for that at all.
  public var isAdjusted: Bool
  /// Whether units are pulled towards the mean of their stratum, where the pipeline asks for that at all.
  public var isPooled: Bool

  /// Creates a choice.
  public init(_ feature: String, summary: Summary = .mean, isAdjusted: Bool = true, isPooled: Bool = true) {
    self.feature = feature
    self.summary = summary
    self.isAdjusted = isAdjusted
    self.isPooled = isPooled
  }
}

/// A wave brought to units, measure by measure: adjusted for who answered, and partially pooled, as the pipeline asks.
///
/// ```swift
/// let sample = Sample(respondents: wave.respondents, units: wave.units, measures: measures)
/// let mix = settings.adjustFor.flatMap { codebook[$0] }.flatMap { FunctionMix($0, of: wave, in: sample) }
/// let strata = UnitClasses(classification, units: registered).selecting(answering)   // or UnitClasses(one: units.count)
/// let aggregated = await AggregatedUnits(sample, features, mix: mix, strata: strata)
/// aggregated.features[0].values          // and .counts, .errors, .own, .pulls
/// let draws = await aggregated.replicates(200, seed: seed)
/// ```
public struct AggregatedUnits: Sendable {
  /// One feature.
  public struct Feature: Sendable {
    /// The name of the feature.
    public var name: String
    /// The values of the units, as everything after this takes them; `nil` where nobody answered.
    public var values: [Double?]
    /// The number of answers of each unit.
    public var counts: [Int]
    /// The standard errors of ``values``; `nil` without a value, and when no unit has two answers.
    public var errors: [Double?]
    /// The units' own values, before pooling; `nil` when the feature is not pooled.
    public var own: [Double?]?
    /// How far each unit is pulled: 0 is its own value alone, 1 the mean of its stratum alone; `nil` when the feature is
    /// not pooled.
    public var pulls: [Double?]?
    /// The variance within units on the scale on which they borrow; `nil` when no unit has two answers.
    public var withinVariance: Double?

    /// How functions differ, when the feature is adjusted.
    var effects: FunctionEffects?
    /// How units were pooled, when they are.
    var pooling: Pooling?
    /// The number of units whose adjusted value lay beyond the scale.
    var clamped = 0
    /// The number of answers behind each value, its mean and squares after adjustment.
    var moments: UnitMoments
    /// What stands for the answers of a unit.
    var summary: Summary
    /// The standard errors of the units' own values.
    var ownErrors: [Double?]
    /// The units' own values.
    var ownValues: [Double?]
  }

  /// The codes of the units, sorted.
  public var units: [String] { sample.units }
  /// The features, in the order of the sample's measures.
  public let features: [Feature]
  /// The mix of functions, when the values are adjusted for it.
  public let mix: FunctionMix?
  /// The strata, when the values are pooled.
  let strata: UnitClasses?
  /// The answers, adjusted where asked.
  let sample: Sample

  /// Aggregates.
  ///
  /// Measures are computed beside each other; the result is the same on one core and on many.
  ///
  /// - Parameters:
  ///   - sample: The answers.
  ///   - choices: How each measure of the sample is aggregated, in their order.
  ///   - mix: Who answered, when values are adjusted. The effect of a respondent's function is taken off each answer, which
  ///     gives the unit's mean less the mean effect of its own mix, plus that of the mix of all respondents (which is 0):
  ///     the least squares mean. Of a skewed measure it is taken off on the scale of the inverse hyperbolic sine.
  ///     Respondents without a function keep their answer. A value beyond the scale is put on its end. The standard error
  ///     takes the effects as known.
  ///   - strata: The cells of the sample's units (``UnitClasses/selecting(_:)``), when values are pooled.
  /// - Precondition: There is one choice a measure.
  /// - Complexity: O(*n* · *m*) for *n* respondents and *m* measures.
  public init(
    _ sample: Sample, _ choices: [FeatureAggregation], mix: FunctionMix? = nil, strata: UnitClasses? = nil
  ) async {
    precondition(choices.count == sample.measures.count, "each measure has a choice")
    let built = await inParallel(count: choices.count) { measure in
      sample.feature(measure, choices[measure], mix: mix, strata: strata)
    }
    var adjusted = sample
    for (measure, (_, answers)) in built.enumerated() {
      if let answers { adjusted = adjusted.replacing(measure, with: answers) }
    }
    self.sample = adjusted
    self.features = built.map(\.feature)
    self.mix = mix
    self.strata = strata
  }
}

extension UnitClasses {
  /// Creates cells that are known already; they go by their names.
  ///
  /// - Parameters:
  ///   - name: The name of the classification.
  ///   - cells: The names of the cells.
  ///   - cellOfUnit: The cell of each unit, a position among `cells`.
  public init(_ name: String, cells: [String], cellOfUnit: [Int]) {
    self.name = name
    self.cells = cells
    self.labels = cells.map { LocalText(nl: $0, en: $0) }
    self.cellOfUnit = cellOfUnit
  }

  /// Puts all units in one cell.
  public init(one units: Int) {
    name = "all"
    cells = ["all"]
    labels = [LocalText(nl: "alle", en: "all")]
    cellOfUnit = Array(repeating: 0, count: units)
  }
}

extension Sample {
  /// Aggregates one measure; beside it the adjusted answers, when they were adjusted.
  func feature(
    _ measure: Int, _ choice: FeatureAggregation, mix: FunctionMix?, strata: UnitClasses?
  ) -> (feature: AggregatedUnits.Feature, answers: [Double]?) {
    var effects: FunctionEffects?
    var answers: [Double]?
    if choice.isAdjusted, let mix { (effects, answers) = adjusted(measure, mix) }
    let sample = answers.map { replacing(measure, with: $0) } ?? self
    let (aggregate, moments, pooled) = sample.aggregated(measure, choice.summary, spent: effects?.spent ?? 0)
    let range = ranges[measure]
    let own = aggregate.values.map { $0.map { min(max($0, range.lowerBound), range.upperBound) } }
    var feature = AggregatedUnits.Feature(
      name: choice.feature, values: own, counts: aggregate.counts, errors: aggregate.errors, withinVariance: pooled,
      effects: effects, clamped: zip(own, aggregate.values).count { $0 != $1 }, moments: moments,
      summary: choice.summary, ownErrors: aggregate.errors, ownValues: own)
    if choice.isPooled, let strata { pool(&feature, measure, strata) }
    return (feature, answers)
  }

  /// Returns the effects of functions, and the answers without them.
  private func adjusted(_ measure: Int, _ mix: FunctionMix) -> (FunctionEffects, [Double]) {
    let answers = skewed[measure] ? columns[measure].map(Double.asinh) : columns[measure]
    let effects = FunctionEffects(answers, starts: starts, mix: mix)
    var adjusted = columns[measure]
    for row in adjusted.indices where mix.functionOfRow[row] >= 0 {
      let effect = effects.effects[mix.functionOfRow[row]]
      if effect != 0 { adjusted[row] = answer(answers[row] - effect, measure) }
    }
    return (effects, adjusted)
  }

  /// Pulls the values of a feature towards the means of the strata.
  private func pool(_ feature: inout AggregatedUnits.Feature, _ measure: Int, _ strata: UnitClasses) {
    let within = feature.withinVariance ?? 0
    feature.own = feature.values
    feature.pulls = feature.values.map { $0 == nil ? nil : 0 }
    if within <= 0 { return }
    let own = feature.values.map { $0.map { borrowing($0, measure) } ?? .nan }
    let variances = feature.counts.map { count in
      count > 0 ? feature.summary.varianceFactor(answers: count) * within / Double(count) : .nan
    }
    let pooling = Pooling(own, variances: variances, cells: strata.cellOfUnit)
    feature.pooling = pooling
    for stratum in pooling.strata {
      for unit in stratum.units {
        let value = answer(pooling.values[unit], measure)
        feature.values[unit] = value
        feature.pulls?[unit] = pooling.pulls[unit]
        feature.errors[unit] = pooling.errors[unit] * (skewed[measure] ? Double.sqrt(1 + value * value) : 1)
      }
    }
  }
}
