import Texts

// The slides: which there are, and in which order.

extension ReportWriter {
  /// The slides, from the title to where all of it can be read.
  ///
  /// Each stands on facts of the report, so a slide whose facts are not there is left out: the risks of doing nothing
  /// without consequences, the map without boundaries, what changed without an earlier wave.
  ///
  /// - Parameter hasPages: Whether the pages of the report stand beside them, which the last slide leads to.
  /// - Returns: The slides; how many there are follows from the types.
  func slides(hasPages: Bool) -> [Slide] {
    let opening = [titleSlide(), questionSlide(), nothingSlide(), responseSlide()].compactMap { $0 }
    let types = typeSlides() + [mapSlide()].compactMap { $0 } + report.types.indices.map(slide(ofType:))
    let choice = choiceSlides() + [criteriaSlide()].compactMap { $0 } + surenessSlides()
    let closing = [changeSlide(), limitSlide(), nowSlide(hasPages: hasPages), moreSlide(hasPages: hasPages)]
    return opening + types + choice + closing.compactMap { $0 }
  }

  /// The name of the file with the slides.
  static let slideFile = "slides.html"

  /// The file with the slides, and what they say of numbers.
  func deck(hasPages: Bool) -> (file: PublicationFile, statements: [Statement]) {
    let slides = slides(hasPages: hasPages)
    let document = Document(file: "slides", label: phrases.slides, title: phrases.slides, subtitle: "", chapters: [])
    let page = PageWriter(document: document, pages: [], report: report, phrases: phrases)
    let text = SlidePage(slides: slides, report: report, page: page).text()
    let statements = slides.flatMap(\.prose).flatMap { prose in
      prose.runs.compactMap { run in if case .statement(let statement) = run { statement } else { nil } }
    }
    return (PublicationFile(path: Self.slideFile, text: text), statements)
  }

  // MARK: Room

  /// The most words on a slide beside figures and tables.
  static let mostWords = 25

  /// Returns parts of which the last are left out when there would be too many words with them.
  func fitting(_ title: String, _ needed: [Slide.Part], then wished: [Slide.Part]) -> [Slide.Part] {
    var slide = Slide(id: "", title: title, parts: needed, notes: [])
    for part in wished where slide.words + Slide.words(part) <= Self.mostWords { slide.parts.append(part) }
    return slide.parts
  }

  /// Returns a name that can be read from the back of a room: cut after a word that says something when it is long, with an
  /// ellipsis.
  func brief(_ name: String, _ most: Int = 48) -> String {
    guard name.count > most else { return name }
    var words = name.prefix(most + 1).split(separator: " ")
    if words.count > 1 { words.removeLast() }
    while words.count > 1, let last = words.last, last.count <= 3 { words.removeLast() }
    var kept = words.joined(separator: " ")
    if kept.count > most { kept = String(kept.prefix(most)) }
    while let last = kept.last, last.isWhitespace || last.isPunctuation { kept.removeLast() }
    return kept + "…"
  }

  /// Returns rows in parts that each fit a slide.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - room: The height of the rows, in tenths of a hundredth of the slide's height.
  ///   - lines: How many lines a row takes.
  /// - Returns: As few parts as will do, of about the same size; one without rows.
  func parts<Row>(of rows: [Row], room: Int = 640, lines: (Row) -> Int) -> [[Row]] {
    let heights = rows.map { 56 * lines($0) + 22 }
    let total = heights.reduce(0, +)
    let count = max(1, (total + room - 1) / room)
    let share = (total + count - 1) / count
    var parts: [[Row]] = [[]]
    var used = 0
    for (row, height) in zip(rows, heights) {
      if used > 0, used + height > room || used + height / 2 > share {
        parts.append([])
        used = 0
      }
      parts[parts.count - 1].append(row)
      used += height
    }
    return parts
  }

  /// Returns as many of the first rows as fit a slide.
  func first<Row>(_ most: Int, of rows: [Row], room: Int = 640, lines: (Row) -> Int) -> [Row] {
    Array(parts(of: Array(rows.prefix(most)), room: room, lines: lines).first ?? [])
  }

  /// How many lines a text takes in a column that holds a number of letters.
  func lines(_ text: String, of letters: Int) -> Int {
    var (lines, used) = (1, 0)
    for word in text.split(separator: " ") {
      if used > 0, used + word.count > letters { (lines, used) = (lines + 1, 0) }
      lines += max(0, word.count - 1) / letters
      used += word.count + 1
    }
    return lines
  }

  /// The badge and the name of a type.
  func slideName(of type: Int) -> Prose {
    let facts = report.types[type]
    return "\(type: type, letter: facts.letter) \(brief(facts.name[language], 36))"
  }
}
