import CXLSXWriter

/// What a sheet needs that people fill in.
extension LibrarySheet {
  /// Locks all cells but those for input, without a password, so that nothing else is changed by accident.
  func protect() { unsafe worksheet_protect(sheet, nil, nil) }

  /// Prints the whole sheet on one page.
  func fitOnePage() { unsafe worksheet_fit_to_pages(sheet, 1, 1) }

  /// Hides the sheet.
  func hide() { unsafe worksheet_hide(sheet) }

  /// Hides a column.
  func hide(column: Int) {
    var options = lxw_row_col_options(hidden: 1, level: 0, collapsed: 0)
    workbook.check(unsafe worksheet_set_column_opt(sheet, UInt16(column), UInt16(column), 4, nil, &options))
  }

  /// Freezes the rows down to one, and repeats it on every printed page.
  func freeze(below row: Int) {
    unsafe worksheet_freeze_panes(sheet, UInt32(row) + 1, 0)
    workbook.check(unsafe worksheet_repeat_rows(sheet, UInt32(row), UInt32(row)))
  }

  /// Makes a row as high as the texts in it need, because not every program does so by itself.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - texts: Texts with the widths of their columns, in characters.
  func fit(row: Int, to texts: [(text: String, width: Double)]) {
    // A letter takes less than a digit, by which widths are counted, and a word that does not fit leaves room behind it.
    let lines = texts.map { max(1, (Double($0.text.count) * 0.95 / $0.width).rounded(.up)) }.max() ?? 1
    workbook.check(unsafe worksheet_set_row(sheet, UInt32(row), 15 * lines, nil))
  }

  /// Leaves a cell empty for input, and lets it take numbers within bounds alone.
  ///
  /// - Parameters:
  ///   - row: The row of the cell.
  ///   - column: The column of the cell.
  ///   - bounds: The least and the most that may be filled in.
  ///   - prompt: What is shown beside the cell when it is chosen: at most 32 characters above, 255 below.
  ///   - refusal: What is shown when something else was typed; the same bounds.
  func writeInput(
    row: Int, column: Int, bounds: ClosedRange<Double>, prompt: PointsWorkbook.Message,
    refusal: PointsWorkbook.Message
  ) {
    workbook.check(unsafe worksheet_write_blank(sheet, UInt32(row), UInt16(column), workbook.format(.input)))
    let texts = [
      cut(prompt.title, to: 32), cut(prompt.text, to: 255), cut(refusal.title, to: 32), cut(refusal.text, to: 255),
    ]
    let status = unsafe texts[0].withCString { promptTitle in
      unsafe texts[1].withCString { promptText in
        unsafe texts[2].withCString { refusalTitle in
          unsafe texts[3].withCString { refusalText in
            var rule = unsafe lxw_data_validation()
            unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
            unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            unsafe rule.minimum_number = bounds.lowerBound
            unsafe rule.maximum_number = bounds.upperBound
            unsafe rule.input_title = UnsafeMutablePointer(mutating: promptTitle)
            unsafe rule.input_message = UnsafeMutablePointer(mutating: promptText)
            unsafe rule.error_title = UnsafeMutablePointer(mutating: refusalTitle)
            unsafe rule.error_message = UnsafeMutablePointer(mutating: refusalText)
            return unsafe worksheet_data_validation_cell(sheet, UInt32(row), UInt16(column), &rule)
          }
        }
      }
    }
    workbook.check(status)
  }

  /// Writes a formula of ours, with the number that it gives now.
  func write(formula: String, giving number: Double, row: Int, column: Int, as look: LibraryWorkbook.Look) {
    let format = unsafe workbook.format(look)
    workbook.check(
      unsafe worksheet_write_formula_num(sheet, UInt32(row), UInt16(column), formula, format, number))
  }

  /// Writes a formula of ours, with the text that it gives now.
  func write(formula: String, giving text: String, row: Int, column: Int, as look: LibraryWorkbook.Look) {
    let format = unsafe workbook.format(look)
    workbook.check(unsafe worksheet_write_formula_str(sheet, UInt32(row), UInt16(column), formula, format, text))
  }
}
