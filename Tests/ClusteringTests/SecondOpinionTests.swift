import Clustering
import Matrices
import RealModule
import Testing

@Suite struct GowerTests {
  @Test func `three mixed rows, by hand`() {
    // Numbers 0, 5, 10; categories a, a, b with twice the weight; the last row has no third value.
    let table = Dissimilarities(gower: [
      GowerColumn(.numbers([0, 5, 10])), GowerColumn(.categories([0, 0, 1]), weight: 2),
      GowerColumn(.numbers([1, 3, nil])),
    ])
    // (½ + 0 + 1) / 4, (1 + 2) / 3 and (½ + 2) / 3.
    #expect(table[0, 1] == 0.375)
    #expect(table[0, 2] == 1)
    #expect(table[2, 1] == 2.5 / 3)
    #expect(table[1, 1] == 0)
  }

  @Test func `ordered answers are compared by their ranks`() {
    let table = Dissimilarities(gower: [GowerColumn(.ranks([1, 100, 2, 1, nil]))])
    #expect((table[0, 1], table[0, 2], table[0, 3]) == (1, 0.5, 0))
    #expect(table[0, 4] == 1)
  }

  @Test func `a column that does not vary counts and says nothing`() {
    let table = Dissimilarities(gower: [GowerColumn(.numbers([3, 3])), GowerColumn(.numbers([0, 1]))])
    #expect(table[0, 1] == 0.5)
  }

  @Test func `the mean difference of a column is that over all its pairs, by hand`() {
    // Of 0, 2, 10 over 10: (.2 + 1 + .8) / 3. Of a, a, b: two of three pairs differ.
    #expect(abs(GowerColumn(.numbers([10, nil, 0, 2])).meanDifference - 2.0 / 3) < 1e-15)
    #expect(abs(GowerColumn(.categories([0, 0, nil, 1])).meanDifference - 2.0 / 3) < 1e-15)
    #expect(GowerColumn(.numbers([4, 4])).meanDifference == 0)
    #expect(GowerColumn(.categories([4, nil])).meanDifference == 0)
  }

  @Test func `a pair without common values is as unlike as can be`() {
    let gaps = [GowerColumn(.numbers([1, nil])), GowerColumn(.categories([nil, 2]))]
    #expect(Dissimilarities(gower: gaps)[0, 1] == 1)
    #expect(Dissimilarities(gower: [GowerColumn(.numbers([1, 2]), weight: 0)])[0, 1] == 1)
    #expect(Dissimilarities(gower: []).rows == 0)
  }

  @Test func `a mixed table with gaps and weights equals daisy of R`() throws {
    let rows = try referenceRows("mixed.csv")
    func codes(_ column: Int) -> [Int?] {
      let levels = Set(rows.map { $0[column] }).subtracting([""]).sorted()
      return rows.map { levels.firstIndex(of: $0[column]) }
    }
    func numbers(_ column: Int) -> [Double?] { rows.map { Double($0[column]) } }
    let values: [GowerColumn.Values] = [
      .numbers(numbers(0)), .numbers(numbers(1)), .numbers(numbers(2)), .ranks(numbers(3)), .categories(codes(4)),
      .categories(codes(5)),
    ]
    for (name, weights) in [("equal", [1, 1, 1, 1, 1, 1]), ("blocks", [3, 0.5, 1, 2, 0.25, 1])] {
      let table = Dissimilarities(gower: zip(values, weights).map { GowerColumn($0, weight: $1) })
      let expected = try referenceRows("gower.csv").filter { $0[0] == name }
      #expect(expected.count == table.rows)
      for (row, line) in expected.enumerated() {
        let others = line[2].split(separator: " ").compactMap { Double($0) }
        #expect(others.count == table.rows)
        // The reference has 15 digits.
        for (other, value) in others.enumerated() { #expect(abs(table[row, other] - value) < 1e-14) }
      }
    }
  }
}

@Suite struct MedoidTests {
  func line(_ values: [Double]) -> Dissimilarities { Dissimilarities(euclidean: Matrix(values.map { [$0] })) }

  @Test func `two groups on a line, by hand`() {
    let fit = Medoids(clusters: 2).fit(line([0, 1, 3, 10, 11, 15]))
    #expect(fit.partition.labels == [0, 0, 0, 1, 1, 1])
    #expect(fit.medoids == [1, 4])
    #expect(fit.cost == 8)
  }

  @Test func `exchanges mend what the building began badly`() {
    // The middle row is taken first; in the end it is 4 from the medoid of either group.
    let fit = Medoids(clusters: 2).fit(line([0, 1, 2, 5, 8, 9, 10]))
    #expect(fit.builtCost > fit.cost)
    #expect(Set(fit.medoids) == [1, 5])
    #expect(fit.cost == 8)
  }

  @Test func `one cluster, as many as rows, and rows that are alike`() {
    #expect(Medoids(clusters: 1).fit(line([0, 4, 5])).medoids == [1])
    let all = Medoids(clusters: 3).fit(line([0, 4, 5]))
    #expect((all.partition.clusters, all.cost) == (3, 0))
    let alike = Medoids(clusters: 2).fit(line([7, 7, 7]))
    #expect((alike.partition.clusters, alike.cost) == (2, 0))
    #expect(Medoids(clusters: 1).fit(line([2])).medoids == [0])
  }

