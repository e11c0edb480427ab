import Diagnostics
import Tables

/// What breaks a record.
enum Mistake {
  /// A quote within a bare field, or text behind a closing quote, at an offset.
  case strayQuote(Int)
  /// A quoted field that is open at the end of the file.
  case openQuote
  /// A field beyond the bound, by its number in the piece.
  case fieldTooLong(Int)
  /// A record beyond the bound.
  case recordTooLong
  /// A NUL at an offset.
  case nul(Int)
}

extension RecordReader {
  /// Feeds what is left of a line up to an offset; byte-order marks are left out.
  func feed(to end: Int) -> Mistake? {
    while fed < end {
      let mark = rules.hasInnerMarks ? firstMark(in: fed..<end) : nil
      let stop = mark ?? end
      if rules.hasNUL, nul == nil { nul = (fed..<stop).first { window[$0] == 0 } }
      if stop > fed {
        let taken = unsafe parser.feed(window.pointer(fed), stop - fed)
        if let mistake = tooLongField() { return mistake }
        if taken < stop - fed { return .strayQuote(fed + taken) }
      }
      fed = mark == nil ? stop : stop + 3
    }
    return nil
  }

  private func firstMark(in range: Range<Int>) -> Int? {
    range.dropLast(2).first { window[$0] == 0xEF && window[$0 + 1] == 0xBB && window[$0 + 2] == 0xBF }
  }

  /// Moves the end of a part behind a byte-order mark that it would cut.
  func afterMark(_ offset: Int) -> Int {
    guard rules.hasInnerMarks else { return offset }
    return (offset...offset + 2).first { $0 >= window.end || !UTF8Check.isContinuation(window[$0]) } ?? offset
  }

  func tooLongField() -> Mistake? {
    if let field = parser.tooLong { return .fieldTooLong(field) }
    return parser.openBytes > rules.longestField ? .fieldTooLong(parser.fieldCount) : nil
  }

  func tooLongRecord() -> Mistake? {
    fed - recordStart.offset > rules.longestRecord ? .recordTooLong : nil
  }

  /// Gives up the record, and goes on below the line on which the culprit begins.
  func breakRecord(_ mistake: Mistake) throws(Failure) {
    let isOpenSince = culpritField(mistake).map { $0 == openField } ?? false
    var below = here.offset > lineStart.offset ? here : nil
    if case .recordTooLong = mistake, lineStart != recordStart { below = belowFirstLine }
    if isOpenSince { below = belowOpenLine }
    let lineEnd = below?.offset ?? window.end
    note(mistake, finding(mistake, since: isOpenSince ? openLine : nil), upTo: lineEnd)
    if let below { here = below } else { here = try skipLine() }
  }

  /// Gives up a record that is split without trouble.
  func breakWholeRecord(_ mistake: Mistake) {
    note(mistake, finding(mistake, since: nil), upTo: here.offset)
  }

  private func culpritField(_ mistake: Mistake) -> Int? {
    switch mistake {
    case .strayQuote, .openQuote: parser.fieldCount
    case .fieldTooLong(let field): field
    case .recordTooLong, .nul: nil
    }
  }

  private func note(_ mistake: Mistake, _ finding: Finding, upTo end: Int) {
    broken.append(
      BrokenRecord(
        before: recordCount, line: recordStart.line, byte: recordStart.offset, finding: finding,
        text: excerpt(recordStart.offset..<end, most: Self.longestText)))
    parser.reset(keeping: firstField)
  }

  /// Passes over the rest of a line that is too long to hold.
  private func skipLine() throws(Failure) -> Cursor {
    var from = fed
    while true {
      if let found = window.lineBreak(from: from) {
        return Cursor(offset: try lineEnd(found, keeping: found), line: lineStart.line + 1)
      }
      from = window.end
      if try !window.fill(keeping: from) { return Cursor(offset: window.end, line: lineStart.line) }
    }
  }

  private func finding(_ mistake: Mistake, since open: Cursor?) -> Finding {
    switch mistake {
    case .strayQuote(let offset):
      return Finding(
        .error, rule: "stray-quote", at: place(of: offset, in: lineStart),
        message: "a quote stands within a field, or text follows a closing quote",
        mend: "put the whole field between quotes, and write a quote inside it twice")
    case .openQuote:
      let line = open ?? lineStart
      return Finding(
        .error, rule: "open-quote", at: place(of: openingQuote(on: line), in: line),
        message: "a quoted field opens on line \(line.line) and is never closed",
        mend: "close the field with a quote, and write a quote inside it twice")
    case .fieldTooLong:
      let line = open ?? lineStart
      return Finding(
        .error, rule: "field-too-long", at: place(of: openingQuote(on: line), in: line),
        message: "a field is longer than \(rules.longestField) bytes",
        mend: "look for a quote that is not closed; a survey answer is never that long")
    case .recordTooLong:
      return Finding(
        .error, rule: "record-too-long", at: place(of: nil, in: recordStart),
        message: "a record is longer than \(rules.longestRecord) bytes",
        mend: "look for a line break that is missing, or a quote that is not closed")
    case .nul(let offset):
      return Finding(
        .error, rule: "nul", at: place(of: nil, in: recordStart),
        message: "byte \(offset) is NUL, which no text holds", mend: "export the record again")
    }
  }

  /// The place of a character on a line, with the line as far as it is worth showing.
  private func place(of offset: Int?, in line: Cursor) -> Place {
    let end = min(window.lineBreak(from: line.offset) ?? window.end, window.end)
    let shown = excerpt(line.offset..<end, most: Self.longestText)
    guard let offset else { return Place(file: file, line: line.line, excerpt: shown) }
    let before = text(line.offset..<offset).count
    return Place(
      file: file, line: line.line, column: before + 1, excerpt: before < shown.count ? shown : nil)
  }

  /// The quote that opens the last quoted field of a line; the line begins within quotes when a record began before it.
  private func openingQuote(on line: Cursor) -> Int? {
    var isOpen = line != recordStart
    var opening: Int?
    var index = line.offset
    while index < window.end, window[index] != UInt8(ascii: "\n"), window[index] != UInt8(ascii: "\r") {
      if window[index] == UInt8(ascii: "\"") {
        isOpen.toggle()
        if isOpen, opening == nil || window[index - 1] != UInt8(ascii: "\"") { opening = index }
      }
      index += 1
    }
    return isOpen ? opening : nil
  }

  private static let longestText = 400

  private func excerpt(_ range: Range<Int>, most: Int) -> String {
    var end = min(range.upperBound, window.end)
    if end - range.lowerBound > most {
      end = range.lowerBound + most
      // A character of UTF-8 is not cut.
      while end > range.lowerBound, !rules.encoding.isSingleByte, UTF8Check.isContinuation(window[end]) { end -= 1 }
      return text(range.lowerBound..<end) + "…"
    }
    while end > range.lowerBound, window[end - 1] == UInt8(ascii: "\n") || window[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return text(range.lowerBound..<end)
  }

  private func text(_ range: Range<Int>) -> String {
    let all = unsafe recoding.text(window.pointer(range.lowerBound), range.count)
    return rules.hasInnerMarks ? String(all.unicodeScalars.filter { $0 != "\u{FEFF}" }) : all
  }
}
