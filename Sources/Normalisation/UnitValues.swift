/// The values of all units on one declared feature, before transforming.
public struct UnitValues: Hashable, Sendable {
  /// Numbers or texts, one a unit; `nil` where a unit has none.
  public enum Content: Hashable, Sendable {
    case numbers([Double?])
    case texts([String?])
  }

  /// The name of the feature.
  public var feature: String
  /// The values.
  public var content: Content

  /// Creates values.
  public init(_ feature: String, _ content: Content) {
    self.feature = feature
    self.content = content
  }

  /// The number of units.
  public var count: Int {
    switch content {
    case .numbers(let values): values.count
    case .texts(let values): values.count
    }
  }

  /// Returns the numbers, for a level the ones and zeros of units that have it.
  func numbers(level: String?) -> [Double?] {
    switch content {
    case .numbers(let values): values
    case .texts(let values): values.map { text in text.map { $0 == level ? 1 : 0 } }
    }
  }
}
