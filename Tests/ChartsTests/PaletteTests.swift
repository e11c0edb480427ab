import Foundation
import Testing

@testable import Charts

/// Marks can be told from paper and from each other without colour, by the contrast that WCAG 2.2 asks for (1.4.3, 1.4.11).
@Suite struct PaletteTests {
  /// The relative luminance of `#rrggbb`, as WCAG defines it.
  private func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour.dropFirst(), radix: 16), "\(colour)")
    let parts = [16, 8, 0].map { Double((number >> $0) & 0xFF) / 255 }
    let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private func contrast(_ one: String, _ other: String) throws -> Double {
    let (a, b) = (try luminance(one), try luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func `contrast is that of WCAG`() throws {
    #expect(try contrast("#000000", "#ffffff") == 21)
    #expect(abs(try contrast("#777777", "#ffffff") - 4.48) < 0.01)
  }

  @Test func `outlines and texts stand out from paper`() throws {
    #expect(try contrast(Palette.ink, Palette.paper) >= 7)
    #expect(try contrast(Palette.soft, Palette.paper) >= 4.5)
  }

  @Test(arguments: 0..<26) func `a mark carries a letter and a pattern that can be seen on it`(index: Int) throws {
    let fill = Fill.mark(index)
    #expect(try contrast(Palette.letterColour(on: fill.colour), fill.colour) >= 4.5)
    if fill.patternName != nil, let strokes = fill.strokes, !strokes.path.isEmpty {
      #expect(try contrast(strokes.colour, fill.colour) >= 3)
    }
  }

  @Test func `marks that share a colour differ by pattern, and neighbours in both`() throws {
    for first in 0..<16 {
      for second in first + 1..<16 {
        let (one, other) = (Fill.mark(first), Fill.mark(second))
        #expect(one.colour != other.colour || one.strokes?.path != other.strokes?.path, "\(first) and \(second)")
      }
      #expect(Fill.mark(first).strokes?.path != Fill.mark(first + 1).strokes?.path)
    }
  }

  @Test func `the lines of value functions stand out from paper`() throws {
    for index in [0, 5, 4, 7] { #expect(try contrast(Palette.colour(index), Palette.paper) >= 3) }
  }

  @Test(arguments: 1...8) func `steps in an order carry numbers that can be read, each lighter than the last`(
    count: Int
  ) throws {
    let shades = Palette.shades(count)
    for shade in shades { #expect(try contrast(Palette.letterColour(on: shade), shade) >= 4.5) }
    let lights = try shades.map(luminance)
    #expect(lights == lights.sorted())
  }
}
