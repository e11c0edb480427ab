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

/// A publication in one language with what it says of numbers.
public struct Edition: Hashable, Sendable {
  /// The files, sorted by path.
  public var files: [PublicationFile] = []
  /// Every sentence and cell that names the sources of its numbers, in the order in which they are printed.
  public var statements: [Statement] = []
}

/// The forms in which the text of a report is written.
public struct PublicationForms: OptionSet, Hashable, Sendable {
  /// Pages of HTML.
  public static let pages = PublicationForms(rawValue: 1)
  /// One text of Markdown.
  public static let markdown = PublicationForms(rawValue: 2)
  /// Both.
  public static let all: PublicationForms = [.pages, .markdown]
  /// Slides for a presentation, in one file.
  public static let slides = PublicationForms(rawValue: 4)
  /// A bulletin of two pages, in one file.
  public static let bulletin = PublicationForms(rawValue: 8)
  /// The self-scan, in one file; none when the report has none.
  public static let selfScan = PublicationForms(rawValue: 16)

  /// The forms as bits.
  public let rawValue: Int

  /// Creates forms from bits.
  public init(rawValue: Int) { self.rawValue = rawValue }
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
  ///   - workbook: The workbook that the caller puts beside the pages, if there is one; the pages link to it.
  ///   - forms: What is wanted; the figures come with pages and with Markdown.
  /// - Returns: The files, sorted by path.
  public func publication(
    in language: Language, data: [String] = [], workbook: String? = nil, forms: PublicationForms = .all
  ) -> [PublicationFile] {
    edition(in: language, data: data, workbook: workbook, forms: forms).files
  }

  /// Returns the publication in one language as ``publication(in:data:workbook:forms:)``, with its statements.
  public func edition(
    in language: Language, data: [String] = [], workbook: String? = nil, forms: PublicationForms = .all
  ) -> Edition {
    if forms.isEmpty { return Edition() }
    let writer = ReportWriter(self, language, beside: forms)
    let hasPages = forms.contains(.pages)
    var alone: [(link: Prose, file: PublicationFile, statements: [Statement])] = []
    func add(_ link: (String) -> String, _ made: (file: PublicationFile, statements: [Statement])) {
      alone.append(("\(link(made.file.path), to: made.file.path)", made.file, made.statements))
    }
    if writer.hasSelfScan, let selfScan { add(writer.phrases.selfScan, writer.selfScan(selfScan, hasPages: hasPages)) }
    if writer.hasBulletin { add(writer.phrases.bulletin, writer.bulletinPage(hasPages: hasPages)) }
    if writer.hasSlides { add(writer.phrases.slides, writer.deck(hasPages: hasPages)) }
    if forms.isDisjoint(with: .all) {
      return Edition(files: alone.map(\.file), statements: alone.flatMap(\.statements))
    }
    var documents = writer.documents()
    let links: [Prose] =
      alone.map(\.link)
      + (workbook.map { ["\(writer.phrases.workbook($0), to: $0)"] } ?? [])
      + data.map { name in "\(writer.phrases.data(name), to: "data/\(name)")" }
    if !links.isEmpty, let account = documents.firstIndex(where: { $0.file == "account" }) {
      documents[account].chapters.append(Chapter("data", writer.phrases.dataTitle, [.downloads(links)]))
    }
    var files: [PublicationFile] = []
    if forms.contains(.pages) {
      files += documents.map { document in
        PublicationFile(
          path: document.file + ".html",
          text: PageWriter(document: document, pages: documents, report: self, phrases: writer.phrases).page())
      }
    }
    if forms.contains(.markdown) {
      let markdown = MarkdownWriter(documents: documents, report: self, phrases: writer.phrases)
      files.append(PublicationFile(path: "report.md", text: markdown.text()))
    }
    var drawn: Set<String> = []
    for picture in documents.flatMap({ pictures(in: $0.chapters) }) where drawn.insert(picture.name).inserted {
      files.append(PublicationFile(path: "figures/\(picture.name).svg", text: picture.svg))
    }
    files += alone.map(\.file)
    return Edition(
      files: files.sorted { $0.path < $1.path },
      statements: documents.flatMap(\.statements) + alone.flatMap(\.statements))
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
