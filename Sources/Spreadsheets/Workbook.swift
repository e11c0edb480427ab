public import Diagnostics
import Files
public import Tables

/// Tables as one file that spreadsheet programs open (Office Open XML, `.xlsx`), a sheet each.
///
/// Every sheet of a table has its title in the first row, the names of the columns in the second, and a row of the table
/// in each from the third on. Numbers, whole numbers, truth values and dates are cells of their own type; a missing value
/// is an empty cell. A text is always a text: what begins with `=`, `+`, `-` or `@` is written as a string, which a
/// spreadsheet shows and never runs, so that it needs no apostrophe in front as it does in a CSV file. A sheet before the
/// others says what the columns mean.
///
/// ```swift
/// let workbook = Workbook(
///   title: "Which types are there?", date: wave.date, words: words, sheets: [Workbook.Sheet("Types", types)])
/// let file = try workbook.file(named: "survey-2020.xlsx")
/// ```
public struct Workbook: Hashable, Sendable {
  /// A table with the title of its sheet.
  public struct Sheet: Hashable, Sendable {
    /// The title, which is also the name of the sheet as far as names allow.
    public var title: String
    /// The table.
    public var table: Table

    /// Creates a sheet.
    public init(_ title: String, _ table: Table) {
      self.title = title
      self.table = table
    }
  }

  /// The words of the first sheet, in the language of the reader.
  public struct Words: Hashable, Sendable {
    /// The name of the first sheet.
    public var about: String
    /// What is said above the list of columns, a line each.
    public var lines: [String]
    /// The head of the column with the names of sheets.
    public var sheet: String
    /// The head of the column with the names of tables.
    public var table: String
    /// The head of the column with the names of columns.
    public var column: String
    /// The head of the column that says what a column means.
    public var meaning: String

    /// Creates words.
    public init(about: String, lines: [String], sheet: String, table: String, column: String, meaning: String) {
      self.about = about
      self.lines = lines
      self.sheet = sheet
      self.table = table
      self.column = column
      self.meaning = meaning
    }
  }

  /// What the workbook is about.
  public var title: String
  /// The date that the file bears; the clock is never asked, so that the same tables give the same bytes.
  public var date: CalendarDate
  /// What every sheet and every printed page says in its head: that the data is simulated.
  public var notice: String?
  /// The words of the first sheet.
  public var words: Words
  /// The sheets, in order.
  public var sheets: [Sheet]

  /// Creates a workbook.
  public init(title: String, date: CalendarDate, notice: String? = nil, words: Words, sheets: [Sheet]) {
    self.title = title
    self.date = date
    self.notice = notice
    self.words = words
    self.sheets = sheets
  }

  /// The most rows of a sheet.
  static let mostRows = 1_048_576
  /// The most columns of a sheet.
  static let mostColumns = 16_384
  /// The row of the names of the columns, counted from 0.
  static let headRow = 1

  /// Returns the bytes of the file.
  ///
  /// A text of more than 32,767 characters, which no cell holds, is cut with `…` at its end and noted. Characters that XML
  /// does not allow become `�`, and each line break one line feed. Numbers that are not finite are missing values. Whole
  /// numbers beyond 2⁵³ and dates before March 1900 are texts, because a spreadsheet has no such numbers.
  ///
  /// - Parameters:
  ///   - name: The name of the file, for messages.
  ///   - folder: The folder for temporary files; that of the system when left out.
  /// - Returns: The bytes, the same for the same workbook, and a warning for each column with a text that was cut.
  /// - Throws: ``Diagnostics/Failure`` with status 65 when a table has more rows or columns than a sheet, all such tables
  ///   at once; 73 when temporary files cannot be written.
  /// - Complexity: O(cells).
  public func file(
    named name: String, in folder: String? = nil
  ) throws(Failure) -> (bytes: [UInt8], findings: [Finding]) {
    let tooLarge = sheets.flatMap { Self.findings(rows: $0.table.rowCount, columns: $0.table.columns.count, of: $0) }
    if !tooLarge.isEmpty { throw Failure(.badData, tooLarge.map { $0.placed(in: name) }) }
    var findings: [Finding] = []
    let bytes = try withTemporaryFolder(in: folder) { (temporary: String) throws(Failure) -> [UInt8] in
      let path = joinPath(temporary, "workbook.xlsx")
      let library = try LibraryWorkbook(path, temporary: temporary, file: name)
      findings = write(to: library, file: name)
      try library.close()
      return try readFile(path, shownAs: name)
    }
    return (bytes, findings)
  }

  /// What is wrong with the size of a table.
  static func findings(rows: Int, columns: Int, of sheet: Sheet) -> [Finding] {
    func finding(_ rule: String, _ count: Int, _ what: String, most: Int) -> Finding {
      Finding(
        .error, rule: rule, value: sheet.table.name,
        message: "the table '\(sheet.table.name)' has \(count) \(what), and a sheet of a workbook holds \(most)",
        mend: "leave 'xlsx' out of 'report.formats', and take the CSV file of the table")
    }
    let room = mostRows - headRow - 1
    return (rows > room ? [finding("too-many-rows", rows, "rows", most: room)] : [])
      + (columns > mostColumns ? [finding("too-many-columns", columns, "columns", most: mostColumns)] : [])
  }
}

extension Finding {
  /// The finding with the file that it is about.
  fileprivate func placed(in file: String) -> Finding {
    var finding = self
    finding.place.file = file
    return finding
  }
}
