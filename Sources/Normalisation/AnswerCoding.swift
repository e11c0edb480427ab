/// Which scores the answers to a scale question get, before they are aggregated to units.
///
/// A coding acts on the answers of respondents: the mean of scores is not the score of a mean. It is fitted on the
/// answers of one wave and replayed on later ones.
public enum AnswerCoding: String, Hashable, Sendable, Codable, CaseIterable {
  /// The numbers of the codebook as they are written, as if the steps between answers were equal.
  case scores
  /// The share of answers below plus half the share of the same answer: 0 to 1, with mean one half in the wave it was
  /// fitted on. Ranks are the same up to their unit, and need no coding of their own.
  ///
  /// > Bross, I. (1958). How to use ridit analysis. doi:10.2307/2527727
  case ridit
  /// One column for each answer but the lowest: the share of respondents who gave this answer or a higher one. All
  /// columns together weigh as one feature; two units differ by how much of the one's answers lies above the other's.
  case thermometer
}

/// A coding with what was fitted.
public struct FittedCoding: Hashable, Sendable, Codable {
  /// The kind.
  public var kind: AnswerCoding
  /// The answers, ascending.
  public var answers: [Double]
  /// The score of each answer; for a thermometer the answer itself.
  public var scores: [Double]

  /// Fits a coding.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - answers: The answers of all respondents; NaN where nothing was answered.
  ///   - levels: The answers that could be given, for a thermometer; when empty, those that were given.
  /// - Complexity: O(*n* log *n*).
  public init(_ kind: AnswerCoding, answers: [Double], levels: [Double] = []) {
    self.kind = kind
    let given = answers.filter(\.isFinite).sorted()
    switch kind {
    case .ridit:
      // A ridit is the mid-rank less a half, over n: the same places as those of units.
      let scale = given.isEmpty ? nil : RankScale(sorted: given)
      self.answers = scale?.values ?? []
      scores = scale?.places ?? []
    case .scores, .thermometer:
      let known = (levels.isEmpty ? given : levels.filter(\.isFinite).sorted())
      self.answers = known.enumerated().filter { $0.offset == 0 || known[$0.offset - 1] != $0.element }.map(\.element)
      scores = self.answers
    }
  }

  /// Returns the scores of answers; NaN stays NaN.
  ///
  /// An answer that nobody gave when this was fitted takes the ridit between its neighbours'. Scores and thermometers
  /// are returned as they are.
  public func scored(_ numbers: [Double]) -> [Double] {
    if kind != .ridit || answers.isEmpty { return numbers }
    var scale = RankScale(sorted: [0])
    (scale.values, scale.places) = (answers, scores)
    return numbers.map { $0.isNaN ? $0 : scale($0) }
  }

  /// The steps of a thermometer: every answer but the lowest.
  public var steps: [Double] { kind == .thermometer ? Array(answers.dropFirst()) : [] }

  /// Returns for each respondent 1 when the answer reaches a step, else 0; NaN stays NaN.
  public func reaches(_ step: Double, _ numbers: [Double]) -> [Double] {
    numbers.map { $0.isNaN ? $0 : $0 >= step ? 1 : 0 }
  }
}

extension FeatureSettings {
  /// Returns how the answers behind this feature are scored, or `nil` when they stay as written.
  ///
  /// With the frozen fit of an earlier wave its coding is taken; otherwise one is fitted.
  ///
  /// - Parameters:
  ///   - answers: The answers of all respondents; NaN where nothing was answered.
  ///   - levels: The answers that could be given; when empty, those that were given.
  ///   - earlier: The frozen transform, if any.
  /// - Returns: The coding.
  public func fittedCoding(answers: [Double], levels: [Double] = [], earlier: FittedTransform? = nil) -> FittedCoding? {
    if coding == .scores { return nil }
    if let known = earlier?.features.first(where: { $0.feature == name })?.coding { return known }
    return FittedCoding(coding, answers: answers, levels: levels)
  }
}
