import DecisionAnalysis
import Matrices

extension Matcher {
  /// The risk of a consequence of doing nothing, with its interval over the replicates.
  func risk(of consequence: Catalogue.Consequence, in profile: Profile) -> Match.Risk {
    Match.Risk(
      consequence.risk(of: amount(consequence.source, in: profile.amounts)),
      drawn: risks(of: consequence, in: profile.replicates))
  }

  /// What every strategy does to every consequence: it takes away a share of the risk, as far as it fits.
  ///
  /// The share is drawn uniformly from the range of the level at which the strategy answers the consequence, once a replicate
  /// for all strategies, together with the fit and the risk of that replicate; the best estimate takes its middle.
  func relief(
    _ risks: [Match.Risk], _ profile: Profile, _ criteria: Profile, _ assessments: [WeightedSum.Assessment]
  ) -> [[Match.Relief]] {
    let fits = catalogue.model.scores(of: criteria.replicates)
    let drawn = catalogue.consequences.map { self.risks(of: $0, in: profile.replicates) }
    let places = catalogue.consequences.indices.map { consequence in
      var generator = SeededGenerator(seed: seed, streams: 4, 5, consequence)
      return (0..<fits.rows).map { _ in generator.uniform() }
    }
    return catalogue.strategies.enumerated().map { index, strategy in
      catalogue.consequences.enumerated().map { number, consequence in
        let nothing = risks[number]
        guard let level = strategy.answers.first(where: { $0.consequence == consequence.id })?.level else {
          return Match.Relief(level: nil, left: nothing, change: Match.Risk(risk: 0, low: 0, high: 0))
        }
        let range = catalogue.relief[level]
        let changes = drawn[number].enumerated().map { row, risk in
          -risk * fits[row, index] * (range.lowerBound + (range.upperBound - range.lowerBound) * places[number][row])
        }
        let change = -nothing.risk * (assessments[index].score ?? .nan) * (range.lowerBound + range.upperBound) / 2
        return Match.Relief(
          level: level, left: Match.Risk(nothing.risk + change, drawn: zip(drawn[number], changes).map { $0 + $1 }),
          change: Match.Risk(change, drawn: changes))
      }
    }
  }

  /// The risk of a consequence in every replicate; NaN where it is not known.
  private func risks(of consequence: Catalogue.Consequence, in replicates: Matrix) -> [Double] {
    guard let column = sources.firstIndex(of: consequence.source) else {
      return Array(repeating: .nan, count: replicates.rows)
    }
    return replicates.column(column).map(consequence.risk)
  }
}

extension Match.Risk {
  /// Creates a risk with the 95 % interval of what was drawn, as far as that is known.
  init(_ risk: Double, drawn: [Double]) {
    let known = drawn.filter { !$0.isNaN }
    self.init(risk: risk, low: known.quantile(0.025) ?? .nan, high: known.quantile(0.975) ?? .nan)
  }
}
