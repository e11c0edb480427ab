import Diagnostics
public import Settings

extension Codebook {
  /// Reads a codebook, and leaves a finding for everything that is wrong with it.
  ///
  /// The caller ends with `finish()` on the reader, and throws when there are errors.
  public init(reading reader: SettingsReader) {
    let name = reader.text("name")
    _ = reader.text("$schema", default: nil)
    let plain = reader.text("title", default: name)
    _ = reader.text("description", default: nil)
    let missing = reader.node("missingValues") == nil ? [""] : reader.texts("missingValues")
    _ = reader.texts("primaryKey")
    let indices = reader.sections("koers:indices") { Index(reading: $0) }
    let groups = reader.sections("koers:groups") { MultiSelect(reading: $0) }
    let known = KnownNames(indices: indices.map(\.name), groups: groups.map(\.name), missingValues: missing)
    let questions = reader.sections("fields") { Question(reading: $0, known: known) }
    self.init(
      name: name,
      title: reader.localText("koers:title", default: LocalText(nl: plain, en: plain)),
      questions: questions,
      indices: indices, groups: groups,
      others: reader.choice("koers:others", default: .error),
      duplicates: reader.choice("koers:duplicates", default: .mostComplete),
      leastAnswered: reader.number("koers:least-answered", default: 0.5, in: 0...1),
      units: reader.choice("koers:units", default: .named),
      respondents: reader.choice("koers:respondents", default: .named),
      checks: reader.sections("koers:checks") { Check(reading: $0, questions: questions) },
      careless: reader.section("koers:careless") { CarelessRules(reading: $0, questions: questions) })
    dialect = reader.section("koers:dialect") { Dialect(reading: $0) }
    check(with: reader)
  }

  /// Checks what no single field can tell.
  private func check(with reader: SettingsReader) {
    refuseDoubles(questions.map(\.name), key: "fields", what: "fields", with: reader)
    refuseDoubles(indices.map(\.name), key: "koers:indices", what: "indices", with: reader)
    refuseDoubles(groups.map(\.name), key: "koers:groups", what: "multi-selects", with: reader)
    for group in groups where options(of: group.name).count < 2 {
      reader.reject(
        "koers:groups", rule: "small-group", value: group.name,
        message: "the multi-select '\(group.name)' has \(options(of: group.name).count) of the two options it needs",
        mend: "give each of its options 'koers:group: \(group.name)', or remove the multi-select")
    }
    for index in indices where index.parts.isEmpty && items(of: index.name).isEmpty {
      reader.reject(
        "koers:indices", rule: "empty-index", value: index.name,
        message: "the index '\(index.name)' has no items",
        mend: "give each of its items 'koers:index: \(index.name)', or remove the index")
    }
    refuseWrongParts(with: reader)
    refuseDoubles(checks.map(\.name), key: "koers:checks", what: "checks", with: reader)
    refuseMixedColumns(with: reader)
    if let respondent = question(for: .respondent), ![.text, .integer].contains(respondent.kind) {
      reader.reject(
        "fields", rule: "wrong-respondent", value: respondent.name,
        message: "'\(respondent.name)' names the respondent, and is a \(respondent.kind.rawValue)",
        mend: "write 'type: string', without categories")
    }
    refuseUnknownQuestions(with: reader)
    checkRole(.respondent, isNeeded: respondents == .named, instead: "koers:respondents", with: reader)
    checkRole(.unit, isNeeded: units == .named, instead: "koers:units", with: reader)
    for role in Question.Role.allCases where role != .answer {
      let names = questions.filter { $0.role == role }.map(\.name)
      if names.count > 1 {
        reader.reject(
          "fields", rule: "double-role", value: role.rawValue,
          message: "\(names.count) fields have the role '\(role.rawValue)': \(names.joined(separator: ", "))",
          mend: "leave the role with one of them")
      }
    }
  }

  /// Refuses parts of an index that are no index over questions.
  private func refuseWrongParts(with reader: SettingsReader) {
    let plain = indices.filter(\.parts.isEmpty).map(\.name)
    for index in indices where !index.parts.isEmpty {
      for part in index.parts where !plain.contains(part) {
        reader.reject(
          "koers:indices", rule: "unknown-part", value: part,
          message: "the index '\(index.name)' is of '\(part)', which is no index over questions",
          mend: suggestion(for: part, among: plain).map { "did you mean '\($0)'?" }
            ?? "use some of: " + plain.joined(separator: ", "))
      }
      if questions.contains(where: { $0.index == index.name }) {
        reader.reject(
          "koers:indices", rule: "parts-and-items", value: index.name,
          message: "the index '\(index.name)' has both items and parts",
          mend: "leave out 'of:', or give the items an index of their own")
      }
    }
  }

