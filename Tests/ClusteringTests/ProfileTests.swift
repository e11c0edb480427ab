import Clustering
import Matrices
import RealModule
import Testing

@Suite struct ProfileTests {
  // MARK: - Effects

  @Test func `the effect of a cluster, by hand`() throws {
    // Cluster 0 is 1, 3; the others 5, 7, 9. Means 2 and 7, squares 2 and 8 over 3: pooled √(10 / 3).
    let profiles = ClusterProfiles(of: Matrix([[1], [3], [5], [7], [9]]), Partition(labels: [0, 0, 1, 1, 1]))
    let effect = profiles.effects[1][0]
    #expect(effect.mean == 2)
    #expect(effect.elsewhere == 7)
    #expect(abs((try #require(effect.cohensD)) + 5 / Double.sqrt(10.0 / 3)) < 1e-15)
    // Between 2 · 9 + 3 · 4 of a total of 40.
    #expect(profiles.etaSquared == [30.0 / 40])
  }

  @Test func `a single cluster, a constant column and clusters without spread have no effect`() {
    let one = ClusterProfiles(of: Matrix([[1], [3]]), Partition(labels: [0, 0]))
    #expect(one.effects[0][0].mean == 2)
    #expect(one.effects[0][0].elsewhere == nil)
    #expect(one.effects[0][0].cohensD == nil)
    #expect(one.etaSquared == [0])
    let flat = ClusterProfiles(of: Matrix([[1, 4], [1, 4], [1, 5]]), Partition(labels: [0, 0, 1]))
    #expect(flat.etaSquared == [nil, 1])
    #expect(flat.effects[0].map(\.cohensD) == [nil, nil])
    #expect(flat.strongest(in: 0, among: [0, 1]).isEmpty)
  }

  @Test func `columns are ranked by the size of their effect`() {
    let data = Matrix([[0, 5, 0], [1, 0, 0], [9, 4, 1], [10, 1, 0]])
    let profiles = ClusterProfiles(of: data, Partition(labels: [0, 0, 1, 1]))
    #expect(profiles.strongest(in: 1, among: [0, 1, 2]) == [0, 2, 1])
    #expect(profiles.strongest(in: 1, among: [1, 2]) == [2, 1])
  }

  @Test func `effects and eta squared equal those of R`() throws {
    let data = try referenceMatrix("iris")
    let labels = try #require(try referenceRows("associations.csv").first)[4].split(separator: " ").compactMap {
      Int($0)
    }
    let partition = Partition(labels: labels)
    let profiles = ClusterProfiles(of: data, partition)
    for row in try referenceRows("profiles.csv") {
      let numbers = try row.map { try #require(Double($0)) }
      let column = Int(numbers[0])
      let first = try #require(labels.firstIndex(of: Int(numbers[1])))
      let effect = profiles.effects[partition.labels[first]][column]
      #expect(abs(effect.mean - numbers[2]) < 1e-12)
      #expect(abs((try #require(effect.elsewhere)) - numbers[3]) < 1e-12)
      #expect(abs((try #require(effect.cohensD)) - numbers[4]) < 1e-12)
      #expect(abs((try #require(profiles.etaSquared[column])) - numbers[5]) < 1e-12)
    }
  }

  // MARK: - Members

  @Test func `medoid, typical rows and rows on the edge, by hand`() async {
    let data = Matrix([[0], [1], [2], [7], [20], [22], [24]])
    let partition = Partition(labels: [0, 0, 0, 0, 1, 1, 1])
    let members = memberships(of: data, partition, centroids: clusterMeans(of: data, partition))
    let typical = await TypicalMembers.of(data, partition, members, count: 2)
    // Sums of distances in the first cluster: 10, 8, 8, 18. Its mean is 2.5.
    #expect(typical[0].medoid == 1)
    #expect(typical[0].typical == [2, 1])
    // The other centroid is at 22: margins of 19.5 / 24.5 for the first row and 10.5 / 19.5 for the fourth, the smallest.
    #expect(typical[0].edge == [3, 0])
    #expect(typical[1].medoid == 5)
    #expect(typical[1].typical == [5, 4])
    #expect(members[3].margin == 10.5 / 19.5)
  }

  @Test func `a single cluster has no edge`() async {
    let data = Matrix([[0], [4]])
    let partition = Partition(labels: [0, 0])
    let members = memberships(of: data, partition, centroids: Matrix([[2]]))
    let typical = await TypicalMembers.of(data, partition, members)
    #expect(typical.map(\.medoid) == [0])
    #expect(typical.map(\.typical) == [[0, 1]])
    #expect(typical.map(\.edge) == [[]])
  }

  // MARK: - Sensitivity

