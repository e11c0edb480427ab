/// Whether the last part of a path is a pattern: it holds `*` or `?`.
public func isPattern(_ path: String) -> Bool { lastName(of: path).contains { $0 == "*" || $0 == "?" } }

/// Returns the paths of a folder whose names match a pattern, sorted by name; a path without a pattern is returned as it is.
///
/// `*` stands for any characters and `?` for one. Names that begin with a full stop are left out: programs give them to
/// files that they are still writing.
///
/// - Parameter path: A path whose last part may be a pattern.
/// - Returns: The paths; none when nothing matches.
/// - Complexity: O(*n* · *m*) for names of *n* and a pattern of *m* characters.
public func pathsMatching(_ path: String) -> [String] {
  guard isPattern(path) else { return [path] }
  let place = folder(of: path)
  let pattern = Array(lastName(of: path))
  return namesInFolder(place).filter { !$0.hasPrefix(".") && matches(Array($0), pattern) }.map { joinPath(place, $0) }
}

/// Whether a name matches a pattern: after a mismatch the last `*` takes one character more.
private func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
  var (place, step) = (0, 0)
  var star: (place: Int, step: Int)?
  while place < name.count {
    if step < pattern.count, pattern[step] == "*" {
      star = (place, step)
      step += 1
    } else if step < pattern.count, pattern[step] == "?" || pattern[step] == name[place] {
      place += 1
      step += 1
    } else if let last = star {
      star = (last.place + 1, last.step)
      (place, step) = (last.place + 1, last.step + 1)
    } else {
      return false
    }
  }
  return pattern[step...].allSatisfy { $0 == "*" }
}
