import Diagnostics
import Settings

/// The types of a table schema that a survey can hold.
private enum FieldType: String, CaseIterable {
  case string, integer, number, boolean, date, datetime
}

extension Question {
  init(reading reader: SettingsReader, known: KnownNames) {
    let name = reader.text("name")
    let title = reader.text("title", default: name)
    let type: FieldType = reader.choice("type", default: .string)
    _ = reader.text("description", default: nil)
    _ = reader.flag("categoriesOrdered", default: false)
    let text = reader.localText("koers:text", default: LocalText(nl: title, en: title))
    self.init(name: name, text: text, label: reader.localText("koers:label", default: text))
    role = reader.choice("koers:role", default: .answer)
    readMeaning(reader, known)
    readValues(reader, type, known)
    kind = Self.kind(type, categories: categories)
    readConstraints(reader)
    refuseWrongTime(reader)
    published = reader.sections("koers:published") { PublishedFigure(reading: $0, options: isOption) }
    refuseUnknownCodes(reader)
    if kind == .text, role == .answer, publish {
      reader.reject(
        "koers:publish", rule: "publishes-free-text", value: name,
        message: "'\(name)' is free text, which is never published", mend: "remove 'koers:publish', or give categories")
    }
  }

  private mutating func readMeaning(_ reader: SettingsReader, _ known: KnownNames) {
    index = reader.text("koers:index", default: nil)
    refuseUnknown(index, "koers:index", "index", among: known.indices, reader)
    direction = reader.choice("koers:direction", default: .positive)
    group = reader.text("koers:group", default: nil)
    refuseUnknown(group, "koers:group", "multi-select", among: known.groups, reader)
    publish = reader.flag("koers:publish", default: false)
    column = reader.text("koers:column", default: nil)
    optionText = reader.text("koers:option", default: nil)
    if reader.node("koers:shown-if") != nil {
      shownIf = reader.section("koers:shown-if") { inner in
        ShownIf(question: inner.text("question"), answers: inner.texts("is"))
      }
    }
    refused = reader.texts("koers:refused")
    notShown = reader.texts("koers:not-shown")
    excluding = reader.texts("koers:excluding")
  }

  private mutating func readValues(_ reader: SettingsReader, _ type: FieldType, _ known: KnownNames) {
    missingValues = reader.node("missingValues") == nil ? known.missingValues : reader.texts("missingValues")
    if !missingValues.contains("") { missingValues.append("") }
    let isScale = type == .integer
    categories = reader.sections("categories") { Category(reading: $0, isScale: isScale) }
    if reader.node("trueValues") != nil { trueValues = reader.texts("trueValues") }
    if reader.node("falseValues") != nil { falseValues = reader.texts("falseValues") }
    numberStyle = NumberStyle.Wish(reading: reader)
    if let mark = numberStyle.decimal { decimalMark = mark }
    bareNumber = reader.flag("bareNumber", default: true)
    unitText = reader.text("koers:unit", default: nil)
    readFormat(reader, type)
    if group != nil, type != .boolean {
      reader.reject(
        "type", rule: "option-not-boolean", value: type.rawValue,
        message: "'\(name)' is an option of the multi-select '\(group ?? "")', and its type is \(type.rawValue)",
        mend: "write 'type: boolean' with 'trueValues' and 'falseValues'")
    }
  }

  private mutating func readFormat(_ reader: SettingsReader, _ type: FieldType) {
    guard let format = reader.text("format", default: nil), format != "default" else { return }
    dateFormat = format
    guard type == .date || type == .datetime else {
      dateFormat = nil
      return
    }
    if DateFormat(format) == nil {
      reader.reject(
        "format", rule: "wrong-value", value: format, message: "'\(format)' is no pattern of a day",
        mend: "write a pattern such as '%d-%m-%Y' or '%d/%m/%Y %H:%M'")
    }
  }

