import Diagnostics
import Settings
import Tables

extension Check {
  /// Reads a check of the questions of a codebook.
  init(reading reader: SettingsReader, questions: [Question]) {
    name = reader.text("name")
    rule = reader.choice("rule")
    level = reader.choice("level", default: .warning)
    reason = reader.node("reason") == nil ? nil : reader.localText("reason")
    limit = reader.optionalSection("limit") { Limit(reading: $0) }
    when = reader.node("when") == nil ? [] : Condition.list("when", reader, questions)
    then = []
    then = readDemands(reader, questions)
    if level == .error, limit != nil {
      reader.reject(
        "limit", rule: "idle-limit", value: name,
        message: "the check '\(name)' is an error at the first breach, so its limit is never reached",
        mend: "write 'level: warning' or 'level: note', or remove 'limit'")
    }
  }

  private func readDemands(_ reader: SettingsReader, _ questions: [Question]) -> [Condition] {
    switch rule {
    case .consistent:
      if reader.node("then") == nil {
        reader.lack("then", "what must hold, such as {question: size, at-least: 1}")
        return []
      }
      return Condition.list("then", reader, questions)
    case .submittedWithin:
      guard let moment = questions.first(where: { $0.role == .submitted }) else {
        reader.reject(
          "rule", rule: "missing-role", value: rule.rawValue,
          message: "the check '\(name)' needs to know when answers were sent in",
          mend: "add 'koers:role: submitted' to the field that holds the moment")
        return []
      }
      return [Condition(question: moment.name)]
    case .required, .unique:
      let condition = Condition(subject: reader, questions)
      return [Condition(question: condition.question, claims: rule == .required ? [.answered(true)] : [])]
    case .range, .allowed, .pattern:
      var condition = Condition(subject: reader, questions)
      condition.readClaims(reader, questions, keys: rule.keys)
      if condition.claims.isEmpty {
        reader.lack(rule.keys[0], rule == .allowed ? "a list of answers" : rule == .range ? "a number" : "a pattern")
      }
      return [condition]
    }
  }
}

extension Check.Rule {
  /// The keys that say what the rule asks for.
  fileprivate var keys: [String] {
    switch self {
    case .range: ["at-least", "at-most"]
    case .allowed: ["is"]
    case .pattern: ["fits"]
    case .required, .unique, .consistent, .submittedWithin: []
    }
  }
}

extension Check.Limit {
  init(reading reader: SettingsReader) {
    let hasCount = reader.node("count") != nil
    if hasCount == (reader.node("share") != nil) {
      reader.reject(
        "count", rule: "wrong-limit", message: "a limit is a count or a share",
        mend: "write 'limit: {count: 10}' or 'limit: {share: 0.05}'")
    }
    self =
      hasCount
      ? .count(reader.integer("count", in: 0...Int.max)) : .share(reader.number("share", default: 0, in: 0...1))
  }
}

extension Condition {
  /// Every key of a condition, in the order in which it is described.
  private static let keys = [
    "answered", "is", "is-not", "at-least", "at-most", "fits", "same-as", "less-than-that-of", "at-most-that-of",
  ]

  /// Reads one condition, or a list of them that must hold together.
  static func list(_ key: String, _ reader: SettingsReader, _ questions: [Question]) -> [Condition] {
    func read(_ inner: SettingsReader) -> Condition {
      var condition = Condition(subject: inner, questions)
      condition.readClaims(inner, questions, keys: keys)
      if condition.claims.isEmpty {
        inner.reject(
          "question", rule: "empty-condition", value: condition.question,
          message: "'\(key)' says nothing about '\(condition.question)'",
          mend: "add one of: " + keys.joined(separator: ", "))
      }
      return condition
    }
    if case .sequence = reader.node(key)?.content { return reader.sections(key, read: read) }
    return [reader.section(key, read: read)]
  }

  /// Reads the question that a condition is about.
  init(subject reader: SettingsReader, _ questions: [Question]) {
    self.init(question: reader.text("question"))
    Self.refuseUnknown(question, "question", reader, questions)
  }

  private static func refuseUnknown(
    _ name: String, _ key: String, _ reader: SettingsReader, _ questions: [Question]
  ) {
    let names = questions.map(\.name)
    if name.isEmpty || names.contains(name) { return }
    reader.reject(
      key, rule: "unknown-question", value: name, message: "'\(name)' is no field of the codebook",
      mend: suggestion(for: name, among: names).map { "did you mean '\($0)'?" } ?? "use the name of a field")
  }

  mutating func readClaims(_ reader: SettingsReader, _ questions: [Question], keys: [String]) {
    for key in keys where reader.node(key) != nil {
      switch key {
      case "answered": claims.append(.answered(reader.flag(key, default: true)))
      case "is": claims.append(.isOne(codes(key, reader, questions)))
      case "is-not": claims.append(.isNone(codes(key, reader, questions)))
      case "at-least": claims.append(.atLeast(bound(key, reader, questions)))
      case "at-most": claims.append(.atMost(bound(key, reader, questions)))
      case "fits": if let pattern = Pattern(key, reader) { claims.append(.fits(pattern)) }
      default:
        let other = reader.text(key)
        Self.refuseUnknown(other, key, reader, questions)
        claims.append(
          key == "same-as" ? .sameAs(other) : key == "less-than-that-of" ? .lessThan(other) : .atMostThat(other))
      }
    }
  }

  /// Reads a list of answers; of a question with categories they must be among these.
  private func codes(_ key: String, _ reader: SettingsReader, _ questions: [Question]) -> [String] {
    let codes = reader.texts(key)
    guard let subject = questions.first(where: { $0.name == question }), !subject.categories.isEmpty else {
      return codes
    }
    let known = subject.categories.map(\.value) + subject.refused
    for code in codes where !known.contains(code) {
      reader.reject(
        key, rule: "unknown-category", value: code, message: "'\(code)' is no category of '\(question)'",
        mend: "use one of: " + known.joined(separator: ", "))
    }
    return codes
  }

  /// Reads a bound: a number, or of a question about time a day.
  private func bound(_ key: String, _ reader: SettingsReader, _ questions: [Question]) -> String {
    guard let subject = questions.first(where: { $0.name == question }) else { return reader.text(key) }
    switch subject.kind {
    case .date, .moment: return reader.text(key)
    case .text, .category:
      reader.reject(
        key, rule: "not-a-quantity", value: question,
        message: "'\(question)' is a \(subject.kind.rawValue), which is neither more nor less than anything",
        mend: "use 'is:' with a list of answers")
      return reader.text(key)
    case .scale, .integer, .number, .boolean: return plainText(reader.number(key))
    }
  }
}

extension Pattern {
  /// Reads the pattern of a key, or leaves a finding.
  init?(_ key: String, _ reader: SettingsReader) {
    let text = reader.text(key)
    do throws(Mistake) {
      try self.init(text)
    } catch {
      reader.reject(
        key, rule: "wrong-pattern", value: text, message: "\"\(text)\" is no pattern: \(error.reason)",
        mend: "correct it; a pattern must fit the whole answer, such as \"[1-9][0-9]{3} ?[A-Z]{2}\" for a postcode")
      return nil
    }
  }
}
