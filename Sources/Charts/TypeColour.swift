/// The colours of a type's mark, for pages that show the letter of a type beside the figures.
public struct TypeColour: Hashable, Sendable {
  /// The colour of the surface, as `#rrggbb`.
  public let surface: String
  /// The colour of a letter on it, as `#rrggbb`, with a contrast of at least 4.5 to 1.
  public let letter: String

  /// Creates the colours of a type.
  ///
  /// - Parameters:
  ///   - letter: The letter of the type, which decides.
  ///   - position: The position of the type from 0, which decides when the letter is none.
  public init(letter: String, position: Int) {
    surface = Palette.colour(Palette.index(of: letter, position: position))
    self.letter = Palette.letterColour(on: surface)
  }
}
