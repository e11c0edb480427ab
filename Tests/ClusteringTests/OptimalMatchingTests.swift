import Clustering
import Matrices
import Testing

@Suite struct OptimalMatchingTests {
  /// All ways to give each of `rows` rows a column of its own, or none when columns are short, in lexicographic order.
  private func matchings(_ rows: Int, _ columns: Int) -> [[Int?]] {
    func extend(_ start: [Int?]) -> [[Int?]] {
      if start.count == rows { return [start] }
      let free = (0..<columns).filter { !start.contains($0) }
      let leftOver = rows - start.count > free.count
      return free.flatMap { extend(start + [$0]) } + (leftOver ? extend(start + [nil]) : [])
    }
    return extend([])
  }

  private func total(_ shared: [[Int]], _ matching: [Int?]) -> Int {
    zip(shared, matching).reduce(0) { sum, pair in sum + (pair.1.map { pair.0[$0] } ?? 0) }
  }

  @Test func `the best total goes before the best pair, by hand`() {
    // Taking the pair that shares most, 10, leaves 0; the other two share 9 each.
    #expect(optimalMatching([[10, 9], [9, 0]]) == [1, 0])
    #expect(optimalMatching([[1, 2, 3], [2, 4, 6], [3, 6, 9]]) == [0, 1, 2])
  }

  @Test func `what is left over is matched with none`() {
    #expect(optimalMatching([[1], [5], [3]]) == [nil, 0, nil])
    #expect(optimalMatching([[1, 5, 3]]) == [1])
    #expect(optimalMatching([[], []]) == [nil, nil])
    #expect(optimalMatching([]) == [])
  }

  @Test func `of equals the first row gets the lowest column`() {
    #expect(optimalMatching([[1, 1], [1, 1]]) == [0, 1])
    #expect(optimalMatching([[0, 0, 0], [0, 0, 0], [0, 0, 0]]) == [0, 1, 2])
    #expect(optimalMatching([[0], [0]]) == [0, nil])
    // 3 + 3 + 0 and 3 + 0 + 3 are as much; the first gives row 1 the lower column.
    #expect(optimalMatching([[3, 3, 0], [0, 3, 3], [3, 0, 0]]) == [1, 2, 0])
    #expect(optimalMatching([[3, 3, 0], [3, 3, 0], [0, 0, 0]]) == [0, 1, 2])
  }

  @Test func `small matrices get the first of the best of all permutations`() {
    var generator = SeededGenerator(seed: 5, streams: 0)
    for _ in 0..<400 {
      let (rows, columns) = (1 + generator.index(below: 5), 1 + generator.index(below: 5))
      let bound = 1 + generator.index(below: 6)
      let shared = (0..<rows).map { _ in (0..<columns).map { _ in generator.index(below: bound) } }
      let all = matchings(rows, columns)
      let most = all.map { total(shared, $0) }.max() ?? 0
      #expect(optimalMatching(shared) == all.first { total(shared, $0) == most }, "\(shared)")
    }
  }

  @Test func `totals and pairs are those of scipy`() throws {
    for row in try referenceRows("optimal-matching.csv") {
      let columns = try #require(Int(row[3]))
      let numbers = row[4].split(separator: " ").compactMap { Int($0) }
      let shared = stride(from: 0, to: numbers.count, by: columns).map { Array(numbers[$0..<$0 + columns]) }
      let found = optimalMatching(shared)
      #expect(total(shared, found) == Int(row[5]))
      if row[1] == "1000000" { #expect(found.map { String($0 ?? -1) }.joined(separator: " ") == row[6]) }
    }
  }
}