  private mutating func readConstraints(_ reader: SettingsReader) {
    let bounds = reader.section("constraints") { inner -> (required: Bool, minimum: Double?, maximum: Double?) in
      constraints = Constraints(reading: inner)
      return (
        inner.flag("required", default: false),
        inner.node("minimum") == nil ? nil : inner.number("minimum"),
        inner.node("maximum") == nil ? nil : inner.number("maximum")
      )
    }
    required = bounds.required || role == .respondent || role == .unit
    minimum = bounds.minimum
    maximum = bounds.maximum
    if let minimum, let maximum, minimum > maximum {
      reader.reject(
        "constraints", rule: "empty-range", value: name,
        message: "the minimum of '\(name)' is greater than its maximum", mend: "exchange the two")
    }
  }

  private static func kind(_ type: FieldType, categories: [Category]) -> Kind {
    switch type {
    case .string: categories.isEmpty ? .text : .category
    case .integer: categories.isEmpty ? .integer : .scale
    case .number: .number
    case .boolean: .boolean
    case .date: .date
    case .datetime: .moment
    }
  }

  private func refuseUnknown(
    _ value: String?, _ key: String, _ what: String, among known: [String], _ reader: SettingsReader
  ) {
    guard let value, !known.contains(value) else { return }
    var mend = "declare it under '\(key == "koers:index" ? "koers:indices" : "koers:groups")', or correct the name"
    if let meant = suggestion(for: value, among: known) { mend = "did you mean '\(meant)'?" }
    reader.reject(
      key, rule: "unknown-\(what)", value: value,
      message: "'\(name)' belongs to the \(what) '\(value)', which the codebook does not declare", mend: mend)
  }

  /// Refuses a field for measuring time that holds no time.
  private func refuseWrongTime(_ reader: SettingsReader) {
    let wanted: String
    switch role {
    case .started where kind != .moment: wanted = "datetime"
    case .duration where kind != .number && kind != .integer: wanted = "number"
    default: return
    }
    reader.reject(
      "type", rule: "wrong-time", value: name,
      message: "'\(name)' has the role '\(role.rawValue)', and is a \(kind.rawValue)",
      mend: "write 'type: \(wanted)'")
  }

  private func refuseUnknownCodes(_ reader: SettingsReader) {
    guard !categories.isEmpty else { return }
    let codes = categories.map(\.value)
    var seen: Set<String> = []
    for code in codes where !seen.insert(code).inserted {
      reader.reject(
        "categories", rule: "duplicate-category", value: code,
        message: "'\(name)' has the category '\(code)' twice", mend: "remove one of the two")
    }
    for figure in published {
      for answer in figure.answers where !codes.contains(answer) {
        reader.reject(
          "koers:published", rule: "unknown-category", value: answer,
          message: "a published figure of '\(name)' counts the answer '\(answer)', which is no category",
          mend: "use one of: " + codes.joined(separator: ", "))
      }
    }
  }
}

extension Category {
  init(reading reader: SettingsReader, isScale: Bool) {
    let value = reader.text("value")
    let plain = reader.text("label", default: value)
    let label = reader.localText("koers:label", default: LocalText(nl: plain, en: plain))
    var number: Double? = isScale ? Double(value) : nil
    if isScale, Int(value) == nil {
      reader.reject(
        "value", rule: "wrong-value", value: value, message: "a category of an integer field must be a whole number",
        mend: "write a whole number, or make the field a string")
    }
    if reader.node("koers:number") != nil { number = reader.number("koers:number") }
    self.init(value: value, label: label, number: number, also: reader.texts("koers:also"))
  }
}

extension PublishedFigure {
  init(reading reader: SettingsReader, options: Bool) {
    let answers = reader.texts("answers")
    self.init(
      percent: reader.number("percent", in: 0...100), answers: answers, words: reader.localText("words"),
      wave: reader.text("wave", default: nil))
    if answers.isEmpty, !options {
      reader.reject(
        "answers", rule: "missing-key", message: "a published figure must say which answers it counts",
        mend: "add 'answers:', for example 'answers: [4, 5]'")
    }
  }
}
