import DecisionAnalysis
import Matrices

/// A model drawn from a seed: two to six alternatives that name some of three to six criteria, with few enough different
/// amounts that ties, unknown amounts and criteria without points come up.
struct DrawnModel {
  let model: WeightedSum
  let eligible: [Bool]

  init(using generator: inout SeededGenerator) throws {
    let criteria = 3 + generator.index(below: 4)
    var alternatives: [[WeightedSum.Term]] = []
    for _ in 0..<2 + generator.index(below: 5) {
      if alternatives.count > 1, generator.index(below: 6) == 0 {
        alternatives.append(alternatives[generator.index(below: alternatives.count)])
        continue
      }
      var terms: [WeightedSum.Term] = []
      for criterion in 0..<criteria where generator.index(below: 5) < 3 {
        terms.append(
          WeightedSum.Term(
            criterion: criterion, importance: Double(1 + generator.index(below: 3)),
            value: try Self.value(using: &generator)))
      }
      alternatives.append(terms)
    }
    model = WeightedSum(
      points: (0..<criteria).map { _ in Double(generator.index(below: 6)) }, alternatives: alternatives)
    eligible = alternatives.map { _ in generator.index(below: 6) > 0 }
  }

  /// Two to four anchors on amounts from 1 to 5.
  private static func value(using generator: inout SeededGenerator) throws -> ValueFunction {
    let amounts = generator.permutation(of: 9).prefix(2 + generator.index(below: 3)).sorted()
    return try ValueFunction(
      anchors: amounts.map { .init(1 + Double($0) / 2, Double(generator.index(below: 11)) / 10) })
  }

  /// Returns an amount for each criterion, from 1 to 5, one in ten of them unknown.
  func amounts(using generator: inout SeededGenerator) -> [Double] {
    model.points.map { _ in
      generator.index(below: 10) == 0 ? .nan : 1 + Double(generator.index(below: 41)) / 10
    }
  }
}

extension WeightedSum {
  /// The alternatives with the highest score of those that take part; several when they tie, none when none has a score.
  func firsts(_ amounts: [Double], _ eligible: [Bool]) -> [Int] {
    let scores = zip(assess(amounts), eligible).map { $1 ? $0.score : nil }
    guard let highest = scores.compactMap({ $0 }).max() else { return [] }
    return scores.indices.filter { scores[$0] == highest }
  }
}
