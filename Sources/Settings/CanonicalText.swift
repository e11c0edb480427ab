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

  /// All values below a node by the way to them, such as `types.to`, in the order of their names; `nil` stands for a node
  /// that is nothing.
  ///
  /// Lists of single values are one value, `[nl, en]`; lists of sections are told apart by their place, from 0.
  ///
  /// - Parameter name: The way to the node itself.
  /// - Returns: The names with their values as text; equal lists mean equal settings.
  public func flattened(_ name: String) -> [(name: String, value: String)] {
    func below(_ key: String) -> String { name.isEmpty ? key : name + "." + key }
    switch content {
    case .scalar(let text, quoted: _): return [(name, text)]
    case .mapping(let entries) where !entries.isEmpty:
      return entries.sorted { $0.key < $1.key }.flatMap { $0.node.flattened(below($0.key)) }
    case .sequence(let nodes) where nodes.contains { !$0.isScalar }:
      return nodes.enumerated().flatMap { $0.element.flattened(below(String($0.offset))) }
    case .sequence(let nodes): return [(name, "[" + nodes.map(\.canonicalText).joined(separator: ", ") + "]")]
    case .mapping: return [(name, "{}")]
    }
  }

  private var isScalar: Bool {
    if case .scalar = content { return true }
    return false
  }
}
