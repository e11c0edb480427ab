/// The name that the program suggests for a type to which nobody gave one.
public enum SuggestedName {
  /// Something in which a type stands out.
  public struct Mark: Hashable, Sendable {
    /// What readers call it.
    public var label: Wording
    /// Whether the type lies above the average.
    public var isHigh: Bool

    /// Creates a mark.
    public init(label: Wording, isHigh: Bool) {
      self.label = label
      self.isHigh = isHigh
    }
  }

  /// Returns a name from what stands out most: `Hoog op inwoners, laag op doel`.
  ///
  /// - Parameter marks: The strongest first; only the first two count.
  /// - Returns: The name.
  public static func wording(_ marks: [Mark]) -> Wording {
    if marks.isEmpty { return Wording(nl: "Rond het gemiddelde", en: "About average") }
    return Wording(nl: text(marks.prefix(2), .nl), en: text(marks.prefix(2), .en))
  }

  /// Returns a name from a profile: its two values furthest from 0, of those at least .3 away; the first where equal.
  ///
  /// - Parameter profile: What readers call each feature, and the type's mean in standard deviations from the average.
  /// - Returns: The name.
  public static func wording(ofProfile profile: [(label: Wording, value: Double)]) -> Wording {
    let marks = profile.enumerated().filter { $0.element.value.magnitude >= 0.3 }
      .sorted { (-$0.element.value.magnitude, $0.offset) < (-$1.element.value.magnitude, $1.offset) }
    return wording(marks.map { Mark(label: $0.element.label, isHigh: $0.element.value > 0) })
  }

  private static func text(_ marks: some Collection<Mark>, _ language: Language) -> String {
    let parts = marks.map { mark in
      let label = inSentence(mark.label[language])
      return switch language {
      case .nl: "\(mark.isHigh ? "hoog" : "laag") op \(label)"
      case .en: "\(mark.isHigh ? "high" : "low") on \(label)"
      }
    }
    let text = parts.joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A label as it stands within a sentence; an abbreviation keeps its capitals.
  private static func inSentence(_ label: String) -> String {
    guard let second = label.dropFirst().first, !second.isUppercase else { return label }
    return label.prefix(1).lowercased() + label.dropFirst()
  }
}
