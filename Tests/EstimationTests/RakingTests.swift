import Diagnostics
import Estimation
import Matrices
import Testing

@Suite struct RakingTests {
  private func margin(_ name: String, _ cells: [Int], _ totals: [Double]) -> Raking.Margin {
    Raking.Margin(name, cells: totals.indices.map { "c\($0)" }, cellOfElement: cells, totals: totals)
  }

  private func messages(_ raking: Raking, trim: ClosedRange<Double>? = nil) -> [String] {
    do {
      try raking.throwUnlessConverged(trim: trim)
      return []
    } catch {
      return ["status \(error.status.rawValue)"] + error.findings.map(\.rendered)
    }
  }

  @Test func `weights sum to the margins`() {
    // One unit in each corner: rows 3 and 1, columns 2 and 2 give 1.5, 1.5, 0.5, 0.5.
    let raking = Raking([1, 1, 1, 1], to: [margin("a", [0, 0, 1, 1], [3, 1]), margin("b", [0, 1, 0, 1], [2, 2])])
    #expect(raking.weights == [1.5, 1.5, 0.5, 0.5])
    #expect(raking.converged)
    #expect(raking.iterations == 1)
    #expect(raking.largestDifference == 0)
    #expect(messages(raking) == [])
  }

  @Test func `many units in three margins sum to all of them, in whatever order they stand`() {
    var generator = SeededGenerator(seed: 1, streams: 0)
    let count = 400
    let cells = [4, 5, 3].map { kinds in (0..<count).map { _ in generator.index(below: kinds) } }
    // Totals that some weights have: those of a population in which units weigh from 1 to 3.
    let truth = (0..<count).map { _ in 1 + 2 * generator.uniform() }
    let margins = zip(["a", "b", "c"], zip(cells, [4, 5, 3])).map { name, margin in
      var totals = [Double](repeating: 0, count: margin.1)
      for (cell, weight) in zip(margin.0, truth) { totals[cell] += weight }
      return self.margin(name, margin.0, totals)
    }
    let raking = Raking(Array(repeating: 1, count: count), to: margins, tolerance: 1e-12)
    #expect(raking.converged)
    for margin in margins {
      var sums = [Double](repeating: 0, count: margin.totals.count)
      for (cell, weight) in zip(margin.cells.cellOfElement, raking.weights) { sums[cell] += weight }
      for (sum, total) in zip(sums, margin.totals) { #expect((sum / total - 1).magnitude <= 1e-12) }
    }
    // Units of the same cells weigh the same, so that their order says nothing.
    let order = generator.permutation(of: count)
    let shuffled = Raking(
      Array(repeating: 1, count: count),
      to: margins.map { margin in self.margin(margin.name, order.map { margin.cells.cellOfElement[$0] }, margin.totals)
      },
      tolerance: 1e-12)
    for (position, unit) in order.enumerated() {
      #expect((shuffled.weights[position] - raking.weights[unit]).magnitude < 1e-12)
    }
  }

  @Test func `raking to one margin is post-stratification`() {
    let raking = Raking([2, 2, 2, 2, 2], to: [margin("a", [0, 0, 1, 1, 1], [7, 12])])
    #expect(raking.weights == [3.5, 3.5, 4, 4, 4])
    #expect(raking.iterations == 1)
  }

  @Test func `weights beyond a bound are held there, and the others make up for it`() {
    // Twelve in all, mean 3: nine goes down to twice the mean, and the others share the rest.
    var raking = Raking([1, 1, 1, 9], to: [margin("a", [0, 0, 0, 0], [12])])
    raking.trim(low: 0.3, high: 2)
    #expect(raking.weights == [2, 2, 2, 6])
    #expect(raking.trimmedHigh == [3])
    #expect(raking.trimmedLow == [])
    #expect(messages(raking, trim: 0.3...2) == [])
  }

  @Test func `bounds that the margins do not allow are told`() {
    var raking = Raking([1, 1, 1, 1], to: [margin("size", [0, 0, 0, 1], [3, 9])])
    raking.trim(low: 0.1, high: 2)
    #expect(
      messages(raking, trim: 0.1...2) == [
        "status 65",
        """
        error: weights of 0.1 to 2 times the mean weight (0.3 to 6) cannot meet the margins: those of 'size: c1' add up \
        to 6 and not to 9
          mend: raise 'trim.high', or use wider classes or a greater 'least'
        """,
      ])
  }

