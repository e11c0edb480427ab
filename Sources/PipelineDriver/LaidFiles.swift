import Artefacts
import Diagnostics
import Files
import RunHistory

/// Files that a run read, laid down again around a folder that stands for that of its pipeline.
struct LaidFiles {
  private let home: String
  private let store: ObjectStore

  /// - Parameters:
  ///   - home: The folder that stands for that of the pipeline, as ``home(in:)`` makes it.
  ///   - store: Where the files are kept.
  init(_ home: String, _ store: ObjectStore) {
    self.home = home
    self.store = store
  }

  /// A folder so deep within another that every way upwards from the folder of a pipeline stays within.
  static func home(in folder: String) -> String { joinPath(folder, "a/b/c/d/e/f/g/h") }

  /// Lays down a file where it stood.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when it is not kept, or was named by its whole path and is another file
  ///   now.
  func lay(_ input: HistoryStage.Input) throws(Failure) {
    try makeFolder(home)
    let target = joinPath(home, input.path)
    if input.path.hasPrefix("/") {
      guard pathExists(target), try sha256(ofFile: target) == input.digest else { throw moved(input) }
    } else if !pathExists(target) {
      try writeFile(target, bytes: try store.bytes(of: input.digest, name: input.name))
    }
  }

  private func moved(_ input: HistoryStage.Input) -> Failure {
    Failure(
      .missingInput, rule: "absolute-path", at: Place(file: input.path), value: input.name,
      message: "the pipeline names this file by its whole path, and its content is not what it was",
      mend: "put the old file in its place for as long as this takes; in the pipeline, name files from its own folder")
  }
}
