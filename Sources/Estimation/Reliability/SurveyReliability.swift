public import Diagnostics
public import Survey
public import Tables

/// The reliability of every index of a survey.
public struct SurveyReliability: Sendable {
  /// The indices, in the order of the codebook; those of which the wave has no item are left out.
  public let indices: [Reliability]
  /// The indices without an alpha, each told with the reason.
  public let findings: [Finding]

  /// Computes the reliability of the indices; of an index with parts, its parts are the items.
  ///
  /// Respondents are taken in the order of their units and ids, so that the order of the rows changes no bit.
  ///
  /// - Complexity: O(*n* · *k*²) an index of *k* items, for *n* respondents.
  public init(_ wave: Wave, _ codebook: Codebook) {
    let rows = UnitRows(respondents: wave.respondents, units: wave.units)
    var indices: [Reliability] = []
    for index in codebook.indices {
      let items = index.items(of: codebook, in: wave)
      if items.isEmpty { continue }
      var reliability = Reliability(
        index.name, of: items.map { rows.arranged($0.measure) }, reversed: items.map(\.isReversed))
      for (position, item) in items.enumerated() { reliability.items[position].name = item.name }
      indices.append(reliability)
    }
    self.indices = indices
    findings = indices.compactMap(\.finding)
  }

  /// The table `reliability`: a row an index, with an empty item, and below it a row an item.
  public var table: Table {
    let rows = indices.flatMap { index in
      [(index, Reliability.Item?.none)] + index.items.map { (index, .some($0)) }
    }
    func whole<Value>(_ value: (Reliability) -> Value?) -> [Value?] { rows.map { $1 == nil ? value($0) : nil } }
    return Table(
      "reliability",
      [
        Column("index", .text(rows.map(\.0.index)), description: "Index."),
        Column("item", .text(rows.map { $1?.name }), description: "Item; empty for the whole index."),
        Column("items", .integer(whole { $0.items.count }), description: "Number of items."),
        Column("n", .integer(rows.map(\.0.complete)), description: "Respondents who answered all items."),
        Column("alpha", .number(whole(\.alpha)), description: "Cronbach's alpha."),
        Column(
          "alpha_low", .number(whole { $0.interval?.lowerBound }),
          description: "Lower end of its 95 % interval (Feldt)."
        ),
        Column(
          "alpha_high", .number(whole { $0.interval?.upperBound }),
          description: "Upper end of its 95 % interval (Feldt)."),
        Column(
          "alpha_standardised", .number(whole(\.standardisedAlpha)), description: "Alpha of items of equal variance."),
        Column(
          "item_rest", .number(rows.map { $1?.itemRest }),
          description: "Correlation between the item and the sum of the others."),
        Column(
          "alpha_if_dropped", .number(rows.map { $1?.alphaIfDropped }), description: "Alpha of the other items alone."),
      ])
  }
}

extension Reliability {
  /// A note when there is no alpha.
  var finding: Finding? {
    if alpha != nil { return nil }
    let (reason, mend) =
      items.count < 2
      ? ("has a single item, '\(items.first?.name ?? "")'", "add items, or read it as the question that it is")
      : complete < 2
        ? (
          "has \(complete) \(complete == 1 ? "respondent" : "respondents") with an answer to all \(items.count) items",
          "look whether its items were shown to the same respondents"
        )
        : (
          "has items whose sum is the same for all \(complete) respondents with an answer to all of them",
          "look at the answers and the directions of the items"
        )
    return Finding(
      .note, rule: "no-reliability", value: index, message: "index '\(index)' \(reason), so it has no reliability",
      mend: mend)
  }
}
