public import Diagnostics
public import Tables

extension Table {
  /// Returns a column of texts, with the empty text for what is missing.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65 when the table lacks the column.
  public func texts(_ name: String) throws(Failure) -> [String] {
    try column(name).texts.map { $0 ?? "" }
  }

  /// Returns a column of numbers; truth is 1 and 0.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65 when the table lacks the column.
  public func numbers(_ name: String) throws(Failure) -> [Double?] {
    try column(name).numbers
  }

  /// Returns a column of whole numbers.
  func integers(_ name: String) throws(Failure) -> [Int?] {
    try column(name).numbers.map { $0.flatMap { Int(exactly: $0) } }
  }

  private func column(_ name: String) throws(Failure) -> Column {
    if let column = self[name] { return column }
    throw Failure(
      .badData, rule: "missing-column", at: Place(file: self.name + ".csv", field: name),
      message: "the table '\(self.name)' lacks the column '\(name)'",
      mend: "make the folder anew with the stage that wrote it")
  }
}
