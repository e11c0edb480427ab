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
        == .ambiguous([NamedCode(code: "E", name: "Hill (Up)"), NamedCode(code: "F", name: "Hill (Down)")], .severalUnits))
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
}
