public import Artefacts
import Diagnostics
import Files
public import Stages

/// Where a pipeline keeps what is not published: `.koers/<pipeline>/`, readable by the owner alone.
public struct Workspace: Hashable, Sendable {
  /// The folder of the pipeline within the workspace.
  public let base: String
  /// The folder of the publications of the pipeline.
  public let publications: String

  /// Creates the names.
  ///
  /// - Parameters:
  ///   - pipeline: The name of the pipeline.
  ///   - workspace: The folder of all working folders.
  ///   - reports: The folder of all publications.
  public init(of pipeline: String, in workspace: String, reports: String) {
    base = joinPath(workspace, pipeline)
    publications = joinPath(reports, pipeline)
  }

  /// The file of the lock.
  public var lock: String { joinPath(base, "lock") }
  /// The database of the history.
  public var history: String { joinPath(base, "history.sqlite") }
  /// Everything that runs read and left.
  public var store: ObjectStore { ObjectStore(joinPath(base, "store")) }
  /// The link to the newest publication.
  public var current: String { joinPath(publications, "current") }

  /// The working folders of a wave.
  public func work(of wave: String) -> WorkFolders { WorkFolders(base: joinPath(base, wave)) }
  /// The publication of a wave.
  public func publication(of wave: String) -> String { joinPath(publications, wave) }
  /// Where it is remembered what a stage of a wave was made from.
  func memory(of stage: String, wave: String) -> String {
    joinPath(joinPath(joinPath(base, wave), "keys"), stage)
  }
}
