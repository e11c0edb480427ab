import Diagnostics
import Registers
import Survey
import Tables
import Texts

/// The unit that somebody asks for, as ingest would understand the name in the wave.
enum AskedUnit {
  /// A unit, and what there is to say about the name.
  case unit(code: String, name: String, remarks: [String])
  /// No unit; the pipeline lists it as none, or somebody confirmed that it is none.
  case noUnit(isListed: Bool)

  /// Finds the unit.
  ///
  /// Names are understood as in the survey: by what people confirmed, else by the register on the date of the wave, else, in
  /// a survey without register, by the names that were answered.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - naming: How names are understood.
  ///   - settings: The names that are known to be no unit.
  ///   - known: The units of the wave.
  ///   - phrases: The sentences for remarks.
  /// - Throws: ``Diagnostics/Failure`` with status 64 when no unit is meant, or several may be, with the units to choose from.
  init(
    _ typed: String, _ naming: UnitNaming, _ settings: IngestSettings, known: [NamedCode], _ phrases: Phrases
  ) throws(Failure) {
    let text = printable(typed)
    let keys = Self.keys([typed, text])
    if !keys.isDisjoint(with: Self.keys(settings.notUnits)), !text.isEmpty {
      self = .noUnit(isListed: true)
      return
    }
    let resolver = naming.resolver
    guard let register = resolver.register else {
      self = try Self.unit(text, keys, among: known)
      return
    }
    var found = resolver.resolve(typed, answered: nil)
    if case .unknown = found, text != typed { found = resolver.resolve(text, answered: nil) }
    switch found {
    case .unit(let code, let name, let how, let former):
      let past = former.map { Self.past($0, name, isDivided: how == "split", register, resolver.date, phrases) }
      let future = Self.future(code, name, register, resolver.date, phrases)
      self = .unit(code: code, name: name, remarks: [past, future].compactMap { $0 })
    case .none: self = .noUnit(isListed: false)
    case .ambiguous(let units, let why):
      throw Self.refusal(
        text, "ambiguous-unit", "\"\(shortened(text))\" is \(why)",
        mend: "ask for one of these: " + units.map(\.described).joined(separator: ", "))
    case .unknown(let near):
      throw Self.refusal(
        text, "unknown-unit", "the register knows no unit \"\(shortened(text))\" on \(resolver.date.iso)",
        mend: near.isEmpty
          ? "give a name or a code of the register on that day"
          : "did you mean "
            + near.map { "\($0.described)\($0.why.isEmpty ? "" : ", \($0.why)")" }.joined(separator: "; or ") + "?")
    }
  }

  /// The unit of a survey without register: letters and digits must be the same.
  private static func unit(_ text: String, _ keys: Set<String>, among known: [NamedCode]) throws(Failure) -> AskedUnit {
    let same = known.filter { $0.code == text || $0.name == text }
    let like = same.isEmpty ? known.filter { !Self.keys([$0.code, $0.name]).isDisjoint(with: keys) } : same
    if like.count == 1 { return .unit(code: like[0].code, name: like[0].name, remarks: []) }
    if like.count > 1 {
      throw refusal(
        text, "ambiguous-unit", "\"\(shortened(text))\" is the name of \(like.count) units",
        mend: "write it exactly: " + like.map(\.name).joined(separator: ", "))
    }
    let near = text.count > longestName ? nil : suggestion(for: text, among: known.map(\.name))
    throw refusal(
      text, "unknown-unit", "nobody answered for a unit \"\(shortened(text))\"",
      mend: near.map { "did you mean '\($0)'?" } ?? "write the name as it was answered; units.csv holds all names")
  }

  private static func refusal(_ text: String, _ rule: String, _ message: String, mend: String) -> Failure {
    if text.isEmpty {
      return Failure(
        .usage, rule: "no-unit-asked", message: "the name of the unit is empty",
        mend: "give the name or the code of a unit behind the pipeline")
    }
    return Failure(.usage, rule: rule, value: shortened(text), message: message, mend: mend)
  }

  /// The forms in which names are compared, as ingest compares them.
  private static func keys(_ texts: [String]) -> Set<String> {
    let occurrences = texts.map { UnitNames.Occurrence(UnitNames.Typed($0), count: 1, line: 1) }
    return UnitNames(occurrences, settings: IngestSettings(), file: "", column: "") { _, _ in .none }.keys
  }

  // MARK: Mergers

  /// What became of the former unit that was asked for.
  private static func past(
    _ former: String, _ name: String, isDivided: Bool, _ register: Register, _ date: CalendarDate, _ phrases: Phrases
  ) -> String {
    let end = register.changes.last { $0.old.name == former && $0.date <= date }
    let day = end.map { phrases.date($0.date.iso) }
    return isDivided
      ? phrases.dividedUnit(former, mostly: name, on: day) : phrases.mergedUnit(former, into: name, on: day)
  }

  /// What became of the unit after the wave, if it is no more.
  private static func future(
    _ code: String, _ name: String, _ register: Register, _ date: CalendarDate, _ phrases: Phrases
  ) -> String? {
    let ends = register.changes.filter { $0.old.code == code && $0.date > date }
    guard let first = ends.first else { return nil }
    return phrases.laterMerged(
      name, into: ends.filter { $0.date == first.date }.map(\.new.name), on: phrases.date(first.date.iso))
  }
}

/// No name is longer; a longer text is not compared with all others.
private let longestName = 100

/// A text without what cannot be seen: control characters, and those without width.
func printable(_ text: String) -> String {
  var seen = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: continue
    default: seen.append(scalar)
    }
  }
  return trimmed(String(seen))
}

/// A text as a message shows it: no longer than sixty characters.
func shortened(_ text: String) -> String {
  text.count > 60 ? text.prefix(60) + "…" : text
}
