import Diagnostics
import Estimation
import Survey
import Tables

// What may be published of the smaller tables about groups of people.

/// The functions of all respondents together, without those of too few.
///
/// What normalise leaves by unit is about a few people each; the sums over all units are a table of people.
func publishableFunctionMix(
  _ table: Table, _ known: [String: MarginTable.Standing], _ control: DisclosureControl
) throws(Failure) -> (table: Table, counts: SuppressionCounts, withheld: [String: MarginTable.Standing]) {
  let functions = try table.texts("function")
  let respondents = try table.integers("respondents")
  // Who gave no function is in no group.
  let names = distinct(functions.filter { !$0.isEmpty })
  var sums = names.map { _ in 0 }
  for row in functions.indices {
    if let index = names.firstIndex(of: functions[row]) { sums[index] += respondents[row] ?? 0 }
  }
  let standings = lineStandings(names, sums, known, control)
  let mix = Table(
    "functions",
    [
      Column("function", .text(names), description: "Code of the function."),
      Column("respondents", .integer(sums), description: "Number of respondents."),
    ])
  return (
    mix.withholding(standings, in: ["respondents"]), SuppressionCounts(standings),
    Dictionary(zip(names, standings)) { first, _ in first }.filter { $0.value != .shown }
  )
}

/// Returns what becomes of groups of people beside their total.
private func lineStandings(
  _ names: [String], _ sizes: [Int], _ known: [String: MarginTable.Standing], _ control: DisclosureControl
) -> [MarginTable.Standing] {
  var line = MarginTable(line: sizes.map(Double.init))
  for (index, name) in names.enumerated() where sizes[index] > 0 {
    if let standing = known[name] { line[.cell(row: 0, column: index)] = standing }
  }
  line.fix(.rowTotal(0))
  line = control.suppress(line)
  return names.indices.map { line[.cell(row: 0, column: $0)] }
}

/// The functions of respondents, without those of too few; the mix to which units were brought tells as much.
func publishableFunctions(
  _ table: Table, _ known: [String: MarginTable.Standing], _ control: DisclosureControl
) throws(Failure) -> (table: Table, counts: SuppressionCounts) {
  let functions = try table.texts("function")
  let respondents = try table.integers("respondents")
  let names = distinct(functions)
  var sizes = names.map { _ in Int.max }
  // Of features that fewer were asked about the effects rest on fewer; the least counts.
  for row in functions.indices {
    let index = names.firstIndex(of: functions[row]) ?? 0
    sizes[index] = min(sizes[index], respondents[row] ?? 0)
  }
  let found = lineStandings(names, sizes, known, control)
  let standings = functions.map { name in found[names.firstIndex(of: name) ?? 0] }
  return (
    table.withholding(standings, in: ["effect", "respondents", "reference"]), SuppressionCounts(standings)
  )
}

