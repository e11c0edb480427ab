public import Texts

/// What a comparison with earlier waves found beside estimates and types: what drifted, why units moved, where they went through
/// all waves, and what the types of now make of old ones.
public struct ComparisonFacts: Hashable, Sendable {
  /// The columns that were compared: questions first, then features.
  public var drift: [DriftFacts]
  /// How many units moved beyond noise by each cause; `nil` when nothing may be told of that.
  public var causes: [CauseCount]?
  /// The transitions between each two waves that follow each other, oldest first; the last pair ends with this wave.
  public var transitions: [TransitionFacts]
  /// What the types of now make of each earlier wave, oldest first.
  public var backcast: [BackcastFacts]

  /// Creates the facts.
  public init(
    drift: [DriftFacts], causes: [CauseCount]?, transitions: [TransitionFacts], backcast: [BackcastFacts]
  ) {
    self.drift = drift
    self.causes = causes
    self.transitions = transitions
    self.backcast = backcast
  }
}

/// A question or feature of two waves.
public struct DriftFacts: Hashable, Sendable {
  /// Why it may have drifted.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// People answer otherwise, or other people do.
    case answers
    /// The register says something else.
    case register
    /// The question is put otherwise now.
    case reworded
    /// The question was not asked then.
    case added
    /// The question is not asked any more.
    case removed

    /// Whether it is the questionnaire that changed.
    public var isOfQuestionnaire: Bool { self != .answers && self != .register }
  }

  /// The name of the column.
  public var name: String
  /// What it is called.
  public var label: Wording
  /// Whether it is a feature of units, and not a question that respondents answered.
  public var isFeature: Bool
  /// Why it may have drifted.
  public var reason: Reason
  /// The population stability index; `nil` when it was not asked in both waves.
  public var stability: Double?
  /// The index that noise exceeds once in twenty times.
  public var stabilityOfNoise: Double?
  /// How probable so large a drift is when nothing changed.
  public var probability: Double?
  /// The same, corrected for all columns.
  public var corrected: Double?
  /// Whether it drifted beyond noise.
  public var hasDrifted: Bool

  /// Creates a column.
  public init(
    name: String, label: Wording, isFeature: Bool, reason: Reason, stability: Double? = nil,
    stabilityOfNoise: Double? = nil, probability: Double? = nil, corrected: Double? = nil, hasDrifted: Bool = false
  ) {
    self.name = name
    self.label = label
    self.isFeature = isFeature
    self.reason = reason
    self.stability = stability
    self.stabilityOfNoise = stabilityOfNoise
    self.probability = probability
    self.corrected = corrected
    self.hasDrifted = hasDrifted
  }
}

/// How many units moved by a cause.
public struct CauseCount: Hashable, Sendable {
  /// Why units moved, or several causes together that few moved by.
  public enum Cause: String, Hashable, Sendable, CaseIterable {
    case officials
    case answers
    case register
    case scaling
    case centroids
    case merger
    case several
    /// Causes that fewer units moved by than may be told.
    case others
  }

  /// The cause.
  public var cause: Cause
  /// The number of units.
  public var units: Int

  /// Creates a count.
  public init(_ cause: Cause, _ units: Int) {
    self.cause = cause
    self.units = units
  }

  /// Returns what may be told of the causes of units that are named as movers.
  ///
  /// A cause is a reason, and reasons of single units are not told: not even by a count from which they follow. So causes of
  /// fewer than `least` units are counted together, along with the next smallest one when these are still too few; and when
  /// fewer than two groups are left, everybody would know the cause of every mover, so that nothing is told.
  ///
  /// - Parameters:
  ///   - counts: The number of units of each cause; `others` is not among them.
  ///   - least: The least number of units that are told of.
  /// - Returns: Counts of at least two groups of at least `least` units, the largest first and `others` last; of equals the
  ///   first in ``Cause``; `nil` when that cannot be.
  public static func publishable(_ counts: [Cause: Int], least: Int) -> [CauseCount]? {
    var told = Cause.allCases.compactMap { cause in counts[cause].flatMap { $0 > 0 ? CauseCount(cause, $0) : nil } }
    let order = told.indices.sorted { (-told[$0].units, $0) < (-told[$1].units, $1) }
    told = order.map { told[$0] }
    var others = 0
    while let last = told.last, last.units < least || (others > 0 && others < least) {
      others += last.units
      told.removeLast()
    }
    if others > 0 { told.append(CauseCount(.others, others)) }
    return told.count > 1 ? told : nil
  }
}

/// Where the units whose type is published in two waves that follow each other went.
public struct TransitionFacts: Hashable, Sendable {
  /// The name of the earlier wave.
  public var from: String
  /// The name of the later wave.
  public var to: String
  /// The letters of the types of the earlier wave.
  public var earlier: [String]
  /// The letters of the types of the later wave.
  public var later: [String]
  /// The number of units from each of the earlier to each of the later.
  public var counts: [[Int]]

  /// Creates transitions.
  public init(from: String, to: String, earlier: [String], later: [String], counts: [[Int]]) {
    self.from = from
    self.to = to
    self.earlier = earlier
    self.later = later
    self.counts = counts
  }
}

/// What the types of now make of an earlier wave, of the units whose type it published.
public struct BackcastFacts: Hashable, Sendable {
  /// The name of the wave.
  public var wave: String
  /// The number of units.
  public var units: Int
  /// How many of them today's rules put in the type that was published then.
  public var same: Int

  /// Creates the facts.
  public init(wave: String, units: Int, same: Int) {
    self.wave = wave
    self.units = units
    self.same = same
  }

  /// The share of the units that stay, from 0 to 1; 0 without units.
  public var share: Double { Double(same) / Double(max(1, units)) }
}
