import Artefacts
import Diagnostics
import Files
import Matrices
import Normalisation
import Survey
import Tables
import Waves

/// What drifted between two waves: the answers to each question, and the values of each feature before scaling.
///
/// Questions are answered by respondents, and features are held by units; both are compared with redraws of whole units
/// (``Waves/Drift``). A question that was put otherwise may drift because of that alone; that is drift of the questionnaire,
/// and told apart, also for the features that are made from it.
struct WaveDrift {
  /// What a column is.
  enum Kind: String {
    case question
    case feature
  }

  /// Why a column may have drifted.
  enum Reason: String {
    /// People answer otherwise, or other people do.
    case answers
    /// The register says something else.
    case register
    /// The question was put otherwise, is new, or is gone.
    case questionnaire
  }

  /// A column with what it is and why it may drift.
  private struct Line {
    var kind: Kind
    var reason: Reason
    var changes: String?
    var column: DriftColumn
  }

  private let lines: [Line]
  private let drift: Drift

  /// The number of redraws.
  static let draws = 200

  /// Measures.
  ///
  /// - Parameters:
  ///   - earlier: The earlier wave.
  ///   - now: This wave.
  ///   - followed: What became of the earlier units.
  ///   - questions: The questions and how they changed; `nil` when nothing is known of them.
  ///   - seed: The seed of the run.
  init(
    from earlier: WaveRecord, to now: WaveRecord, _ followed: FollowedUnits, _ questions: QuestionAnswers?,
    seed: UInt64
  ) async {
    let units = UnitNumbers(earlier.units, now.units, followed)
    let changed = questions?.changes ?? QuestionChanges()
    lines =
      (questions?.columns(units) ?? []).map { column in
        let changes = changed.text(of: column.name)
        return Line(
          kind: .question, reason: changes == nil ? .answers : .questionnaire, changes: changes, column: column)
      }
      + featureColumns(earlier, now, units).map { column, source in
        let changes = changed.text(ofSource: source)
        let isRegister = if case .register? = source { true } else { false }
        return Line(
          kind: .feature, reason: isRegister ? .register : changes == nil ? .answers : .questionnaire,
          changes: changes, column: column)
      }
    drift = await Drift(lines.map(\.column), units: units.waves, draws: Self.draws, seed: seed)
  }

  /// The share of the tested features that drifted; `nil` when none was tested.
  var featureShare: Double? {
    let tested = lines.indices.filter { lines[$0].kind == .feature && drift.columns[$0].probability != nil }
    if tested.isEmpty { return nil }
    return Double(tested.count { drift.columns[$0].hasDrifted }) / Double(tested.count)
  }

  /// The number of columns that drifted.
  var count: Int { drift.columns.count(where: \.hasDrifted) }

  /// The table `drift`.
  var table: Table {
    let columns = drift.columns
    return Table(
      "drift",
      [
        Column("column", .text(columns.map(\.name)), description: "The question, or the feature before scaling."),
        Column(
          "kind", .text(lines.map(\.kind.rawValue)),
          description: "question: the answers of respondents; feature: the values of units."),
        Column(
          "psi", .number(columns.map(\.stability)),
          description:
            "Population stability index over the categories, or ten parts of the numbers of both waves; one is "
            + "added to each count. Empty when a wave has no value."),
        Column(
          "psi_noise", .number(columns.map(\.stabilityOfNoise)),
          description: "The index that noise alone exceeds once in twenty times, by \(Self.draws) redraws of units."),
        Column(
          "ks", .number(columns.map(\.kolmogorovSmirnov)),
          description: "Statistic of Kolmogorov and Smirnov, of numbers."),
        Column("chi_square", .number(columns.map(\.chiSquare)), description: "Chi-square, of categories."),
        Column(
          "p", .number(columns.map(\.probability)),
          description: "Probability of so large a ks or chi_square when nothing changed, by redraws of units."),
        Column(
          "p_corrected", .number(columns.map(\.corrected)),
          description: "The same by Holm's correction for all columns that were tested."),
        Column(
          "drifted", .boolean(columns.map(\.hasDrifted)),
          description: "Whether p_corrected is below \(plainText(drift.level))."),
        Column(
          "reason", .text(lines.map(\.reason.rawValue)),
          description:
            "answers: people answer otherwise; register: it says something else; questionnaire: the question was "
            + "put otherwise, is new or is gone."),
        Column(
          "changes", .text(lines.map(\.changes)), description: "What changed about the question, if anything did."),
      ])
  }
}

