import Matrices

/// What respondents answered of their own field of work, for the amounts of types in fields.
///
/// The amount of a type in a field is that of the whole type plus the difference that respondents of the field make: the mean
/// of their answers minus the mean of all respondents of the type. So a field keeps what was done for the type, such as
/// evening out who answered, and adds only what is its own. Where few answered in a field, the difference counts for
/// τ² / (τ² + σ² / *n*): the share of its variance that is not noise, with σ² the variance of answers within the fields of
/// a type and τ² the variance of the differences between fields beyond what σ² explains, both over all fields and types
/// (the method of moments, weighted by the number of answers; empirical Bayes).
///
/// > Efron, B. and Morris, C. (1975). Data analysis using Stein's estimator and its generalizations.
/// > doi:10.1080/01621459.1975.10479864
public struct FieldAnswers: Sendable {
  /// The field of each respondent as an index in the catalogue; `nil` for those of another field or of none.
  public var fields: [Int?]
  /// The number of the unit of each respondent.
  public var units: [Int]
  /// The type of each respondent; `nil` for those of a unit without a type.
  public var types: [Int?]
  /// The type of each respondent in each replicate, replicate by replicate; `nil` as above.
  public var redrawnTypes: [[Int?]]
  /// For each criterion (*c*) the number that each respondent answered, NaN for none; empty for criteria that are not about
  /// the respondent's own field.
  public var values: [[Double]]

  /// Creates answers.
  ///
  /// - Precondition: All lists have one entry a respondent.
  public init(fields: [Int?], units: [Int], types: [Int?], redrawnTypes: [[Int?]], values: [[Double]]) {
    precondition(
      units.count == fields.count && types.count == fields.count
        && redrawnTypes.allSatisfy { $0.count == fields.count }, "one a respondent")
    precondition(values.allSatisfy { $0.isEmpty || $0.count == fields.count }, "one answer a respondent, or no list")
    self.fields = fields
    self.units = units
    self.types = types
    self.redrawnTypes = redrawnTypes
    self.values = values
  }

  /// Answers of nobody, about *c* criteria: every field is as its type, with the catalogue's judgement.
  public init(noneAbout criteria: Int) {
    self.init(fields: [], units: [], types: [], redrawnTypes: [], values: Array(repeating: [], count: criteria))
  }
}

extension FieldAnswers {
  /// The number of units whose respondents work in a field, of those of a type.
  func unitCount(ofType type: Int, inField field: Int) -> Int {
    Set(units.indices.filter { types[$0] == type && fields[$0] == field }.map { units[$0] }).count
  }
}

/// Makes the profiles of types in fields of work from wholes, answers and judgements.
public struct FieldProfiling: Sendable {
  private let catalogue: Catalogue
  private let least: Int
  private let seed: UInt64

  /// Creates a way to make profiles.
  ///
  /// - Parameters:
  ///   - catalogue: A catalogue without mistakes; its fields (*f*) and criteria (*c*) count.
  ///   - least: The number of answers from which they speak for themselves.
  ///   - seed: The seed of the run.
  public init(catalogue: Catalogue, least: Int, seed: UInt64) {
    self.catalogue = catalogue
    self.least = least
    self.seed = seed
  }

