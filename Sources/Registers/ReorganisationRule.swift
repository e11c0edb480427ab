public import Settings

/// What becomes of an answer that was given for a unit which the wave's date does not know: by a declared rule.
public struct ReorganisationRule: Hashable, Sendable {
  /// What becomes of an answer for a unit that went whole into another.
  public enum Merged: String, Hashable, Sendable, CaseIterable {
    /// It counts for the unit that received it.
    case follow
    /// It counts for none.
    case refuse
  }

  /// What becomes of an answer for a unit that was divided over several.
  public enum Split: String, Hashable, Sendable, CaseIterable {
    /// It counts for the unit that received the largest part.
    case largest
    /// It counts for none.
    case refuse
  }

  /// The day that decides what a name means.
  public enum Moment: String, Hashable, Sendable, CaseIterable {
    /// The date of the wave.
    case wave
    /// The day on which the answer was given; the date of the wave where no day is known.
    case answer
  }

  /// Whole mergers.
  public var merged: Merged
  /// Divisions.
  public var split: Split
  /// The day that decides.
  public var by: Moment

  /// Creates a rule; unless said otherwise mergers are followed, divisions are not, and the wave's date decides.
  public init(merged: Merged = .follow, split: Split = .refuse, by: Moment = .wave) {
    self.merged = merged
    self.split = split
    self.by = by
  }

  /// Reads the section `reorganisations`; the caller ends with `finish()`.
  public init(reading reader: SettingsReader) {
    merged = reader.choice("merged", default: .follow)
    split = reader.choice("split", default: .refuse)
    by = reader.choice("by", default: .wave)
  }
}
