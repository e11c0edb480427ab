import Texts

// How numbers stand in sentences and tables together with where they come from.

extension ReportWriter {
  /// A whole number as it is printed.
  func whole(_ value: Int, from source: NumberSource) -> Statement.Number {
    Statement.Number(number.integer(value), value, from: source)
  }

  /// The cell of a table with a whole number; an en dash for none.
  func cell(_ value: Int?, _ source: NumberSource) -> Prose {
    guard let value else { return Prose(NumberText.nothing) }
    return Prose(Statement(number.integer(value), [whole(value, from: source)]))
  }

  /// The cell of a table with a number of two decimals; an en dash for none.
  func hundredths(_ value: Double?, _ source: NumberSource) -> Prose {
    cell(value, source) { number.decimal($0, digits: 2) }
  }

  /// The cell of a table with a number; an en dash for none.
  func cell(_ value: Double?, _ source: NumberSource, _ written: (Double) -> String) -> Prose {
    guard let value, value.isFinite else { return Prose(NumberText.nothing) }
    return Prose(Statement(written(value), [Statement.Number(written(value), value, from: source)]))
  }
}
