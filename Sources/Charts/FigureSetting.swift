public import Texts

/// What a figure has to know about the page that it stands on.
public struct FigureSetting: Sendable {
  /// The language of the words and numbers that the figure adds itself.
  public var language: Language
  /// Begins every `id` in the figure; different for every figure on a page.
  ///
  /// Anything but ASCII letters, digits, `-` and `_` becomes `-`.
  public var idPrefix: String
  /// The words that say that the data are simulated; printed in the figure when given.
  public var simulated: String?
  /// Whether the title is drawn; it is always there for screen readers.
  public var showsTitle: Bool

  /// Creates a setting.
  public init(language: Language, idPrefix: String, simulated: String? = nil, showsTitle: Bool = true) {
    self.language = language
    self.idPrefix = idPrefix
    self.simulated = simulated
    self.showsTitle = showsTitle
  }

  /// The prefix as it is written: a letter first, then letters, digits, `-` and `_`.
  var identifier: String {
    let safe = idPrefix.unicodeScalars.map { scalar -> Character in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_")
        ? Character(scalar) : "-"
    }
    return "f-" + String(safe)
  }
}

/// A figure that can be drawn: values in, SVG out.
///
/// Every figure is one `<svg role="img">` with a title and a text alternative written from the same data, without scripts
/// and external fonts, 400 units wide so that its text can be read on a phone, and scaled by its `viewBox`. The same
/// values give the same bytes.
public protocol Figure: Sendable {
  /// The title, as one short sentence fragment.
  var title: String { get }

  /// Returns what a reader who cannot see the figure is told: what it shows, in a few sentences.
  ///
  /// A figure with few numbers tells them all; one with many tells the highest and the lowest, and leaves the rest to
  /// ``data(in:)``.
  func description(in language: Language) -> String

  /// Returns the numbers of the figure as a table.
  func data(in language: Language) -> FigureData

  /// Returns the figure as SVG.
  func svg(_ setting: FigureSetting) -> String
}

/// A type as figures name it: by its letter, which also decides its colour and pattern, and its name.
public struct TypeLabel: Hashable, Sendable {
  /// One capital letter, A for the first type.
  public var letter: String
  /// The name that people gave to the type; may be empty.
  public var name: String

  /// Creates a label.
  public init(letter: String, name: String) {
    self.letter = letter
    self.name = name
  }

  /// Letter and name: `A · Voorlopers`.
  public var text: String {
    name.isEmpty ? letter : "\(letter) · \(name)"
  }
}
