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

  /// A consequence of doing nothing that a strategy answers.
  public struct Answer: Hashable, Sendable {
    /// The identifier of the consequence.
    public var consequence: String
    /// How much it does about it.
    public var level: Effort

    /// Creates an answer.
    public init(consequence: String, level: Effort) {
      self.consequence = consequence
      self.level = level
    }
  }

  /// What must be in place for the strategy to succeed.
  public struct Precondition: Hashable, Sendable {
    /// The identifier, for others that come after it.
    public var id: String?
    /// The precondition in words.
    public var text: LocalText
    /// How it is tested; `nil` when no question of the survey tells.
    public var test: Condition?
    /// The positions, in the same strategy, of what must be in place before this can be.
    public var after: [Int]
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
  /// The consequences it answers.
  public var answers: [Answer]
  /// What must be in place.
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

  /// The positions of the preconditions in the order in which they can be brought about: none before what it comes after,
  /// and otherwise in the order of the catalogue.
  public var preconditionOrder: [Int] { Self.order(preconditions.map(\.after)).placed }
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
    answers = Strategy.answers(reader, consequences)
    preconditions = Strategy.preconditions(reader, sources)
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

  /// Reads the consequences that the strategy answers: names, or a mapping of names to levels; a name alone is medium.
  private static func answers(_ reader: SettingsReader, _ consequences: KnownNames) -> [Answer] {
    guard let node = reader.node("answers"), case .mapping(let entries) = node.content else {
      let names = reader.texts("answers")
      for name in names { consequences.check(name, at: reader.place(of: "answers"), in: reader) }
      return names.map { Answer(consequence: $0, level: .medium) }
    }
    return reader.section("answers") { answers in
      entries.map { entry in
        consequences.check(entry.key, at: entry.place, in: answers)
        return Answer(consequence: entry.key, level: answers.choice(entry.key))
      }
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
