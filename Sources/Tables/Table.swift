/// A table of typed columns of equal length.
public struct Table: Hashable, Sendable {
  /// The name of the table, which is also the name of its file without the ending.
  public var name: String
  /// The columns, in order.
  public private(set) var columns: [Column]

  /// Creates a table from columns.
  ///
  /// - Precondition: All columns have the same length and names of their own.
  public init(_ name: String, _ columns: [Column] = []) {
    self.name = name
    self.columns = []
    for column in columns { append(column) }
  }

  /// The number of rows; 0 without columns.
  public var rowCount: Int { columns.first?.count ?? 0 }

  /// The column of a name.
  public subscript(name: String) -> Column? { columns.first { $0.name == name } }

  /// Returns the table that holds only the given rows, in the given order.
  public func selecting(_ rows: [Int]) -> Table {
    Table(name, columns.map { Column($0.name, $0.values.selecting(rows), description: $0.description) })
  }

  /// Adds a column at the right.
  ///
  /// - Precondition: The column is as long as the others and has a name of its own.
  public mutating func append(_ column: Column) {
    precondition(columns.isEmpty || column.count == rowCount, "column '\(column.name)' has another length")
    precondition(self[column.name] == nil, "column '\(column.name)' is there already")
    columns.append(column)
  }
}

/// A named column with values of one type, any of which may be missing.
///
/// A column of a million rows may keep its values in a smaller form of its own (``ColumnContent``); a file is then written
/// from it row by row.
public struct Column: Sendable {
  /// The values of a column.
  public enum Values: Hashable, Sendable {
    case text([String?])
    case integer([Int?])
    case number([Double?])
    case boolean([Bool?])
    case date([CalendarDate?])

    /// Returns the values of the given rows, in the given order.
    func selecting(_ rows: [Int]) -> Values {
      switch self {
      case .text(let values): .text(rows.map { values[$0] })
      case .integer(let values): .integer(rows.map { values[$0] })
      case .number(let values): .number(rows.map { values[$0] })
      case .boolean(let values): .boolean(rows.map { values[$0] })
      case .date(let values): .date(rows.map { values[$0] })
      }
    }
  }

  /// The name, as in the header.
  public var name: String
  /// What the column holds, for the table schema; may be empty.
  public var description: String
  private var content: any ColumnContent

  /// The values; made anew at every call when the column keeps them in a form of its own.
  public var values: Values {
    get { content.values }
    set { content = newValue }
  }

  /// Creates a column.
  public init(_ name: String, _ values: Values, description: String = "") {
    self.init(name, content: values, description: description)
  }

  /// Creates a column that keeps its values in a form of its own.
  public init(_ name: String, content: any ColumnContent, description: String = "") {
    self.name = name
    self.description = description
    self.content = content
  }

  /// The number of values.
  public var count: Int { content.count }

  /// The name of the type in a table schema (Data Package v2): `string`, `integer`, `number`, `boolean` or `date`.
  public var schemaType: String { content.schemaType }

  /// Appends the text of one value, as a file holds it.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - bytes: What the text is appended to, as UTF-8.
  /// - Returns: Whether there is a value; nothing is appended when it is missing.
  public func appendText(of row: Int, to bytes: inout [UInt8]) -> Bool { content.appendText(of: row, to: &bytes) }

  /// The content, when its values are few texts that stand in many rows.
  public var coded: (any CodedContent)? { content as? any CodedContent }

  /// The content, when the column shares its rows with others.
  public var shared: SharedColumn? { content as? SharedColumn }

  /// The values as numbers: integers widened, truth as 1 and 0, texts and dates as missing.
  public var numbers: [Double?] {
    switch values {
    case .number(let values): values
    case .integer(let values): values.map { $0.map(Double.init) }
    case .boolean(let values): values.map { $0.map { $0 ? 1 : 0 } }
    case .text(let values): values.map { _ in nil }
    case .date(let values): values.map { _ in nil }
    }
  }

  /// The values as the text that a file holds (`true`, ISO dates, the shortest decimal that reads back as the same number);
  /// missing values stay `nil`.
  public var texts: [String?] {
    switch values {
    case .text(let values): values
    case .integer(let values): values.map { $0.map(String.init) }
    case .number(let values): values.map { $0.map(plainText) }
    case .boolean(let values): values.map { $0.map { $0 ? "true" : "false" } }
    case .date(let values): values.map { $0?.iso }
    }
  }
}

extension Column: Hashable {
  /// Whether two columns have the same name, description and values, however they keep them.
  public static func == (left: Column, right: Column) -> Bool {
    left.name == right.name && left.description == right.description && left.values == right.values
  }

  /// Hashes name, description and values.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(description)
    hasher.combine(values)
  }
}

/// Returns the shortest decimal that reads back as the same number; whole numbers carry no point.
public func plainText(_ number: Double) -> String {
  let text = number.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
