import Dispatch

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The number of processor cores that this process may use, at least one.
public var coreCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

/// Calls `body` for `0 ..< count`, beside each other on all cores, and returns when all calls have returned.
public func onAllCores(count: Int, _ body: @Sendable (Int) -> Void) {
  if count <= 1 || coreCount == 1 { return (0..<count).forEach(body) }
  DispatchQueue.concurrentPerform(iterations: count, execute: body)
}
