/// Returns the results of `body` for `0 ..< count`, in that order, computed in chunks beside each other.
///
/// The size of a chunk is fixed, whatever the number of cores, and each result depends on its index alone; so the
/// results are the same on one core and on many.
///
/// - Parameters:
///   - count: The number of results, at least 0.
///   - chunk: How many results one task computes, at least 1.
///   - body: Computes the result of an index.
/// - Returns: The `count` results.
@inlinable public func inParallel<Result: Sendable>(
  count: Int, chunk: Int = 1, _ body: @escaping @Sendable (Int) -> Result
) async -> [Result] {
  let chunks = (count + chunk - 1) / chunk
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    for index in 0..<chunks {
      group.addTask { (index, (index * chunk..<min(count, (index + 1) * chunk)).map(body)) }
    }
    var results = [[Result]](repeating: [], count: chunks)
    for await (index, part) in group { results[index] = part }
    return results.flatMap { $0 }
  }
}
