// How much fits two sheets of paper.

/// Parts of a bulletin that can be missed when there is no room for them.
struct BulletinExtras: OptionSet, Hashable, Sendable {
  let rawValue: Int

  /// The map of the types.
  static let map = BulletinExtras(rawValue: 1)
  /// What each type is like.
  static let portraits = BulletinExtras(rawValue: 2)
  /// The first step of each type.
  static let steps = BulletinExtras(rawValue: 4)
  /// The figure of the units that went from type to type.
  static let flows = BulletinExtras(rawValue: 8)

  static let all: BulletinExtras = [.map, .portraits, .steps, .flows]
  /// What is left out first stands first.
  static let inOrder: [BulletinExtras] = [.map, .portraits, .flows, .steps]
}

extension Bulletin {
  /// The number of lines of a column that two sheets hold, with what is lost at the ends of columns.
  static let mostLines = 232.0
  /// The number of letters in a line of a column.
  private static let letters = 50

  /// About how many lines of a column it takes on paper, measured in lines of a paragraph.
  ///
  /// What stands above the columns counts twice, because it goes across both.
  var lines: Double {
    let head = lead.reduce(0) { $0 + Self.lines($1.length, of: 105) + 0.5 } + Self.lines(headline.count, of: 55) * 1.6
    return 2 * (head + 5) + chapters.reduce(0) { $0 + Self.lines($1) }
  }

  private static func lines(_ letters: Int, of line: Int) -> Double { Double((letters + line - 1) / line) }

  private static func lines(_ chapter: Chapter) -> Double {
    chapter.blocks.reduce(2.6 + lines(chapter.title.count, of: 36)) { $0 + lines($1) }
  }

  private static func lines(_ block: Block) -> Double {
    switch block {
    case .lead(let prose), .paragraph(let prose), .note(let prose): lines(prose.length, of: letters) + 0.4
    case .small(let prose): lines(prose.length, of: 56) * 0.9 + 0.4
    case .bullets(let items), .steps(let items), .downloads(let items):
      items.reduce(0) { $0 + lines($1.length, of: letters - 5) + 0.4 }
    case .table(let grid): lines(grid)
    case .figure(let picture): picture.name == "map" ? 36 : 26
    case .heading, .facts, .cards, .part, .folded, .directory: 0
    }
  }

  /// The lines of a table: words share the room that numbers leave, in equal parts; bold ones take more of it.
  private static func lines(_ grid: Grid) -> Double {
    let words = grid.columns.count { !$0.isNumber }
    let room = max(8, (46 - 7 * (grid.columns.count - words)) / max(1, words))
    func lines(_ texts: [Int], isBold: Bool) -> Double {
      let most =
        zip(grid.columns, texts).map { column, letters in
          column.isNumber ? 1 : Self.lines(isBold ? letters * 6 / 5 : letters, of: room)
        }.max() ?? 1
      return most * 0.82 + 0.4
    }
    return grid.rows.reduce(2.6 + lines(grid.columns.map(\.title.count), isBold: true)) {
      $0 + lines($1.cells.map(\.length), isBold: $1.isMarked)
    }
  }
}