/// The units of two waves as one list, in which a unit of both has one number.
struct UnitNumbers {
  /// In which waves each unit is.
  private(set) var waves: [WavesOfUnit] = []
  private var earlier: [String: Int] = [:]
  private var now: [String: Int] = [:]

  /// Numbers the units of this wave, with those that went into them, then the earlier ones that are followed nowhere.
  init(_ earlierUnits: [String], _ units: [String], _ followed: FollowedUnits) {
    let answered = Set(earlierUnits)
    for unit in units {
      let parts = followed.origins(of: unit).filter(answered.contains)
      now[unit] = waves.count
      for part in parts { earlier[part] = waves.count }
      waves.append(parts.isEmpty ? .now : .both)
    }
    for unit in earlierUnits where earlier[unit] == nil {
      earlier[unit] = waves.count
      waves.append(.earlier)
    }
  }

  /// The number of a unit of the earlier wave.
  func earlier(_ unit: String) -> Int? { earlier[unit] }

  /// The number of a unit of this wave.
  func now(_ unit: String) -> Int? { now[unit] }
}

/// Returns the features that both waves have, before scaling: texts as categories, everything else as numbers.
private func featureColumns(
  _ earlier: WaveRecord, _ now: WaveRecord, _ units: UnitNumbers
) -> [(column: DriftColumn, source: ValueSource?)] {
  var columns: [(DriftColumn, ValueSource?)] = []
  var isDone: Set<String> = []
  for feature in now.transform.features {
    guard earlier.transform.features.contains(where: { $0.feature == feature.feature && $0.source == feature.source })
    else { continue }
    let isText = now.raw.table[feature.feature]?.schemaType == "string"
    let name = isText ? feature.feature : feature.name
    guard isDone.insert(name).inserted else { continue }
    func side(_ wave: WaveRecord, _ number: (String) -> Int?, _ values: [Double?]) -> DriftColumn.Side {
      DriftColumn.Side(present: values, units: wave.units.map { number($0) ?? 0 })
    }
    let values: (before: [Double?], after: [Double?])
    if isText {
      values = commonPositions(earlier.raw.texts(name), now.raw.texts(name))
    } else {
      values = ownNumbers(name, earlier, now)
    }
    guard values.before.count == earlier.units.count, values.after.count == now.units.count else { continue }
    columns.append(
      (
        DriftColumn(
          name, isText ? .categories : .numbers, earlier: side(earlier, units.earlier, values.before),
          now: side(now, units.now, values.after)), ValueSource(feature.source)
      ))
  }
  return columns
}

/// Returns the numbers of a feature in both waves; where both pooled it, the units' own before that, because how far units are
/// pulled differs between waves even when nothing drifted.
private func ownNumbers(
  _ name: String, _ earlier: WaveRecord, _ now: WaveRecord
) -> (before: [Double?], after: [Double?]) {
  if let before = earlier.raw.numbers(name + "_own"), let after = now.raw.numbers(name + "_own") {
    return (before, after)
  }
  return (earlier.raw.numbers(name) ?? [], now.raw.numbers(name) ?? [])
}

/// Returns the positions of texts among all texts of both lists, in alphabetical order.
func commonPositions(_ first: [String?], _ second: [String?]) -> (before: [Double?], after: [Double?]) {
  let levels = Set((first + second).compactMap { $0 }).sorted()
  let positions = Dictionary(levels.enumerated().map { ($1, Double($0)) }) { first, _ in first }
  func coded(_ texts: [String?]) -> [Double?] { texts.map { text in text.flatMap { positions[$0] } } }
  return (coded(first), coded(second))
}
