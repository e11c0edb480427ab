public import Settings

/// Something that a wave is used for, and what it takes.
///
/// What is under `needs` must hold, or the wave is unfit for the use; what is under `wants` should hold, or the wave is
/// fit with care.
///
/// ```yaml
/// typology:
///   label: {nl: Indeling in typen, en: Typology}
///   needs: {units: 100, coverage: 0.4, reliability: 0.6, missing: 0.2}
///   wants: {reliability: 0.7, icc2: 0.5}
/// ```
public struct WaveUse: Hashable, Sendable {
  /// What a use can ask of a wave.
  public enum Criterion: String, Hashable, Sendable, CaseIterable {
    /// At least this many units answered.
    case units
    /// At least this share of the units of the register answered.
    case coverage
    /// At least this many respondents in each cell: see ``Cells``.
    case n
    /// The index with the least reliability has at least this Cronbach's alpha.
    case reliability
    /// The feature whose units differ least reliably has at least this ICC(2).
    case icc2
    /// Of no question that is used did more than this share not answer.
    case missing
    /// The weights reproduce their margins.
    case convergence
    /// No estimate has more than this design effect.
    case designEffect = "design_effect"
    /// There is an earlier wave to compare with.
    case earlierWave = "earlier_wave"

    /// Whether less is better.
    var isCeiling: Bool { self == .missing || self == .designEffect }
  }

  /// A criterion with what is asked; of yes and no 1 is yes.
  public struct Demand: Hashable, Sendable {
    /// The criterion.
    public var criterion: Criterion
    /// The least value, or the greatest one of what should be small.
    public var threshold: Double

    /// Creates a demand.
    public init(_ criterion: Criterion, _ threshold: Double) {
      self.criterion = criterion
      self.threshold = threshold
    }
  }

  /// Which groups of respondents the criterion `n` counts.
  public enum Cells: Hashable, Sendable {
    /// All respondents together.
    case all
    /// The respondents of each unit; the median unit counts.
    case units
    /// The respondents of each cell of a classification.
    case classes(String)
  }

  /// The name.
  public var name: String
  /// What it is called in a report.
  public var label: LocalText
  /// Which groups of respondents are counted.
  public var cells: Cells
  /// What must hold, in the order of ``Criterion``.
  public var needs: [Demand]
  /// What should hold, in the same order.
  public var wants: [Demand]

  /// Creates a use.
  public init(_ name: String, label: LocalText? = nil, cells: Cells = .all, needs: [Demand], wants: [Demand] = []) {
    self.name = name
    self.label = label ?? LocalText(nl: name, en: name)
    self.cells = cells
    self.needs = needs
    self.wants = wants
  }

  init(_ name: String, reading reader: SettingsReader, classes: [String]) {
    self.name = name
    label = reader.localText("label", default: LocalText(nl: name, en: name))
    switch reader.text("by", default: nil) {
    case nil: cells = .all
    case "unit": cells = .units
    case .some: cells = reader.classNames("by", among: classes).first.map { .classes($0) } ?? .all
    }
    needs = reader.section("needs") { Self.demands($0) }
    wants = reader.section("wants") { Self.demands($0) }
    if needs.isEmpty, wants.isEmpty {
      reader.reject(
        "needs", rule: "no-needs", value: name, message: "the use '\(name)' asks nothing of the wave",
        mend: "add 'needs:' with some of: " + Criterion.allCases.map(\.rawValue).joined(separator: ", "))
    }
  }

  private static func demands(_ reader: SettingsReader) -> [Demand] {
    Criterion.allCases.compactMap { criterion in
      let key = criterion.rawValue
      if reader.node(key) == nil { return nil }
      switch criterion {
      case .units, .n: return Demand(criterion, Double(reader.integer(key, in: 1...1_000_000_000)))
      case .coverage, .reliability, .icc2, .missing: return Demand(criterion, reader.number(key, in: 0...1))
      case .designEffect: return Demand(criterion, reader.number(key, in: 0...1_000_000))
      case .convergence, .earlierWave: return reader.flag(key, default: true) ? Demand(criterion, 1) : nil
      }
    }
  }
}
