public import DecisionAnalysis
import Diagnostics
public import Settings

/// The strategies, the criteria on which they are compared, what doing nothing leads to, and the fields of work.
public struct Catalogue: Hashable, Sendable {
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

  /// A field of work, in which some criteria weigh on other amounts than in the organisation as a whole.
  public struct Field: Hashable, Sendable {
    /// The stable identifier.
    public var id: String
    /// The name in reports.
    public var name: LocalText
    /// Why the field differs, in words.
    public var why: LocalText
    /// By how much the amount of each criterion (*c*) is shifted in this field, in the unit of the criterion.
    public var shifts: [Double]
  }

  /// What doing nothing leads to.
  public var consequences: [Consequence]
  /// The grounds of comparison.
  public var criteria: [Criterion]
  /// The strategies, in the order of the file.
  public var strategies: [Strategy]
  /// The fields of work; may be empty.
  public var fields: [Field]
  /// The criteria and what each strategy wants of them, as a model that scores.
  public var model: WeightedSum

  /// The index of the strategy that is the baseline, if there is one.
  public var baseline: Int? { strategies.firstIndex(where: \.isBaseline) }

  /// Every source that the catalogue names, sorted, each once.
  public var sources: [String] {
    let tests = strategies.flatMap { $0.preconditions.compactMap(\.test) + $0.never.map(\.when) }
    return Set(criteria.map(\.source) + consequences.map(\.source) + tests.map(\.source)).sorted()
  }

  /// Reads a catalogue.
  ///
  /// - Parameters:
  ///   - reader: The whole file; mistakes are left in its findings.
  ///   - sources: The names of the amounts that are measured; `nil` when they are not known yet.
  public init(reading reader: SettingsReader, sources: [String]? = nil) {
    let known = KnownNames(kind: "source", names: sources, mend: "use one of the measured amounts")
    consequences = reader.sections("consequences") { Consequence(reading: $0, sources: known) }
    let criteria = reader.sections("criteria") { Criterion(reading: $0, sources: known) }
    let answers = KnownNames(
      kind: "consequence", names: consequences.map(\.id), mend: "use one of the consequences")
    let strategies = reader.sections("strategies") {
      Strategy(reading: $0, sources: known, criteria: criteria, consequences: answers)
    }
    fields = reader.sections("fields") { Field(reading: $0, criteria: criteria) }
    reader.finish()
    self.criteria = criteria
    self.strategies = strategies
    model = WeightedSum(
      points: criteria.map(\.points),
      alternatives: strategies.map { strategy in
        strategy.wants.compactMap { wish in
          guard let index = criteria.firstIndex(where: { $0.id == wish.criterion }),
            let value = criteria[index][wish.shape]
          else { return nil }
          return WeightedSum.Term(criterion: index, importance: wish.importance, value: value)
        }
      })
    checkWhole(reader)
  }

  /// Leaves findings about the catalogue as a whole: empty lists, names used twice, more than one baseline.
  private func checkWhole(_ reader: SettingsReader) {
    let lists = [
      ("consequences", consequences.map(\.id)), ("criteria", criteria.map(\.id)), ("strategies", strategies.map(\.id)),
      ("fields", fields.map(\.id)),
    ]
    for (list, ids) in lists {
      if ids.isEmpty, list == "criteria" || list == "strategies" {
        reader.reject(
          list, rule: "empty-list", message: "the catalogue has no \(list)", mend: "add at least one under '\(list):'")
      }
      var seen: Set<String> = []
      for id in ids where !id.isEmpty && !seen.insert(id).inserted {
        reader.reject(
          list, rule: "duplicate-name", value: id, message: "'\(id)' stands twice under '\(list)'",
          mend: "give one of the two another 'id'")
      }
    }
    if strategies.count(where: \.isBaseline) > 1 {
      reader.reject(
        "strategies", rule: "two-baselines", message: "more than one strategy is the baseline",
        mend: "keep 'baseline: true' at one strategy")
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

extension Catalogue.Field {
  init(reading reader: SettingsReader, criteria: [Criterion]) {
    id = reader.text("id")
    name = reader.localText("name")
    why = reader.localText("why")
    let known = KnownNames(kind: "criterion", names: criteria.map(\.id), mend: "use one of the criteria")
    let entries = reader.section("shift") { shift in
      shift.allEntries().map { entry in
        known.check(entry.key, at: entry.place, in: shift)
        return (entry.key, shift.number(entry.key))
      }
    }
    shifts = criteria.map { criterion in entries.first { $0.0 == criterion.id }?.1 ?? 0 }
  }
}
