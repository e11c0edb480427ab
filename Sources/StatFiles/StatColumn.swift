/// A variable of an SPSS file, as far as its values need it.
struct StatColumn {
  /// How a number of the variable is written.
  enum Form: Hashable {
    case number, date, moment, time
  }

  var name: String
  var label: String
  /// The name of its set of value labels; empty when it has none.
  var labelSet: String
  var form: Form

  /// The form that a print format stands for: `F8.2`, `DATE11`, `DATETIME20`.
  static func form(_ format: String) -> Form {
    let kind = format.prefix { $0.isLetter }
    switch kind {
    case "DATE", "ADATE", "EDATE", "SDATE", "JDATE", "QYR", "MOYR", "WKYR": return .date
    case "DATETIME", "YMDHMS": return .moment
    case "TIME": return .time
    default: return .number
    }
  }
}
