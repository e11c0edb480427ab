/// A way in which survey files are dirty.
public enum DirtKind: String, Hashable, Sendable, CaseIterable {
  /// Numbers with spaces around them.
  case padding
  /// Numbers with a mark between thousands.
  case thousands
  /// A label with its code in a cell: `1 (strongly disagree)`.
  case codesWithLabels = "codes-with-labels"
  /// A label where a code should stand.
  case labels
  /// A code that stands for "don't know".
  case refused
  /// A number beyond what the codebook allows.
  case outOfRange = "out-of-range"
  /// A code that the codebook does not know.
  case notAllowed = "not-allowed"
  /// An answer to a question that the respondent was not shown.
  case routing
  /// A moment of submission outside the fieldwork.
  case outOfTime = "out-of-time"
  /// Cells that a spreadsheet or a browser would run.
  case hostile
  /// Line breaks, quotes and delimiters within a cell.
  case lineBreaks = "line-breaks"
  /// A name with a letter too few.
  case typos
  /// A name that more than one unit has.
  case ambiguous
  /// A name with something behind it: `Hengelo (O)`.
  case suffixes
  /// The name of a unit that went into another.
  case historic
  /// A name after a word such as `Gemeente`.
  case prefixes
  /// A name that lost its accents.
  case accents
  /// Somebody who belongs to no unit at all.
  case outsiders
  /// The same respondent twice, once with fewer answers.
  case duplicates
  /// The same respondent twice, with different answers.
  case conflicts
  /// One answer to all statements.
  case straightLines = "straight-lines"
  /// Answers in no time.
  case speeders
  /// Few answers.
  case sparse
  /// No number of the respondent.
  case nameless
  /// A field too few or too many.
  case ragged
  /// A quote where none may stand.
  case strayQuotes = "stray-quotes"
  /// A byte-order mark in the middle of the file.
  case byteOrderMarks = "byte-order-marks"
  /// Rows of nothing but delimiters at the end.
  case blankRows = "blank-rows"
  /// A line about the source below the records.
  case footer
}
