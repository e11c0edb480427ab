import CXLSXWriter
import Diagnostics
import Tables

/// A workbook in the memory of libxlsxwriter, which makes the file when it is closed.
@safe final class LibraryWorkbook {
  /// How a cell looks.
  enum Look: CaseIterable {
    case plain, title, head, wrapped, whole, fine, coarse, date, input, indented, plainTop, total
  }

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let file: String
  private let formats: [UnsafeMutablePointer<lxw_format>?]
  private var isClosed = false
  /// The first mistake that the library told of.
  private var mistake = LXW_NO_ERROR

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: The file to make.
  ///   - temporary: The folder for the parts of it.
  ///   - file: The file as messages call it.
  /// - Throws: ``Diagnostics/Failure`` with status 70 when there is no memory.
  init(_ path: String, temporary: String, file: String) throws(Failure) {
    let made = unsafe temporary.withCString { folder in
      var options = unsafe lxw_workbook_options()
      unsafe options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return unsafe workbook_new_opt(path, &options)
    }
    guard let made = unsafe made else { throw failure(LXW_ERROR_MEMORY_MALLOC_FAILED, file: file) }
    unsafe workbook = made
    unsafe formats = Look.allCases.map { unsafe Self.format($0, in: made) }
    self.file = file
  }

  deinit { if !isClosed { unsafe lxw_workbook_free(workbook) } }

  private static func format(
    _ look: Look, in workbook: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    if look == .plain { return nil }
    let format = unsafe workbook_add_format(workbook)
    switch look {
    case .plain: break
    case .title: unsafe format_set_bold(format)
    case .head:
      unsafe format_set_bold(format)
      unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .wrapped:
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .indented:
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      unsafe format_set_indent(format, 1)
    case .whole: unsafe format_set_num_format(format, "0")
    case .fine: unsafe format_set_num_format(format, "0.000")
    case .coarse: unsafe format_set_num_format(format, "0.0")
    case .date: unsafe format_set_num_format(format, "yyyy-mm-dd")
    case .input:
      unsafe format_set_unlocked(format)
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_bg_color(format, 0xFFF2CC)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .plainTop: unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .total:
      unsafe format_set_bold(format)
      unsafe format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    return unsafe format
  }

  /// Says what the file is about, and of which date it is.
  func setProperties(title: String, comments: String, created: CalendarDate) {
    let status = unsafe title.withCString { title in
      unsafe comments.withCString { comments in
        var properties = unsafe lxw_doc_properties()
        unsafe properties.title = UnsafeMutablePointer(mutating: title)
        unsafe properties.comments = UnsafeMutablePointer(mutating: comments)
        unsafe properties.created = 86_400 * daysSince1970(created)
        return unsafe workbook_set_properties(workbook, &properties)
      }
    }
    check(status)
  }

  /// Adds a sheet.
  ///
  /// - Parameter name: A name as ``sheetNames(_:)`` makes them.
  /// - Returns: The sheet, or `nil` when the library does not take it; closing the workbook then fails.
  func addSheet(_ name: String) -> LibrarySheet? {
    if let sheet = unsafe workbook_add_worksheet(workbook, name) {
      return unsafe LibrarySheet(sheet: sheet, workbook: self)
    }
    check(LXW_ERROR_PARAMETER_VALIDATION)
    return nil
  }

  /// Makes the file.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 73 when the file cannot be written, 70 when the library says that it
  ///   was used wrongly, now or before.
  func close() throws(Failure) {
    if mistake == LXW_NO_ERROR {
      isClosed = true
      mistake = unsafe workbook_close(workbook)
    }
    if mistake != LXW_NO_ERROR { throw failure(mistake, file: file) }
  }

  func check(_ status: lxw_error) {
    if mistake == LXW_NO_ERROR { mistake = status }
  }

  func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
    guard let index = Look.allCases.firstIndex(of: look) else { return nil }
    return unsafe formats[index]
  }
}

/// A sheet of a workbook; rows and columns are counted from 0.
///
/// A mistake that the library tells of is kept until the workbook is closed.
@safe struct LibrarySheet {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let workbook: LibraryWorkbook

