import Artefacts
import Diagnostics
import Reporting
import Settings
import Strategies
import Tables
import Texts

/// What match left, put together with the texts of the catalogue.
///
/// A name in the tables that the catalogue does not know is a sign that the catalogue changed since, and is refused.
struct MatchedTypes {
  private let rows: [RankingRow]
  private let contributionRows: [ContributionRow]
  private let preconditionRows: [PreconditionRow]
  private let consequenceRows: [ConsequenceRow]
  let fieldRows: [FieldRow]
  private let decisions: [String: DecisionFacts]
  private let reliefs: [String: [ReliefFacts]]

  private struct RankingRow {
    var type: String
    var ranked: RankedStrategy
    var verdict: String
  }

  private struct ContributionRow {
    var type: String
    var strategy: Int
    var facts: ContributionFacts
  }

  private struct PreconditionRow {
    var type: String
    var strategy: Int
    var step: Int
    var facts: PreconditionFacts
  }

  private struct ConsequenceRow {
    var type: String
    var facts: ConsequenceFacts
  }

  init(_ folder: ArtefactFolder, _ catalogue: Catalogue) throws(Failure) {
    rows = try Self.ranking(folder.table("ranking"), catalogue)
    contributionRows = try Self.contributions(folder.table("contributions"), catalogue)
    preconditionRows = try Self.preconditions(folder.table("preconditions"), catalogue)
    consequenceRows = try Self.consequences(folder.table("consequences"), catalogue)
    fieldRows = try Self.fields(folder.table("policy-fields"), catalogue)
    decisions = try Self.decisions(folder, catalogue)
    reliefs =
      try folder.tableIfPresent("relief").map { table throws(Failure) in try Self.relief(table, catalogue) } ?? [:]
  }

  // MARK: What is said of a type

  func ranking(of type: String) -> [RankedStrategy] { rows.filter { $0.type == type }.map(\.ranked) }

  func verdict(of type: String) -> Verdict {
    let own = rows.filter { $0.type == type }
    if let winner = own.first(where: { $0.verdict == "clear" }) { return .clear(winner.ranked.strategy) }
    let contenders = own.filter { $0.verdict == "contender" }.map(\.ranked.strategy)
    return contenders.isEmpty ? .none : .contenders(contenders)
  }

  /// The strategy in front, whether it wins clearly or not.
  private func front(of type: String) -> Int? {
    switch verdict(of: type) {
    case .clear(let strategy): strategy
    case .contenders(let strategies): strategies.first
    case .none: nil
    }
  }

  /// What weighs for the strategy in front, the largest contribution first.
  func contributions(of type: String) -> [ContributionFacts] {
    let front = front(of: type)
    return contributionRows.filter { $0.type == type && $0.strategy == front }.map(\.facts).enumerated()
      .sorted { (-$0.element.contribution, $0.offset) < (-$1.element.contribution, $1.offset) }.map(\.element)
  }

  /// The preconditions of the strategy in front, in the order in which they can be brought about.
  func preconditions(of type: String) -> [PreconditionFacts] {
    let front = front(of: type)
    return preconditionRows.filter { $0.type == type && $0.strategy == front }.enumerated()
      .sorted { ($0.element.step, $0.offset) < ($1.element.step, $1.offset) }.map(\.element.facts)
  }

  func consequences(of type: String) -> [ConsequenceFacts] {
    consequenceRows.filter { $0.type == type }.map(\.facts)
  }

  /// Why its strategy comes first, if match says so.
  func decision(of type: String) -> DecisionFacts? { decisions[type] }

  /// What each strategy does to each consequence; empty when match does not say.
  func relief(of type: String) -> [ReliefFacts] { reliefs[type] ?? [] }

  /// Whether match says what strategies do to consequences.
  var hasRelief: Bool { !reliefs.isEmpty }
}

// MARK: - Reading

extension MatchedTypes {
  static func position(_ id: String, _ ids: [String], _ kind: String) throws(Failure) -> Int {
    if let index = ids.firstIndex(of: id) { return index }
    throw Failure(
      .badData, rule: "other-catalogue", value: id,
      message: "match names the \(kind) '\(id)', which the catalogue lacks",
      mend: "run 'koers-match' anew with this catalogue")
  }

