/// A page for a terminal: plain text that is broken between words, so that no line is longer than the page is wide.
///
/// A width counts characters as a reader sees them. A word that is longer than the room it has keeps its line to itself. No
/// line ends with a space, and between two blocks there is at most one empty line.
public struct TextPage: Sendable {
  /// A column of a table.
  public struct Column: Hashable, Sendable {
    /// What stands above it.
    public var heading: String
    /// Whether its cells are numbers, which end where the column ends.
    public var isNumber: Bool

    /// Creates a column.
    public init(_ heading: String, isNumber: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  /// The most characters of a line.
  public let width: Int
  private var lines: [String] = []

  /// Creates an empty page.
  ///
  /// - Parameter width: The most characters of a line.
  public init(width: Int = 100) {
    self.width = width
  }

  /// The page as text; each line ends in a line break.
  public var text: String {
    let end = lines.lastIndex { !$0.isEmpty } ?? -1
    return lines[...end].map { $0 + "\n" }.joined()
  }

  /// Leaves an empty line, unless there is one already or nothing stands above it.
  public mutating func space() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// Adds a heading with a line below it, set apart from what stands above.
  ///
  /// - Parameters:
  ///   - text: The heading.
  ///   - mark: What the line is made of.
  public mutating func heading(_ text: String, mark: Character = "-") {
    space()
    let rows = wrapped(text, to: width)
    lines += rows
    lines.append(String(repeating: mark, count: rows.map(\.count).max() ?? 0))
  }

  /// Adds a paragraph.
  ///
  /// - Parameters:
  ///   - text: The paragraph.
  ///   - indent: The number of spaces before every line.
  public mutating func paragraph(_ text: String, indent: Int = 0) {
    item("", text, column: indent)
  }

  /// Adds a text beside a mark or a term: the text begins at a column, and goes on below itself.
  ///
  /// - Parameters:
  ///   - mark: What stands before the text; a line of its own when it leaves no room.
  ///   - text: The text.
  ///   - indent: The number of spaces before the mark.
  ///   - column: The number of characters before the text.
  public mutating func item(_ mark: String, _ text: String, indent: Int = 0, column: Int) {
    let margin = spaces(column)
    var head = spaces(indent) + mark
    if !mark.isEmpty, head.count >= column {
      lines.append(head)
      head = ""
    }
    for (position, row) in wrapped(text, to: width - column).enumerated() {
      let before = position == 0 ? head + spaces(column - head.count) : margin
      lines.append(trimmedEnd(before + row))
    }
  }

  /// Adds a table: a row of headings and one row for each row of cells, two spaces between columns.
  ///
  /// When the page is too narrow, the widest column is narrowed first, and its cells go on below themselves.
  ///
  /// - Parameters:
  ///   - columns: The columns.
  ///   - rows: For each row its cells, one a column.
  ///   - indent: The number of spaces before every line.
  public mutating func table(_ columns: [Column], _ rows: [[String]], indent: Int = 0) {
    let cells = [columns.map(\.heading)] + rows
    var widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let room = width - indent - 2 * (columns.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 4, let column = widths.firstIndex(of: widest)
    {
      widths[column] -= 1
    }
    for row in cells {
      let broken = zip(row, widths).map { wrapped($0, to: $1) }
      for line in 0..<(broken.map(\.count).max() ?? 0) {
        let parts = columns.indices.map { column -> String in
          let part = line < broken[column].count ? broken[column][line] : ""
          let air = spaces(widths[column] - part.count)
          return columns[column].isNumber ? air + part : part + air
        }
        lines.append(trimmedEnd(spaces(indent) + parts.joined(separator: "  ")))
      }
    }
  }
}

/// Breaks a text between words into lines of at most so many characters; an empty text is one empty line.
private func wrapped(_ text: String, to width: Int) -> [String] {
  var rows: [String] = []
  var row = ""
  for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
    if row.isEmpty {
      row = String(word)
    } else if row.count + 1 + word.count <= width {
      row += " " + word
    } else {
      rows.append(row)
      row = String(word)
    }
  }
  return rows + [row]
}

private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

private func trimmedEnd(_ line: String) -> String {
  var line = line
  while line.hasSuffix(" ") { line.removeLast() }
  return line
}
