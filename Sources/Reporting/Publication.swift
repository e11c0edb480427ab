public import Texts

/// A file of a publication, by its path within the folder of one language.
public struct PublicationFile: Hashable, Sendable {
  /// The path: `index.html`, `figures/map.svg`.
  public var path: String
  /// What the file holds.
  public var text: String

  /// Creates a file.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

extension Report {
  /// Returns the publication in one language: the pages, the same as Markdown, and each figure as a file.
  ///
  /// The pages link to each other, to `figures/`, and to the same page in the folder of the other language beside it;
  /// style and figures stand in the pages themselves, so that each can be read without network and without scripts.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - data: The tables that the caller puts into `data/`, by the names of their files; the pages link to them.
  /// - Returns: The files, sorted by path.
  public func publication(in language: Language, data: [String] = []) -> [PublicationFile] {
    let writer = ReportWriter(self, language)
    var documents = writer.documents()
    if !data.isEmpty, let account = documents.firstIndex(where: { $0.file == "account" }) {
      let links: [Prose] = data.map { name in "\(writer.phrases.data(name), to: "data/\(name)")" }
      documents[account].chapters.append(Chapter("data", writer.phrases.dataTitle, [.downloads(links)]))
    }
    var files = documents.map { document in
      PublicationFile(
        path: document.file + ".html",
        text: PageWriter(document: document, pages: documents, report: self, phrases: writer.phrases).page())
    }
    let markdown = MarkdownWriter(documents: documents, report: self, phrases: writer.phrases)
    files.append(PublicationFile(path: "report.md", text: markdown.text()))
    var drawn: Set<String> = []
    for picture in documents.flatMap({ pictures(in: $0.chapters) }) where drawn.insert(picture.name).inserted {
      files.append(PublicationFile(path: "figures/\(picture.name).svg", text: picture.svg))
    }
    return files.sorted { $0.path < $1.path }
  }

  private func pictures(in chapters: [Chapter]) -> [Picture] {
    chapters.flatMap { chapter in
      chapter.blocks.flatMap { block -> [Picture] in
        switch block {
        case .figure(let picture): [picture]
        case .part(let part): pictures(in: [part])
        case .folded(_, let blocks): pictures(in: [Chapter("", "", blocks)])
        default: []
        }
      }
    }
  }
}
