/// Returns the results of `body` for `0 ..< count`, in that order, computed in chunks beside each other.
///
/// The size of a chunk is fixed, whatever the number of cores, and each result depends on its index alone.
func inParallel<Result: Sendable>(
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
