import Clustering
import Matrices

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Measures the clustering engine on raw numbers, beside other programs that get the same file.
///
///     clustering-benchmark INPUT.f64 N D K INIT.f64 ITERATIONS THREADS f64
///     clustering-benchmark silhouette INPUT.f64 N D LABELS.i32
///     clustering-benchmark analysis INPUT.f64 N D lloyd|exchanges
///
/// The first descends by Lloyd's iterations from given centroids, without exchanges, on all cores, and stops early when no
/// row changes cluster. The second measures exact silhouettes of labels that stand in a file of 32-bit numbers. The third
/// runs the analysis of a wave: 2 to 12 clusters from 50 starts, the gap from 100 references, the stability over 100 resamples,
/// ten starts each. Each prints one line of JSON: the seconds without reading the file, what was found, and the peak memory
/// of the process over the size of the matrix.
@main
struct ClusteringBenchmark {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let named = ["silhouette", "analysis"].contains(arguments.first ?? "")
    let rest = named ? Array(arguments.dropFirst()) : arguments
    guard rest.count >= 4, let rows = Int(rest[1]), let columns = Int(rest[2]) else {
      return print("[silhouette|analysis] INPUT.f64 N D ...")
    }
    let values: [Double] = try read(rest[0], count: rows * columns)
    let data = Matrix(rows: rows, columns: columns, values: values)
    switch arguments[0] {
    case "silhouette": try await measureSilhouette(data, labels: rest[3])
    case "analysis": await analyse(data, exchanges: rest[3] == "exchanges")
    default:
      guard rest.count >= 6, let k = Int(rest[3]), let iterations = Int(rest[5]) else { return }
      let first = Matrix(rows: k, columns: columns, values: try read(rest[4], count: k * columns))
      await descend(data, from: first, iterations)
    }
  }

  private static func descend(_ data: consuming Matrix, from first: Matrix, _ iterations: Int) async {
    let size = Double(data.rows * data.columns * 8)
    let clock = ContinuousClock()
    let start = clock.now
    let found = await LloydDescent(from: first, iterations: iterations).run(data)
    let seconds = inSeconds(clock.now - start)
    print(
      "{\"seconds\": \(seconds), \"iterations\": \(found.iterations), \"inertia\": \(found.inertia), "
        + "\"peak_over_matrix\": \(Double(peakMemory) / size)}")
  }

  private static func measureSilhouette(_ data: consuming Matrix, labels: String) async throws {
    let size = Double(data.rows * data.columns * 8)
    let labels: [Int32] = try read(labels, count: data.rows)
    let partition = Partition(labels: labels.map { Int($0) })
    let clock = ContinuousClock()
    let start = clock.now
    let silhouette = await Silhouette.measured(of: data, partition)
    let seconds = inSeconds(clock.now - start)
    print(
      "{\"seconds\": \(seconds), \"silhouette\": \(silhouette.mean), "
        + "\"peak_over_matrix\": \(Double(peakMemory) / size)}")
  }

  /// Runs the whole analysis of a wave and prints the seconds of its parts.
  private static func analyse(_ data: Matrix, exchanges: Bool) async {
    let clock = ContinuousClock()
    var moments = [clock.now]
    var fits: [KMeansFit] = []
    for k in 2...12 { fits.append(await KMeans(clusters: k, starts: 50, exchanges: exchanges).fit(data)) }
    moments.append(clock.now)
    let silhouettes = fits.map { Silhouette(of: data, $0.partition).mean }
    let others = fits.map { fit in
      calinskiHarabasz(of: data, fit.partition) == nil ? 0 : daviesBouldin(of: data, fit.partition) ?? 0
    }
    moments.append(clock.now)
    let gap = await GapMeasurement(references: 100, starts: 10, exchanges: exchanges)
      .measure(data, partitions: fits.map(\.partition), upTo: 12)
    moments.append(clock.now)
    let stability = await StabilityMeasurement(resamples: 100, starts: 10, exchanges: exchanges)
      .measure(data, fits.map(\.partition))
    moments.append(clock.now)
    let seconds = zip(moments, moments.dropFirst()).map { inSeconds($1 - $0) }
    print(
      "{\"seconds\": \(inSeconds(moments[4] - moments[0])), \"parts\": \(seconds), "
        + "\"inertia\": \(fits.map(\.inertia)), \"silhouette\": \(silhouettes), \"davies_bouldin\": \(others), "
        + "\"gap\": \(gap.values.map(\.gap)), \"jaccard_min\": \(stability.map(\.minimum))}")
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

  /// Reads numbers as they stand in memory.
  private static func read<Number: BitwiseCopyable>(_ path: String, count: Int) throws -> [Number] {
    guard let file = unsafe fopen(path, "rb") else { throw CannotRead(path: path) }
    defer { unsafe fclose(file) }
    let values = unsafe [Number](unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = unsafe fread(buffer.baseAddress, MemoryLayout<Number>.size, count, file)
    }
    guard values.count == count else { throw CannotRead(path: path) }
    return values
  }
}
