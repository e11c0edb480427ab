/// A file with names in its first row, as a spreadsheet or statistics program writes it.
enum PlainHeading {
  /// Names the columns after the first row; further heading rows tell the question.
  static func columns(_ headings: Headings, rows: Int) -> [ExportColumn] {
    (0..<headings.width).map { position in
      let heading = rows == 0 ? "" : headings.row(0)[position]
      let text = (1..<max(1, rows)).map { headings.row($0)[position] }.filter { !$0.isEmpty }
      return ExportColumn(
        position: position, names: heading.isEmpty ? [] : [heading], text: withoutTags(text.joined(separator: " ")))
    }
  }
}
