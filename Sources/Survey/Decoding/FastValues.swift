/// Reads the plain cases of numbers, days and moments digit by digit; whatever is not plain is `nil`, and left to
/// ``CellReader``.
extension QuestionDecoder {
  /// A whole number of at most 18 digits within the range of the question.
  func fastInteger(_ bytes: borrowing Span<UInt8>, _ cell: Range<Int>) -> Int? {
    let negative = !cell.isEmpty && bytes[cell.lowerBound] == UInt8(ascii: "-")
    let start = cell.lowerBound + (negative ? 1 : 0)
    let count = cell.upperBound - start
    if count < 1 || count > 18 { return nil }
    var number = 0
    for index in start..<cell.upperBound {
      let digit = bytes[index] &- 48
      if digit > 9 { return nil }
      number = number &* 10 &+ Int(digit)
    }
    if negative { number = -number }
    return isInRange(Double(number)) ? number : nil
  }

  /// A number of at most 15 digits within the range of the question: whole and fraction are then exact, and so is their
  /// quotient by a power of ten, rounded once.
  func fastNumber(_ bytes: borrowing Span<UInt8>, _ cell: Range<Int>) -> Double? {
    let negative = !cell.isEmpty && bytes[cell.lowerBound] == UInt8(ascii: "-")
    let start = cell.lowerBound + (negative ? 1 : 0)
    if cell.upperBound - start > 16 { return nil }
    var digits = 0
    var number = 0
    var decimals = 0
    var hasMark = false
    for index in start..<cell.upperBound {
      let byte = bytes[index]
      let digit = byte &- 48
      if digit <= 9 {
        number = number &* 10 &+ Int(digit)
        digits += 1
        if hasMark { decimals += 1 }
      } else if byte == decimalByte, !hasMark {
        hasMark = true
      } else {
        return nil
      }
    }
    if digits == 0 || digits > 15 { return nil }
    var value = Double(number) / Self.powers[decimals]
    if negative { value = -value }
    return isInRange(value) ? value : nil
  }

  /// A day such as 2020-06-26, as year · 10 000 + month · 100 + day, up to the 28th of a month.
  func fastDay(_ bytes: borrowing Span<UInt8>, _ cell: Range<Int>) -> Int32? {
    cell.count == 10 ? Self.day(bytes, cell.lowerBound) : nil
  }

  /// Appends a moment such as 2020-06-26T10:30 in full; `false` when it is not plain.
  func isFastMoment(_ bytes: borrowing Span<UInt8>, _ cell: Range<Int>) -> Bool {
    guard cell.count == 16 || cell.count == 19, Self.day(bytes, cell.lowerBound) != nil else { return false }
    let start = cell.lowerBound
    let separator = bytes[start + 10]
    guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " "), bytes[start + 13] == UInt8(ascii: ":"),
      let hour = Self.pair(bytes, start + 11), hour < 24, let minute = Self.pair(bytes, start + 14), minute < 60
    else { return false }
    if cell.count == 16 { return true }
    guard bytes[start + 16] == UInt8(ascii: ":"), let second = Self.pair(bytes, start + 17) else { return false }
    return second < 60
  }

  private func isInRange(_ number: Double) -> Bool {
    number >= question.minimum ?? -.infinity && number <= question.maximum ?? .infinity
  }

  private static func day(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int32? {
    guard let century = pair(bytes, start), let year = pair(bytes, start + 2), bytes[start + 4] == UInt8(ascii: "-"),
      let month = pair(bytes, start + 5), bytes[start + 7] == UInt8(ascii: "-"), let day = pair(bytes, start + 8),
      century > 0, (1...12).contains(month), (1...28).contains(day)
    else { return nil }
    return Int32((century * 100 + year) * 10_000 + month * 100 + day)
  }

  private static func pair(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Int? {
    let tens = bytes[index] &- 48
    let ones = bytes[index + 1] &- 48
    return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : nil
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
