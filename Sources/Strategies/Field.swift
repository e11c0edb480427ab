import Diagnostics
public import Settings

extension Catalogue {
  /// A field of work, in which some criteria weigh on other amounts than in the organisation as a whole.
  public struct Field: Hashable, Sendable {
    /// The stable identifier.
    public var id: String
    /// The name in reports.
    public var name: LocalText
    /// Why the field differs, in words.
    public var why: LocalText
    /// By how much the amount of each criterion (*c*) is shifted in this field, in the unit of the criterion, where no
    /// answers from the field tell; the catalogue's judgement.
    public var shifts: [Double]
    /// The amount of each criterion (*c*) that the catalogue judges instead of measuring; NaN for those that are measured.
    public var judged: [Double]
    /// How far the catalogue's judgements may be off to either side, in the unit of the criterion.
    public var margin: Double
  }
}

extension Catalogue.Field {
  /// Reads `id`, `name`, `why`, `shift`, `judged` and `margin`.
  init(reading reader: SettingsReader, criteria: [Criterion]) {
    id = reader.text("id")
    name = reader.localText("name")
    why = reader.localText("why")
    margin = reader.number("margin", default: 0.5, in: 0...1_000_000)
    shifts = Self.amounts(
      "shift", of: criteria, else: 0, in: reader, refuse: \.isJudged,
      because: "is judged by the catalogue, so that there is nothing to shift", mend: "give its amount under 'judged'")
    judged = Self.amounts(
      "judged", of: criteria, else: .nan, in: reader, refuse: { !$0.isJudged },
      because: "is measured",
      mend: "give under 'shift' by how much this field differs, or write 'source: judgement' at the criterion")
    for (criterion, amount) in zip(criteria, judged) where criterion.isJudged && amount.isNaN {
      reader.reject(
        "judged", rule: "missing-judgement", value: criterion.id,
        message: "\(reader.subject) lacks an amount for '\(criterion.id)', which the catalogue judges in every field",
        mend: "add 'judged: {\(criterion.id): \(plain(criterion.scale.lowerBound))}' with the amount in this field")
    }
  }

  /// Reads a mapping from criteria to amounts, with a finding for criteria that it must not hold.
  private static func amounts(
    _ key: String, of criteria: [Criterion], else other: Double, in reader: SettingsReader,
    refuse: (Criterion) -> Bool, because reason: String, mend: String
  ) -> [Double] {
    let known = KnownNames(kind: "criterion", names: criteria.map(\.id), mend: "use one of the criteria")
    let entries = reader.section(key) { section in
      section.allEntries().map { entry in
        known.check(entry.key, at: entry.place, in: section)
        if let criterion = criteria.first(where: { $0.id == entry.key }), refuse(criterion) {
          section.findings.error(
            "wrong-criterion", at: entry.place, value: entry.key,
            message: "'\(entry.key)' stands under '\(section.subject)', and \(reason)", mend: mend)
        }
        return (entry.key, section.number(entry.key))
      }
    }
    return criteria.map { criterion in entries.first { $0.0 == criterion.id }?.1 ?? other }
  }
}
