import Texts

// The sentences with which the report opens.

extension ReportWriter {
  /// Who answered, and how many types that shows.
  func whoAnswered() -> Prose {
    let response = report.response
    let types = report.types.count
    let used = NumberSource.rows(stage: "ingest", table: "ledger", [NumberSource.Match("outcome", "used")])
    let people = Statement.Number(
      number.count(response.respondents, one: phrases.personWord, many: phrases.peopleWord), response.respondents,
      from: used)
    let kinds = Statement.Number(phrases.small(types), types, from: .count(stage: "cluster", name: "types"))
    let answered = NumberSource.count(stage: "normalise", name: "units")
    let text = phrases.whoAnswered(
      respondents: response.respondents, units: response.unitsAnswered, of: response.unitsInRegister, types: types)
    var numbers = [kinds]
    if let register = response.unitsInRegister {
      numbers += [
        people, whole(response.unitsAnswered, from: answered),
        Statement.Number(
          phrases.count(register), register, from: .count(stage: "normalise", name: "units_of_register")),
      ]
    } else {
      if response.respondents != response.unitsAnswered { numbers.append(people) }
      numbers.append(
        Statement.Number(phrases.count(response.unitsAnswered), response.unitsAnswered, from: answered))
    }
    return "\(Statement(text, numbers))\(alsoAnswered(used))"
  }

  /// The completed questionnaires that belong to no unit; nothing when there are none.
  private func alsoAnswered(_ used: NumberSource) -> Prose {
    guard let others = othersAnswered else { return Prose([]) }
    let total = report.response.respondents + others
    let outside = NumberSource.rows(stage: "ingest", table: "ledger", [NumberSource.Match("outcome", "no_unit")])
    let statement = Statement(
      phrases.alsoAnswered(others: others, total: total),
      [
        Statement.Number(phrases.capitalised(phrases.small(others)), others, from: outside),
        whole(total, from: .sum([used, outside])),
      ])
    return " \(statement)"
  }

  /// How often everything was recalculated.
  func recalculated() -> Prose {
    let times = report.making.recalculations
    let redrawn = times.map { whole($0, from: .count(stage: "normalise", name: "replicates")) }
    let types = Statement(phrases.recalculations(times), [redrawn].compactMap { $0 })
    guard let rule = report.making.winnerRule else { return Prose(types) }
    let draws = whole(rule.draws, from: .parameter(stage: "match", name: "draws"))
    let bounds = Statement.Number(
      number.percentage(rule.bounds), rule.bounds, from: .parameter(stage: "match", name: "bounds"))
    let strategies = Statement(
      phrases.strategyRecalculations(draws: rule.draws, bounds: rule.bounds),
      rule.bounds > 0 ? [draws, bounds] : [draws])
    return "\(types) \(strategies)"
  }

  /// Where the share of draws in which a strategy comes first for a type stands.
  func acceptability(of strategy: Int, for type: TypeFacts) -> NumberSource {
    .cell(
      stage: "match", table: "ranking", column: "acceptability",
      [NumberSource.Match("type", type.letter), NumberSource.Match("strategy", report.strategies[strategy].id)])
  }
}
