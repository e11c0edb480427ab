import Diagnostics
import Estimation
import PipelineFiles
import RealModule
import Settings

/// Draws waves and counts how often the 95 % intervals hold the true value: `make deep`.
@main struct Coverage {
  /// How often each kind of interval held the true value of one question and estimand.
  struct Count {
    var waves = 0
    var both = 0
    var first = 0
    var none = 0
    var low = 0
    var width = 0.0
    var extreme = 0
  }

  static func main() throws {
    let waves = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2000
    let questions = [0.05, 0.2, 0.3].flatMap { correlation in
      [0.1, 0.25, 0.5, 0.75, 0.9].map { SimulatedQuestion(share: $0, correlation: correlation) }
    }
    let settings = try settings()
    for answering in [250.0, 100, 30] {
      let register = SimulatedRegister(answering: answering)
      var counts = questions.map { _ in Estimand.allCases.map { _ in Count() } }
      var failed = 0
      for wave in 0..<waves {
        let drawn = SimulatedWave(register, questions, wave: wave)
        do {
          try add(drawn, register, settings, to: &counts)
        } catch {
          failed += 1
        }
      }
      print(waves, answering, failed, questions, counts)
    }
  }

  /// Adds what the intervals of a wave held.
  private static func add(
    _ wave: SimulatedWave, _ register: SimulatedRegister, _ settings: EstimationSettings, to counts: inout [[Count]]
  ) throws(Failure) {
    let design = try UnitDesign(
      register: register.units, answering: wave.answering, respondents: wave.sample.sizes, settings)
    var open = design
    open.population = nil
    for question in counts.indices {
      for (index, estimand) in Estimand.allCases.enumerated() {
        guard let found = wave.sample.estimate(question, of: estimand, design: design),
          let uncorrected = wave.sample.estimate(question, of: estimand, design: open)?.error,
          let interval = found.interval, found.error != nil
        else { continue }
        let truth = wave.truths[question][index]
        counts[question][index].waves += 1
        counts[question][index].width += interval.upperBound - interval.lowerBound
        if found.value <= 0 || found.value >= 1 { counts[question][index].extreme += 1 }
        func holds(_ error: Double) -> Bool {
          ConfidenceInterval.of(
            found.value, error: error, degrees: Double(found.units - 1), effective: Double(found.units), within: 0...1
          ).contains(truth)
        }
        if interval.contains(truth) { counts[question][index].both += 1 }
        if truth < interval.lowerBound { counts[question][index].low += 1 }
        if holds(uncorrected * Double.sqrt(1 - design.samplingFraction)) { counts[question][index].first += 1 }
        if holds(uncorrected) { counts[question][index].none += 1 }
      }
    }
  }

  /// Raked to size and part of the country, cells of fewer than five merged.
  private static func settings() throws(Failure) -> EstimationSettings {
    let findings = Findings()
    let text = """
      classes:
        size: {source: register.population, breaks: [20000, 50000, 100000]}
        part: {source: register.part}
      weighting: {margins: [size, part]}
      inhabitants: register.population
      """
    let reader = SettingsReader(try parseYAML(text, file: "coverage.yaml"), of: "normalise", findings: findings)
    let settings = EstimationSettings(reading: reader)
    try findings.throwErrors()
    return settings
  }

  private static func print(
    _ waves: Int, _ answering: Double, _ failed: Int, _ questions: [SimulatedQuestion], _ counts: [[Count]]
  ) {
    let unweighted = failed > 0 ? ", of which \(failed) could not be weighted" : ""
    Swift.print("### About \(Int(answering)) of 355 units answer, \(waves) waves\(unweighted)\n")
    Swift.print("| estimand | share | ICC | both stages | too high | first alone | no correction | width | 0 or 1 |")
    Swift.print("|---|---|---|---|---|---|---|---|---|")
    for (index, estimand) in Estimand.allCases.enumerated() {
      for (question, count) in zip(questions, counts.map { $0[index] }) {
        func percent(_ number: Int) -> String { fixed(100 * Double(number) / Double(max(1, count.waves)), 1) }
        Swift.print(
          "| \(estimand.rawValue) | \(fixed(question.share, 2)) | \(fixed(question.correlation, 2)) "
            + "| \(percent(count.both)) | \(percent(count.low)) | \(percent(count.first)) | \(percent(count.none)) "
            + "| \(fixed(count.width / Double(max(1, count.waves)), 3)) | \(count.extreme) |")
      }
    }
    Swift.print("")
  }

  private static func fixed(_ number: Double, _ places: Int) -> String {
    let scale = Double.pow(10, places)
    let whole = Int((number * scale).rounded())
    let power = Int(scale)
    var rest = String(whole % power)
    while rest.count < places { rest = "0" + rest }
    return "\(whole / power).\(rest)"
  }
}
