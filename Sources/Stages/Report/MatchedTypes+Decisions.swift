import Artefacts
import Diagnostics
import Reporting
import Strategies
import Tables
import Texts

// What match says of why a strategy comes first; a folder from before it said so leaves all of it out.

extension MatchedTypes {
  /// Why the strategy of each type comes first.
  static func decisions(
    _ folder: ArtefactFolder, _ catalogue: Catalogue
  ) throws(Failure) -> [String: DecisionFacts] {
    guard let table = try folder.tableIfPresent("choices") else { return [:] }
    let types = try table.texts("type")
    let firsts = try strategies(table, "strategy", catalogue)
    let nexts = try strategies(table, "runner_up", catalogue)
    let topsis = try strategies(table, "topsis_first", catalogue)
    let promethee = try strategies(table, "promethee_first", catalogue)
    let unvetoed = try strategies(table, "unvetoed", catalogue)
    let unvetoedScores = try table.numbers("unvetoed_score")
    let scores = try table.numbers("score")
    let shares = try table.numbers("acceptability")
    let ahead = try table.numbers("ahead")
    let agree = try table.texts("agree")
    let differences = try folder.tableIfPresent("runner-up").map { table throws(Failure) in
      try Self.differences(table, catalogue)
    }
    let flips = try folder.tableIfPresent("flips").map { table throws(Failure) in try Self.flips(table, catalogue) }
    let byWeights = try folder.tableIfPresent("choices-by-weights").map { table throws(Failure) in
      try Self.byWeights(table, catalogue)
    }
    var decisions: [String: DecisionFacts] = [:]
    for (row, type) in types.enumerated() {
      decisions[type] = DecisionFacts(
        strategy: firsts[row], runnerUp: nexts[row], score: scores[row], acceptability: shares[row], ahead: ahead[row],
        differences: differences?[type] ?? [],
        unvetoed: unvetoed[row].map { DecisionFacts.Unvetoed(strategy: $0, score: unvetoedScores[row]) },
        topsisFirst: topsis[row], prometheeFirst: promethee[row],
        agrees: agree[row].isEmpty ? nil : agree[row] == "true", flips: flips.map { $0[type] ?? [] },
        equalFirst: byWeights?[type]?.equal, persons: byWeights?[type].flatMap { $0.persons(for: firsts[row]) })
    }
    return decisions
  }

  /// What comes first by other weights.
  private struct ByWeights {
    var equal: Int?
    /// The first of each person; `nil` when all are ruled out.
    var firsts: [Int?] = []

    func persons(for strategy: Int?) -> DecisionFacts.Persons? {
      firsts.count < 2 || strategy == nil
        ? nil : DecisionFacts.Persons(agreeing: firsts.count { $0 == strategy }, count: firsts.count)
    }
  }

  private static func byWeights(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> [String: ByWeights] {
    let types = try table.texts("type")
    let ways = try table.texts("weights")
    let firsts = try strategies(table, "strategy", catalogue)
    var found: [String: ByWeights] = [:]
    for (row, type) in types.enumerated() {
      switch ways[row] {
      case "equal": found[type, default: ByWeights()].equal = firsts[row]
      case "person": found[type, default: ByWeights()].firsts.append(firsts[row])
      default: continue
      }
    }
    return found
  }

  private static func differences(
    _ table: Table, _ catalogue: Catalogue
  ) throws(Failure) -> [String: [DecisionFacts.Difference]] {
    let types = try table.texts("type")
    let criteria = try table.texts("criterion")
    let firsts = try table.numbers("first")
    let nexts = try table.numbers("runner_up")
    let differences = try table.numbers("difference")
    var found: [String: [DecisionFacts.Difference]] = [:]
    for (row, type) in types.enumerated() {
      let criterion = try position(criteria[row], catalogue.criteria.map(\.id), "criterion")
      found[type, default: []].append(
        DecisionFacts.Difference(
          criterion: Wording(catalogue.criteria[criterion].name), first: firsts[row], runnerUp: nexts[row],
          difference: differences[row] ?? 0))
    }
    return found
  }

  private static func flips(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> [String: [FlipFacts]] {
    let types = try table.texts("type")
    let kinds = try table.texts("kind")
    let names = try table.texts("name")
    let from = try table.numbers("from")
    let to = try table.numbers("to")
    let changes = try table.numbers("change")
    let strategies = try strategies(table, catalogue)
    let smallest = try table.texts("smallest")
    var found: [String: [FlipFacts]] = [:]
    for (row, type) in types.enumerated() {
      guard let kind = FlipFacts.Kind(rawValue: kinds[row]), let from = from[row], let to = to[row] else { continue }
      // An amount that only rules strategies out is no criterion, and goes by the name of its source.
      let criterion = catalogue.criteria.first { (kind == .weight ? $0.id : $0.source) == names[row] }
      found[type, default: []].append(
        FlipFacts(
          kind: kind, id: names[row], name: criterion.map { Wording($0.name) } ?? Wording(same: names[row]),
          unit: kind == .amount ? criterion.flatMap { unit(of: $0) } : nil, from: from, to: to,
          change: changes[row] ?? 0, strategy: strategies[row], isSmallest: smallest[row] == "true"))
    }
    return found
  }

  /// What each strategy does to each consequence, by type.
  static func relief(_ table: Table, _ catalogue: Catalogue) throws(Failure) -> [String: [ReliefFacts]] {
    let types = try table.texts("type")
    let strategies = try strategies(table, catalogue)
    let ids = try table.texts("consequence")
    let levels = try table.texts("level")
    let names = ["doing_nothing", "risk", "low", "high", "change", "change_low", "change_high"]
    var amounts: [[Double?]] = []
    for name in names { amounts.append(try table.numbers(name)) }
    var found: [String: [ReliefFacts]] = [:]
    for (row, type) in types.enumerated() {
      let consequence = try position(ids[row], catalogue.consequences.map(\.id), "consequence")
      found[type, default: []].append(
        ReliefFacts(
          strategy: strategies[row], consequence: Wording(catalogue.consequences[consequence].name),
          level: StrategyFacts.Effort(rawValue: levels[row]), doingNothing: amounts[0][row], risk: amounts[1][row],
          low: amounts[2][row], high: amounts[3][row], change: amounts[4][row], changeLow: amounts[5][row],
          changeHigh: amounts[6][row]))
    }
    return found
  }
}
