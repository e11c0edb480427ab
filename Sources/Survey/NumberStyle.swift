import Settings

/// How numbers are written: the mark before the fraction, and the one between thousands.
public struct NumberStyle: Hashable, Sendable {
  /// What a codebook says; `nil` is to be found out, or taken from the codebook as a whole.
  public struct Wish: Hashable, Sendable {
    /// The mark before the fraction.
    public var decimal: Character?
    /// The mark between thousands.
    public var group: Group?

    /// Creates a wish; by default nothing is known.
    public init(decimal: Character? = nil, group: Group? = nil) {
      self.decimal = decimal
      self.group = group
    }

    /// Reads the keys `decimalChar` and `groupChar`.
    init(reading reader: SettingsReader) {
      decimal = Self.decimal(reader)
      switch reader.text("groupChar", default: "auto") {
      case "auto": group = nil
      case "none": group = Group.none
      case " ", "\u{A0}", "\u{202F}": group = .mark(" ")
      case let mark where [".", ",", "'", "’"].contains(mark): group = mark.first.map { .mark($0) }
      case let other:
        reader.reject(
          "groupChar", rule: "wrong-value", value: other, message: "'\(other)' is no mark between thousands",
          mend: "write 'auto', 'none', '.', ',', \"'\" or ' '")
      }
      if let decimal, group == .mark(decimal) {
        reader.reject(
          "groupChar", rule: "same-marks", value: String(decimal),
          message: "the mark between thousands is the decimal mark", mend: "write two different marks")
      }
    }

    private static func decimal(_ reader: SettingsReader) -> Character? {
      let text = reader.text("decimalChar", default: "auto")
      if text == "auto" { return nil }
      if let only = text.first, text.count == 1 { return only }
      reader.reject(
        "decimalChar", rule: "wrong-value", value: text, message: "the decimal mark must be one character",
        mend: "write '.' or ','")
      return nil
    }
  }

  /// The mark between thousands.
  public enum Group: Hashable, Sendable {
    case none
    /// A mark; a space stands for no-break spaces too.
    case mark(Character)
  }

  /// The mark before the fraction.
  public var decimal: Character
  /// The mark between thousands.
  public var group: Group

  /// Creates a style; by default with a decimal point, and nothing between thousands.
  public init(decimal: Character = ".", group: Group = .none) {
    self.decimal = decimal
    self.group = group
  }

  /// Returns the text of a number with a decimal point and nothing between thousands, or `nil` when its marks are others.
  ///
  /// Thousands are groups of three digits, before the fraction; the first may be shorter.
  func plain(_ text: String) -> String? {
    var whole = ""
    var fraction: String?
    var groups: [Int] = []
    for (position, character) in text.enumerated() {
      if character == decimal {
        if fraction != nil { return nil }
        fraction = ""
      } else if let digit = character.asciiValue, (48...57).contains(digit) {
        if fraction == nil { whole.append(character) } else { fraction?.append(character) }
      } else if position == 0, character == "-" || character == "+" || character == "−" {
        whole.append(character == "+" ? "+" : "-")
      } else if isGroupMark(character), fraction == nil {
        groups.append(whole.utf8.count { $0 >= 48 })
      } else {
        return nil
      }
    }
    let digits = whole.utf8.count { $0 >= 48 }
    if let first = groups.first {
      guard (1...3).contains(first), zip(groups, groups.dropFirst()).allSatisfy({ $1 - $0 == 3 }),
        digits - (groups.last ?? 0) == 3
      else { return nil }
    }
    guard digits + (fraction?.count ?? 0) > 0 else { return nil }
    return fraction.map { whole + "." + $0 } ?? whole
  }

  private func isGroupMark(_ character: Character) -> Bool {
    guard case .mark(let mark) = group else { return false }
    return character == mark || (mark == " " && ["\u{A0}", "\u{202F}", "\u{2009}"].contains(character))
  }
}
