import Matrices
import Testing

@Suite struct FDistributionTests {
  // Quantiles by R: `qf(share, numerator, denominator)`; the last by Python's `scipy.stats.f.ppf`, as R takes more than
  // 400,000 degrees of freedom for infinitely many. They are found by halving, to about fourteen digits, of which five go
  // where the logarithms of gamma functions of millions cancel.
  @Test(arguments: [
    (0.975, 9.0, 27.0, 2.63085558792281, 1e-12), (0.025, 9, 27, 0.278982651248055, 1e-12),
    (0.975, 846, 5922, 1.10512405835025, 1e-12), (0.5, 1, 1, 1, 1e-12),
    (0.975, 999_999, 8_999_991, 1.0029242812041546, 1e-9),
  ])
  func `quantiles are those of R and Python`(
    share: Double, numerator: Double, denominator: Double, expected: Double, tolerance: Double
  ) {
    let found = FDistribution(numerator: numerator, denominator: denominator).quantile(share)
    #expect((found - expected).magnitude < tolerance, "\(found) for \(expected)")
  }

  @Test func `with two degrees of freedom above and below, the probability is x / (1 + x)`() {
    let distribution = FDistribution(numerator: 2, denominator: 2)
    for ratio in [0.01, 0.5, 1, 3, 250] {
      #expect((distribution.probability(upTo: ratio) - ratio / (1 + ratio)).magnitude < 1e-14)
    }
    #expect(distribution.probability(upTo: 0) == 0)
    #expect(distribution.probability(upTo: -1) == 0)
  }
}
