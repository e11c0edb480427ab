import Diagnostics
import Tables

// The types that may be expected of a unit that did not answer.

extension StorySources {
  /// The types that may be expected of a unit that did not answer; `nil` when nothing was tried.
  func expectation(of code: String) throws(Failure) -> UnitStory.Expectation? {
    guard let check = try StoryFolders.optional("expected-check", of: folders.cluster),
      let table = try StoryFolders.optional("expected", of: folders.cluster)
    else { return nil }
    let row = try check.texts("method").firstIndex(of: "selected")
    let codes = try table.texts("unit")
    let types = try table.texts("type")
    let shares = try table.numbers("share")
    let found = codes.indices.filter { codes[$0] == code }.compactMap { row in
      members.ids.firstIndex(of: types[row]).map { (type: $0, share: shares[row] ?? 0) }
    }
    return UnitStory.Expectation(
      shares: found.sorted { (-$0.share, $0.type) < (-$1.share, $1.type) }.map {
        UnitStory.Expectation.Share(type: typeName($0.type), share: $0.share, strategy: verdict(of: $0.type))
      },
      accuracy: row.flatMap { check["accuracy"]?.numbers[$0] },
      baselineAccuracy: row.flatMap { check["baseline_accuracy"]?.numbers[$0] })
  }
}
