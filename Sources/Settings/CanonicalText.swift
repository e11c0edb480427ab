extension Node {
  /// The content as text that does not depend on comments, spacing, quotes or the order of keys.
  ///
  /// Equal texts mean equal settings, so that a stage can tell whether its section changed.
  public var canonicalText: String {
    switch content {
    case .scalar(let text, _): "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    case .sequence(let nodes): "[" + nodes.map(\.canonicalText).joined(separator: ",") + "]"
    case .mapping(let entries):
      "{"
        + entries.sorted { $0.key < $1.key }.map { $0.key + ":" + $0.node.canonicalText }.joined(separator: ",") + "}"
    }
  }
}
