import Texts

// How sure the choices are, and what would turn them: the same choice by other weights, and the changes of one weight or
// one amount at which another strategy comes first.

extension ReportWriter {
  // MARK: How sure

  /// For each type the strategy in front, how often it comes first, and what other weights and ways of reckoning say.
  func sureness() -> Chapter? {
    let told = report.types.indices.filter { front(of: report.types[$0]) != nil }
    guard !told.isEmpty else { return nil }
    let rankings = told.compactMap { type in
      front(of: report.types[type]).flatMap { ranked($0, in: report.types[type]) }
    }
    let hasAny = rankings.contains { $0.acceptabilityAnyWeights != nil }
    let decisions = told.compactMap { report.types[$0].decision }
    let hasEqual = decisions.contains { $0.equalFirst != nil }
    let hasChecks = decisions.contains { $0.agrees != nil }
    var columns: [Grid.Column] = [.text(phrases.typeLabel), .text(phrases.inFront), .number(phrases.firstOften)]
    if hasAny { columns.append(.number(phrases.firstOftenAny)) }
    if hasEqual { columns.append(.text(phrases.withEqualWeights)) }
    if hasChecks { columns.append(.text(phrases.crossCheckHeading)) }
    let rows = told.map { index -> Grid.Row in
      let type = report.types[index]
      guard let strategy = front(of: type) else { return Grid.Row([link(to: index)]) }
      let ranked = ranked(strategy, in: type)
      var cells: [Prose] = [
        link(to: index), link(toStrategy: strategy), Prose(ranked.map { phrases.oftenShort($0.acceptability) } ?? "–"),
      ]
      if hasAny { cells.append(Prose(ranked?.acceptabilityAnyWeights.map(phrases.oftenShort) ?? "–")) }
      if hasEqual { cells.append(same(type.decision?.equalFirst, strategy)) }
      if hasChecks { cells.append(Prose(type.decision?.agrees.map { $0 ? phrases.agree : phrases.disagree } ?? "–")) }
      return Grid.Row(cells)
    }
    var blocks: [Block] = [.table(Grid(caption: phrases.surenessCaption, columns: columns, rows: rows))]
    if hasAny { blocks.append(.paragraph(Prose(phrases.anyWeights))) }
    if hasChecks { blocks.append(.paragraph(Prose(phrases.crossChecks))) }
    return Chapter("sureness", phrases.surenessHeading, label: phrases.howSure, blocks)
  }

  /// Whether another way puts the same strategy first; otherwise which one.
  private func same(_ other: Int?, _ strategy: Int) -> Prose {
    guard let other else { return "–" }
    return other == strategy ? Prose(phrases.theSame) : link(toStrategy: other)
  }

  // MARK: What would turn it

  /// For each type the smallest change of each criterion at which another strategy comes first.
  func flips() -> Chapter? {
    guard report.types.contains(where: { $0.decision?.flips != nil }) else { return nil }
    let weights = rows(of: .weight)
    let amounts = rows(of: .amount)
    var blocks: [Block] = [.paragraph(Prose(phrases.flipsIntro))]
    for (rows, caption, none) in [
      (weights, phrases.weightFlipsCaption, phrases.noWeightFlips),
      (amounts, phrases.amountFlipsCaption, phrases.noAmountFlips),
    ] {
      guard !rows.isEmpty else {
        blocks.append(.paragraph(Prose(none)))
        continue
      }
      let columns: [Grid.Column] = [
        .text(phrases.typeLabel), .text(phrases.whatChanges), .number(phrases.fromNow), .number(phrases.toThen),
        .text(phrases.thenFirst),
      ]
      blocks.append(.table(Grid(caption: caption, columns: columns, rows: rows)))
    }
    return Chapter("flips", phrases.flipsHeading, label: phrases.flipsShort, blocks)
  }

  /// The three smallest changes of a kind for each type, the smallest marked.
  private func rows(of kind: FlipFacts.Kind) -> [Grid.Row] {
    report.types.indices.flatMap { type -> [Grid.Row] in
      let flips = (report.types[type].decision?.flips ?? []).filter { $0.kind == kind }.enumerated()
        .sorted { ($0.element.change.magnitude, $0.offset) < ($1.element.change.magnitude, $1.offset) }.map(\.element)
      return flips.prefix(3).map { flip in
        let unit = flip.unit.map { " (\($0[language]))" } ?? ""
        let (from, to) = phrases.flipEnds(from: flip.from, to: flip.to)
        return Grid.Row(
          [
            link(to: type), Prose(flip.name[language] + unit), Prose(from), Prose(to), link(toStrategy: flip.strategy),
          ], isMarked: flip.isSmallest)
      }
    }
  }
}
