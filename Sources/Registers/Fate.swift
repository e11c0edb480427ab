public import Tables

/// What became of a unit between two days.
public enum Fate: Hashable, Sendable {
  /// There was no unit of that code on the first day.
  case unknown
  /// The unit exists on both days; it may have received others meanwhile.
  case unchanged
  /// The unit went whole into another.
  case merged(into: NamedCode)
  /// The unit was divided; the receiver of the largest part comes first, the others by code.
  case split(into: [NamedCode])

  /// The codes in which the unit lives on, the main one first; `nil` when it is unchanged, empty when it is unknown.
  public var successors: [NamedCode]? {
    switch self {
    case .unknown: []
    case .unchanged: nil
    case .merged(let unit): [unit]
    case .split(let units): units
    }
  }
}

extension Register {
  /// Returns what became of the unit that had a code on one day by a later day.
  ///
  /// Chains are followed to their end: a unit that was merged into one that was later divided counts as divided. Names are
  /// those of the later day.
  ///
  /// - Parameters:
  ///   - code: The code of the unit on the first day.
  ///   - first: The first day.
  ///   - last: The later day; a day before `first` gives `.unknown`.
  /// - Returns: The fate of the unit.
  public func fate(of code: String, from first: CalendarDate, to last: CalendarDate) -> Fate {
    guard first <= last, unit(code, on: first) != nil else { return .unknown }
    if unit(code, on: last) != nil { return .unchanged }
    let units = successors(of: code, after: first, to: last)
    guard let main = units.first else { return .unknown }
    return units.count == 1 ? .merged(into: main) : .split(into: units)
  }

  /// Returns the units of an earlier day that live on, wholly or in part, in a unit of a later day, sorted by code.
  ///
  /// The unit itself is among them when it existed on the earlier day.
  public func predecessors(of code: String, on last: CalendarDate, from first: CalendarDate) -> [NamedCode] {
    guard first <= last else { return [] }
    return units(on: first).filter { unit in
      if unit.code == code { return true }
      return fate(of: unit.code, from: first, to: last).successors?.contains { $0.code == code } ?? false
    }.map { NamedCode(code: $0.code, name: $0.name) }
  }

  /// The units of a day in which a former unit lives on: the main one, then the others by code.
  func successors(of code: String, after first: CalendarDate?, to last: CalendarDate) -> [NamedCode] {
    var ends: [String] = []
    follow(code, after: first, to: last, into: &ends)
    let units = ends.compactMap { unit($0, on: last) }.map { NamedCode(code: $0.code, name: $0.name) }
    return units.prefix(1) + units.dropFirst().sorted()
  }

  /// Collects the codes in which a code ends, primary receivers first.
  private func follow(_ code: String, after first: CalendarDate?, to last: CalendarDate, into ends: inout [String]) {
    let steps = changes.filter { change in
      change.old.code == code && change.date <= last && first.map { $0 < change.date } ?? true
    }
    guard let date = steps.map(\.date).min() else {
      if !ends.contains(code) { ends.append(code) }
      return
    }
    let day = steps.filter { $0.date == date }
    for step in day.filter(\.isPrimary) + day.filter({ !$0.isPrimary }) {
      follow(step.new.code, after: date, to: last, into: &ends)
    }
  }
}
