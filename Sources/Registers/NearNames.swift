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
    var seen: Set<[UInt32]> = []
    for text in texts + texts.compactMap(beforeBracket) {
      let wanted = foldedName(text).unicodeScalars.map(\.value)
      if wanted.count < 3 || !seen.insert(wanted).inserted { continue }
      let set = letterSet(wanted)
      for (letters, other, entry) in names.spellings {
        let limit = max(1, max(wanted.count, letters.count) / 4)
        // An edit takes away one letter and adds one at most.
        if (set ^ other).nonzeroBitCount > 2 * limit { continue }
        guard let distance = editDistance(wanted, letters, atMost: limit),
          let unit = heir(of: entry.code, on: date)
        else { continue }
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

/// Returns the number of insertions, deletions, substitutions and exchanges of neighbours that turn one text into the
/// other, or `nil` when it is greater than a limit.
///
/// This is the restricted distance (optimal string alignment): no part is edited twice. Only the cells near the diagonal
/// that can stay within the limit are computed, and none below a row that is past it.
///
/// - Complexity: O(*a* · *limit*) for a text of length *a*.
func editDistance(_ first: [UInt32], _ second: [UInt32], atMost limit: Int) -> Int? {
  if abs(first.count - second.count) > limit { return nil }
  let beyond = limit + 1
  var beforeLast = [Int](repeating: beyond, count: second.count + 1)
  var last = (0...second.count).map { min($0, beyond) }
  var row = beforeLast
  for i in first.indices {
    let from = max(0, i + 1 - limit)
    let to = min(second.count, i + 1 + limit)
    for j in row.indices { row[j] = beyond }
    if from == 0 { row[0] = min(i + 1, beyond) }
    var least = row[0]
    if from <= to {
      for j in max(1, from)...max(1, to) where j <= to {
        var distance = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (first[i] == second[j - 1] ? 0 : 1))
        if i > 0, j > 1, first[i] == second[j - 2], first[i - 1] == second[j - 1] {
          distance = min(distance, beforeLast[j - 2] + 1)
        }
        row[j] = min(distance, beyond)
        least = min(least, row[j])
      }
    }
    if least > limit, last.allSatisfy({ $0 > limit }) { return nil }
    swap(&beforeLast, &last)
    swap(&last, &row)
  }
  return last[second.count] <= limit ? last[second.count] : nil
}