  func table(_ name: String) throws -> Dissimilarities {
    guard name == "mixed" else { return Dissimilarities(euclidean: try referenceMatrix(name)) }
    let rows = try referenceRows("gower.csv").filter { $0[0] == "blocks" }
    let values = rows.map { $0[2].split(separator: " ").compactMap { Double($0) } }
    return Dissimilarities(rows: values.count) { values[$0][$1] }
  }

  @Test(arguments: ["iris", "usarrests-z", "answers", "mixed"])
  func `medoids, divisions and objectives equal those of pam of R`(name: String) throws {
    let data = try table(name)
    let rows = try referenceRows("pam.csv").filter { $0[0] == name }
    #expect(rows.count == 7)
    for row in rows {
      let k = try #require(Int(row[1]))
      let fit = Medoids(clusters: k).fit(data)
      let (build, swap) = (try #require(Double(row[2])), try #require(Double(row[3])))
      #expect(abs(fit.builtCost / Double(data.rows) - build) < 1e-13)
      #expect(abs(fit.cost / Double(data.rows) - swap) < 1e-13)
      #expect(fit.medoids.sorted() == row[4].split(separator: " ").compactMap { Int($0) }, "k = \(k)")
      #expect(fit.partition == Partition(labels: row[5].split(separator: " ").compactMap { Int($0) }), "k = \(k)")
    }
  }

  @Test func `no exchange lowers the sum any more`() {
    let data = Dissimilarities(euclidean: overlappingRows(30, columns: 3, centres: 3))
    let fit = Medoids(clusters: 3).fit(data)
    func cost(_ medoids: [Int]) -> Double {
      (0..<data.rows).reduce(0) { sum, row in sum + (medoids.map { data[$0, row] }.min() ?? 0) }
    }
    #expect(abs(cost(fit.medoids) - fit.cost) < 1e-12)
    for out in 0..<3 {
      for into in 0..<data.rows {
        var other = fit.medoids
        other[out] = into
        #expect(cost(other) >= fit.cost - 1e-12)
      }
    }
  }
}

@Suite struct WardTests {
  @Test func `four rows on a line, by hand`() {
    // Pairs at 1 and 2; then means 0.5 and 11 with two rows each: √(2 · 2 · 2 / 4) · 10.5.
    let tree = wardTree(of: Matrix([[0], [10], [1], [12]]))
    #expect(tree.merges.map(\.first) == [0, 1, 0])
    #expect(tree.merges.map(\.second) == [2, 3, 1])
    #expect(tree.merges[0].height == 1)
    #expect(tree.merges[1].height == 2)
    #expect(abs(tree.merges[2].height - 10.5 * Double.sqrt(2)) < 1e-14)
    #expect(tree.partition(into: 2).labels == [0, 1, 0, 1])
    #expect(tree.partition(into: 4).clusters == 4)
    #expect(tree.partition(into: 1).clusters == 1)
    #expect(tree.partition(into: 3) == Partition(labels: [0, 1, 0, 2]))
  }

  @Test func `of equal costs the lowest rows merge first`() {
    let tree = wardTree(of: Matrix([[0], [1], [2], [3]]))
    #expect(tree.merges.prefix(2).map(\.first) == [0, 2])
    #expect(tree.merges.prefix(2).map(\.second) == [1, 3])
  }

  @Test func `a tree of one row or none has no merges`() {
    #expect(wardTree(of: Matrix([[5]])).partition(into: 1).labels == [0])
    #expect(wardTree(of: Matrix([])).merges.isEmpty)
    #expect(wardTree(of: Matrix([])).partition(into: 0).rows == 0)
  }

  @Test(arguments: ["iris", "usarrests-z", "answers"])
  func `heights and divisions equal those of hclust of R and linkage of scipy`(name: String) throws {
    let tree = wardTree(of: try referenceMatrix(name))
    let row = try #require(try referenceRows("ward.csv").first { $0[0] == name })
    // scipy breaks ties otherwise, of which the whole numbers of the answers are full.
    let scipy = try referenceRows("ward-scipy.csv").first { $0[0] == name }
    #expect((scipy == nil) == (name == "answers"))
    for heights in [row[1], scipy?[1]].compactMap({ $0 }) {
      let expected = heights.split(separator: " ").compactMap { Double($0) }
      #expect(expected.count == tree.merges.count)
      // The reference has 15 digits, and heights reach 33.
      for (merge, height) in zip(tree.merges, expected) { #expect(abs(merge.height - height) < 1e-12) }
    }
    for (place, k) in [(2, 5), (3, 12)] {
      #expect(
        tree.partition(into: k) == Partition(labels: row[place].split(separator: " ").compactMap { Int($0) }),
        "k = \(k)")
    }
  }

  @Test func `each merge raises the sum of squares by half its squared height`() {
    let data = overlappingRows(25, columns: 3, centres: 3)
    let tree = wardTree(of: data)
    for k in 1..<25 {
      let rise = inertia(of: data, tree.partition(into: k)) - inertia(of: data, tree.partition(into: k + 1))
      let height = tree.merges[25 - k - 1].height
      #expect(abs(rise - height * height / 2) < 1e-10)
    }
  }
}
