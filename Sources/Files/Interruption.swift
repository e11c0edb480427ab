import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens when somebody asks the program to stop (`SIGTERM`, `SIGINT`).
///
/// A publication changes in one step, so that the program may stop at any moment; what must follow that step, such as a line
/// in the history, is done within ``postponed(_:)``, which a stop waits for.
public enum Interruption {
  private struct State {
    var cleanUps: [@Sendable () -> Void] = []
    var sources: [any DispatchSourceSignal] = []
    /// How many steps are under way that a stop waits for.
    var depth = 0
    /// The status with which somebody asked to stop.
    var wanted: Int32?
  }

  private static let state = Mutex(State())

  /// Makes the program stop cleanly from now on: what was registered is done, the newest first, and the program exits
  /// with 143 for `SIGTERM` and 130 for `SIGINT`.
  public static func handle() {
    state.withLock { state in
      guard state.sources.isEmpty else { return }
      for number in [SIGTERM, SIGINT] {
        _ = signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
        source.setEventHandler { stop(128 + number) }
        source.resume()
        state.sources.append(source)
      }
    }
  }

  /// Registers what is to be done when the program is stopped.
  public static func onStop(_ cleanUp: @escaping @Sendable () -> Void) {
    state.withLock { $0.cleanUps.append(cleanUp) }
  }

  /// Does something that a stop waits for; may be nested.
  ///
  /// - Parameter body: A short piece of work.
  /// - Returns: What it returns.
  /// - Throws: What it throws.
  public static func postponed<Value, Problem: Error>(_ body: () throws(Problem) -> Value) throws(Problem) -> Value {
    enter()
    defer { leave() }
    return try body()
  }

  private static func enter() {
    let isStopping = state.withLock { state in
      if state.depth == 0, state.wanted != nil { return true }
      state.depth += 1
      return false
    }
    // The program is ending; nothing may begin any more.
    while isStopping { pause() }
  }

  private static func leave() {
    let status = state.withLock { state in
      state.depth -= 1
      return state.depth == 0 ? state.wanted : nil
    }
    if let status { end(status) }
  }

  private static func stop(_ status: Int32) {
    let isFree = state.withLock { state in
      state.wanted = state.wanted ?? status
      return state.depth == 0
    }
    if isFree { end(status) }
  }

  private static func end(_ status: Int32) -> Never {
    for cleanUp in state.withLock({ $0.cleanUps }).reversed() { cleanUp() }
    _exit(status)
  }
}
