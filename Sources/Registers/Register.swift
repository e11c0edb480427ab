public import Tables

/// The units that a survey is about, as an official list knows them: which exist on a day, by which names they go, and
/// what becomes of them.
///
/// A register is made from one or more editions (the complete list on a day), the changes between them, and the spellings
/// under which units appear in real files. Between and after the editions the changes are replayed; before the first
/// edition they are replayed backwards. Units that only a replay knows carry no values.
///
/// ```swift
/// let register = Register(editions: [edition], changes: changes, variants: variants, prefixes: ["Town of "])
/// register.resolve("town of springfield ", on: day)   // .unit(code: "T01", name: "Springfield", how: .prefix)
/// ```
public struct Register: Sendable {
  /// The complete list of units on a day.
  public struct Edition: Hashable, Sendable {
    /// The first day on which the list holds.
    public var validFrom: CalendarDate
    /// The units.
    public var units: [Unit]

    /// Creates an edition.
    public init(validFrom: CalendarDate, units: [Unit]) {
      self.validFrom = validFrom
      self.units = units
    }
  }

  /// A spelling of a unit's name that is not the official one.
  public struct Variant: Hashable, Sendable {
    /// The spelling.
    public var name: String
    /// The code of the unit that is meant.
    public var code: String

    /// Creates a variant.
    public init(name: String, code: String) {
      self.name = name
      self.code = code
    }
  }

  /// The editions, by date.
  public let editions: [Edition]
  /// The changes, by date, then in the order given.
  public let changes: [Change]
  /// Other spellings, in the order given.
  public let variants: [Variant]
  /// The words that people put before a name, such as `Town of `.
  public let prefixes: [String]
  /// The names of the attributes: those of the first edition in its order, then what later editions add.
  public let valueNames: [String]

  /// The last day of which the register claims to know everything, if it says so.
  public let knownUntil: CalendarDate?

  let periods: [Period]
  let names: NameIndex
  let words: FoldedWords
  let codeShape: CodeShape?
  /// Every code of any day.
  let knownCodes: Set<String>
  /// The region of every code for which one is known.
  let regionOfCode: [String: String]

  /// Creates a register.
  ///
  /// - Parameters:
  ///   - editions: Complete lists; at least one for the register to hold anything. Codes are unique within an edition.
  ///   - changes: What happened to units; changes up to and on the day of an edition are taken to be in that edition.
  ///   - variants: Other spellings.
  ///   - prefixes: Words that people put before a name.
  ///   - words: Other words that people add to a name, or shorten in it.
  ///   - knownUntil: The last day of which everything is known, if that is said.
  ///   - valueNames: The attributes in the order of the files; `nil` sorts them by name.
  /// - Complexity: O(*p* · *u*) for *p* periods without change and *u* units.
  public init(
    editions: [Edition], changes: [Change] = [], variants: [Variant] = [], prefixes: [String] = [],
    words: NameWords = NameWords(), knownUntil: CalendarDate? = nil, valueNames: [String]? = nil
  ) {
    let editions = editions.sorted { $0.validFrom < $1.validFrom }
    let order = changes.indices.sorted { (changes[$0].date, $0) < (changes[$1].date, $1) }
    let changes = order.map { changes[$0] }
    self.editions = editions
    self.changes = changes
    self.variants = variants
    self.prefixes = prefixes
    self.valueNames =
      valueNames ?? Set(editions.flatMap { $0.units.flatMap { $0.values.keys } }).sorted()
    self.periods = Period.all(editions: editions, changes: changes)
    self.names = NameIndex(editions: editions, changes: changes, variants: variants)
    self.knownUntil = knownUntil
    let codes = editions.flatMap { $0.units.map(\.code) } + changes.flatMap { [$0.old.code, $0.new.code] }
    self.knownCodes = Set(codes)
    self.codeShape = CodeShape(codes)
    self.regionOfCode = regions(words.regionAttribute, editions: editions, changes: changes)
    self.words = FoldedWords(words, regionNames: Set(regionOfCode.values).sorted())
  }

  /// Returns the region in which a unit lies or lay, or `nil` when the register does not tell.
  public func region(of code: String) -> String? { regionOfCode[code] }

  /// Returns the units that exist on a day, sorted by code; none for a register without editions.
  public func units(on date: CalendarDate) -> [Unit] {
    period(on: date)?.units ?? []
  }

  /// Returns the unit of a code on a day, or `nil` when there is none.
  public func unit(_ code: String, on date: CalendarDate) -> Unit? {
    guard let period = period(on: date), let index = period.index[code] else { return nil }
    return period.units[index]
  }

  func period(on date: CalendarDate) -> Period? {
    periods.last { $0.from.map { $0 <= date } ?? true }
  }
}

/// One organisation of a register.
public struct Unit: Hashable, Sendable {
  /// A value that a register gives for a unit.
  public enum Value: Hashable, Sendable {
    case text(String)
    case number(Double)
  }

  /// The code, which stays the same as long as the unit exists.
  public var code: String
  /// The official name.
  public var name: String
  /// The attributes by name; an attribute that is not known is absent.
  public var values: [String: Value]

  /// Creates a unit.
  public init(code: String, name: String, values: [String: Value] = [:]) {
    self.code = code
    self.name = name
    self.values = values
  }

  /// Returns an attribute as a number, or `nil` when it is absent or a text.
  public func number(_ name: String) -> Double? {
    if case .number(let number) = values[name] { return number }
    return nil
  }

  /// Returns an attribute as a text (numbers in their shortest form), or `nil` when it is absent.
  public func text(_ name: String) -> String? {
    switch values[name] {
    case .text(let text): text
    case .number(let number): plainText(number)
    case nil: nil
    }
  }
}

/// The region of every unit: as the first edition has it that tells, or else that of all units in which it lives on.
private func regions(
  _ attribute: String?, editions: [Register.Edition], changes: [Change]
) -> [String: String] {
  guard let attribute else { return [:] }
  var regions: [String: String] = [:]
  for edition in editions {
    for unit in edition.units where regions[unit.code] == nil { regions[unit.code] = unit.text(attribute) }
  }
  for change in changes.reversed() where regions[change.old.code] == nil {
    let heirs = changes.filter { $0.old.code == change.old.code && $0.date == change.date }
    let all = Set(heirs.map { regions[$0.new.code] })
    if all.count == 1, let region = all.first { regions[change.old.code] = region }
  }
  return regions
}
