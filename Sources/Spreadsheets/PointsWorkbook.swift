import Files
public import Tables

/// A workbook in which people divide points, a sheet each.
///
/// Each has a sheet alone, because who sees what others gave tends to give the same; a sheet is also what fits a small
/// screen and one page of paper. The first sheet says how it is done. Cells for points take numbers within bounds; all other
/// cells are locked, without a password. Below the points stands what is still to be divided.
///
/// What the program needs to read the points back stands in a hidden sheet and a hidden column: see ``PointsSheets``. So a
/// sheet that got another name, or a row that was moved, is still known.
public struct PointsWorkbook: Hashable, Sendable {
  /// A thing that gets points.
  public struct Row: Hashable, Sendable {
    /// By which it is known when the points are read back.
    public var key: String
    /// What people call it.
    public var label: String
    /// What it means.
    public var explanation: String
    /// The points that it has now.
    public var present: Double

    /// Creates a row.
    public init(key: String, label: String, explanation: String, present: Double) {
      self.key = key
      self.label = label
      self.explanation = explanation
      self.present = present
    }
  }

  /// The words of the sheets, in the language of the reader.
  public struct Words: Hashable, Sendable {
    /// The name of the first sheet.
    public var about: String
    /// What stands on the first sheet, a line each.
    public var lines: [String]
    /// The title of the sheet of a person.
    public var heading: String
    /// What is asked, in one line above the points.
    public var task: String
    /// The heads of the columns: what gets points, the points, the present points, what it means.
    public var heads: [String]
    /// The name of the row of sums.
    public var sum: String
    /// What stands beside the sum.
    public var balance: Balance
    /// What is shown beside a cell for points.
    public var prompt: Message
    /// What is shown when something else was typed.
    public var refusal: Message

    /// Creates words.
    public init(
      about: String, lines: [String], heading: String, task: String, heads: [String], sum: String, balance: Balance,
      prompt: Message, refusal: Message
    ) {
      self.about = about
      self.lines = lines
      self.heading = heading
      self.task = task
      self.heads = heads
      self.sum = sum
      self.balance = balance
      self.prompt = prompt
      self.refusal = refusal
    }
  }

  /// What stands beside the sum of the points.
  public struct Balance: Hashable, Sendable {
    /// When all points are divided.
    public var right: String
    /// Before the number of points that are left.
    public var left: String
    /// Before the number of points that are too many.
    public var over: String

    /// Creates the words.
    public init(right: String, left: String, over: String) {
      self.right = right
      self.left = left
      self.over = over
    }
  }

  /// A message beside a cell.
  public struct Message: Hashable, Sendable {
    /// Its title; what goes beyond 32 characters is cut.
    public var title: String
    /// Its text; what goes beyond 255 characters is cut.
    public var text: String

    /// Creates a message.
    public init(_ title: String, _ text: String) {
      self.title = title
      self.text = text
    }
  }

  /// What the workbook is about.
  public var title: String
  /// The date that the file bears; the clock is never asked.
  public var date: CalendarDate
  /// The words.
  public var words: Words
  /// For what the points are, as the program knows it: read back unchanged.
  public var subject: [String]
  /// The people, each once.
  public var persons: [String]
  /// What gets points.
  public var rows: [Row]
  /// What the points of a person add up to.
  public var total: Double

  /// Creates a workbook.
  public init(
    title: String, date: CalendarDate, words: Words, subject: [String], persons: [String], rows: [Row], total: Double
  ) {
    self.title = title
    self.date = date
    self.words = words
    self.subject = subject
    self.persons = persons
    self.rows = rows
    self.total = total
  }
}
