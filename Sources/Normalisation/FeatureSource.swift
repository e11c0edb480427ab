public import Diagnostics

/// Where a feature's value of each unit comes from.
///
/// Written as `index.NAME`, `question.NAME` or `register.NAME`.
public enum FeatureSource: Hashable, Sendable {
  /// The mean of an index over the respondents of the unit.
  case index(String)
  /// The mean answer to a question, or the share that gave certain answers.
  case question(String)
  /// An attribute of the unit in the register.
  case register(String)

  /// Creates a source from its text, or `nil` when the text does not begin with one of the three kinds.
  public init?(_ text: String) {
    guard let point = text.firstIndex(of: ".") else { return nil }
    let name = String(text[text.index(after: point)...])
    if name.isEmpty { return nil }
    switch text[..<point] {
    case "index": self = .index(name)
    case "question": self = .question(name)
    case "register": self = .register(name)
    default: return nil
    }
  }

  /// The source as it is written.
  public var text: String {
    switch self {
    case .index(let name): "index." + name
    case .question(let name): "question." + name
    case .register(let name): "register." + name
    }
  }
}

/// The names that sources can refer to.
public struct KnownSources: Hashable, Sendable {
  /// The names of the indices of the codebook.
  public var indices: [String]
  /// The names of the questions of the codebook that hold numbers or categories.
  public var questions: [String]
  /// The attributes of the register; `nil` without a register.
  public var register: [String]?

  /// Creates a list of names.
  public init(indices: [String], questions: [String], register: [String]?) {
    self.indices = indices
    self.questions = questions
    self.register = register
  }

  /// Returns an error when a source does not exist, or nothing when it does.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - subject: What refers to it: `feature 'goal'`.
  ///   - place: Where it is written.
  public func finding(on source: FeatureSource, of subject: String, at place: Place) -> Finding? {
    let (kind, name, known): (String, String, [String])
    switch source {
    case .index(let index): (kind, name, known) = ("index", index, indices)
    case .question(let question): (kind, name, known) = ("question", question, questions)
    case .register(let attribute):
      guard let register else {
        return Finding(
          .error, rule: "no-register", at: place, value: source.text,
          message: "\(subject) takes '\(source.text)', but this pipeline has no register",
          mend: "add 'register:' to the pipeline, or remove the source")
      }
      (kind, name, known) = ("register", attribute, register)
    }
    if known.contains(name) { return nil }
    var mend = known.isEmpty ? "there is no \(kind) to choose from" : "use one of: " + known.joined(separator: ", ")
    if let meant = suggestion(for: name, among: known) {
      mend = "did you mean '\(kind).\(meant)'?"
    } else if let other = elsewhere(name) {
      mend = "did you mean '\(other)'?"
    }
    return Finding(
      .error, rule: "unknown-source", at: place, value: source.text,
      message: "\(subject) takes '\(source.text)', which does not exist", mend: mend)
  }

  private func elsewhere(_ name: String) -> String? {
    if indices.contains(name) { return "index." + name }
    if questions.contains(name) { return "question." + name }
    if register?.contains(name) == true { return "register." + name }
    return nil
  }
}