  /// Refuses names of questions that are none, in conditions and multi-selects.
  private func refuseUnknownQuestions(with reader: SettingsReader) {
    let names = questions.map(\.name)
    func refuse(_ key: String, _ value: String, _ whose: String) {
      let meant = suggestion(for: value, among: names)
      reader.reject(
        key, rule: "unknown-question", value: value, message: "\(whose) names the field '\(value)', which there is not",
        mend: meant.map { "did you mean '\($0)'?" } ?? "write the name of a field of this codebook")
    }
    for question in questions {
      guard let condition = question.shownIf else { continue }
      if !names.contains(condition.question) {
        refuse("fields", condition.question, "'koers:shown-if' of '\(question.name)'")
      }
    }
    for group in groups {
      if let other = group.other, self[other]?.kind != .text {
        refuse("koers:groups", other, "'other' of the multi-select '\(group.name)'")
      }
    }
  }

  /// Refuses a codebook without the field that names respondents or units, and one with a field that is not to be used.
  private func checkRole(_ role: Question.Role, isNeeded: Bool, instead key: String, with reader: SettingsReader) {
    let field = question(for: role)
    if isNeeded, field == nil {
      reader.reject(
        "fields", rule: "missing-role", value: role.rawValue, message: "no field has the role '\(role.rawValue)'",
        mend: "add 'koers:role: \(role.rawValue)' to the field that names the \(role.rawValue)")
    } else if !isNeeded, let field {
      reader.reject(
        key, rule: "double-role", value: field.name,
        message: "'\(key)' says that no field names the \(role.rawValue), and '\(field.name)' has that role",
        mend: "remove one of the two")
    }
  }

  /// Refuses fields whose columns in `respondents.csv` would have one name: `x_state` stands beside the field `x`.
  private func refuseMixedColumns(with reader: SettingsReader) {
    let answers = questions.filter(\.isKept)
    let names = Set(answers.map(\.columnName))
    for question in answers where question.columnName != question.name && self[question.columnName] != nil {
      reader.reject(
        "fields", rule: "reserved-name", value: question.columnName,
        message: "the field '\(question.columnName)' has the name that is kept for the answers to '\(question.name)'",
        mend: "rename one of the two")
    }
    for question in answers where names.contains(question.columnName + "_state") {
      reader.reject(
        "fields", rule: "reserved-name", value: question.columnName + "_state",
        message: "the field '\(question.columnName)_state' has the name that is kept for the states of "
          + "'\(question.name)'",
        mend: "rename one of the two")
    }
  }

  private func refuseDoubles(_ names: [String], key: String, what: String, with reader: SettingsReader) {
    var seen: Set<String> = []
    for name in names where !name.isEmpty && !seen.insert(name).inserted {
      reader.reject(
        key, rule: "duplicate-name", value: name, message: "two \(what) are called '\(name)'",
        mend: "rename one of them")
    }
  }
}

/// How respondents are told apart.
private enum Respondents: String, CaseIterable { case named, numbered }

/// What the units are.
private enum Units: String, CaseIterable { case named, respondents }

/// What a field may refer to.
struct KnownNames {
  var indices: [String]
  var groups: [String]
  var missingValues: [String]
}

extension Index {
  init(reading reader: SettingsReader) {
    let name = reader.text("name")
    let label = reader.localText("label")
    let kind: Kind = reader.choice("kind")
    let usual: Wish = kind == .maturity ? .better : kind == .consequence ? .worse : .neither
    self.init(
      name: name, label: label, about: reader.localText("about", default: label), kind: kind,
      higher: reader.choice("higher", default: usual), parts: reader.texts("of"))
  }
}

extension MultiSelect {
  init(reading reader: SettingsReader) {
    let name = reader.text("name")
    let text = reader.localText("text")
    let label = reader.localText("label", default: text)
    let joiner = reader.text("joiner", default: ",")
    self.init(
      name: name, text: text, label: label, blank: reader.choice("blank", default: .missing),
      column: reader.text("column", default: nil), joiner: joiner, other: reader.text("other", default: nil))
    if joiner.isEmpty {
      reader.reject(
        "joiner", rule: "wrong-value", value: joiner, message: "'joiner' must be at least one character",
        mend: "write what stands between two choices, such as ',' or ';'")
    }
  }
}
