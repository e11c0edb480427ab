public import Matrices
import RealModule

/// Returns the membership of one row of `data` (shape *n* × *d*) in a cluster with one of the given centroids (*k* × *d*).
///
/// - Precondition: The row and the cluster are there, and the columns are the same.
/// - Complexity: O(*k* · *d*).
public func membership(of data: Matrix, _ row: Int, in own: Int, _ centroids: Matrix) -> Membership {
  var next: (cluster: Int, square: Double)?
  for cluster in 0..<centroids.rows where cluster != own {
    let square = squaredDistance(data, row, centroids, cluster)
    if next.map({ square < $0.square }) ?? true { next = (cluster, square) }
  }
  return Membership(
    cluster: own, distance: Double.sqrt(squaredDistance(data, row, centroids, own)), nextCluster: next?.cluster,
    nextDistance: next.map { Double.sqrt($0.square) })
}
