public import Texts

/// The self-scan: the questions that one person answers, and how often the types that follow are right.
public struct SelfScanFacts: Hashable, Sendable {
  /// A question.
  public struct Question: Hashable, Sendable {
    /// An answer that can be chosen.
    public struct Answer: Hashable, Sendable {
      /// The number that stands for it.
      public var value: String
      /// What readers call it.
      public var label: Wording

      /// Creates an answer.
      public init(value: String, label: Wording) {
        self.value = value
        self.label = label
      }
    }

    /// The name in the codebook.
    public var name: String
    /// The question as it was put in the survey.
    public var text: Wording
    /// The answers to choose from; empty for a question after a number.
    public var answers: [Answer]
    /// The least number that can be answered, if there is one.
    public var least: Double?
    /// The greatest number that can be answered, if there is one.
    public var greatest: Double?

    /// Creates a question.
    public init(name: String, text: Wording, answers: [Answer], least: Double? = nil, greatest: Double? = nil) {
      self.name = name
      self.text = text
      self.answers = answers
      self.least = least
      self.greatest = greatest
    }
  }

  /// A unit that can be picked from the list.
  public struct Unit: Hashable, Sendable {
    /// Its position among the units of the model.
    public var position: Int
    /// The name.
    public var name: String

    /// Creates a unit.
    public init(position: Int, name: String) {
      self.position = position
      self.name = name
    }
  }

  /// How often the scan was right with what it said with some chance.
  public struct Band: Hashable, Sendable {
    /// The least chance of the band.
    public var from: Double
    /// The number of respondents.
    public var respondents: Int
    /// The share of them of whom the type with the highest chance is that of their unit.
    public var held: Double

    /// Creates a band.
    public init(from: Double, respondents: Int, held: Double) {
      self.from = from
      self.respondents = respondents
      self.held = held
    }
  }

  /// The questions, the one that tells most first.
  public var questions: [Question]
  /// The units in the order of the list; none without a register.
  public var units: [Unit]
  /// The model as JSON in one line: what the page computes with, and the command with it.
  public var model: String
  /// The number of respondents that the model was made from.
  public var respondents: Int
  /// The share of right guesses by a model made without the respondent.
  public var leftOut: Double
  /// The same by a model made without anybody of the respondent's unit.
  public var unitLeftOut: Double
  /// The same with the register alone; `nil` without a register.
  public var registerAlone: Double?
  /// The share of the type that most respondents are in.
  public var largest: Double
  /// How many times wider one person's answers spread within a type than the means of units.
  public var spread: Double
  /// What became of what was said, by how surely it was said; the least sure first.
  public var bands: [Band]

  /// Creates the facts.
  public init(
    questions: [Question], units: [Unit], model: String, respondents: Int, leftOut: Double, unitLeftOut: Double,
    registerAlone: Double?, largest: Double, spread: Double, bands: [Band]
  ) {
    self.questions = questions
    self.units = units
    self.model = model
    self.respondents = respondents
    self.leftOut = leftOut
    self.unitLeftOut = unitLeftOut
    self.registerAlone = registerAlone
    self.largest = largest
    self.spread = spread
    self.bands = bands
  }
}
