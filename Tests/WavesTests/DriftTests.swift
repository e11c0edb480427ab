import Matrices
import Testing

@testable import Waves

@Suite struct DriftTests {
  // MARK: - By hand

  @Test func `the stability index of two bins that exchange is worked by hand`() {
    // One is added to 2 and 5 and to 5 and 2: shares 3/9 and 6/9 against 6/9 and 3/9, so 2 · (1/3) · ln 2.
    #expect((populationStabilityIndex([2, 5], [5, 2]) - 0.46209812037329684).magnitude < 1e-15)
    #expect(populationStabilityIndex([4, 0, 9], [4, 0, 9]) == 0)
    #expect(populationStabilityIndex([], []) == 0)
    #expect(populationStabilityIndex([9, 0], [0, 9]).isFinite)
  }

  @Test func `chi-square of a table of four is worked by hand`() {
    // Expected are 6 and 4 in both rows: 4 · (2 · 2) / ... = 4/6 + 4/4 + 4/6 + 4/4.
    #expect((chiSquare([8, 2], [4, 6]) - 10.0 / 3).magnitude < 1e-15)
    #expect(chiSquare([8, 2, 0], [4, 6, 0]) == chiSquare([8, 2], [4, 6]))
    #expect(chiSquare([0, 0], [4, 6]) == 0)
    #expect(chiSquare([], []) == 0)
  }

  @Test func `how far two samples lie apart is worked by hand`() {
    // Up to 2 lie all of the first and one in three of the second.
    #expect((kolmogorovSmirnov([1, 2, 2], [2, 3, 4]) - 2.0 / 3).magnitude < 1e-15)
    #expect(kolmogorovSmirnov([1, 1, 3], [3, 1, 1]) == 0)
    #expect(kolmogorovSmirnov([1, 2], [3, 4]) == 1)
    #expect(kolmogorovSmirnov([], [3, 4]) == 0)
  }

  // MARK: - By Python

  private struct Reference {
    var earlier: [Double]
    var now: [Double]
    var numbers: [Double]

    static func read() throws -> [Reference] {
      try referenceRows("drift.csv").map { row in
        Reference(
          earlier: try referenceNumbers(row[0].split(separator: " ").map(String.init)),
          now: try referenceNumbers(row[1].split(separator: " ").map(String.init)),
          numbers: try referenceNumbers(row[2...]))
      }
    }

    func column(_ kind: DriftColumn.Kind) -> DriftColumn {
      DriftColumn(
        "column", kind, earlier: .init(earlier, units: Array(earlier.indices)),
        now: .init(now, units: now.indices.map { earlier.count + $0 }))
    }

    var units: [WavesOfUnit] { earlier.map { _ in .earlier } + now.map { _ in .now } }
  }

  @Test func `statistics are those of scipy`() async throws {
    let all = try Reference.read()
    #expect(all.count == 5)
    for reference in all {
      let drift = await Drift(
        [reference.column(.numbers), reference.column(.categories)], units: reference.units, seed: 1)
      let (numbers, categories) = (drift.columns[0], drift.columns[1])
      #expect(((numbers.kolmogorovSmirnov ?? -1) - reference.numbers[0]).magnitude < 1e-14)
      #expect(((categories.chiSquare ?? -1) - reference.numbers[1]).magnitude < 1e-12)
      #expect(((categories.stability ?? -1) - reference.numbers[3]).magnitude < 1e-14)
      #expect(numbers.chiSquare == nil && categories.kolmogorovSmirnov == nil)
      #expect(kolmogorovSmirnov(reference.earlier, reference.now) == numbers.kolmogorovSmirnov)
    }
  }

  @Test func `where every unit is one respondent, the probability of chi-square is about that of scipy`() async throws {
    for reference in try Reference.read() {
      let drift = await Drift([reference.column(.categories)], units: reference.units, draws: 4000, seed: 2)
      let (found, expected) = (drift.columns[0].probability ?? -1, reference.numbers[2])
      #expect((found - expected).magnitude < 0.1 * expected + 0.004, "\(found) for \(expected)")
    }
  }

  // MARK: - Without drift

  /// A wave of units that say about the same each time: 200 units in both waves and 25 in each alone, with four officials
  /// each of whom answers about as the unit does.
  private func waves(_ columns: Int, shift: Double = 0, seed: UInt64) -> (columns: [DriftColumn], units: [WavesOfUnit])
  {
    let units = (0..<250).map { $0 < 200 ? WavesOfUnit.both : $0 < 225 ? .earlier : .now }
    let all = (0..<columns).map { column -> DriftColumn in
      var generator = SeededGenerator(seed: seed, streams: column)
      let means = units.map { _ in generator.normal() }
      func side(_ alone: WavesOfUnit, shift: Double) -> DriftColumn.Side {
        let rows = units.indices.filter { units[$0] == .both || units[$0] == alone }
          .flatMap { Array(repeating: $0, count: 2 + generator.index(below: 4)) }
        let values = rows.map { unit in
          (3 + means[unit] * 0.6 + generator.normal() + shift).rounded(.toNearestOrEven)
        }
        return .init(values.map { max(1, min(5, $0)) }, units: rows)
      }
      return DriftColumn(
        "q\(column)", column % 2 == 0 ? .numbers : .categories, earlier: side(.earlier, shift: 0),
        now: side(.now, shift: column == 0 ? shift : 0))
    }
    return (all, units)
  }

  @Test func `without drift any column is called in fewer than 5 % of all pairs of waves`() async {
    var called = 0
    let pairs = 100
    for pair in 0..<pairs {
      let (columns, units) = waves(12, seed: UInt64(1000 + pair))
      let drift = await Drift(columns, units: units, seed: UInt64(pair))
      if drift.columns.contains(where: \.hasDrifted) { called += 1 }
    }
    #expect(Double(called) < 0.05 * Double(pairs), "\(called) of \(pairs) pairs of waves")
  }

