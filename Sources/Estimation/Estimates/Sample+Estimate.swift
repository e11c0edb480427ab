extension Sample {
  /// Estimates a share or mean, with a standard error that covers both stages of the sample.
  ///
  /// Units are the first stage and respondents within them the second (``UnitDesign/stages``). The estimator is a ratio
  /// of weighted sums and its variance that of the linearised ratio (Taylor series), over both stages by
  /// ``SamplingStages/variance(of:)``; the finite population correction works on the first stage only, since officials of
  /// a unit are drawn from many. A unit with one respondent takes the pooled within-unit variance at the second stage.
  ///
  /// For ``Estimand/respondents`` those who left the question open form a domain: they count as rows of 0. For
  /// ``Estimand/units`` and ``Estimand/inhabitants`` a unit's value is the mean of those who answered, and what the
  /// margins of the weights explain is taken from the first stage (``Calibration``). Units outside a domain count as
  /// units of 0.
  ///
  /// The interval uses Student's t, on the logit scale for shares (a range of 0 to 1), else clamped to the scale. Its
  /// degrees of freedom are the number of units less one when all weigh the same; when few weigh most, or margins were
  /// met with few units, they are fewer and the first stage counts for more (`SmallSample`), so that the interval is
  /// somewhat wider than the standard error says. It assumes that who answers is random within the cells of the margins.
  ///
  /// - Parameters:
  ///   - measure: The position of the measure.
  ///   - estimand: What is estimated.
  ///   - design: The weights of the units, in their order.
  ///   - domain: The cell of each unit, and the cell whose units are estimated; `nil` for all units.
  /// - Returns: The estimate, or `nil` when nobody answered.
  /// - Precondition: `design` has a weight for each unit.
  /// - Complexity: O(*n*) for *n* respondents.
  ///
  /// > Särndal, C., Swensson, B. and Wretman, J. (1992). Model Assisted Survey Sampling, chapters 4 and 5.
  /// > doi:10.1007/978-1-4612-4378-6
  public func estimate(
    _ measure: Int, of estimand: Estimand, design: UnitDesign, in domain: (cellOfUnit: [Int], cell: Int)? = nil
  ) -> Estimate? {
    precondition(design.weights.count == units.count, "a design has a weight for each unit")
    precondition(domain.map { $0.cellOfUnit.count == units.count } ?? true, "each unit has a cell")
    var estimator = UnitEstimator(design)
    return estimator.estimate(
      UnitSummaries(self, measure), estimand,
      in: domain.map { UnitEstimator.Domain(cellOfUnit: $0.cellOfUnit, cell: $0.cell) }, range: ranges[measure])
  }
}
