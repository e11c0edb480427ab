import Registers
import Reporting
import Tables
import Testing
import Texts
import Waves

@testable import Stages

@Suite struct UnitPairsTests {
  private func day(_ year: Int) throws -> CalendarDate { try #require(CalendarDate(year: year, month: 1, day: 1)) }

  private func side(_ types: [String: Int]) -> UnitPairs.Side {
    UnitPairs.Side(types: types, shares: types.mapValues { $0 == 0 ? [1, 0] : [0, 1] }, count: 2)
  }

  private func unit(_ code: String, _ type: Int?) -> UnitFacts {
    UnitFacts(
      code: code, name: "Unit \(code)",
      placing: type.map { .placed(type: $0, certainty: 1, grade: .very) } ?? .tooFew)
  }

  @Test func `a merged unit is followed through the register, a divided one is not`() throws {
    func named(_ code: String) -> NamedCode { NamedCode(code: code, name: "Unit \(code)") }
    let register = Register(
      editions: [
        Register.Edition(
          validFrom: try day(2020), units: ["A", "B", "C", "D", "E", "F"].map { Unit(code: $0, name: "Unit \($0)") })
      ],
      changes: [
        Change(date: try day(2021), old: named("A"), new: named("N"), kind: .mergedIntoNew),
        Change(date: try day(2021), old: named("B"), new: named("N"), kind: .mergedIntoNew),
        Change(date: try day(2021), old: named("C"), new: named("D"), kind: .absorbed),
        Change(date: try day(2021), old: named("E"), new: named("D"), kind: .split),
        Change(date: try day(2021), old: named("E"), new: named("F"), kind: .split, isPrimary: false),
      ])
    let origins = UnitPairs.origins(
      of: ["A", "B", "C", "D", "E", "F"], register, from: try day(2020), to: try day(2023))
    #expect(origins == ["N": ["A", "B"], "D": ["C"]])
    let before = side(["A": 0, "B": 0, "C": 1, "D": 0, "E": 1, "F": 1])
    let pairs = UnitPairs(
      before, side(["N": 0, "D": 1, "F": 1]), [unit("D", 1), unit("F", 1), unit("N", 0)],
      shown: ["A", "B", "C", "D", "E", "F"], origins: origins)
    // D was there itself, so that C, which it took in, does not speak for it.
    #expect(pairs.earlier.map(\.type) == [0, 1, 0])
    #expect(pairs.now.map(\.type) == [1, 1, 0])
    #expect(pairs.inBoth == 3)
    let movements = pairs.movements(TypeCorrespondence([[5, 0], [0, 5]]))
    #expect(movements.movers == [MovementFacts.Mover(code: "D", name: "Unit D", from: 0, to: 1)])
    #expect(movements.followed == 1)
    #expect(movements.mergedOfSeveral == 0)
  }

  @Test func `units of several types that merged are not counted, and half-sure ones are averaged`() {
    let all = [unit("N", 0), unit("M", 0)]
    let origins = ["N": ["A", "B"], "M": ["C", "D"]]
    var before = side(["A": 0, "B": 1, "C": 0, "D": 0])
    before.shares["D"] = [0.6, 0.4]
    let pairs = UnitPairs(
      before, side(["N": 0, "M": 0]), all, shown: ["A", "B", "C", "D"], origins: origins)
    #expect(pairs.earlier == [UnitPlace(type: 0, shares: [0.8, 0.2])])
    #expect(pairs.inBoth == 2)
    #expect(pairs.movements(TypeCorrespondence([[5, 0], [0, 5]])).mergedOfSeveral == 1)
  }

  @Test func `a unit is counted only when both waves publish its type`() {
    let before = side(["A": 0, "B": 0, "C": 0])
    let now = side(["A": 1, "B": 1, "C": 1, "D": 1])
    let all = [unit("A", 1), unit("B", nil), unit("C", 1), unit("D", 1)]
    // B has too few respondents now, C had too few then, D did not answer then.
    let pairs = UnitPairs(before, now, all, shown: ["A", "B"], origins: [:])
    #expect(pairs.inBoth == 3)
    #expect(pairs.earlier.count == 1)
    let movements = pairs.movements(TypeCorrespondence([[5, 0], [0, 5]]))
    #expect(movements.movers.map(\.code) == ["A"])
    #expect(movements.counted == 1)
  }

  @Test func `a merged unit does not tell the types of units that were not shown`() {
    let pairs = UnitPairs(
      side(["A": 0, "B": 1]), side(["N": 0]), [unit("N", 0)], shown: ["A"], origins: ["N": ["A", "B"]])
    // B, of another type, had too few respondents to show: were N left out for it, that would tell.
    #expect(pairs.earlier.map(\.type) == [0])
    #expect(pairs.movements(TypeCorrespondence([[5, 0], [0, 5]])).mergedOfSeveral == 0)
  }
}
