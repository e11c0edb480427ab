/// How much a measured amount speaks for an alternative: 0 not at all, 1 as much as it can.
///
/// A value function is a row of anchors with straight lines between them; outside the first and last anchor it stays
/// flat. Anchors are fixed amounts and never the smallest and largest of the alternatives at hand, so that adding or
/// removing an alternative changes no value.
///
/// > Belton, V. and Gear, T. (1983). On a short-coming of Saaty's method of analytic hierarchies.
/// > doi:10.1016/0305-0483(83)90047-6
public struct ValueFunction: Hashable, Sendable {
  /// An amount and what it is worth.
  public struct Anchor: Hashable, Sendable {
    /// The amount, in the unit of the criterion.
    public var amount: Double
    /// The worth, from 0 to 1.
    public var worth: Double

    /// Creates an anchor.
    public init(_ amount: Double, _ worth: Double) {
      self.amount = amount
      self.worth = worth
    }
  }

  /// The anchors, amounts strictly increasing; at least two.
  public let anchors: [Anchor]

  /// Creates a piecewise linear value function.
  ///
  /// - Parameter anchors: At least two; finite, amounts strictly increasing, each worth from 0 to 1.
  /// - Throws: ``ValueFunctionError`` for the first anchor that is wrong.
  public init(anchors: [Anchor]) throws(ValueFunctionError) {
    guard anchors.count >= 2 else { throw .tooFewAnchors(anchors.count) }
    for (index, anchor) in anchors.enumerated() {
      guard anchor.amount.isFinite, anchor.worth.isFinite else { throw .notFinite(anchor: index) }
      guard 0 <= anchor.worth, anchor.worth <= 1 else { throw .worthOutsideUnit(anchor: index, worth: anchor.worth) }
      if index > 0, anchors[index - 1].amount >= anchor.amount {
        throw .crossed(anchors[index - 1].amount, anchor.amount)
      }
    }
    self.anchors = anchors
  }

  /// Creates a straight line from the amount that is worth nothing to the amount that is worth all, in either direction.
  ///
  /// - Throws: ``ValueFunctionError/crossed(_:_:)`` when the two amounts are the same.
  public init(zeroAt zero: Double, oneAt one: Double) throws(ValueFunctionError) {
    let low = Anchor(zero, 0)
    let high = Anchor(one, 1)
    try self.init(anchors: zero <= one ? [low, high] : [high, low])
  }

  /// Creates a preferred range: worth 1 within it, falling to 0 at the two outer amounts.
  ///
  /// - Throws: ``ValueFunctionError/crossed(_:_:)`` unless `outer.low < range.low < range.high < outer.high`.
  public init(preferred range: (low: Double, high: Double), outer: (low: Double, high: Double))
    throws(ValueFunctionError)
  {
    try self.init(anchors: [
      Anchor(outer.low, 0), Anchor(range.low, 1), Anchor(range.high, 1), Anchor(outer.high, 0),
    ])
  }

  /// Returns what an amount is worth, from 0 to 1; NaN for NaN.
  ///
  /// - Complexity: O(*a*) for *a* anchors.
  public func callAsFunction(_ amount: Double) -> Double {
    guard let first = anchors.first, let last = anchors.last, !amount.isNaN else { return .nan }
    if amount <= first.amount { return first.worth }
    if amount >= last.amount { return last.worth }
    var upper = 1
    while anchors[upper].amount < amount { upper += 1 }
    let left = anchors[upper - 1]
    let right = anchors[upper]
    return left.worth + (right.worth - left.worth) * ((amount - left.amount) / (right.amount - left.amount))
  }
}

/// What can be wrong with the anchors of a value function.
public enum ValueFunctionError: Error, Hashable, Sendable {
  /// There are fewer than two anchors.
  case tooFewAnchors(Int)
  /// An amount does not lie above the one before it.
  case crossed(Double, Double)
  /// A worth lies outside 0 to 1; the anchor is counted from 0.
  case worthOutsideUnit(anchor: Int, worth: Double)
  /// An amount or worth is infinite or no number; the anchor is counted from 0.
  case notFinite(anchor: Int)
}
