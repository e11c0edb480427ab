/// The words by which people and tools say that there is no answer, or that one was refused.
enum SpecialAnswers {
  private static let none: Set<String> = [
    "n/a", "na", "n.a.", "n.v.t.", "nvt", "n.v.t", "niet van toepassing", "not applicable", "-", "--", "---", "—", ".",
    "?", "null", "nan", "#n/a", "#n/b", "#null!", "{question not shown}", "niet ingevuld", "leeg",
  ]

  private static let refused: Set<String> = [
    "weet niet", "weet ik niet", "weet het niet", "weet ik nog niet", "geen idee", "geen mening", "geen antwoord",
    "wil ik niet zeggen", "wil niet zeggen", "zeg ik liever niet", "liever niet zeggen", "kan ik niet beoordelen",
    "weet niet/geen mening", "weet niet / geen mening", "don't know", "do not know", "i don't know", "i do not know",
    "dont know", "no opinion", "don't know / no opinion", "don't know/no opinion", "prefer not to say",
    "prefer not to answer", "rather not say", "no answer", "refused", "geweigerd", "weigert", "dk", "dk/na",
  ]

  /// Whether a text says that there is no answer.
  static func isMissing(_ text: String) -> Bool { text.utf8.count <= 40 && none.contains(plain(text)) }

  /// Whether a text says that the answer was refused, or is not known to the respondent.
  static func isRefused(_ text: String) -> Bool { text.utf8.count <= 40 && refused.contains(plain(text)) }

  /// Whether a text is no answer for one of the two reasons.
  static func isSpecial(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let key = plain(text)
    return none.contains(key) || refused.contains(key)
  }

  /// Numbers that questionnaires use where there is no answer.
  static let codes: [Double] = [
    99, 98, 97, 999, 998, 997, 9999, 9998, 88, 888, -1, -2, -7, -8, -9, -88, -98, -99, -999,
  ]

  private static func plain(_ text: String) -> String { text.lowercased().replacing("’", with: "'") }
}
