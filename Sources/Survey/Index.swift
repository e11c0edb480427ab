public import Settings

/// A quantity measured by several questions together: the mean of its items, reversed where they point the other way.
///
/// An index may also be asked for over other indices, named under `of`: the mean of these, each counting once however
/// many items it has, turned round where higher is worse for the one and not for the other. Without `of` there is no
/// such single score: what was measured side by side stays side by side.
public struct Index: Hashable, Sendable {
  /// What an index says about a unit.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// How far the unit is.
    case maturity
    /// A consequence of doing nothing that the unit shows.
    case consequence
    /// A circumstance, neither good nor bad.
    case context
  }

  /// Which end of the index is to be wished for.
  public enum Wish: String, Hashable, Sendable, CaseIterable {
    case better, worse, neither
  }

  /// The name, as files use it.
  public var name: String
  /// What readers call it.
  public var label: LocalText
  /// What it measures, in a sentence.
  public var about: LocalText
  /// What it says about a unit.
  public var kind: Kind
  /// What a higher value means.
  public var higher: Wish
  /// The indices that it is the mean of; empty for an index over questions.
  public var parts: [String]

  /// Creates an index.
  public init(
    name: String, label: LocalText, about: LocalText? = nil, kind: Kind, higher: Wish = .better, parts: [String] = []
  ) {
    self.name = name
    self.label = label
    self.about = about ?? label
    self.kind = kind
    self.higher = higher
    self.parts = parts
  }
}

/// A question of which more than one option may be chosen; each option is a column of its own.
public struct MultiSelect: Hashable, Sendable {
  /// What an empty cell of an option means.
  public enum Blank: String, Hashable, Sendable, CaseIterable {
    /// Nothing is known.
    case missing
    /// The option was not chosen, as soon as another of the group was.
    case notSelected = "not-selected"
  }

  /// The name, as files use it.
  public var name: String
  /// The question as it was put to the respondent.
  public var text: LocalText
  /// A few words for tables and figures.
  public var label: LocalText
  /// What an empty cell of an option means.
  public var blank: Blank
  /// The column of the file that holds all choices in one cell, when there is one.
  public var column: String?
  /// What stands between two choices in such a cell.
  public var joiner: String
  /// The question that takes what is no choice in such a cell: what was typed behind "other".
  public var other: String?

  /// Creates a group.
  public init(
    name: String, text: LocalText, label: LocalText? = nil, blank: Blank = .missing, column: String? = nil,
    joiner: String = ",", other: String? = nil
  ) {
    self.name = name
    self.text = text
    self.label = label ?? text
    self.blank = blank
    self.column = column
    self.joiner = joiner
    self.other = other
  }
}
