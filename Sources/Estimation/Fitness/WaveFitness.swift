import Settings
public import Tables

/// For what a wave may be used, and why.
///
/// A use is *unfit* when a need is known not to be met; *fit with care* when no need fails and a want is not met, a need
/// is not known, or a need that is asked of several cells is met by some of them only; else *fit*. What is not known
/// never counts as met.
public struct WaveFitness: Hashable, Sendable {
  /// What is said of a use.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The wave serves the purpose.
    case fit
    /// The wave serves the purpose for who reads it with care.
    case fitWithCare = "fit_with_care"
    /// The wave does not serve the purpose.
    case unfit
  }

  /// A criterion as it came out.
  public struct Check: Hashable, Sendable {
    /// The criterion.
    public var criterion: WaveUse.Criterion
    /// What exactly was looked at: the cell, the index, the question; empty for the wave as a whole.
    public var about: String
    /// The value; `nil` when it is not known.
    public var value: Double?
    /// What is asked: the least value, or the greatest of what should be small.
    public var needed: Double
    /// Whether it is met; `nil` when that is not known.
    public var isMet: Bool?
    /// Whether the use depends on it.
    public var isNeed: Bool
  }

  /// A use as it came out.
  public struct Line: Hashable, Sendable {
    /// The use.
    public var use: WaveUse
    /// The criteria: needs, then wants, in the order of ``WaveUse/Criterion``.
    public var checks: [Check]
    /// What is said of it.
    public var verdict: Verdict
  }

  /// The uses, in the order of the pipeline.
  public let lines: [Line]

  /// Holds a wave against its uses.
  ///
  /// - Parameters:
  ///   - uses: What the wave is used for.
  ///   - evidence: What is known of it.
  public init(_ uses: [WaveUse], _ evidence: WaveEvidence) {
    lines = uses.map { use in
      let needs = use.needs.map { Self.checks($0, use, evidence, isNeed: true) }
      let wants = use.wants.map { Self.checks($0, use, evidence, isNeed: false) }
      return Line(use: use, checks: (needs + wants).flatMap { $0 }, verdict: Self.verdict(needs, wants))
    }
  }

  private static func checks(
    _ demand: WaveUse.Demand, _ use: WaveUse, _ evidence: WaveEvidence, isNeed: Bool
  ) -> [Check] {
    evidence.values(of: demand.criterion, cells: use.cells).map { known in
      let value = known.value.flatMap { $0.isNaN ? nil : $0 }
      let isMet = value.map { demand.criterion.isCeiling ? $0 <= demand.threshold : $0 >= demand.threshold }
      return Check(
        criterion: demand.criterion, about: known.name, value: value, needed: demand.threshold, isMet: isMet,
        isNeed: isNeed)
    }
  }

  private static func verdict(_ needs: [[Check]], _ wants: [[Check]]) -> Verdict {
    if needs.contains(where: { $0.allSatisfy { $0.isMet == false } }) { return .unfit }
    return (needs + wants).allSatisfy { $0.allSatisfy { $0.isMet == true } } ? .fit : .fitWithCare
  }
}

extension WaveFitness {
  /// The table `wave-fitness`: the criteria of each use, then its verdict on a row of its own.
  public var table: Table {
    let rows = lines.flatMap { line in
      line.checks.map { (use: line.use, check: Optional($0), verdict: Verdict?.none) } + [(line.use, nil, line.verdict)]
    }
    let labels: [LocalText] = rows.map(\.use.label)
    return Table(
      "wave-fitness",
      [
        Column("use", .text(rows.map(\.use.name)), description: "What the wave is used for."),
        Column("label_nl", .text(labels.map(\.nl)), description: "What the use is called, in Dutch."),
        Column("label_en", .text(labels.map(\.en)), description: "What the use is called, in English."),
        Column(
          "criterion", .text(rows.map { $0.check?.criterion.rawValue }),
          description: "What is asked of the wave; empty on the row of the verdict."),
        Column(
          "about", .text(rows.map { row in row.check.flatMap { $0.about.isEmpty ? nil : $0.about } }),
          description: "The cell, index, feature or question that was looked at: of several the worst."),
        Column("value", .number(rows.map { $0.check?.value }), description: "The value; empty when it is not known."),
        Column(
          "needed", .number(rows.map { $0.check?.needed }),
          description: "The least value, or the greatest of missing and design_effect; 1 is yes."),
        Column(
          "met", .boolean(rows.map { $0.check?.isMet }),
          description: "Whether it is met; empty when it is not known, which never counts as met."),
        Column(
          "verdict", .text(rows.map { $0.verdict?.rawValue }), description: "fit, fit_with_care or unfit."),
        Column(
          "importance", .text(rows.map { row in row.check.map { $0.isNeed ? "need" : "want" } }),
          description: "need: without it the wave is unfit for the use. want: without it fit with care."),
      ])
  }
}
