/// Numbers, shares and dates as a reader of one language expects them in print.
///
/// - Dutch: decimal comma, thousands set apart by a space as Statistics Netherlands (CBS) does in its tables, `34 %`.
/// - English: decimal point, thousands by a comma, `34%`.
///
/// The space between thousands is the narrow no-break space U+202F: a point would be read as a decimal point by whoever
/// has the English edition beside it, and an ordinary space would let a line break fall inside a number. The space
/// before a Dutch percent sign is the no-break space U+00A0. A negative number carries the minus sign U+2212, which is
/// as wide as a plus; nothing is ever printed as minus zero.
///
/// **Rounding** is half away from zero on the *decimal* value: on the shortest decimal that reads back as the same
/// `Double`. So a share of 0.285 prints as 29 %, although the double nearest to it lies a little below. What is not a
/// finite number prints as an en dash.
public struct NumberText: Hashable, Sendable {
  /// The language that is written.
  public let language: Language

  /// Creates the number style of a language.
  public init(_ language: Language) {
    self.language = language
  }

  /// What stands for a number that is not there: an en dash.
  public static let nothing = "–"

  /// Returns a whole number with its thousands set apart.
  public func integer(_ value: Int) -> String {
    let digits = grouped(String(value.magnitude))
    return value < 0 ? Self.minus + digits : digits
  }

  /// Returns a number with exactly `digits` decimals.
  public func decimal(_ value: Double, digits: Int) -> String {
    written(value, shift: 0, digits: digits, plus: false)
  }

  /// Returns a number with exactly `digits` decimals and always a sign, except when it rounds to zero.
  public func signed(_ value: Double, digits: Int) -> String {
    written(value, shift: 0, digits: digits, plus: true)
  }

  /// Returns a share as a percentage: 0.34 becomes `34 %` in Dutch and `34%` in English.
  public func percentage(_ share: Double, digits: Int = 0) -> String {
    guard share.isFinite else { return Self.nothing }
    return written(share, shift: 2, digits: digits, plus: false) + percentSign
  }

  /// Returns how often something happened as a percentage: only exactly never or always reads as 0 % or 100 %.
  ///
  /// A share of 0.9996 becomes `> 99 %`, one of 0.0004 `< 1 %`.
  public func frequency(_ share: Double) -> String {
    let text = percentage(share)
    if share > 0, text == percentage(0) { return "<\u{00A0}" + percentage(0.01) }
    if share < 1, text == percentage(1) { return ">\u{00A0}" + percentage(0.99) }
    return text
  }

  /// Returns a difference of shares in percentage points with a sign, without a unit: 0.034 becomes `+3`.
  public func points(_ difference: Double, digits: Int = 0) -> String {
    written(difference, shift: 2, digits: digits, plus: true)
  }

  /// Returns an interval of shares: `31–37 %` in Dutch, `31–37%` in English.
  public func percentageRange(_ low: Double, _ high: Double, digits: Int = 0) -> String {
    guard low.isFinite, high.isFinite else { return Self.nothing }
    let from = written(low, shift: 2, digits: digits, plus: false)
    return from + rangeDash(low, high) + written(high, shift: 2, digits: digits, plus: false) + percentSign
  }

  /// Returns an interval of numbers: `2,1–3,4`.
  public func range(_ low: Double, _ high: Double, digits: Int) -> String {
    guard low.isFinite, high.isFinite else { return Self.nothing }
    return decimal(low, digits: digits) + rangeDash(low, high) + decimal(high, digits: digits)
  }

  /// Returns a date in words: `26 juni 2020`, `26 June 2020`.
  ///
  /// - Precondition: `month` lies in 1 … 12.
  public func date(year: Int, month: Int, day: Int) -> String {
    precondition((1...12).contains(month), "a month lies in 1 ... 12")
    return "\(day) \(monthNames[month - 1]) \(year)"
  }

  /// Returns a count with the word that goes with it: `1 school`, `40 scholen`.
  ///
  /// Dutch and English both take the singular for exactly one and the plural for every other count, none included.
  public func count(_ number: Int, one: String, many: String) -> String {
    integer(number) + "\u{00A0}" + plural(number, one: one, many: many)
  }

