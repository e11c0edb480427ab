import Diagnostics
import Files
import Tables

/// The lines at the end of a file that are no records: footers such as `Bron: CBS`, and rows of nothing but separators.
struct FileTail: Sendable {
  /// The offset of the first of them.
  var start: Int
  /// What is left out, as notes.
  var notes: [Finding]

  /// The beginnings of footers that are known, in small letters.
  static let known = [
    "bron:", "bronnen:", "source:", "sources:", "quelle:", "quellen:", "fuente:", "fonte:", "kilde:", "källa:", "©",
    "copyright",
  ]
}

/// Finds the tail of a file, line by line from its end.
struct TailSearch {
  private enum Kind {
    case blank, separators, footer(String)
  }

  private let store: ByteStore
  private let rules: ReadingRules
  private let width: Int
  private let footers: [String]
  private var found: [(start: Int, line: Int, kind: Kind)] = []

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - store: The bytes.
  ///   - rules: How to read them.
  ///   - width: The number of fields of the heading.
  ///   - footers: Beginnings of footers beside those that are known, compared without regard to case.
  init(_ store: ByteStore, _ rules: ReadingRules, width: Int, footers: [String]) {
    self.store = store
    self.rules = rules
    self.width = width
    self.footers = FileTail.known + footers.map { $0.lowercased() }.filter { !$0.isEmpty }
  }

  /// The number of bytes that are looked at before going further up; a longer line is no footer.
  private static let block = 1 << 16

  /// Looks at lines from the end upwards until one is a record.
  ///
  /// - Parameters:
  ///   - top: The offset below the heading, above which nothing is looked at.
  ///   - lineEnds: The number of line ends of the file.
  /// - Returns: The tail, or `nil` when the last line is a record.
  /// - Throws: ``Diagnostics/Failure`` when the file cannot be read.
  mutating func run(below top: Int, lineEnds: Int) throws(Failure) -> FileTail? {
    var end = store.count
    var line = lineEnds + 1
    while end > top {
      let start = max(top, end - Self.block)
      let bytes = try read(start..<end)
      let starts = Self.lineStarts(in: bytes, isLineStart: start == top)
      if line == lineEnds + 1, Self.isLineBreak(bytes[bytes.count - 1]) { line -= 1 }
      var below = bytes.count
      for from in starts.reversed() {
        guard let kind = try kind(Self.trimmed(bytes[from..<below])) else { return tail }
        found.append((start + from, line, kind))
        line -= 1
        below = from
      }
      if below == bytes.count { return tail }
      end = start + below
    }
    return tail
  }

  private func read(_ range: Range<Int>) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var failure: Failure?
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      do throws(Failure) { unsafe try store.read(at: range.lowerBound, into: buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// The indices at which lines begin; the first byte counts only when it is known to begin one.
  private static func lineStarts(in bytes: [UInt8], isLineStart: Bool) -> [Int] {
    var starts = isLineStart ? [0] : []
    for index in bytes.indices.dropFirst() where isLineBreak(bytes[index - 1]) {
      let isWithinPair = bytes[index - 1] == UInt8(ascii: "\r") && bytes[index] == UInt8(ascii: "\n")
      if !isWithinPair { starts.append(index) }
    }
    return starts
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var line = line
    while let last = line.last, isLineBreak(last) { line.removeLast() }
    return Array(line)
  }

  /// What a line is when it is no record.
  private func kind(_ line: [UInt8]) throws(Failure) -> Kind? {
    if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") && rules.delimiter != $0 }) {
      return .blank
    }
    if line.contains(0) { return nil }
    let quote = UInt8(ascii: "\"")
    if line.allSatisfy({ $0 == rules.delimiter || $0 == UInt8(ascii: " ") || $0 == quote || $0 == UInt8(ascii: "\t") })
    {
      if !line.contains(quote) { return .separators }
      let fields = try fields(line)
      return fields.count > 1 && fields.allSatisfy(\.isEmpty) ? .separators : nil
    }
    let start = line.drop { $0 == quote || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let first = start.first, beginnings.contains(first | 0x20) || first >= 0x80 else { return nil }
    let fields = try fields(line)
    guard let text = fields.first, fields.count < width || fields.dropFirst().allSatisfy(\.isEmpty) else { return nil }
    let shown = text.drop { $0.isWhitespace }
    return footers.contains { shown.lowercased().hasPrefix($0) } ? .footer(String(shown)) : nil
  }

  /// The first bytes of footers, so that most lines need no second look.
  private var beginnings: Set<UInt8> { Set(footers.compactMap { $0.utf8.first.map { $0 | 0x20 } }) }

  /// The fields of a line that is a record by itself; none when it is not.
  private func fields(_ line: [UInt8]) throws(Failure) -> [String] {
    var rules = rules
    rules.block = line.count
    let reader = RecordReader(ByteStore(line, file: store.file), rules)
    _ = try reader.read(from: Cursor(offset: 0, line: 1))
    let records = reader.takeRecords()
    return records.count == 1 && records.broken.isEmpty ? Array(records[0].fields) : []
  }

  /// The tail from the highest line on that is not blank.
  private var tail: FileTail? {
    let lines = found.reversed().drop { if case .blank = $0.kind { true } else { false } }
    guard let first = lines.first else { return nil }
    var notes: [Finding] = []
    var separators: [Int] = []
    for entry in lines {
      switch entry.kind {
      case .blank: continue
      case .separators: separators.append(entry.line)
      case .footer(let text):
        notes.append(
          Finding(
            .note, rule: "footer", at: Place(file: store.file, line: entry.line), value: text,
            message: "line \(entry.line) is a footer and no record, and was left out",
            mend: "nothing, unless it is an answer"))
      }
    }
    if let top = separators.first, let bottom = separators.last {
      let named = top == bottom ? "line \(top) holds" : "lines \(top) to \(bottom) hold"
      notes.append(
        Finding(
          .note, rule: "blank-rows", at: Place(file: store.file, line: top),
          message: "\(named) nothing but separators at the end of the file: \(separators.count)"
            + " \(separators.count == 1 ? "row" : "rows") left out",
          mend: "nothing, unless there were answers"))
    }
    return FileTail(start: first.start, notes: notes)
  }
}
