import Artefacts
import Charts
import Diagnostics
import Reporting
import Tables

// What the figures about the types show: silhouettes in slices, and units in squares.

extension ReportAssembly {
  /// Gathers silhouettes and places, of types that may be told of and of the members that count in their sizes.
  func clusterFigureFacts() throws(Failure) -> ClusterFigureFacts {
    ClusterFigureFacts(
      silhouettes: try silhouettes(), leastInSlice: publish.cellMinimum, members: try memberView())
  }

  /// The silhouettes of each type in slices of at least the minimum of units.
  ///
  /// Where sizes count named members only, the evidence prints a mean over all units from which the silhouettes of the
  /// others could be worked out; then none are shown.
  private func silhouettes() throws(Failure) -> [[ClusterFigureFacts.Slice]] {
    guard typeDisclosure.countsHidden else { return [] }
    let table = try cluster.table("types")
    let values = try Dictionary(zip(table.texts("unit"), table.numbers("silhouette"))) { first, _ in first }
    return typeDisclosure.counted.enumerated().map { type, codes in
      guard typeDisclosure.tells(type) else { return [] }
      let own = codes.compactMap { values[$0] ?? nil }
      return SilhouetteChart.slices(of: own, least: publish.cellMinimum).map {
        ClusterFigureFacts.Slice(mean: $0.mean, count: $0.count)
      }
    }
  }

  private func memberView() throws(Failure) -> MemberViewFacts? {
    guard let table = try normalise.tableIfPresent("component-scores"), table["component_2"] != nil else { return nil }
    let units = try table.texts("unit")
    let (across, up) = (try table.numbers("component_1"), try table.numbers("component_2"))
    var places: [String: (x: Double, y: Double)] = [:]
    for row in units.indices {
      if let x = across[row], let y = up[row], x.isFinite, y.isFinite { places[units[row]] = (x, y) }
    }
    let members = typeDisclosure.counted.map { codes in codes.compactMap { places[$0] } }
    return MemberSquares(members, told: members.indices.map(typeDisclosure.tells), least: publish.cellMinimum).facts
  }
}
