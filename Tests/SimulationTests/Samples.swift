import PipelineFiles
import Registers
import Settings
import Simulation
import Tables
import Testing

/// A plan of two types that differ in everything.
let smallPlan = """
  name: "test"
  about: A test.
  seed: 7
  respondents: 101
  units: 12
  date: 2020-04-15
  fieldwork: {from: 2020-02-27, to: 2020-03-02}
  size: people
  always: [South]
  outsiders: [Somewhere Else]
  spellings: {lower: 0.2, upper: 0.2, prefixed: 0.2, spaced: 0.2, variant: 0.5, former: 0.5}
  margins: {agree: 34, chosen: 61}
  functions:
    boss: {share: 1, shifts: {mood: 1}}
    staff: {share: 3}
  noise: {spread: 1, icc: 0.2, missing: 0.1, unknown: 0.2}
  routing: [{question: sequel, unless: count, holds: "0"}]
  types:
    large:
      rules: [{value: people, below: 60, times: 0}]
      means: {mood: 4}
      shares: {fact: 0.9}
      medians: {count: 2}
      sentences: {remark: [Too big.]}
    small:
      rules: [{value: people, from: 60, times: 0}]
      means: {mood: 2}
      shares: {fact: 0.1}
      medians: {count: 0.6}
      sentences: {remark: [Too small.]}
  """

let smallQuestions = [
  SimulatedQuestion("id", .respondent), SimulatedQuestion("when", .submitted), SimulatedQuestion("place", .unit),
  SimulatedQuestion("function", .function(["boss", "staff"])), SimulatedQuestion("agree", .scale(1...5), index: "mood"),
  SimulatedQuestion("liked", .scale(1...5), index: "mood"),
  SimulatedQuestion("loathed", .scale(1...5), index: "mood", isReversed: true),
  SimulatedQuestion("chosen", .option(yes: "1", no: "0")),
  SimulatedQuestion("fact", .choice(["yes", "no"], unknown: "unknown")), SimulatedQuestion("count", .integer),
  SimulatedQuestion("amount", .number(mark: ",")), SimulatedQuestion("sequel", .scale(1...5), notShown: "9"),
  SimulatedQuestion("remark", .text),
]

func plan(_ text: String = smallPlan) throws -> SimulationPlan {
  let findings = Findings()
  let reader = SettingsReader(try parseYAML(text, file: "plan.yaml"), of: "the simulation", findings: findings)
  let plan = SimulationPlan(reading: reader)
  reader.finish()
  try findings.throwErrors()
  return plan
}

/// Ten units of 10 to 100 people, of which the last is South.
func smallRegister() throws -> Register {
  let names = ["Ash", "Birch", "Cedar", "Dell", "Elm", "Fir", "Grove", "Heath", "Isle", "South"]
  let start = try #require(CalendarDate(iso: "2020-01-01"))
  let units = names.enumerated().map {
    Unit(code: "T\($0)", name: $1, values: ["people": .number(Double($0 + 1) * 10)])
  }
  let change = Change(
    date: start, old: NamedCode(code: "X", name: "Old Ash"), new: NamedCode(code: "T0", name: "Ash"), kind: .absorbed)
  return Register(
    editions: [Register.Edition(validFrom: start, units: units)], changes: [change],
    variants: [Register.Variant(name: "Le Sud", code: "T9")], prefixes: ["Town of "])
}

extension Table {
  /// The cells of a column as texts; a missing cell is empty.
  func cells(_ name: String) throws -> [String] { try #require(self[name]).texts.map { $0 ?? "" } }
}
