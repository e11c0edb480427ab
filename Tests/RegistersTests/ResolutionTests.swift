import Diagnostics
import Registers
import Tables
import Testing

struct ResolutionTests {
  @Test(arguments: [
    ("D", "code"), (" d ", "code"), ("East", "exact"), ("EAST ", "spelling"), ("Éast", "spelling"),
    ("E\u{301}ast", "spelling"), ("town of east", "prefix"), ("Town of East", "prefix"),
  ])
  func `a name leads to its unit however it is typed`(typed: String, how: String) throws {
    let resolution = try smallCountry().resolve(typed, on: day("2020-06-26"))
    guard case .unit("D", "East", let match) = resolution else {
      Issue.record("\(typed) gives \(resolution)")
      return
    }
    #expect(match.label == how)
  }

  @Test func `variants and names without their brackets lead to one unit`() throws {
    let register = try smallCountry()
    let date = try day("2020-06-26")
    #expect(register.resolve("the seaside", on: date) == .unit(code: "B", name: "South (on Sea)", how: .variant))
    #expect(register.resolve("South", on: date) == .unit(code: "B", name: "South (on Sea)", how: .shortened))
    #expect(
      register.resolve("Hill", on: date)
        == .ambiguous(
          [NamedCode(code: "E", name: "Hill (Up)"), NamedCode(code: "F", name: "Hill (Down)")], .severalUnits))
  }

  @Test func `a former name leads to the unit that received it whole`() throws {
    let register = try smallCountry()
    let north = NamedCode(code: "A", name: "North")
    #expect(
      try register.resolve("North", on: day("2021-06-01"))
        == .unit(code: "N", name: "Northsouth", how: .successor(of: north)))
    #expect(
      try register.resolve("West", on: day("2022-06-01"))
        == .ambiguous(
          [NamedCode(code: "D", name: "East"), NamedCode(code: "E", name: "Hill (Up)")],
          .divided(NamedCode(code: "C", name: "West"), on: day("2022-03-24"))))
  }

  @Test func `the name of a unit that is yet to come lists those that will make it`() throws {
    #expect(
      try smallCountry().resolve("Northsouth", on: day("2020-06-26"))
        == .ambiguous(
          [NamedCode(code: "A", name: "North"), NamedCode(code: "B", name: "South (on Sea)")],
          .yetToCome(NamedCode(code: "N", name: "Northsouth"), from: day("2021-01-01"))))
  }

  @Test func `a misspelt name is suggested and never taken`() throws {
    let register = try smallCountry()
    let date = try day("2020-06-26")
    #expect(
      register.resolve("Eest", on: date)
        == .unknown(suggestions: [
          NearName(NamedCode(code: "C", name: "West"), .letters(1, from: "West")),
          NearName(NamedCode(code: "D", name: "East"), .letters(1, from: "East")),
        ]))
    #expect(register.resolve("Somewhere else", on: date) == .unknown(suggestions: []))
    #expect(register.resolve("  ", on: date) == .unknown(suggestions: []))
  }

  @Test func `mergers are followed and divisions are not, unless the rule says otherwise`() throws {
    let register = try smallCountry()
    let date = try day("2022-06-01")
    let (west, north) = (NamedCode(code: "C", name: "West"), NamedCode(code: "A", name: "North"))
    let (east, up) = (NamedCode(code: "D", name: "East"), NamedCode(code: "E", name: "Hill (Up)"))
    #expect(
      register.resolve("West", on: date, rule: ReorganisationRule(split: .largest))
        == .unit(code: "D", name: "East", how: .largestPart(of: west)))
    #expect(
      try register.resolve("West", on: date, rule: ReorganisationRule(split: .refuse))
        == .ambiguous([east, up], .divided(west, on: day("2022-03-24"))))
    #expect(
      try register.resolve("North", on: date, rule: ReorganisationRule(merged: .refuse))
        == .ambiguous([NamedCode(code: "N", name: "Northsouth")], .merged(north, on: day("2021-01-01"))))
    #expect(
      register.resolve("A", on: date)
        == .unit(code: "N", name: "Northsouth", how: .successor(of: north)))
  }

  /// In 2021 East takes the name West, which another unit had until then.
  @Test func `the day of the answer decides what a name meant when the rule says so`() throws {
    let (old, new) = (NamedCode(code: "A", name: "West"), NamedCode(code: "B", name: "East"))
    let change = Change(
      date: try day("2021-01-01"), old: old, new: NamedCode(code: "C", name: "Middle"), kind: .mergedIntoNew)
    func edition(_ iso: String, _ units: [(String, String)]) throws -> Register.Edition {
      Register.Edition(validFrom: try day(iso), units: units.map { Unit(code: $0.0, name: $0.1) })
    }
    let register = Register(
      editions: [
        try edition("2020-01-01", [("A", "West"), ("B", "East")]),
        try edition("2021-01-01", [("B", "West"), ("C", "Middle")]),
      ], changes: [change])
    let date = try day("2021-03-01")
    let byAnswer = ReorganisationRule(by: .answer)
    let former = Resolution.unit(code: "C", name: "Middle", how: .successor(of: old))
    #expect(register.resolve("West", on: date) == .unit(code: "B", name: "West", how: .exact))
    #expect(
      try register.resolve("West", on: date, answered: day("2020-12-31")) == .unit(code: "B", name: "West", how: .exact)
    )
    #expect(try register.resolve("West", on: date, answered: day("2020-12-31"), rule: byAnswer) == former)
    #expect(
      try register.resolve("West", on: date, answered: day("2021-01-01"), rule: byAnswer)
        == .unit(code: "B", name: "West", how: .exact))
    #expect(register.resolve("West", on: date, rule: byAnswer) == .unit(code: "B", name: "West", how: .exact))
    #expect(
      try register.resolve("East", on: date, answered: day("2020-12-31"), rule: byAnswer)
        == .unit(code: "B", name: "West", how: .exact), "\(new) took another name")
    #expect(
      try register.resolve("Middle", on: day("2020-06-01"), answered: day("2021-02-01"), rule: byAnswer)
        == .ambiguous([old], .yetToCome(NamedCode(code: "C", name: "Middle"), from: day("2021-01-01"))))
  }

  @Test(arguments: [
    ("2018-12-31", "date-before-register"), ("2019-01-01", nil), ("2023-01-01", nil), ("2026-12-31", nil),
    ("2027-01-01", "date-after-register"),
  ])
  func `a day that the register does not cover is told`(iso: String, rule: String?) throws {
    #expect(try smallCountry().coverage(of: day(iso), file: "datapackage.json")?.rule == rule)
  }

  @Test func `the three findings on a day that is not covered`() throws {
    let edition = Register.Edition(validFrom: try day("2020-01-01"), units: [Unit(code: "A", name: "North")])
    let register = Register(editions: [edition], knownUntil: try day("2022-12-31"))
    #expect(try register.coverage(of: day("2022-12-31"), file: "r.json") == nil)
    #expect(
      try register.coverage(of: day("2023-01-01"), file: "r.json")?.rendered == """
        r.json: warning: the register knows what happened until 2022-12-31, and units are wanted of 2023-01-01
          mend: add what happened since to the changes, and move 'koers:known-until'
        """)
    #expect(
      try register.coverage(of: day("2019-12-31"), file: "r.json")?.rendered == """
        r.json: error: the register knows nothing before 2020-01-01, and units are wanted of 2019-12-31
          mend: add the list of units or the changes of that time; if the first list held by then already, give it an \
        earlier 'koers:valid-from'
        """)
    #expect(
      try Register(editions: [edition]).coverage(of: day("2024-01-01"), file: "r.json")?.rendered == """
        r.json: note: the last list or change of the register is of 2020-01-01, and units are wanted of 2024-01-01
          mend: add what happened since, or say with 'koers:known-until' that nothing did
        """)
    #expect(
      try Register(editions: []).coverage(of: day("2024-01-01"), file: "r.json")?.rendered == """
        r.json: error: the register has no list of units
          mend: add a resource with "koers:role": "units" and "koers:valid-from"
        """)
  }
}
