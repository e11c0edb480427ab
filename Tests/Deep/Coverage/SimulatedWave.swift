import Estimation
import Matrices
import RealModule
import Registers

/// A question in the simulation: the share that says yes, and how much of its variance lies between units.
struct SimulatedQuestion {
  var share: Double
  var correlation: Double
}

/// One wave: the values of all units, and the officials that answered.
struct SimulatedWave {
  let answering: [String]
  let sample: Sample
  /// The true value of each question for each estimand, in the order of `Estimand.allCases`.
  let truths: [[Double]]

  /// Draws the values of all 355 units anew, then who answers, then what they say.
  init(_ register: SimulatedRegister, _ questions: [SimulatedQuestion], wave: Int) {
    var generator = SeededGenerator(seed: 4, streams: wave)
    let count = register.units.count
    // How many officials would answer; the one who must answer comes on top, so that nobody is left out.
    let officials = (0..<count).map { 1 + generator.poisson(register.officials[$0] - 1) }
    let answers = (0..<count).map { generator.uniform() < register.response[$0] ? true : false }
    let present = answers.indices.filter { answers[$0] }
    var respondents: [String] = []
    var units: [String] = []
    for unit in present {
      for official in 0..<officials[unit] {
        units.append(register.units[unit].code)
        respondents.append("\(register.units[unit].code)-\(100 + official)")
      }
    }
    var measures: [Measure] = []
    var truths: [[Double]] = []
    for (index, question) in questions.enumerated() {
      // The larger, the more often yes: what the weights are for.
      let values = (0..<count).map { unit -> Double in
        let logit = Double.log(question.share / (1 - question.share)) + [-0.12, 0.08, 0.3, 0.5][register.sizes[unit]]
        let mean = 1 / (1 + Double.exp(-logit))
        let strength = 1 / question.correlation - 1
        return generator.beta(mean * strength, (1 - mean) * strength)
      }
      var numbers: [Double] = []
      for unit in present {
        for _ in 0..<officials[unit] { numbers.append(generator.uniform() < values[unit] ? 1 : 0) }
      }
      measures.append(Measure("q\(index)", numbers: numbers, range: 0...1))
      truths.append([
        mean(values, (0..<count).map { register.response[$0] * Double(officials[$0]) }),
        mean(values, Array(repeating: 1, count: count)),
        mean(values, register.inhabitants),
      ])
    }
    self.truths = truths
    sample = Sample(respondents: respondents, units: units, measures: measures)
    answering = sample.units
  }
}

private func mean(_ values: [Double], _ weights: [Double]) -> Double {
  zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
}
