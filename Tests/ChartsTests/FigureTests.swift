import Testing
import Texts

@testable import Charts

@Suite struct FigureTests {
  static let names = Examples.all.map(\.name)

  private func figure(_ name: String) throws -> any Figure {
    try #require(Examples.all.first { $0.name == name }).figure
  }

  private func ids(_ svg: String) -> [String] {
    svg.split(separator: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test(arguments: names) func `a figure is drawn as recorded`(name: String) throws {
    let setting = FigureSetting(language: .nl, idPrefix: name, simulated: "gesimuleerde gegevens")
    try expectSnapshot(try figure(name).svg(setting), "\(name).svg")
  }

  @Test(arguments: names) func `the text alternative is as recorded in both languages`(name: String) throws {
    let texts = try Language.allCases.map { try figure(name).description(in: $0) }
    try expectSnapshot(texts.joined(separator: "\n") + "\n", "\(name).txt")
  }

  @Test(arguments: names) func `a figure has a role, a title and a text alternative`(name: String) throws {
    let svg = try figure(name).svg(FigureSetting(language: .en, idPrefix: "p1"))
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("aria-labelledby=\"f-p1-title f-p1-desc\""))
    #expect(svg.contains("<title id=\"f-p1-title\">\(Markup.escaped(try figure(name).title))</title>"))
    #expect(svg.contains("<desc id=\"f-p1-desc\">\(Markup.escaped(try figure(name).description(in: .en)))</desc>"))
  }

  @Test(arguments: names) func `every id begins with the prefix, is there once, and every reference has its target`(
    name: String
  ) throws {
    let svg = try figure(name).svg(FigureSetting(language: .en, idPrefix: "p1"))
    let found = ids(svg)
    #expect(found.allSatisfy { $0.hasPrefix("f-p1-") })
    #expect(Set(found).count == found.count)
    for reference in svg.split(separator: "url(#").dropFirst() {
      #expect(found.contains(String(reference.prefix { $0 != ")" })))
    }
  }

  @Test(arguments: names) func `simulated is called simulated, in the picture, its title and its text`(name: String)
    throws
  {
    let svg = try figure(name).svg(FigureSetting(language: .en, idPrefix: "p", simulated: "no real data"))
    #expect(svg.split(separator: "no real data").count == 4)
    #expect(svg.contains(">no real data</text>"))
    let real = try figure(name).svg(FigureSetting(language: .en, idPrefix: "p"))
    #expect(!real.contains("no real data"))
  }

  @Test(arguments: names) func `nothing is fetched and nothing runs`(name: String) throws {
    let svg = try figure(name).svg(FigureSetting(language: .nl, idPrefix: "p"))
    for word in [
      "<script", "href", "<image", "@import", "@font-face", "<foreignObject", "<style", " onload", " onclick",
    ] {
      #expect(!svg.contains(word))
    }
    #expect(svg.split(separator: "http").count == 2, "only the name of the format")
  }

  @Test(arguments: names) func `elements are closed in the order they were opened`(name: String) throws {
    let svg = try figure(name).svg(FigureSetting(language: .nl, idPrefix: "p", simulated: "sim"))
    var open = [String]()
    for part in svg.split(separator: "<") {
      guard let end = part.firstIndex(of: ">") else { continue }
      let tag = part[..<end]
      if tag.hasPrefix("/") {
        #expect(open.popLast() == String(tag.dropFirst()))
      } else if !tag.hasSuffix("/") {
        open.append(String(tag.prefix { $0 != " " }))
      }
    }
    #expect(open.isEmpty)
  }

  @Test func `a prefix cannot break out of an id`() {
    let svg = Examples.value.svg(FigureSetting(language: .nl, idPrefix: "1 \"><script>é"))
    #expect(ids(svg).first == "f-1----script---title")
  }

  @Test func `the title can be left to the page`() {
    let svg = Examples.rank.svg(FigureSetting(language: .nl, idPrefix: "p", showsTitle: false))
    #expect(!svg.contains(">Plaatsen</text>"))
    #expect(svg.contains(">Plaatsen</title>"))
  }

  @Test func `with one rank shown, every share is printed and no legend is needed`() {
    let figure = RankChart(
      title: "", rows: [.init(label: "a", shares: [0.03]), .init(label: "b", shares: [0.97])], ranksShown: 1)
    let svg = figure.svg(FigureSetting(language: .nl, idPrefix: "p"))
    #expect(svg.contains(">3\u{A0}%</text>") && svg.contains(">97\u{A0}%</text>"))
    #expect(!svg.contains("plaats 1</text>"))
    #expect(svg.contains("Aandeel van de doorrekeningen waarin een strategie"))
  }

  /// Figures about types with a text wherever there may be one.
  private func newer(_ type: TypeLabel, _ text: String) -> [any Figure] {
    [
      SilhouetteChart(title: text, panels: [.init(type: type, slices: [.init(mean: 0.2, count: 5)])]),
      StabilityChart(title: text, rows: [.init(type: type, jaccard: 0.7)]),
      MemberView(
        title: text, across: .init(share: 0.3, meaning: text), up: .init(share: 0.2, meaning: text), side: 1,
        bins: [.init(x: 0, y: 0, count: 5, type: 0, share: 1)],
        clouds: [.init(type: type, centre: (0, 0), spread: (1, 0, 1))]),
      FlowChart(
        title: text, waves: (text, text), earlier: [.type(type), .other(text)], later: [.type(type), .other(text)],
        counts: [[9, 5], [0, 5]]),
    ]
  }

  @Test func `a hostile label stays a label in every figure`() {
    let evil = "<script>alert('&\")</script>"
    let type = TypeLabel(letter: "<b>", name: evil)
    let figures: [any Figure] =
      [
        TypeMap(
          title: evil, types: [type],
          areas: [MapArea(name: evil, status: .type("<b>"), polygons: [[Examples.square(5, 52)]])], credit: evil),
        TypeProfile(
          title: evil, features: [evil], panels: [.init(type: type, means: [1]), .init(type: type, means: [1])]),
        EvidenceChart(title: evil, rows: [.init(k: 2, silhouette: 1)], chosen: 2),
        RankChart(title: evil, rows: [.init(label: evil, shares: [1])]),
        RiskChart(
          title: evil, groups: [.init(label: evil, dots: [.init(type: type, risk: 0.5, low: 0, high: 1)])],
          scaleLabel: evil),
        ShareChart(title: evil, rows: [.init(label: evil, share: 0.5, published: 0.5, publishedText: evil)]),
        LikertChart(title: evil, answers: [evil], rows: [.init(label: evil, shares: [1])]),
        ContributionChart(title: evil, criteria: [evil], rows: [.init(label: evil, contributions: [1])]),
        ValueFunctionChart(
          title: evil, quantity: evil,
          curves: [
            .init(label: evil, anchors: [.init(x: 0, value: 1)]), .init(label: evil, anchors: [.init(x: 1, value: 1)]),
          ], marks: [.init(type: type, x: 0)]),
      ] + newer(type, evil)
    for figure in figures {
      let svg = figure.svg(FigureSetting(language: .nl, idPrefix: evil, simulated: evil))
      #expect(!svg.contains("<script"))
      #expect(!svg.contains("<b>"))
      #expect(svg.contains("&lt;script&gt;"))
    }
  }

  @Test func `figures without data are still drawn`() {
    let empty = TypeLabel(letter: "", name: "")
    let figures: [any Figure] = [
      TypeMap(title: "", types: [], areas: [], credit: ""), TypeProfile(title: "", features: [], panels: []),
      EvidenceChart(title: "", rows: [], chosen: 0), RankChart(title: "", rows: []),
      RiskChart(title: "", groups: [], scaleLabel: ""), ShareChart(title: "", rows: []),
      LikertChart(title: "", answers: [], rows: []), ContributionChart(title: "", criteria: [], rows: []),
      ValueFunctionChart(title: "", quantity: "", curves: []),
      ValueFunctionChart(title: "", quantity: "", curves: [.init(label: "", anchors: [])]),
      SilhouetteChart(title: "", panels: []), SilhouetteChart(title: "", panels: [.init(type: empty, slices: [])]),
      StabilityChart(title: "", rows: []),
      MemberView(
        title: "", across: .init(share: 0, meaning: ""), up: .init(share: 0, meaning: ""), side: 0, bins: [],
        clouds: [.init(type: empty)]),
      FlowChart(title: "", waves: ("", ""), earlier: [], later: [], counts: []),
      FlowChart(title: "", waves: ("", ""), earlier: [.type(empty)], later: [.other("")], counts: [[0]]),
    ]
    for figure in figures {
      let svg = figure.svg(FigureSetting(language: .nl, idPrefix: ""))
      #expect(svg.hasSuffix("</svg>\n"))
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
  }

  @Test func `numbers that are not finite never reach a coordinate`() {
    let odd = [Double.nan, .infinity, -.infinity, 1e300]
    let type = Examples.types[0]
    let figures: [any Figure] =
      odd.flatMap { odd -> [any Figure] in
        [
          TypeProfile(title: "", features: ["x"], panels: [.init(type: type, means: [odd])]),
          EvidenceChart(title: "", rows: [.init(k: 2, silhouette: odd, gap: 1, gapStandardError: odd)], chosen: 2),
          RankChart(title: "", rows: [.init(label: "x", shares: [odd])]),
          RiskChart(
            title: "", groups: [.init(label: "x", dots: [.init(type: type, risk: odd, low: odd, high: odd)])],
            scaleLabel: ""),
          ShareChart(title: "", rows: [.init(label: "x", share: odd, low: odd, high: odd, published: odd)]),
          ContributionChart(title: "", criteria: ["x"], rows: [.init(label: "x", contributions: [odd])]),
          ValueFunctionChart(
            title: "", quantity: "",
            curves: [.init(label: "", anchors: [.init(x: 0, value: 1), .init(x: odd, value: odd)])],
            marks: [.init(type: type, x: odd)]),
          SilhouetteChart(title: "", panels: [.init(type: type, slices: [.init(mean: odd, count: 5)])]),
          StabilityChart(title: "", rows: [.init(type: type, jaccard: odd)]),
          MemberView(
            title: "", across: .init(share: odd, meaning: ""), up: .init(share: odd, meaning: ""), side: 1,
            bins: [
              .init(x: odd, y: odd, count: 5, type: 0, share: odd), .init(x: 0, y: 0, count: 5, type: 7, share: odd),
            ],
            clouds: [.init(type: type, centre: (odd, odd), spread: (odd, odd, odd))]),
        ]
      }
    for figure in figures {
      let svg = figure.svg(FigureSetting(language: .nl, idPrefix: "p"))
      #expect(!svg.contains("=\"nan") && !svg.contains("=\"inf") && !svg.contains("=\"-inf"))
    }
  }
}
