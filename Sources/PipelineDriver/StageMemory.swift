import Artefacts
import Diagnostics
import Files
import Stages

/// What the last run of a stage was made from, and what it left.
///
/// The file begins with lines that are enough to see that a stage is up to date; what its key was made of follows as JSON, and
/// is read only when somebody asks why a stage runs again:
///
/// ```
/// key 31c5…
/// record 9a0e…
/// input 77f0… survey.csv
/// output 1204 types.csv
///
/// {"inputs":[…],"settings":[…],…}
/// ```
struct StageMemory {
  /// A file that the stage left.
  struct Output: Hashable {
    var name: String
    /// The number of bytes.
    var bytes: Int
  }

  /// The digest of everything that decided it: ``Stages/StageKey/key``.
  let key: String
  /// The digest of the record that it left.
  let record: String
  /// The key of a publication that was rolled back, which is not published again by itself.
  var withheld: String?
  /// What it read, each file by its digest; of ingest, the survey first.
  let inputs: [RunRecord.FileDigest]
  /// What it left, but the record.
  let outputs: [Output]
  private let parts: String

  /// Remembers a run.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - digest: The digest of the record that the run left.
  ///   - outputs: What it left.
  init(key: StageKey, record digest: String, outputs: [Output]) {
    self.key = key.key
    record = digest
    inputs = key.inputs.map { RunRecord.FileDigest(name: $0.name, sha256: $0.sha256) }
    self.outputs = outputs
    parts = String(decoding: JSONText.encode(key), as: UTF8.self)
  }

  /// Reads what is remembered; `nil` when there is nothing, or nothing that can be read.
  init?(_ path: String) {
    guard let bytes = try? readFile(path) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    var named: [Substring: String] = [:]
    var outputs: [Output] = []
    var inputs: [RunRecord.FileDigest] = []
    var rest = text[...]
    while let end = rest.firstIndex(of: "\n") {
      let line = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if line.isEmpty { break }
      let words = line.split(separator: " ", maxSplits: 2)
      if words.count == 3, words[0] == "output", let bytes = Int(words[1]) {
        outputs.append(Output(name: String(words[2]), bytes: bytes))
      } else if words.count == 3, words[0] == "input" {
        inputs.append(RunRecord.FileDigest(name: String(words[2]), sha256: String(words[1])))
      } else if words.count == 2 {
        named[words[0]] = String(words[1])
      } else {
        return nil
      }
    }
    guard let key = named["key"], let record = named["record"] else { return nil }
    self.key = key
    self.record = record
    withheld = named["withheld"]
    self.inputs = inputs
    self.outputs = outputs
    parts = String(rest)
  }

  /// What the key was made of; `nil` when that cannot be read.
  func made() -> StageKey? {
    let made = try? JSONText.decode(StageKey.self, from: Array(parts.utf8), file: "key")
    return made.flatMap { $0.key == key ? $0 : nil }
  }

  func write(to path: String) throws(Failure) {
    var text = "key \(key)\nrecord \(record)\n"
    if let withheld { text += "withheld \(withheld)\n" }
    for input in inputs { text += "input \(input.sha256) \(input.name)\n" }
    for output in outputs { text += "output \(output.bytes) \(output.name)\n" }
    try makeFolder(folder(of: path))
    try writeFile(path, bytes: Array((text + "\n" + parts).utf8))
  }
}
