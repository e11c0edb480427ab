/// Returns the probabilities of several tests, each made so much larger that together they mislead in at most 5 % of all
/// surveys when it is below .05 that counts.
///
/// Holm's step-down correction: the smallest of *m* probabilities is multiplied by *m*, the next by *m* − 1, and so on; none
/// becomes smaller than the one before it or larger than 1. It holds however the tests hang together.
///
/// - Parameter probabilities: One of each test, from 0 to 1.
/// - Returns: The corrected ones, in the same order; none for none. A tie is corrected alike.
/// - Complexity: O(*m* log *m*).
///
/// > Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6,
/// > 65-70. https://www.jstor.org/stable/4615733
public func holmCorrected(_ probabilities: [Double]) -> [Double] {
  var corrected = probabilities
  var least = 0.0
  for (rank, index) in probabilities.indices.sorted(by: { (probabilities[$0], $0) < (probabilities[$1], $1) })
    .enumerated()
  {
    least = max(least, min(1, probabilities[index] * Double(probabilities.count - rank)))
    corrected[index] = least
  }
  return corrected
}
