import Estimation
import Testing

@Suite struct WeightingCellsTests {
  @Test func `a cell with too few goes to its smaller neighbour, and is told`() {
    let cells = WeightingCells(
      ["small", "middle", "large", "huge"], population: [0, 0, 0, 1, 1, 2, 2, 2, 3], answering: [0, 0, 0, 1, 1, 2],
      least: 2)
    // large has 1 and huge 0: large goes to huge (0 is fewer than 2), which then has 1 and goes to middle.
    #expect(cells.names == ["small", "middle + large + huge"])
    #expect(cells.population == [3, 6])
    #expect(cells.cellOfAnswering == [0, 0, 0, 1, 1, 1])
    #expect(cells.merged.map(\.cell) == ["large", "large + huge"])
    #expect(cells.merged.map(\.into) == ["huge", "middle"])
  }

  @Test func `classes lie between breaks, the lower bound included`() {
    let breaks = [20.0, 50]
    #expect([19, 20, 49, 50].map { WeightingCells.cell(of: $0, breaks: breaks) } == [0, 1, 1, 2])
    let names = WeightingCells.names(of: breaks) { String(Int($0)) }
    #expect(names == ["below 20", "20 to 50", "50 and more"])
  }

  @Test func `the ledger of units holds every unit once`() {
    let ledger = UnitsLedger(
      register: ["b", "a", "c"], respondents: ["a", "a", "z"], merged: [(unit: "old", into: "c")])
    #expect(ledger.entries.map(\.unit) == ["a", "b", "c", "old", "z"])
    #expect(ledger.entries.map(\.outcome) == [.respondent, .nonRespondent, .nonRespondent, .mergedAway, .respondent])
    #expect(ledger.entries.map(\.respondents) == [2, 0, 0, 0, 1])
    #expect(ledger.outside == ["z"])
    #expect(UnitsLedger(register: nil, respondents: ["q", "p"]).entries.map(\.unit) == ["p", "q"])
  }
}
