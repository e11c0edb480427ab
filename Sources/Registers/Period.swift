import Tables

/// A stretch of time in which the list of units does not change.
struct Period: Sendable {
  /// The first day; `nil` for the time before everything that is known.
  var from: CalendarDate?
  /// The units, sorted by code.
  var units: [Unit]
  /// The place of each code in `units`.
  var index: [String: Int]

  init(from: CalendarDate?, units: [String: Unit]) {
    self.from = from
    self.units = units.values.sorted { $0.code < $1.code }
    self.index = Dictionary(uniqueKeysWithValues: self.units.enumerated().map { ($1.code, $0) })
  }

  /// Returns all periods by date; none without editions.
  static func all(editions: [Register.Edition], changes: [Change]) -> [Period] {
    guard let first = editions.first else { return [] }
    let firstUnits = byCode(first.units)
    var periods = before(first.validFrom, units: firstUnits, changes: changes)
    periods.append(Period(from: first.validFrom, units: firstUnits))
    var current = firstUnits
    let dates = Set(changes.map(\.date) + editions.map(\.validFrom)).filter { $0 > first.validFrom }.sorted()
    for date in dates {
      if let edition = editions.first(where: { $0.validFrom == date }) {
        current = byCode(edition.units)
      } else {
        replay(changes.filter { $0.date == date }, on: &current)
      }
      periods.append(Period(from: date, units: current))
    }
    return periods
  }

  private static func byCode(_ units: [Unit]) -> [String: Unit] {
    Dictionary(units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The periods before the first edition: the changes undone one day at a time, the latest first.
  private static func before(_ date: CalendarDate, units: [String: Unit], changes: [Change]) -> [Period] {
    let dates = Set(changes.map(\.date)).filter { $0 <= date }.sorted(by: >)
    var periods: [Period] = []
    if dates.first != date { periods.append(Period(from: dates.first, units: units)) }
    var current = units
    for (position, date) in dates.enumerated() {
      let day = changes.filter { $0.date == date }
      for change in day where change.kind == .mergedIntoNew { current[change.new.code] = nil }
      for change in day { current[change.old.code] = Unit(code: change.old.code, name: change.old.name) }
      let earlier = position + 1 < dates.count ? dates[position + 1] : nil
      periods.append(Period(from: earlier, units: current))
    }
    return periods.reversed()
  }

  private static func replay(_ changes: [Change], on units: inout [String: Unit]) {
    for change in changes { units[change.old.code] = nil }
    for change in changes where units[change.new.code] == nil {
      units[change.new.code] = Unit(code: change.new.code, name: change.new.name)
    }
  }
}
