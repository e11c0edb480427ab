/// A cell of a table as the value of a feature: a number, or what is wrong with it.
enum FeatureNumber: Equatable {
  /// A finite number that can be computed with.
  case number(Double)
  /// Nothing is there.
  case missing
  /// What is there instead, and how to mend it.
  case wrong(what: String, mend: String)

  /// The largest magnitude of a value: squares of larger ones, added up, leave the range of numbers.
  static let largest = 1e100

  /// Reads a cell.
  ///
  /// Swift takes `nan`, `inf`, `1e999` and `0x1A` for numbers; here each is told for what it is.
  init(_ text: String) {
    if text.isEmpty {
      self = .missing
    } else if let number = Double(text) {
      self.init(number, text)
    } else if text.contains(","), let number = Double(String(text.map { $0 == "," ? "." : $0 })), number.isFinite {
      self = .wrong(what: "which has a decimal comma", mend: "write a number with a decimal point")
    } else {
      self = .wrong(what: "which is not a number", mend: "write a number with a decimal point, or remove the column")
    }
  }

  private init(_ number: Double, _ text: String) {
    let unknown = "fill in what is known, or leave out the unit or the column"
    let letters = text.lowercased()
    if number.isNaN {
      self = .wrong(what: "which stands for no number at all", mend: unknown)
    } else if letters.contains("inf") {
      self = .wrong(what: "which is infinite", mend: unknown)
    } else if letters.contains("x") {
      self = .wrong(what: "which is not a decimal number", mend: "write it with decimal digits")
    } else if number.magnitude > Self.largest {
      self = .wrong(
        what: "which is too large to compute with", mend: "give the column another unit, or correct the cell")
    } else {
      self = .number(number)
    }
  }

  /// The number, if it is one.
  var value: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}