  static func strategies(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> [Int] {
    let ids = catalogue.strategies.map(\.id)
    var positions: [Int] = []
    for id in try table.texts("strategy") { positions.append(try position(id, ids, "strategy")) }
    return positions
  }

  /// The strategies in a column that may be empty.
  static func strategies(
    _ table: Table, _ column: String, _ catalogue: Catalogue
  ) throws(Failure) -> [Int?] {
    let ids = catalogue.strategies.map(\.id)
    var positions: [Int?] = []
    for id in try table.texts(column) { positions.append(id.isEmpty ? nil : try position(id, ids, "strategy")) }
    return positions
  }

  private static func ranking(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> [RankingRow] {
    let types = try table.texts("type")
    let strategies = try strategies(table, catalogue)
    let scores = try table.numbers("score")
    let acceptabilities = try table.numbers("acceptability")
    let any = try table.numbers("acceptability_any")
    let vetoes = try table.integers("veto")
    let above = try table.numbers("above_baseline")
    let verdicts = try table.texts("verdict")
    let vetoShares = table["veto_share"]?.numbers
    return types.indices.map { row in
      let never = catalogue.strategies[strategies[row]].never
      let veto = vetoes[row].flatMap { never.indices.contains($0 - 1) ? never[$0 - 1] : nil }
      return RankingRow(
        type: types[row],
        ranked: RankedStrategy(
          strategy: strategies[row], score: scores[row], acceptability: acceptabilities[row] ?? 0,
          acceptabilityAnyWeights: any[row], aboveBaseline: above[row], veto: veto.map { Wording($0.because) },
          vetoShare: vetoShares?[row]),
        verdict: verdicts[row])
    }
  }

  /// The unit of a criterion, if it has one.
  static func unit(of criterion: Criterion) -> Wording? {
    criterion.unit.nl.isEmpty && criterion.unit.en.isEmpty ? nil : Wording(criterion.unit)
  }

  private static func contributions(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> [ContributionRow] {
    let types = try table.texts("type")
    let strategies = try strategies(table, catalogue)
    let criteria = try table.texts("criterion")
    let values = try table.numbers("value")
    let weights = try table.numbers("weight")
    let parts = try table.numbers("contribution")
    var rows: [ContributionRow] = []
    for row in types.indices {
      let criterion = try position(criteria[row], catalogue.criteria.map(\.id), "criterion")
      // What is not known of the type, such as what the catalogue judges of fields alone, counts for nothing.
      guard values[row] != nil else { continue }
      rows.append(
        ContributionRow(
          type: types[row], strategy: strategies[row],
          facts: ContributionFacts(
            criterion: Wording(catalogue.criteria[criterion].name), value: values[row] ?? 0,
            contribution: parts[row] ?? 0, weight: weights[row] ?? 0)))
    }
    return rows
  }

  private static func preconditions(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> [PreconditionRow] {
    let types = try table.texts("type")
    let strategies = try strategies(table, catalogue)
    let orders = try table.integers("order")
    let met = try table.texts("met")
    let steps = table["step"]?.numbers
    let shares = table["share"]?.numbers
    let amounts = table["amount"]?.numbers
    return types.indices.compactMap { row in
      let all = catalogue.strategies[strategies[row]].preconditions
      guard let order = orders[row], all.indices.contains(order - 1) else { return nil }
      let state: PreconditionFacts.State = met[row] == "true" ? .met : met[row] == "false" ? .open : .unknown
      let precondition = all[order - 1]
      let criterion = catalogue.criteria.first { $0.source == precondition.test?.source }
      return PreconditionRow(
        type: types[row], strategy: strategies[row], step: steps?[row].flatMap { Int(exactly: $0) } ?? order,
        facts: PreconditionFacts(
          id: precondition.id ?? "condition-\(order)", text: Wording(precondition.text), state: state,
          share: shares?[row], amount: amounts?[row],
          atLeast: precondition.test?.atLeast, atMost: precondition.test?.atMost,
          unit: criterion.flatMap { unit(of: $0) }, source: precondition.test?.source))
    }
  }

  private static func consequences(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> [ConsequenceRow] {
    let types = try table.texts("type")
    let ids = try table.texts("consequence")
    let risks = try table.numbers("risk")
    let lows = try table.numbers("low")
    let highs = try table.numbers("high")
    var rows: [ConsequenceRow] = []
    for row in types.indices {
      let consequence = catalogue.consequences[try position(ids[row], catalogue.consequences.map(\.id), "consequence")]
      guard let risk = risks[row] else { continue }
      rows.append(
        ConsequenceRow(
          type: types[row],
          facts: ConsequenceFacts(
            name: Wording(consequence.name), about: Wording(consequence.about), risk: risk, low: lows[row],
            high: highs[row])))
    }
    return rows
  }
}
