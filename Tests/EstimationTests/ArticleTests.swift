import Estimation
import Testing

/// The sample of the article in `Estimation.docc`, word for word, with the numbers that the article tells.
@Suite struct EstimationArticleTests {
  @Test func `two stages of uncertainty`() throws {
    // sample: stages
    // Eight officials of four municipalities; ten municipalities there are, with many officials each.
    let answers: [Double] = [1, 1, 0, 1, 0, 0, 1, 0]
    let municipality = [0, 0, 1, 1, 2, 2, 3, 3]
    let weights = [Double](repeating: 1, count: answers.count)
    let strata = [Int](repeating: 0, count: 4)

    // Both stages: the officials that were not asked count too.
    let both = SamplingStages(clusters: 4, population: 10)
    // The first stage alone, as if each municipality had said all there is to say.
    let first = SamplingStages(stratumOfCluster: strata, population: [10])
    // No correction, as if there were very many municipalities.
    let none = SamplingStages(stratumOfCluster: strata, population: [nil])

    for stages in [both, first, none] {
      let design = try SurveyDesign(weights: weights, clusterOfRow: municipality, stages: stages)
      if let mean = design.mean(answers) { print(mean.value, mean.error ?? 0) }
    }
    // end
    let errors = try [both, first, none].map { stages in
      try SurveyDesign(weights: weights, clusterOfRow: municipality, stages: stages).mean(answers)?.error ?? 0
    }
    // Between: 1/6 over four, less 4 of 10; within: a quarter over two, times the 4 of 10 that were drawn.
    let wanted = [0.025 + 0.0125, 0.025, 1.0 / 24].map { $0.squareRoot() }
    #expect(zip(errors, wanted).allSatisfy { ($0 - $1).magnitude < 1e-12 })
  }
}
