/// The place of a cell on a sheet, both counted from 0.
public struct CellAddress: Hashable, Sendable, Comparable {
  /// The row.
  public var row: Int
  /// The column.
  public var column: Int

  /// Creates an address.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads an address as spreadsheets write it: `B7`, `$AA$10`; `nil` for anything else, and beyond the last cell of a sheet.
  public init?(_ text: String) {
    var column = 0
    var row = 0
    var isInRow = false
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !isInRow:
        column = 26 * column + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        isInRow = true
        row = 10 * row + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      if column > Workbook.mostColumns || row > Workbook.mostRows { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// The address as spreadsheets write it: `B7`.
  public var text: String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let (above, letter) = (rest - 1).quotientAndRemainder(dividingBy: 26)
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(letter))) + letters
      rest = above
    }
    return letters + String(row + 1)
  }

  /// Orders cells row by row.
  public static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}
