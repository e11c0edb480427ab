/// Where in the folders of the stages a printed number stands, so that anyone can look it up.
///
/// ```swift
/// NumberSource.cell(stage: "cluster", table: "evidence", column: "hits", [Match("k", "5")]).text
/// // "cluster/evidence.csv hits where k = 5"
/// ```
public indirect enum NumberSource: Hashable, Sendable {
  /// A condition on the rows of a table: the text of a column, as the file holds it.
  public struct Match: Hashable, Sendable {
    /// The name of the column.
    public var column: String
    /// The text that it must hold; empty for a missing value.
    public var value: String

    /// Creates a condition.
    public init(_ column: String, _ value: String) {
      self.column = column
      self.value = value
    }
  }

  /// A count of the run record of a stage.
  case count(stage: String, name: String)
  /// A parameter of the run record of a stage.
  case parameter(stage: String, name: String)
  /// The value of a column in the only row that meets the conditions.
  case cell(stage: String, table: String, column: String, [Match])
  /// The number of rows that meet the conditions.
  case rows(stage: String, table: String, [Match])
  /// The sum of a column over the rows that meet the conditions.
  case total(stage: String, table: String, column: String, [Match])
  /// A number in a JSON document, by the names on the way to it.
  case document(stage: String, file: String, [String])
  /// One number divided by another.
  case ratio(NumberSource, NumberSource)
  /// Numbers added up.
  case sum([NumberSource])
  /// The least number of a list.
  case least([NumberSource])
  /// The greatest number of a list.
  case greatest([NumberSource])

  /// The source in words that are the same in every language.
  public var text: String {
    switch self {
    case .count(let stage, let name): "\(stage)/run.json counts.\(name)"
    case .parameter(let stage, let name): "\(stage)/run.json parameters.\(name)"
    case .cell(let stage, let table, let column, let matches):
      "\(stage)/\(table).csv \(column)\(Self.text(of: matches))"
    case .rows(let stage, let table, let matches): "\(stage)/\(table).csv rows\(Self.text(of: matches))"
    case .total(let stage, let table, let column, let matches):
      "\(stage)/\(table).csv sum of \(column)\(Self.text(of: matches))"
    case .document(let stage, let file, let path): "\(stage)/\(file) \(path.joined(separator: "."))"
    case .ratio(let above, let below): "(\(above.text)) / (\(below.text))"
    case .sum(let parts): parts.map { "(\($0.text))" }.joined(separator: " + ")
    case .least(let parts): "least of " + parts.map { "(\($0.text))" }.joined(separator: ", ")
    case .greatest(let parts): "greatest of " + parts.map { "(\($0.text))" }.joined(separator: ", ")
    }
  }

  private static func text(of matches: [Match]) -> String {
    guard !matches.isEmpty else { return "" }
    return " where " + matches.map { "\($0.column) = \($0.value)" }.joined(separator: " and ")
  }
}
