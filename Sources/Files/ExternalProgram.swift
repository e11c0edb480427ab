#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program on this machine, which is asked to do one thing and waited for.
public struct ExternalProgram: Hashable, Sendable {
  /// The file.
  public let path: String

  /// Finds a program; `nil` when there is no such file that may be executed.
  ///
  /// - Parameter name: A path, when there is a slash in it; else a name that is looked for in the folders of `PATH`.
  public init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let places = name.contains("/") ? [name] : folders.map { joinPath($0, name) }
    let found = places.first { FileManager.default.isExecutableFile(atPath: $0) && !isFolder($0) }
    guard let found, !name.isEmpty else { return nil }
    path = found
  }

  /// Runs the program without input, and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: What it is given after its own name.
  ///   - additions: What its environment holds beside ours.
  ///   - output: The file for what it says.
  ///   - errors: The file for what it complains of.
  /// - Returns: The status with which it ended; 128 and the number of the signal when a signal ended it, and 127 when it could
  ///   not be started.
  public func run(
    _ arguments: [String], adding additions: [String: String] = [:], output: String, errors: String
  ) -> Int32 {
    let environment = ProcessInfo.processInfo.environment.merging(additions) { $1 }
      .map { "\($0.key)=\($0.value)" }.sorted()
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var child = pid_t()
    let started = unsafe withStrings([path] + arguments) { words in
      unsafe withStrings(environment) { unsafe posix_spawn(&child, path, &actions, nil, words, $0) }
    }
    guard started == 0 else { return 127 }
    var status = Int32()
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// Calls a function with texts as C has them: pointers, with none at the end.
private func withStrings<Value>(
  _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
) -> Value {
  let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
  for (index, text) in texts.enumerated() { unsafe (pointers + index).initialize(to: strdup(text)) }
  unsafe (pointers + texts.count).initialize(to: nil)
  defer {
    for index in texts.indices { unsafe free(pointers[index]) }
    unsafe pointers.deallocate()
  }
  return unsafe body(pointers)
}
