import Texts

// How types split as their number grows.

extension ReportWriter {
  /// A type of which a smaller share comes from one earlier type is called a mixture.
  private static var leastShare: Double { 0.7 }

  /// The steps from each number of types to the next; nothing when there are none.
  func lineageBlocks() -> [Block] {
    let rows = report.evidence.lineage.map { step in
      Grid.Row([
        Prose(phrases.step(from: step.types - 1, to: step.types)),
        Prose(events(of: step).joined(separator: " ")),
      ])
    }
    guard !rows.isEmpty else { return [] }
    let grid = Grid(
      caption: phrases.lineageCaption, columns: [.text(phrases.lineageStep), .text(phrases.lineageEvents)], rows: rows)
    return [.table(grid), .small(Prose(phrases.lineageNote))]
  }

  private func events(of step: LineageFacts) -> [String] {
    var (events, kept): ([String], [(before: String, now: String)]) = ([], [])
    for origin in step.earlier {
      let offspring = step.descents.filter { $0.origin == origin }.map(\.type)
      switch offspring.count {
      case 0: events.append(phrases.dissolves(origin))
      case 1: kept.append((origin, offspring[0]))
      default: events.append(phrases.splits(origin, into: offspring))
      }
    }
    if !kept.isEmpty { events.append(phrases.stays(kept)) }
    return events
      + step.descents.filter { $0.share < Self.leastShare }.map {
        phrases.mixture($0.type, origin: $0.origin, share: $0.share)
      }
  }
}
