import Texts

/// Scalable vector graphics as text, in which every label and attribute is escaped.
///
/// Names of elements and attributes are literals of this program; everything else goes through ``escaped(_:)``. There is
/// no way in for text that is already marked up, so a label `<script>` stays a label.
public struct Markup: Sendable {
  /// The text written until now.
  public private(set) var text = ""

  /// Creates an empty text.
  public init() {}

  /// The value of an attribute.
  public enum Value: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral
  {
    /// A text, escaped when it is written.
    case text(String)
    /// A coordinate or length, written with at most one decimal.
    case number(Double)

    /// Creates a text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// Creates a number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// Creates a whole number.
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
  }

  /// Adds an element that holds nothing, or only text.
  public mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, Value> = [:], text content: String? = nil
  ) {
    openTag(name, attributes)
    if let content {
      text += ">" + Self.escaped(content) + "</\(name)>"
    } else {
      text += "/>"
    }
  }

  /// Adds an element that holds what `body` adds.
  public mutating func group(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, Value> = [:], _ body: (inout Markup) -> Void
  ) {
    openTag(name, attributes)
    text += ">"
    body(&self)
    text += "</\(name)>"
  }

  /// Adds what another builder wrote.
  public mutating func append(_ other: Markup) {
    text += other.text
  }

  /// Adds a line break between elements, for people who read the file.
  public mutating func newline() {
    text += "\n"
  }

  private mutating func openTag(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, Value>) {
    text += "<\(name)"
    for (key, value) in attributes {
      text += " \(key)=\""
      switch value {
      case .text(let string): text += Self.escaped(string)
      case .number(let number): text += Self.coordinate(number)
      }
      text += "\""
    }
  }

  /// Returns a text in which nothing is markup, without the characters that XML does not allow, and without what hides
  /// or reorders text (`LegibleText`).
  public static func escaped(_ string: String) -> String {
    var result = ""
    for scalar in LegibleText.of(string).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += " "
      default:
        let value = scalar.value
        if value < 0x20 || (0x7F...0x9F).contains(value) || value & 0xFFFE == 0xFFFE { continue }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Returns a coordinate with at most one decimal, rounded half away from zero; what is not finite becomes 0.
  public static func coordinate(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "0" }
    return tenths(Int((value * 10).rounded(.toNearestOrAwayFromZero)))
  }

  /// Returns a count of tenths as a number: 15 becomes `1.5`, −3 becomes `-.3`.
  static func tenths(_ count: Int) -> String {
    let whole = count.magnitude / 10
    let rest = count.magnitude % 10
    let sign = count < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return whole == 0 ? "\(sign).\(rest)" : "\(sign)\(whole).\(rest)"
  }
}
