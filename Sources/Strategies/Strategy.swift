import Diagnostics
public import Settings

/// A road that an organisation can take, as the catalogue describes it.
public struct Strategy: Hashable, Sendable {
  /// How much of something a strategy asks.
  public enum Effort: String, Hashable, Sendable, CaseIterable {
    case low, medium, high
  }

  /// What a strategy asks of an organisation.
  public struct Asks: Hashable, Sendable {
    /// People and their time.
    public var people: Effort
    /// Money.
    public var money: Effort
    /// Time until it bears fruit.
    public var time: Effort
  }

  /// What must be in place for the strategy to succeed.
  public struct Precondition: Hashable, Sendable {
    /// The precondition in words.
    public var text: LocalText
    /// How it is tested; `nil` when no question of the survey tells.
    public var test: Condition?
  }

  /// A rule that excludes the strategy, with the sentence that says why.
  public struct Veto: Hashable, Sendable {
    /// What is tested; the strategy is excluded when it holds.
    public var when: Condition
    /// Why the strategy cannot be then.
    public var because: LocalText
  }

  /// A case from practice, with where it was found.
  public struct Example: Hashable, Sendable {
    /// What was done.
    public var text: LocalText
    /// Who reported it.
    public var source: LocalText
  }

  /// What the strategy wants of one criterion.
  public struct Wish: Hashable, Sendable {
    /// The identifier of the criterion.
    public var criterion: String
    /// The name of the shape.
    public var shape: String
    /// How much it counts for this strategy beside the criterion's points; 1 is plain.
    public var importance: Double
  }

  /// The stable identifier.
  public var id: String
  /// Whether this is doing nothing: the baseline that the others are compared with.
  public var isBaseline: Bool
  /// The name in reports.
  public var name: LocalText
  /// What the strategy is for.
  public var aim: LocalText
  /// When it fits, in words.
  public var fits: LocalText
  /// What it asks.
  public var asks: Asks
  /// The identifiers of the consequences it answers.
  public var answers: [String]
  /// What must be in place, in the order in which to bring it about.
  public var preconditions: [Precondition]
  /// What can go wrong.
  public var risks: [LocalText]
  /// What to do in the first hundred days.
  public var firstSteps: [LocalText]
  /// A case from practice.
  public var example: Example?
  /// What it wants of the criteria.
  public var wants: [Wish]
  /// What excludes it.
  public var never: [Veto]
}

extension Strategy {
  init(reading reader: SettingsReader, sources: KnownNames, criteria: [Criterion], consequences: KnownNames) {
    id = reader.text("id")
    isBaseline = reader.flag("baseline", default: false)
    name = reader.localText("name")
    aim = reader.localText("aim")
    fits = reader.localText("fits")
    asks = reader.section("asks") {
      Asks(people: $0.choice("people"), money: $0.choice("money"), time: $0.choice("time"))
    }
    answers = reader.texts("answers")
    for answer in answers { consequences.check(answer, at: reader.place(of: "answers"), in: reader) }
    preconditions = reader.sections("preconditions") { item in
      let text = LocalText(nl: item.text("nl"), en: item.text("en"))
      let untested = item.flag("untested", default: false)
      return Precondition(text: text, test: untested ? nil : Condition(reading: item, sources: sources))
    }
    risks = reader.localTexts("risks")
    firstSteps = reader.localTexts("first_steps")
    example = reader.optionalSection("example") {
      Example(
        text: LocalText(nl: $0.text("nl"), en: $0.text("en")),
        source: $0.localText("source"))
    }
    wants = Strategy.wishes(reader, criteria: criteria)
    never = reader.sections("never") { item in
      Veto(when: Condition(reading: item, sources: sources), because: item.localText("because"))
    }
  }

  private static func wishes(_ reader: SettingsReader, criteria: [Criterion]) -> [Wish] {
    guard reader.node("wants") != nil else {
      reader.findings.error(
        "missing-key", at: reader.place,
        message: "\(reader.subject) lacks 'wants', which must be a mapping of criteria to shapes",
        mend: "add for instance 'wants: {\(criteria.first?.id ?? "goal"): high}' to \(reader.subject)")
      return []
    }
    let known = KnownNames(kind: "criterion", names: criteria.map(\.id), mend: "use one of the criteria")
    return reader.section("wants") { wants in
      wants.allEntries().map { entry in
        known.check(entry.key, at: entry.place, in: wants)
        let wish: Wish
        if case .scalar(let shape, _) = entry.node.content {
          wish = Wish(criterion: entry.key, shape: shape, importance: 1)
        } else {
          let inner = SettingsReader(entry.node, of: "\(wants.subject).\(entry.key)", findings: reader.findings)
          wish = Wish(
            criterion: entry.key, shape: inner.text("shape"),
            importance: inner.number("importance", default: 1, in: 0.01...100))
          inner.finish()
        }
        if let criterion = criteria.first(where: { $0.id == entry.key }), criterion[wish.shape] == nil {
          let shapes = KnownNames(
            kind: "shape", names: criterion.shapes.map(\.name), mend: "use a shape of '\(criterion.id)'")
          shapes.check(wish.shape, at: entry.node.place, in: wants)
        }
        return wish
      }
    }
  }
}
