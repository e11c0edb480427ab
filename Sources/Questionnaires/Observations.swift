/// What can be said of the values of a column one by one: which are numbers, days, addresses, and joined choices.
struct Observations: Hashable, Sendable {
  /// The most units around numbers that are kept.
  static let mostUnits = 8
  /// What may stand between choices that were joined in one cell.
  static let joiners: [Character] = [";", ",", "|"]

  /// How many cells are numbers in each form.
  private(set) var numbers = NumberCounts()
  /// The units around numbers, while there are few.
  private(set) var units: [String: Int] = [:]
  /// Whether there were more units than are kept.
  private(set) var hasManyUnits = false
  /// How many cells are days and moments.
  private(set) var moments = MomentCounts()
  /// How many cells look like addresses of e-mail.
  private(set) var mailAddresses = 0
  /// How many cells look like addresses of computers.
  private(set) var networkAddresses = 0
  /// The choices in cells that hold a joiner.
  private(set) var joined: [Character: JoinedChoices] = [:]

  /// Looks at a value that stands in a number of cells.
  mutating func add(_ text: String, times: Int) {
    if SpecialAnswers.isSpecial(text) { return }
    if let number = WrittenNumber(text) {
      numbers.add(number, times: times)
      if !number.unit.isEmpty { countUnit(number.unit, times) }
    }
    if let moment = WrittenMoment(text) { moments.add(moment, times: times) }
    if text.utf8.contains(UInt8(ascii: "@")), isMailAddress(text) { mailAddresses += times }
    if isNetworkAddress(text) { networkAddresses += times }
    for joiner in Self.joiners where text.contains(joiner) {
      joined[joiner, default: JoinedChoices(joiner: joiner)].add(text, times: times)
    }
  }

  /// Adds what was seen elsewhere.
  mutating func add(_ more: Observations) {
    numbers.add(more.numbers)
    for unit in more.units.keys.sorted() { countUnit(unit, more.units[unit] ?? 0) }
    if more.hasManyUnits { forgetUnits() }
    moments.add(more.moments)
    mailAddresses += more.mailAddresses
    networkAddresses += more.networkAddresses
    for joiner in Self.joiners {
      guard let choices = more.joined[joiner] else { continue }
      joined[joiner, default: JoinedChoices(joiner: joiner)].add(choices)
    }
  }

  private mutating func countUnit(_ unit: String, _ times: Int) {
    guard !hasManyUnits else { return }
    units[unit, default: 0] += times
    if units.count > Self.mostUnits { forgetUnits() }
  }

  private mutating func forgetUnits() {
    hasManyUnits = true
    units = [:]
  }
}

private func isMailAddress(_ text: String) -> Bool {
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(" ")
}

private func isNetworkAddress(_ text: String) -> Bool {
  guard text.utf8.count <= 45, let first = text.utf8.first, first < 0x80 else { return false }
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  if parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) { return true }
  return text.count { $0 == ":" } >= 4 && text.allSatisfy { $0.isHexDigit || $0 == ":" }
}
