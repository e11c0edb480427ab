public import Diagnostics

/// A node of a configuration file as a value, with the place where it stands.
///
/// Pure rooms read their settings from nodes; the door that parses YAML makes them.
public struct Node: Hashable, Sendable {
  /// What a node can hold.
  public indirect enum Content: Hashable, Sendable {
    /// A scalar as text; `quoted` tells whether it was written between quotes, and so is text whatever it looks like.
    case scalar(String, quoted: Bool)
    /// Nodes in order.
    case sequence([Node])
    /// Keys with their nodes, in the order of the file.
    case mapping([Entry])
  }

  /// A key of a mapping with its value.
  public struct Entry: Hashable, Sendable {
    /// The key as written.
    public var key: String
    /// Where the key stands.
    public var place: Place
    /// What the key leads to.
    public var node: Node

    /// Creates an entry.
    public init(key: String, place: Place, node: Node) {
      self.key = key
      self.place = place
      self.node = node
    }
  }

  /// What the node holds.
  public var content: Content
  /// Where the node begins.
  public var place: Place

  /// Creates a node.
  public init(_ content: Content, at place: Place = Place()) {
    self.content = content
    self.place = place
  }

  /// Whether the node is a scalar that stands for nothing: empty, `~` or `null`, and not quoted.
  public var isNull: Bool {
    if case .scalar(let text, quoted: false) = content { return ["", "~", "null", "Null", "NULL"].contains(text) }
    return false
  }
}