  @Test func `margins that contradict each other are told with the cells`() {
    // Both units of a: c0 lie in b: c0, which is smaller.
    let raking = Raking([1, 1, 1, 1], to: [margin("a", [0, 0, 1, 1], [8, 2]), margin("b", [0, 0, 0, 1], [5, 5])])
    #expect(!raking.converged)
    let isFinite = raking.weights.allSatisfy { $0.isFinite }
    #expect(isFinite)
    #expect(
      messages(raking) == [
        "status 65",
        """
        error: no weights meet all margins: 'a: c0' must add up to 8, but its units that answered all lie in 'b: c0', 5 \
        in all
          mend: leave out 'a' or 'b', or use wider classes or a greater 'least'
        """,
      ])
  }

  @Test func `margins that need more iterations are told with what is left`() {
    let raking = Raking(
      [1, 1, 1], to: [margin("a", [0, 0, 1], [6, 4]), margin("b", [0, 1, 1], [2, 8])], iterations: 1)
    // a makes 3, 3, 4; b makes 2 of the first and 8 of the others: 2, 24/7, 32/7, and so 38/7 in a: c0.
    #expect(
      messages(raking) == [
        "status 65",
        """
        error: raking did not converge: after going through the margins once, the weights of 'a: c1' add up to 4.571 \
        and not to 4 (14.3 % off)
          mend: leave out a margin, use wider classes or a greater 'least', or allow more iterations
        """,
      ])
  }

  @Test func `an empty cell that should hold units is told`() {
    let raking = Raking([1, 1], to: [margin("a", [0, 0], [6, 4])])
    #expect(
      messages(raking) == [
        "status 65",
        """
        error: raking did not converge: after going through the margins 100 times, the weights of 'a: c1' add up to 0 \
        and not to 4 (100 % off)
          mend: leave out a margin, use wider classes or a greater 'least', or allow more iterations
        """,
      ])
  }

  @Test func `weights that are negative or no number are told, even when they add up`() {
    // -1 and 3 make 2, as they should; and what begins as no number stays none.
    #expect(
      messages(Raking([-1, 3], to: [margin("a", [0, 0], [2])])) == [
        "status 65",
        """
        error: the weight of element 1 is -1, and is no number above 0
          mend: leave out what stands for nothing, and mend the column or margin from which the weights come
        """,
      ])
    #expect(
      messages(Raking([1, .nan], to: [margin("a", [0, 1], [2, 2])])) == [
        "status 65",
        """
        error: the weight of element 2 is nan, and is no number above 0
          mend: leave out what stands for nothing, and mend the column or margin from which the weights come
        """,
      ])
  }

  @Test func `residuals of values that the margins explain are nothing`() {
    let cells = [0, 0, 1, 1, 2]
    let raking = Raking([1, 1, 1, 1, 1], to: [margin("a", cells, [4, 2, 3]), margin("b", [0, 1, 0, 1, 1], [4, 5])])
    let calibration = Calibration(
      margins: raking.margins.map(\.cells), base: [1, 1, 1, 1, 1], weights: raking.weights)
    // Values that are a number for each cell, weighted.
    var values = zip(cells, raking.weights).map { ([2.0, 5, 11][$0]) * $1 }
    var scratch: [Double] = []
    calibration.takeResiduals(&values, coefficients: &scratch)
    let greatest = values.map(\.magnitude).max() ?? .nan
    #expect(greatest < 1e-12)
  }
}
