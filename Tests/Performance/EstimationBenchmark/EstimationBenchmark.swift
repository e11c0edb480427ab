import Diagnostics
import Estimation
import Matrices
import Normalisation
import Settings

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Measures what becomes of a million respondents in ten thousand units, and prints a line for each part.
///
/// `estimation-benchmark [ROUNDS]`: the median of the seconds of the rounds (5), of a survey drawn beforehand, with forty
/// columns; then of two hundred replicates of a survey as large as the sample wave; and the peak memory of the process,
/// with the drawn survey in it.
@main
struct EstimationBenchmark {
  static func main() async throws {
    let rounds = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 5 : 5
    let survey = DrawnSurvey(respondents: 1_000_000, units: 10_000, measures: 40, seed: 1)
    let settings = try featureSettings(survey.measures.map(\.name))
    var seconds: [[Double]] = []
    for _ in 0..<rounds { seconds.append(try await round(survey, settings)) }
    let parts = ["sample", "aggregation", "raking", "features", "all together", "adjusted and pooled instead"]
    print("1,000,000 respondents in 10,000 units, 40 columns; median seconds of \(rounds) rounds on \(cores) cores")
    for (position, part) in parts.enumerated() { tell(part, seconds.map { $0[position] }) }
    print("peak memory: \(peakMemory / 1_000_000) MB")

    let wave = DrawnSurvey(respondents: 850, units: 250, measures: 17, seed: 1)
    var draws: [[Double]] = []
    for _ in 0..<rounds { draws.append(await replicates(of: wave)) }
    print("850 respondents in 250 units, 17 columns, 200 replicates; median seconds")
    for (position, part) in ["own values", "adjusted and pooled"].enumerated() {
      tell(part, draws.map { $0[position] })
    }
  }

  /// Returns the seconds of each part.
  private static func round(_ survey: DrawnSurvey, _ settings: NormalisationSettings) async throws -> [Double] {
    let clock = ContinuousClock()
    let choices = survey.measures.map { FeatureAggregation($0.name) }
    var moments = [clock.now]
    let sample = Sample(respondents: survey.respondents, units: survey.units, measures: survey.measures)
    moments.append(clock.now)
    let aggregated = await AggregatedUnits(sample, choices)
    moments.append(clock.now)
    let raking = Raking(Array(repeating: 1, count: sample.units.count), to: survey.margins)
    moments.append(clock.now)
    let fit = try FeatureFit(settings, to: aggregated.features.map { UnitValues($0.name, .numbers($0.values)) })
    moments.append(clock.now)
    precondition(raking.converged && fit.features.rows == sample.units.count)
    let asked = await AggregatedUnits(
      sample, choices,
      mix: FunctionMix("function", codes: DrawnSurvey.functions, functions: survey.functionOfRespondent, in: sample),
      strata: UnitClasses("size", cells: DrawnSurvey.sizes, cellOfUnit: survey.sizeOfUnit))
    precondition(asked.features.count == choices.count)
    let last = inSeconds(clock.now - moments[4])
    return zip(moments, moments.dropFirst()).map { inSeconds($1 - $0) } + [inSeconds(moments[4] - moments[0]), last]
  }

  /// Returns the seconds of the replicates of own values, and of adjusted and pooled ones.
  private static func replicates(of survey: DrawnSurvey) async -> [Double] {
    let clock = ContinuousClock()
    let sample = Sample(respondents: survey.respondents, units: survey.units, measures: survey.measures)
    let choices = survey.measures.map { FeatureAggregation($0.name) }
    let mix = FunctionMix(
      "function", codes: DrawnSurvey.functions, functions: survey.functionOfRespondent, in: sample)
    let own = await AggregatedUnits(sample, choices)
    let asked = await AggregatedUnits(sample, choices, mix: mix, strata: UnitClasses(one: sample.units.count))
    var seconds: [Double] = []
    for aggregated in [own, asked] {
      let start = clock.now
      let draws = await aggregated.replicates(200, seed: 1)
      seconds.append(inSeconds(clock.now - start))
      precondition(draws.values.count == 200 * sample.units.count * choices.count)
    }
    return seconds
  }

  /// Returns settings that take every measure as a clustered feature.
  private static func featureSettings(_ names: [String]) throws -> NormalisationSettings {
    func scalar(_ text: String) -> Node { Node(.scalar(text, quoted: false), at: Place()) }
    func mapping(_ entries: [(String, Node)]) -> Node {
      Node(.mapping(entries.map { Node.Entry(key: $0, place: Place(), node: $1) }), at: Place())
    }
    let reason = mapping([("nl", scalar("meting")), ("en", scalar("measurement"))])
    let features = names.map { name in
      (name, mapping([("source", scalar("question." + name)), ("reason", reason)]))
    }
    let block = mapping([("features", mapping(features))])
    let findings = Findings()
    let reader = SettingsReader(mapping([("blocks", mapping([("all", block)]))]), of: "normalise", findings: findings)
    let settings = NormalisationSettings(reading: reader)
    reader.finish()
    try findings.throwErrors()
    return settings
  }

  private static func tell(_ part: String, _ seconds: [Double]) {
    let median = seconds.sorted()[seconds.count / 2]
    print("  \(part): \((median * 10_000).rounded() / 10_000)")
  }

  private static func inSeconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  /// The most memory that the process had so far, in bytes; as VmHWM in /proc/self/status.
  private static var peakMemory: Int {
    var usage = rusage()
    _ = unsafe getrusage(0, &usage)
    return usage.ru_maxrss * 1024
  }
}
