import RealModule

/// Returns the eigenvectors of a symmetric matrix by Jacobi's rotations, one axis after the other.
///
/// The axes come in no particular order, and each may point either way: ``PrincipalComponents`` puts them in order. The
/// sweeps visit the pairs of columns in a fixed order, so that the bits are the same everywhere.
///
/// - Parameters:
///   - symmetric: Shape *d* × *d*, row by row.
///   - size: *d*; up to about a hundred.
/// - Returns: *d* axes of *d* numbers.
/// - Precondition: `symmetric` holds *d* · *d* numbers.
/// - Complexity: O(*d*³) a sweep, ten sweeps or fewer in practice.
///
/// > Golub, G. and Van Loan, C. (2013). Matrix computations, fourth edition, section 8.5. Johns Hopkins University
/// > Press.
public func principalAxes(_ symmetric: [Double], size: Int) -> [[Double]] {
  precondition(symmetric.count == size * size, "a symmetric matrix has as many rows as columns")
  var a = symmetric
  var axes = (0..<size).map { axis in (0..<size).map { $0 == axis ? 1.0 : 0.0 } }
  for _ in 0..<60 {
    var offDiagonal = 0.0
    var diagonal = 0.0
    for p in 0..<size {
      diagonal += a[p * size + p] * a[p * size + p]
      for q in p + 1..<max(size, p + 1) { offDiagonal += a[p * size + q] * a[p * size + q] }
    }
    if offDiagonal <= 1e-28 * diagonal { break }
    for p in 0..<size {
      for q in p + 1..<max(size, p + 1) where a[p * size + q] != 0 { rotate(&a, &axes, size: size, p, q) }
    }
  }
  return axes
}

private func rotate(_ a: inout [Double], _ axes: inout [[Double]], size: Int, _ p: Int, _ q: Int) {
  let theta = (a[q * size + q] - a[p * size + p]) / (2 * a[p * size + q])
  let sign = theta >= 0 ? 1.0 : -1.0
  let tangent = sign / (theta.magnitude + Double.sqrt(theta * theta + 1))
  let cosine = 1 / Double.sqrt(tangent * tangent + 1)
  let sine = tangent * cosine
  for i in 0..<size {
    let left = a[i * size + p]
    let right = a[i * size + q]
    a[i * size + p] = cosine * left - sine * right
    a[i * size + q] = sine * left + cosine * right
  }
  for i in 0..<size {
    let upper = a[p * size + i]
    let lower = a[q * size + i]
    a[p * size + i] = cosine * upper - sine * lower
    a[q * size + i] = sine * upper + cosine * lower
    let first = axes[p][i]
    let second = axes[q][i]
    axes[p][i] = cosine * first - sine * second
    axes[q][i] = sine * first + cosine * second
  }
}
