import Diagnostics
import Tables
import Testing

@testable import Registers

/// A way in which a name is typed or broken.
private struct Form: Sendable, CustomTestStringConvertible {
  var name: String
  var make: @Sendable (_ name: String, _ unit: Unit) -> String
  /// Whether a name in this form must lead to its unit, unless several have it.
  var isUnderstood = true

  var testDescription: String { name }
}

/// The names of official lists and variants as people and bad exports write them.
@Suite struct NameFormsTests {
  private static let forms: [Form] = [
    Form(name: "lower case", make: { name, _ in name.lowercased() }),
    Form(name: "upper case", make: { name, _ in name.uppercased() }),
    Form(name: "padded", make: { name, _ in " \t\(name)\u{A0} " }),
    Form(name: "prefix", make: { name, _ in "Gemeente \(name)" }),
    Form(name: "prefix in lower case, two spaces", make: { name, _ in "gemeente  \(name.lowercased())" }),
    Form(name: "short prefix", make: { name, _ in "gem. \(name)" }),
    Form(name: "short prefix without space", make: { name, _ in "Gem.\(name)" }),
    Form(name: "word in brackets", make: { name, _ in "\(name) (gemeente)" }),
    Form(name: "word behind", make: { name, _ in "\(name) gemeente" }),
    Form(name: "word behind a comma", make: { name, _ in "\(name), gemeente" }),
    Form(name: "province in brackets", make: { name, unit in "\(name) (\(unit.text("province") ?? ""))" }),
    Form(name: "province behind a comma", make: { name, unit in "\(name), \(unit.text("province") ?? "")" }),
    Form(name: "province behind", make: { name, unit in "\(name) \(unit.text("province") ?? "")" }),
    Form(name: "prefix and province", make: { name, unit in "Gem. \(name) (prov. \(unit.text("province") ?? ""))" }),
    Form(name: "hyphens lost", make: { name, _ in String(name.map { $0 == "-" ? " " : $0 }) }),
    Form(name: "spaces doubled", make: { name, _ in name.replacing(" ", with: "  ") }),
    Form(name: "accents lost", make: { name, _ in plainLetters(name, lost: nil) }),
    Form(name: "accents as question marks", make: { name, _ in plainLetters(name, lost: "?") }),
    Form(name: "accents as U+FFFD", make: { name, _ in plainLetters(name, lost: "\u{FFFD}") }),
    Form(name: "accented letters gone", make: { name, _ in plainLetters(name, lost: "") }),
    Form(name: "UTF-8 as Latin-1", make: { name, _ in twiceEncoded(name) }),
    Form(name: "brackets lost", make: { name, _ in name.filter { $0 != "(" && $0 != ")" } }),
    Form(name: "without its brackets", make: { name, _ in String(name.prefix { $0 != "(" }) }),
    Form(name: "first letter lost", make: { name, _ in String(name.dropFirst()) }, isUnderstood: false),
    Form(name: "last letter lost", make: { name, _ in String(name.dropLast()) }, isUnderstood: false),
    Form(
      name: "two letters exchanged",
      make: { name, _ in
        var letters = Array(name)
        if letters.count > 3 { letters.swapAt(1, 2) }
        return String(letters)
      }, isUnderstood: false),
    Form(name: "a letter doubled", make: { name, _ in String(name.prefix(2)) + name.dropFirst() }, isUnderstood: false),
    Form(name: "words around it", make: { name, _ in "afdeling data van \(name)" }, isUnderstood: false),
    Form(
      name: "the wrong province",
      make: { name, unit in
        "\(name) (\(unit.text("province") == "Zeeland" ? "Groningen" : "Zeeland"))"
      }, isUnderstood: false),
  ]

  @Test(arguments: forms)
  private func `a name in any form leads to its own unit, is ambiguous, or waits`(form: Form) throws {
    let register = try DutchMunicipalitiesTests.register.get()
    for edition in form.isUnderstood ? register.editions : [register.editions[0]] {
      let date = edition.validFrom
      var strays: [String] = []
      for unit in edition.units {
        let spellings = [unit.name] + register.variants.filter { $0.code == unit.code }.map(\.name)
        for name in spellings {
          let typed = form.make(name, unit)
          switch register.resolve(typed, on: date) {
          case .unit(unit.code, unit.name, _): continue
          case .unit(let code, let other, let how):
            // A name that lost a letter may be another name, as Haaren and Haren; that nobody can see.
            if !form.isUnderstood, isAnotherName(typed, code, how, register) { continue }
            strays.append("\(typed) gives \(other)")
          case .ambiguous(let units, _):
            if form.isUnderstood, !units.contains(where: { $0.code == unit.code }) { strays.append(typed) }
          case .unknown:
            if form.isUnderstood { strays.append("\(typed) is unknown") }
          }
        }
      }
      #expect(strays == [])
    }
  }

  /// Whether a text is, letter by letter, a name that the register lists for another unit.
  private func isAnotherName(_ typed: String, _ code: String, _ how: Resolution.Match, _ register: Register) -> Bool {
    let key = foldedName(typed)
    let names =
      register.editions.flatMap { $0.units.filter { $0.code == code }.map(\.name) }
      + register.variants.filter { $0.code == code }.map(\.name) + [how.former?.name].compactMap { $0 }
    return names.contains { name in
      foldedName(name) == key || foldedName(name.prefix { $0 != "(" }) == key
    }
  }

