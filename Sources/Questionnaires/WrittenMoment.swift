import Tables

/// A day or moment as tools write it.
struct WrittenMoment: Hashable {
  /// The ways of writing a day.
  enum Kind: Int, Hashable, CaseIterable {
    /// `2021-03-01`.
    case isoDay
    /// `2021-03-01 10:00` or with a `T` and seconds.
    case isoMoment
    /// Day, month and year in another order or with other marks, with or without a time.
    case other
  }

  /// The patterns, in the way of Table Schema, of days that are not written as ISO says.
  static let patterns: [String] = ["%d-%m-%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%d.%m.%Y", "%m-%d-%Y"].flatMap {
    day in
    ["", " %H:%M", " %H:%M:%S"].map { day + $0 }
  }

  /// The way of writing.
  let kind: Kind
  /// The positions of the patterns that the text follows.
  let patterns: [Int]

  /// Tells what a text is, or nothing when it is no day.
  init?(_ text: String) {
    guard (6...40).contains(text.utf8.count), let first = text.utf8.first, first >= 48, first <= 57 else { return nil }
    if CalendarDate(iso: text) != nil {
      patterns = []
      kind =
        text.utf8.count == 10
        ? .isoDay : Self.isPlainTime(text.dropFirst(11).prefix { $0 != "Z" }) ? .isoMoment : .other
      return
    }
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let mark = words[0].first(where: { !$0.isNumber }), "-/.".contains(mark) else { return nil }
    let parts = words[0].split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3, parts.contains(where: { $0.count == 4 }),
      parts.allSatisfy({ $0.count <= 4 })
    else { return nil }
    kind = .other
    let time = words.count == 1 ? "" : Self.timePattern(words[1])
    guard let time else {
      patterns = []
      return
    }
    var found: [Int] = []
    for (order, day) in [
      ([2, 1, 0], "%d\(mark)%m\(mark)%Y"), ([2, 0, 1], "%m\(mark)%d\(mark)%Y"), ([0, 1, 2], "%Y\(mark)%m\(mark)%d"),
    ] {
      guard parts[order[0]].count == 4,
        CalendarDate(year: numbers[order[0]], month: numbers[order[1]], day: numbers[order[2]]) != nil,
        let index = Self.patterns.firstIndex(of: day + time)
      else { continue }
      found.append(index)
    }
    patterns = found
  }

  private static func isPlainTime(_ time: Substring) -> Bool {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && parts.allSatisfy { $0.utf8.count == 2 && Int($0) != nil }
  }

  /// The pattern of a time of day; nothing for one with *am* and *pm*, or with a zone.
  private static func timePattern(_ time: Substring) -> String? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) && Int($0) != nil }) else {
      return nil
    }
    return parts.count == 2 ? " %H:%M" : " %H:%M:%S"
  }
}

/// How many cells are days and moments.
struct MomentCounts: Hashable, Sendable {
  private var kinds = [0, 0, 0]
  private var patterns = Array(repeating: 0, count: WrittenMoment.patterns.count)

  subscript(kind: WrittenMoment.Kind) -> Int { kinds[kind.rawValue] }

  mutating func add(_ moment: WrittenMoment, times: Int) {
    kinds[moment.kind.rawValue] += times
    for pattern in moment.patterns { patterns[pattern] += times }
  }

  mutating func add(_ next: MomentCounts) {
    for kind in kinds.indices { kinds[kind] += next.kinds[kind] }
    for pattern in patterns.indices { patterns[pattern] += next.patterns[pattern] }
  }

  /// The cells that are a day in any way.
  var all: Int { kinds.reduce(0, +) }

  /// The patterns that all cells follow: two when the month cannot be told from the day.
  var common: [String] {
    zip(WrittenMoment.patterns, patterns).filter { $0.1 == all && all > 0 }.map(\.0)
  }
}
