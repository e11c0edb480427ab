import Testing
import Texts

@testable import Charts

@Suite struct FigureDataTests {
  static let names = Examples.all.map(\.name)

  private func lines(_ data: FigureData) -> String {
    let head = data.columns.map { $0.isNumber ? "\($0.title) #" : $0.title }
    return ([head] + data.rows).map { $0.joined(separator: " | ") }.joined(separator: "\n") + "\n"
  }

  @Test(arguments: names) func `the table is as recorded in both languages`(name: String) throws {
    let figure = try #require(Examples.all.first { $0.name == name }).figure
    let texts = Language.allCases.map { lines(figure.data(in: $0)) }
    try expectSnapshot(texts.joined(separator: "\n"), "\(name)-data.txt")
  }

  @Test(arguments: names) func `a table has rows, and every row a head`(name: String) throws {
    let figure = try #require(Examples.all.first { $0.name == name }).figure
    let data = figure.data(in: .nl)
    #expect(!data.rows.isEmpty && data.columns.count > 1)
    #expect(data.rows.allSatisfy { !$0[0].isEmpty })
  }

  @Test func `the table of a map names every area with what is said of it`() {
    #expect(
      Examples.map.data(in: .nl).rows == [
        ["Linksonder", "A · Voorlopers"], ["Rechtsonder", "B · Zoekers"], ["Linksboven", "niet geantwoord"],
        ["Rechtsboven", "wel geantwoord, te weinig om te tonen"],
      ])
  }

  @Test func `what was not computed is a dash, and a value keeps its standard error`() {
    let data = Examples.evidence.data(in: .en)
    #expect(
      data.columns.map(\.title) == [
        "Number of types", "Silhouette (mean)", "Gap, ± 1 standard error", "Stability: lowest Jaccard",
      ])
    #expect(data.rows[1] == ["3 (chosen)", "0.250", "0.500 ± 0.020", "0.800"])
    #expect(data.rows[2] == ["4", "0.190", "0.480 ± 0.030", "–"])
  }

  @Test func `extremes are the first of equals, and what is not finite has none`() {
    #expect(Telling.extremes([1, 3, 3, 0, 0])?.highest == 1)
    #expect(Telling.extremes([1, 3, 3, 0, 0])?.lowest == 3)
    #expect(Telling.extremes([.nan, 2, .infinity])?.highest == 1)
    #expect(Telling.extremes([.nan]) == nil && Telling.extremes([]) == nil)
  }
}

/// Text alternatives of figures with more numbers than can be listened to.
@Suite struct DescriptionTests {
  private let letters = ["A", "B", "C", "D", "E"]

  private func type(_ index: Int) -> TypeLabel { TypeLabel(letter: letters[index], name: "") }

  @Test func `a long profile tells the three that stand out most to each side`() {
    let means = [0.1, 1.5, -0.3, 0.9, -2, 0.7, 0.04, -0.4, -0.5, 0.2, .nan, 0.6, 0]
    let figure = TypeProfile(
      title: "", features: means.indices.map { "k\($0)" }, panels: [.init(type: type(0), means: means)])
    #expect(
      figure.description(in: .nl)
        == "Verschil met het gemiddelde, in standaardafwijkingen. A: boven gemiddeld: k1 +1,5; k3 +0,9; k5 +0,7; "
        + "onder gemiddeld: k4 −2,0; k8 −0,5; k7 −0,4.")
  }

  @Test func `many shares tell the highest and the lowest`() {
    let rows = (0..<13).map { ShareChart.Row(label: "v\($0)", share: Double(($0 * 5) % 13) / 20, published: 0.5) }
    #expect(
      ShareChart(title: "", rows: rows).description(in: .en)
        == "13 rows. Highest: v5: 60%, published 50%. Lowest: v0: 0%, published 50%.")
  }

  @Test func `many risks tell the highest and the lowest of each consequence`() {
    let groups = (0..<3).map { group in
      RiskChart.Group(
        label: "g\(group)",
        dots: (0..<5).map { RiskChart.Dot(type: type($0), risk: Double($0 + 1) / 10, low: 0.1, high: 0.6) })
    }
    #expect(
      RiskChart(title: "", groups: groups, scaleLabel: "risk").description(in: .en)
        == "Risk. g0: highest E 50% (10–60%); lowest A 10% (10–60%). g1: highest E 50% (10–60%); lowest A 10% (10–60%)."
        + " g2: highest E 50% (10–60%); lowest A 10% (10–60%).")
  }

  @Test func `many statements tell the answer that was given most`() {
    let rows = (0..<5).map { LikertChart.Row(label: "s\($0)", shares: [0.2, 0.5, 0.3]) }
    let text = LikertChart(title: "", answers: ["no", "perhaps", "yes"], rows: rows).description(in: .en)
    #expect(text.hasPrefix("s0: most frequent answer perhaps, 50%. s1: most frequent answer perhaps, 50%."))
  }

  @Test func `many contributions tell the score and what adds most; a score of nothing has no cause`() {
    let rows = [
      ContributionChart.Row(label: "x", contributions: [0.1, 0.3, 0, 0, 0, 0]),
      ContributionChart.Row(label: "y", contributions: [0, 0, 0, 0, 0, 0]),
    ]
    #expect(
      ContributionChart(title: "", criteria: ["a", "b", "c", "d", "e", "f"], rows: rows).description(in: .en)
        == "x: score 0.40, mainly from b 0.30. y: score 0.00.")
  }

  @Test func `much evidence tells the best of each measure beside the chosen number`() {
    let rows = (2...8).map { EvidenceChart.Row(k: $0, silhouette: 1 / Double($0), gap: Double($0)) }
    #expect(
      EvidenceChart(title: "", rows: rows, chosen: 4).description(in: .en)
        == "Number of types, chosen: 4. Silhouette (mean): highest 2: 0.50; chosen 4: 0.25. "
        + "Gap, ± 1 standard error: highest 8: 8.00; chosen 4: 4.00.")
  }

  @Test func `many ranks tell the first`() {
    let rows = (0..<5).map { RankChart.Row(label: "s\($0)", shares: [0.2, 0.5, 0.3]) }
    let text = RankChart(title: "", rows: rows).description(in: .en)
    #expect(text.hasSuffix("s3: rank 1 20%. s4: rank 1 20%."))
  }
}