  /// Returns the profile of every type in every field of the catalogue.
  ///
  /// In a replicate the respondents are weighed anew by exponential weights (the Bayesian bootstrap), their units have the
  /// type that they have in that replicate, the whole has the amount it has there, and every judgement is off by an amount
  /// drawn uniformly within its margin, the same for all types. Where nobody of a type is left in a field, the difference
  /// stays what it is.
  ///
  /// - Parameters:
  ///   - wholes: The profile of each type (*t*) on the criteria; all with as many replicates (*r*).
  ///   - answers: The answers of *n* respondents.
  /// - Returns: *t* lists of *f* profiles.
  /// - Complexity: O(*r* · (*n* + *t* · *f*) · *c*).
  ///
  /// > Rubin, D. (1981). The Bayesian bootstrap. doi:10.1214/aos/1176345338
  public func profiles(of wholes: [Profile], _ answers: FieldAnswers) -> [[FieldProfile]] {
    let count = wholes.first?.replicates.rows ?? 0
    let grid = Grid(types: wholes.count, fields: catalogue.fields.count, criteria: catalogue.criteria.count)
    let plain = FieldSums(answers, grid, types: answers.types, weights: nil)
    let spread = plain.spread(answers)
    let cells = wholes.indices.map { type in
      catalogue.fields.indices.map { field in
        amounts(of: wholes[type], type, field, plain, spread)
      }
    }
    var replicates = Array(repeating: [Double](), count: wholes.count * catalogue.fields.count)
    let errors = judgementErrors(count)
    for replicate in 0..<count {
      var generator = SeededGenerator(seed: seed, streams: 4, 3, replicate)
      let weights = answers.fields.map { _ in generator.exponential() }
      let types =
        answers.redrawnTypes.isEmpty
        ? answers.types : answers.redrawnTypes[replicate % answers.redrawnTypes.count]
      let sums = FieldSums(answers, grid, types: types, weights: weights)
      for (type, whole) in wholes.enumerated() {
        for field in catalogue.fields.indices {
          for criterion in catalogue.criteria.indices {
            let cell = cells[type][field][criterion]
            let difference =
              cell.pull > 0
              ? sums.difference(type, field, criterion) ?? plain.difference(type, field, criterion) ?? 0 : 0
            replicates[type * catalogue.fields.count + field].append(
              redrawn(
                cell, whole.replicates[replicate, criterion], difference, field, criterion,
                error: errors[field][criterion][replicate]))
          }
        }
      }
    }
    return wholes.indices.map { type in
      catalogue.fields.indices.map { field in
        FieldProfile(
          field: field, respondents: plain.respondents(type, field),
          units: answers.unitCount(ofType: type, inField: field), amounts: cells[type][field],
          replicates: Matrix(
            rows: count, columns: grid.criteria, values: replicates[type * catalogue.fields.count + field]))
      }
    }
  }

  private func amounts(of whole: Profile, _ type: Int, _ field: Int, _ sums: FieldSums, _ spread: [FieldSums.Spread])
    -> [FieldAmount]
  {
    let declared = catalogue.fields[field]
    return catalogue.criteria.indices.map { criterion in
      let amount = whole.amounts[criterion]
      if catalogue.criteria[criterion].isJudged {
        return FieldAmount(.judged, amount: declared.judged[criterion], whole: .nan)
      }
      let shift = declared.shifts[criterion]
      guard let difference = sums.difference(type, field, criterion), !amount.isNaN else {
        return FieldAmount(shift == 0 ? .whole : .shifted, amount: amount + shift, whole: amount)
      }
      let respondents = sums.count(type, field, criterion)
      let isOwn = respondents >= least
      let pull = isOwn ? 1 : spread[criterion].pull(respondents)
      return FieldAmount(
        isOwn ? .answers : .pooled, amount: amount + pull * difference, whole: amount, respondents: respondents,
        own: sums.mean(type, field, criterion), pull: pull)
    }
  }

  private func redrawn(
    _ cell: FieldAmount, _ whole: Double, _ difference: Double, _ field: Int, _ criterion: Int, error: Double
  ) -> Double {
    switch cell.basis {
    case .judged: cell.amount + error
    case .shifted: whole + catalogue.fields[field].shifts[criterion] + error
    case .whole: whole
    case .answers, .pooled: whole + cell.pull * difference
    }
  }

  /// By how much each judgement is off in each replicate: fields, criteria, replicates.
  private func judgementErrors(_ count: Int) -> [[[Double]]] {
    catalogue.fields.enumerated().map { index, field in
      catalogue.criteria.indices.map { criterion in
        var generator = SeededGenerator(seed: seed, streams: 4, 4, index, criterion)
        return (0..<count).map { _ in field.margin * (2 * generator.uniform() - 1) }
      }
    }
  }
}