  /// Returns the word that goes with a count.
  public func plural(_ number: Int, one: String, many: String) -> String {
    number == 1 ? one : many
  }

  /// Returns a list in words: `a`, `a en b`, `a, b en c`; `and` in English, and an empty text for an empty list.
  public func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    guard items.count > 1 else { return last }
    let and = language == .nl ? " en " : " and "
    return items.dropLast().joined(separator: ", ") + and + last
  }
}

// MARK: - How it is written

extension NumberText {
  static let minus = "\u{2212}"

  private var decimalMark: String { language == .nl ? "," : "." }
  private var thousandsMark: String { language == .nl ? "\u{202F}" : "," }
  private var percentSign: String { language == .nl ? "\u{00A0}%" : "%" }

  private var monthNames: [String] {
    switch language {
    case .nl:
      [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
      ]
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
    }
  }

  /// An en dash; with thin air around it when a minus sign would otherwise touch it.
  private func rangeDash(_ low: Double, _ high: Double) -> String {
    low < 0 || high < 0 ? "\u{00A0}–\u{00A0}" : "–"
  }

  private func grouped(_ digits: String) -> String {
    let characters = Array(digits)
    var text = ""
    for (index, character) in characters.enumerated() {
      if index > 0, (characters.count - index) % 3 == 0 { text += thousandsMark }
      text.append(character)
    }
    return text
  }

  private func written(_ value: Double, shift: Int, digits: Int, plus: Bool) -> String {
    precondition(digits >= 0, "a number of decimals is not negative")
    guard value.isFinite else { return Self.nothing }
    let parts = DecimalDigits(value.magnitude).shifted(by: shift).rounded(toDecimals: digits)
    var text = grouped(parts.whole)
    if digits > 0 { text += decimalMark + parts.fraction }
    let isZero = !(parts.whole + parts.fraction).contains { $0 != "0" }
    if isZero { return text }
    if value < 0 { return Self.minus + text }
    return plus ? "+" + text : text
  }
}

/// The decimal digits of a finite, non-negative number.
///
/// The number is a decimal mark, then `digits`, times ten to the power `exponent`.
struct DecimalDigits {
  var digits: [UInt8]
  var exponent: Int

  /// Takes the shortest decimal that reads back as `value`, which is what Swift prints.
  init(_ value: Double) {
    digits = []
    exponent = 0
    var seenPoint = false
    var power = 0
    let text = Array(value.description.utf8)
    var index = 0
    while index < text.count, text[index] != UInt8(ascii: "e") {
      if text[index] == UInt8(ascii: ".") {
        seenPoint = true
      } else {
        digits.append(text[index] - UInt8(ascii: "0"))
        if !seenPoint { exponent += 1 }
      }
      index += 1
    }
    if index < text.count {
      let tail = String(decoding: text[(index + 1)...], as: UTF8.self)
      power = Int(tail.hasPrefix("+") ? String(tail.dropFirst()) : tail) ?? 0
    }
    exponent += power
  }

  /// The same digits, multiplied by a power of ten.
  func shifted(by power: Int) -> DecimalDigits {
    var copy = self
    copy.exponent += power
    return copy
  }

  /// The digits before and after the decimal mark, rounded half away from zero.
  func rounded(toDecimals decimals: Int) -> (whole: String, fraction: String) {
    let keep = exponent + decimals
    var kept = [UInt8]()
    if keep > 0 { kept = (0..<keep).map { $0 < digits.count ? digits[$0] : 0 } }
    let next = keep >= 0 && keep < digits.count ? digits[keep] : 0
    if next >= 5 {
      var index = kept.count - 1
      while index >= 0, kept[index] == 9 {
        kept[index] = 0
        index -= 1
      }
      if index >= 0 { kept[index] += 1 } else { kept.insert(1, at: 0) }
    }
    while kept.count < decimals + 1 { kept.insert(0, at: 0) }
    while kept.count > decimals + 1, kept[0] == 0 { kept.removeFirst() }
    let text = kept.map { Character(UnicodeScalar($0 + UInt8(ascii: "0"))) }
    return (String(text.dropLast(decimals)), String(text.suffix(decimals)))
  }
}
