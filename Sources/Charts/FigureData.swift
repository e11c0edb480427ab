/// How a text alternative treats the numbers of its figure.
enum Telling {
  /// The most numbers that a text alternative tells one by one: who listens cannot skim.
  static let most = 12

  /// Returns the positions of the highest and the lowest finite value, the first of several; nothing without one.
  static func extremes(_ values: [Double]) -> (highest: Int, lowest: Int)? {
    let finite = values.indices.filter { values[$0].isFinite }
    guard var highest = finite.first, var lowest = finite.first else { return nil }
    for index in finite {
      if values[index] > values[highest] { highest = index }
      if values[index] < values[lowest] { lowest = index }
    }
    return (highest, lowest)
  }
}

/// The numbers of a figure as a table of texts, in the language of the reader.
///
/// Whoever cannot see the figure, or wants to calculate with it, reads them instead of the picture.
public struct FigureData: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// What stands above it.
    public var title: String
    /// Whether it holds numbers, which are set to the right.
    public var isNumber: Bool

    /// Creates a column.
    public init(title: String, isNumber: Bool) {
      self.title = title
      self.isNumber = isNumber
    }

    /// A column of words.
    public static func text(_ title: String) -> Column { Column(title: title.sentence, isNumber: false) }

    /// A column of numbers.
    public static func number(_ title: String) -> Column { Column(title: title.sentence, isNumber: true) }
  }

  /// The columns; the first holds the heads of the rows.
  public var columns: [Column]
  /// The rows, each with a text for every column.
  public var rows: [[String]]

  /// Creates a table.
  ///
  /// - Precondition: Every row has a text for every column.
  public init(columns: [Column], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a text for every column")
    self.columns = columns
    self.rows = rows
  }
}
