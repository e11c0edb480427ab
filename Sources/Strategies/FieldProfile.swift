public import Matrices

/// The amount of one criterion in one field of work of one type, and what it rests on.
public struct FieldAmount: Hashable, Sendable {
  /// What an amount in a field rests on.
  public enum Basis: String, Hashable, Sendable {
    /// On the answers of those who work in the field.
    case answers
    /// On few answers from the field, drawn towards the type as a whole.
    case pooled
    /// On the type as a whole.
    case whole
    /// On the type as a whole, shifted by the catalogue's judgement of the field.
    case shifted
    /// On the catalogue's judgement alone.
    case judged
  }

  /// What the amount rests on.
  public var basis: Basis
  /// The amount in the field; NaN when it is not known.
  public var amount: Double
  /// The amount of the type as a whole; NaN when it is not known.
  public var whole: Double
  /// The number of respondents of the type in the field who answered.
  public var respondents: Int
  /// The mean of their answers; NaN without any.
  public var own: Double
  /// How much their answers count, from 0 to 1, against the type as a whole.
  public var pull: Double

  /// Creates an amount.
  public init(
    _ basis: Basis, amount: Double, whole: Double, respondents: Int = 0, own: Double = .nan, pull: Double = 0
  ) {
    self.basis = basis
    self.amount = amount
    self.whole = whole
    self.respondents = respondents
    self.own = own
    self.pull = pull
  }
}

/// What is known of one type in one field of work: the amount of every criterion, and how it varies over the replicates.
public struct FieldProfile: Hashable, Sendable {
  /// The index of the field in the catalogue.
  public var field: Int
  /// The number of respondents of the type in the field.
  public var respondents: Int
  /// The number of units to which they belong.
  public var units: Int
  /// The amount of each criterion (*c*).
  public var amounts: [FieldAmount]
  /// The amounts over the replicates (*r* × *c*), NaN where one is not known.
  public var replicates: Matrix

  /// Creates a profile.
  ///
  /// - Precondition: The replicates have one column a criterion and at least one row.
  public init(field: Int, respondents: Int, units: Int, amounts: [FieldAmount], replicates: Matrix) {
    precondition(replicates.columns == amounts.count && replicates.rows > 0, "replicates of one amount a criterion")
    self.field = field
    self.respondents = respondents
    self.units = units
    self.amounts = amounts
    self.replicates = replicates
  }
}

/// What the weights behind a choice in a field rest on: three shares that add up to 1.
public struct Grounds: Hashable, Sendable {
  /// The share that rests on answers from the field.
  public var answers: Double
  /// The share that rests on the type as a whole: its answers to other questions, and the register.
  public var whole: Double
  /// The share that rests on the catalogue's judgement.
  public var judgement: Double
}
