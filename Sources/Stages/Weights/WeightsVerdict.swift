import DecisionAnalysis
import Strategies
import Texts

/// How far the members of a group agree, and what their weights do to the choice, as values that can be written.
struct WeightsVerdict: Hashable, Sendable, Encodable {
  /// What the members make of a criterion, as shares of all weight.
  struct Criterion: Hashable, Sendable, Encodable {
    var id: String
    var name: String
    /// The weight in use.
    var present: Double
    var mean: Double
    var least: Double
    var greatest: Double
    /// The member who lies farthest from the mean; `nil` when nobody does.
    var farthest: String?
    /// The mean in points that add up to the total of the catalogue, rounded.
    var points: Double
  }

  /// A member.
  struct Member: Hashable, Sendable, Encodable {
    var name: String
    /// The weight of each criterion, in their order, as shares of all.
    var weights: [Double]
    /// How far from the mean of all: the share of the weight that would have to be moved.
    var distance: Double
  }

  /// For how many members a strategy comes first.
  struct First: Hashable, Sendable, Encodable {
    var strategy: UnitStory.StrategyName
    var members: [String]
    var share: Double
  }

  /// What comes first for a type.
  struct Choice: Hashable, Sendable, Encodable {
    var type: UnitStory.TypeName
    /// Under the weights in use; `nil` when none takes part.
    var present: UnitStory.StrategyName?
    /// Under the mean of the members.
    var mean: UnitStory.StrategyName?
    /// Under the weights of the members, most members first.
    var first: [First]
    /// Whether the mean and every member give what is in use.
    var unmoved: Bool
  }

  var file: String
  var wave: String
  var language: String
  var simulated: Bool
  /// Kendall's W, corrected for ties; `nil` when it is not defined.
  var concordance: Double?
  /// The mean over all pairs of members of half the sum of the absolute differences; `nil` for one member.
  var meanDistance: Double?
  /// The member who lies farthest from the mean of all; `nil` when nobody does.
  var farthest: String?
  var members: [Member]
  var criteria: [Criterion]
  var choices: [Choice]
  /// To what the points of the criteria are rounded.
  var pointsStep: Double

  init(
    file: String, wave: String, language: String, simulated: Bool, group: GroupWeights,
    types: [(id: String, choice: ChoiceByMembers)], sources: StorySources
  ) {
    self.file = file
    self.wave = wave
    self.language = language
    self.simulated = simulated
    let agreement = WeightAgreement(group.persons.map(\.weights))
    let names = group.persons.map(\.person)
    concordance = agreement.concordance
    meanDistance = agreement.meanDistance
    farthest = agreement.farthest.map { names[$0] }
    members = group.persons.enumerated().map { index, person in
      Member(name: person.person, weights: person.weights, distance: agreement.distances[index])
    }
    let catalogue = sources.catalogue
    let used = catalogue.criteria.map(\.points)
    let sum = used.reduce(0, +)
    let (points, step) = Self.rounded(agreement.mean, total: catalogue.points)
    pointsStep = step
    criteria = catalogue.criteria.enumerated().map { index, criterion in
      let spread = agreement.spreads[index]
      return Criterion(
        id: criterion.id, name: sources.text(criterion.name), present: sum > 0 ? used[index] / sum : 0,
        mean: spread.mean, least: spread.least, greatest: spread.greatest, farthest: spread.farthest.map { names[$0] },
        points: points[index])
    }
    choices = types.map { id, choice in
      let type = sources.members.ids.firstIndex(of: id).map(sources.typeName)
      return Choice(
        type: type ?? UnitStory.TypeName(letter: id, name: id, size: 0),
        present: choice.present.map(sources.strategyName),
        mean: choice.mean.map(sources.strategyName),
        first: choice.counts.map { strategy, count in
          First(
            strategy: sources.strategyName(strategy),
            members: zip(names, choice.members).compactMap { $1 == strategy ? $0 : nil },
            share: Double(count) / Double(names.count))
        },
        unmoved: choice.isUnmoved)
    }
  }

  /// Returns weights as rounded points that still add up to a total: those with the largest rests are rounded up.
  ///
  /// - Parameters:
  ///   - weights: Weights that add up to 1.
  ///   - total: What the points add up to.
  /// - Returns: The points, and to what they are rounded: a power of ten, at most a hundredth of the total.
  static func rounded(_ weights: [Double], total: Double) -> (points: [Double], step: Double) {
    var scale = 1.0
    while total * scale < 1000 || (total * scale).rounded() != total * scale, scale < 1e9 { scale *= 10 }
    let exact = weights.map { $0 * total * scale }
    var parts = exact.map { $0.rounded(.down) }
    let missing = Int((total * scale - parts.reduce(0, +)).rounded())
    let order = exact.indices.sorted { (parts[$0] - exact[$0], $0) < (parts[$1] - exact[$1], $1) }
    for index in order.prefix(max(0, missing)) { parts[index] += 1 }
    return (parts.map { $0 / scale }, 1 / scale)
  }
}
