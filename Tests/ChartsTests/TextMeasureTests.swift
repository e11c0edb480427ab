import Testing

@testable import Charts

@Suite struct TextMeasureTests {
  @Test func `a text that fits stays on one line`() {
    #expect(TextMeasure.lines("Doel eerst", size: 10, width: 200) == ["Doel eerst"])
  }

  @Test func `lines break at spaces and lose no word`() {
    let text = "Verantwoord eerst: waarborgen en governance in elke gemeente"
    let lines = TextMeasure.lines(text, size: 12, width: 140)
    #expect(lines.count > 1)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { TextMeasure.width($0, size: 12) <= 140 })
  }

  @Test func `a word that is wider than the room is broken with a hyphen`() {
    let lines = TextMeasure.lines("arbeidsongeschiktheidsverzekering", size: 12, width: 100)
    #expect(lines.count == 3)
    #expect(lines.map { $0.hasSuffix("-") } == [true, true, false])
  }

  @Test func `what is left over becomes an ellipsis`() {
    let lines = TextMeasure.lines("een twee drie vier vijf zes", size: 12, width: 60, atMost: 2)
    #expect(lines.count == 2)
    #expect(lines[1].hasSuffix("…"))
  }

  @Test func `an empty text is one empty line`() {
    #expect(TextMeasure.lines("", size: 12, width: 60) == [""])
  }
}
