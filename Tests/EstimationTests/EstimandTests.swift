import Estimation
import Testing

/// What is estimated, for whom, and that each is what its words say.
@Suite struct EstimandTests {
  private let units = ["a", "a", "b", "b", "b", "c", "d", "d", "e", "e", "f"]
  private let yes: [Double] = [1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0]
  private let people = [10.0, 20, 30, 40, 50, 60]

  private func sample(_ order: [Int]) -> Sample {
    Sample(
      respondents: order.map { "r\(10 + $0)" }, units: order.map { units[$0] },
      measures: [Measure("q", numbers: order.map { yes[$0] }, range: 0...1)])
  }

  private func estimate(
    _ estimand: Estimand, _ design: UnitDesign, in domain: (cellOfUnit: [Int], cell: Int)? = nil
  ) throws -> Estimate {
    try #require(sample(Array(units.indices)).estimate(0, of: estimand, design: design, in: domain))
  }

  private func design() throws -> UnitDesign {
    // Twelve units, six of which answered: a to c of the five small ones, d to f of the seven large ones.
    let cells = WeightingCells(
      ["small", "large"], population: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1], answering: [0, 0, 0, 1, 1, 1], least: 1)
    var design = UnitDesign(cells)
    design.inhabitants = people
    return design
  }

  @Test func `each estimand weighs as its name says`() throws {
    let design = try design()
    #expect(try estimate(.respondents, design).value == 6.0 / 11)
    // Shares 1/2, 2/3, 0 stand for 5/3 each, and 1, 1/2, 0 for 7/3.
    let units = (5.0 / 3 * (0.5 + 2.0 / 3) + 7.0 / 3 * 1.5) / 12
    #expect((try estimate(.units, design).value - units).magnitude < 1e-15)
    let weights = [5.0 / 3, 5.0 / 3, 5.0 / 3, 7.0 / 3, 7.0 / 3, 7.0 / 3]
    let living = zip(weights, people).map { $0 * $1 }
    let shares = [0.5, 2.0 / 3, 0, 1, 0.5, 0]
    let expected = zip(living, shares).reduce(0) { $0 + $1.0 * $1.1 } / living.reduce(0, +)
    #expect((try estimate(.inhabitants, design).value - expected).magnitude < 1e-15)
  }

  @Test func `units of as many inhabitants each are the average unit`() throws {
    var design = try design()
    design.inhabitants = Array(repeating: 7, count: 6)
    let one = try estimate(.inhabitants, design)
    let other = try estimate(.units, design)
    #expect((one.value - other.value).magnitude < 1e-15)
    #expect((try #require(one.error) - (try #require(other.error))).magnitude < 1e-15)
    let (found, expected) = (try #require(one.interval), try #require(other.interval))
    #expect((found.lowerBound - expected.lowerBound).magnitude < 1e-13)
    #expect((found.upperBound - expected.upperBound).magnitude < 1e-13)
  }

  @Test func `the estimate of units equals a design with a row for each respondent`() throws {
    let design = try design()
    let sizes = [2.0, 3, 1, 2, 2, 1]
    let unitOfRow = [0, 0, 1, 1, 1, 2, 3, 3, 4, 4, 5]
    let stages = SamplingStages(clusters: 6, population: 12).answering(design.weights.map { 1 / $0 })
    let rows = try SurveyDesign(
      weights: unitOfRow.map { 2 / sizes[$0] }, clusterOfRow: unitOfRow, stages: stages)
    let cells = Raking.Margin(
      "cells", cells: ["small", "large"], cellOfElement: unitOfRow.map { $0 < 3 ? 0 : 1 }, totals: [5, 7])
    let expected = try #require(rows.raked(to: [cells]).mean(yes))
    let found = try estimate(.units, design)
    #expect((found.value - expected.value).magnitude < 1e-14)
    #expect((try #require(found.error) - (try #require(expected.error))).magnitude < 1e-14)
    let effect = try #require(expected.designEffectWithReplacement)
    #expect((try #require(found.designEffect) - effect).magnitude < 1e-13)
  }

  @Test func `a domain is estimated from its own units`() throws {
    let design = UnitDesign(units: 6)
    let found = try estimate(.units, design, in: ([0, 0, 0, 1, 1, 1], 1))
    #expect(found.units == 3)
    #expect(found.answers == 5)
    #expect(found.value == 0.5)
    // Linearised: (1 - .5) / 3, 0, (0 - .5) / 3, and three units of nothing; 6/5 of their squares.
    let variance: Double = 1.2 * 2 * (0.25 / 9)
    #expect((try #require(found.error) - variance.squareRoot()).magnitude < 1e-15)
    #expect(
      sample(Array(units.indices)).estimate(0, of: .units, design: design, in: ([0, 0, 0, 1, 1, 1], 2)) == nil)
  }

  @Test func `permuting the rows changes nothing`() throws {
    let design = try design()
    let turned = sample(Array(units.indices.reversed()))
    for estimand in Estimand.allCases {
      #expect(try turned.estimate(0, of: estimand, design: design) == estimate(estimand, design))
    }
  }
}
