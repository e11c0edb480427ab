public import Tables

extension Register {
  /// Returns the unit that is meant by a name or code.
  ///
  /// In this order: the code, also without its letters or leading zeros where all codes have one shape; the official
  /// name; the name but for case, accents, spaces and punctuation; a listed spelling; the name without its brackets; the
  /// name with accented letters lost. Then the same with a prefix, a word for a unit or a region taken off, a name
  /// turned around a comma (`Hague, The`), and shortened words in full. Units of the day come before former ones, and
  /// these before units that are yet to come. A misspelt name is never taken for another; the nearest are suggested.
  ///
  /// Former units live on in others as the rule says. The name of a unit that is yet to come is ambiguous, even when a
  /// single unit will make it.
  ///
  /// - Parameters:
  ///   - typed: What was typed; surrounding spaces do not count.
  ///   - date: The day whose units are wanted: that of the wave.
  ///   - answered: The day on which it was typed; decides what the name meant when the rule says so.
  ///   - rule: What becomes of answers for units that the day does not know.
  /// - Returns: The unit, or why there is none.
  /// - Complexity: O(*n*) in the length of the text; for an unknown name times the number of names in the register.
  public func resolve(
    _ typed: String, on date: CalendarDate, answered: CalendarDate? = nil,
    rule: ReorganisationRule = ReorganisationRule()
  ) -> Resolution {
    let name = TypedName(typed, prefixes: prefixes, words: words)
    guard let whole = name.readings.first else { return .unknown(suggestions: []) }
    let day = rule.by == .answer ? answered ?? date : date
    if let (code, how) = code(in: whole.text) { return settle([code], how, on: date, rule) }
    var elsewhere: [NearName] = []
    for reading in name.readings {
      let entries = entries(of: reading, on: day, &elsewhere)
      if !entries.isEmpty {
        let codes = Set(entries.map(\.code)).sorted()
        return settle(codes, match(reading, entries[0].origin, codes, on: day), on: date, rule)
      }
    }
    return .unknown(suggestions: nearest(to: name.readings, on: date, elsewhere))
  }

  /// The code that was typed, if it was one of any day.
  private func code(in text: String) -> (String, Resolution.Match)? {
    if knownCodes.contains(text) { return (text, .code) }
    if knownCodes.contains(text.uppercased()) { return (text.uppercased(), .code) }
    let folded = foldedName(text)
    guard text.utf8.allSatisfy({ $0 < 0x80 }), let full = codeShape?.code(from: folded), knownCodes.contains(full)
    else {
      return nil
    }
    return (full, full.lowercased() == folded ? .code : .shortCode)
  }

  /// Who goes by a reading: the units of the day, else the former ones, else those yet to come; of these the best origin.
  private func entries(
    of reading: TypedName.Reading, on day: CalendarDate, _ elsewhere: inout [NearName]
  ) -> [NameIndex.Entry] {
    var found = names[reading.text]
    if let region = reading.region {
      let fitting = found.filter { regionOfCode[$0.code] ?? region == region }
      if fitting.isEmpty {
        for entry in found {
          guard let unit = unit(entry.code, on: day) else { continue }
          let near = NearName(
            NamedCode(code: unit.code, name: unit.name), .otherRegion(regionOfCode[unit.code] ?? ""))
          if !elsewhere.contains(near) { elsewhere.append(near) }
        }
      }
      found = fitting
    }
    for era in [Era.present, .renamed, .former, .coming] {
      let ofEra = found.filter { self.era(of: $0, on: day) == era }
      if let best = ofEra.map(\.origin).min() { return ofEra.filter { $0.origin == best } }
    }
    return []
  }

  /// When an entry held: on the day itself, on another day of the same unit, or for a unit that is no more or not yet.
  private enum Era { case present, renamed, former, coming }

  private func era(of entry: NameIndex.Entry, on day: CalendarDate) -> Era? {
    let code = entry.code
    if let unit = unit(code, on: day) {
      return entry.origin == .official && entry.name != unit.name ? .renamed : .present
    }
    if changes.contains(where: { $0.old.code == code && $0.date <= day }) { return .former }
    return periods.contains { $0.from.map { $0 > day } ?? false && $0.index[code] != nil } ? .coming : nil
  }

  private func match(
    _ reading: TypedName.Reading, _ origin: NameIndex.Origin, _ codes: [String], on day: CalendarDate
  ) -> Resolution.Match {
    if reading.region != nil { return .region }
    if reading.change == .abbreviation || origin == .variant { return .variant }
    if origin == .broken { return .lostLetters }
    if reading.change == .unitWord { return .prefix }
    if origin == .shortened { return .shortened }
    return codes.count == 1 && unit(codes[0], on: day)?.name == reading.text ? .exact : .spelling
  }

  // MARK: - From what was meant to the units of the day

  /// Where a unit of some day is on another.
  private enum Whereabouts {
    case here(NamedCode)
    case gone([NamedCode], Resolution.Doubt)
    case coming([NamedCode], Resolution.Doubt)
  }

  /// The unit of the day in which all that can be meant live, by the rule.
  private func settle(
    _ codes: [String], _ how: Resolution.Match, on date: CalendarDate, _ rule: ReorganisationRule
  ) -> Resolution {
    let places = codes.compactMap { whereabouts(of: $0, on: date) }
    if places.count == 1 { return settle(places[0], how, rule) }
    var all: [NamedCode] = []
    for place in places {
      switch place {
      case .here(let unit): all.append(unit)
      case .gone(let units, _), .coming(let units, _): all += units
      }
    }
    let distinct = Set(all).sorted()
    if distinct.count == 1, case .gone(_, .merged(let former, _))? = places.first, rule.merged == .follow {
      return .unit(code: distinct[0].code, name: distinct[0].name, how: .successor(of: former))
    }
    return distinct.isEmpty ? .unknown(suggestions: []) : .ambiguous(distinct, .severalUnits)
  }

  private func settle(_ place: Whereabouts, _ how: Resolution.Match, _ rule: ReorganisationRule) -> Resolution {
    switch place {
    case .here(let unit): return .unit(code: unit.code, name: unit.name, how: how)
    case .coming(let units, let doubt): return .ambiguous(units, doubt)
    case .gone(let units, let doubt):
      let main = units[0]
      switch doubt {
      case .merged(let former, _) where rule.merged == .follow:
        return .unit(code: main.code, name: main.name, how: .successor(of: former))
      case .divided(let former, _) where rule.split == .largest:
        return .unit(code: main.code, name: main.name, how: .largestPart(of: former))
      default: return .ambiguous(units, doubt)
      }
    }
  }

  private func whereabouts(of code: String, on date: CalendarDate) -> Whereabouts? {
    if let unit = unit(code, on: date) { return .here(NamedCode(code: unit.code, name: unit.name)) }
    if let end = changes.last(where: { $0.old.code == code && $0.date <= date }) {
      let units = successors(of: code, after: nil, to: date)
      if units.isEmpty { return nil }
      return .gone(units, units.count == 1 ? .merged(end.old, on: end.date) : .divided(end.old, on: end.date))
    }
    let coming = periods.first { $0.from.map { $0 > date } ?? false && $0.index[code] != nil }
    guard let coming, let start = coming.from, let place = coming.index[code] else { return nil }
    let units = predecessors(of: code, on: start, from: date)
    let unit = coming.units[place]
    return units.isEmpty ? nil : .coming(units, .yetToCome(NamedCode(code: code, name: unit.name), from: start))
  }
}
