import CSVFiles
import Diagnostics
import Exports
import PipelineFiles
import Settings
import Survey

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Measures ingest from a file to typed columns, decoded and checked, and prints one line of JSON.
///
/// `ingest-benchmark SURVEY CODEBOOK [RUNS]`: the least and the median of the seconds within the process, without its
/// start and the reading of the codebook, and what each part of the quickest run took; the processor time of a run, the
/// mean over all; the peak memory of the process; a checksum over the answers.
@main
struct IngestBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else { fatalError("usage: ingest-benchmark SURVEY CODEBOOK [RUNS]") }
    let findings = Findings()
    let reader = SettingsReader(try readYAML(arguments[2]), of: "the codebook", findings: findings)
    let codebook = Codebook(reading: reader)
    reader.finish()
    try findings.throwErrors()
    let runs = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
    var seconds: [Double] = []
    var parts: [Double] = []
    let processorBefore = processorSeconds()
    var wave = Wave(respondents: [], units: [], answers: [])
    var found = 0
    for _ in 0..<runs {
      wave = Wave(respondents: [], units: [], answers: [])
      let clock = ContinuousClock()
      let start = clock.now
      do throws(Failure) {
        let times: [Double]
        (wave, found, times) = try await ingest(arguments[1], by: codebook, clock)
        if parts.isEmpty || times.reduce(0, +) < parts.reduce(0, +) { parts = times }
      } catch {
        for finding in error.findings { print(finding.rendered) }
        exit(1)
      }
      seconds.append(inSeconds(clock.now - start))
    }
    let processor = (processorSeconds() - processorBefore) / Double(runs)
    seconds.sort()
    let memory = peakMemory()
    print(
      "{\"least\": \(seconds[0]), \"seconds\": \(seconds[runs / 2]), \"cpu_seconds\": \(processor), "
        + "\"rows\": \(wave.count), \"findings\": \(found), \"peak_bytes\": \(memory), "
        + "\"checksum\": \(checksum(wave)), \"looked_over\": \(parts[0]), \"decoded\": \(parts[1]), "
        + "\"put_together\": \(parts[2])}")
  }

  private static func ingest(
    _ path: String, by codebook: Codebook, _ clock: ContinuousClock
  ) async throws(Failure) -> (Wave, Int, [Double]) {
    let begin = clock.now
    let source = try CSVSource(path: path)
    let layout = try ExportLayout(detecting: source.head, tool: .plain, file: path)
    let decoder = try PieceDecoder(codebook: codebook, layout: layout, file: path)
    let opened = clock.now
    let (pieces, notes) = try await source.pieces(below: layout.headingRecords) { decoder.decode($0) }
    let decoded = clock.now
    let survey = try decoder.finish(pieces)
    let times = [opened - begin, decoded - opened, clock.now - decoded].map { inSeconds($0) }
    return (survey.wave, notes.count + survey.findings.count, times)
  }

  private static func inSeconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func peakMemory() -> Int { usage().ru_maxrss * 1024 }

  private static func processorSeconds() -> Double {
    let usage = usage()
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }

  /// What the process itself has used so far.
  private static func usage() -> rusage {
    var usage = rusage()
    _ = unsafe getrusage(0, &usage)
    return usage
  }

  /// The sum of all numbers, and the number of answers.
  private static func checksum(_ wave: Wave) -> Double {
    wave.answers.reduce(0) { sum, column in column.numbers.reduce(sum) { $0 + ($1 ?? 0) } }
  }
}