  @Test func `a column that makes the clusters is missed, and one of noise is not`() async throws {
    var generator = SeededGenerator(seed: 2, streams: 0)
    let data = Matrix((0..<40).map { [Double($0 % 2) * 10 + generator.normal(), generator.normal()] })
    let partition = await KMeans(clusters: 2, starts: 10).fit(data).partition
    let found = await SensitivityMeasurement(starts: 10).measure(data, partition, leavingOut: [[0], [1], [0, 1], []])
    let (made, noise, unchanged) = (try #require(found[0]), try #require(found[1]), try #require(found[3]))
    #expect(made.adjustedRandIndex < 0.2)
    #expect(made.moved == partition.rowsThatDiffer(from: made.partition))
    #expect((try #require(made.inertiaRatio)) > 5)
    #expect(noise.adjustedRandIndex == 1)
    #expect(noise.moved.isEmpty)
    #expect(noise.inertiaRatio == 1)
    #expect(unchanged.partition == partition)
    #expect(found[2] == nil, "no column remains")
  }

  @Test func `weights may move a row, by hand`() async throws {
    // Of 0, 4 and 9 the first two lie together; a heavy second row is better off alone than the others apart.
    let data = Matrix([[0], [4], [9]])
    let partition = Partition(labels: [0, 0, 1])
    let light = try #require(
      await SensitivityMeasurement(starts: 5).measure(data, partition, weights: [1, 1, 1]))
    #expect(light.adjustedRandIndex == 1)
    #expect(light.moved.isEmpty)
    // 0 and 4: 16 w / (1 + w) with w = 4 is 12.8; 4 and 9: 25 · .2 · 4 / 4.2 is 4.8.
    let heavy = try #require(
      await SensitivityMeasurement(starts: 5).measure(data, partition, weights: [1, 4, 0.2]))
    #expect(heavy.partition == Partition(labels: [0, 1, 1]))
    #expect(heavy.inertiaRatio == 12.5 / 8)
  }

  @Test func `without enough distinct rows there is nothing to compare`() async {
    let data = Matrix([[0, 0], [0, 1], [1, 0], [1, 1]])
    let found = await SensitivityMeasurement(starts: 3)
      .measure(data, Partition(labels: [0, 1, 2, 3]), leavingOut: [[0]])
    #expect(found == [nil])
  }

  // MARK: - External validation

  @Test func `a variable that follows the clusters, by hand`() async throws {
    let partition = Partition(labels: [0, 0, 1, 1])
    let found = await ExternalValidation(permutations: 999)
      .measure([.numbers([1, 1, 2, 2]), .categories([5, 5, 8, 8]), .numbers([1, 2, 1, 2])], partition)
    let (numbers, categories) = (try #require(found[0]), try #require(found[1]))
    #expect(numbers.strength == 1)
    // Chi squared is 4; φ² = 1 - 1/3, and the corrected table has 2 - 1/3 rows and columns.
    #expect(abs(categories.strength - 1) < 1e-15)
    // Two of the six ways to deal the labels out are as strong.
    for association in [numbers, categories] {
      #expect(abs(association.probability - 1.0 / 3) < 0.05)
      #expect((association.rows, association.permutations) == (4, 999))
    }
    #expect(found[2]?.strength == 0)
    #expect(found[2]?.probability == 1)
  }

  @Test func `rows without a value do not count`() async {
    let partition = Partition(labels: [0, 0, 1, 1, 0, 1])
    let found = await ExternalValidation(permutations: 9)
      .measure([.numbers([1, 2, 5, 6, nil, nil]), .categories([nil, 0, 1, 1, 0, nil])], partition)
    #expect(found.map { $0?.rows } == [4, 4])
  }

  @Test func `what cannot be told is left out`() async {
    let partition = Partition(labels: [0, 0, 1, 1])
    let found = await ExternalValidation(permutations: 9).measure(
      [
        .numbers([3, 3, 3, 3]), .numbers([1, 2, nil, nil]), .numbers([1, nil, 2, nil]), .categories([4, 4, 4, 4]),
        .categories([nil, nil, nil, nil]), .numbers([nil, nil, nil, nil]), .categories([4, 7, 5, 6]),
      ], partition)
    #expect(found == [nil, nil, nil, nil, nil, nil, nil])
  }

  @Test func `strengths equal those of R, and probabilities within their chance`() async throws {
    for row in try referenceRows("associations.csv") {
      let partition = Partition(labels: row[4].split(separator: " ").compactMap { Int($0) })
      let values = row[5].split(separator: " ").compactMap { Double($0) }
      let variable: ExternalVariable = row[1] == "numbers" ? .numbers(values) : .categories(values.map { Int($0) })
      let found = try #require(
        await ExternalValidation(permutations: 9_999).measure([variable], partition)[0])
      let (strength, probability) = (try #require(Double(row[2])), try #require(Double(row[3])))
      #expect(abs(found.strength - strength) < 1e-12)
      // Four standard errors of the permutations, and what F and chi squared approximate.
      #expect(abs(found.probability - probability) < 4 * Double.sqrt(probability / 9_999) + 0.005)
    }
  }

  @Test func `without association probabilities are spread evenly`() async {
    let partition = Partition(labels: (0..<30).map { $0 % 3 })
    let variables = (0..<200).map { index in
      var generator = SeededGenerator(seed: 1, streams: index)
      return ExternalVariable.numbers((0..<30).map { _ in generator.normal() })
    }
    let found = await ExternalValidation(permutations: 199, seed: 5).measure(variables, partition)
    let low = found.compactMap { $0 }.filter { $0.probability <= 0.1 }.count
    #expect((10...30).contains(low), "20 are expected, with a standard deviation of 4")
  }

  @Test func `probabilities are adjusted as R adjusts them`() throws {
    let rows = try referenceRows("holm.csv").map { try $0.map { try #require(Double($0)) } }
    for (adjusted, row) in zip(holmAdjusted(rows.map { $0[0] }), rows) { #expect(abs(adjusted - row[1]) < 1e-15) }
    #expect(holmAdjusted([]).isEmpty)
    #expect(holmAdjusted([0.02, 0.01, 0.04]) == [0.04, 0.03, 0.04])
  }
}
