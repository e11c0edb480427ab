import Matrices

/// Counts, means and squares of the answers of every unit to one measure: all that aggregation needs of them.
struct UnitMoments: Sendable {
  /// The number of answers of each unit.
  private(set) var counts: [Int]
  /// The mean answer of each unit; NaN without answers.
  private(set) var means: [Double]
  /// The sum of the squared distances of a unit's answers to their mean.
  private(set) var squares: [Double]
  /// The sum of the answers of each unit.
  private(set) var sums: [Double]

  /// Takes the moments in one pass over a column, each unit's answers twice while they are at hand.
  ///
  /// - Parameters:
  ///   - column: The answers, unit by unit; NaN where nothing was answered.
  ///   - starts: The first row of each unit, and at the end the number of rows.
  ///   - scale: What is done to an answer first; nothing when `nil`.
  init(_ column: [Double], starts: [Int], scale: ((Double) -> Double)? = nil) {
    let column = scale.map { column.map($0) } ?? column
    let units = starts.count - 1
    counts = []
    means = []
    squares = []
    sums = []
    counts.reserveCapacity(units)
    means.reserveCapacity(units)
    squares.reserveCapacity(units)
    sums.reserveCapacity(units)
    let answers = column.span
    for unit in 0..<units {
      var sum = 0.0
      var count = 0
      for row in starts[unit]..<starts[unit + 1] where !answers[row].isNaN {
        sum += answers[row]
        count += 1
      }
      let mean = sum / Double(count)
      var square = 0.0
      for row in starts[unit]..<starts[unit + 1] where !answers[row].isNaN {
        square += (answers[row] - mean) * (answers[row] - mean)
      }
      counts.append(count)
      means.append(count == 0 ? .nan : mean)
      squares.append(square)
      sums.append(sum)
    }
  }

  /// The number of all answers.
  var answers: Int { counts.reduce(0, +) }
  /// The number of units with an answer.
  var answering: Int { counts.count { $0 > 0 } }

  /// Returns the sample variance of a unit's answers, or `nil` below two.
  func variance(_ unit: Int) -> Double? { counts[unit] > 1 ? squares[unit] / Double(counts[unit] - 1) : nil }

  /// Returns the variance within units, pooled; `nil` when no degree of freedom is left.
  ///
  /// - Parameter spent: The degrees of freedom that effects fitted within units took.
  /// - Returns: The squares over the degrees of freedom.
  func pooledVariance(spent: Int = 0) -> Double? {
    let degrees = answers - answering - spent
    return degrees > 0 ? squares.sum / Double(degrees) : nil
  }
}

extension Sample {
  /// Returns the moments of a measure.
  func moments(_ measure: Int) -> UnitMoments { UnitMoments(columns[measure], starts: starts) }

  /// Returns the moments on the scale on which units borrow.
  func borrowedMoments(_ measure: Int) -> UnitMoments {
    UnitMoments(columns[measure], starts: starts, scale: skewed[measure] ? { borrowing($0, measure) } : nil)
  }
}
