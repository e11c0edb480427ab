public import Texts

/// What an accessibility statement rests on: what an organisation says, what people examined, and which checks ran.
///
/// The status is never told; it follows from the rest, see ``AccessibilityStatus``. Dates are in the form `2020-07-01`.
public struct AccessibilityFacts: Hashable, Sendable {
  /// Who makes the statement.
  public var organisation: Wording
  /// What the statement is about, when that is more than this publication.
  public var scope: Wording?
  /// The address for remarks by electronic mail.
  public var contact: String
  /// Within how many working days a remark is answered.
  public var answerWithin: Int
  /// The day on which the statement was drawn up.
  public var date: String
  /// The office of the person who answers for it.
  public var signedBy: Wording
  /// The examination by people of every requirement, if there was one.
  public var evaluation: Evaluation?
  /// The day for which such an examination is planned, if it is.
  public var planned: String?
  /// What the organisation does to keep its publications accessible.
  public var measures: [Wording]
  /// What is known not to be accessible.
  public var deviations: [Deviation]
  /// The checks that a program made of the pages, if it did.
  public var checks: Checks?

  /// Creates the facts of a statement.
  public init(
    organisation: Wording, scope: Wording? = nil, contact: String, answerWithin: Int, date: String, signedBy: Wording,
    evaluation: Evaluation? = nil, planned: String? = nil, measures: [Wording] = [], deviations: [Deviation] = [],
    checks: Checks? = nil
  ) {
    self.organisation = organisation
    self.scope = scope
    self.contact = contact
    self.answerWithin = answerWithin
    self.date = date
    self.signedBy = signedBy
    self.evaluation = evaluation
    self.planned = planned
    self.measures = measures
    self.deviations = deviations
    self.checks = checks
  }

  /// An examination by people of all requirements of the law.
  public struct Evaluation: Hashable, Sendable {
    /// The number of success criteria of levels A and AA of WCAG 2.1, which the law asks.
    public static let requirements = 50
    /// Who examined.
    public var by: Wording
    /// When that was finished.
    public var date: String
    /// How many of the requirements were met.
    public var met: Int
    /// The address of the report, if it can be read.
    public var report: String?

    /// Creates an evaluation.
    public init(by: Wording, date: String, met: Int, report: String? = nil) {
      self.by = by
      self.date = date
      self.met = met
      self.report = report
    }
  }

  /// Something that is not accessible, and what is done about it.
  public struct Deviation: Hashable, Sendable {
    /// The number of the success criterion: `1.4.10`.
    public var criterion: String
    /// What is wrong, why, what that means for readers, what they can do instead, and what will be done.
    public var what, cause, effect, alternative, measure: Wording
    /// The day by which it will be done.
    public var until: String
    /// The checks whose findings are meant: `reflow`.
    public var checks: [String]

    /// Creates a deviation.
    public init(
      criterion: String, what: Wording, cause: Wording, effect: Wording, alternative: Wording, measure: Wording,
      until: String, checks: [String] = []
    ) {
      self.criterion = criterion
      self.what = what
      self.cause = cause
      self.effect = effect
      self.alternative = alternative
      self.measure = measure
      self.until = until
      self.checks = checks
    }
  }

  /// The checks that a program made, as their summary tells.
  public struct Checks: Hashable, Sendable {
    /// The program that had made the pages: `Koers 0.6.0`; `nil` when these did not all say the same.
    public var program: String?
    /// The names of the pages that were checked, in each language.
    public var pages: [Language: [String]]
    /// The checks, in the order of the summary.
    public var runs: [Run]

    /// Creates checks.
    public init(program: String?, pages: [Language: [String]], runs: [Run]) {
      self.program = program
      self.pages = pages
      self.runs = runs
    }
  }

  /// One check.
  public struct Run: Hashable, Sendable {
    /// The name of the check: `reflow`.
    public var id: String
    /// The tool, with its version.
    public var tool: String
    /// How many pages and other files were looked at.
    public var checked: Int
    /// The widths of the window, in pixels.
    public var widths: [Int]
    /// The rules on which the tool could not decide everywhere, each with the number of pages.
    public var undecided: [Undecided]
    /// What was found.
    public var findings: [Found]

    /// Creates a check.
    public init(
      id: String, tool: String, checked: Int, widths: [Int] = [], undecided: [Undecided] = [],
      findings: [Found] = []
    ) {
      self.id = id
      self.tool = tool
      self.checked = checked
      self.widths = widths
      self.undecided = undecided
      self.findings = findings
    }
  }

  /// A rule on which a tool could not decide everywhere, so that people must look.
  public struct Undecided: Hashable, Sendable {
    /// The name of the rule: `color-contrast`.
    public var rule: String
    /// The number of pages with such a place.
    public var pages: Int

    /// Creates a rule with its pages.
    public init(rule: String, pages: Int) {
      self.rule = rule
      self.pages = pages
    }
  }

  /// Something that a check found.
  public struct Found: Hashable, Sendable {
    /// The page: `nl/index.html`.
    public var page: String
    /// What is wrong, in the words of the tool.
    public var what: String

    /// Creates a finding.
    public init(page: String, what: String) {
      self.page = page
      self.what = what
    }
  }
}
