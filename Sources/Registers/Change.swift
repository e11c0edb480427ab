public import Tables

/// One step of a reorganisation: a unit ends on a day, and (a part of) it goes to another.
///
/// A unit that is divided has one change for each receiver, of which exactly one is primary.
public struct Change: Hashable, Sendable {
  /// How a unit ended.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It went whole into a unit that came into being on that day.
    case mergedIntoNew = "merged_into_new"
    /// It went whole into a unit that existed already.
    case absorbed
    /// It was divided over several units.
    case split
  }

  /// The first day of the new situation.
  public var date: CalendarDate
  /// The unit that ended.
  public var old: NamedCode
  /// The unit that received it, or a part of it.
  public var new: NamedCode
  /// How the unit ended.
  public var kind: Kind
  /// Whether this is the receiver of the whole, or of the largest part.
  public var isPrimary: Bool

  /// Creates a change.
  public init(date: CalendarDate, old: NamedCode, new: NamedCode, kind: Kind, isPrimary: Bool = true) {
    self.date = date
    self.old = old
    self.new = new
    self.kind = kind
    self.isPrimary = isPrimary
  }
}

/// The code of a unit with the name it goes by.
public struct NamedCode: Hashable, Sendable, Comparable {
  /// The code.
  public var code: String
  /// The name.
  public var name: String

  /// Creates a code with a name.
  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }

  /// Orders by code, then by name.
  public static func < (left: NamedCode, right: NamedCode) -> Bool {
    (left.code, left.name) < (right.code, right.name)
  }
}
