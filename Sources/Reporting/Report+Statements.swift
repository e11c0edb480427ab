public import Texts

extension Report {
  /// The statements of the report in one language, in the order in which they are printed.
  ///
  /// - Parameter language: The language.
  /// - Returns: Every sentence and cell that names the sources of its numbers.
  public func statements(in language: Language) -> [Statement] {
    ReportWriter(self, language).documents().flatMap(\.prose).flatMap { prose in
      prose.runs.compactMap { run in
        if case .statement(let statement) = run { statement } else { nil }
      }
    }
  }
}

extension Document {
  /// Every run of text in the document, in the order in which it is printed.
  var prose: [Prose] { chapters.flatMap(\.prose) }
}

extension Chapter {
  /// Every run of text in the chapter.
  var prose: [Prose] { blocks.flatMap(\.prose) }
}

extension Block {
  /// Every run of text in the block.
  var prose: [Prose] {
    switch self {
    case .lead(let prose), .paragraph(let prose), .small(let prose), .note(let prose): [prose]
    case .bullets(let items), .steps(let items), .downloads(let items): items
    case .facts(let facts): facts.map(\.text)
    case .cards(let cards): cards.flatMap(\.lines)
    case .table(let grid): grid.rows.flatMap(\.cells)
    case .part(let chapter): chapter.prose
    case .directory(let list): list.letters.flatMap(\.entries).flatMap(\.cells)
    case .folded(_, let blocks): blocks.flatMap(\.prose)
    case .heading, .figure: []
    }
  }
}
