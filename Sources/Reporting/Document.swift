/// A page of the report before it is HTML or Markdown: what is said, in which order.
///
/// Both formats are written from this value, so they say the same.
struct Document: Hashable, Sendable {
  /// The name of the file without its ending.
  var file: String
  /// The title in the navigation.
  var label: String
  /// The title at the top.
  var title: String
  /// The line under the title.
  var subtitle: String
  /// The chapters.
  var chapters: [Chapter]
  /// The pages among which it stands in the navigation, if it is one of several of a kind.
  var group: Group?
  /// The index of the type that it is about, which gives it a colour.
  var type: Int?
  /// Whether it stands apart: linked at the foot of each page, and in the navigation of itself alone.
  var isAside = false

  /// Pages of a kind, which stand together in the navigation, and lead to each other at their foot.
  enum Group: Hashable, Sendable {
    case types, strategies
  }
}

/// A chapter, or a part of one.
struct Chapter: Hashable, Sendable {
  /// The anchor.
  var id: String
  /// The title.
  var title: String
  /// The title in the navigation, when it should be shorter.
  var label: String?
  /// What it says.
  var blocks: [Block]

  init(_ id: String, _ title: String, label: String? = nil, _ blocks: [Block]) {
    self.id = id
    self.title = title
    self.label = label
    self.blocks = blocks
  }
}

/// A block of text.
indirect enum Block: Hashable, Sendable {
  case lead(Prose)
  case paragraph(Prose)
  case small(Prose)
  case heading(String)
  case bullets([Prose])
  case steps([Prose])
  case facts([Fact])
  case cards([Card])
  case table(Grid)
  case figure(Picture)
  case note(Prose)
  case part(Chapter)
  /// Detail behind a line that opens it.
  case folded(String, [Block])
  case downloads([Prose])
  /// The list of all units.
  case directory(Directory)
}

/// A term with what is said of it.
struct Fact: Hashable, Sendable {
  var term: String
  var text: Prose
}

/// A card of the overview: a type and its strategy at a glance.
struct Card: Hashable, Sendable {
  var type: Int
  var letter: String
  var title: String
  var link: String
  var lines: [Prose]
}

/// A figure with what it shows and how to read it.
struct Picture: Hashable, Sendable {
  /// The name of the file without its ending.
  var name: String
  /// The title.
  var title: String
  /// How to read it.
  var caption: String
  /// The figure.
  var svg: String
  /// Where its numbers stand.
  var data: Data

  /// Where the numbers of a figure stand.
  enum Data: Hashable, Sendable {
    /// Under it, folded.
    case table(Grid)
    /// On another page, which a link of this text leads to.
    case page(String, to: String)
  }
}

/// A table with a caption, column heads and, in the first column, row heads.
struct Grid: Hashable, Sendable {
  /// A column.
  struct Column: Hashable, Sendable {
    var title: String
    var isNumber: Bool
    /// Whether it holds sentences, which need room.
    var isLong = false

    static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    static func sentences(_ title: String) -> Column { Column(title: title, isNumber: false, isLong: true) }
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  /// A row; `isMarked` sets it off from the others, as the number of types that was chosen.
  struct Row: Hashable, Sendable {
    var cells: [Prose]
    var isMarked: Bool

    init(_ cells: [Prose], isMarked: Bool = false) {
      self.cells = cells
      self.isMarked = isMarked
    }
  }

  var caption: String
  var columns: [Column]
  var rows: [Row]
}

/// A run of text with emphasis, links and badges.
struct Prose: Hashable, Sendable, ExpressibleByStringInterpolation {
  enum Run: Hashable, Sendable {
    case text(String)
    case strong(String)
    case code(String)
    case link(String, to: String)
    case badge(type: Int, letter: String)
    case statement(Statement)
  }

  var runs: [Run]
  /// How dark the cell of a table is that holds it, from 0 to 9.
  var shade = 0

  init(_ text: String) { runs = [.text(text)] }
  init(_ runs: [Run]) { self.runs = runs }
  init(_ statement: Statement) { runs = [.statement(statement)] }
  init(stringLiteral value: String) { runs = [.text(value)] }
  init(stringInterpolation: Interpolation) { runs = stringInterpolation.runs }

  struct Interpolation: StringInterpolationProtocol, Sendable {
    var runs: [Run] = []

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { runs.append(.text(literal)) } }
    mutating func appendInterpolation(_ text: String) { runs.append(.text(text)) }
    mutating func appendInterpolation(strong text: String) { runs.append(.strong(text)) }
    mutating func appendInterpolation(code text: String) { runs.append(.code(text)) }
    mutating func appendInterpolation(_ text: String, to address: String) { runs.append(.link(text, to: address)) }
    mutating func appendInterpolation(_ prose: Prose) { runs += prose.runs }
    mutating func appendInterpolation(_ statement: Statement) { runs.append(.statement(statement)) }
    mutating func appendInterpolation(type index: Int, letter: String) {
      runs.append(.badge(type: index, letter: letter))
    }
  }

  /// The number of characters, links and badges included.
  var length: Int {
    runs.reduce(0) { sum, run in
      switch run {
      case .text(let text), .strong(let text), .code(let text), .link(let text, to: _): sum + text.count
      case .badge(_, let letter): sum + letter.count
      case .statement(let statement): sum + statement.text.count
      }
    }
  }

  /// Returns pieces with a text between them.
  static func joined(_ pieces: [Prose], separator: String) -> Prose {
    var runs: [Run] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0 { runs.append(.text(separator)) }
      runs += piece.runs
    }
    return Prose(runs)
  }
}
