import Tables

/// Returns the text of a number of an SPSS file: whole numbers without a point, others as the shortest decimal.
func statText(_ number: Double) -> String {
  if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
  return plainText(number)
}

/// Returns the text of a value in the form of its variable; a number that is no day or time stays a number.
///
/// SPSS counts seconds since the first day of the Gregorian calendar, 14 October 1582.
func statText(_ number: Double, _ form: StatColumn.Form) -> String {
  guard form != .number, number.isFinite, number.magnitude < 1e13 else { return statText(number) }
  let seconds = Int(number.rounded(.down))
  let (day, rest) = (seconds.flooredQuotient(86_400), seconds - 86_400 * seconds.flooredQuotient(86_400))
  let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  switch form {
  case .number: return statText(number)
  case .time: return number >= 0 && day == 0 ? clock : statText(number)
  case .date: return isoDay(day) ?? statText(number)
  case .moment: return isoDay(day).map { $0 + "T" + clock } ?? statText(number)
  }
}

/// Returns a day after 14 October 1582 as an ISO date, or `nil` beyond the year 9999.
///
/// The years are counted from 1 March of the year 0, so that a leap day is the last of its year.
func isoDay(_ day: Int) -> String? {
  let fromZero = day + 578_040
  guard fromZero >= 0 else { return nil }
  let era = fromZero / 146_097
  let ofEra = fromZero % 146_097
  let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
  let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shifted = (5 * ofYear + 2) / 153
  let month = shifted < 10 ? shifted + 3 : shifted - 9
  let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return CalendarDate(year: year, month: month, day: ofYear - (153 * shifted + 2) / 5 + 1)?.iso
}

extension Int {
  /// The quotient rounded down, also of a negative number.
  fileprivate func flooredQuotient(_ divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
