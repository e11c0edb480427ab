import DecisionAnalysis
import Foundation
import Matrices
import Testing

/// Kendall's W by hand and beside scipy, and how far weights lie apart.
@Suite struct WeightAgreementTests {
  private func near(_ found: Double?, _ wanted: Double) -> Bool {
    found.map { ($0 - wanted).magnitude < 1e-12 } ?? false
  }

  // MARK: - The order of importance

  @Test func `three judges, by hand`() {
    // Ranks 1 2 3, 3 1 2 and 1 2 3 add up to 5, 5 and 8, around 6: S = 6, and W = 12 · 6 / (9 · 24).
    #expect(near(concordance([[50, 30, 20], [20, 50, 30], [50, 30, 20]]), 1.0 / 3))
  }

  @Test func `equal weights share their ranks, and the most that can be reached is less`() {
    // Ranks 1.5 1.5 3 and 1 2 3 add up to 2.5, 3.5 and 6, around 4: S = 6.5; one group of two has T = 6.
    #expect(meanRanks([40, 40, 20]) == [1.5, 1.5, 3])
    #expect(near(concordance([[40, 40, 20], [50, 30, 20]]), 12 * 6.5 / (4 * 24 - 2 * 6)))
  }

  @Test func `the same order is full agreement, the reverse of two is none`() {
    #expect(near(concordance([[3, 2, 1, 0], [90, 5, 4, 1], [4, 3, 2, 1]]), 1))
    #expect(near(concordance([[1, 1, 0], [5, 5, 2]]), 1))
    #expect(near(concordance([[3, 2, 1], [1, 2, 3]]), 0))
  }

  @Test func `it is not defined for one judge, one thing, or when nobody tells things apart`() {
    #expect(concordance([]) == nil)
    #expect(concordance([[1, 2, 3]]) == nil)
    #expect(concordance([[1], [2]]) == nil)
    #expect(concordance([[1, 1, 1], [4, 4, 4]]) == nil)
    // One who tells nothing apart agrees half with anybody: S = 2, and W = 12 · 2 / (4 · 24 - 2 · 24).
    #expect(near(concordance([[1, 1, 1], [3, 2, 1]]), 0.5))
  }

  @Test func `between two judges it goes with Spearman's correlation`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<50 {
      let weights = (0..<2).map { _ in (0..<7).map { _ in generator.uniform() } }
      let ranks = weights.map(meanRanks)
      let squares = zip(ranks[0], ranks[1]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
      let spearman = 1 - 6 * squares / (7 * 48)
      #expect(near(concordance(weights), (spearman + 1) / 2))
    }
  }

  @Test func `it is that of scipy`() throws {
    let url = try #require(
      Bundle.module.url(forResource: "concordance", withExtension: "csv", subdirectory: "Reference"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 20)
    for line in lines {
      let cells = line.split(separator: ",").map(String.init)
      let things = try #require(Int(cells[1]))
      let numbers = cells[2].split(separator: " ").compactMap { Double($0) }
      let weights = stride(from: 0, to: numbers.count, by: things).map { Array(numbers[$0..<$0 + things]) }
      #expect(near(concordance(weights), try #require(Double(cells[3]))), "\(line)")
    }
  }

  // MARK: - How far apart

  @Test func `the distance is the weight that must be moved`() {
    #expect(near(weightDistance([0.5, 0.3, 0.2], [0.2, 0.3, 0.5]), 0.3))
    #expect(weightDistance([1, 0], [0, 1]) == 1)
    #expect(weightDistance([0.25, 0.75], [0.25, 0.75]) == 0)
  }

  @Test func `a group of three, by hand`() {
    let agreement = WeightAgreement([[0.5, 0.3, 0.2], [0.2, 0.3, 0.5], [0.5, 0.3, 0.2]])
    // Two of the three pairs are 0.3 apart.
    #expect(near(agreement.meanDistance, 0.2))
    #expect(near(agreement.mean[0], 0.4) && near(agreement.mean[1], 0.3) && near(agreement.mean[2], 0.3))
    #expect(agreement.spreads.map(\.least) == [0.2, 0.3, 0.2])
    #expect(agreement.spreads.map(\.greatest) == [0.5, 0.3, 0.5])
    // All give the second criterion the same.
    #expect(agreement.spreads.map(\.farthest) == [1, nil, 1])
    #expect(near(agreement.distances[0], 0.1) && near(agreement.distances[1], 0.2))
    #expect(agreement.farthest == 1)
  }

  @Test func `members who weigh alike are not far, and of equally far ones nobody is the farthest`() {
    let alike = WeightAgreement([[0.5, 0.5], [0.5, 0.5]])
    #expect(alike.meanDistance == 0 && alike.farthest == nil && alike.concordance == nil)
    #expect(alike.spreads.allSatisfy { $0.farthest == nil })
    let two = WeightAgreement([[0.3, 0.7], [0.6, 0.4]])
    #expect(two.farthest == nil && two.spreads.map(\.farthest) == [nil, nil])
    let three = WeightAgreement([[0.3, 0.7], [0.6, 0.4], [0.6, 0.4]])
    #expect(three.farthest == 0 && three.spreads.map(\.farthest) == [0, 0])
    let alone = WeightAgreement([[0.3, 0.7]])
    #expect(alone.meanDistance == nil && alone.concordance == nil && alone.farthest == nil)
  }
}
