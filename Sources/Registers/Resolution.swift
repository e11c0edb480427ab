public import Tables

/// Which unit was meant by a name that somebody typed.
public enum Resolution: Hashable, Sendable {
  /// One unit is meant; `how` tells what made it so.
  case unit(code: String, name: String, how: Match)
  /// Somebody has to say which unit is meant: all that can be, and why it is not known.
  case ambiguous([NamedCode], Doubt)
  /// No unit goes by that name; the nearest names are offered, the best first, and never taken.
  case unknown(suggestions: [NearName])

  /// What made a typed name lead to a unit.
  public enum Match: Hashable, Sendable {
    /// It is the unit's code.
    case code
    /// It is the unit's code without its letters or its leading zeros.
    case shortCode
    /// It is the official name, letter by letter.
    case exact
    /// It is the official name but for case, accents, spaces and punctuation.
    case spelling
    /// It is a name with one of the register's prefixes before it, or a word for a unit behind it.
    case prefix
    /// It is a listed spelling, or a name with words shortened as the register lists them.
    case variant
    /// It is the official name without what stands between brackets, and no other unit has that name.
    case shortened
    /// It is the official name with its accented letters lost or broken.
    case lostLetters
    /// It is a name with the region in which the unit lies.
    case region
    /// It is a former unit that lives on, whole, in this one.
    case successor(of: NamedCode)
    /// It is a former unit of which this one received the largest part.
    case largestPart(of: NamedCode)

    /// The kind of match as one word: `exact`, `successor`, `split`.
    public var label: String {
      switch self {
      case .code: "code"
      case .shortCode: "short_code"
      case .exact: "exact"
      case .spelling: "spelling"
      case .prefix: "prefix"
      case .variant: "variant"
      case .shortened: "shortened"
      case .lostLetters: "lost_letters"
      case .region: "region"
      case .successor: "successor"
      case .largestPart: "split"
      }
    }

    /// The former unit that was typed, when the unit is its heir.
    public var former: NamedCode? {
      switch self {
      case .successor(let unit), .largestPart(let unit): unit
      default: nil
      }
    }
  }

  /// Why a name does not tell which unit is meant.
  public enum Doubt: Hashable, Sendable {
    /// Several units go by it.
    case severalUnits
    /// It is a former unit that went whole into another, and the rule does not follow.
    case merged(NamedCode, on: CalendarDate)
    /// It is a former unit that was divided over several.
    case divided(NamedCode, on: CalendarDate)
    /// It is a unit that came into being later; those that made it are the candidates.
    case yetToCome(NamedCode, from: CalendarDate)
  }
}

/// A unit whose name is like what was typed.
public struct NearName: Hashable, Sendable {
  /// What makes the names alike.
  public enum Likeness: Hashable, Sendable {
    /// So many letters differ from a name that leads to the unit.
    case letters(Int, from: String)
    /// It is the name, with words before or behind it that the register does not know.
    case part(String)
    /// The name fits, but the unit lies in another region than was typed.
    case otherRegion(String)
  }

  /// The unit.
  public var unit: NamedCode
  /// What makes the names alike.
  public var likeness: Likeness

  /// Creates a likeness.
  public init(_ unit: NamedCode, _ likeness: Likeness) {
    self.unit = unit
    self.likeness = likeness
  }

  /// The number of letters that differ; 0 when the name itself was typed.
  public var distance: Int {
    if case .letters(let count, _) = likeness { return count }
    return 0
  }
}
