import Charts
import Texts

// Figures about how well the types hold: silhouettes, stability, and where units lie.

extension ReportWriter {
  func silhouetteFigure() -> Picture? {
    let facts = report.clusterFigures
    let panels = zip(report.types, facts.silhouettes).filter { !$1.isEmpty }.map { type, slices in
      SilhouetteChart.Panel(
        type: label(type), slices: slices.map { SilhouetteChart.Slice(mean: $0.mean, count: $0.count) })
    }
    guard !panels.isEmpty else { return nil }
    return picture(
      "silhouettes", SilhouetteChart(title: phrases.silhouetteFigure, panels: panels),
      caption: phrases.silhouetteCaption(least: facts.leastInSlice))
  }

  func stabilityFigure() -> Picture? {
    let rows = report.types.compactMap { type in
      type.stability.map { StabilityChart.Row(type: label(type), jaccard: $0) }
    }
    guard !rows.isEmpty else { return nil }
    return picture(
      "stability", StabilityChart(title: phrases.stabilityFigure, rows: rows), caption: phrases.stabilityFigureCaption)
  }

  func memberViewFigure() -> Picture? {
    guard let facts = report.clusterFigures.members, let components = report.groundwork.features.components,
      components.components.count > 1
    else { return nil }
    let view = MemberView(
      title: phrases.memberFigure, across: direction(0, components), up: direction(1, components), side: facts.side,
      bins: facts.squares.map {
        MemberView.Bin(x: $0.x, y: $0.y, count: $0.count, type: $0.type, share: $0.share)
      },
      clouds: zip(report.types, facts.clouds).map { type, cloud in
        MemberView.Cloud(
          type: label(type), centre: cloud.map { ($0.x, $0.y) }, spread: cloud.map { ($0.xx, $0.xy, $0.yy) })
      })
    return picture(
      "members", view,
      caption: phrases.memberCaption(
        shown: facts.squares.reduce(0) { $0 + $1.count }, hidden: facts.hidden, least: facts.least))
  }

  /// What a direction is made of: at most three features, each with a loading of at least half the largest.
  private func direction(_ index: Int, _ facts: ComponentFacts) -> MemberView.Direction {
    let loadings = facts.components[index].loadings
    let largest = loadings.map(\.magnitude).max() ?? 0
    let marked = loadings.indices.sorted { (-loadings[$0].magnitude, $0) < (-loadings[$1].magnitude, $1) }
      .prefix(3).filter { largest > 0 && loadings[$0].magnitude >= largest / 2 && $0 < facts.features.count }
    func labels(_ isWanted: (Double) -> Bool) -> [String] {
      marked.filter { isWanted(loadings[$0]) }.map { lowerCased(facts.features[$0][language]) }
    }
    return MemberView.Direction(
      share: facts.components[index].share,
      meaning: phrases.directionMeaning(high: labels { $0 > 0 }, low: labels { $0 < 0 }))
  }

  /// Where units went between two waves; nothing when there are none.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - caption: How to read it.
  ///   - waves: What the waves are called, the earlier first.
  ///   - earlier: The types of the earlier wave, and what else units were then.
  ///   - later: The types of the later wave, and what else units became.
  ///   - counts: The number of units from each of the earlier to each of the later.
  ///   - least: The least number of units in a band of their own.
  /// - Returns: The figure `flows`.
  func flowFigure(
    title: String, caption: String, waves: (earlier: String, later: String), earlier: [FlowChart.Node],
    later: [FlowChart.Node], counts: [[Int]], least: Int
  ) -> Picture? {
    guard counts.contains(where: { $0.contains { $0 > 0 } }) else { return nil }
    let chart = FlowChart(
      title: title, waves: waves, earlier: earlier, later: later, counts: counts, least: least)
    return picture("flows", chart, caption: caption)
  }
}
