import Testing
import Texts

@testable import Charts

/// Silhouettes, stability, members on two directions, and flows, worked by hand.
@Suite struct ClusterFigureTests {
  private let a = TypeLabel(letter: "A", name: "Voorlopers")
  private let b = TypeLabel(letter: "B", name: "Zoekers")
  private let setting = FigureSetting(language: .nl, idPrefix: "p")

  @Test func `silhouettes are sorted and averaged in slices of at least so many`() {
    let values = [0.1, 0.7, 0.3, 0.5, -0.1, 0.2, 0.4]
    // Sorted: .7 .5 .4 .3 | .2 .1 −.1: seven values give two slices of at least three, the larger first.
    let slices = SilhouetteChart.slices(of: values, least: 3)
    #expect(slices.map(\.count) == [4, 3])
    #expect(abs(slices[0].mean - 0.475) < 1e-12 && abs(slices[1].mean - 0.2 / 3) < 1e-12)
  }

  @Test func `fewer silhouettes than a slice needs give none, and what is not finite does not count`() {
    #expect(SilhouetteChart.slices(of: [0.1, 0.2], least: 3).isEmpty)
    #expect(SilhouetteChart.slices(of: [0.1, 0.2, .nan], least: 3).isEmpty)
    #expect(SilhouetteChart.slices(of: [], least: 0).isEmpty)
    #expect(SilhouetteChart.slices(of: [0.5, 0.25], least: 0).map(\.count) == [1, 1])
  }

  @Test(arguments: 1...40) func `slices hold everything, differ by one at most, and never fall below the least`(
    count: Int
  ) {
    let slices = SilhouetteChart.slices(of: (0..<count).map { Double($0 * 7 % count) }, least: 5)
    guard count >= 5 else {
      #expect(slices.isEmpty)
      return
    }
    #expect(slices.reduce(0) { $0 + $1.count } == count)
    #expect(slices.allSatisfy { $0.count >= 5 })
    #expect((slices.map(\.count).max() ?? 0) - (slices.map(\.count).min() ?? 0) <= 1)
    #expect(slices.map(\.mean) == slices.map(\.mean).sorted(by: >))
  }

