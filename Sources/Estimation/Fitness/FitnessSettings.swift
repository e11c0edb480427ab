public import Diagnostics
public import Settings
public import Survey
import Tables

/// What the section `normalise.fitness` of a pipeline file says: whether the data of the units, and whether the wave
/// itself, are fit for what they are used for.
///
/// ```yaml
/// fitness:
///   data:
///     suffices: quality_for_goal
///     suffices_share: ["4", "5"]
///     goal: clear_goal
///     goal_share: ["4", "5"]
///     fit: 0.5      # more than half of those who use it say that it suffices
///   uses:
///     typology: {needs: {units: 100, coverage: 0.4}, wants: {reliability: 0.7, missing: 0.1}}
///     estimates: {by: size, needs: {n: 30}}
/// ```
public struct FitnessSettings: Hashable, Sendable {
  /// How the fitness of the units' data is asked, if it is.
  public var data: DataFitnessSettings?
  /// The uses of the wave, in the order of the file.
  public var uses: [WaveUse]

  /// Creates settings.
  public init(data: DataFitnessSettings? = nil, uses: [WaveUse] = []) {
    self.data = data
    self.uses = uses
  }

  /// Reads the key `fitness` of the section `normalise`.
  ///
  /// - Parameters:
  ///   - reader: The section `normalise`.
  ///   - classes: The names of the classifications of the pipeline.
  public init(reading reader: SettingsReader, classes: [String]) {
    self = reader.section("fitness") { reader in
      FitnessSettings(
        data: reader.optionalSection("data") { DataFitnessSettings(reading: $0) },
        uses: reader.named("uses") { WaveUse($0, reading: $1, classes: classes) }.map(\.value))
    }
  }

  /// Returns an error for each question and answer that the codebook lacks.
  public func unknownSources(in codebook: Codebook) -> [Finding] { data?.unknownSources(in: codebook) ?? [] }
}

/// Which questions tell whether the data of the units suffices for the goal that it is used for.
public struct DataFitnessSettings: Hashable, Sendable {
  /// A question with the answers that count as yes.
  public struct Source: Hashable, Sendable {
    /// The name of the question.
    public var question: String
    /// The codes that count as yes; empty for a question with yes and no, or an option.
    public var share: [String]
    /// Where the question is written.
    public var place: Place
    /// Where the codes are written.
    public var sharePlace: Place
  }

  /// The question whether the data suffices.
  public var suffices: Source
  /// The question whether there is a clear goal, if it is asked.
  public var goal: Source?
  /// The question in which policy field a respondent works; without one the question with the role `field` is taken.
  public var field: Source?
  /// The share from which on the data of a field is fit.
  public var fit: Double
  /// The share below which the data of a field is unfit.
  public var unfit: Double
  /// The least number of respondents of whom something is said.
  public var least: Int

  init(reading reader: SettingsReader) {
    func source(_ key: String) -> Source {
      Source(
        question: reader.text(key), share: reader.texts(key + "_share"), place: reader.place(of: key),
        sharePlace: reader.place(of: key + "_share"))
    }
    suffices = source("suffices")
    goal = reader.node("goal") == nil ? nil : source("goal")
    if goal == nil, reader.node("goal_share") != nil {
      reader.lack("goal", "the question of which 'goal_share' counts the answers")
    }
    field = reader.node("field").map { _ in
      Source(
        question: reader.text("field"), share: [], place: reader.place(of: "field"),
        sharePlace: reader.place(of: "field"))
    }
    fit = reader.number("fit", default: 0.5, in: 0...1)
    unfit = reader.number("unfit", default: fit, in: 0...1)
    least = reader.integer("least", default: 5, in: 2...1_000_000)
    if unfit > fit {
      reader.reject(
        "unfit", rule: "unfit-above-fit", value: plainText(unfit),
        message: "data would be unfit below \(plainText(unfit)) and fit from \(plainText(fit)) on, which overlap",
        mend: "make 'unfit' at most 'fit'")
    }
  }

  /// Returns an error for each question and answer that the codebook lacks.
  func unknownSources(in codebook: Codebook) -> [Finding] {
    var findings = unknown(suffices, "suffices", in: codebook)
    if let goal { findings += unknown(goal, "goal", in: codebook) }
    findings += unknownField(in: codebook)
    return findings
  }

  private func unknown(_ source: Source, _ key: String, in codebook: Codebook) -> [Finding] {
    let path = "normalise.fitness.data." + key
    guard let question = codebook[source.question] else {
      return [unknownQuestion(source, path, among: codebook.questions.filter(\.isMeasurable).map(\.name))]
    }
    guard question.isMeasurable else {
      return [
        Finding(
          .error, rule: "no-share", at: source.place, value: question.name,
          message: "'\(path)' names '\(question.name)', which has no answers to count",
          mend: "name a question with categories, a scale, or yes and no")
      ]
    }
    if question.kind == .boolean { return [] }
    if source.share.isEmpty {
      return [
        Finding(
          .error, rule: "no-share", at: source.place, value: question.name,
          message: "'\(path)' does not say which answers to '\(question.name)' count as yes",
          mend: "add '\(key)_share:' with some of: " + question.categories.map(\.value).joined(separator: ", "))
      ]
    }
    let codes = question.categories.map(\.value)
    return source.share.filter { !codes.isEmpty && !codes.contains($0) }.map { code in
      Finding(
        .error, rule: "unknown-answer", at: source.sharePlace, value: code,
        message: "'\(path)_share' names '\(code)', which is no answer to '\(question.name)'",
        mend: (code.count > 1 ? suggestion(for: code, among: codes) : nil).map { "did you mean '\($0)'?" }
          ?? "use some of: " + codes.joined(separator: ", "))
    }
  }

  private func unknownField(in codebook: Codebook) -> [Finding] {
    let path = "normalise.fitness.data.field"
    guard let field else {
      if codebook.question(for: .field) != nil { return [] }
      return [
        Finding(
          .error, rule: "no-field", at: suffices.place,
          message: "'normalise.fitness.data' names no field, and no question of the codebook has the role 'field'",
          mend: "add 'field:' with the question in which field a respondent works")
      ]
    }
    guard let question = codebook[field.question] else {
      return [unknownQuestion(field, path, among: codebook.questions.filter { $0.kind == .category }.map(\.name))]
    }
    if question.kind == .category { return [] }
    return [
      Finding(
        .error, rule: "no-categories", at: field.place, value: question.name,
        message: "'\(path)' names '\(question.name)', which has no categories to tell respondents apart by",
        mend: "name a question with categories")
    ]
  }

  private func unknownQuestion(_ source: Source, _ path: String, among known: [String]) -> Finding {
    Finding(
      .error, rule: "unknown-question", at: source.place, value: source.question,
      message: "'\(path)' names '\(source.question)', which is no question of the codebook",
      mend: suggestion(for: source.question, among: known).map { "did you mean '\($0)'?" }
        ?? "use one of: " + known.joined(separator: ", "))
  }
}
