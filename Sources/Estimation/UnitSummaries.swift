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
    let count = sample.units.count
    respondents = Array(repeating: 0, count: count)
    answers = respondents
    means = Array(repeating: 0, count: count)
    squares = means
    let column = sample.columns[measure]
    for unit in 0..<count {
      let rows = sample.starts[unit]..<sample.starts[unit + 1]
      var sum = 0.0
      var answered = 0
      for row in rows where !column[row].isNaN {
        sum += column[row]
        answered += 1
      }
      respondents[unit] = rows.count
      answers[unit] = answered
      guard answered > 0 else { continue }
      let mean = sum / Double(answered)
      means[unit] = mean
      for row in rows where !column[row].isNaN { squares[unit] += (column[row] - mean) * (column[row] - mean) }
    }
  }
}
