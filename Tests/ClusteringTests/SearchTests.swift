import Matrices
import Testing

@testable import Clustering

@Suite struct SearchTests {
  @Test(arguments: Seeding.allCases) func `first centroids are distinct rows`(_ seeding: Seeding) {
    let data = Observations(Matrix([[1], [1], [1], [1], [2], [2], [7], [7.5]]))
    for seed in 0..<50 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let rows = seeding.draw(data, count: 4, using: &generator)
      #expect(Set(rows.map { data.values[$0] }).count == 4)
    }
  }

  @Test(arguments: Seeding.allCases) func `a heavy row is drawn first as often as its weight says`(_ seeding: Seeding) {
    let data = Observations(Matrix([[1], [2], [3]]), weights: [1, 8, 1])
    let first = (0..<1000).map { seed -> Int in
      var generator = SeededGenerator(seed: UInt64(seed))
      return seeding.draw(data, count: 1, using: &generator)[0]
    }
    // 800 expected; four standard deviations of √(1000 · 0.8 · 0.2).
    #expect((749...851).contains(first.count { $0 == 1 }))
  }

  @Test func `a search stops when the best was found often enough, at the end of a batch`() async {
    let data = Matrix([[0], [2], [10], [14]])
    let fit = await KMeans(clusters: 2, starts: 1000, until: StopRule(hits: 7, batch: 5)).fit(data)
    #expect(fit.census.starts == 10)
    #expect(fit.census.hits == 10)
    let whole = await KMeans(clusters: 2, starts: 10).fit(data)
    #expect(fit == whole)
  }

  @Test func `a search stops at the most starts when the best is rare`() async {
    let data = overlappingRows(120, columns: 6, centres: 4)
    let fit = await KMeans(clusters: 8, starts: 30, until: StopRule(hits: 1000, batch: 20)).fit(data)
    #expect(fit.census.starts == 30)
    #expect(fit == (await KMeans(clusters: 8, starts: 30).fit(data)))
  }

  @Test func `one start after the other finds what all cores find`() async {
    let data = overlappingRows(50, columns: 4, centres: 4)
    let search = KMeans(clusters: 4, starts: 20)
    #expect(search.fitSerially(data) == (await search.fit(data)))
  }

  @Test func `the gain of a descent orders divisions as their cost does`() {
    let matrix = overlappingRows(60, columns: 5, centres: 4)
    let data = Observations(matrix)
    let total = data.inertia(Array(repeating: 0, count: 60), clusters: 1)
    for start in 0..<10 {
      var generator = SeededGenerator(seed: 3, streams: start)
      let descent = Descent(data, seeds: Seeding.rows.draw(data, count: 5, using: &generator))
      descent.run()
      let cost = data.inertia(descent.currentLabels, clusters: 5)
      #expect(abs(total - descent.gain - cost) < 1e-9 * total)
    }
  }

  @Test func `iterations from given centroids go on until nothing changes`() async {
    let data = Matrix([[0], [2], [10], [14]])
    let found = await LloydDescent(from: Matrix([[0], [2]])).run(data)
    // {0}, {2, 10, 14} and centroids 0 and 26/3; then {0, 2}, {10, 14} and 1 and 12; then nothing.
    #expect(found.iterations == 3)
    #expect(found.labels == [0, 0, 1, 1])
    #expect(found.centroids == Matrix([[1], [12]]))
    #expect(found.inertia == 10)
    let one = await LloydDescent(from: Matrix([[0], [2]]), iterations: 1).run(data)
    #expect(one.iterations == 1)
    #expect(one.labels == [0, 0, 1, 1])
    #expect(abs(one.centroids[1, 0] - 26.0 / 3) < 1e-12)
  }

  @Test func `many rows are divided as few are`() async {
    // Above the limit the cores share one start; the chunks are the same.
    let data = overlappingRows(KMeans.manyRows + 1000, columns: 2, centres: 4)
    let search = KMeans(clusters: 4, starts: 2)
    let fit = await search.fit(data)
    #expect(fit == search.fitSerially(data))
  }

  @Test func `many rows with a large common offset are divided as without it`() async {
    // Columns whose mean is small are not centred, those with an offset are.
    let data = overlappingRows(Observations.narrowLimit + 8, columns: 2, centres: 4)
    let shifted = Matrix(
      rows: data.rows, columns: 2, values: data.values.enumerated().map { $0 % 2 == 0 ? $1 + 1_048_576 : $1 })
    #expect(Observations(data, keepingPairwise: false).offsets[0] == 0)
    #expect(Observations(shifted, keepingPairwise: false).offsets[0] > 1_048_000)
    let search = KMeans(clusters: 4, starts: 1)
    #expect(await search.fit(data).partition == (await search.fit(shifted)).partition)
  }
}
