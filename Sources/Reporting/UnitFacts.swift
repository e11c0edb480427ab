public import Texts

/// A unit as it may be published: its name, and its type from the least number of respondents on.
public struct UnitFacts: Hashable, Sendable {
  /// What may be said of a unit.
  public enum Placing: Hashable, Sendable {
    /// Its type, with the share of recalculations in which it keeps that type, and how sure that makes it.
    case placed(type: Int, certainty: Double, grade: Sureness)
    /// It answered, with too few respondents to show.
    case tooFew
    /// It did not answer.
    case noAnswer
  }

  /// The code in the register.
  public var code: String
  /// The name in the register.
  public var name: String
  /// What may be said of it.
  public var placing: Placing
  /// Of a unit without answers the shares of types that may be expected, the largest first; empty when nothing may.
  public var expected: [ExpectedShare]
  /// Other spellings of its name, by which it can be found.
  public var also: [String]

  /// Creates the facts of a unit.
  public init(
    code: String, name: String, placing: Placing, expected: [ExpectedShare] = [], also: [String] = []
  ) {
    self.code = code
    self.name = name
    self.placing = placing
    self.expected = expected
    self.also = also
  }
}

/// A member of the working group and what may be said of it.
public struct MemberFacts: Hashable, Sendable {
  /// Where a member lands.
  public enum Landing: Hashable, Sendable {
    /// A unit of the register that may be named; the placing says the rest.
    case unit(UnitFacts.Placing)
    /// No unit of the register at all, such as a partnership of several.
    case notAUnit
  }

  /// The name as in the pipeline file.
  public var name: String
  /// Where it lands.
  public var landing: Landing
  /// What the pipeline file says about this member, if anything.
  public var remark: Wording?

  /// Creates the facts of a member.
  public init(
    name: String, landing: Landing, remark: Wording? = nil
  ) {
    self.name = name
    self.landing = landing
    self.remark = remark
  }
}
