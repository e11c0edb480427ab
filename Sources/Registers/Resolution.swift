import Diagnostics
public import Tables

/// Which unit was meant by a name that somebody typed.
public enum Resolution: Hashable, Sendable {
  /// One unit is meant; `how` tells what made it so.
  case unit(code: String, name: String, how: Match)
  /// More than one unit can be meant.
  case ambiguous([NamedCode])
  /// No unit goes by that name; the nearest names are offered, the best first, and never taken.
  case unknown(suggestions: [NamedCode])

  /// What made a typed name lead to a unit.
  public enum Match: Hashable, Sendable {
    /// It is the unit's code.
    case code
    /// It is the official name, letter by letter.
    case exact
    /// It is the official name but for case, accents, spaces and punctuation.
    case spelling
    /// It is a name after one of the register's prefixes.
    case prefix
    /// It is a listed spelling.
    case variant
    /// It is the official name without what stands between brackets, and no other unit has that name.
    case shortened
    /// It is a former unit that lives on, whole, in this one.
    case successor(of: NamedCode)

    /// The kind of match as one word: `exact`, `successor`.
    public var label: String {
      switch self {
      case .code: "code"
      case .exact: "exact"
      case .spelling: "spelling"
      case .prefix: "prefix"
      case .variant: "variant"
      case .shortened: "shortened"
      case .successor: "successor"
      }
    }
  }
}

extension Register {
  /// Returns the unit that is meant by a name or code on a day.
  ///
  /// In this order: the code; the official name; the name but for case, accents, spaces and punctuation; a listed
  /// spelling; the name without its brackets; the same after a prefix; the name of a former unit, which leads to the unit
  /// that received it whole. A former unit that was divided, and the name of a unit that is yet to come, are ambiguous:
  /// all that can be meant are listed. A misspelt name is never taken for another; the nearest are suggested.
  ///
  /// - Parameters:
  ///   - typed: What was typed; surrounding spaces do not count.
  ///   - date: The day of the answer.
  /// - Returns: The unit, or why there is none.
  public func resolve(_ typed: String, on date: CalendarDate) -> Resolution {
    let typed = trimmed(typed)
    if foldedName(typed).isEmpty { return .unknown(suggestions: []) }
    if let unit = unit(typed, on: date) ?? unit(typed.uppercased(), on: date) {
      return .unit(code: unit.code, name: unit.name, how: .code)
    }
    let forms = [(typed, false)] + withoutPrefixes(typed).map { ($0, true) }
    for (name, isPrefixed) in forms {
      if let found = present(name, on: date, isPrefixed: isPrefixed) { return found }
    }
    for (name, _) in forms {
      if let found = former(name, on: date) ?? future(name, on: date) { return found }
    }
    return .unknown(suggestions: nearest(to: forms.last?.0 ?? typed, on: date))
  }

  /// The units of the day that go by a name; the best origin that anybody has wins.
  private func present(_ name: String, on date: CalendarDate, isPrefixed: Bool) -> Resolution? {
    let entries = names[name].filter { unit($0.code, on: date) != nil }
    guard let origin = entries.map(\.origin).min() else { return nil }
    let codes = Set(entries.filter { $0.origin == origin }.map(\.code)).sorted()
    let units = codes.compactMap { unit($0, on: date) }
    let exact = units.filter { $0.name == name }
    if let unit = exact.first, exact.count == 1 {
      return .unit(code: unit.code, name: unit.name, how: isPrefixed ? .prefix : .exact)
    }
    guard let unit = units.first, units.count == 1 else {
      return .ambiguous(units.map { NamedCode(code: $0.code, name: $0.name) })
    }
    let how: Resolution.Match =
      switch origin {
      case .official: isPrefixed ? .prefix : .spelling
      case .variant: .variant
      case .shortened: .shortened
      }
    return .unit(code: unit.code, name: unit.name, how: how)
  }

  /// The unit in which a former unit lives on.
  private func former(_ name: String, on date: CalendarDate) -> Resolution? {
    var found: [NamedCode] = []
    var origins: [NamedCode] = []
    for entry in names[name] {
      guard let end = changes.last(where: { $0.old.code == entry.code && $0.date <= date }) else { continue }
      let origin = NamedCode(code: entry.code, name: end.old.name)
      if origins.contains(origin) { continue }
      origins.append(origin)
      for unit in successors(of: entry.code, after: nil, to: date) where !found.contains(unit) { found.append(unit) }
    }
    guard let unit = found.first else { return nil }
    if found.count > 1 { return .ambiguous(found) }
    return .unit(code: unit.code, name: unit.name, how: .successor(of: origins[0]))
  }

  /// The units that will together make a unit that is yet to come.
  private func future(_ name: String, on date: CalendarDate) -> Resolution? {
    for entry in names[name] {
      let coming = periods.first { $0.from.map { $0 > date } ?? false && $0.index[entry.code] != nil }
      guard let start = coming?.from else { continue }
      let units = predecessors(of: entry.code, on: start, from: date)
      if !units.isEmpty { return .ambiguous(units) }
    }
    return nil
  }

  private func nearest(to name: String, on date: CalendarDate) -> [NamedCode] {
    let wanted = Array(foldedName(name))
    var best: [(distance: Int, unit: NamedCode)] = []
    for unit in units(on: date) {
      let other = Array(foldedName(unit.name))
      let limit = max(1, max(wanted.count, other.count) / 4)
      if abs(wanted.count - other.count) > limit { continue }
      let distance = editDistance(wanted, other)
      if distance <= limit { best.append((distance, NamedCode(code: unit.code, name: unit.name))) }
    }
    return best.sorted { ($0.distance, $0.unit) < ($1.distance, $1.unit) }.prefix(3).map(\.unit)
  }

  private func withoutPrefixes(_ name: String) -> [String] {
    let folded = name.lowercased()
    return prefixes.filter { folded.hasPrefix($0.lowercased()) }.map { trimmed(String(name.dropFirst($0.count))) }
  }
}

/// Returns a text without the white space around it.
private func trimmed(_ text: String) -> String {
  var rest = text[...]
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
