private import CReadStat
import Diagnostics
import Exports
import Tables

/// One pass of ReadStat over a file: the dictionary, and records in pieces.
///
/// ReadStat calls plain functions with this object as their context; the object lives until the pass has ended.
final class StatReading {
  /// The variables.
  private(set) var columns: [StatColumn] = []
  /// The number of records that the file announces.
  private(set) var announced: Int?
  /// The records of the piece that is being read.
  var records = RawRecords()
  /// The number of records at the top that are left out.
  var skip = 0

  private let limit: Int
  private let take: (RawRecords) -> Void
  private var sets: [String: [ColumnLabels.ValueLabel]] = [:]
  private var missing: [[ColumnLabels.UserMissing]] = []
  private var measures: [ColumnLabels.Measure] = []
  private var read = 0

  /// The most bytes of a piece.
  private static let mostBytes = 1 << 22

  /// Prepares a pass.
  ///
  /// - Parameters:
  ///   - limit: The most records of a piece.
  ///   - take: Takes a piece that is full; the last one stays in ``records``.
  init(limit: Int, take: @escaping (RawRecords) -> Void) {
    self.limit = limit
    self.take = take
  }

  /// What the file tells of each variable.
  var labels: [ColumnLabels] {
    columns.enumerated().map { position, column in
      ColumnLabels(
        name: column.name, label: column.label, values: sets[column.labelSet] ?? [], userMissing: missing[position],
        measure: measures[position])
    }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - file: The file as messages call it.
  ///   - rows: The most records that are read; all of them when 0.
  /// - Throws: ``Diagnostics/Failure`` with status `badData` when ReadStat cannot read it, or finds fewer records than
  ///   the file announces.
  func run(_ path: String, file: String, rows: Int) throws(Failure) {
    guard let parser = unsafe readstat_parser_init() else {
      throw Failure(
        .ownFault, rule: "no-parser", at: Place(file: file), message: "there is no memory to read the file",
        mend: "close other programs and try again")
    }
    defer { unsafe readstat_parser_free(parser) }
    _ = unsafe readstat_set_metadata_handler(parser, metadataRead)
    _ = unsafe readstat_set_variable_handler(parser, variableRead)
    _ = unsafe readstat_set_value_label_handler(parser, valueLabelRead)
    _ = unsafe readstat_set_value_handler(parser, valueRead)
    _ = unsafe readstat_set_error_handler(parser, errorSaid)
    if rows > 0 { _ = unsafe readstat_set_row_limit(parser, rows) }
    let status = withExtendedLifetime(self) {
      unsafe readstat_parse_sav(parser, path, Unmanaged.passUnretained(self).toOpaque())
    }
    let wanted = announced.map { rows > 0 ? min(rows, $0) : $0 }
    if status != READSTAT_OK { throw broken(status, file: file) }
    if let wanted, read < wanted { throw broken(READSTAT_ERROR_ROW_COUNT_MISMATCH, file: file) }
  }

  private func broken(_ status: readstat_error_t, file: String) -> Failure {
    let words = unsafe readstat_error_message(status).map { unsafe String(cString: $0) } ?? ""
    let place = Place(file: file)
    switch status {
    case READSTAT_ERROR_UNSUPPORTED_COMPRESSION, READSTAT_ERROR_UNSUPPORTED_CHARSET:
      return Failure(
        .badData, rule: "unread-sav", at: place, message: "the SPSS file cannot be read: \(sentence(words))",
        mend: "save it again in SPSS as .sav in Unicode, or export it as CSV (UTF-8)")
    default:
      let whole = announced.map { " of \($0)" } ?? ""
      let reached = columns.isEmpty ? "in its dictionary" : "after \(read)\(whole) records"
      return Failure(
        .badData, rule: "broken-sav", at: place,
        message: "the SPSS file is cut off or damaged, \(reached): \(sentence(words))",
        mend: "copy or export the file again")
    }
  }

  private func sentence(_ words: String) -> String {
    let plain = words.hasSuffix(".") ? String(words.dropLast()) : words
    return plain.prefix(1).lowercased() + plain.dropFirst()
  }

  // MARK: - What ReadStat tells

  fileprivate func begin(announced count: Int) { announced = count < 0 ? nil : count }

  fileprivate func add(
    _ column: StatColumn, missing userMissing: [ColumnLabels.UserMissing], measure: ColumnLabels.Measure
  ) {
    columns.append(column)
    missing.append(userMissing)
    measures.append(measure)
  }

  fileprivate func add(_ label: ColumnLabels.ValueLabel, to set: String) { sets[set, default: []].append(label) }

  fileprivate func add(_ text: String, position: Int) {
    guard position >= 0, position < columns.count else { return }
    if read >= skip { records.appendField(text.utf8) }
    guard position == columns.count - 1 else { return }
    read += 1
    guard read > skip else { return }
    records.endRecord(line: read, byte: 0)
    if records.count >= limit || records.bytes.count > Self.mostBytes && limit != .max {
      take(records)
      records = RawRecords()
    }
  }

  fileprivate func form(_ position: Int) -> StatColumn.Form {
    columns.indices.contains(position) ? columns[position].form : .number
  }
}

// MARK: - Plain functions for C

private func reading(_ context: UnsafeMutableRawPointer?) -> StatReading? {
  guard let context = unsafe context else { return nil }
  return unsafe Unmanaged<StatReading>.fromOpaque(context).takeUnretainedValue()
}

private let goOn = Int32(0)

private func metadataRead(_ data: UnsafeMutablePointer<readstat_metadata_t>?, _ context: UnsafeMutableRawPointer?)
  -> Int32
{
  unsafe reading(context)?.begin(announced: Int(readstat_get_row_count(data)))
  return goOn
}

private func variableRead(
  _ index: Int32, _ variable: UnsafeMutablePointer<readstat_variable_t>?, _ set: UnsafePointer<CChar>?,
  _ context: UnsafeMutableRawPointer?
) -> Int32 {
  let column = StatColumn(
    name: unsafe text(readstat_variable_get_name(variable)), label: unsafe text(readstat_variable_get_label(variable)),
    labelSet: unsafe text(set), form: StatColumn.form(unsafe text(readstat_variable_get_format(variable))))
  var missing: [ColumnLabels.UserMissing] = []
  for range in 0..<max(0, unsafe readstat_variable_get_missing_ranges_count(variable)) {
    let low = unsafe readstat_variable_get_missing_range_lo(variable, range)
    let high = unsafe readstat_variable_get_missing_range_hi(variable, range)
    if unsafe readstat_value_type_class(low) == READSTAT_TYPE_CLASS_STRING {
      missing.append(.value(unsafe text(readstat_string_value(low))))
    } else {
      let bounds = unsafe (readstat_double_value(low), readstat_double_value(high))
      missing.append(
        bounds.0 == bounds.1 ? .value(statText(bounds.0, column.form)) : .range(bounds.0, bounds.1))
    }
  }
  let measure: ColumnLabels.Measure =
    switch unsafe readstat_variable_get_measure(variable) {
    case READSTAT_MEASURE_NOMINAL: .nominal
    case READSTAT_MEASURE_ORDINAL: .ordinal
    case READSTAT_MEASURE_SCALE: .scale
    default: .unknown
    }
  unsafe reading(context)?.add(column, missing: missing, measure: measure)
  return goOn
}

private func valueLabelRead(
  _ set: UnsafePointer<CChar>?, _ value: readstat_value_t, _ label: UnsafePointer<CChar>?,
  _ context: UnsafeMutableRawPointer?
) -> Int32 {
  let isText = unsafe readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING
  let code = unsafe isText ? text(readstat_string_value(value)) : statText(readstat_double_value(value))
  unsafe reading(context)?.add(ColumnLabels.ValueLabel(value: code, label: text(label)), to: text(set))
  return goOn
}

private func valueRead(
  _ record: Int32, _ variable: UnsafeMutablePointer<readstat_variable_t>?, _ value: readstat_value_t,
  _ context: UnsafeMutableRawPointer?
) -> Int32 {
  guard let reading = unsafe reading(context) else { return 1 }
  let position = Int(unsafe readstat_variable_get_index(variable))
  if unsafe readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
    reading.add(unsafe text(readstat_string_value(value)), position: position)
  } else if unsafe readstat_value_is_system_missing(value) != 0 {
    reading.add("", position: position)
  } else {
    reading.add(statText(unsafe readstat_double_value(value), reading.form(position)), position: position)
  }
  return goOn
}

/// Takes what ReadStat would otherwise print; the status tells enough.
private func errorSaid(_ message: UnsafePointer<CChar>?, _ context: UnsafeMutableRawPointer?) {}

/// Returns a text of C without the spaces at its end.
private func text(_ characters: UnsafePointer<CChar>?) -> String {
  guard let characters = unsafe characters else { return "" }
  var text = unsafe String(cString: characters)
  while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
  return text
}
