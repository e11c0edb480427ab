public import Diagnostics
public import Settings

/// Where a value of each unit comes from.
///
/// Written as `index.NAME`, `question.NAME`, `group.NAME` or `register.NAME`.
public enum ValueSource: Hashable, Sendable {
  /// The mean of an index over the respondents of the unit.
  case index(String)
  /// The mean answer to a question, or the share that gave certain answers.
  case question(String)
  /// The shares that chose each of the options of a multi-select.
  case group(String)
  /// An attribute of the unit in the register.
  case register(String)

  /// Creates a source from its text, or `nil` when the text does not begin with one of the four kinds.
  public init?(_ text: String) {
    guard let point = text.firstIndex(of: ".") else { return nil }
    let name = String(text[text.index(after: point)...])
    if name.isEmpty { return nil }
    switch text[..<point] {
    case "index": self = .index(name)
    case "question": self = .question(name)
    case "group": self = .group(name)
    case "register": self = .register(name)
    default: return nil
    }
  }

  /// The source as it is written.
  public var text: String {
    switch self {
    case .index(let name): "index." + name
    case .question(let name): "question." + name
    case .group(let name): "group." + name
    case .register(let name): "register." + name
    }
  }
}

/// The names that sources can refer to.
public struct KnownSources: Hashable, Sendable {
  /// A question that a source can refer to.
  public struct Question: Hashable, Sendable {
    /// The name.
    public var name: String
    /// Whether its answers are numbers with a mean.
    public var isNumber: Bool
    /// The codes whose share can be taken; empty when any can.
    public var codes: [String]

    /// Creates a question.
    public init(_ name: String, isNumber: Bool = true, codes: [String] = []) {
      self.name = name
      self.isNumber = isNumber
      self.codes = codes
    }
  }

  /// The names of the indices of the codebook.
  public var indices: [String]
  /// The questions of the codebook that hold numbers or categories.
  public var questions: [Question]
  /// The names of the multi-selects of the codebook.
  public var groups: [String]
  /// The attributes of the register; `nil` without a register.
  public var register: [String]?

  /// Creates a list of names.
  public init(indices: [String], questions: [Question], groups: [String] = [], register: [String]?) {
    self.indices = indices
    self.questions = questions
    self.groups = groups
    self.register = register
  }

  /// Returns an error when a source does not exist or cannot give numbers, or nothing when it can.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - share: The codes whose share is wanted; empty for the mean.
  ///   - subject: What refers to it: `feature 'goal'`.
  ///   - place: Where it is written.
  /// - Returns: The error, if any.
  public func finding(on source: ValueSource, share: [String] = [], of subject: String, at place: Place) -> Finding? {
    func error(_ rule: String, _ message: String, _ mend: String) -> Finding {
      Finding(.error, rule: rule, at: place, value: source.text, message: "\(subject) \(message)", mend: mend)
    }
    switch source {
    case .index(let name):
      return indices.contains(name) ? nil : unknown(name, "index", indices, error)
    case .question(let name):
      guard let question = questions.first(where: { $0.name == name }) else {
        return unknown(name, "question", questions.map(\.name), error)
      }
      return unusable(question, share, error)
    case .group(let name):
      return groups.contains(name) ? nil : unknown(name, "group", groups, error)
    case .register(let name):
      if let register { return register.contains(name) ? nil : unknown(name, "register", register, error) }
      return error(
        "no-register", "takes '\(source.text)', but this pipeline has no register",
        "add 'register:' to the pipeline, or remove the source")
    }
  }

  private func unknown(
    _ name: String, _ kind: String, _ known: [String], _ error: (String, String, String) -> Finding
  ) -> Finding {
    var mend = known.isEmpty ? "there is no \(kind) to choose from" : "use one of: " + known.joined(separator: ", ")
    if let meant = suggestion(for: name, among: known) {
      mend = "did you mean '\(kind).\(meant)'?"
    } else if let other = elsewhere(name) {
      mend = "did you mean '\(other)'?"
    }
    return error("unknown-source", "takes '\(kind).\(name)', which does not exist", mend)
  }

  private func unusable(
    _ question: Question, _ share: [String], _ error: (String, String, String) -> Finding
  ) -> Finding? {
    if share.isEmpty, !question.isNumber {
      return error(
        "no-mean", "takes the mean of 'question.\(question.name)', whose answers are no numbers",
        "add 'share:' with the answers to count: " + question.codes.joined(separator: ", "))
    }
    if question.codes.isEmpty { return nil }
    guard let code = share.first(where: { !question.codes.contains($0) }) else { return nil }
    let meant = suggestion(for: code, among: question.codes)
    return error(
      "unknown-answer", "takes the share of '\(code)', which is no answer to 'question.\(question.name)'",
      meant.map { "did you mean '\($0)'?" } ?? "use one of: " + question.codes.joined(separator: ", "))
  }

  private func elsewhere(_ name: String) -> String? {
    if indices.contains(name) { return "index." + name }
    if questions.contains(where: { $0.name == name }) { return "question." + name }
    if groups.contains(name) { return "group." + name }
    if register?.contains(name) == true { return "register." + name }
    return nil
  }
}

extension SettingsReader {
  /// Returns the source that a key names, or `nil` beside a finding when it is missing or names none.
  ///
  /// - Parameter key: The key, whose text is `index.NAME`, `question.NAME`, `group.NAME` or `register.NAME`.
  /// - Returns: The source.
  public func valueSource(_ key: String) -> ValueSource? {
    let text = text(key)
    if text.isEmpty { return nil }
    if let source = ValueSource(text) { return source }
    reject(
      key, rule: "wrong-source", value: text, message: "'\(subject).\(key)' is \"\(text)\", which names no source",
      mend: "write index.NAME, question.NAME, group.NAME or register.NAME")
    return nil
  }
}
