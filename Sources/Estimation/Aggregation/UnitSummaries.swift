/// The answers to one measure summed up by unit: all that estimates and standard errors need of them.
struct UnitSummaries: Sendable {
  /// The number of respondents of each unit.
  var respondents: [Int]
  /// The number of answers of each unit.
  var answers: [Int]
  /// The mean answer of each unit; 0 without answers.
  var means: [Double]
  /// The sum of squares of the answers of each unit about their mean.
  var squares: [Double]

  /// Sums up a measure of a sample.
  ///
  /// - Complexity: O(respondents).
  init(_ sample: Sample, _ measure: Int) {
    let moments = sample.moments(measure)
    respondents = sample.sizes
    answers = moments.counts
    means = zip(moments.counts, moments.means).map { $0 > 0 ? $1 : 0 }
    squares = moments.squares
  }
}
