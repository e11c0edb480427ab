import Tables

/// A day or moment as tools write it.
enum WrittenMoment: Int, Hashable, CaseIterable {
  /// `2021-03-01`.
  case isoDay
  /// `2021-03-01 10:00` or with a `T` and seconds.
  case isoMoment
  /// Day, month and year in another order or with other marks, with or without a time.
  case other

  /// Tells what a text is, or nothing when it is no day.
  init?(_ text: String) {
    guard (6...40).contains(text.utf8.count), let first = text.utf8.first, first >= 48, first <= 57 else { return nil }
    if CalendarDate(iso: text) != nil {
      if text.utf8.count == 10 {
        self = .isoDay
        return
      }
      let time = text.dropFirst(11).prefix { $0 != "Z" }
      let parts = time.split(separator: ":", omittingEmptySubsequences: false)
      let isPlain = (2...3).contains(parts.count) && parts.allSatisfy { $0.utf8.count == 2 && Int($0) != nil }
      self = isPlain ? .isoMoment : .other
      return
    }
    let day = text.prefix { !$0.isWhitespace && $0 != "T" }
    let parts = day.split(whereSeparator: { "-/.".contains($0) })
    guard parts.count == 3, day.count == parts.map(\.count).reduce(2, +), parts.allSatisfy({ Int($0) != nil }),
      parts.contains(where: { $0.count == 4 }) || text.contains(":"), parts.allSatisfy({ $0.count <= 4 })
    else { return nil }
    self = .other
  }
}

/// How many cells are days and moments.
struct MomentCounts: Hashable, Sendable {
  private var counts = [0, 0, 0]

  subscript(kind: WrittenMoment) -> Int { counts[kind.rawValue] }

  mutating func add(_ moment: WrittenMoment) { counts[moment.rawValue] += 1 }

  mutating func add(_ next: MomentCounts) {
    for kind in counts.indices { counts[kind] += next.counts[kind] }
  }

  /// The cells that are a day in any way.
  var all: Int { counts.reduce(0, +) }
}
