import Clustering
import Normalisation

extension ScanModel {
  /// What one filled-in sheet leads to.
  struct Result: Hashable {
    /// The positions of the questions that were not answered.
    var open: [Int]
    /// The share of each type, to six decimals; `nil` when neither a unit was picked nor a question answered.
    var shares: [Double]?
    /// The type with the largest share, a tie going to the first; `nil` without shares.
    var type: Int?
    /// The positions, among the preconditions of that type's strategy, of what to look at first: what the answers say is
    /// not there, then what is not known to be there in the type.
    var first: [Int]
  }

  /// Scores a sheet.
  ///
  /// The page of the self-scan does the same, line by line, in its script.
  ///
  /// - Parameters:
  ///   - unit: The position of the unit in ``units``, if one was picked.
  ///   - answers: For each question what was answered; `nil` for one that was left open.
  /// - Returns: The shares that follow from what is there.
  /// - Precondition: `answers` has an entry for each question.
  func result(unit: Int?, answers: [Double?]) -> Result {
    precondition(answers.count == questions.count, "an answer or a gap for each question")
    let register = unit.map { units[$0].values.map { $0 ?? .nan } } ?? features.map { _ in .nan }
    let given = zip(questions, answers).map { question, answer -> Double in
      guard let answer, let transform = Transform(rawValue: question.transform), transform.accepts(answer) else {
        return .nan
      }
      return transform(answer)
    }
    let open = questions.indices.filter { given[$0].isNaN }
    guard unit != nil || open.count < questions.count else { return Result(open: open, first: []) }
    let shares = discriminant.chances(of: register + given).map(\.roundedToMillionths)
    let type = shares.max().flatMap { shares.firstIndex(of: $0) }
    return Result(open: open, shares: shares, type: type, first: type.map { first(ofType: $0, answers) } ?? [])
  }

  /// What to look at first for the strategy of a type.
  private func first(ofType type: Int, _ answers: [Double?]) -> [Int] {
    let preconditions = types[type].choice?.preconditions ?? []
    let states = preconditions.map { $0.isMet(by: answers) }
    let own = preconditions.indices.filter { states[$0] == false }
    let ofType = preconditions.indices.filter { states[$0] == nil && preconditions[$0].state != "met" }
    return own + ofType
  }
}

extension ScanModel.Precondition {
  /// Whether the answers say that it is in place; `nil` when they do not tell.
  func isMet(by answers: [Double?]) -> Bool? {
    var (sum, count) = (0.0, 0)
    for (question, turned) in zip(questions, turned) {
      guard let answer = answers[question] else { continue }
      sum += turned.map { $0 - answer } ?? answer
      count += 1
    }
    guard count > 0 else { return nil }
    let amount = sum / Double(count)
    return atLeast.map { amount >= $0 } != false && atMost.map { amount <= $0 } != false
  }
}
