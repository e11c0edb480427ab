public import Texts

/// How the units of a type are spread over the classes of one division of the register, beside all units.
///
/// Only units whose type is published count, on both sides: whoever has the list of units and the register could count
/// them too.
public struct SpreadFacts: Hashable, Sendable {
  /// One class.
  public struct Row: Hashable, Sendable {
    /// What the class is called.
    public var label: Wording
    /// The number of units of the type in it.
    public var own: Int
    /// The number of units of all types in it.
    public var all: Int
    /// Whether it holds enough units to say something of it.
    public var isTold: Bool

    /// Creates a row.
    public init(label: Wording, own: Int, all: Int, isTold: Bool = true) {
      self.label = label
      self.own = own
      self.all = all
      self.isTold = isTold
    }
  }

  /// What the division is called.
  public var label: Wording
  /// One row a class, in the order of the classes.
  public var rows: [Row]

  /// Creates the spread over a division.
  public init(label: Wording, rows: [Row]) {
    self.label = label
    self.rows = rows
  }

  /// The number of units of the type.
  public var ownTotal: Int { rows.reduce(0) { $0 + $1.own } }
  /// The number of units of all types.
  public var allTotal: Int { rows.reduce(0) { $0 + $1.all } }

  /// How far the number of units of the type in a class lies from what a draw from all units would give, in standard
  /// errors of that draw; 0 when a draw could give nothing else.
  ///
  /// The number in a draw without replacement is hypergeometric. From 2 on a class is named as one that holds more of
  /// the type, or fewer. It is a description: where types were formed on what divides the classes, differences are to be
  /// expected, and no test is made of it.
  public func departure(of row: Row) -> Double {
    let (own, all) = (Double(ownTotal), Double(allTotal))
    guard all > 1, own > 0 else { return 0 }
    let share = Double(row.all) / all
    let variance = own * share * (1 - share) * (all - own) / (all - 1)
    return variance > 0 ? (Double(row.own) - own * share) / variance.squareRoot() : 0
  }
}

/// The share of a type among the units that are like one without answers, by what the register knows of it.
public struct ExpectedShare: Hashable, Sendable {
  /// The index of the type.
  public var type: Int
  /// The share, from 0 to 1.
  public var share: Double

  /// Creates a share.
  public init(type: Int, share: Double) {
    self.type = type
    self.share = share
  }
}
