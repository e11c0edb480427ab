public import DecisionAnalysis
public import Settings

/// A ground on which strategies are compared: one measured amount, its weight, and the shapes that strategies may want.
public struct Criterion: Hashable, Sendable {
  /// A named value function: `low`, `high`, `middle`.
  public struct Shape: Hashable, Sendable {
    /// The name that strategies use.
    public var name: String
    /// How much an amount speaks for a strategy that wants this shape.
    public var value: ValueFunction

    /// Creates a shape.
    public init(name: String, value: ValueFunction) {
      self.name = name
      self.value = value
    }
  }

  /// Where the amount of a criterion in one field of work comes from.
  public enum FieldBasis: String, Hashable, Sendable, CaseIterable {
    /// From the answers of those who work in the field: the question is about their own field.
    case own
    /// From the organisation as a whole: the question, or the register, says nothing about one field.
    case type
  }

  /// The name that stands for a source when the catalogue itself judges the amount, for each field of work.
  public static let judgement = "judgement"

  /// The stable identifier.
  public var id: String
  /// The name in reports.
  public var name: LocalText
  /// What is asked of the measurement.
  public var question: LocalText
  /// Why this ground counts.
  public var why: LocalText
  /// The name of the measured amount, or ``judgement``.
  public var source: String
  /// Where its amount in a field of work comes from.
  public var inFields: FieldBasis
  /// The unit of the amount, for reports.
  public var unit: LocalText
  /// The weight in points; a criterion of 10 counts twice one of 5.
  public var points: Double
  /// The shapes that strategies may want.
  public var shapes: [Shape]

  /// Whether the catalogue judges the amount; it is then known in fields of work alone.
  public var isJudged: Bool { source == Self.judgement }

  /// The amounts between which the value of some shape changes: from the lowest anchor of all shapes to the highest.
  public var scale: ClosedRange<Double> {
    let amounts = shapes.flatMap { $0.value.anchors.map(\.amount) }
    return (amounts.min() ?? 0)...(amounts.max() ?? 0)
  }

  /// The shape of a name.
  public subscript(shape: String) -> ValueFunction? { shapes.first { $0.name == shape }?.value }
}

extension Criterion {
  init(reading reader: SettingsReader, sources: KnownNames) {
    id = reader.text("id")
    name = reader.localText("name")
    question = reader.localText("question")
    why = reader.localText("why")
    source = reader.text("source")
    if reader.node("source") != nil, source != Self.judgement {
      sources.check(source, at: reader.place(of: "source"), in: reader)
    }
    inFields = reader.choice("in_fields", default: .type)
    unit = reader.localText("unit", default: LocalText(nl: "", en: ""))
    points = reader.number("points", default: 1, in: 0...1_000_000)
    shapes = reader.named("shapes") { name, shape in
      // A broken shape has its finding; it keeps its name, so that strategies that want it get none.
      (ValueFunction.read(shape) ?? (try? ValueFunction(zeroAt: 0, oneAt: 1))).map { Shape(name: name, value: $0) }
    }.compactMap(\.value)
    if reader.node("shapes") == nil {
      reader.findings.error(
        "missing-key", at: reader.place, message: "\(reader.subject) lacks 'shapes', which must be a mapping",
        mend: "add for instance 'shapes: {high: {zero: 2, one: 4}}' to \(reader.subject)")
    }
  }
}

extension ValueFunction {
  /// Reads a shape: `{zero, one}`, `{prefer: [low, high], outer: [low, high]}` or `{points: {amount: worth}}`.
  static func read(_ reader: SettingsReader) -> ValueFunction? {
    do throws(ValueFunctionError) {
      if reader.node("points") != nil {
        return try ValueFunction(anchors: anchors(reader))
      } else if reader.node("prefer") != nil {
        let range = reader.numbers("prefer")
        let outer = reader.numbers("outer")
        guard range.count == 2, outer.count == 2 else {
          reader.reject(
            "prefer", rule: "wrong-value",
            message: "'\(reader.subject)' needs two amounts in 'prefer' and two in 'outer'",
            mend: "write 'prefer: [low, high]' and 'outer: [low, high]', the outer amounts being worth nothing")
          return nil
        }
        return try ValueFunction(preferred: (range[0], range[1]), outer: (outer[0], outer[1]))
      }
      let findings = reader.findings.all.count
      let zero = reader.number("zero")
      let one = reader.number("one")
      // A wrong amount has its finding already; its stand-in says nothing about crossing.
      if reader.findings.all.count > findings { return nil }
      return try ValueFunction(zeroAt: zero, oneAt: one)
    } catch {
      reader.findings.error(
        error.rule, at: reader.place, message: "\(reader.subject) \(error.message)", mend: error.mend)
      return nil
    }
  }

  private static func anchors(_ reader: SettingsReader) -> [Anchor] {
    reader.section("points") { points in
      points.allEntries().compactMap { entry in
        guard let amount = Double(entry.key), case .scalar(let text, _) = entry.node.content, let worth = Double(text)
        else {
          points.findings.error(
            "wrong-value", at: entry.place, value: entry.key,
            message: "'\(points.subject)' must hold amounts with what each is worth, and holds '\(entry.key)'",
            mend: "write for instance 'points: {2: 0, 3: 1}'")
          return nil
        }
        return Anchor(amount, worth)
      }
    }
  }
}

extension ValueFunctionError {
  fileprivate var rule: String {
    switch self {
    case .tooFewAnchors: "too-few-anchors"
    case .crossed: "crossed-anchors"
    case .worthOutsideUnit: "wrong-value"
    case .notFinite: "wrong-value"
    }
  }

  fileprivate var message: String {
    switch self {
    case .tooFewAnchors(let count): "has \(count) anchors, and a line needs two"
    case .crossed(let before, let after):
      "has crossed anchors: \(plain(before)) stands before \(plain(after)), which is not higher"
    case .worthOutsideUnit(_, let worth): "has the worth \(plain(worth)), and a worth lies between 0 and 1"
    case .notFinite: "has an anchor that is not a finite number"
    }
  }

  fileprivate var mend: String {
    switch self {
    case .tooFewAnchors: "add an anchor"
    case .crossed: "give each anchor a higher amount than the one before it"
    case .worthOutsideUnit: "write a worth from 0 (speaks not at all for it) to 1 (speaks fully for it)"
    case .notFinite: "write a plain number"
    }
  }
}
