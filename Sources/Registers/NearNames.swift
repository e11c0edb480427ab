import Diagnostics
import Tables

extension Register {
  /// The most names that are suggested.
  private static let mostSuggestions = 3

  /// Returns the units whose names are most like what was typed, the nearest first; equal ones by code.
  ///
  /// A name is near enough within a quarter of the length of the longer one, at least one letter. A former name stands
  /// for the unit that received it whole.
  func nearest(
    to readings: [TypedName.Reading], on date: CalendarDate, _ elsewhere: [NearName]
  ) -> [NearName] {
    var best: [String: NearName] = [:]
    func offer(_ near: NearName) {
      guard let known = best[near.unit.code] else {
        best[near.unit.code] = near
        return
      }
      if near.distance < known.distance { best[near.unit.code] = near }
    }
    for near in elsewhere { offer(near) }
    let texts = readings.filter { $0.change != .turned }.map(\.text)
    for text in texts + texts.compactMap(beforeBracket) {
      let wanted = Array(foldedName(text))
      if wanted.count < 3 { continue }
      for (letters, entry) in names.spellings {
        let limit = max(1, max(wanted.count, letters.count) / 4)
        if abs(wanted.count - letters.count) > limit { continue }
        let distance = editDistance(wanted, letters)
        guard distance <= limit, let unit = heir(of: entry.code, on: date) else { continue }
        offer(NearName(unit, distance == 0 ? .part(entry.name) : .letters(distance, from: entry.name)))
      }
    }
    let order = best.values.sorted { ($0.distance, $0.unit) < ($1.distance, $1.unit) }
    return Array(order.prefix(Self.mostSuggestions))
  }

  /// The unit of the day that a unit of any day is, or in which it lives on whole.
  private func heir(of code: String, on date: CalendarDate) -> NamedCode? {
    if let unit = unit(code, on: date) { return NamedCode(code: unit.code, name: unit.name) }
    guard changes.contains(where: { $0.old.code == code && $0.date <= date }) else { return nil }
    let units = successors(of: code, after: nil, to: date)
    return units.count == 1 ? units[0] : nil
  }

  private func beforeBracket(_ text: String) -> String? {
    guard let bracket = text.firstIndex(where: { $0 == "(" || $0 == "[" || $0 == "," }) else { return nil }
    return String(text[..<bracket])
  }
}
