/// How many types, fields and criteria sums are kept for.
struct Grid {
  var types: Int
  var fields: Int
  var criteria: Int
}

/// The sums of answers, and their number or weight, of each type in each field; those of no field come last, so that the
/// fields of a type together are the type.
struct FieldSums {
  /// How much answers vary within the fields of types, and how much fields differ beyond that.
  struct Spread {
    /// The variance of answers within a field of a type, σ².
    var within: Double
    /// The variance of the differences between a field and its type, τ².
    var between: Double

    /// Returns how much the mean of so many answers counts against the type.
    func pull(_ respondents: Int) -> Double {
      let noise = within / Double(max(respondents, 1))
      return between + noise > 0 ? between / (between + noise) : 0
    }
  }

  private let grid: Grid
  /// Types × (fields + 1) × criteria.
  private var sums: [Double]
  private var masses: [Double]
  private var counts: [Int]
  /// Respondents by type and field, whatever they answered.
  private var people: [Int]

  /// Adds up the answers.
  ///
  /// - Parameters:
  ///   - answers: The answers.
  ///   - grid: How many of everything there are.
  ///   - types: The type of each respondent.
  ///   - weights: How much each respondent counts; all alike when `nil`.
  init(_ answers: FieldAnswers, _ grid: Grid, types: [Int?], weights: [Double]?) {
    let size = grid.types * (grid.fields + 1)
    self.grid = grid
    sums = Array(repeating: 0, count: size * grid.criteria)
    masses = sums
    counts = Array(repeating: 0, count: size * grid.criteria)
    people = Array(repeating: 0, count: size)
    let asked = answers.values.indices.filter { !answers.values[$0].isEmpty }
    for (respondent, type) in types.enumerated() {
      guard let type else { continue }
      let cell = type * (grid.fields + 1) + (answers.fields[respondent] ?? grid.fields)
      let weight = weights?[respondent] ?? 1
      people[cell] += 1
      for criterion in asked {
        let value = answers.values[criterion][respondent]
        if value.isNaN { continue }
        sums[cell * grid.criteria + criterion] += weight * value
        masses[cell * grid.criteria + criterion] += weight
        counts[cell * grid.criteria + criterion] += 1
      }
    }
  }

  private func cell(_ type: Int, _ field: Int, _ criterion: Int) -> Int {
    (type * (grid.fields + 1) + field) * grid.criteria + criterion
  }

  /// The number of respondents of a type in a field.
  func respondents(_ type: Int, _ field: Int) -> Int { people[type * (grid.fields + 1) + field] }

  /// The number of answers of a type in a field.
  func count(_ type: Int, _ field: Int, _ criterion: Int) -> Int { counts[cell(type, field, criterion)] }

  /// The mean of the answers of a type in a field; NaN without any.
  func mean(_ type: Int, _ field: Int, _ criterion: Int) -> Double {
    let cell = cell(type, field, criterion)
    return masses[cell] > 0 ? sums[cell] / masses[cell] : .nan
  }

  /// By how much the mean of a field differs from that of its type; `nil` when nobody answered.
  func difference(_ type: Int, _ field: Int, _ criterion: Int) -> Double? {
    let own = mean(type, field, criterion)
    if own.isNaN { return nil }
    var sum = 0.0
    var mass = 0.0
    for field in 0...grid.fields {
      sum += sums[cell(type, field, criterion)]
      mass += masses[cell(type, field, criterion)]
    }
    return own - sum / mass
  }

  /// Returns for each criterion how answers and fields vary; sums must be those of respondents that count alike.
  ///
  /// A difference of *n* answers out of *N* of the type has the noise σ² (1 / *n* − 1 / *N*); τ² is the mean of the squared
  /// differences minus their noise, weighted by *n*, and 0 when that is negative.
  func spread(_ answers: FieldAnswers) -> [Spread] {
    (0..<grid.criteria).map { criterion in
      guard !answers.values[criterion].isEmpty else { return Spread(within: 0, between: 0) }
      let within = variance(within: answers, criterion)
      var signal = 0.0
      var total = 0
      for type in 0..<grid.types {
        let all = (0...grid.fields).reduce(0) { $0 + count(type, $1, criterion) }
        for field in 0..<grid.fields {
          let own = count(type, field, criterion)
          guard own > 0, let difference = difference(type, field, criterion) else { continue }
          signal += Double(own) * (difference * difference - within * (1 / Double(own) - 1 / Double(all)))
          total += own
        }
      }
      return Spread(within: within, between: total > 0 ? max(0, signal / Double(total)) : 0)
    }
  }

  private func variance(within answers: FieldAnswers, _ criterion: Int) -> Double {
    var squares = 0.0
    var known = 0
    for (respondent, type) in answers.types.enumerated() {
      let value = answers.values[criterion][respondent]
      guard let type, !value.isNaN else { continue }
      let deviation = value - mean(type, answers.fields[respondent] ?? grid.fields, criterion)
      squares += deviation * deviation
      known += 1
    }
    var cells = 0
    for type in 0..<grid.types {
      for field in 0...grid.fields where count(type, field, criterion) > 0 { cells += 1 }
    }
    return known > cells ? squares / Double(known - cells) : 0
  }
}
