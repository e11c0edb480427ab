import Matrices

/// How far the answers of each function lie from those of others in the same unit, for one measure.
///
/// The answer of a respondent is taken as the sum of an effect of the unit, an effect of the function, and noise; the
/// effects of functions are fitted by least squares within units. Functions that meet in no unit, not even through others,
/// cannot be compared; each group that does meet is centred on itself, and a function that meets no other has effect 0.
///
/// > Searle, S., Speed, F. and Milliken, G. (1980). Population marginal means in the linear model: an alternative to least
/// > squares means. doi:10.1080/00031305.1980.10483031
struct FunctionEffects: Sendable {
  /// The effect of each function: its difference from the mean of the reference mix, on the scale on which units borrow.
  private(set) var effects: [Double]
  /// The number of respondents of each function who answered.
  private(set) var respondents: [Int]
  /// The degrees of freedom that the effects took.
  private(set) var spent = 0
  /// The groups of functions that meet in units, each in order of the codebook; functions without answers are in none.
  private(set) var groups: [[Int]] = []

  /// Fits the effects.
  ///
  /// - Parameters:
  ///   - answers: The answers on the scale on which units borrow, unit by unit; NaN where nothing was answered.
  ///   - starts: The first row of each unit, and at the end the number of rows.
  ///   - mix: Who answered. Respondents without a function take no part.
  /// - Complexity: O(*n* + *u* · *g*² + *g*³) for *n* respondents in *u* units with *g* functions.
  init(_ answers: [Double], starts: [Int], mix: FunctionMix) {
    let count = mix.codes.count
    effects = Array(repeating: 0, count: count)
    respondents = Array(repeating: 0, count: count)
    var equations = NormalEquations(count)
    for unit in 0..<starts.count - 1 {
      equations.add(answers, rows: starts[unit]..<starts[unit + 1], mix.functionOfRow, &respondents)
    }
    let reference = mix.respondents
    for group in equations.groups(among: effects.indices.filter { respondents[$0] > 0 }) {
      groups.append(group)
      if group.count == 1 { continue }
      let fitted = equations.solve(group)
      let weight = group.reduce(0) { $0 + Double(reference[$1]) }
      let mean = zip(group, fitted).reduce(0) { $0 + Double(reference[$1.0]) * $1.1 } / weight
      for (function, effect) in zip(group, fitted) { effects[function] = effect - mean }
      spent += group.count - 1
    }
  }
}

/// The normal equations of the effects of functions, with everything taken as a distance to the mean of the unit.
private struct NormalEquations {
  private let count: Int
  private var matrix: Matrix
  private var right: [Double]
  /// Answers and respondents of each function in the unit at hand.
  private var sums: [Double]
  private var here: [Int]

  init(_ count: Int) {
    self.count = count
    matrix = Matrix(rows: count, columns: count)
    right = Array(repeating: 0, count: count)
    sums = right
    here = Array(repeating: 0, count: count)
  }

  /// Adds a unit: to the matrix diag(*n*) − *n* *n*ᵀ / Σ *n*, with *n* its respondents of each function.
  mutating func add(_ answers: [Double], rows: Range<Int>, _ functionOfRow: [Int], _ respondents: inout [Int]) {
    var present: [Int] = []
    var total = 0.0
    var answered = 0
    for row in rows where functionOfRow[row] >= 0 && !answers[row].isNaN {
      let function = functionOfRow[row]
      if here[function] == 0 { present.append(function) }
      here[function] += 1
      sums[function] += answers[row]
      total += answers[row]
      answered += 1
    }
    for function in present {
      let share = Double(here[function]) / Double(answered)
      right[function] += sums[function] - share * total
      matrix[function, function] += Double(here[function])
      for other in present { matrix[function, other] -= share * Double(here[other]) }
      respondents[function] += here[function]
    }
    for function in present { (here[function], sums[function]) = (0, 0) }
  }

  /// Returns the functions in groups that meet, directly or through others.
  func groups(among functions: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    var isTaken = [Bool](repeating: false, count: count)
    for first in functions where !isTaken[first] {
      var group = [first]
      isTaken[first] = true
      var next = 0
      while next < group.count {
        let function = group[next]
        next += 1
        for other in functions where !isTaken[other] && matrix[function, other] != 0 {
          isTaken[other] = true
          group.append(other)
        }
      }
      groups.append(group.sorted())
    }
    return groups
  }

  /// Returns the effects of a group that meets, the first of them 0.
  ///
  /// Without its first function the group's matrix is positive definite, as the Laplacian of a connected graph is.
  func solve(_ group: [Int]) -> [Double] {
    let rest = Array(group.dropFirst())
    var part = Matrix(rows: rest.count, columns: rest.count)
    for (row, function) in rest.enumerated() {
      for (column, other) in rest.enumerated() { part[row, column] = matrix[function, other] }
    }
    return [0] + (part.solvedByCholesky(rest.map { right[$0] }) ?? rest.map { _ in 0 })
  }
}
