import Charts
import Testing
import Texts

/// The sample of the article in `Charts.docc`, word for word, with what the article tells.
@Suite struct ChartsArticleTests {
  @Test func `figures that everybody can read`() throws {
    // sample: figure
    let chart = ShareChart(
      title: "Is the data good enough for its purpose?",
      rows: [
        .init(label: "Good enough", share: 0.34, low: 0.31, high: 0.37),
        .init(label: "Not good enough", share: 0.66, low: 0.63, high: 0.69),
      ])
    let setting = FigureSetting(language: .en, idPrefix: "quality", simulated: "simulated data")
    let svg = chart.svg(setting)
    let alternative = chart.description(in: .en)
    let table = chart.data(in: .en)
    // end
    #expect(alternative == "Good enough: 34% (31–37%). Not good enough: 66% (63–69%).")
    #expect(table.rows == [["Good enough", "34% (31–37%)"], ["Not good enough", "66% (63–69%)"]])
    #expect(svg.hasPrefix("<svg") && svg.contains("simulated data") && !svg.contains("<script"))
  }
}
