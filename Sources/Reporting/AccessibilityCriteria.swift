/// The success criteria of WCAG 2.2 at levels A and AA, and which of them each check looks at, at least in part.
///
/// Source: https://www.w3.org/TR/WCAG22/. The law asks those of version 2.1, which are the same less six, and one more that
/// version 2.2 dropped (4.1.1).
enum AccessibilityCriteria {
  /// The criteria in their order.
  static let all = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.4.1", "1.4.2",
    "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2",
    "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.1", "2.5.2", "2.5.3",
    "2.5.4", "2.5.7", "2.5.8", "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6", "3.3.1", "3.3.2", "3.3.3",
    "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
  ]

  /// Returns the criteria that a check looks at; none for a check that is not about accessibility.
  static func looked(at check: String) -> [String] {
    switch check {
    case "axe", "axe-plain":
      [
        "1.1.1", "1.3.1", "1.3.4", "1.3.5", "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.12", "2.1.1", "2.2.1", "2.2.2",
        "2.4.1", "2.4.2", "2.4.4", "2.5.3", "2.5.8", "3.1.1", "3.1.2", "4.1.2",
      ]
    case "reflow": ["1.4.10"]
    case "text-size": ["1.4.4"]
    case "spacing": ["1.4.12"]
    case "keyboard": ["2.1.1", "2.1.2", "2.4.1", "2.4.3", "2.4.7", "2.4.11"]
    case "motion": ["2.2.2"]
    default: []
    }
  }

  /// Returns the criteria at which none of some checks looks, in their order.
  static func untouched(by checks: [String]) -> [String] {
    let looked = checks.flatMap(looked)
    return all.filter { !looked.contains($0) }
  }
}
