import Testing
import Waves

@Suite struct TransitionsTests {
  @Test func `units are followed by hand`() {
    // Two stay, one moves, one has no answer now; b and c became bc; h was divided into x and y; z is new on the map.
    let earlier: [String: Transitions.Place] = [
      "a": .type("A"), "b": .type("A"), "c": .type("B"), "d": .type("B"), "e": .noAnswer, "f": .type("A"),
      "h": .type("B"),
    ]
    let now: [String: Transitions.Place] = [
      "a": .type("A"), "bc": .type("B"), "d": .noAnswer, "e": .type("C"), "f": .type("B"), "x": .type("C"),
      "y": .noAnswer, "z": .type("A"),
    ]
    let found = Transitions(earlier, now, types: (["A", "B"], ["A", "B", "C"])) { unit in
      switch unit {
      case "b", "c": "bc"
      case "h": nil
      default: unit
      }
    }
    let rows = found.flows.map { "\($0.from.text) \($0.to.text) \($0.units)" }
    #expect(
      rows == [
        "A A 1", "A B 2", "A C 0", "B A 0", "B B 1", "B C 0", "B no_answer 1", "B left 1", "no_answer C 1",
        "entered A 1", "entered C 1", "entered no_answer 1",
      ])
    #expect(found.units(from: .type("A"), to: .type("B")) == 2)
    #expect(found.units(from: .noAnswer, to: .left) == 0)
    #expect(abs((found.flows.first { $0.from == .type("A") && $0.to == .type("B") }?.share ?? 0) - 2.0 / 3) < 1e-15)
  }

  @Test func `every earlier unit counts once, and shares of a place add up to one`() {
    let places: [Transitions.Place] = [.type("A"), .type("Z"), .type("AA"), .noAnswer]
    var earlier: [String: Transitions.Place] = [:]
    var now: [String: Transitions.Place] = [:]
    for unit in 0..<97 {
      earlier["\(unit)"] = places[unit % 4]
      now["\(unit / 2)"] = places[unit % 3]
    }
    let found = Transitions(earlier, now, types: (["A", "Z", "AA"], ["A", "Z", "AA"])) { unit in
      Int(unit).flatMap { $0 % 7 == 0 ? nil : "\($0 / 2)" }
    }
    #expect(found.flows.filter { $0.from != .entered }.reduce(0) { $0 + $1.units } == 97)
    for place in places {
      let sum = found.flows.filter { $0.from == place }.reduce(0) { $0 + $1.share }
      #expect(abs(sum - 1) < 1e-12)
    }
    // AA comes after Z.
    let letters = found.flows.map(\.from.text).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(Array(letters.prefix(3)) == ["A", "Z", "AA"])
  }

  @Test func `without units there is a row for each two types, and nobody in it`() {
    let none = Transitions([:], [:], types: (["A"], ["A", "B"])) { $0 }
    #expect(none.flows.map(\.units) == [0, 0])
    #expect(none.flows.map(\.share) == [0, 0])
  }
}
