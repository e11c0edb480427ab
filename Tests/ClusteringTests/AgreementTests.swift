import Clustering
import Matrices
import RealModule
import Testing

@Suite struct AgreementTests {
  func table(_ first: [Int], _ second: [Int]) -> ContingencyTable {
    ContingencyTable(Partition(labels: first), Partition(labels: second))
  }

  // MARK: - By hand

  @Test func `rows that clusters share are counted`() {
    let table = table([0, 0, 1, 1], [0, 0, 1, 2])
    #expect(table.cells.map(\.first) == [0, 1, 1])
    #expect(table.cells.map(\.second) == [0, 1, 2])
    #expect(table.cells.map(\.count) == [2, 1, 1])
    #expect(table.firstSizes == [2, 2])
    #expect(table.secondSizes == [2, 1, 1])
    #expect(table.rows == 4)
    #expect(!table.isIdentity)
  }

  @Test func `the adjusted Rand index of four rows, by hand`() {
    // One pair together in both, one in the first alone, four apart: 2 (1 · 4) / (2 · 5 + 1 · 4).
    #expect(table([0, 0, 1, 1], [0, 0, 1, 2]).adjustedRandIndex == 4.0 / 7)
    // Two pairs in each, none in common: 2 (0 · 2 - 2 · 2) / (2 · 4 + 2 · 4).
    #expect(table([0, 0, 1, 1], [0, 1, 0, 1]).adjustedRandIndex == -0.5)
  }

  @Test func `the information of four rows, by hand`() {
    let table = table([0, 0, 1, 1], [0, 0, 1, 2])
    #expect(abs(table.mutualInformation - Double.log(2)) < 1e-15)
    #expect(abs(table.firstEntropy - Double.log(2)) < 1e-15)
    #expect(abs(table.secondEntropy - 1.5 * Double.log(2)) < 1e-15)
    // By chance the pair of the second is split by the first in 4 of its 6 places: 2/3 · ½ log 2 + 1/3 · log 2.
    #expect(abs(table.expectedMutualInformation - 2.0 / 3 * Double.log(2)) < 1e-15)
    // (1 - 2/3) / (5/4 - 2/3).
    #expect(abs(table.adjustedMutualInformation - 4.0 / 7) < 1e-14)
    // Only what the second tells beyond the first: half of the rows, one bit.
    #expect(abs(table.variationOfInformation - 0.5 * Double.log(2)) < 1e-15)
    #expect(abs(table.normalisedVariation - 0.25) < 1e-15)
  }

  @Test func `partitions that are the same agree wholly, whatever they are`() {
    for labels in [[], [0], [0, 0, 0], [0, 1, 2], [0, 1, 1, 2, 0]] {
      let table = table(labels, labels.map { 9 - $0 })
      #expect(table.isIdentity)
      #expect(table.adjustedRandIndex == 1)
      #expect(table.adjustedMutualInformation == 1)
      #expect(table.variationOfInformation == 0)
      #expect(table.normalisedVariation == 0)
    }
  }

  @Test func `a single cluster tells nothing about others, nor do single rows`() {
    for (first, second) in [([0, 0, 0, 0], [0, 0, 1, 1]), ([0, 0, 0], [0, 1, 2]), ([0, 1, 2, 3], [0, 0, 1, 2])] {
      #expect(table(first, second).adjustedRandIndex == 0)
      #expect(abs(table(first, second).adjustedMutualInformation) < 1e-12)
      #expect(abs(table(second, first).adjustedMutualInformation) < 1e-12)
    }
    #expect(abs(table([0, 0, 0], [0, 1, 2]).normalisedVariation - 1) < 1e-15)
  }

  // MARK: - Parity

  @Test func `all measures equal those of scikit-learn`() throws {
    let rows = try referenceRows("agreement.csv")
    #expect(rows.count == 10)
    for row in rows {
      let labels = row[0...1].map { $0.split(separator: " ").compactMap { Int($0) } }
      let expected = try row[2...].map { try #require(Double($0)) }
      let table = table(labels[0], labels[1])
      // Sums of at most some thousand terms below 4, each rounded to 2⁻⁵³, over a room of at least 0.1.
      let tolerance = 1e-11
      #expect(abs(table.adjustedRandIndex - expected[0]) < tolerance)
      #expect(abs(table.mutualInformation - expected[1]) < tolerance)
      #expect(abs(table.expectedMutualInformation - expected[2]) < tolerance)
      #expect(abs(table.adjustedMutualInformation - expected[3]) < tolerance)
      #expect(abs(table.variationOfInformation - expected[4]) < tolerance)
    }
  }

  // MARK: - Properties

  @Test func `relabelling changes no score`() {
    var generator = SeededGenerator(seed: 3, streams: 0)
    for _ in 0..<20 {
      let first = (0..<40).map { _ in generator.index(below: 4) }
      let second = (0..<40).map { _ in generator.index(below: 5) }
      let renamed = second.map { [30, 2, 7, -1, 0][$0] }
      #expect(table(first, second) == table(first, renamed))
    }
  }

  @Test func `the order of two partitions changes no more than rounding`() {
    var generator = SeededGenerator(seed: 4, streams: 0)
    for _ in 0..<20 {
      let first = (0..<50).map { _ in generator.index(below: 3) }
      let second = (0..<50).map { _ in generator.index(below: 6) }
      let (one, other) = (table(first, second), table(second, first))
      #expect(abs(one.adjustedRandIndex - other.adjustedRandIndex) < 1e-13)
      #expect(abs(one.adjustedMutualInformation - other.adjustedMutualInformation) < 1e-13)
      #expect(abs(one.variationOfInformation - other.variationOfInformation) < 1e-13)
    }
  }

  @Test func `the variation of information is a distance`() {
    var generator = SeededGenerator(seed: 5, streams: 0)
    for _ in 0..<20 {
      let three = (0..<3).map { _ in (0..<30).map { _ in generator.index(below: 4) } }
      let straight = table(three[0], three[2]).variationOfInformation
      let detour = table(three[0], three[1]).variationOfInformation + table(three[1], three[2]).variationOfInformation
      #expect(straight <= detour + 1e-12)
    }
  }

  @Test func `on average chance gives no agreement`() {
    var generator = SeededGenerator(seed: 6, streams: 0)
    let first = (0..<60).map { $0 % 3 }
    var (rand, information) = (0.0, 0.0)
    for _ in 0..<400 {
      let second = generator.permutation(of: 60).map { $0 % 4 }
      rand += table(first, second).adjustedRandIndex / 400
      information += table(first, second).adjustedMutualInformation / 400
    }
    // The standard error of both means is about .001.
    #expect(abs(rand) < 0.005)
    #expect(abs(information) < 0.005)
  }
}
