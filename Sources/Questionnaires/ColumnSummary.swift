import Tables

/// What was seen of a column while its cells went by, in bounded memory.
///
/// Summaries of pieces add up, in the order of the file, to the summary of the whole: the values that are kept are the
/// first ``mostValues`` different ones, wherever the pieces were cut. A value that is kept is looked at once, when all
/// cells have gone by; the others as they come.
struct ColumnSummary: Hashable, Sendable {
  /// The most different values that are kept.
  static let mostValues = 400

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
  /// What was seen of the values; of those that are kept only after ``settle()``.
  private(set) var seen = Observations()

  /// The number of cells with content.
  var given: Int { cells - blank }

  /// Takes a cell.
  mutating func add(_ cell: String) {
    cells += 1
    let text = trimmed(cell)
    if text.isEmpty { blank += 1 } else { count(text, 1) }
  }

  private mutating func count(_ value: String, _ times: Int) {
    if counts[value] != nil {
      counts[value, default: 0] += times
      return
    }
    longest = max(longest, value.count)
    if values.count < Self.mostValues {
      counts[value] = times
      values.append(value)
    } else {
      isOverfull = true
      seen.add(value, times: times)
    }
  }

  /// Adds what was seen of the cells that follow.
  mutating func add(_ next: ColumnSummary) {
    cells += next.cells
    blank += next.blank
    for value in next.values { count(value, next.counts[value] ?? 0) }
    isOverfull = isOverfull || next.isOverfull
    longest = max(longest, next.longest)
    seen.add(next.seen)
  }

  /// Looks at the values that were kept, once all cells have gone by.
  mutating func settle() {
    for value in values { seen.add(value, times: counts[value] ?? 0) }
  }

  /// The values that are answers, most frequent first; of equally frequent ones the first in the alphabet.
  var answers: [String] {
    values.filter { !SpecialAnswers.isSpecial($0) }
      .sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
  }

  /// How often a value was seen.
  func count(of value: String) -> Int { counts[value] ?? 0 }
}
