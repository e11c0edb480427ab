/// What several columns hold, when a row takes work to make: it is made once for all of them.
public protocol RowContent: Sendable {
  /// The number of rows.
  var count: Int { get }
  /// Returns the values of a row, one a column, as a file holds them; `nil` where there is none.
  func texts(of row: Int) -> [String?]
}

/// The rows that some columns of a table share.
public final class SharedRows: Sendable {
  /// The rows.
  public let content: any RowContent

  init(_ content: any RowContent) { self.content = content }
}

/// One of the columns that share their rows.
public struct SharedColumn: ColumnContent {
  /// The rows.
  public let rows: SharedRows
  /// The place of the column in a row.
  public let part: Int
  /// The name of the type in a table schema.
  public let schemaType: String

  /// The number of values.
  public var count: Int { rows.content.count }

  /// The values in the plain form; whole numbers as such, all others as texts.
  public var values: Column.Values {
    let texts = (0..<count).map { rows.content.texts(of: $0)[part] }
    return schemaType == "integer" ? .integer(texts.map { $0.flatMap { Int($0) } }) : .text(texts)
  }

  /// Appends the text of one value as UTF-8, and returns whether there is a value.
  public func appendText(of row: Int, to bytes: inout [UInt8]) -> Bool {
    guard let text = rows.content.texts(of: row)[part] else { return false }
    bytes.append(contentsOf: text.utf8)
    return true
  }
}

extension Table {
  /// Creates a table whose rows are made when they are asked for, each once for all columns.
  ///
  /// - Parameters:
  ///   - name: The name of the table.
  ///   - rows: The rows.
  ///   - columns: Name, type by table schema (`string` or `integer`) and description of each column.
  public init(
    _ name: String, rows: some RowContent, columns: [(name: String, schemaType: String, description: String)]
  ) {
    let shared = SharedRows(rows)
    self.init(
      name,
      columns.enumerated().map { part, column in
        Column(
          column.name, content: SharedColumn(rows: shared, part: part, schemaType: column.schemaType),
          description: column.description)
      })
  }
}
