/// What the survey calls its units, in the singular and the plural: *gemeente*, *gemeenten*; *school*, *scholen*.
public struct UnitWords: Hashable, Sendable {
  /// The word for one unit, in lower case.
  public var singular: Wording
  /// The word for several units, in lower case.
  public var plural: Wording

  /// Creates the words for a unit.
  public init(singular: Wording, plural: Wording) {
    self.singular = singular
    self.plural = plural
  }
}