  @Test func `without drift the usual threshold is often passed by noise, which the redraws know`() async {
    // A feature is one value a unit: two hundred values a wave, in ten bins.
    var (usual, beyondNoise) = (0, 0)
    for pair in 0..<100 {
      var generator = SeededGenerator(seed: 77, streams: pair)
      func side(_ first: Int) -> DriftColumn.Side {
        .init((0..<200).map { _ in generator.normal() }, units: (0..<200).map { first + $0 })
      }
      let column = DriftColumn("feature", .numbers, earlier: side(0), now: side(200))
      let units = (0..<400).map { $0 < 200 ? WavesOfUnit.earlier : .now }
      let found = await Drift([column], units: units, seed: UInt64(pair)).columns[0]
      let stability = found.stability ?? 0
      if stability > 0.1 { usual += 1 }
      if stability > found.stabilityOfNoise ?? 0 { beyondNoise += 1 }
    }
    #expect(usual > 15, "\(usual) of 100 are above 0.1")
    #expect(beyondNoise < 12, "\(beyondNoise) of 100 are above what noise gives once in twenty times")
  }

  // MARK: - With drift

  @Test func `a question that drifted is found, and it alone`() async {
    var (found, others) = (0, 0)
    for pair in 0..<20 {
      let (columns, units) = waves(20, shift: 0.4, seed: UInt64(5000 + pair))
      let drift = await Drift(columns, units: units, seed: UInt64(pair))
      if drift.columns[0].hasDrifted { found += 1 }
      others += drift.columns.dropFirst().count(where: \.hasDrifted)
    }
    #expect(found == 20)
    #expect(others <= 1)
  }

  @Test func `a small shift of every unit is found because units are paired`() async {
    // Every unit grows by a sixteenth of the spread: too little for samples that are taken as independent.
    var generator = SeededGenerator(seed: 5)
    let values = (0..<300).map { _ in generator.normal() }
    let rows = Array(values.indices)
    let column = DriftColumn(
      "population", .numbers, earlier: .init(values, units: rows), now: .init(values.map { $0 + 0.06 }, units: rows))
    let paired = await Drift([column], units: values.map { _ in .both }, seed: 1)
    #expect(paired.columns[0].hasDrifted)
    let apart = DriftColumn(
      "population", .numbers, earlier: .init(values, units: rows),
      now: .init(values.map { $0 + 0.06 }, units: rows.map { 300 + $0 }))
    let single = await Drift([apart], units: (0..<600).map { $0 < 300 ? .earlier : .now }, seed: 1)
    #expect(!single.columns[0].hasDrifted)
  }

  // MARK: - Probabilities beyond the redraws

  @Test func `the probability of a rare statistic is worked by hand`() {
    // Eight redraws, two of them in the upper quarter: 5 and 4 exceed the third, 3, by 2 and 1, so S = 3 and m = 2.
    let redraws = [1.0, 5, 2, 3, 1, 4, 2, 1]
    #expect(tailProbability(of: 9, among: redraws) == (3.0 / 9 / 9).roundedToGrid)
    // Within the redraws it is their share: 5, 4 and 3 are as large as 3, and the statistic itself.
    #expect(tailProbability(of: 3, among: redraws) == (4.0 / 9).roundedToGrid)
    #expect(tailProbability(of: 0, among: redraws) == 1)
    #expect(tailProbability(of: 4, among: redraws) == (3.0 / 9).roundedToGrid)
    // Redraws that are all alike say nothing about a tail.
    #expect(tailProbability(of: 2, among: [1, 1, 1, 1]) == (1.0 / 5).roundedToGrid)
  }

  // MARK: - Edges

  @Test func `the same values in both waves do not drift`() async {
    let side = DriftColumn.Side([1, 2, 3, 4], units: [0, 1, 2, 3])
    let drift = await Drift(
      [DriftColumn("a", .numbers, earlier: side, now: side), DriftColumn("b", .categories, earlier: side, now: side)],
      units: [.both, .both, .both, .both], seed: 1)
    #expect(drift.columns.map(\.probability) == [1, 1])
    #expect(drift.columns.map(\.stability) == [0, 0])
    #expect(drift.share == 0)
  }

  @Test func `a column that one wave did not ask is not tested`() async {
    let drift = await Drift(
      [
        DriftColumn("gone", .numbers, earlier: .init([1, 2], units: [0, 1]), now: .init([], units: [])),
        DriftColumn(
          "open", .categories, earlier: .init(present: [nil, .nan], units: [0, 1]), now: .init([1], units: [0])),
      ], units: [.both, .earlier], seed: 1)
    #expect(drift.columns.map(\.probability) == [nil, nil])
    #expect(drift.columns.map(\.corrected) == [nil, nil])
    #expect(drift.share == 0)
    #expect(await Drift([], units: [], seed: 1).columns.isEmpty)
  }

  @Test func `neither the order of the values nor other columns change a column`() async {
    let (columns, units) = waves(6, shift: 0.3, seed: 9)
    func turned(_ side: DriftColumn.Side) -> DriftColumn.Side {
      .init(side.values.reversed(), units: side.units.reversed())
    }
    let all = await Drift(columns, units: units, seed: 3)
    let one = await Drift(
      [DriftColumn("q0", .numbers, earlier: turned(columns[0].earlier), now: turned(columns[0].now))], units: units,
      seed: 3)
    #expect(all.columns[0].probability == one.columns[0].probability)
    #expect(all.columns[0].stability == one.columns[0].stability)
  }
}
