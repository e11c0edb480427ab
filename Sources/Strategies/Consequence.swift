public import Settings

extension Catalogue {
  /// A consequence of doing nothing, measured on a scale.
  public struct Consequence: Hashable, Sendable {
    /// The stable identifier.
    public var id: String
    /// The name in reports.
    public var name: LocalText
    /// What it is, in words.
    public var about: LocalText
    /// The name of the measured amount.
    public var source: String
    /// The amount at which the risk is 0.
    public var none: Double
    /// The amount at which the risk is 1.
    public var full: Double

    /// Returns the risk of an amount, from 0 to 1; NaN for NaN.
    public func risk(of amount: Double) -> Double {
      amount.isNaN ? .nan : min(1, max(0, (amount - none) / (full - none)))
    }
  }

  /// By which share a strategy takes a consequence away in an organisation that it fits fully: a range for each level at
  /// which it answers the consequence.
  ///
  /// This is a judgement of the catalogue and not a measurement; the ranges say how unsure it is.
  public struct Relief: Hashable, Sendable {
    /// The share of a strategy that hardly answers the consequence.
    public var low: ClosedRange<Double>
    /// The share of one that answers it, beside other things.
    public var medium: ClosedRange<Double>
    /// The share of one that is meant for it.
    public var high: ClosedRange<Double>

    /// Creates ranges of shares, from 0 to 1.
    public init(
      low: ClosedRange<Double> = 0.05...0.2, medium: ClosedRange<Double> = 0.2...0.4,
      high: ClosedRange<Double> = 0.4...0.6
    ) {
      self.low = low
      self.medium = medium
      self.high = high
    }

    /// The range of a level.
    public subscript(level: Strategy.Effort) -> ClosedRange<Double> {
      switch level {
      case .low: low
      case .medium: medium
      case .high: high
      }
    }
  }
}

extension Catalogue.Consequence {
  init(reading reader: SettingsReader, sources: KnownNames) {
    id = reader.text("id")
    name = reader.localText("name")
    about = reader.localText("about")
    source = sources.check("source", in: reader)
    none = reader.number("none", default: 1)
    full = reader.number("full", default: 5)
    if none == full {
      reader.reject(
        "full", rule: "crossed-anchors", message: "\(reader.subject) has no risk and full risk at the same amount",
        mend: "give 'none' and 'full' different amounts")
    }
  }
}

extension Catalogue.Relief {
  /// Reads `low`, `medium` and `high`, each a list of the least and the greatest share; each has a default.
  init(reading reader: SettingsReader) {
    self.init()
    func range(_ key: String, _ fallback: ClosedRange<Double>) -> ClosedRange<Double> {
      guard reader.node(key) != nil else { return fallback }
      let findings = reader.findings.all.count
      let ends = reader.numbers(key)
      if ends.count == 2, 0 <= ends[0], ends[0] <= ends[1], ends[1] <= 1 { return ends[0]...ends[1] }
      // What is no number was told.
      if reader.findings.all.count == findings {
        reader.reject(
          key, rule: "wrong-value",
          message: "'\(reader.subject).\(key)' must hold the least and the greatest share, from 0 to 1",
          mend: "write for instance '\(key): [\(plain(fallback.lowerBound)), \(plain(fallback.upperBound))]'")
      }
      return fallback
    }
    low = range("low", low)
    medium = range("medium", medium)
    high = range("high", high)
  }
}
