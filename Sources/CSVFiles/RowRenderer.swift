import Tables

/// Renders the rows of a table as lines of a CSV file.
///
/// The fields of some rows are made column by column, and then copied row by row. A value that is one of few texts is quoted
/// once for the whole table, and a row that several columns share is made once for all of them.
struct RowRenderer: Sendable {
  /// The number of rows that make a piece of the file.
  static let rowsInPiece = 16_384
  /// The number of rows whose fields are made before they are copied.
  private static let rowsInBlock = 1024
  /// The most bytes of texts that are kept for the whole table.
  private static let mostCoded = 1 << 30

  /// How the fields of one column, or of several that share their rows, are made.
  private enum Source: Sendable {
    /// Few texts, which begin at a place among ``texts``; the last of them stands for no value.
    case coded(any CodedContent, firstText: Int)
    case plain(Column, canRun: Bool)
    case shared(SharedRows, [(part: Int, canRun: Bool)])
  }

  /// A part of the bytes of all coded texts, or of those of a block.
  private struct Field {
    var start: UInt32
    var count: UInt32
    var isCoded: Bool
  }

  private let width: Int
  private let sources: [Source]
  private let codedBytes: [UInt8]
  private let texts: [Field]
  /// What stands for a missing value: nothing, or quotes where the line would be blank.
  private let missing: String

  init(_ table: Table, spreadsheetSafe: Bool) {
    width = table.columns.count
    missing = width == 1 ? "\"\"" : ""
    var sources: [Source] = []
    var bytes: [UInt8] = []
    var texts: [Field] = []
    for column in table.columns {
      let canRun = spreadsheetSafe && column.schemaType == "string"
      if let shared = column.shared {
        if case .shared(let rows, let parts)? = sources.last, rows === shared.rows {
          sources[sources.count - 1] = .shared(rows, parts + [(shared.part, canRun)])
        } else {
          sources.append(.shared(shared.rows, [(shared.part, canRun)]))
        }
      } else if let coded = column.coded, let values = coded.codedTexts, bytes.count < Self.mostCoded {
        sources.append(.coded(coded, firstText: texts.count))
        for value in values + [nil] {
          let start = bytes.count
          Self.append(value, or: missing, canRun: canRun, to: &bytes)
          texts.append(Field(start: UInt32(start), count: UInt32(bytes.count - start), isCoded: true))
        }
      } else {
        sources.append(.plain(column, canRun: canRun))
      }
    }
    self.sources = sources
    codedBytes = bytes
    self.texts = texts
  }

  /// Returns some rows as lines.
  func bytes(of rows: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    var start = rows.lowerBound
    while start < rows.upperBound {
      let block = start..<min(rows.upperBound, start + Self.rowsInBlock)
      append(block, to: &bytes)
      start = block.upperBound
    }
    return bytes
  }

  private func append(_ rows: Range<Int>, to bytes: inout [UInt8]) {
    let none = Field(start: 0, count: 0, isCoded: true)
    var fields = [Field](repeating: none, count: rows.count * width)
    var made: [UInt8] = []
    var codes: [UInt32] = []
    var column = 0
    for source in sources {
      switch source {
      case .coded(let content, let firstText):
        codes.removeAll(keepingCapacity: true)
        content.appendCodes(of: rows, to: &codes)
        for (offset, code) in codes.enumerated() { fields[offset * width + column] = texts[firstText + Int(code)] }
        column += 1
      case .plain(let content, let canRun):
        for (offset, row) in rows.enumerated() {
          let start = made.count
          if content.appendText(of: row, to: &made) {
            CSVWriter.finishField(from: start, canRun: canRun, in: &made)
          } else {
            made.append(contentsOf: missing.utf8)
          }
          fields[offset * width + column] = Self.field(from: start, in: made)
        }
        column += 1
      case .shared(let shared, let parts):
        for (offset, row) in rows.enumerated() {
          let values = shared.content.texts(of: row)
          for (index, (part, canRun)) in parts.enumerated() {
            let start = made.count
            Self.append(values[part], or: missing, canRun: canRun, to: &made)
            fields[offset * width + column + index] = Self.field(from: start, in: made)
          }
        }
        column += parts.count
      }
    }
    appendLines(fields, made, to: &bytes)
  }

  private static func field(from start: Int, in bytes: [UInt8]) -> Field {
    Field(start: UInt32(start), count: UInt32(bytes.count - start), isCoded: false)
  }

  private static func append(_ text: String?, or missing: String, canRun: Bool, to bytes: inout [UInt8]) {
    guard let text else { return bytes.append(contentsOf: missing.utf8) }
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    CSVWriter.finishField(from: start, canRun: canRun, in: &bytes)
  }

  /// Copies fields with a comma between them and a line break behind each row.
  private func appendLines(_ fields: [Field], _ made: [UInt8], to bytes: inout [UInt8]) {
    let size = fields.reduce(fields.count) { $0 + Int($1.count) }
    let lines = unsafe [UInt8](unsafeUninitializedCapacity: size) { lines, filled in
      unsafe codedBytes.withUnsafeBufferPointer { coded in
        unsafe made.withUnsafeBufferPointer { made in
          var offset = 0
          var column = 0
          for field in fields {
            let (start, count) = (Int(field.start), Int(field.count))
            if count > 0 {
              let source = unsafe UnsafeBufferPointer(rebasing: (field.isCoded ? coded : made)[start..<start + count])
              let target = unsafe UnsafeMutableBufferPointer(rebasing: lines[offset..<offset + count])
              _ = unsafe target.update(fromContentsOf: source)
            }
            offset += count
            column += 1
            unsafe lines[offset] = column == width ? UInt8(ascii: "\n") : UInt8(ascii: ",")
            if column == width { column = 0 }
            offset += 1
          }
          filled = offset
        }
      }
    }
    bytes.append(contentsOf: lines)
  }
}
