public import Diagnostics
import Files
public import Settings
import Yams

/// Returns a YAML (or JSON) file as a node that knows the line and column of every value.
///
/// - Parameters:
///   - path: The path of the file.
///   - name: What messages call the file; the path when left out.
/// - Returns: The root of the file.
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file cannot be read, 78 when it is not YAML.
public func readYAML(_ path: String, shownAs name: String? = nil) throws(Failure) -> Settings.Node {
  try parseYAML(readText(path, shownAs: name), file: name ?? path)
}

/// Returns YAML (or JSON) text as a node that knows the line and column of every value.
///
/// An empty text is an empty mapping.
///
/// - Parameters:
///   - text: The text.
///   - file: What messages call it.
/// - Returns: The root of the text.
/// - Throws: ``Diagnostics/Failure`` with status 78 when the text is not YAML.
public func parseYAML(_ text: String, file: String) throws(Failure) -> Settings.Node {
  // By bytes, which is many times as fast as by characters, and ends a line where the parser does.
  let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }
  do {
    // Every scalar is kept as it is written, so nothing asks which type YAML would give it.
    guard let root = try Yams.compose(yaml: text, .basic) else {
      return Settings.Node(.mapping([]), at: Place(file: file))
    }
    return NodeMaker(file: file, lines: lines).node(root)
  } catch let error as YamlError {
    throw Failure(.badPipeline, [finding(error, file: file, lines: lines)])
  } catch {
    throw Failure(
      .badPipeline, rule: "not-yaml", at: Place(file: file), message: "the file cannot be read as YAML",
      mend: "check its indentation and quotes")
  }
}

private struct NodeMaker {
  let file: String
  let lines: [String]

  func node(_ node: Yams.Node) -> Settings.Node {
    switch node {
    case .scalar(let scalar):
      let quoted = scalar.style != .plain && scalar.style != .any
      return Settings.Node(
        .scalar(scalar.string, quoted: quoted), at: place(node.mark, width: max(1, scalar.string.count)))
    case .sequence(let sequence):
      return Settings.Node(.sequence(sequence.map(self.node)), at: place(node.mark))
    case .mapping(let mapping):
      let entries = mapping.map { key, value in
        let name = key.string ?? ""
        return Settings.Node.Entry(
          key: name, place: place(key.mark, width: max(1, name.count)), node: self.node(value))
      }
      return Settings.Node(.mapping(entries), at: place(node.mark))
    case .alias:
      return Settings.Node(.scalar("", quoted: false), at: place(node.mark))
    }
  }

  func place(_ mark: Mark?, width: Int = 1) -> Place {
    guard let mark else { return Place(file: file) }
    let line = mark.line >= 1 && mark.line <= lines.count ? lines[mark.line - 1] : nil
    return Place(file: file, line: mark.line, column: mark.column, excerpt: line, width: width)
  }
}

private func finding(_ error: YamlError, file: String, lines: [String]) -> Finding {
  func broken(_ mark: Mark?, _ problem: String) -> Finding {
    Finding(
      .error, rule: "not-yaml", at: NodeMaker(file: file, lines: lines).place(mark),
      message: "this is not YAML: \(problem)",
      mend: "check the indentation, colons and quotes here and on the line above")
  }
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    return broken(mark, problem)
  case .duplicatedKeysInMapping(let duplicates, let context):
    let names = duplicates.sorted().map { "'\($0)'" }.joined(separator: ", ")
    return Finding(
      .error, rule: "duplicate-key", at: NodeMaker(file: file, lines: lines).place(context.mark),
      message: "a key appears twice in one mapping: \(names)", mend: "keep one of the two")
  default:
    return broken(nil, "\(error)")
  }
}
