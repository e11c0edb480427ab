/// What a data file itself tells of a column: its label, the labels of its values, the codes that stand for no answer.
public struct ColumnLabels: Hashable, Sendable {
  /// A value with its label.
  public struct ValueLabel: Hashable, Sendable {
    /// The value as it stands in the records.
    public var value: String
    /// Its label.
    public var label: String

    /// Creates a value with its label.
    public init(value: String, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// How the values of a column are to be understood.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    case unknown, nominal, ordinal, scale
  }

  /// The values that a file declares to be no answer.
  public enum UserMissing: Hashable, Sendable {
    /// One value.
    case value(String)
    /// All numbers from the one to the other, both included.
    case range(Double, Double)
  }

  /// The name of the column.
  public var name: String
  /// The question, or whatever the file calls the column.
  public var label: String
  /// The labels of values, in ascending order of the values.
  public var values: [ValueLabel]
  /// The values that the file declares to be no answer.
  public var userMissing: [UserMissing]
  /// How the values are to be understood.
  public var measure: Measure

  /// Creates labels.
  public init(
    name: String, label: String = "", values: [ValueLabel] = [], userMissing: [UserMissing] = [],
    measure: Measure = .unknown
  ) {
    self.name = name
    self.label = label
    self.values = values
    self.userMissing = userMissing
    self.measure = measure
  }

  /// Whether the file declares a value to be no answer.
  public func isUserMissing(_ text: String) -> Bool {
    userMissing.contains { missing in
      switch missing {
      case .value(let value): value == text
      case .range(let low, let high): Double(text).map { $0 >= low && $0 <= high } ?? false
      }
    }
  }
}

extension ExportLayout {
  /// Returns the layout with the questions that a data file tells.
  ///
  /// - Parameter labels: What the file tells of each column, in the order of the columns.
  /// - Returns: The layout; a column that has a text keeps it.
  public func labelled(by labels: [ColumnLabels]) -> ExportLayout {
    var layout = self
    for (position, label) in zip(layout.columns.indices, labels) where layout.columns[position].text.isEmpty {
      layout.columns[position].text = withoutTags(tidy(label.label))
    }
    return layout
  }
}
