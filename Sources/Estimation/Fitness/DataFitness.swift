public import Survey
public import Tables

/// Whether the quality of the units' data suffices for the goal that it is used for, per policy field, crossed with
/// whether there is a clear goal.
///
/// Quality is fitness for purpose, so that it is asked of those who use the data in their own field. The share is that of
/// respondents, each counting once, with an interval over both stages; respondents of other fields are the rest of the
/// sample, and the group is a domain of it. Data is *fit* where the interval lies wholly from
/// ``DataFitnessSettings/fit`` on (default one half: whoever one asks is more likely to find it sufficient than not),
/// *unfit* where it lies wholly below ``DataFitnessSettings/unfit``, and *doubtful* between. Without an interval it is
/// doubtful.
///
/// Counted are the respondents who answered all the questions, so that the counts of fields and goals add up.
public struct DataFitness: Hashable, Sendable {
  /// Whether there is a clear goal.
  public enum Goal: String, Hashable, Sendable, CaseIterable {
    /// Those with and without a clear goal together.
    case all
    /// Those who say that there is one.
    case yes
    /// Those who say that there is none, or do not know.
    case no
  }

  /// What is said of the data of a group.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The data serves its purpose.
    case fit
    /// It lies between, or there is no interval.
    case doubtful
    /// The data does not serve its purpose.
    case unfit
    /// There are too few respondents to say anything.
    case tooFew = "too_few"
  }

  /// A policy field, or all of them, with or without a goal.
  public struct Line: Hashable, Sendable {
    /// The code of the field; `nil` for all fields together.
    public var field: String?
    /// Whether there is a goal.
    public var goal: Goal
    /// The number of respondents.
    public var respondents: Int
    /// The number of units to which they belong.
    public var units: Int
    /// The share of them who say that the data suffices, with its interval; `nil` without respondents.
    public var estimate: Estimate?
    /// What is said of the data.
    public var verdict: Verdict
  }

  /// All fields together first, then each in the order of the codebook; of each all goals, with a goal, without.
  public let lines: [Line]

  /// Estimates the fitness of the data.
  ///
  /// - Parameters:
  ///   - wave: The answers.
  ///   - codebook: Its codebook.
  ///   - settings: The questions and the thresholds.
  ///   - design: The design of the answering units, in the order of their codes.
  /// - Complexity: O(respondents · fields).
  public init(_ wave: Wave, _ codebook: Codebook, _ settings: DataFitnessSettings, design: UnitDesign) {
    let fieldName = settings.field?.question ?? codebook.question(for: .field)?.name
    guard let field = fieldName.flatMap({ codebook[$0] }), let fields = wave[field.name],
      let suffices = Self.answers(settings.suffices, codebook, wave)
    else {
      lines = []
      return
    }
    let goals = settings.goal.flatMap { Self.answers($0, codebook, wave) }
    let codes = zip(Column(field.name, fields.values).texts, fields.states).map { $1 == .answered ? $0 : nil }
    var keys: [(field: String?, goal: Goal)] = []
    var measures: [Measure] = []
    for field in [nil] + field.categories.map({ Optional($0.value) }) {
      for goal in settings.goal == nil ? [Goal.all] : Goal.allCases {
        let numbers = suffices.indices.map { row -> Double in
          guard let code = codes[row], field == nil || code == field else { return .nan }
          if settings.goal == nil { return suffices[row] }
          guard let goals, !goals[row].isNaN, goal == .all || (goals[row] == 1) == (goal == .yes) else { return .nan }
          return suffices[row]
        }
        keys.append((field, goal))
        measures.append(Measure("\(field ?? "")/\(goal.rawValue)", numbers: numbers, range: 0...1))
      }
    }
    let sample = Sample(respondents: wave.respondents, units: wave.units, measures: measures)
    lines = keys.indices.map { index in
      Line(keys[index], sample.estimate(index, of: .respondents, design: design), settings)
    }
  }

  /// Returns for each respondent 1 for one of the counted answers, 0 for another, NaN for none.
  private static func answers(_ source: DataFitnessSettings.Source, _ codebook: Codebook, _ wave: Wave) -> [Double]? {
    codebook[source.question].flatMap { Measure($0, share: source.share, in: wave)?.numbers }
  }
}

extension DataFitness.Line {
  init(_ key: (field: String?, goal: DataFitness.Goal), _ estimate: Estimate?, _ settings: DataFitnessSettings) {
    self.init(
      field: key.field, goal: key.goal, respondents: estimate?.answers ?? 0, units: estimate?.units ?? 0,
      estimate: estimate, verdict: .tooFew)
    guard let estimate, estimate.answers >= settings.least else { return }
    guard let interval = estimate.interval else {
      verdict = .doubtful
      return
    }
    verdict =
      interval.lowerBound >= settings.fit ? .fit : interval.upperBound < settings.unfit ? .unfit : .doubtful
  }
}

extension DataFitness {
  /// The table `data-fitness`, one row a field and goal.
  public var table: Table {
    Table(
      "data-fitness",
      [
        Column("field", .text(lines.map(\.field)), description: "Code of the policy field; empty for all."),
        Column(
          "goal", .text(lines.map(\.goal.rawValue)), description: "Whether there is a clear goal: yes, no, or all."),
        Column("n", .integer(lines.map(\.respondents)), description: "Number of respondents."),
        Column("units", .integer(lines.map(\.units)), description: "Number of units to which they belong."),
        Column(
          "share", .number(lines.map { $0.estimate?.value }),
          description: "Share of the respondents who say that the data suffices for its goal, 0 to 1."),
        Column(
          "low", .number(lines.map { $0.estimate?.interval?.lowerBound }),
          description: "Lower end of the 95 % interval."),
        Column(
          "high", .number(lines.map { $0.estimate?.interval?.upperBound }),
          description: "Upper end of the 95 % interval."),
        Column(
          "verdict", .text(lines.map(\.verdict.rawValue)), description: "fit, doubtful, unfit, or too_few."),
      ])
  }
}
