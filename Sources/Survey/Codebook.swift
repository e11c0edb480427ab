public import Settings

/// Everything that is known about the columns of a survey before the first answer is read.
///
/// A codebook is a table schema (Data Package v2) with keys of our own under the prefix `koers:`.
public struct Codebook: Hashable, Sendable {
  /// What to do with a column that the codebook does not know.
  public enum Others: String, Hashable, Sendable, CaseIterable {
    /// The column is an error.
    case error
    /// The column is left out, with a note.
    case ignore
  }

  /// Which record counts when a respondent has more than one.
  public enum DuplicateRule: String, Hashable, Sendable, CaseIterable {
    /// The one with the most answers, and of these the latest.
    case mostComplete = "most-complete"
    /// The one that comes first in the file.
    case first
    /// The one that comes last in the file.
    case last
    /// The latest of those with enough answers to be used; of none, the one with the most answers.
    case latestComplete = "latest-complete"
    /// All together: of each question the latest answer, and where that is missing an earlier one.
    case merge
  }

  /// What the units of analysis are.
  public enum Units: String, Hashable, Sendable, CaseIterable {
    /// What a field names: the one with the role of the unit.
    case named
    /// The respondents themselves.
    case respondents
  }

  /// How the respondents are called.
  public enum Respondents: String, Hashable, Sendable, CaseIterable {
    /// As a field says: the one with the role of the respondent.
    case named
    /// By the numbers of their records, when the file does not tell them apart.
    case numbered
  }

  /// The name of the codebook.
  public var name: String
  /// What readers call the survey.
  public var title: LocalText
  /// The questions, in the order of the codebook.
  public var questions: [Question]
  /// The indices, in the order of the codebook.
  public var indices: [Index]
  /// The multi-selects, in the order of the codebook.
  public var groups: [MultiSelect]
  /// What to do with unknown columns.
  public var others: Others
  /// Which record of a respondent counts.
  public var duplicates: DuplicateRule
  /// The least share of the closed questions that a respondent must have answered to be used.
  public var leastAnswered: Double
  /// What the units of analysis are.
  public var units: Units
  /// How the respondents are called.
  public var respondents: Respondents
  /// The checks of the answers, in the order of the codebook.
  public var checks: [Check]
  /// Which signs of careless answering are looked for.
  public var careless: CarelessRules
  /// How the survey files are written.
  public var dialect = Dialect()

  /// Creates a codebook from its parts.
  public init(
    name: String, title: LocalText, questions: [Question], indices: [Index] = [], groups: [MultiSelect] = [],
    others: Others = .error, duplicates: DuplicateRule = .mostComplete, leastAnswered: Double = 0.5,
    units: Units = .named, respondents: Respondents = .named,
    checks: [Check] = [], careless: CarelessRules = CarelessRules()
  ) {
    self.name = name
    self.title = title
    self.questions = questions
    self.indices = indices
    self.groups = groups
    self.others = others
    self.duplicates = duplicates
    self.leastAnswered = leastAnswered
    self.units = units
    self.respondents = respondents
    self.checks = checks
    self.careless = careless
  }

  /// Returns the question of a column.
  public subscript(name: String) -> Question? { questions.first { $0.name == name } }

  /// Returns the index of a name.
  public func index(_ name: String) -> Index? { indices.first { $0.name == name } }

  /// Returns the group of a name.
  public func group(_ name: String) -> MultiSelect? { groups.first { $0.name == name } }

  /// Returns the questions behind an index, in the order of the codebook: its items, and those of its parts.
  public func items(of index: String) -> [Question] {
    let names = [index] + (self.index(index)?.parts ?? [])
    return questions.filter { question in question.index.map(names.contains) ?? false }
  }

  /// Returns the options of a multi-select, in the order of the codebook.
  public func options(of group: String) -> [Question] { questions.filter { $0.group == group } }

  /// Returns the first question with a role.
  public func question(for role: Question.Role) -> Question? { questions.first { $0.role == role } }
}
