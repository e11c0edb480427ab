import Estimation
import Matrices
import Testing

@Suite struct EstimateDifferenceTests {
  private typealias Occasion = EstimateDifference.Occasion

  @Test func `an interval worked by hand`() {
    // Below: now reaches 0.03 down, before 0.04 up, so 0.05; above: 0.06 up and 0.08 down, so 0.10.
    let difference = EstimateDifference(
      from: Occasion(0.50, low: 0.42, high: 0.54), to: Occasion(0.60, low: 0.57, high: 0.66))
    #expect(abs(difference.value - 0.10) < 1e-12)
    #expect(abs(difference.low - 0.05) < 1e-12)
    #expect(abs(difference.high - 0.20) < 1e-12)
    // 0.10 is two reaches of 1.96 standard errors away: 3.92 of these, 0.00008858 on both sides together.
    #expect(abs(difference.probability - 8.8575e-5) < 1e-8)
  }

  @Test func `with symmetric intervals it is the interval of two independent estimates`() {
    // Standard errors .03 and .04 make one of .05.
    let z = 1.959963984540054
    let difference = EstimateDifference(
      from: Occasion(2, low: 2 - z * 0.03, high: 2 + z * 0.03),
      to: Occasion(1.9, low: 1.9 - z * 0.04, high: 1.9 + z * 0.04))
    #expect(abs(difference.low - (-0.1 - z * 0.05)) < 1e-12)
    #expect(abs(difference.high - (-0.1 + z * 0.05)) < 1e-12)
    // Two standard errors: 4.55 % on both sides together.
    #expect(abs(difference.probability - 0.04550026389635842) < 1e-9)
  }

  @Test func `the probability is below 5 % exactly when nothing lies outside the interval`() {
    for (step, reach) in [(0.11, 0.05), (0.07, 0.05), (-0.0708, 0.05), (-0.0706, 0.05), (0, 0.05)] {
      let before = Occasion(0.4, low: 0.4 - reach, high: 0.4 + reach)
      let now = Occasion(0.4 + step, low: 0.4 + step - reach, high: 0.4 + step + reach)
      let difference = EstimateDifference(from: before, to: now)
      #expect((difference.probability < 0.05) == (difference.low > 0 || difference.high < 0), "\(step)")
    }
  }

  @Test func `without any difference the probability is 1, and without uncertainty every difference is real`() {
    let sure = Occasion(0.4, low: 0.4, high: 0.4)
    #expect(EstimateDifference(from: sure, to: sure).probability == 1)
    #expect(EstimateDifference(from: sure, to: Occasion(0.5, low: 0.5, high: 0.5)).probability == 0)
    #expect(
      EstimateDifference(from: Occasion(0, low: 0, high: 0.1), to: Occasion(0, low: 0, high: 0.1)).probability == 1)
  }

  @Test func `a difference of shares stays between -1 and 1`() {
    let difference = EstimateDifference(from: Occasion(0, low: 0, high: 0.3), to: Occasion(1, low: 0.7, high: 1))
    #expect(difference.value == 1)
    #expect(difference.high == 1)
    #expect(difference.low > 0.5)
  }

  @Test func `Holm's correction worked by hand`() {
    // Sorted .01 .02 .03 .04: times 4, 3, 2, 1 gives .04 .06 .06 .04, and none below the one before it.
    let corrected = holmCorrected([0.04, 0.01, 0.03, 0.02])
    for (found, wanted) in zip(corrected, [0.06, 0.04, 0.06, 0.06]) { #expect(abs(found - wanted) < 1e-12) }
    #expect(holmCorrected([]) == [])
    #expect(holmCorrected([0.2]) == [0.2])
    #expect(holmCorrected([0.6, 0.9]) == [1, 1])
    #expect(holmCorrected([0.01, 0.01]) == [0.02, 0.02])
  }

  @Test func `Holm's correction is what R's p.adjust gives`() {
    // p.adjust(c(0.0012, 0.011, 0.04, 0.0009, 0.3, 0.011), "holm")
    let corrected = holmCorrected([0.0012, 0.011, 0.04, 0.0009, 0.3, 0.011])
    for (found, wanted) in zip(corrected, [0.0060, 0.0440, 0.0800, 0.0054, 0.3000, 0.0440]) {
      #expect(abs(found - wanted) < 1e-12)
    }
  }
}
