public import Diagnostics
import Files
public import PipelineDriver
import Synchronization

/// Shows on a terminal what is under way, once it has taken a second; a reader that is no terminal sees nothing.
public final class Progress: Sendable {
  private struct State {
    var label = ""
    var isDue = false
    var isShown = false
  }

  private let state = Mutex(State())
  private let hasReader: Bool

  /// Creates the display.
  ///
  /// - Parameters:
  ///   - label: What is under way at first.
  ///   - isSilent: Whether nothing is shown, not even on a terminal.
  public init(_ label: String = "", isSilent: Bool = false) {
    hasReader = StandardStream.error.isTerminal && !isSilent
    state.withLock { $0.label = label }
  }

  /// Does work with the display around it, which is gone when the work ends or fails.
  ///
  /// - Parameter work: The work.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  public func during<Result: Sendable>(_ work: () async throws(Failure) -> Result) async throws(Failure) -> Result {
    guard hasReader else { return try await work() }
    let timer = Task {
      try await Task.sleep(for: .seconds(1))
      becomeDue()
    }
    defer {
      timer.cancel()
      clear()
    }
    return try await work()
  }

  /// Shows what a run tells.
  public func tell(_ event: PipelineRun.Event) {
    switch event {
    case .started(_, let stage, _): show("\(stage) …")
    case .upToDate(_, let stage): show("\(stage) is up to date")
    case .finished(_, let stage, _, _): show("\(stage) done")
    case .published, .corrected: break
    }
  }

  private func show(_ label: String) {
    state.withLock { state in
      state.label = label
      if state.isDue { write(&state) }
    }
  }

  private func becomeDue() {
    state.withLock { state in
      state.isDue = true
      write(&state)
    }
  }

  private func clear() {
    state.withLock { state in
      if state.isShown { StandardStream.error.write("\r\u{1B}[K") }
      state = State()
    }
  }

  private func write(_ state: inout State) {
    StandardStream.error.write("\r\u{1B}[K\(state.label)")
    state.isShown = true
  }
}
