public import Registers
public import Tables

/// Finds the unit behind a text: by what people confirmed, else by the register.
public struct UnitResolver: Sendable {
  /// The register; without one every text is a unit of its own.
  public var register: Register?
  /// The date of the wave.
  public var date: CalendarDate
  /// What becomes of answers for units that the date does not know.
  public var rule: ReorganisationRule
  /// What people confirmed.
  public var confirmed: ConfirmedNames

  /// Creates a resolver.
  public init(
    register: Register?, date: CalendarDate, rule: ReorganisationRule = ReorganisationRule(),
    confirmed: ConfirmedNames = ConfirmedNames()
  ) {
    self.register = register
    self.date = date
    self.rule = rule
    self.confirmed = confirmed
  }

  /// Returns the unit that is meant by a text.
  ///
  /// - Parameters:
  ///   - typed: The text.
  ///   - answered: The day on which it was typed, if that is known.
  /// - Returns: The unit, or why there is none.
  public func resolve(_ typed: String, answered: CalendarDate?) -> UnitResolution {
    switch confirmed[typed] {
    case .unit(let code, let name)?: return .unit(code: code, name: name, how: "confirmed")
    case .noUnit?: return .none
    case nil: break
    }
    guard let register else { return .verbatim(typed) }
    switch register.resolve(typed, on: date, answered: answered, rule: rule) {
    case .unit(let code, let name, let how):
      return .unit(code: code, name: name, how: how.label, former: how.former?.name)
    case .ambiguous(let units, let doubt):
      return .ambiguous(units.map { candidate($0, why: "") }, why: Self.words(doubt, units.count))
    case .unknown(let names):
      return .unknown(
        suggestions: names.map { candidate($0.unit, distance: $0.distance, why: Self.words($0.likeness)) })
    }
  }

  private func candidate(_ unit: NamedCode, distance: Int = 0, why: String) -> UnitCandidate {
    UnitCandidate(
      code: unit.code, name: unit.name, region: register?.region(of: unit.code) ?? "", distance: distance, why: why)
  }

  static func words(_ doubt: Resolution.Doubt, _ count: Int) -> String {
    switch doubt {
    case .severalUnits: "the name of \(count) units"
    case .merged(_, let day): "a former unit that went into another on \(day.iso), which the rule does not follow"
    case .divided(_, let day): "a former unit that was divided over \(count) on \(day.iso)"
    case .yetToCome(_, let day): "a unit that came into being on \(day.iso), after the date of the wave"
    }
  }

  private static func words(_ likeness: NearName.Likeness) -> String {
    switch likeness {
    case .letters(let count, let name): "\(count) \(count == 1 ? "letter" : "letters") from '\(name)'"
    case .part(let name): "'\(name)' with other words"
    case .otherRegion(let region): region.isEmpty ? "lies in another region" : "lies in \(region)"
    }
  }
}
