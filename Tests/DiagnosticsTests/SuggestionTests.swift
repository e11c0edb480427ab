import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("starts", "strats", 1), ("same", "same", 0),
  ])
  func `the edit distance is the one worked out on paper`(first: String, second: String, distance: Int) {
    #expect(editDistance(Array(first), Array(second)) == distance)
  }

  @Test func `the nearest candidate is meant, whatever its case`() {
    #expect(suggestion(for: "clusterz", among: ["normalise", "Cluster", "match"]) == "Cluster")
  }

  @Test func `a word unlike all candidates suggests nothing`() {
    #expect(suggestion(for: "banana", among: ["normalise", "cluster"]) == nil)
  }

  @Test func `a tie goes to the first candidate`() {
    #expect(suggestion(for: "cat", among: ["bat", "hat"]) == "bat")
  }
}