  @Test func `the mean of a type and of all weigh slices by their units`() {
    let chart = SilhouetteChart(
      title: "",
      panels: [
        .init(type: a, slices: [.init(mean: 0.5, count: 6), .init(mean: 0.1, count: 2)]),
        .init(type: b, slices: [.init(mean: 0, count: 8)]),
      ])
    #expect(
      chart.description(in: .en)
        == "Silhouette (mean). A · Voorlopers: 0.40, lowest part 0.10. B · Zoekers: 0.00, lowest part 0.00. "
        + "Mean of all types: 0.20.")
  }

  @Test(
    arguments: [(0.2, 0), (0.5, 0), (0.51, 1), (0.6, 2), (0.74, 2), (0.75, 3), (0.85, 4), (1, 4)] as [(Double, Int)])
  func `one half is dissolved, any other bound belongs to the grade above`(jaccard: Double, grade: Int) {
    #expect(StabilityChart.grade(jaccard) == grade)
  }

  @Test func `small flows are taken together, and the sum stays`() {
    let chart = FlowChart(
      title: "", waves: ("2020", "2022"), earlier: [.type(a), .type(b)], later: [.type(a), .type(b), .other("weg")],
      counts: [[10, 4, 3], [0, 9, 5]], least: 5)
    let data = chart.data(in: .nl)
    #expect(
      data.columns.map(\.title) == [
        "2020 → 2022", "A · Voorlopers", "B · Zoekers", "Weg", "Kleine stromen, elk minder dan 5", "Samen",
      ])
    #expect(data.rows == [["A · Voorlopers", "10", "0", "0", "7", "17"], ["B · Zoekers", "0", "9", "5", "0", "14"]])
  }

  @Test func `without small flows there is no place for them`() {
    let chart = FlowChart(
      title: "", waves: ("x", "y"), earlier: [.type(a)], later: [.type(a), .type(b)], counts: [[3, 0]])
    #expect(chart.data(in: .en).columns.map(\.title) == ["X → y", "A · Voorlopers", "B · Zoekers", "Together"])
    #expect(chart.description(in: .en) == "From x to y. A · Voorlopers, 3: most of them to A · Voorlopers, 3.")
    #expect(!chart.svg(setting).contains("kleine stromen"))
  }

  @Test func `a band is as thick as its part of all units`() {
    let chart = FlowChart(
      title: "", waves: ("", ""), earlier: [.type(a)], later: [.type(a), .type(b)], counts: [[30, 10]])
    // 280 units of height for 40 units: 7 each.
    #expect(chart.svg(setting).contains("v210C") && chart.svg(setting).contains("v70C"))
  }

  @Test func `an ellipse is a circle whose radii are the roots of the variances`() {
    let outline = Canvas.ellipse((100, 50), (20, 0), (0, -10))
    #expect(outline.hasPrefix("M120 50C120 44.5 111 40 100 40C"))
    #expect(outline.hasSuffix("120 50z"))
  }

  @Test
  func `a square is filled as far as the share of its largest type, and its side grows with the root of the count`()
    throws
  {
    let view = MemberView(
      title: "", across: .init(share: 0.3, meaning: ""), up: .init(share: 0.2, meaning: ""), side: 1,
      bins: [
        .init(x: 0.5, y: 0.5, count: 16, type: 0, share: 0.75), .init(x: 1.5, y: 0.5, count: 4, type: 1, share: 0.5),
      ], clouds: [.init(type: a), .init(type: b)])
    // Two squares of 192 units beside each other; the fullest takes 94 % of its place, a quarter of its units half as wide.
    let svg = view.svg(setting)
    #expect(svg.contains("width=\"180.5\" height=\"180.5\" fill=\"#ffffff\""))
    #expect(svg.contains("width=\"180.5\" height=\"135.4\" fill=\"#0072b2\""))
    #expect(svg.contains("width=\"90.2\" height=\"45.1\" fill=\"#f0e442\""))
  }

  @Test func `a type that may not be told has no place among the units`() {
    let view = MemberView(
      title: "", across: .init(share: 0.3, meaning: ""), up: .init(share: 0.2, meaning: ""), side: 1,
      bins: [.init(x: 0, y: 0, count: 5, type: 0, share: 1)],
      clouds: [.init(type: a, centre: (0.2, 0.1), spread: (0.1, 0, 0.1)), .init(type: b)])
    #expect(view.data(in: .en).rows.map { $0[0] } == ["mean of A · Voorlopers", "square of mostly A"])
    #expect(!view.description(in: .en).contains("Zoekers"))
  }

  @Test func `a value between anchors is straight, beyond them level, and at a step the upper one`() {
    let curve = ValueFunctionChart.Curve(
      label: "", anchors: [.init(x: 1, value: 0), .init(x: 3, value: 0.5), .init(x: 3, value: 1)])
    #expect([0, 1, 2, 3, 4].map { curve($0) } == [0, 0, 0.25, 0.5, 1])
    #expect(ValueFunctionChart.Curve(label: "", anchors: [])(2) == 0)
  }

  @Test func `types that lie close stand below each other`() {
    func discs(_ places: [Double]) -> [String] {
      let chart = ValueFunctionChart(
        title: "", quantity: "", curves: [.init(label: "", anchors: [.init(x: 0, value: 0), .init(x: 10, value: 1)])],
        marks: places.map { .init(type: a, x: $0) })
      return chart.svg(setting).split(separator: "<circle ").dropFirst().map {
        String($0.split(separator: " ")[1])
      }
    }
    #expect(Set(discs([1, 5, 9])).count == 1)
    #expect(Set(discs([5, 5, 5.1])).count == 3)
  }
}
