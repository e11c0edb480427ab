import Testing
import Texts

@testable import Charts

/// Every text of every figure stands on the sheet, however long what it says.
@Suite struct SheetTests {
  private static let long = String(repeating: "Zeer lange naam van een type ", count: 7)
  private static let word = String(repeating: "Rechtstreeksverbonden", count: 10)
  static let texts = [long, word, "kort", "\u{202E}\u{200B}שלום\u{200D}", ""]

  private func figures(_ text: String) -> [any Figure] {
    let types = ["A", "B"].map { TypeLabel(letter: $0, name: text) }
    return [
      TypeMap(
        title: text, types: types,
        areas: [MapArea(name: text, status: .type("A"), polygons: [[Examples.square(5, 52)]])], credit: text),
      TypeProfile(
        title: text, features: [text, text], panels: types.map { .init(type: $0, means: [1, -1]) }),
      EvidenceChart(
        title: text, rows: [.init(k: 2, silhouette: 0.2, gap: 0.1), .init(k: 3, silhouette: 0.3, gap: 0.2)], chosen: 2),
      RankChart(title: text, rows: [.init(label: text, shares: [0.5, 0.5])]),
      RiskChart(
        title: text, groups: [.init(label: text, dots: types.map { .init(type: $0, risk: 0.5, low: 0, high: 1) })],
        scaleLabel: text),
      ShareChart(title: text, rows: [.init(label: text, share: 0.5, low: 0.4, high: 0.6, published: 0.5)]),
      LikertChart(title: text, answers: [text, text], rows: [.init(label: text, shares: [0.4, 0.6])]),
      ContributionChart(
        title: text, criteria: [text, text], rows: [.init(label: text, contributions: [0.4, 0.2])]),
      ComponentChart(title: text, rows: [.init(label: text, share: 0.3)]),
      ValueFunctionChart(
        title: text, quantity: text,
        curves: [.init(label: text, anchors: [.init(x: 0, value: 0), .init(x: 1, value: 1)])],
        marks: types.map { .init(type: $0, x: 0.5) }),
      SilhouetteChart(title: text, panels: types.map { .init(type: $0, slices: [.init(mean: 0.3, count: 5)]) }),
      StabilityChart(title: text, rows: types.map { .init(type: $0, jaccard: 0.7) }),
      MemberView(
        title: text, across: .init(share: 0.3, meaning: text), up: .init(share: 0.1, meaning: text), side: 1,
        bins: [.init(x: 0, y: 0, count: 5, type: 0, share: 1)],
        clouds: types.map { .init(type: $0, centre: (0, 0), spread: (1, 0, 1)) }),
      FlowChart(
        title: text, waves: ("2020", "2022"), earlier: types.map { .type($0) } + [.other(text)],
        later: types.map { .type($0) } + [.other(text)], counts: [[9, 1, 0], [0, 8, 2], [3, 0, 0]], least: 2),
    ]
  }

  /// The ends of each text of a figure, in units of the sheet, and its baseline.
  private func spans(_ svg: String) throws -> [(left: Double, right: Double, y: Double)] {
    try svg.matches(
      of: /<text x="([-.0-9]+)" y="([-.0-9]+)" font-size="([.0-9]+)"([^>]*)>([^<]*)<\/text>/
    ).map { match in
      let x = try #require(Double(String(match.1)))
      let size = try #require(Double(String(match.3)))
      let width = TextMeasure.width(String(match.5), size: size)
      // A text without an anchor starts at its place.
      let anchor = match.4.firstMatch(of: /text-anchor="(\w+)"/)?.1
      let left = anchor == nil ? x : anchor == "end" ? x - width : x - width / 2
      return (left, left + width, try #require(Double(String(match.2))))
    }
  }

  @Test(arguments: texts) func `no text leaves the sheet, and none is cut`(text: String) throws {
    for figure in figures(text) {
      let svg = figure.svg(FigureSetting(language: .nl, idPrefix: "p", simulated: text))
      let height = try #require(svg.firstMatch(of: /viewBox="0 0 400 ([.0-9]+)"/).flatMap { Double(String($0.1)) })
      let spans = try spans(svg)
      #expect(spans.count > 1, "\(type(of: figure))")
      for span in spans {
        #expect(span.left >= -3 && span.right <= Canvas.width + 3, "\(type(of: figure)): \(span)")
        #expect(span.y > 0 && span.y < height, "\(type(of: figure))")
      }
      #expect(!svg.contains("…"), "\(type(of: figure))")
    }
  }
}
