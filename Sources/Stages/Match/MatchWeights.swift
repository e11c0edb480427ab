import DecisionAnalysis
import Matrices
import Strategies
import Tables

/// The weights of the criteria: declared, of the people who weighed, used, and what the data would say.
struct MatchWeights {
  /// The points that the catalogue declares (*c*).
  let declared: [Double]
  /// The weights of the people; `nil` when nobody weighed.
  let group: GroupWeights?
  /// The weights that are used (*c*), adding up to 1.
  let used: [Double]
  /// What entropy and CRITIC would say (*c*), each adding up to 1: a mirror, which decides nothing.
  let entropy: [Double]
  let critic: [Double]

  private let criteria: [String]

  /// Gathers the weights.
  ///
  /// The mirrors look at one table: a row for each type and each strategy that takes part, with what every criterion is worth
  /// there, one half where the strategy does not ask for it.
  init(_ catalogue: Catalogue, declared: [Double], group: GroupWeights?, _ matches: [Match]) {
    criteria = catalogue.criteria.map(\.id)
    self.declared = declared
    self.group = group
    let points = catalogue.criteria.map(\.points)
    let total = points.reduce(0, +)
    used = total > 0 ? points.map { $0 / total } : points
    let rows = matches.flatMap { match in
      match.ranking.filter { $0.veto == nil }.map { place in
        var worth = [Double](repeating: 0.5, count: points.count)
        for part in match.assessments[place.strategy].contributions where !part.value.isNaN {
          worth[part.criterion] = part.value
        }
        return worth
      }
    }
    let values = Matrix(rows: rows.count, columns: points.count, values: rows.flatMap { $0 })
    entropy = entropyWeights(values)
    critic = criticWeights(values)
  }

  /// The weights of every criterion.
  var table: Table {
    let persons = group?.persons ?? []
    func ends(_ pick: ([Double]) -> Double?) -> [Double?] {
      criteria.indices.map { criterion in pick(persons.map { $0.weights[criterion] }) }
    }
    return Table(
      "weights",
      [
        Column("criterion", .text(criteria), description: "Identifier of the criterion."),
        Column("points", .number(declared), description: "Points that the catalogue declares."),
        Column("weight", .number(used), description: "The weight used, as a share of all."),
        Column(
          "equal", .number(equalWeights(count: criteria.count)), description: "The weight if all counted the same."),
        Column(
          "entropy", .number(entropy),
          description: "The weight that the spread of the values would give (entropy): a mirror that decides nothing."),
        Column(
          "critic", .number(critic), description: "The weight that contrast and conflict would give (CRITIC): a mirror."
        ),
        Column("low", .number(ends { $0.min() }), description: "The least weight of a person; empty without persons."),
        Column("high", .number(ends { $0.max() }), description: "The greatest weight of a person."),
      ])
  }

  /// How each person weighs; `nil` when nobody weighed.
  var personTable: Table? {
    guard let persons = group?.persons else { return nil }
    let rows = persons.flatMap { person in criteria.indices.map { (person: person, criterion: $0) } }
    return Table(
      "persons",
      [
        Column("person", .text(rows.map(\.person.person)), description: "The person."),
        Column("method", .text(rows.map(\.person.method.rawValue)), description: "points, or pairs (AHP)."),
        Column("criterion", .text(rows.map { criteria[$0.criterion] }), description: "Identifier of the criterion."),
        Column(
          "weight", .number(rows.map { $0.person.weights[$0.criterion] }), description: "As a share of all."),
        Column(
          "consistency_ratio", .number(rows.map(\.person.consistencyRatio)),
          description: "How much judgements of pairs contradict each other; empty for points."),
      ])
  }

  /// Which strategy would come first for each type under each of the weights.
  func choiceTable(_ profiles: TypeProfiles, _ matcher: Matcher) -> Table {
    var ways: [(name: String, person: String?, weights: [Double])] = [
      ("used", nil, used), ("declared", nil, declared), ("equal", nil, equalWeights(count: criteria.count)),
      ("entropy", nil, entropy), ("critic", nil, critic),
    ]
    ways += (group?.persons ?? []).map { ("person", $0.person, $0.weights) }
    let rows = profiles.types.indices.flatMap { type in
      let profile = profiles.profile(ofType: type)
      return ways.map { (type: type, way: $0, first: matcher.first(for: profile, points: $0.weights)) }
    }
    return Table(
      "choices-by-weights",
      [
        Column("type", .text(rows.map { profiles.types[$0.type] }), description: "The type."),
        Column(
          "weights", .text(rows.map(\.way.name)), description: "used, declared, equal, entropy, critic or person."),
        Column("person", .text(rows.map(\.way.person)), description: "The person whose weights they are."),
        Column(
          "strategy", .text(rows.map { row in row.first.map { matcher.catalogue.strategies[$0.strategy].id } }),
          description: "The strategy that would come first."),
        Column("score", .number(rows.map { $0.first?.score }), description: "Its score, 0 to 1."),
      ])
  }
}
