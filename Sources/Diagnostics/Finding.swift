/// One thing that was noticed about an input: where it stands, what it is, and how to mend it.
///
/// A finding carries facts; ``rendered`` turns them into the text that a terminal shows. Every finding of a run is kept,
/// so that a user can mend all of them at once.
public struct Finding: Hashable, Sendable {
  /// How much a finding weighs: a note informs, a warning asks for a look, an error stops the stage.
  public enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
    case note, warning, error

    /// Orders levels by weight.
    public static func < (left: Level, right: Level) -> Bool {
      left.weight < right.weight
    }

    private var weight: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// How much this finding weighs.
  public var level: Level
  /// The stable name of the rule that found it, in kebab case: `unknown-key`, `not-a-number`.
  public var rule: String
  /// Where it stands, as far as that is known.
  public var place: Place
  /// The offending value as it was written, if there is one.
  public var value: String?
  /// What is wrong, as one sentence fragment without a full stop.
  public var message: String
  /// How to mend it, as an instruction without a full stop.
  public var mend: String

  /// Creates a finding from its facts.
  public init(
    _ level: Level, rule: String, at place: Place = Place(), value: String? = nil, message: String, mend: String
  ) {
    self.level = level
    self.rule = rule
    self.place = place
    self.value = value
    self.message = message
    self.mend = mend
  }

  /// The finding as a terminal shows it: place, level and message, the line itself with a mark under the culprit, the mend.
  ///
  /// ```text
  /// wave.csv:118:10: error: 'income_band' holds "n/a", which is not a number
  ///   118 | 0412;3;2;n/a;1
  ///       |          ^~~
  ///   mend: add "n/a" to `missing` for income_band in wave.yaml, or correct the cell
  /// ```
  public var rendered: String {
    var text = ""
    if let position = place.position { text += position + ": " }
    text += "\(level.rawValue): \(message)\n"
    if let line = place.line, let excerpt = place.excerpt {
      let number = String(line)
      let gutter = String(repeating: " ", count: number.count)
      let shown = Excerpt(excerpt, column: place.column, width: place.width)
      text += "  \(number) | \(shown.text)\n"
      if let mark = shown.mark { text += "  \(gutter) | \(mark)\n" }
    }
    text += "  mend: \(mend)"
    return text
  }
}

/// A line as a terminal shows it: the part around the culprit when it is long, and the mark under the culprit.
private struct Excerpt {
  var text: String
  var mark: String?

  /// The most characters that are shown of a line.
  private static let most = 100
  /// The characters that are shown before the culprit when the line is cut there.
  private static let before = 30

  init(_ line: String, column: Int?, width: Int) {
    let characters = Array(line)
    let culprit = max(0, (column ?? 1) - 1)
    var start = 0
    if characters.count > Self.most, culprit + width > Self.most {
      start = min(max(0, culprit - Self.before), characters.count)
    }
    let end = min(characters.count, start + Self.most)
    let head = start > 0 ? "…" : ""
    text = head + String(characters[start..<end]) + (end < characters.count ? "…" : "")
    guard column != nil else { return }
    let tail = max(0, min(width, end - culprit) - 1)
    mark = String(repeating: " ", count: head.count + culprit - start) + "^" + String(repeating: "~", count: tail)
  }
}

/// A place in an input file, as precise as is known.
public struct Place: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String?
  /// The line, counted from 1.
  public var line: Int?
  /// The character within the line, counted from 1.
  public var column: Int?
  /// The name of the column of a table, or of the key, that the finding is about.
  public var field: String?
  /// The text of the line.
  public var excerpt: String?
  /// The number of characters that the culprit takes, at least 1.
  public var width: Int

  /// Creates a place; whatever is not known is left out.
  public init(
    file: String? = nil, line: Int? = nil, column: Int? = nil, field: String? = nil, excerpt: String? = nil,
    width: Int = 1
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.excerpt = excerpt
    self.width = width
  }

  /// File, line and column with colons between, or nothing when not even the file is known.
  public var position: String? {
    guard let file else { return nil }
    return [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
  }
}
