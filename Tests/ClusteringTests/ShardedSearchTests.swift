import Clustering
import Matrices
import Testing

/// A search whose starts are made in parts.
struct ShardedSearchTests {
  @Test(arguments: [1, 3, 8])
  func `parts of the starts put together are the search, to the bit`(count: Int) async {
    let data = overlappingRows(60, columns: 4, centres: 3)
    var search = EvidenceSearch(
      clusters: 1...4, starts: 12, seed: 5, references: 4, resamples: 6, halvings: 4, refitStarts: 3)
    search.seeding = .rows
    let whole = await search.run(data)
    var divisions = Array(repeating: [Partition?](repeating: nil, count: 12), count: 4)
    // The last part first: the order in which machines end does not matter.
    for part in (0..<count).reversed() {
      let starts = Array(stride(from: part, to: 12, by: count))
      for (index, found) in await search.divisions(of: data, starts: starts).enumerated() {
        for (start, partition) in zip(starts, found) { divisions[index][start] = partition }
      }
    }
    let complete = divisions.map { $0.compactMap { $0 } }
    #expect(await search.run(data, divisions: complete) == whole)
    #expect(complete.allSatisfy { $0.count == 12 })
  }

  @Test func `no starts find nothing`() async {
    let search = EvidenceSearch(clusters: 2...3, starts: 2)
    #expect(await search.divisions(of: overlappingRows(20, columns: 2, centres: 2), starts: []) == [[], []])
  }
}
