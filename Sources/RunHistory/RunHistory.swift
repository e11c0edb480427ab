public import Diagnostics
import GRDB

/// The history of a pipeline: every run that did something, what it read and left, and what became of it.
///
/// A SQLite database that people may open as well: R and pandas through its views (``HistorySchema``). Only this room sees
/// the database. Moments are texts in universal time by the clock of the machine; the order of runs is that of their
/// numbers, which a clock that was set back does not change.
public final class RunHistory: Sendable {
  /// The file of the database.
  public let path: String
  let database: DatabaseQueue

  /// Opens a history, and brings it to this version of the program.
  ///
  /// - Parameters:
  ///   - path: The file; it is made when missing.
  ///   - isReadOnly: Whether nothing is to be written; then the file must be there.
  /// - Throws: ``Diagnostics/Failure`` with status 65 when the file is damaged or of a newer version of the program, 66 when
  ///   it is missing and may not be made, 73 when it cannot be written.
  public init(_ path: String, isReadOnly: Bool = false) throws(Failure) {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
      let migrator = HistorySchema.migrator
      let isNewer = try database.read { try migrator.hasBeenSuperseded($0) }
      if isNewer {
        throw Failure(
          .badData, rule: "newer-history", at: Place(file: path),
          message: "a newer version of the program wrote the history of runs",
          mend: "use that version, or move the file away: a new history begins, and what was published stays")
      }
      if !isReadOnly { try migrator.migrate(database) }
    } catch {
      throw RunHistory.failure(error, path)
    }
  }

  /// Does something with the database, and tells what goes wrong as this program does.
  func using<Value: Sendable>(
    _ isWriting: Bool = false, _ body: @Sendable (Database) throws -> Value
  ) throws(Failure) -> Value {
    do {
      return isWriting ? try database.write(body) : try database.read(body)
    } catch {
      throw RunHistory.failure(error, path)
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> Failure {
    if let failure = error as? Failure { return failure }
    let code = (error as? DatabaseError)?.resultCode
    switch code {
    case .SQLITE_CORRUPT?, .SQLITE_NOTADB?, .SQLITE_ERROR?:
      return Failure(
        .badData, rule: "damaged-history", at: Place(file: path),
        message: "the history of runs is damaged (\((error as? DatabaseError)?.message ?? "no reason given"))",
        mend:
          "move the file away, or restore it from a backup: without it a new history begins, and what was published stays"
      )
    case .SQLITE_CANTOPEN?, .SQLITE_READONLY?, .SQLITE_FULL?, .SQLITE_IOERR?, .SQLITE_PERM?:
      return Failure(
        .cannotWrite, rule: "cannot-write", at: Place(file: path), message: "the history of runs cannot be written",
        mend: "check that its folder may be written to and that the disk is not full")
    case .SQLITE_BUSY?, .SQLITE_LOCKED?:
      return Failure(
        .locked, rule: "history-busy", at: Place(file: path),
        message: "another program has the history of runs open and does not let go of it",
        mend: "close what reads or writes it, or wait until that is done, and run again")
    default:
      return Failure(
        .ownFault, rule: "history-fault", at: Place(file: path),
        message: "the history of runs answers with an error: \(error)", mend: "report this with the message")
    }
  }
}
