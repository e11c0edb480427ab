import Artefacts
public import Diagnostics
import Files

/// The corrections of a published wave: `errata.json` in its working folder, an input of the stage report.
///
/// An entry is written when the answers of a wave that was published are others than they were. Its day is that on which the
/// correction was processed; as a part of an input it is the same in every rerun.
public struct Errata: Hashable, Sendable, Codable {
  /// One correction.
  public struct Entry: Hashable, Sendable, Codable {
    /// The day, as `2026-11-29`.
    public var date: String
    /// The digest of the survey before.
    public var surveyBefore: String
    /// The digest of the survey now.
    public var surveyNow: String
    /// How many respondents came.
    public var respondentsNew: Int
    /// How many went.
    public var respondentsGone: Int
    /// How many of those in both answer otherwise.
    public var respondentsChanged: Int
    /// How many estimates are others.
    public var estimatesChanged: Int
    /// How many units are of another type.
    public var unitsMoved: Int
    /// How many types have other strategies.
    public var strategiesChanged: Int

    /// Creates an entry.
    ///
    /// - Parameters:
    ///   - date: The day.
    ///   - before: The digest of the survey before.
    ///   - now: The digest of the survey now.
    ///   - comparison: What is different.
    public init(date: String, before: String, now: String, _ comparison: RunComparison) {
      self.date = date
      surveyBefore = before
      surveyNow = now
      respondentsNew = comparison.respondents.new.count
      respondentsGone = comparison.respondents.gone.count
      respondentsChanged = comparison.respondents.changed
      estimatesChanged = comparison.estimates.count
      unitsMoved = comparison.movers.count
      strategiesChanged = comparison.strategies.count
    }
  }

  /// The corrections, the oldest first.
  public var entries: [Entry]

  /// The file of a wave.
  ///
  /// - Parameter work: The working folders of the wave.
  /// - Returns: Its path, whether it is there or not.
  public static func file(of work: WorkFolders) -> String { joinPath(work.base, "errata.json") }

  /// Reads the corrections of a wave; none when there is no file.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``Diagnostics/Failure`` with status 65 when the file is damaged.
  public init(_ path: String) throws(Failure) {
    guard pathExists(path) else {
      entries = []
      return
    }
    self = try JSONText.decode(Errata.self, from: readFile(path), file: path)
  }

  /// Writes the corrections.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``Diagnostics/Failure`` with status 73 when it cannot be written.
  public func write(to path: String) throws(Failure) {
    try writeFile(path, bytes: JSONText.encode(self))
  }
}