  /// Writes a text as a string, never as a formula; an empty one leaves the cell empty.
  func write(_ text: String, row: Int, column: Int, as look: LibraryWorkbook.Look = .plain) {
    if text.isEmpty { return }
    let format = unsafe workbook.format(look)
    workbook.check(unsafe worksheet_write_string(sheet, UInt32(row), UInt16(column), text, format))
  }

  /// Writes a number.
  func write(_ number: Double, row: Int, column: Int, as look: LibraryWorkbook.Look = .plain) {
    let format = unsafe workbook.format(look)
    workbook.check(unsafe worksheet_write_number(sheet, UInt32(row), UInt16(column), number, format))
  }

  /// Writes a truth value.
  func write(_ isTrue: Bool, row: Int, column: Int) {
    workbook.check(unsafe worksheet_write_boolean(sheet, UInt32(row), UInt16(column), isTrue ? 1 : 0, nil))
  }

  /// Writes a date as the day that spreadsheets count from 1900.
  func write(_ date: CalendarDate, row: Int, column: Int) {
    write(Double(daysSince1970(date) + 25_569), row: row, column: column, as: .date)
  }

  /// Writes the name of a sheet as a link to it.
  func writeLink(to name: String, row: Int, column: Int) {
    let quoted = name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    let address = "internal:'\(quoted)'!A1"
    workbook.check(
      unsafe worksheet_write_url_opt(sheet, UInt32(row), UInt16(column), address, nil, name, nil))
  }

  /// Sets the width of a column, in characters.
  func setWidth(_ width: Double, column: Int) {
    workbook.check(unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil))
  }

  /// Sets how the sheet is printed: on A4, lying, as wide as the paper, with a line above, and below it the name of the
  /// sheet and the page.
  ///
  /// - Parameter head: The line above; at most 250 bytes, with `&` doubled.
  func setPrinting(head: String) {
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, 9)
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    if !head.isEmpty { workbook.check(unsafe worksheet_set_header(sheet, "&C" + head)) }
    workbook.check(unsafe worksheet_set_footer(sheet, "&L&A&R&P / &N"))
  }

  /// Freezes the rows down to the names of the columns, repeats these on every printed page, and lets the rows below be
  /// filtered, where there are any.
  func setHead(row: Int, lastRow: Int, columns: Int) {
    unsafe worksheet_freeze_panes(sheet, UInt32(row) + 1, 0)
    workbook.check(unsafe worksheet_repeat_rows(sheet, UInt32(row), UInt32(row)))
    guard columns > 0, lastRow > row else { return }
    workbook.check(unsafe worksheet_autofilter(sheet, UInt32(row), 0, UInt32(lastRow), UInt16(columns - 1)))
  }
}

/// The failure that an error of the library is: what cannot be written is the user's to mend, all else is ours.
func failure(_ error: lxw_error, file: String) -> Failure {
  let words = unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? ""
  let sentence = words.hasSuffix(".") ? String(words.dropLast()) : words
  switch error {
  case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
    LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
    return Failure(
      .cannotWrite, rule: "no-workbook", at: Place(file: file),
      message: "the workbook cannot be written: \(sentence)",
      mend: "check that the folder for temporary files (TMPDIR) may be written to and that its disk is not full")
  default:
    return Failure(
      .ownFault, rule: "no-workbook", at: Place(file: file), message: "the workbook cannot be made: \(sentence)",
      mend: "this is a fault of the program: report it, and leave 'xlsx' out of 'report.formats' until it is mended")
  }
}

/// The number of days from 1 January 1970 to a date; below 0 before it.
///
/// The years are counted from 1 March, so that a leap day is the last of its year.
private func daysSince1970(_ date: CalendarDate) -> Int {
  let year = date.month <= 2 ? date.year - 1 : date.year
  let month = (date.month + 9) % 12
  let era = year / 400
  let ofEra = year - 400 * era
  let ofYear = (153 * month + 2) / 5 + date.day - 1
  return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
}
