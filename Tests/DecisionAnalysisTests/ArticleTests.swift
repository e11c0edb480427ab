import DecisionAnalysis
import Matrices
import Testing

/// The sample of the article in `DecisionAnalysis.docc`, word for word, with the numbers that the article tells.
@Suite struct DecisionArticleTests {
  @Test func `reading rank acceptability`() throws {
    // sample: acceptability
    // Two criteria, measured from 1 to 5; three alternatives that want different things of them.
    let rising = try ValueFunction(zeroAt: 1, oneAt: 5)
    let falling = try ValueFunction(zeroAt: 5, oneAt: 1)
    let model = WeightedSum(
      points: [60, 40],
      alternatives: [
        [.init(criterion: 0, value: rising)],
        [.init(criterion: 0, value: falling), .init(criterion: 1, value: rising)],
        [.init(criterion: 1, value: falling)],
      ])
    let measured = [3.4, 4.0]
    let scores = model.assess(measured).map(\.score)

    // The measurement is not sure, and nor are the weights: draw both, together.
    var generator = SeededGenerator(seed: 1, streams: 4)
    let replicates = Matrix((0..<200).map { _ in measured.map { $0 + 0.3 * generator.normal() } })
    let weights = WeightDistribution.around(points: [60, 40], share: 0.5).draw(10_000, using: &generator)
    let ranks = model.rankAcceptability(
      replicates: replicates, eligible: [true, true, true], weights: weights)
    let verdict = WinnerRule(acceptability: 0.6, ahead: 0.2).verdict(scores: scores, acceptability: ranks.first)
    // end
    #expect(zip(scores, [0.6, 0.54, 0.25]).allSatisfy { (($0 ?? 0) - $1).magnitude < 1e-9 })
    #expect(zip(ranks.first, [0.634, 0.366, 0]).allSatisfy { ($0 - $1).magnitude < 0.0005 })
    #expect((ranks.above[1, 2] - 0.992).magnitude < 0.0005)
    #expect(verdict == .clear(0))
  }
}
