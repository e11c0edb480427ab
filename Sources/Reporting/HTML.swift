import Texts

/// A piece of a page that is safe to put between other pieces: every text in it has been escaped.
///
/// The ordinary initialiser escapes. Markup is written as a literal whose interpolated texts are escaped; only
/// ``init(unescaped:)`` takes a text as it is.
///
/// ```swift
/// let name = "<script>"
/// HTML(markup: "<b class=\"name\">\(name)</b>").text  // <b class="name">&lt;script&gt;</b>
/// ```
public struct HTML: Hashable, Sendable {
  /// The markup.
  public private(set) var text: String

  /// Creates a piece that shows a text as it is, whatever it holds.
  public init(_ text: String) {
    self.text = HTML.escaped(text)
  }

  /// Creates a piece from a literal with markup; what is interpolated is escaped, unless it is HTML already.
  public init(markup: Markup) {
    self.text = markup.text
  }

  /// Creates a piece from markup that was made and escaped elsewhere, such as a figure.
  public init(unescaped markup: String) {
    self.text = markup
  }

  /// The empty piece.
  public static let empty = HTML(unescaped: "")

  /// What a page may load: nothing, but its own style, and the one script with a digest, where it has one.
  ///
  /// - Parameter digest: The SHA-256 digest of the script in base 64; `nil` for a page without one.
  /// - Returns: The element for the head of the page.
  static func policy(scriptDigest digest: String?) -> HTML {
    let script = digest.map { "; script-src 'sha256-\($0)'" } ?? ""
    return HTML(
      unescaped: """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'\(script); \
        base-uri 'none'; form-action 'none'">
        """)
  }

  /// Adds a piece at the end.
  public static func += (left: inout HTML, right: HTML) {
    left.text += right.text
  }

  /// Returns two pieces, one after the other.
  public static func + (left: HTML, right: HTML) -> HTML {
    HTML(unescaped: left.text + right.text)
  }

  /// Returns a text with the five characters that mean something in HTML replaced, for content and attributes alike.
  ///
  /// Control characters that HTML does not allow are dropped, and so is what hides or reorders text (`LegibleText`).
  static func escaped(_ text: String) -> String {
    if LegibleText.isPlain(text) { return text }
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in LegibleText.of(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension HTML {
  /// A literal with markup in which interpolated texts are escaped.
  public struct Markup: ExpressibleByStringInterpolation, Sendable {
    fileprivate var text: String

    /// Creates markup from a literal.
    public init(stringLiteral value: String) { text = value }
    /// Creates markup from the parts of a literal.
    public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// Gathers the parts of a literal.
    public struct Interpolation: StringInterpolationProtocol, Sendable {
      fileprivate var text = ""

      /// Prepares for a literal of a certain size.
      public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
      /// Adds markup as written.
      public mutating func appendLiteral(_ literal: String) { text += literal }
      /// Adds a text, escaped.
      public mutating func appendInterpolation(_ value: String) { text += HTML.escaped(value) }
      /// Adds a whole number.
      public mutating func appendInterpolation(_ value: Int) { text += String(value) }
      /// Adds a piece that is escaped already.
      public mutating func appendInterpolation(_ value: HTML) { text += value.text }
    }
  }
}

extension Sequence where Element == HTML {
  /// Returns all pieces, one after the other.
  public func joined(separator: String = "") -> HTML {
    HTML(unescaped: map(\.text).joined(separator: HTML.escaped(separator)))
  }
}
