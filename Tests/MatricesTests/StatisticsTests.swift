import Matrices
import Testing

@Suite struct StatisticsTests {
  @Test func `mean, variance and median are those worked out on paper`() {
    let values = [2.0, 4, 4, 6]
    #expect(values.mean == 4)
    #expect(values.variance == 8.0 / 3)
    #expect(values.median == 4)
    #expect([1.0, 2, 3, 10].median == 2.5)
  }

  @Test func `too few values have no variance, none have no mean`() {
    #expect([5.0].variance == nil)
    #expect([Double]().mean == nil)
    #expect([Double]().median == nil)
  }

  @Test(arguments: [(0.0, 1.0), (0.25, 1.75), (0.5, 2.5), (0.9, 3.7), (1.0, 4.0)])
  func `quantiles are of type 7, as R gives them for 1 to 4`(share: Double, expected: Double) {
    let quantile = [4.0, 2, 3, 1].quantile(share) ?? .nan
    #expect((quantile - expected).magnitude < 1e-15 * 8)
  }

  @Test func `the median absolute deviation is scaled for a normal distribution`() {
    #expect([1.0, 2, 3, 4, 100].medianAbsoluteDeviation == 1.4826)
  }

  @Test func `correlation is 1 for a line, nothing without variation`() {
    #expect(correlation([1, 2, 3], [2, 4, 6]) == 1)
    #expect(correlation([1, 2, 3], [6, 4, 2]) == -1)
    #expect(correlation([1, 2, 3], [5, 5, 5]) == nil)
  }
}
