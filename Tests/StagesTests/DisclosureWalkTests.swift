import Diagnostics
import Estimation
import PipelineFiles
import Registers
import Settings
import Survey
import Tables
import Testing

@testable import Stages

/// Waves with small groups are brought to the tables of normalise and published; then a reader who knows the rule tries
/// to work out what was withheld, by adding and subtracting what is printed.
@Suite struct DisclosureWalkTests {
  private let minimum = 5
  private let text = LocalText(nl: "t", en: "t")

  /// A small generator: the numbers need only be mixed.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private var codebook: Codebook {
    func categories(_ codes: [String]) -> [Survey.Category] { codes.map { Category(value: $0, label: text) } }
    let scale = (1...5).map { Category(value: String($0), label: text, number: Double($0)) }
    return Codebook(
      name: "c", title: text,
      questions: [
        Question(
          name: "function", text: text, kind: .category, role: .function, publish: true,
          categories: categories(["head", "teacher", "clerk"])),
        Question(
          name: "field", text: text, kind: .category, role: .field, publish: true,
          categories: categories(["care", "roads", "parks"])),
        Question(name: "tools", text: text, kind: .boolean, publish: true),
        Question(name: "rare", text: text, kind: .boolean, publish: true),
        Question(name: "enough", text: text, kind: .scale, index: "quality", publish: true, categories: scale),
        Question(name: "goal", text: text, kind: .scale, index: "quality", publish: true, categories: scale),
      ], indices: [Index(name: "quality", label: text, kind: .maturity)])
  }

  /// A wave of units of one to six respondents in which some classes, functions and answers are rare.
  private func wave(_ dice: inout Dice) -> Wave {
    var units: [String] = []
    for unit in 0..<24 { units += Array(repeating: "u\(100 + unit)", count: 1 + dice.roll(6)) }
    func column(_ question: String, _ values: [String?], numbers: [Double?]? = nil) -> AnswerColumn {
      AnswerColumn(
        question: question, values: numbers.map { .number($0) } ?? .text(values),
        states: values.map { $0 == nil ? .missing : .answered }, numbers: numbers ?? values.map { _ in nil })
    }
    func drawn(_ codes: [String?]) -> [String?] { units.map { _ in codes[dice.roll(codes.count)] } }
    func scale(_ question: String) -> AnswerColumn {
      let values = units.map { _ in dice.roll(20) == 0 ? Int?.none : 1 + dice.roll(5) }
      return AnswerColumn(
        question: question, values: .integer(values), states: values.map { $0 == nil ? .missing : .answered },
        numbers: values.map { $0.map(Double.init) })
    }
    func yes(_ question: String, _ sides: Int) -> AnswerColumn {
      let values = units.map { _ in dice.roll(sides) == 0 }
      return AnswerColumn(
        question: question, values: .boolean(values), states: values.map { _ in .answered },
        numbers: values.map { $0 ? 1 : 0 })
    }
    let common = Array(repeating: Optional("teacher"), count: 12)
    return Wave(
      respondents: units.indices.map { "r\(1000 + $0)" }, units: units,
      answers: [
        column("function", drawn(common + ["head", "head", "clerk"])),
        column("field", drawn(["care", "care", "care", "care", "roads", "roads", "parks", nil])),
        yes("tools", 2), yes("rare", 15), scale("enough"), scale("goal"),
      ])
  }

  private func tables(_ wave: Wave, _ dice: inout Dice) throws -> [String: Table] {
    let register = (0..<40).map { unit in
      Unit(
        code: "u\(100 + unit)", name: "U\(unit)",
        values: [
          "size": .number(Double(dice.roll(30))), "part": .text(["north", "north", "east", "west"][dice.roll(4)]),
        ])
    }
    let findings = Findings()
    let reader = SettingsReader(
      try parseYAML(
        """
        classes: {size: {source: register.size, breaks: [3, 15, 28]}, part: {source: register.part}}
        response: [size, part]
        estimates_by: [size, part]
        fitness:
          data: {suffices: enough, suffices_share: ["4", "5"], goal: goal, goal_share: ["4", "5"]}
        """, file: "p.yaml"), of: "normalise", findings: findings)
    let settings = EstimationSettings(reading: reader)
    let fitness = FitnessSettings(reading: reader, classes: ["size", "part"])
    try findings.throwErrors()
    let sample = Sample(respondents: wave.respondents, units: wave.units, measures: [])
    let design = try UnitDesign(
      register: register, answering: sample.units, respondents: sample.sizes, settings)
    let data = try #require(fitness.data)
    let functions = try #require(wave["function"])
    let mix = Table(
      "functions",
      [
        Column("unit", .text(wave.units)), Column("function", .text(Column("f", functions.values).texts)),
        Column("respondents", .integer(wave.units.map { _ in 1 })),
      ])
    let all = [
      SurveyEstimates(wave, codebook, design: design).table, design.responseTable,
      AnswerDistributions(wave, codebook).table, DataFitness(wave, codebook, data, design: design).table,
      ItemNonResponse(wave, codebook).table,
    ]
    return Dictionary(uniqueKeysWithValues: (all + [mix]).map { ($0.name, $0) })
  }

  // MARK: - What a reader can work out

  /// A count as a reader sees it: known, or within bounds; with the most that it can be.
  private struct Seen {
    var count: Double?
    var most: Double
    var truth: Double
  }

  /// Checks that no withheld count in a sum can be placed within fewer than the minimum, when the sum is printed.
  private func attack(_ parts: [Seen], total: Double?, _ about: String, floor: Double) {
    guard let total else { return }
    let rest = total - parts.reduce(0) { $0 + ($1.count ?? 0) }
    let hidden = parts.indices.filter { parts[$0].count == nil }
    for index in hidden {
      let others = hidden.filter { $0 != index }
      let most = min(parts[index].most, rest - floor * Double(others.count))
      let least = max(floor, rest - others.reduce(0) { $0 + parts[$1].most })
      #expect(most - least >= Double(minimum) - 1e-6, "\(about): \(least) to \(most), is \(parts[index].truth)")
    }
  }

  private func rows(_ table: Table, _ columns: String...) -> [[String]] {
    let texts = columns.map { table[$0]?.texts ?? [] }
    return (0..<table.rowCount).map { row in texts.map { ($0[row] ?? "") } }
  }

  @Test func `no count below the minimum can be read or worked out from what is published`() throws {
    var withheld = 0
    var shown = 0
    var statements = 0
    for seed in 1...12 {
      var dice = Dice(state: UInt64(seed) &* 7919)
      let wave = wave(&dice)
      let secret = try tables(wave, &dice)
      let safe = try PublishableTables(
        secret, codebook, DisclosureControl(minimum: minimum), fitnessQuestions: ["enough", "goal"])
      withheld += safe.suppressed.reduce(0) { $0 + $1.counts.withheld }
      shown += safe.suppressed.reduce(0) { $0 + $1.counts.shown }
      for name in ["response", "functions", "data-fitness", "estimates"] {
        for column in ["respondents", "n"] {
          for count in try safe.table(name)[column]?.numbers ?? [] {
            if let count { #expect(count == 0 || count >= Double(minimum), "\(name).\(column)") }
          }
        }
      }
      try attackResponse(safe, secret, wave)
      try attackEstimates(safe, secret)
      try attackDataFitness(safe, secret)
      statements += try attackDistributions(safe)
    }
    #expect(withheld > 200 && shown > 200)
    #expect(statements > 0 && statements < 24, "some statements are shown with all their answers, and some are not")
  }

  private func attackResponse(_ safe: PublishableTables, _ all: [String: Table], _ wave: Wave) throws {
    let table = try safe.table("response")
    let truth = try #require(all["response"]?["respondents"]?.numbers)
    let classes = try table.texts("classes")
    let numbers = try table.numbers("respondents")
    for name in Set(classes) where !name.contains(" x ") {
      let own = classes.indices.filter { classes[$0] == name }
      attack(
        own.map { Seen(count: numbers[$0], most: .infinity, truth: truth[$0] ?? 0) }, total: Double(wave.count),
        "respondents by \(name)", floor: 1)
    }
    #expect(classes.indices.allSatisfy { !classes[$0].contains(" x ") || numbers[$0] == nil })
    let mix = try safe.table("functions")["respondents"]?.numbers ?? []
    let named = Double(wave.count)
    attack(mix.map { Seen(count: $0, most: .infinity, truth: 0) }, total: named, "functions", floor: 1)
  }

  private func attackEstimates(_ safe: PublishableTables, _ all: [String: Table]) throws {
    let table = try safe.table("estimates")
    let secret = try #require(all["estimates"])
    let keys = rows(table, "question", "answer", "by", "cell", "estimand")
    let counts = try table.numbers("n")
    let values = try table.numbers("estimate")
    let trueCounts = try secret.numbers("n")
    let trueValues = try secret.numbers("estimate")
    for row in keys.indices where values[row] == nil {
      for column in ["se", "low", "high", "deff"] { #expect(table[column]?.numbers[row] == nil) }
    }
    let mine = keys.indices.filter { keys[$0][4] == "respondents" }
    for row in mine where keys[row][2].isEmpty {
      let isMean = keys[row][1] == "mean"
      let (least, length) = isMean ? (1.0, 4.0) : (0.0, 1.0)
      func steps(_ row: Int, _ counts: [Double?], _ values: [Double?]) -> Double? {
        guard let count = counts[row], let value = values[row] else { return nil }
        return count * (value - least)
      }
      for division in ["size", "part"] {
        let cells = mine.filter { keys[$0][2] == division && keys[$0][0...1] == keys[row][0...1] }
        let about = "\(keys[row][0...1].joined(separator: " ")) by \(division)"
        for cell in cells + [row] {
          guard let count = counts[cell], let found = steps(cell, counts, values) else { continue }
          let others = count * length - found
          #expect(min(found, others) >= Double(minimum) - 1e-6, "\(about): \(found) and \(others)")
        }
        attack(
          cells.map { Seen(count: counts[$0], most: .infinity, truth: trueCounts[$0] ?? 0) }, total: counts[row],
          about + ", people", floor: 1)
        attack(
          cells.map { cell in
            Seen(
              count: steps(cell, counts, values), most: counts[cell].map { $0 * length } ?? .infinity,
              truth: steps(cell, trueCounts, trueValues) ?? 0)
          }, total: steps(row, counts, values), about, floor: 0)
      }
    }
    // The answers of a list add up to everybody.
    for question in ["function", "field"] {
      let own = mine.filter { keys[$0][0] == question }
      for group in Set(own.map { keys[$0][2...3].joined(separator: " ") }) {
        let cells = own.filter { keys[$0][2...3].joined(separator: " ") == group }
        attack(
          cells.map { cell in
            let count = counts[cell].flatMap { n in values[cell].map { n * $0 } }
            return Seen(
              count: count, most: counts[cell] ?? .infinity, truth: (trueCounts[cell] ?? 0) * (trueValues[cell] ?? 0))
          }, total: cells.first.flatMap { counts[$0] }, "\(question) of \(group)", floor: 0)
      }
    }
  }

  /// Checks every answer of a statement that is shown, and returns the number of these.
  private func attackDistributions(_ safe: PublishableTables) throws -> Int {
    let table = try safe.table("distributions")
    let questions = try table.texts("question")
    let people = try table.numbers("respondents")
    let all = try table.numbers("n")
    let shares = try table.numbers("share")
    let estimates = try safe.table("estimates")
    let totals = rows(estimates, "question", "by", "estimand", "estimate")
    var shown: Set<String> = []
    for row in questions.indices {
      #expect((people[row] == nil) == (shares[row] == nil) && (people[row] == nil) == (all[row] == nil))
      guard let count = people[row], let total = all[row] else { continue }
      shown.insert(questions[row])
      #expect(count >= Double(minimum) && total - count >= Double(minimum))
      // Whatever of the statement or its index is published elsewhere is published there too.
      for name in [questions[row], "quality"] {
        let whole = totals.filter { $0[0] == name && $0[1].isEmpty && $0[2] == "respondents" }
        #expect(whole.allSatisfy { !$0[3].isEmpty })
      }
    }
    for question in shown {
      #expect(questions.indices.allSatisfy { questions[$0] != question || people[$0] != nil }, "whole or not at all")
    }
    return shown.count
  }

  private func attackDataFitness(_ safe: PublishableTables, _ all: [String: Table]) throws {
    let table = try safe.table("data-fitness")
    let keys = rows(table, "field", "goal")
    let counts = try table.numbers("n")
    let shares = try table.numbers("share")
    let truth = try #require(all["data-fitness"]?["n"]?.numbers)
    func seen(_ row: Int, asShare: Bool) -> Seen {
      asShare
        ? Seen(
          count: counts[row].flatMap { n in n == 0 ? 0 : shares[row].map { n * $0 } }, most: counts[row] ?? .infinity,
          truth: 0)
        : Seen(count: counts[row], most: .infinity, truth: truth[row] ?? 0)
    }
    for asShare in [false, true] {
      for field in Set(keys.map { $0[0] }) {
        let own = keys.indices.filter { keys[$0][0] == field }
        let parts = own.filter { keys[$0][1] != "all" && truth[$0] != 0 }.map { seen($0, asShare: asShare) }
        let total = own.first { keys[$0][1] == "all" }.flatMap { seen($0, asShare: asShare).count }
        attack(parts, total: total, "fitness of \(field)", floor: asShare ? 0 : 1)
      }
      for goal in ["all", "yes", "no"] {
        let own = keys.indices.filter { keys[$0][1] == goal }
        let parts = own.filter { !keys[$0][0].isEmpty && truth[$0] != 0 }.map { seen($0, asShare: asShare) }
        let total = own.first { keys[$0][0].isEmpty }.flatMap { seen($0, asShare: asShare).count }
        attack(parts, total: total, "fitness with goal \(goal)", floor: asShare ? 0 : 1)
      }
    }
    for row in keys.indices {
      guard let n = counts[row], let share = shares[row] else { continue }
      #expect(min(n * share, n - n * share) >= Double(minimum) - 1e-6, "fitness \(keys[row])")
    }
  }
}
