import Clustering
import Matrices
import Testing

@Suite struct KMeansTests {
  @Test func `two pairs far apart are two clusters, by hand`() async {
    let fit = await KMeans(clusters: 2, starts: 5).fit(Matrix([[0], [2], [10], [14]]))
    #expect(fit.partition.labels == [0, 0, 1, 1])
    #expect(fit.centroids == Matrix([[1], [12]]))
    #expect(fit.inertia == 1 + 1 + 4 + 4)
    #expect(fit.census.hits == 5)
  }
}
