import Matrices
public import Tables

extension AggregatedUnits {
  /// The table `function-effects`: one row an adjusted feature and function; empty when nothing is adjusted.
  public var functionEffectsTable: Table {
    var rows: [(feature: String, function: String, effect: Double, respondents: Int, reference: Double)] = []
    let reference = mix?.reference ?? []
    for feature in features {
      guard let mix, let effects = feature.effects else { continue }
      for (function, code) in mix.codes.enumerated() {
        rows.append(
          (feature.name, code, effects.effects[function], effects.respondents[function], reference[function]))
      }
    }
    return Table(
      "function-effects",
      [
        Column("feature", .text(rows.map(\.feature)), description: "Feature."),
        Column("function", .text(rows.map(\.function)), description: "Function of the respondents."),
        Column(
          "effect", .number(rows.map(\.effect)),
          description:
            "Difference from the mean of the reference mix, by least squares within units; of a feature that "
            + "is transformed by a logarithm or inverse hyperbolic sine, on the scale of the latter."),
        Column("respondents", .integer(rows.map(\.respondents)), description: "Respondents with an answer."),
        Column(
          "reference", .number(rows.map(\.reference)), description: "Share of the function among all respondents."),
      ])
  }

  /// The table `pooling`: one row a pooled feature and stratum; empty when nothing is pooled.
  public var poolingTable: Table {
    let rows = features.enumerated().flatMap { measure, feature in
      (feature.pooling?.strata ?? []).map { PooledStratum(feature, $0, sample, measure) }
    }
    let names = strata?.cells ?? []
    return Table(
      "pooling",
      [
        Column("feature", .text(rows.map(\.feature)), description: "Feature."),
        Column("stratum", .text(rows.map { names[$0.stratum.cell] }), description: "Cell of the units."),
        Column("units", .integer(rows.map(\.stratum.units.count)), description: "Units with a value."),
        Column("mean", .number(rows.map(\.mean)), description: "Mean towards which units are pulled."),
        Column(
          "between_variance", .number(rows.map(\.stratum.between)),
          description: "Variance of the true values of units; like the next, of a feature that is transformed by a "
            + "logarithm or inverse hyperbolic sine, on the scale of the latter."),
        Column(
          "within_variance", .number(rows.map(\.within)), description: "Variance of answers within units, pooled."),
        Column(
          "pull_mean", .number(rows.map(\.pull)),
          description: "Mean pull: 0 is own values alone, 1 the stratum's mean alone."),
        Column("moved_mean", .number(rows.map(\.movedMean)), description: "Mean absolute change of the values."),
        Column("moved_most", .number(rows.map(\.movedMost)), description: "Largest absolute change of a value."),
        Column(
          "borrowed", .boolean(rows.map(\.stratum.isBorrowed)),
          description: "Whether the variance between units is that of all strata, for lack of units."),
      ])
  }
}

/// What pooling did in a stratum.
private struct PooledStratum {
  let feature: String
  let stratum: Pooling.Stratum
  let mean: Double
  let within: Double?
  let pull: Double?
  let movedMean: Double?
  let movedMost: Double?

  init(_ feature: AggregatedUnits.Feature, _ stratum: Pooling.Stratum, _ sample: Sample, _ measure: Int) {
    self.feature = feature.name
    self.stratum = stratum
    mean = sample.answer(stratum.mean, measure)
    within = feature.withinVariance
    let moved = stratum.units.map { unit in ((feature.values[unit] ?? 0) - (feature.ownValues[unit] ?? 0)).magnitude }
    pull = stratum.units.compactMap { feature.pulls?[$0] }.mean
    movedMean = moved.mean
    movedMost = moved.max()
  }
}
