import Estimation
import Matrices

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@main
struct EstimationBenchmark {
  static func main() async {
    let survey = DrawnSurvey(respondents: 900, units: 250, measures: 17, seed: 1)
    let sample = Sample(respondents: survey.respondents, units: survey.units, measures: survey.measures)
    let clock = ContinuousClock()
    for _ in 0..<5 {
      let start = clock.now
      let r = sample.replicates(200, seed: 1)
      print("replicates", clock.now - start, r.values.count)
    }
    let big = DrawnSurvey(respondents: 1_000_000, units: 10_000, measures: 40, seed: 1)
    for _ in 0..<3 {
      let start = clock.now
      let sample = Sample(respondents: big.respondents, units: big.units, measures: big.measures)
      print("sample", clock.now - start)
      let a = sample.measures.indices.map(sample.aggregate)
      print("aggregate", clock.now - start, a.count)
    }
  }
}