  @Test func `a code is understood without its letters and zeros`() throws {
    let register = try DutchMunicipalitiesTests.register.get()
    for edition in register.editions {
      for unit in edition.units {
        let digits = unit.code.dropFirst(2)
        let number = String(digits.drop { $0 == "0" })
        for (typed, label) in [
          (unit.code, "code"), (unit.code.lowercased(), "code"), (" \(unit.code) ", "code"), ("GM \(digits)", "code"),
          (String(digits), "short_code"), (number, "short_code"), ("GM\(number)", label(of: number)),
        ] {
          guard case .unit(unit.code, unit.name, let how) = register.resolve(typed, on: edition.validFrom) else {
            Issue.record("\(typed) gives \(register.resolve(typed, on: edition.validFrom))")
            continue
          }
          #expect(how.label == label)
        }
      }
    }
    #expect(try register.resolve("99999", on: day("2020-01-01")) == .unknown(suggestions: []))
    #expect(try register.resolve("0", on: day("2020-01-01")) == .unknown(suggestions: []))
  }

  private func label(of number: String) -> String { number.count == 4 ? "code" : "short_code" }

  @Test(arguments: [
    ("Hengelo (O.)", "GM0164"), ("Hengelo Ov", "GM0164"), ("Hengelo (Ov.)", "GM0164"),
    ("Hengelo, Overijssel", "GM0164"),
    ("Utrecht (gemeente)", "GM0344"), ("Bergen (L)", "GM0893"), ("Bergen, NH", "GM0373"), ("bergen n-h", "GM0373"),
    ("Bilt, De", "GM0310"), ("Bilt (De)", "GM0310"), ("S?dwest-Frysl?n", "GM1900"),
    ("S\u{FFFD}dwest-Fryslân", "GM1900"),
    ("Alphen a/d Rijn", "GM0484"), ("Gemeente Capelle a.d. IJssel", "GM0502"), ("St. Anthonis", "GM1702"),
    ("Gemert-Bakel", "GM1652"), ("De gemeente Stein (Lb.)", "GM0971"), ("Haren (Gr.)", "GM0014"),
  ])
  func `additions are taken off by the words of the register`(typed: String, code: String) throws {
    let resolution = try DutchMunicipalitiesTests.register.get().resolve(typed, on: day("2020-04-15"))
    guard case .unit(code, _, _) = resolution else {
      Issue.record("\(typed) gives \(resolution)")
      return
    }
  }

  @Test func `a name with the wrong region, or with words that nobody knows, is proposed and not taken`() throws {
    let register = try DutchMunicipalitiesTests.register.get()
    let date = try day("2020-04-15")
    let hengelo = NamedCode(code: "GM0164", name: "Hengelo")
    #expect(
      register.resolve("Hengelo (Gld)", on: date)
        == .unknown(suggestions: [NearName(hengelo, .otherRegion("Overijssel"))]))
    #expect(
      register.resolve("Hengelo (stad)", on: date) == .unknown(suggestions: [NearName(hengelo, .part("Hengelo"))]))
    #expect(
      register.resolve("Utrecht (provincie)", on: date)
        == .unknown(suggestions: [
          NearName(NamedCode(code: "GM0344", name: "Utrecht"), .part("Utrecht"))
        ]))
    #expect(register.resolve("Provincie Overijssel", on: date) == .unknown(suggestions: []))
  }

  @Test func `a former name misspelt is proposed as the unit that received it`() throws {
    let register = try DutchMunicipalitiesTests.register.get()
    #expect(
      try register.resolve("Heerhugowaart", on: day("2022-06-01"))
        == .unknown(suggestions: [
          NearName(NamedCode(code: "GM1980", name: "Dijk en Waard"), .letters(1, from: "Heerhugowaard"))
        ]))
  }
}

@Suite struct EditDistanceTests {
  /// The distance with all cells computed, as the suggestions for words of a settings file take it.
  @Test func `the distance within a limit is the plain distance`() {
    let words = ["", "a", "ab", "ba", "abc", "acb", "bac", "cab", "emmen", "emen", "menem", "mmeen", "heerenveen"]
    for first in words {
      for second in words {
        let plain = editDistance(Array(first), Array(second))
        for limit in 0...10 {
          let within = editDistance(
            first.unicodeScalars.map(\.value), second.unicodeScalars.map(\.value), atMost: limit)
          #expect(within == (plain <= limit ? plain : nil), "\(first) \(second) \(limit)")
        }
      }
    }
  }
}

/// A name whose letters beyond ASCII lost their accents, or stand as another text.
private func plainLetters(_ name: String, lost: String?) -> String {
  name.map { character in
    if character.isASCII || !character.isLetter { return String(character) }
    return lost ?? foldedName(String(character))
  }.joined()
}

/// A name whose UTF-8 was taken for Latin-1.
private func twiceEncoded(_ name: String) -> String {
  var scalars = String.UnicodeScalarView()
  for byte in name.utf8 { scalars.append(Unicode.Scalar(byte)) }
  return String(scalars)
}
