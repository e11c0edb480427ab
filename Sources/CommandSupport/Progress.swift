import Files
public import PipelineDriver

/// Shows on a terminal which stage is under way; a reader that is no terminal sees nothing.
public final class Progress: Sendable {
  private let shown = StandardStream.error.isTerminal

  /// Creates the display.
  public init() {}

  /// Shows what a run tells.
  public func tell(_ event: PipelineRun.Event) {
    guard shown else { return }
    switch event {
    case .started(let stage): write("\(stage) …")
    case .upToDate(let stage): write("\(stage) is up to date")
    case .finished(let stage, _): write("\(stage) done")
    }
  }

  /// Takes the display away.
  public func clear() {
    if shown { StandardStream.error.write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    StandardStream.error.write("\r\u{1B}[K\(text)")
  }
}
