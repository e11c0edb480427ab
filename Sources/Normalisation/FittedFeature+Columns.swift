import Matrices
import RealModule

// Whole columns at once: the transform is looked up once a column, not once a value.

extension FittedFeature {
  /// Returns the transformed values, not yet winsorised; every value is one that the transform accepts.
  func transformedColumn(_ raw: [Double]) -> [Double] {
    if let ranks { return raw.map { ranks($0) } }
    switch transform {
    case .identity, .rank, .oneHot, .options, .coordinates: return raw
    case .log: return raw.map { Double.log($0) }
    case .asinh: return raw.map { Double.asinh($0) }
    case .logit: return raw.map { logOdds($0) }
    }
  }

  /// Returns transformed values within the bounds.
  func boundedColumn(_ transformed: [Double]) -> [Double] {
    guard let winsorised else { return transformed }
    return transformed.map { min(max($0, winsorised.low), winsorised.high) }
  }

  /// Writes what becomes of transformed values into every `step`th place of a matrix.
  func write(_ transformed: [Double], into scaled: inout [Double], from start: Int, step: Int) {
    let (centre, spread, weight) = (centre, spread, weight)
    var target = start
    for value in boundedColumn(transformed) {
      scaled[target] = ((value - centre) / spread * weight).roundedToGrid
      target += step
    }
  }

  /// Writes the scaled values of a column with gaps over those that are there; a value that is missing, or that the
  /// transform does not accept, leaves what is there.
  func rewrite(
    _ raw: ArraySlice<Double>, from first: Int, step width: Int, into scaled: inout [Double], from start: Int,
    step: Int
  ) {
    let (low, high) = (winsorised?.low ?? -.infinity, winsorised?.high ?? .infinity)
    let (centre, spread, weight) = (centre, spread, weight)
    withTransform { accepts, transform in
      var target = start
      for place in stride(from: raw.startIndex + first, to: raw.endIndex, by: width) {
        let value = raw[place]
        if accepts(value) {
          let bounded = min(max(transform(value), low), high)
          scaled[target] = ((bounded - centre) / spread * weight).roundedToGrid
        }
        target += step
      }
    }
  }

  /// Calls `body` with what the transform accepts and does.
  @inline(__always)
  private func withTransform(_ body: (_ accepts: (Double) -> Bool, _ transform: (Double) -> Double) -> Void) {
    if let ranks { return body({ $0.isFinite }, { ranks($0) }) }
    switch transform {
    case .identity, .rank, .oneHot, .options, .coordinates: body({ $0.isFinite }, { $0 })
    case .log: body({ $0.isFinite && $0 > 0 }, { Double.log($0) })
    case .asinh: body({ $0.isFinite }, { Double.asinh($0) })
    case .logit: body({ $0 >= 0 && $0 <= 1 }, { logOdds($0) })
    }
  }
}
