import RealModule

/// Estimates measures of a wave one after another, with space that is taken once.
struct UnitEstimator {
  /// The units of one cell of a classification.
  struct Domain {
    var cellOfUnit: [Int]
    var cell: Int
  }

  private let design: UnitDesign
  private let stages: SamplingStages
  /// What each unit weighs in the estimate at hand; 0 when it takes no part.
  private var shares: [Double]
  private var values: ClusterValues
  /// How much the value of each unit varies.
  private var variances: [Double]
  private var coefficients: [Double] = []

  init(_ design: UnitDesign) {
    self.design = design
    stages = design.stages
    shares = Array(repeating: 0, count: design.weights.count)
    variances = shares
    values = ClusterValues(clusters: design.weights.count)
  }

  /// Estimates a measure; see ``Sample/estimate(_:of:design:in:)``.
  mutating func estimate(
    _ answers: UnitSummaries, _ estimand: Estimand, in domain: Domain?, range: ClosedRange<Double>
  ) -> Estimate? {
    share(answers, estimand, domain)
    var result = Estimate(answers: 0, units: 0, value: 0)
    var weight = 0.0
    var squares = 0.0
    for unit in shares.indices where shares[unit] > 0 {
      result.answers += answers.answers[unit]
      result.units += 1
      weight += shares[unit]
      squares += shares[unit] * shares[unit]
      result.value += shares[unit] * answers.means[unit]
    }
    guard weight > 0 else { return nil }
    result.value /= weight
    guard result.units > 1, let (first, second) = variance(answers, estimand, result.value, weight) else {
      return result
    }
    result.error = Double.sqrt(first + second)
    spread(answers, result)
    let few = SmallSample(
      shares: shares, variances: variances, calibration: estimand == .respondents ? nil : design.calibration,
      stages: stages)
    result.interval = ConfidenceInterval.of(
      result.value, error: Double.sqrt(few.inflation * first + second),
      degrees: few.degrees(first: first, second: second), effective: weight * weight / squares, within: range)
    result.designEffect = designEffect(answers, result, weight, first + second)
    return result
  }

  private mutating func share(_ answers: UnitSummaries, _ estimand: Estimand, _ domain: Domain?) {
    for unit in shares.indices {
      let isInside = answers.answers[unit] > 0 && (domain.map { $0.cellOfUnit[unit] == $0.cell } ?? true)
      shares[unit] = isInside ? share(unit, answers.answers[unit], estimand) : 0
    }
  }

  private func share(_ unit: Int, _ answers: Int, _ estimand: Estimand) -> Double {
    switch estimand {
    case .respondents: return Double(answers)
    case .units: return design.weights[unit]
    case .inhabitants:
      let people = design.inhabitants?[unit] ?? .nan
      return people > 0 ? design.weights[unit] * people : 0
    }
  }

  /// Returns the variance of the linearised mean, stage by stage.
  private mutating func variance(
    _ answers: UnitSummaries, _ estimand: Estimand, _ mean: Double, _ weight: Double
  ) -> (first: Double, second: Double)? {
    for unit in shares.indices {
      let isInside = shares[unit] > 0
      let answered = Double(answers.answers[unit])
      let deviation = answers.means[unit] - mean
      let scale = isInside ? shares[unit] / (answered * weight) : 0
      var square = answers.squares[unit]
      if estimand == .respondents, isInside {
        // Who left the question open is a row of zero: a chance number of a unit's respondents answers.
        square += deviation * deviation * answered * (1 - answered / Double(answers.respondents[unit]))
      }
      values.totals[unit] = isInside ? shares[unit] * deviation / weight : 0
      values.squares[unit] = square * scale * scale
      values.scales[unit] = scale
      values.rows[unit] =
        isInside ? (estimand == .respondents ? answers.respondents[unit] : answers.answers[unit]) : 0
    }
    if estimand != .respondents {
      design.calibration?.takeResiduals(&values.totals, coefficients: &coefficients)
    }
    return stages.parts(of: values)
  }

  /// Works out how much the value of each unit varies: by what lies between units, and by what lies within, over the
  /// number of its answers (analysis of variance of the units that take part).
  private mutating func spread(_ answers: UnitSummaries, _ estimate: Estimate) {
    var (within, sum, sizes) = (0.0, 0.0, 0.0)
    for unit in shares.indices where shares[unit] > 0 {
      let count = Double(answers.answers[unit])
      within += answers.squares[unit]
      sum += count * answers.means[unit]
      sizes += count * count
    }
    let count = Double(estimate.answers)
    let units = Double(estimate.units)
    let grand = sum / count
    var between = 0.0
    for unit in shares.indices where shares[unit] > 0 {
      let deviation = answers.means[unit] - grand
      between += Double(answers.answers[unit]) * deviation * deviation
    }
    within = count > units ? within / (count - units) : 0
    between = max(0, (between / (units - 1) - within) / ((count - sizes / count) / (units - 1)))
    let isKnown = within + between > 0
    for unit in shares.indices {
      let answered = Double(max(1, answers.answers[unit]))
      variances[unit] = isKnown ? between + within / answered : 1
    }
  }

  private func designEffect(
    _ answers: UnitSummaries, _ estimate: Estimate, _ weight: Double, _ variance: Double
  ) -> Double? {
    guard estimate.answers > 1 else { return nil }
    var square = 0.0
    for unit in shares.indices where shares[unit] > 0 {
      let deviation = answers.means[unit] - estimate.value
      square += shares[unit] * (answers.squares[unit] / Double(answers.answers[unit]) + deviation * deviation)
    }
    let simple = square / weight / Double(estimate.answers - 1)
    return simple > 0 ? variance / simple : nil
  }
}
