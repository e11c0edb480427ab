import Diagnostics
import Registers
import Settings
import Tables
import Testing

/// A day that the test knows to exist.
func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

/// A small country: North and South merge in 2021, West is divided in 2022, and in 2023 its main receiver goes too.
func smallCountry() throws -> Register {
  let units = [
    ("A", "North"), ("B", "South (on Sea)"), ("C", "West"), ("D", "East"), ("E", "Hill (Up)"), ("F", "Hill (Down)"),
  ]
  func change(
    _ date: String, _ old: (String, String), _ new: (String, String), _ kind: Change.Kind, primary: Bool = true
  )
    throws -> Change
  {
    Change(
      date: try day(date), old: NamedCode(code: old.0, name: old.1), new: NamedCode(code: new.0, name: new.1),
      kind: kind,
      isPrimary: primary)
  }
  return Register(
    editions: [
      Register.Edition(
        validFrom: try day("2020-01-01"),
        units: units.map { Unit(code: $0.0, name: $0.1, values: ["people": .number(10), "part": .text("p" + $0.0)]) })
    ],
    changes: [
      try change("2022-03-24", ("C", "West"), ("E", "Hill (Up)"), .split, primary: false),
      try change("2022-03-24", ("C", "West"), ("D", "East"), .split),
      try change("2021-01-01", ("A", "North"), ("N", "Northsouth"), .mergedIntoNew),
      try change("2021-01-01", ("B", "South (on Sea)"), ("N", "Northsouth"), .mergedIntoNew),
      try change("2023-01-01", ("D", "East"), ("N", "Northsouth"), .absorbed),
      try change("2019-01-01", ("Z", "Old North"), ("A", "North"), .mergedIntoNew),
      try change("2019-01-01", ("Y", "Older North"), ("A", "North"), .mergedIntoNew),
    ],
    variants: [Register.Variant(name: "The Seaside", code: "B")], prefixes: ["Town of "])
}
