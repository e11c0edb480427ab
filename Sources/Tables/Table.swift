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
public struct Column: Hashable, Sendable {
  /// The values of a column.
  public enum Values: Hashable, Sendable {
    case text([String?])
    case integer([Int?])
    case number([Double?])
    case boolean([Bool?])
    case date([CalendarDate?])
  }

  /// The name, as in the header.
  public var name: String
  /// What the column holds, for the table schema; may be empty.
  public var description: String
  /// The values.
  public var values: Values

  /// Creates a column.
  public init(_ name: String, _ values: Values, description: String = "") {
    self.name = name
    self.description = description
    self.values = values
  }

  /// The number of values.
  public var count: Int {
    switch values {
    case .text(let values): values.count
    case .integer(let values): values.count
    case .number(let values): values.count
    case .boolean(let values): values.count
    case .date(let values): values.count
    }
  }

  /// The name of the type in a table schema (Data Package v2): `string`, `integer`, `number`, `boolean` or `date`.
  public var schemaType: String {
    switch values {
    case .text: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .date: "date"
    }
  }

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

/// Returns the shortest decimal that reads back as the same number; whole numbers carry no point.
public func plainText(_ number: Double) -> String {
  let text = number.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
