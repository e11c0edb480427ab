/// What a column keeps: values of one type, in whatever form takes the least room.
///
/// ``Column/Values`` is the plain form, one optional value a row. Other forms are made by who has many rows.
public protocol ColumnContent: Sendable {
  /// The number of values.
  var count: Int { get }
  /// The name of the type in a table schema (Data Package v2).
  var schemaType: String { get }
  /// The values in the plain form.
  var values: Column.Values { get }

  /// Appends the text of one value as UTF-8, and returns whether there is a value.
  func appendText(of row: Int, to bytes: inout [UInt8]) -> Bool
}

extension Column.Values: ColumnContent {
  /// The values themselves.
  public var values: Column.Values { self }

  /// The number of values.
  public var count: Int {
    switch self {
    case .text(let values): values.count
    case .integer(let values): values.count
    case .number(let values): values.count
    case .boolean(let values): values.count
    case .date(let values): values.count
    }
  }

  /// The name of the type in a table schema.
  public var schemaType: String {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .date: "date"
    }
  }

  /// Appends the text of one value as UTF-8, and returns whether there is a value.
  public func appendText(of row: Int, to bytes: inout [UInt8]) -> Bool {
    let text: String? =
      switch self {
      case .text(let values): values[row]
      case .integer(let values): values[row].map(String.init)
      case .number(let values): values[row].map(plainText)
      case .boolean(let values): values[row].map { $0 ? "true" : "false" }
      case .date(let values): values[row]?.iso
      }
    guard let text else { return false }
    bytes.append(contentsOf: text.utf8)
    return true
  }
}
