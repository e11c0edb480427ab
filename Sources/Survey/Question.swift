public import Settings

/// One column of a survey: what was asked, how it is written in the file, and what may be done with it.
public struct Question: Hashable, Sendable {
  /// What the cells of a question hold.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Free text.
    case text
    /// One code of a list without order.
    case category
    /// One whole number of an ordered list, as a Likert item.
    case scale
    /// A whole number.
    case integer
    /// A number.
    case number
    /// True or false; an option of a multi-select when the question has a group.
    case boolean
    /// A day.
    case date
    /// A day with a time, kept as ISO text.
    case moment
  }

  /// What a question is for.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// The name of the respondent's record, unique within the wave.
    case respondent
    /// The moment at which answering began; used to measure time, and not kept.
    case started
    /// The seconds that answering took; used to measure time, and not kept.
    case duration
    /// The moment of submission.
    case submitted
    /// The unit that the respondent belongs to, as typed.
    case unit
    /// The respondent's function.
    case function
    /// The policy field that the respondent works in.
    case field
    /// An answer like any other.
    case answer
  }

  /// Which way a high value points.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// High is high on the index.
    case positive
    /// High is low on the index: the value is reversed.
    case negative
  }

  /// The name of the column.
  public var name: String
  /// The question as it was put to the respondent.
  public var text: LocalText
  /// A few words for tables and figures; the question itself when none were given.
  public var label: LocalText
  /// What the cells hold.
  public var kind: Kind
  /// What the question is for.
  public var role: Role
  /// The index that the question is an item of.
  public var index: String?
  /// Which way a high value points on the index.
  public var direction: Direction
  /// The multi-select that the question is an option of.
  public var group: String?
  /// Whether figures about this question may be published; a free text never is.
  public var publish: Bool
  /// Whether a record without this answer is quarantined.
  public var required: Bool
  /// The least value allowed.
  public var minimum: Double?
  /// The greatest value allowed.
  public var maximum: Double?
  /// The values allowed, in the order of the questionnaire; empty when any value is.
  public var categories: [Category]
  /// The texts that stand for no answer; always the empty text too.
  public var missingValues: [String]
  /// The codes that stand for a refusal or "don't know".
  public var refused: [String]
  /// The codes that say that the question was not shown.
  public var notShown: [String]
  /// The codes that keep a record out of the wave, such as "no consent".
  public var excluding: [String]
  /// The texts for true, of a boolean.
  public var trueValues: [String]
  /// The texts for false, of a boolean.
  public var falseValues: [String]
  /// The character between whole and fraction, of a number.
  public var decimalMark: Character
  /// How the numbers are written as far as the codebook says so; the rest is found out from the file.
  public var numberStyle: NumberStyle.Wish
  /// Whether numbers stand alone in their cells; otherwise what surrounds them is left out.
  public var bareNumber = true
  /// What a number counts, for readers.
  public var unitText: String?
  /// The pattern of days and moments; the ISO way when `nil`.
  public var dateFormat: String?
  /// The name of the column in the file, when it is not the name of the question.
  public var column: String?
  /// How the choice is written in a cell that holds several, or in a column of its own.
  public var optionText: String?
  /// When the question was shown; always when `nil`.
  public var shownIf: ShownIf?
  /// What was published about this question before.
  public var published: [PublishedFigure]
  /// What is asked of the answers beside their type.
  public var constraints = Constraints()

  /// Whether the answers are kept in the wave: the respondent and the unit stand beside it, and times only measure.
  public var isKept: Bool { ![.respondent, .unit, .started, .duration].contains(role) }

  /// Whether a file may lack the column: not every tool tells how long answering took.
  public var isOptional: Bool { role == .started || role == .duration }

  /// Whether the question is an option of a multi-select.
  public var isOption: Bool { group != nil }

  /// The category of a code.
  public func category(_ value: String) -> Category? { categories.first { $0.value == value } }

  /// Creates a question that holds free text; everything else has a default.
  public init(
    name: String, text: LocalText, label: LocalText? = nil, kind: Kind = .text, role: Role = .answer,
    index: String? = nil, direction: Direction = .positive, group: String? = nil, publish: Bool = false,
    required: Bool = false, minimum: Double? = nil, maximum: Double? = nil, categories: [Category] = [],
    missingValues: [String] = [""], refused: [String] = [], notShown: [String] = [], excluding: [String] = [],
    trueValues: [String] = ["true", "1"], falseValues: [String] = ["false", "0"], decimalMark: Character = ".",
    published: [PublishedFigure] = []
  ) {
    self.name = name
    self.text = text
    self.label = label ?? text
    self.kind = kind
    self.role = role
    self.index = index
    self.direction = direction
    self.group = group
    self.publish = publish
    self.required = required
    self.minimum = minimum
    self.maximum = maximum
    self.categories = categories
    self.missingValues = missingValues
    self.refused = refused
    self.notShown = notShown
    self.excluding = excluding
    self.trueValues = trueValues
    self.falseValues = falseValues
    self.decimalMark = decimalMark
    numberStyle = NumberStyle.Wish(decimal: decimalMark, group: Optional.some(.none))
    self.published = published
  }
}

/// When a question was shown: when another was answered in one of some ways.
public struct ShownIf: Hashable, Sendable {
  /// The name of the other question.
  public var question: String
  /// The answers to it, as its cells hold them.
  public var answers: [String]

  /// Creates a condition.
  public init(question: String, answers: [String]) {
    self.question = question
    self.answers = answers
  }
}

/// One value that a question allows.
public struct Category: Hashable, Sendable {
  /// The code in the file.
  public var value: String
  /// What the code stands for.
  public var label: LocalText
  /// The number that estimates use; the code itself on a scale, `nil` when the value is no quantity.
  public var number: Double?
  /// Other texts that stand for the same answer.
  public var also: [String]

  /// Creates a category.
  public init(value: String, label: LocalText, number: Double? = nil, also: [String] = []) {
    self.value = value
    self.label = label
    self.number = number
    self.also = also
  }
}

/// A figure that was published about a question, in the words in which it was published.
public struct PublishedFigure: Hashable, Sendable {
  /// The percentage.
  public var percent: Double
  /// The codes that count as this answer; one means the option was chosen.
  public var answers: [String]
  /// The words of the publication, with an English translation.
  public var words: LocalText
  /// The wave that it was published about; `nil` for every wave.
  public var wave: String?

  /// Creates a figure.
  public init(percent: Double, answers: [String], words: LocalText, wave: String? = nil) {
    self.wave = wave
    self.percent = percent
    self.answers = answers
    self.words = words
  }
}
