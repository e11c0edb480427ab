import Tables

/// How days and moments are written when it is not the ISO way: a pattern of Table Schema, such as `%d-%m-%Y`.
///
/// `%d`, `%m`, `%H`, `%M`, `%S` take one or two digits, `%Y` four, `%y` two (00 to 68 lie after 2000, as POSIX has it);
/// any other character stands for itself.
///
/// > https://datapackage.org/standard/table-schema/#date
struct DateFormat: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case year, shortYear, month, day, hour, minute, second
    case exact(Character)
  }

  private let parts: [Part]

  /// Reads a pattern; `nil` when it holds an unknown directive or names no day.
  init?(_ pattern: String) {
    var parts: [Part] = []
    var isDirective = false
    for character in pattern {
      if !isDirective {
        isDirective = character == "%"
        if !isDirective { parts.append(.exact(character)) }
        continue
      }
      isDirective = false
      switch character {
      case "Y": parts.append(.year)
      case "y": parts.append(.shortYear)
      case "m": parts.append(.month)
      case "d": parts.append(.day)
      case "H": parts.append(.hour)
      case "M": parts.append(.minute)
      case "S": parts.append(.second)
      case "%": parts.append(.exact("%"))
      default: return nil
      }
    }
    if isDirective || !parts.contains(.day) || !parts.contains(.month) { return nil }
    if !parts.contains(.year), !parts.contains(.shortYear) { return nil }
    self.parts = parts
  }

  /// The day and the time that a text stands for, or `nil` when it is not written so.
  func read(_ text: String) -> (day: CalendarDate, time: String)? {
    var rest = text[...]
    var numbers: [Part: Int] = [:]
    for part in parts {
      if case .exact(let character) = part {
        guard rest.first == character else { return nil }
        rest.removeFirst()
        continue
      }
      let most = part == .year ? 4 : 2
      let digits = rest.prefix(most).prefix { $0.asciiValue.map { (48...57).contains($0) } ?? false }
      guard digits.count == most || (most == 2 && part != .shortYear && digits.count == 1), let number = Int(digits)
      else { return nil }
      numbers[part] = number
      rest = rest.dropFirst(digits.count)
    }
    let year = numbers[.year] ?? numbers[.shortYear].map { $0 < 69 ? 2000 + $0 : 1900 + $0 } ?? 0
    guard rest.isEmpty, let day = CalendarDate(year: year, month: numbers[.month] ?? 0, day: numbers[.day] ?? 0) else {
      return nil
    }
    let (hour, minute, second) = (numbers[.hour] ?? 0, numbers[.minute] ?? 0, numbers[.second] ?? 0)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    let time = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return (day, time)
  }
}
