import DecisionAnalysis
import Matrices
import Testing

@Suite struct AmountFlipTests {
  /// A term on amounts from 0 to 10, more being better.
  private func term(_ criterion: Int, importance: Double = 1) throws -> WeightedSum.Term {
    WeightedSum.Term(criterion: criterion, importance: importance, value: try ValueFunction(zeroAt: 0, oneAt: 10))
  }

  private func less(_ criterion: Int) throws -> WeightedSum.Term {
    WeightedSum.Term(criterion: criterion, value: try ValueFunction(zeroAt: 10, oneAt: 0))
  }

  private let scale: [ClosedRange<Double>?] = [0...10, 0...10]

  @Test func `a flip is where two scores are equal, worked by hand`() throws {
    // Of 3 and 1 points: .75 · .8 + .25 · .4 = .7 against 1 − .4 = .6. The first falls to .6 at 6.67; when the second amount
    // goes down, .6 + .025x against 1 − .1x: equal at 3.2.
    let model = try WeightedSum(points: [3, 1], alternatives: [[term(0), term(1)], [less(1)]])
    let flips = model.amountFlips(amounts: [8, 4], sources: [0, 1], vetoes: [[], []], scales: scale)
    #expect(flips.map(\.source) == [0, 1])
    #expect(flips.map(\.from) == [8, 4])
    #expect((flips[0].to - 20.0 / 3).magnitude < 1e-14 && (flips[1].to - 3.2).magnitude < 1e-14)
    #expect((flips[0].change - 2.0 / 15).magnitude < 1e-15 && (flips[1].change - 0.08).magnitude < 1e-15)
    #expect(flips.map(\.alternative) == [1, 1])
  }

  @Test func `criteria that read the same source move together`() throws {
    // Both terms of the first read source 0: its score is x/10, against .3.
    let model = try WeightedSum(points: [3, 1, 1], alternatives: [[term(0), term(1)], [term(2)]])
    let flips = model.amountFlips(amounts: [8, 3], sources: [0, 0, 1], vetoes: [[], []], scales: scale)
    #expect(flips.count == 2)
    #expect((flips[0].to - 3).magnitude < 1e-14 && (flips[1].to - 8).magnitude < 1e-14)
  }

