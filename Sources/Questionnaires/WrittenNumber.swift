import Tables

/// A number as people write it: with a decimal point or comma, with marks between thousands, with a unit around it.
struct WrittenNumber: Hashable {
  /// A way of writing numbers.
  enum Form: Int, Hashable, Sendable, CaseIterable {
    /// Digits alone.
    case whole
    /// A decimal point.
    case point
    /// A decimal comma.
    case comma
    /// A decimal comma, and points between thousands.
    case commaWithPoints
    /// A decimal point, and commas between thousands.
    case pointWithCommas
  }

  /// The value in each form in which it can be read.
  private(set) var values: [Form: Double] = [:]
  /// Whether a fraction other than zero stands there, in each form.
  private(set) var fractions: [Form: Bool] = [:]
  /// What stands around the number.
  private(set) var unit = ""

  /// Reads a text, or nothing when it is no number with at most a unit around it.
  init?(_ text: String) {
    guard text.utf8.count <= 40, text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) else { return nil }
    var body = text[...]
    var before = ""
    while let first = body.first, "€$£".contains(first) || first.isWhitespace {
      if !first.isWhitespace { before.append(first) }
      body.removeFirst()
    }
    var after = ""
    while let last = body.last, !last.isNumber, last.isLetter || "%€$£.²³/ -\u{A0}".contains(last) {
      after.insert(last, at: after.startIndex)
      body.removeLast()
    }
    if after == ",-" { after = "" }
    after = trimmed(after)
    guard after.count <= 12, !after.hasSuffix("-") else { return nil }
    var sign = 1.0
    if let first = body.first, first == "-" || first == "+" {
      if first == "-" { sign = -1 }
      body.removeFirst()
    }
    unit = before.isEmpty ? after : before
    for form in Form.allCases {
      guard let (value, hasFraction) = Self.read(body, form) else { continue }
      values[form] = sign * value
      fractions[form] = hasFraction
    }
    if values.isEmpty { return nil }
  }

  private static func read(_ text: Substring, _ form: Form) -> (Double, Bool)? {
    let decimal: Character? = form == .whole ? nil : form == .point || form == .pointWithCommas ? "." : ","
    let group: Character? = form == .commaWithPoints ? "." : form == .pointWithCommas ? "," : nil
    let parts =
      decimal.map { text.split(separator: $0, maxSplits: 1, omittingEmptySubsequences: false) } ?? [text]
    var whole = parts[0]
    if let group, whole.contains(group) {
      let groups = whole.split(separator: group, omittingEmptySubsequences: false)
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
      whole = Substring(groups.joined())
    }
    let fraction = parts.count > 1 ? parts[1] : ""
    func isDigits(_ text: Substring) -> Bool { text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }
    guard !whole.isEmpty, isDigits(whole), isDigits(fraction), parts.count == 1 || !fraction.isEmpty,
      let value = Double(fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"), value.isFinite
    else { return nil }
    return (value, fraction.contains { $0 != "0" })
  }
}

/// How many cells are numbers in each form, and how far they go.
struct NumberCounts: Hashable, Sendable {
  /// How many cells can be read in a form, how many have a fraction, and their range.
  struct Range: Hashable, Sendable {
    var cells = 0
    var fractions = 0
    var lowest = Double.infinity
    var highest = -Double.infinity
  }

  private var ranges = Array(repeating: Range(), count: WrittenNumber.Form.allCases.count)

  /// The cells of a form.
  subscript(form: WrittenNumber.Form) -> Range { ranges[form.rawValue] }

  mutating func add(_ number: WrittenNumber, times: Int) {
    for form in WrittenNumber.Form.allCases {
      guard let value = number.values[form] else { continue }
      ranges[form.rawValue].cells += times
      if number.fractions[form] == true { ranges[form.rawValue].fractions += times }
      ranges[form.rawValue].lowest = min(ranges[form.rawValue].lowest, value)
      ranges[form.rawValue].highest = max(ranges[form.rawValue].highest, value)
    }
  }

  mutating func add(_ next: NumberCounts) {
    for form in ranges.indices {
      ranges[form].cells += next.ranges[form].cells
      ranges[form].fractions += next.ranges[form].fractions
      ranges[form].lowest = min(ranges[form].lowest, next.ranges[form].lowest)
      ranges[form].highest = max(ranges[form].highest, next.ranges[form].highest)
    }
  }

  /// The form in which most cells can be read; of equals the plainest.
  var best: WrittenNumber.Form {
    WrittenNumber.Form.allCases.reduce(.whole) { self[$1].cells > self[$0].cells ? $1 : $0 }
  }
}
