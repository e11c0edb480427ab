/// What is known of a wave when one asks what it is fit for; everything may be unknown.
public struct WaveEvidence: Hashable, Sendable {
  /// A value of something that has a name: an index, a question, a cell.
  public struct Value: Hashable, Sendable {
    /// What it is the value of.
    public var name: String
    /// The value; `nil` when it could not be computed.
    public var value: Double?

    /// Creates a value.
    public init(_ name: String, _ value: Double?) {
      self.name = name
      self.value = value
    }
  }

  /// The number of units with a respondent.
  public var units: Int?
  /// The number of units of the register; `nil` without a register.
  public var population: Int?
  /// The number of respondents.
  public var respondents: Int?
  /// The number of respondents of each unit; empty when unknown.
  public var respondentsOfUnit: [Int]
  /// The number of respondents in each cell of a classification, in its order, by the name of the classification.
  public var respondentsOfCell: [String: [Value]]
  /// Cronbach's alpha of each index of several items that is used.
  public var alphas: [Value]
  /// ICC(2), the reliability of the units' means, of each feature that types are made from.
  public var unitReliabilities: [Value]
  /// The rate of item nonresponse of each question that is used.
  public var nonResponse: [Value]
  /// Whether the weights reproduce their margins; `nil` when there are no weights.
  public var hasConverged: Bool?
  /// The design effects of the estimates.
  public var designEffects: [Value]
  /// Whether there is an earlier wave to compare with.
  public var hasEarlierWave: Bool?

  /// Creates evidence; what is left out is not known.
  public init(
    units: Int? = nil, population: Int? = nil, respondents: Int? = nil, respondentsOfUnit: [Int] = [],
    respondentsOfCell: [String: [Value]] = [:], alphas: [Value] = [], unitReliabilities: [Value] = [],
    nonResponse: [Value] = [], hasConverged: Bool? = nil, designEffects: [Value] = [], hasEarlierWave: Bool? = nil
  ) {
    self.units = units
    self.population = population
    self.respondents = respondents
    self.respondentsOfUnit = respondentsOfUnit
    self.respondentsOfCell = respondentsOfCell
    self.alphas = alphas
    self.unitReliabilities = unitReliabilities
    self.nonResponse = nonResponse
    self.hasConverged = hasConverged
    self.designEffects = designEffects
    self.hasEarlierWave = hasEarlierWave
  }

  /// Returns what is known about a criterion, for one thing or for several; never empty.
  ///
  /// Of lists the worst counts: the least reliability, the greatest rate of nonresponse; at a tie the first. A list in
  /// which one value is unknown is led by that one, since it could be the worst.
  func values(of criterion: WaveUse.Criterion, cells: WaveUse.Cells) -> [Value] {
    switch criterion {
    case .units: [Value("", units.map(Double.init))]
    case .coverage: [Value("", coverage)]
    case .n: counts(cells)
    case .reliability: [worst(of: alphas, isCeiling: false)]
    case .icc2: [worst(of: unitReliabilities, isCeiling: false)]
    case .missing: [worst(of: nonResponse, isCeiling: true)]
    case .convergence: [Value("", hasConverged.map { $0 ? 1 : 0 })]
    case .designEffect: [worst(of: designEffects, isCeiling: true)]
    case .earlierWave: [Value("", hasEarlierWave.map { $0 ? 1 : 0 })]
    }
  }

  private var coverage: Double? {
    guard let units, let population, population > 0 else { return nil }
    return Double(units) / Double(population)
  }

  private func counts(_ cells: WaveUse.Cells) -> [Value] {
    switch cells {
    case .all: return [Value("", respondents.map(Double.init))]
    case .units:
      let sorted = respondentsOfUnit.sorted()
      guard let upper = sorted.isEmpty ? nil : sorted[sorted.count / 2] else { return [Value("", nil)] }
      return [Value("", Double(sorted[(sorted.count - 1) / 2] + upper) / 2)]
    case .classes(let name):
      let values = respondentsOfCell[name] ?? []
      return values.isEmpty ? [Value(name, nil)] : values
    }
  }

  private func worst(of values: [Value], isCeiling: Bool) -> Value {
    if let unknown = values.first(where: { $0.value == nil || $0.value?.isNaN == true }) {
      return Value(unknown.name, nil)
    }
    let worst = values.min { first, second in
      guard let a = first.value, let b = second.value else { return false }
      return isCeiling ? a > b : a < b
    }
    return worst ?? Value("", nil)
  }
}
