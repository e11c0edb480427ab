/// Text for a terminal: paragraphs that are broken at spaces, and tables with aligned columns.
enum TextLayout {
  /// The most characters in a line.
  static let width = 100

  /// Breaks a text into lines at its spaces; a longer word has a line of its own, and a no-break space never ends a line.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The most characters in a line.
  ///   - first: What the first line begins with.
  /// - Returns: The lines; the others begin with as many spaces as `first` is long.
  static func paragraph(_ text: String, width: Int = width, first: String = "") -> [String] {
    let indent = String(repeating: " ", count: first.count)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, first.count + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    return lines.enumerated().map { ($0 == 0 ? first : indent) + $1 }
  }

  /// Returns a table: the first column to the left, and broken where it is too long; the others to the right, all rows having
  /// as many cells as the header.
  static func table(_ header: [String], _ rows: [[String]]) -> [String] {
    var widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
    let others = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
    widths[0] = min(widths[0], max(20, width - others))
    return ([header] + rows).flatMap { cells in
      let labels = paragraph(cells[0], width: widths[0])
      let tail = cells.indices.dropFirst().map { column in
        "  " + padded(cells[column], widths[column], toLeft: false)
      }.joined()
      return labels.enumerated().map { index, label in
        let last = index == labels.count - 1
        let line = last ? padded(label, widths[0], toLeft: true) + tail : label
        return String(line.reversed().drop { $0 == " " }.reversed())
      }
    }
  }

  private static func padded(_ text: String, _ width: Int, toLeft: Bool) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.count))
    return toLeft ? text + spaces : spaces + text
  }
}
