import Estimation
import Testing

/// What R's survey package says of designs and estimators.
struct ExpectedEstimates {
  struct Line {
    var estimate: Double
    var error: Double
    var designEffect: Double
  }

  private var lines: [String: Line] = [:]
  private(set) var designs: [String] = []

  init(_ table: ReferenceTable) throws {
    let designs = try table.texts("design")
    let estimators = try table.texts("estimator")
    let estimates = try table.numbers("estimate")
    let errors = try table.numbers("error")
    let effects = try table.numbers("design_effect")
    for row in designs.indices {
      lines[designs[row] + ": " + estimators[row]] = Line(
        estimate: estimates[row], error: errors[row], designEffect: effects[row])
      if self.designs.last != designs[row] { self.designs.append(designs[row]) }
    }
  }

  subscript(design: String, estimator: String) -> Line? { lines[design + ": " + estimator] }

  /// Expects an estimate to be that of R, relative to its size within `tolerance`.
  func check(
    _ estimate: DesignEstimate?, _ design: String, _ estimator: String, tolerance: Double,
    withReplacement: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let name = "\(design): \(estimator)"
    let line = try #require(self[design, estimator], "\(name)", sourceLocation: sourceLocation)
    let estimate = try #require(estimate, "\(name)", sourceLocation: sourceLocation)
    func near(_ found: Double?, _ expected: Double, _ what: String) {
      let found = found ?? .nan
      #expect(
        (found - expected).magnitude <= tolerance * max(1, expected.magnitude),
        "\(name): \(what) is \(found), and R has \(expected)", sourceLocation: sourceLocation)
    }
    near(estimate.value, line.estimate, "estimate")
    near(estimate.error, line.error, "standard error")
    if !line.designEffect.isNaN {
      near(
        withReplacement ? estimate.designEffectWithReplacement : estimate.designEffect, line.designEffect,
        "design effect")
    }
  }
}
