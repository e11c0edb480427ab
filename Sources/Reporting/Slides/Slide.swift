import Texts

/// A slide before it is HTML: what is seen, and what is said with it.
struct Slide: Hashable, Sendable {
  /// The anchor.
  var id: String
  /// The title.
  var title: String
  /// The index of the type that it is about, which gives it a badge and a colour.
  var type: Int?
  /// What is seen under the title.
  var parts: [Part]
  /// What is said, a paragraph each.
  var notes: [Prose]

  /// Something that is seen.
  enum Part: Hashable, Sendable {
    /// A sentence.
    case line(Prose)
    /// What must be remembered.
    case strong(Prose)
    /// Large numbers, each with what it counts.
    case numbers([Number])
    case bullets([Prose])
    case steps([Prose])
    case bars(Bars)
    case map(Map)
    /// Two halves beside each other.
    case halves([Part], [Part])
  }

  /// A large number with what it counts.
  struct Number: Hashable, Sendable {
    var number: Prose
    var of: String
  }

  /// A table of which some cells are bars.
  struct Bars: Hashable, Sendable {
    /// A row: its head, and a cell for each column.
    struct Row: Hashable, Sendable {
      var head: Prose
      var cells: [Cell]
    }

    /// A cell.
    enum Cell: Hashable, Sendable {
      case text(Prose)
      /// A bar over a part of its column, from 0 to 1, with the words beside it; of the colour of a type, if of one.
      case bar(ClosedRange<Double>, Prose, type: Int?)
      /// A bar from the middle of its column, to the left below 0 and to the right above, at most 1 either way.
      case departure(Double)
    }

    var caption: String
    /// The heads of the columns after the first; none when the caption says it all.
    var heads: [String]
    var rows: [Row]
    /// Whether it goes on on another slide, so that both must have letters of one size.
    var isPart = false

    /// Whether there is so little in it that it can be set larger.
    var isSmall: Bool { !isPart && rows.count <= 3 && heads.isEmpty && rows.allSatisfy { $0.head.plain.count <= 26 } }
  }

  /// A map with its legend.
  struct Map: Hashable, Sendable {
    var svg: String
    /// What each pattern means: the swatch as SVG, and the words.
    var legend: [Entry]
    /// The credit of the makers of the boundaries.
    var credit: String

    /// An entry of the legend.
    struct Entry: Hashable, Sendable {
      var swatch: String
      var text: Prose
    }
  }
}

extension Slide {
  /// The number of words that are read from the slide: title and sentences, without what stands in figures and tables.
  var words: Int { Self.words(title) + parts.reduce(0) { $0 + Self.words($1) } }

  /// Whether the title or the only row of a table says what a caption would say once more.
  func says(_ caption: String) -> Bool {
    title.hasPrefix(caption)
      || parts.contains { part in
        if case .bars(let bars) = part { bars.rows.count == 1 && bars.rows[0].head.plain == caption } else { false }
      }
  }

  /// Every run of text on the slide and in its notes.
  var prose: [Prose] { parts.flatMap(Self.prose) + notes }

  private static func prose(_ part: Part) -> [Prose] {
    switch part {
    case .line(let prose), .strong(let prose): [prose]
    case .numbers(let numbers): numbers.map(\.number)
    case .bullets(let items), .steps(let items): items
    case .bars(let bars):
      bars.rows.flatMap { row in
        [row.head]
          + row.cells.compactMap { cell in
            switch cell {
            case .text(let prose), .bar(_, let prose, type: _): prose
            case .departure: nil
            }
          }
      }
    case .map(let map): map.legend.map(\.text)
    case .halves(let left, let right): (left + right).flatMap(prose)
    }
  }

  /// The number of words of a part.
  static func words(_ part: Part) -> Int {
    switch part {
    case .line(let prose), .strong(let prose): words(prose.plain)
    case .numbers(let numbers): numbers.reduce(0) { $0 + words($1.number.plain) + words($1.of) }
    case .bullets(let items), .steps(let items): items.reduce(0) { $0 + words($1.plain) }
    case .halves(let left, let right): (left + right).reduce(0) { $0 + words($1) }
    case .bars, .map: 0
    }
  }

  private static func words(_ text: String) -> Int {
    text.split { $0.isWhitespace }.count { $0.contains { $0.isLetter || $0.isNumber } }
  }
}

extension Prose {
  /// The text as it is read, without emphasis and addresses.
  var plain: String {
    runs.map { run in
      switch run {
      case .text(let text), .strong(let text), .code(let text), .link(let text, to: _): text
      case .badge(_, let letter): letter
      case .statement(let statement): statement.text
      }
    }.joined()
  }
}
