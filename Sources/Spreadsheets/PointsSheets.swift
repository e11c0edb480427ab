/// What people filled in on the sheets of a ``PointsWorkbook``, as it stands there; nothing of it is judged.
public struct PointsSheets: Hashable, Sendable {
  /// A cell for points.
  public struct Cell: Hashable, Sendable {
    /// The key of its row.
    public var key: String
    /// Where it is.
    public var address: CellAddress
    /// What it holds; `nil` when it is empty.
    public var value: WorkbookContents.Value?
  }

  /// The sheet of a person.
  public struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    public var name: String
    /// The number of the person, from 1.
    public var person: Int
    /// The cells for points, in the order of the rows.
    public var cells: [Cell]
  }

  /// For what the points are.
  public var subject: [String]
  /// The people, with the names that their sheets got.
  public var persons: [Person]
  /// What got points when the workbook was made, in order.
  public var rows: [Row]
  /// The sheets of people, in the order of their tabs.
  public var sheets: [Sheet]
  /// The names of sheets that can be seen and are of nobody, but for the first.
  public var others: [String]

  /// A person.
  public struct Person: Hashable, Sendable {
    /// The name of the person.
    public var name: String
    /// The name that the sheet of the person got.
    public var sheet: String
  }

  /// What gets points.
  public struct Row: Hashable, Sendable {
    /// By which it is known.
    public var key: String
    /// What people call it.
    public var label: String
  }

  /// Finds the sheets in what a workbook holds; `nil` when it is none of ours.
  ///
  /// A sheet is known by its mark and a row by its key, wherever they stand now.
  public init?(_ contents: WorkbookContents) {
    typealias Layout = PointsWorkbook.Layout
    guard let facts = contents.sheets.first(where: { $0.text(0, 0) == Layout.mark && $0.text(0, 1) == Layout.version })
    else { return nil }
    func lines(_ kind: String) -> [[String]] {
      let rows = facts.cells.keys.filter { $0.column == 0 && facts.text($0.row, 0) == kind }.map(\.row).sorted()
      return rows.map { row in
        let last = facts.cells.keys.filter { $0.row == row }.map(\.column).max() ?? 0
        return last < 1 ? [] : (1...min(last, 20)).map { facts.text(row, $0) ?? "" }
      }
    }
    subject = lines("subject").first ?? []
    persons = lines("person").compactMap { $0.count < 2 ? nil : Person(name: $0[0], sheet: $0[1]) }
    rows = lines("row").compactMap { $0.isEmpty ? nil : Row(key: $0[0], label: $0[$0.count - 1]) }
    sheets = []
    others = []
    for (position, sheet) in contents.sheets.enumerated() where sheet.name != facts.name {
      if let found = Self.sheet(sheet) {
        sheets.append(found)
      } else if position > 0, !sheet.isHidden {
        others.append(sheet.name)
      }
    }
  }

  /// The sheet of a person; `nil` when it has no mark.
  private static func sheet(_ sheet: WorkbookContents.Sheet) -> Sheet? {
    typealias Layout = PointsWorkbook.Layout
    let marks = sheet.cells.keys.sorted().filter { address in
      sheet.text(address.row, address.column)?.hasPrefix(Layout.mark + " ") == true
    }
    guard let mark = marks.first, let text = sheet.text(mark.row, mark.column),
      let person = Int(text.dropFirst(Layout.mark.count + 1))
    else { return nil }
    // Columns that were added in front move the mark and the points alike.
    let points = mark.column - Layout.key + Layout.points
    let keys = sheet.cells.keys.filter { $0.column == mark.column && $0.row > mark.row }.sorted()
    return Sheet(
      name: sheet.name, person: person,
      cells: keys.compactMap { place in
        sheet.text(place.row, place.column).map { key in
          let address = CellAddress(row: place.row, column: points)
          return Cell(key: key, address: address, value: sheet[address])
        }
      })
  }
}
