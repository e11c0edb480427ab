import DecisionAnalysis
import Matrices

/// Measures the joint draws of a match: how often each strategy comes first for every type in every field.
///
///     match-benchmark [ROUNDS]
///
/// Eight types in nine fields are 72 cases of 200 replicates, each drawn 10,000 times with the same weights; twelve
/// strategies name about five of fifteen criteria each. The cases are worked side by side on all cores; preparing the
/// weights counts. Prints the median seconds of the rounds (7 when not told), also of the tables of all ranks of the eight types, and
/// a sum of the shares by which runs can be compared.
@main
struct MatchBenchmark {
  static func main() async throws {
    let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 7
    let drawn = try DrawnMatch(types: 8, fields: 9, replicates: 200, draws: 10_000)
    let clock = ContinuousClock()
    var fields: [Double] = []
    var types: [Double] = []
    var sum = 0.0
    for _ in 0..<max(rounds, 1) {
      let start = clock.now
      let shares = await drawn.firstShares()
      let middle = clock.now
      let ranks = await drawn.ranks()
      fields.append(inSeconds(middle - start))
      types.append(inSeconds(clock.now - middle))
      sum = shares.enumerated().map { $1.enumerated().map { Double($0 + 1) * $1 }.sum * Double($0 + 1) }.sum
      guard ranks.map(\.first) == Array(shares.prefix(ranks.count)) else { return print("the two ways differ") }
    }
    print(
      """
      10,000 joint draws x 8 types x 9 fields x 12 strategies; median seconds of \(max(rounds, 1)) rounds
        first places of all types in all fields: \(rounded(fields))
        all ranks of the types: \(rounded(types))
      sum of shares by place: \(sum)
      """)
  }

  /// The median to four decimals.
  private static func rounded(_ seconds: [Double]) -> Double {
    ((seconds.median ?? .nan) * 10_000).rounded() / 10_000
  }

  private static func inSeconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}

/// A model with types, fields and weights drawn from a seed.
private struct DrawnMatch: Sendable {
  let model: WeightedSum
  /// The replicates of each type in the first field, then in the second, and so on.
  let cases: [Matrix]
  let types: Int
  let weights: Matrix

  init(types: Int, fields: Int, replicates: Int, draws: Int) throws {
    var generator = SeededGenerator(seed: 1, streams: 0)
    let criteria = 15
    let points = (0..<criteria).map { _ in Double(2 + generator.index(below: 9)) }
    var alternatives: [[WeightedSum.Term]] = []
    for _ in 0..<12 {
      let named = generator.permutation(of: criteria).prefix(4 + generator.index(below: 3)).sorted()
      alternatives.append(
        try named.map { criterion in
          let rises = generator.uniform() < 0.6
          return WeightedSum.Term(
            criterion: criterion, importance: Double(1 + generator.index(below: 3)),
            value: try ValueFunction(zeroAt: rises ? 1 : 5, oneAt: rises ? 5 : 1))
        })
    }
    var cases: [Matrix] = []
    for _ in 0..<types * fields {
      let centre = (0..<criteria).map { _ in 2 + 2 * generator.uniform() }
      let values = (0..<replicates * criteria).map { centre[$0 % criteria] + 0.3 * generator.normal() }
      cases.append(Matrix(rows: replicates, columns: criteria, values: values))
    }
    self.model = WeightedSum(points: points, alternatives: alternatives)
    self.cases = cases
    self.types = types
    weights = WeightDistribution.around(points: points, share: 0.5).draw(draws, using: &generator)
  }

  func firstShares() async -> [[Double]] {
    let prepared = PreparedWeights(weights, replicates: cases[0].rows)
    let eligible = model.alternatives.map { _ in true }
    return await inParallel(count: cases.count) { [self] in
      model.firstShares(replicates: cases[$0], eligible: eligible, weights: prepared)
    }
  }

  func ranks() async -> [RankAcceptability] {
    let prepared = PreparedWeights(weights, replicates: cases[0].rows)
    let eligible = model.alternatives.map { _ in true }
    return await inParallel(count: types) { [self] in
      model.rankAcceptability(replicates: cases[$0], eligible: eligible, weights: prepared)
    }
  }
}
