/// The list of all units: in the order of their names, under the letter with which each begins.
struct Directory: Hashable, Sendable {
  /// A unit.
  struct Entry: Hashable, Sendable {
    /// Its anchor: `unit-GM0344`.
    var id: String
    /// Its name.
    var name: String
    /// Other spellings by which it can be found.
    var also: [String]
    /// What it can be filtered by: the position of its type, `few` or `none`.
    var kind: String
    /// What is said of it, one cell a column after the first; or a single one that stands across all of them.
    var cells: [Prose]
  }

  /// Units whose names begin with the same letter.
  struct Letter: Hashable, Sendable {
    /// The letter, or `#` for what begins with none.
    var letter: String
    /// Its anchor: `letter-A`.
    var id: String
    /// The units.
    var entries: [Entry]
  }

  /// What can be filtered by, with its name in the list.
  struct Kind: Hashable, Sendable {
    var value: String
    var label: String
  }

  var caption: String
  var columns: [String]
  var kinds: [Kind]
  var letters: [Letter]

  /// Creates a list; names under the same letter come together where it comes first.
  init(caption: String, columns: [String], kinds: [Kind], entries: [Entry]) {
    self.caption = caption
    self.columns = columns
    self.kinds = kinds
    letters = []
    for entry in entries {
      let letter = Self.letter(of: entry.name)
      if let place = letters.firstIndex(where: { $0.letter == letter }) {
        letters[place].entries.append(entry)
      } else {
        letters.append(Letter(letter: letter, id: "letter-" + (letter == "#" ? "other" : letter), entries: [entry]))
      }
    }
  }

  /// The list as an ordinary table.
  var grid: Grid {
    Grid(
      caption: caption, columns: columns.map { .text($0) },
      rows: letters.flatMap(\.entries).map { entry in
        let missing = max(0, columns.count - 1 - entry.cells.count)
        return Grid.Row([Prose(entry.name)] + entry.cells + Array(repeating: "–", count: missing))
      })
  }

  /// The letter under which a name stands: as an index has it, without an article such as `'s-` in front and without
  /// accents; `#` when the name begins with no letter from A to Z.
  static func letter(of name: String) -> String {
    let first = name.first
    let rest = first == "'" || first == "’" ? name.drop { $0 != "-" && $0 != " " }.dropFirst() : name[...]
    guard let start = rest.first(where: { !$0.isWhitespace && !$0.isPunctuation }), start.isLetter,
      let letter = start.uppercased().first
    else { return "#" }
    if letter.isASCII { return String(letter) }
    let plain: [(accented: String, plain: String)] = [
      ("ÀÁÂÃÄÅÆ", "A"), ("Ç", "C"), ("ÈÉÊË", "E"), ("ÌÍÎÏ", "I"), ("Ñ", "N"), ("ÒÓÔÕÖØ", "O"), ("ÙÚÛÜ", "U"),
      ("Ý", "Y"),
    ]
    return plain.first { $0.accented.contains(letter) }?.plain ?? "#"
  }
}
