import Clustering
import Matrices

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Measures k-means and silhouettes on a matrix of raw numbers, beside other programs that get the same file.
///
///     clustering-benchmark descent INPUT.f64 N D K INIT.f64 ITERATIONS THREADS f64
///     clustering-benchmark silhouette INPUT.f64 N D K INIT.f64
///
/// A descent runs Lloyd's iterations from the given centroids, without exchanges, and stops early when no row changes
/// cluster. Prints one line of JSON: the seconds without reading the file, the iterations, the inertia of the last
/// centroids, and the peak memory of the process over that of the matrix.
@main
struct ClusteringBenchmark {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 6, let rows = Int(arguments[2]), let columns = Int(arguments[3]), let k = Int(arguments[4])
    else { return print("descent|silhouette INPUT.f64 N D K INIT.f64 [ITERATIONS THREADS f64]") }
    let data = Matrix(rows: rows, columns: columns, values: try read(arguments[1], count: rows * columns))
    if arguments[0] == "analysis" { return await analyse(data, exchanges: arguments[5] == "exchanges") }
    let first = Matrix(rows: k, columns: columns, values: try read(arguments[5], count: k * columns))
    let clock = ContinuousClock()
    let start = clock.now
    if arguments[0] == "silhouette" {
      let partition = Partition(labels: nearestCentroids(of: data, to: first))
      let begin = clock.now
      let silhouette = await Silhouette.measured(of: data, partition)
      return print("{\"seconds\": \(clock.now - begin), \"silhouette\": \(silhouette.mean)}")
    }
    let iterations = arguments.count > 6 ? Int(arguments[6]) ?? 300 : 300
    let found = await LloydDescent(from: first, iterations: iterations).run(data)
    let seconds = inSeconds(clock.now - start)
    let matrix = Double(rows * columns * 8)
    print(
      "{\"seconds\": \(seconds), \"iterations\": \(found.iterations), \"inertia\": \(found.inertia), "
        + "\"peak_over_matrix\": \(Double(peakMemory) / matrix)}")
  }

  /// Runs the whole analysis of a wave and prints the seconds of its parts.
  private static func analyse(_ data: Matrix, exchanges: Bool) async {
    let clock = ContinuousClock()
    var moments = [clock.now]
    var fits: [KMeansFit] = []
    for k in 2...12 { fits.append(await KMeans(clusters: k, starts: 50, exchanges: exchanges).fit(data)) }
    moments.append(clock.now)
    let silhouettes = fits.map { Silhouette(of: data, $0.partition).mean }
    let others = fits.map { (calinskiHarabasz(of: data, $0.partition), daviesBouldin(of: data, $0.partition)) }
    moments.append(clock.now)
    let gap = await GapMeasurement(references: 100, starts: 10, exchanges: exchanges)
      .measure(data, partitions: fits.map(\.partition), upTo: 12)
    moments.append(clock.now)
    let stability = await StabilityMeasurement(resamples: 100, starts: 10, exchanges: exchanges)
      .measure(data, fits.map(\.partition))
    moments.append(clock.now)
    print(zip(moments, moments.dropFirst()).map { inSeconds($1 - $0) }, inSeconds(moments[4] - moments[0]))
    print(fits.map(\.inertia), silhouettes, others.count, gap.values.map(\.gap), stability.map(\.minimum))
  }

  private static func inSeconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// The peak resident memory of the process, in bytes.
  private static var peakMemory: Int {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #if canImport(Glibc)
      return usage.ru_maxrss * 1024
    #else
      return usage.ru_maxrss
    #endif
  }

  private struct CannotRead: Error { let path: String }

  private static func read(_ path: String, count: Int) throws -> [Double] {
    guard let file = unsafe fopen(path, "rb") else { throw CannotRead(path: path) }
    defer { unsafe fclose(file) }
    let values = unsafe [Double](unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = unsafe fread(buffer.baseAddress, MemoryLayout<Double>.size, count, file)
    }
    guard values.count == count else { throw CannotRead(path: path) }
    return values
  }
}