  @Test func `a veto that begins to hold for the first flips the choice at its limit`() throws {
    let model = try WeightedSum(points: [1, 1], alternatives: [[term(0)], [term(1)]])
    let vetoes = [[AmountVeto(source: 0, atMost: 6)], []]
    let flips = model.amountFlips(amounts: [8, 4], sources: [0, 1], vetoes: vetoes, scales: scale)
    #expect(flips[0] == AmountFlip(source: 0, from: 8, to: 6, change: 0.2, alternative: 1))
    // With nobody to take over there is no other choice.
    let alone = [[AmountVeto(source: 0, atMost: 6)], [AmountVeto(source: 1, atLeast: 3)]]
    #expect(
      model.amountFlips(amounts: [8, 4], sources: [0, 1], vetoes: alone, scales: scale)
        == [])
  }

  @Test func `a veto that ends for a better one flips the choice just beyond its limit`() throws {
    // The second would score .9, but is out while the first amount is 7 or more; it is told although it reads no such source.
    let model = try WeightedSum(points: [1, 1], alternatives: [[term(0)], [term(1)]])
    let vetoes = [[], [AmountVeto(source: 0, atLeast: 7)]]
    let flips = model.amountFlips(amounts: [8, 9], sources: [0, 1], vetoes: vetoes, scales: scale)
    #expect(flips == [AmountFlip(source: 0, from: 8, to: 7, change: 0.1, alternative: 1)])
    let edge = model.amountFlips(amounts: [7, 9], sources: [0, 1], vetoes: vetoes, scales: scale)
    #expect(edge == [AmountFlip(source: 0, from: 7, to: 7, change: 0, alternative: 1)])
  }

  @Test func `when no other is left at the limit, who comes back first takes over`() throws {
    // Below 6 the first is out, and the second until 3.
    let model = try WeightedSum(points: [1, 1], alternatives: [[term(0)], [term(1)]])
    let vetoes = [[AmountVeto(source: 0, atMost: 6)], [AmountVeto(source: 0, atLeast: 3, atMost: 9)]]
    let flips = model.amountFlips(amounts: [8, 4], sources: [0, 1], vetoes: vetoes, scales: scale)
    #expect(flips.first == AmountFlip(source: 0, from: 8, to: 3, change: 0.5, alternative: 1))
  }

  @Test func `values that become equal and stay so flip at the anchor where they do`() throws {
    // The second reaches all of its worth at 10, as the first has from 5 on.
    let early = WeightedSum.Term(criterion: 0, value: try ValueFunction(zeroAt: 0, oneAt: 5))
    let model = try WeightedSum(points: [1], alternatives: [[early], [term(0)]])
    let flips = model.amountFlips(amounts: [4], sources: [0], vetoes: [[], []], scales: [0...10])
    #expect(flips == [AmountFlip(source: 0, from: 4, to: 0, change: 0.4, alternative: 1)])
    let above = model.amountFlips(amounts: [6], sources: [0], vetoes: [[], []], scales: [0...10])
    #expect(above == [AmountFlip(source: 0, from: 6, to: 10, change: 0.4, alternative: 1)])
  }

  @Test func `two firsts are a flip of no change`() throws {
    let model = try WeightedSum(points: [1, 1], alternatives: [[term(0)], [term(0)], [term(1)]])
    let flips = model.amountFlips(amounts: [4, 1], sources: [0, 1], vetoes: [[], [], []], scales: scale)
    #expect(flips.map(\.to) == [4, 1])
    #expect(flips.allSatisfy { $0.change == 0 && $0.alternative == 1 })
  }

  @Test func `unknown amounts and sources without a scale are left out`() throws {
    let model = try WeightedSum(points: [1, 1, 1], alternatives: [[term(0)], [term(1)], [term(2)]])
    let vetoes: [[AmountVeto]] = [[AmountVeto(source: 1, atLeast: 0)], [], []]
    let flips = model.amountFlips(
      amounts: [8, .nan, 4], sources: [0, 1, 2], vetoes: vetoes, scales: [0...10, 0...10, nil])
    #expect(flips.map(\.source) == [0])
    // A criterion that nothing measures is known to nobody.
    let unmeasured = model.amountFlips(
      amounts: [8, 4], sources: [0, nil, 1], vetoes: [[], [], []], scales: [0...10, 0...0])
    #expect(unmeasured.map(\.to) == [4])
    #expect(
      model.amountFlips(amounts: [.nan, .nan], sources: [0, nil, 1], vetoes: [[], [], []], scales: scale) == [])
  }

  @Test(arguments: 0..<150)
  func `the exact answer is that of a fine search, and the choice differs just beyond it`(seed: Int) throws {
    var generator = SeededGenerator(seed: 22, streams: seed)
    let drawn = try DrawnModel(using: &generator)
    let model = drawn.model
    // Criteria share four sources; some alternatives have a veto on one of them.
    let sources: [Int?] = model.points.map { _ in generator.index(below: 20) == 0 ? nil : generator.index(below: 4) }
    let amounts = (0..<4).map { _ in
      generator.index(below: 10) == 0 ? .nan : 1 + Double(generator.index(below: 41)) / 10
    }
    let vetoes = model.alternatives.map { _ -> [AmountVeto] in
      let limit = 1.5 + Double(generator.index(below: 8)) / 2
      let source = generator.index(below: 4)
      return switch generator.index(below: 6) {
      case 0: [AmountVeto(source: source, atLeast: limit)]
      case 1: [AmountVeto(source: source, atMost: limit)]
      case 2: [AmountVeto(source: source, atLeast: limit, atMost: limit + 0.5)]
      default: []
      }
    }
    func choices(_ source: Int, _ amount: Double) -> [Int] {
      var changed = amounts
      changed[source] = amount
      return model.firsts(
        sources.map { $0.map { changed[$0] } ?? .nan },
        vetoes.map { !$0.contains { $0.holds(for: changed[$0.source]) } })
    }
    let flips = model.amountFlips(
      amounts: amounts, sources: sources, vetoes: vetoes, scales: amounts.map { _ in 1...5 })
    for (source, from) in amounts.enumerated() where !from.isNaN {
      let present = choices(source, from)
      let flip = flips.first { $0.source == source }
      guard !present.isEmpty else {
        #expect(flip == nil)
        continue
      }
      // Outward in steps of a fiftieth, to beyond all anchors and limits; where nobody is left there is no other choice.
      let searched = (0...250).first { index in
        [from - Double(index) / 50, from + Double(index) / 50].contains {
          let there = choices(source, $0)
          return !there.isEmpty && there != Array(present.prefix(1))
        }
      }
      #expect((searched == nil) == (flip == nil))
      guard let searched, let flip else { continue }
      let change = flip.change * 4 * 50
      #expect(change <= Double(searched) + 1e-6 && change > Double(searched) - 1 - 1e-6, "\(flip), \(searched)")
      guard flip.change > 0 else { continue }
      let outward = flip.to < from ? -1e-6 : 1e-6
      #expect([present, []].contains(choices(source, flip.to - outward)))
      // At an anchor scores can touch and part again.
      #expect((choices(source, flip.to) + choices(source, flip.to + outward)).contains(flip.alternative))
    }
  }
}