/// The fitness of the units' data, without groups of too few and shares that tell what nearly all of a group said.
func publishableDataFitness(
  _ table: Table, _ known: [String: MarginTable.Standing], _ control: DisclosureControl
) throws(Failure) -> (table: Table, counts: SuppressionCounts) {
  let fields = try table.texts("field")
  let goals = try table.texts("goal")
  let people = try table.integers("n")
  let units = try table.integers("units")
  let shares = try table.numbers("share")
  let verdicts = try table.texts("verdict")
  let names = distinct(fields.filter { !$0.isEmpty })
  let kinds = distinct(goals.filter { $0 != "all" })
  let columns = max(1, kinds.count)
  func row(_ field: Int, _ goal: Int) -> Int? {
    fields.indices.first { row in
      fields[row] == (field < names.count ? names[field] : "")
        && goals[row] == (goal < kinds.count ? kinds[goal] : "all")
    }
  }
  func entry(_ field: Int, _ goal: Int) -> MarginTable.Entry {
    switch (field < names.count, goal < kinds.count || kinds.isEmpty) {
    case (true, true): .cell(row: field, column: min(goal, columns - 1))
    case (true, false): .rowTotal(field)
    case (false, true): .columnTotal(min(goal, columns - 1))
    case (false, false): .total
    }
  }
  let places = (0...names.count).flatMap { field in
    (kinds.isEmpty ? 0...0 : 0...kinds.count).map { (field: field, goal: $0) }
  }
  func matrix(_ value: (Int) -> Double) -> [[Double]] {
    names.indices.map { field in (0..<columns).map { goal in row(field, goal).map(value) ?? 0 } }
  }
  func blank(_ table: inout MarginTable) {
    guard kinds.isEmpty else { return }
    for field in names.indices { table.withholdWholly(.rowTotal(field), as: .absent) }
    table.withholdWholly(.total, as: .absent)
  }

  var numbers = MarginTable(matrix { Double(people[$0] ?? 0) })
  blank(&numbers)
  for place in places {
    guard let row = row(place.field, place.goal), let count = people[row], count > 0 else { continue }
    if control.isTooSmall(respondents: count, units: units[row]) {
      numbers[entry(place.field, place.goal)] = .primary
    } else if place.field < names.count, goals[row] == "all", let standing = known[names[place.field]] {
      numbers[entry(place.field, place.goal)] = standing
    }
  }
  numbers = control.suppress(numbers)
  var answers = MarginTable(
    matrix { row in
      DisclosureControl.steps(shares[row] ?? 0, of: people[row] ?? 0, on: 0...1).low
    }, outOf: matrix { Double(people[$0] ?? 0) })
  blank(&answers)
  for place in places {
    let entry = entry(place.field, place.goal)
    if numbers[entry] == .primary || numbers[entry] == .secondary {
      answers.withholdWholly(entry, as: numbers[entry])
    } else if let row = row(place.field, place.goal), verdicts[row] == "too_few", (people[row] ?? 0) > 0 {
      // Too few for a verdict by the rule of the pipeline, though enough to be counted.
      answers.withholdWholly(entry, as: .primary)
    }
  }
  answers = control.suppress(answers)
  var hidden = [MarginTable.Standing](repeating: .shown, count: fields.count)
  var told = hidden
  for place in places {
    guard let row = row(place.field, place.goal) else { continue }
    hidden[row] = numbers[entry(place.field, place.goal)]
    told[row] = answers[entry(place.field, place.goal)]
  }
  var published = table.withholding(told, in: [(["n", "units"], hidden), (["share", "low", "high"], told)])
  published.replace(
    "verdict",
    told.indices.map { row in
      told[row] == .shown ? verdicts[row] : hidden[row] == .primary || people[row] == 0 ? "too_few" : "withheld"
    })
  return (published, SuppressionCounts(told.indices.filter { (people[$0] ?? 0) > 0 }.map { told[$0] }))
}

/// How many did not answer a question, without the parts of it that are too few.
///
/// That so many of all respondents did not answer says nothing of what anybody thinks; that they refused might.
func publishableNonResponse(
  _ whole: Table, _ codebook: Codebook, _ control: DisclosureControl
) throws(Failure) -> (table: Table, counts: SuppressionCounts) {
  let questions = try whole.texts("question")
  let table = whole.selecting(questions.indices.filter { codebook[questions[$0]]?.publish == true })
  let refused = try table.integers("refused")
  let missing = try table.integers("missing")
  let standings = refused.indices.map { row -> MarginTable.Standing in
    let parts = [refused[row] ?? 0, missing[row] ?? 0]
    return parts.contains { (1..<control.minimum).contains($0) } ? .primary : .shown
  }
  return (table.withholding(standings, in: ["refused", "missing"]), SuppressionCounts(standings))
}

extension Table {
  /// Puts other texts into a column.
  fileprivate mutating func replace(_ name: String, _ texts: [String]) {
    var table = Table(self.name)
    for var column in columns {
      if column.name == name { column.values = .text(texts) }
      table.append(column)
    }
    self = table
  }
}

private func distinct(_ texts: [String]) -> [String] {
  var seen: [String] = []
  for text in texts where !seen.contains(text) { seen.append(text) }
  return seen
}
