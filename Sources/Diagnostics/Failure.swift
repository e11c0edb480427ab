/// The reason why a stage or command stopped: everything that was found, and the exit code that tells a scheduler.
public struct Failure: Error, Hashable, Sendable {
  /// The kind of failure, and with it the exit code.
  public var status: ExitStatus
  /// All that was found, in the order of the input, or the first of it; at least one is an error.
  public var findings: [Finding]
  /// All that was found, when ``findings`` may not be all of it.
  public var all: ManyFindings?

  /// Creates a failure from what was found.
  public init(_ status: ExitStatus, _ findings: [Finding]) {
    self.status = status
    self.findings = findings
  }

  /// Creates a failure with one error.
  public init(
    _ status: ExitStatus, rule: String, at place: Place = Place(), value: String? = nil, message: String, mend: String
  ) {
    self.init(
      status, [Finding(.error, rule: rule, at: place, value: value, message: message, mend: mend)])
  }
}

/// How a command ended, as a number that schedulers can act upon.
///
/// The numbers from 64 on follow `sysexits.h`.
public enum ExitStatus: Int32, Hashable, Sendable {
  /// All done.
  case done = 0
  /// Something is out of date (`status`, `--dry-run`).
  case stale = 1
  /// A gate held the publication; the last one stays.
  case held = 3
  /// The command line is wrong.
  case usage = 64
  /// The data is wrong.
  case badData = 65
  /// An input is not there.
  case missingInput = 66
  /// A tool that was asked for is not installed.
  case missingTool = 69
  /// The program itself is at fault.
  case ownFault = 70
  /// An output cannot be written.
  case cannotWrite = 73
  /// Another run holds the lock.
  case locked = 75
  /// The pipeline file, codebook or catalogue is wrong.
  case badPipeline = 78
  /// Stopped by SIGTERM.
  case stopped = 143
}
