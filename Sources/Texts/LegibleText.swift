/// A text from outside, made safe to stand between other texts: nothing in it hides, and nothing reorders what follows it.
///
/// Names and labels may be written from right to left, and may hold characters that cannot be seen. Three things are done:
///
/// - Marks that turn the direction of what follows (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069) and
///   characters without width that mean nothing in print (U+200B, U+2060 to U+2064, U+FEFF) are left out.
/// - The joiners U+200C and U+200D stay where Persian, the languages of India and pictures need them: between two
///   characters beyond the Latin ones. In a Latin word they are left out.
/// - A text with letters that run from right to left is set apart between U+2066 and U+2069, so that the line around it
///   keeps its order wherever the text ends up: in a page, a figure or a table.
public enum LegibleText {
  /// Returns a text as it may stand in a page.
  ///
  /// - Complexity: O(*n*).
  public static func of(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xD6 }) else { return text }
    var kept = ""
    var isRightToLeft = false
    var before: Unicode.Scalar?
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where !isHidden(scalar) {
      if isJoiner(scalar) {
        let after = index + 1 < scalars.count ? scalars[index + 1] : nil
        guard let before, let after, isBeyondLatin(before), isBeyondLatin(after) else { continue }
      }
      if runsRightToLeft(scalar) { isRightToLeft = true }
      kept.unicodeScalars.append(scalar)
      before = scalar
    }
    return isRightToLeft ? "\u{2066}\(kept)\u{2069}" : kept
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200C || scalar.value == 0x200D }

  private static func isBeyondLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x02FF && !isHidden(scalar) && !isJoiner(scalar)
  }

  /// Whether a character belongs to a script that runs from right to left: Hebrew, Arabic and their kin.
  private static func runsRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
