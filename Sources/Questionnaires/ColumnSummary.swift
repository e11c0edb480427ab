/// What was seen of a column while its cells went by, in bounded memory.
///
/// Summaries of pieces add up, in the order of the file, to the summary of the whole: the values that are kept are the
/// first ``mostValues`` different ones, wherever the pieces were cut.
struct ColumnSummary: Hashable, Sendable {
  /// The most different values that are kept.
  static let mostValues = 400
  /// The most units around numbers that are kept.
  static let mostUnits = 8
  /// What may stand between choices that were joined in one cell.
  static let joiners: [Character] = [";", ",", "|"]

  /// The number of cells.
  private(set) var cells = 0
  /// The number of cells without content.
  private(set) var blank = 0
  /// How often each value was seen; spaces around a value do not count.
  private(set) var counts: [String: Int] = [:]
  /// The values in the order in which they were first seen.
  private(set) var values: [String] = []
  /// Whether there were more values than are kept.
  private(set) var isOverfull = false
  /// The number of characters of the longest cell.
  private(set) var longest = 0
  /// How many cells are numbers in each form.
  private(set) var numbers = NumberCounts()
  /// The units around numbers.
  private(set) var units: [String: Int] = [:]
  /// How many cells are days and moments.
  private(set) var moments = MomentCounts()
  /// How many cells look like addresses of e-mail, and of computers.
  private(set) var mailAddresses = 0
  private(set) var networkAddresses = 0
  /// The choices in cells that hold a joiner.
  private(set) var joined: [Character: JoinedChoices] = [:]

  /// The number of cells with content.
  var given: Int { cells - blank }

  /// Takes a cell.
  mutating func add(_ cell: String) {
    cells += 1
    let text = trimmed(cell)
    guard !text.isEmpty else {
      blank += 1
      return
    }
    count(text, 1)
    longest = max(longest, text.count)
    if SpecialAnswers.isSpecial(text) { return }
    if let number = WrittenNumber(text) {
      numbers.add(number)
      if !number.unit.isEmpty, units[number.unit] != nil || units.count < Self.mostUnits {
        units[number.unit, default: 0] += 1
      }
    }
    if let moment = WrittenMoment(text) { moments.add(moment) }
    if text.utf8.contains(UInt8(ascii: "@")), isMailAddress(text) { mailAddresses += 1 }
    if isNetworkAddress(text) { networkAddresses += 1 }
    for joiner in Self.joiners where text.contains(joiner) {
      joined[joiner, default: JoinedChoices(joiner: joiner)].add(text)
    }
  }

  private mutating func count(_ value: String, _ times: Int) {
    if counts[value] != nil {
      counts[value, default: 0] += times
    } else if values.count < Self.mostValues {
      counts[value] = times
      values.append(value)
    } else {
      isOverfull = true
    }
  }

  /// Adds what was seen of the cells that follow.
  mutating func add(_ next: ColumnSummary) {
    cells += next.cells
    blank += next.blank
    for value in next.values { count(value, next.counts[value] ?? 0) }
    isOverfull = isOverfull || next.isOverfull
    longest = max(longest, next.longest)
    numbers.add(next.numbers)
    for unit in next.units.keys.sorted() where units[unit] != nil || units.count < Self.mostUnits {
      units[unit, default: 0] += next.units[unit] ?? 0
    }
    moments.add(next.moments)
    mailAddresses += next.mailAddresses
    networkAddresses += next.networkAddresses
    for joiner in Self.joiners {
      guard let more = next.joined[joiner] else { continue }
      joined[joiner, default: JoinedChoices(joiner: joiner)].add(more)
    }
  }

  /// The values that are answers, most frequent first; of equally frequent ones the first in the alphabet.
  var answers: [String] {
    values.filter { !SpecialAnswers.isSpecial($0) }
      .sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
  }

  /// How often a value was seen.
  func count(of value: String) -> Int { counts[value] ?? 0 }
}

private func isMailAddress(_ text: String) -> Bool {
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(" ")
}

private func isNetworkAddress(_ text: String) -> Bool {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  if parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) { return true }
  return text.count { $0 == ":" } >= 4 && text.allSatisfy { $0.isHexDigit || $0 == ":" }
}

/// Returns a text without the spaces and byte-order marks around it.
func trimmed(_ text: some StringProtocol) -> String {
  func isSpace(_ character: Character) -> Bool { character.isWhitespace || character == "\u{FEFF}" }
  guard let first = text.first, let last = text.last, isSpace(first) || isSpace(last) else { return String(text) }
  var rest = text[...]
  while let first = rest.first, isSpace(first) { rest.removeFirst() }
  while let last = rest.last, isSpace(last) { rest.removeLast() }
  return String(rest)
}
